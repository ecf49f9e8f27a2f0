/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page: what is drawn where. */
#pragma once

#include "documents/nst-line.h"

G_BEGIN_DECLS

typedef enum
{
  NST_PAGE_TEXT,
  NST_PAGE_TAG,
  NST_PAGE_END_TAG,
} NstPageOpType;

/**
 * NstPageOp:
 * @type: which of the others counts
 * @line: (nullable): text
 * @x: of the line's column, points
 * @baseline: points from the top of the sheet
 * @tag: (nullable): static name of a structure tag
 */
typedef struct
{
  NstPageOpType type;
  NstLine *line;
  double x;
  double baseline;
  const char *tag;
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
 * @ops: (element-type NstPageOp): in reading order
 * @rules: (element-type NstPageRule): lines of tables
 * @number: (nullable): its printed number
 * @number_x: left edge of its column, points
 * @number_baseline: points
 * @code: (nullable): the code of the issued document, in the lower margin
 * @code_x: left edge of its column, points
 * @code_baseline: points
 */
typedef struct
{
  double width;
  double height;
  GArray *ops;
  GArray *rules;
  NstLine *number;
  double number_x;
  double number_baseline;
  NstLine *code;
  double code_x;
  double code_baseline;
} NstPage;

NstPage *nst_page_new (double width, double height);
void nst_page_free (NstPage *self);
void nst_page_add_line (NstPage *self, NstLine *line, double x, double baseline);
void nst_page_begin_tag (NstPage *self, const char *tag);
void nst_page_end_tag (NstPage *self, const char *tag);
void nst_page_add_rule (NstPage *self, double x1, double y1, double x2, double y2, double thick);
void nst_page_draw (NstPage *self, cairo_t *cr, gboolean tagged);

G_END_DECLS
