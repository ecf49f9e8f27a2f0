/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In what an indicator is measured, and how a value of it is typed. */
#pragma once

#include "scheme/nst-rule-text.h"

G_BEGIN_DECLS

/**
 * NstIndicatorMeasure:
 * @NST_INDICATOR_PERCENT: per cent, from 0 to 100
 * @NST_INDICATOR_COUNT: a whole number of things
 * @NST_INDICATOR_CHOICE: one of the words of its unit, or several of them
 * @NST_INDICATOR_WORDS: any words
 */
typedef enum
{
  NST_INDICATOR_PERCENT,
  NST_INDICATOR_COUNT,
  NST_INDICATOR_CHOICE,
  NST_INDICATOR_WORDS,
} NstIndicatorMeasure;

NstIndicatorMeasure nst_indicator_text_get_measure (const NstIndicatorText *self);
/* @tenths: tenths of a per cent, or the number of things. */
gboolean nst_indicator_text_read (const NstIndicatorText *self, const char *typed, int *tenths,
                                  GError **error);

G_END_DECLS
