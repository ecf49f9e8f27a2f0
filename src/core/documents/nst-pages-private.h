/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For those who make pages and those who write them. */
#pragma once

#include "documents/nst-page.h"
#include "documents/nst-pages.h"
#include "documents/nst-tree.h"

G_BEGIN_DECLS

/**
 * NstOutlineEntry:
 * @title: what the outline shows
 * @level: from 1
 * @page: from 1
 * @y: points from the top
 */
typedef struct
{
  char *title;
  guint level;
  guint page;
  double y;
} NstOutlineEntry;

/**
 * NstPagesInfo:
 *
 * What the file says about itself.
 */
typedef struct
{
  char *title;
  char *author;
  char *subject;
  char *date;
} NstPagesInfo;

NstPages *nst_pages_new (const NstTree *tree);
void nst_pages_set_two_sided (NstPages *self, gboolean two_sided);
void nst_pages_place (NstPages *self, guint page, cairo_t *cr);
void nst_pages_take (NstPages *self, NstPage *page);
void nst_pages_add_outline (NstPages *self, const char *title, guint level, guint page, double y);
GPtrArray *nst_pages_get_outline (NstPages *self);
const NstPagesInfo *nst_pages_get_info (NstPages *self);
/* (element-type utf8): what the figures say, in their order. */
GPtrArray *nst_pages_list_alternatives (NstPages *self);
NstPage *nst_pages_get_page (NstPages *self, guint page);

G_END_DECLS
