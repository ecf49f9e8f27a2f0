/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page: what is drawn where. */
#pragma once

#include "documents/nst-figure.h"
#include "documents/nst-line.h"
#include "documents/nst-qr.h"

G_BEGIN_DECLS

typedef enum
{
  NST_PAGE_TEXT,
  NST_PAGE_TAG,
  NST_PAGE_END_TAG,
  NST_PAGE_FIGURE,
} NstPageOpType;

/**
 * NstPageOp:
 * @type: which of the others counts
 * @line: (nullable): text
 * @x: of the line's column or the figure, points
 * @baseline: points from the top of the sheet; of a figure its upper edge
 * @tag: (nullable): static name of a structure tag
 * @figure: (nullable): a chart
 */
typedef struct
{
  NstPageOpType type;
  NstLine *line;
  double x;
  double baseline;
  const char *tag;
  NstFigure *figure;
} NstPageOp;

/**
 * NstPageRule:
 * @x1: points
 * @y1: points
 * @x2: points
 * @y2: points
 * @thick: points
 */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
  double thick;
} NstPageRule;

/**
 * NstPage:
 * @width: of the sheet, points
 * @height: of the sheet, points
 * @back_x: how far the content moves when the page is the back of a sheet, points
 * @back_y: the same downwards
 * @ops: (element-type NstPageOp): in reading order
 * @rules: (element-type NstPageRule): lines of tables
 * @marks: (nullable) (element-type NstPageRule): what is marked: from corner to corner
 * @number: (nullable): its printed number
 * @number_x: left edge of its column, points
 * @number_baseline: points
 * @code: (nullable): the code of the page in letters
 * @code_x: where its column begins, points
 * @code_baseline: points
 * @code_turned: it reads upwards
 * @qr: (nullable): the same for a camera
 * @qr_x: left edge, points
 * @qr_y: upper edge, points
 * @qr_size: of a side, points
 */
typedef struct
{
  double width;
  double height;
  double back_x;
  double back_y;
  GArray *ops;
  GArray *rules;
  GArray *marks;
  NstLine *number;
  double number_x;
  double number_baseline;
  NstLine *code;
  double code_x;
  double code_baseline;
  gboolean code_turned;
  NstQr *qr;
  double qr_x;
  double qr_y;
  double qr_size;
} NstPage;

NstPage *nst_page_new (double width, double height);
void nst_page_free (NstPage *self);
void nst_page_add_line (NstPage *self, NstLine *line, double x, double baseline);
void nst_page_add_figure (NstPage *self, NstFigure *figure, double x, double y);
void nst_page_begin_tag (NstPage *self, const char *tag);
void nst_page_end_tag (NstPage *self, const char *tag);
void nst_page_add_rule (NstPage *self, double x1, double y1, double x2, double y2, double thick);
void nst_page_add_mark (NstPage *self, double x, double y, double width, double height);
void nst_page_draw (NstPage *self, cairo_t *cr, gboolean tagged);

G_END_DECLS
