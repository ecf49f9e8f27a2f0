/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box for templates whose children stand as NstFlipLayout says. */
#pragma once

#include "app/widgets/nst-flip-layout.h"

G_BEGIN_DECLS

#define NST_TYPE_FLIP_BOX (nst_flip_box_get_type ())
G_DECLARE_FINAL_TYPE (NstFlipBox, nst_flip_box, NST, FLIP_BOX, GtkWidget)

/* Give it an NstFlipLayout as its layout manager to set spacing and widths. */
GtkWidget *nst_flip_box_new (void);

G_END_DECLS
