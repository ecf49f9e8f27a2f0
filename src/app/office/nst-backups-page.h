/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept copies of the base: looked into, restored, carried away. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_BACKUPS_PAGE (nst_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (NstBackupsPage, nst_backups_page, NST, BACKUPS_PAGE, GtkWidget)

G_END_DECLS
