/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the office numbers its papers: pattern, next number, what is missing or there twice. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_NUMBERING_PAGE (nst_numbering_page_get_type ())
G_DECLARE_FINAL_TYPE (NstNumberingPage, nst_numbering_page, NST, NUMBERING_PAGE, GtkWidget)

G_END_DECLS
