/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printed code of an issued document and of its pages (DOMAIN 4.31). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NstPageCode:
 * @base: four signs that stand for the base
 * @code: the document's code, "7K3Q-M2XD"
 * @version: of the document, from 1
 * @page: from 1
 */
typedef struct
{
  char base[5];
  char code[10];
  guint version;
  guint page;
} NstPageCode;

char *nst_document_code_new (const char *seed);
gboolean nst_document_code_check (const char *code);
char *nst_document_code_dup_base (const char *seed);
char *nst_page_code_print (const NstPageCode *self);
gboolean nst_page_code_parse (NstPageCode *self, const char *text);

G_END_DECLS
