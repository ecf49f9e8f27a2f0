/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the office words its papers: forms, their places, the paper beside. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_WORDINGS_PAGE (nst_wordings_page_get_type ())
G_DECLARE_FINAL_TYPE (NstWordingsPage, nst_wordings_page, NST, WORDINGS_PAGE, GtkWidget)

G_END_DECLS
