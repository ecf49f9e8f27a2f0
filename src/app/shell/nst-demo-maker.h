/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a demonstration in the background: a whole region takes some seconds. */
#pragma once

#include "store/nst-office.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Name of the demonstration to offer to @role (nullable); NULL: none is installed. */
char *nst_demo_maker_dup_name (const char *role);
/* Where the demonstration @name as @role (NULL: as its story has it) sees it is kept. */
char *nst_demo_maker_dup_path (const char *name, const char *role);
void nst_demo_maker_start (const char *name, const char *role, NstClock *clock,
                           GAsyncReadyCallback callback, gpointer data);
/* Path of the demonstration, which is whole: it is made beside and renamed. */
char *nst_demo_maker_finish (GAsyncResult *result, GError **error);

G_END_DECLS
