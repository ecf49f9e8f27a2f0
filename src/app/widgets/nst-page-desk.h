/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages to look at: small ones at the side, which page, how large; perhaps a scan beside them. */
#pragma once

#include "app/widgets/nst-page-area.h"

G_BEGIN_DECLS

#define NST_TYPE_PAGE_DESK (nst_page_desk_get_type ())
G_DECLARE_FINAL_TYPE (NstPageDesk, nst_page_desk, NST, PAGE_DESK, GtkWidget)

/*
 * Buildable children of type "end" stand at the end of its bar, those of type "below" under it.
 * Widget actions: pages.{previous,next}, pages.zoom-{in,out,fit,page}, pages.zoom-to (per cent),
 * pages.strip.
 */
GtkWidget *nst_page_desk_new (void);

/* What is shown is put into these; nst_page_desk_refresh() tells that it was. */
NstPageArea *nst_page_desk_get_paper (NstPageDesk *self);
NstPageArea *nst_page_desk_get_scan (NstPageDesk *self);
void nst_page_desk_refresh (NstPageDesk *self);
void nst_page_desk_choose (NstPageDesk *self, gboolean paper, gboolean scan);

/* The page that is seen gets the keyboard. */
gboolean nst_page_desk_focus (NstPageDesk *self);

void nst_page_desk_turn (NstPageDesk *self, int pages);
/* Steps nearer or farther, 0: as wide as there is room. */
void nst_page_desk_zoom (NstPageDesk *self, int steps);

G_END_DECLS
