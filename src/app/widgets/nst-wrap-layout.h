/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children beside each other, on as many lines as it takes: tags and chips. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_WRAP_LAYOUT (nst_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (NstWrapLayout, nst_wrap_layout, NST, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *nst_wrap_layout_new (int spacing);

G_END_DECLS
