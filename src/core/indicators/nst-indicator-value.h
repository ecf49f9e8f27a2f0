/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator says, out of which numbers, and against which target. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NST_INDICATOR_UNKNOWN (-1)

/**
 * NstIndicatorVerdict:
 * @NST_INDICATOR_NO_DATA: there is nothing to compute it from
 * @NST_INDICATOR_NO_TARGET: known, but the scheme sets no target
 * @NST_INDICATOR_MEETS: at least the target (R95)
 * @NST_INDICATOR_MISSES: less than the target
 */
typedef enum
{
  NST_INDICATOR_NO_DATA,
  NST_INDICATOR_NO_TARGET,
  NST_INDICATOR_MEETS,
  NST_INDICATOR_MISSES,
} NstIndicatorVerdict;

/**
 * NstIndicatorValue:
 * @code: of the indicator: "P1"
 * @title: wording of the scheme, verbatim
 * @unit: of the scheme
 * @permille: tenths of a per cent, half up, or %NST_INDICATOR_UNKNOWN
 * @text: (nullable): the value where it is words and not a share
 * @numerator: what is counted
 * @denominator: out of how many; 0 when there is nothing to count
 * @target: in tenths of a per cent, or %NST_INDICATOR_UNKNOWN
 * @verdict: value against target
 * @source: (nullable): paragraph of the regulation
 * @note: (nullable): what has to be said with the value
 * @counted: whether things are counted: the share and the target are of their plan
 * @by_hand: whether the value is the typed one, because nothing can be computed
 * @typed: (nullable): value that somebody typed; beside a computed one it is no fact
 * @typed_source: (nullable): where that is from
 * @typed_who: (nullable): person or office that brought it
 * @typed_day: (nullable): when
 * @typed_id: number of its record, 0 without one
 * @difference: (nullable): by how much the typed value differs from the computed one
 * @target_note: (nullable): what was noted with a typed target
 * @supposed: whether it is no fact: somebody asked “what if”
 * @target_supposed: whether its target is no target: somebody asked “what if”
 * @school_year: (nullable): the school year that is counted: "2021/22"; %NULL for the year
 * @target_id: number of the typed target's record, 0 when the regulation sets the target
 */
typedef struct
{
  char *code;
  char *title;
  char *unit;
  int permille;
  char *text;
  guint numerator;
  guint denominator;
  int target;
  NstIndicatorVerdict verdict;
  char *source;
  char *note;
  gboolean counted;
  gboolean by_hand;
  gboolean supposed;
  gboolean target_supposed;
  char *typed;
  char *typed_source;
  char *typed_who;
  char *typed_day;
  gint64 typed_id;
  char *difference;
  char *target_note;
  char *school_year;
  gint64 target_id;
} NstIndicatorValue;

#define NST_TYPE_INDICATOR_VALUE (nst_indicator_value_get_type ())
GType nst_indicator_value_get_type (void);
NstIndicatorValue *nst_indicator_value_new (const char *code, const char *title, const char *unit,
                                            const char *source);
NstIndicatorValue *nst_indicator_value_copy (const NstIndicatorValue *self);
void nst_indicator_value_free (NstIndicatorValue *self);
void nst_indicator_value_set_share (NstIndicatorValue *self, guint numerator, guint denominator);
void nst_indicator_value_set_count (NstIndicatorValue *self, guint count, guint planned);
void nst_indicator_value_judge (NstIndicatorValue *self);
gboolean nst_indicator_value_is_planned (const NstIndicatorValue *self);
gboolean nst_indicator_value_is_known (const NstIndicatorValue *self);
char *nst_indicator_value_dup_label (const NstIndicatorValue *self);
char *nst_indicator_value_dup_numbers (const NstIndicatorValue *self);
char *nst_indicator_value_dup_target (const NstIndicatorValue *self);
char *nst_indicator_value_dup_origin (const NstIndicatorValue *self);
const char *nst_indicator_verdict_get_code (NstIndicatorVerdict verdict);
const char *nst_indicator_verdict_get_title (NstIndicatorVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstIndicatorValue, nst_indicator_value_free)

G_END_DECLS
