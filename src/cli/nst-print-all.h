/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print --all: every record of a kind. */
#pragma once

#include "cli/nst-cli.h"

#include "documents/nst-documents.h"

G_BEGIN_DECLS

/**
 * NstPrintAll:
 * @kind: whose records
 * @form: (nullable): by which form; %NULL for each record's first
 * @format: of the files
 * @output: a folder, or with @one_file a file that may be named
 * @one_file: all in one PDF
 * @blanks: also those with missing fields
 */
typedef struct
{
  const NstKind *kind;
  const char *form;
  NstDocumentFormat format;
  const char *output;
  gboolean one_file;
  gboolean blanks;
} NstPrintAll;

gboolean nst_print_all (NstCli *cli, const NstPrintAll *all, GError **error);

G_END_DECLS
