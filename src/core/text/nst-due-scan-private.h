/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar points that a phrase names, before they become a schedule. */
#pragma once

#include "text/nst-due-private.h"

G_BEGIN_DECLS

/**
 * NstDueItem:
 * @point: what is said of the day, month and year
 * @quarter: 1…4 for a quarter of a year, else 0
 * @before: what stands before it: ',' '-' '.' (an ellipsis), ' ' for nothing
 */
typedef struct
{
  NstDuePoint point;
  int quarter;
  char before;
} NstDueItem;

/* (element-type NstDueItem): in the order named; the error names the word in the way. */
GArray *nst_due_scan (const char *phrase, GError **error);

G_END_DECLS
