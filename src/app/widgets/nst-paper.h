/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One white sheet on the screen: a page of a document or of a PDF, or a scanned picture. */
#pragma once

#include "documents/nst-pages.h"

#include <gtk/gtk.h>
#include <poppler.h>

G_BEGIN_DECLS

#define NST_TYPE_PAPER (nst_paper_get_type ())
G_DECLARE_FINAL_TYPE (NstPaper, nst_paper, NST, PAPER, GtkWidget)

GtkWidget *nst_paper_new (void);
/* A small one, which takes no clicks and no focus. */
GtkWidget *nst_paper_new_thumbnail (void);
void nst_paper_set_drawing (NstPaper *self, NstPages *pages, guint index);
void nst_paper_copy_drawing (NstPaper *self, NstPaper *other);
void nst_paper_set_page (NstPaper *self, PopplerPage *page, guint number, guint count);
void nst_paper_set_picture (NstPaper *self, GdkTexture *picture, guint number, guint count);
/* Points, as it is printed. */
void nst_paper_get_size (NstPaper *self, double *width, double *height);
/* Pixels a point; 0 fits the width that the paper is given. */
void nst_paper_set_zoom (NstPaper *self, double zoom);
double nst_paper_get_shown_zoom (NstPaper *self);
/* A paper out of sight keeps no picture of itself. */
void nst_paper_set_in_sight (NstPaper *self, gboolean in_sight);

G_END_DECLS
