/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads packs and says what is wrong with them, by file and line. */
#pragma once

#include "scheme/nst-scheme.h"

G_BEGIN_DECLS

/**
 * NstFault:
 * @file: name of the file
 * @line: line, from 1; 0 when the whole file is meant
 * @message: what is wrong
 * @remedy: what to do
 * @form: whether it is a fault of form, found by the grammar of packs; else one of sense
 */
typedef struct
{
  char *file;
  int line;
  char *message;
  char *remedy;
  gboolean form;
} NstFault;

void nst_fault_free (NstFault *self);

/**
 * NstPackLookup:
 * @id: pack that another one extends
 * @user_data: given to the loader
 *
 * Returns: (transfer full) (nullable): text of the pack
 */
typedef GBytes *(*NstPackLookup) (const char *id, gpointer user_data);

char *nst_scheme_dup_data_dir (void);
GStrv nst_scheme_list_installed (void);
GBytes *nst_scheme_read_installed (const char *id, GError **error);
NstScheme *nst_scheme_load_installed (const char *id, GError **error);
NstScheme *nst_scheme_load (GBytes *text, const char *file_name, NstPackLookup lookup,
                            gpointer user_data, GPtrArray **faults, GError **error);
void nst_scheme_faults_to_error (GPtrArray *faults, GError **error);
GPtrArray *nst_scheme_check_path (const char *path, GError **error);

G_END_DECLS
