/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People and organisations that were probably entered twice. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_DUPLICATES_PAGE (nst_duplicates_page_get_type ())
G_DECLARE_FINAL_TYPE (NstDuplicatesPage, nst_duplicates_page, NST, DUPLICATES_PAGE, GtkWidget)

G_END_DECLS
