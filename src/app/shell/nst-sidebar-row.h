/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One section in the sidebar. */
#pragma once

#include "app/shell/nst-sections.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_SIDEBAR_ROW (nst_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (NstSidebarRow, nst_sidebar_row, NST, SIDEBAR_ROW, GtkListBoxRow)

/* @number: with Alt it opens the section. */
GtkWidget *nst_sidebar_row_new (const NstSectionInfo *section, guint number);
const char *nst_sidebar_row_get_section (NstSidebarRow *self);
void nst_sidebar_row_set_badge (NstSidebarRow *self, guint mine, guint others);

G_END_DECLS
