/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printed code of an issued document (DOMAIN 4.31). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nst_document_code_new (const char *seed);
gboolean nst_document_code_check (const char *code);

G_END_DECLS
