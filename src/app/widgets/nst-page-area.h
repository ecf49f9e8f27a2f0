/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages under each other, scrolled and zoomed. */
#pragma once

#include "app/widgets/nst-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_PAGE_AREA (nst_page_area_get_type ())
G_DECLARE_FINAL_TYPE (NstPageArea, nst_page_area, NST, PAGE_AREA, GtkWidget)

/* A PDF or a picture; the place in the document stays when its pages are made anew. */
gboolean nst_page_area_set_bytes (NstPageArea *self, GBytes *bytes, GError **error);
/* A document that was just laid out: nothing is written and read again. */
void nst_page_area_set_pages (NstPageArea *self, NstPages *pages);
void nst_page_area_clear (NstPageArea *self);

/* Signal "moved": another page, another zoom or other pages. */
guint nst_page_area_get_n_pages (NstPageArea *self);
NstPaper *nst_page_area_get_paper (NstPageArea *self, guint page);
guint nst_page_area_get_page (NstPageArea *self);
void nst_page_area_set_page (NstPageArea *self, guint page);
guint nst_page_area_get_percent (NstPageArea *self);
void nst_page_area_zoom (NstPageArea *self, int steps);
void nst_page_area_set_percent (NstPageArea *self, guint percent);
/* As wide as there is room; the whole page: follow the size of the area. */
void nst_page_area_fit (NstPageArea *self);
void nst_page_area_fit_page (NstPageArea *self);

G_END_DECLS
