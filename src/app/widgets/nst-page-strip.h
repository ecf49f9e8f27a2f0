/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document in small: where one is, and the way to another. */
#pragma once

#include "app/widgets/nst-page-area.h"

G_BEGIN_DECLS

#define NST_TYPE_PAGE_STRIP (nst_page_strip_get_type ())
G_DECLARE_FINAL_TYPE (NstPageStrip, nst_page_strip, NST, PAGE_STRIP, GtkWidget)

/* Signal "chosen" (guint page): a person wants that page, from 0. */
GtkWidget *nst_page_strip_new (void);
/* Shows what @area shows; to be called when its pages are others, or another one is seen. */
void nst_page_strip_refill (NstPageStrip *self, NstPageArea *area);
void nst_page_strip_mark (NstPageStrip *self, guint page);
void nst_page_strip_focus (NstPageStrip *self);

G_END_DECLS
