/* SPDX-License-Identifier: GPL-3.0-or-later */
/* School years: which one it is, closing it, opening it again. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_YEAR_PAGE (nst_year_page_get_type ())
G_DECLARE_FINAL_TYPE (NstYearPage, nst_year_page, NST, YEAR_PAGE, GtkWidget)

G_END_DECLS
