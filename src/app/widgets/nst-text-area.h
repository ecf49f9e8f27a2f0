/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text view that is as high as its text at the width it gets. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TEXT_AREA (nst_text_area_get_type ())
G_DECLARE_FINAL_TYPE (NstTextArea, nst_text_area, NST, TEXT_AREA, GtkTextView)

GtkWidget *nst_text_area_new (void);

G_END_DECLS
