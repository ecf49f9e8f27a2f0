/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Print all: which paper of which records, where to; then how far it is, and what was left out.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_PRINT_ALL_PAGE (nst_print_all_page_get_type ())
G_DECLARE_FINAL_TYPE (NstPrintAllPage, nst_print_all_page, NST, PRINT_ALL_PAGE, GtkWidget)

G_END_DECLS
