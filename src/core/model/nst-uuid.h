/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identity of records across offices. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nst_uuid_new (void);
char *nst_uuid_derive (const char *kind, const char *first, const char *second);

G_END_DECLS
