/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which base is opened: the usual one, a new one, or a file from elsewhere. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/* Opens @path; a base from outside the data folder is copied into it unless @in_place.
 * @opened gets the path that is in use, also on failure. */
NstOffice *nst_opening_file (const char *path, gboolean in_place, NstClock *clock, char **opened,
                             GError **error);
/* A new base at the usual place, or at @path. */
NstOffice *nst_opening_create (const char *path, const char *scheme, const char *role,
                               const char *organisation, const char *person, NstClock *clock,
                               GError **error);
/* Newest base of the data folder that is no demonstration; NULL: none yet. */
char *nst_opening_dup_usual (void);
/* (element-type NstCatalogueEntry) (transfer container): roles that an office can have. */
GPtrArray *nst_opening_list_roles (NstScheme *scheme);

G_END_DECLS
