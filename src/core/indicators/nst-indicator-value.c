/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator says, out of which numbers, and against which target. */
#include "config.h"

#include "indicators/nst-indicator-value.h"

#include <glib/gi18n-lib.h>

#include "text/nst-russian.h"

G_DEFINE_BOXED_TYPE (NstIndicatorValue, nst_indicator_value, nst_indicator_value_copy,
                     nst_indicator_value_free)

/**
 * nst_indicator_value_new:
 * @code: of the indicator
 * @title: wording of the scheme
 * @unit: (nullable): of the scheme
 * @source: (nullable): paragraph of the regulation
 *
 * Returns: (transfer full): a value that is not known yet and has no target
 */
NstIndicatorValue *
nst_indicator_value_new (const char *code, const char *title, const char *unit,
                         const char *source)
{
  NstIndicatorValue *self = g_new0 (NstIndicatorValue, 1);

  self->code = g_strdup (code);
  self->title = g_strdup (title);
  self->unit = g_strdup (unit);
  self->source = g_strdup (source);
  self->permille = NST_INDICATOR_UNKNOWN;
  self->target = NST_INDICATOR_UNKNOWN;
  return self;
}

/**
 * nst_indicator_value_copy:
 * @self: a value
 *
 * Returns: (transfer full): the same
 */
NstIndicatorValue *
nst_indicator_value_copy (const NstIndicatorValue *self)
{
  NstIndicatorValue *copy = g_memdup2 (self, sizeof (NstIndicatorValue));

  copy->code = g_strdup (self->code);
  copy->title = g_strdup (self->title);
  copy->unit = g_strdup (self->unit);
  copy->text = g_strdup (self->text);
  copy->source = g_strdup (self->source);
  copy->note = g_strdup (self->note);
  copy->typed = g_strdup (self->typed);
  copy->typed_source = g_strdup (self->typed_source);
  copy->typed_who = g_strdup (self->typed_who);
  copy->typed_day = g_strdup (self->typed_day);
  copy->difference = g_strdup (self->difference);
  copy->target_note = g_strdup (self->target_note);
  copy->school_year = g_strdup (self->school_year);
  return copy;
}

/**
 * nst_indicator_value_free:
 * @self: (nullable): a value
 */
void
nst_indicator_value_free (NstIndicatorValue *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->text);
  g_free (self->source);
  g_free (self->note);
  g_free (self->typed);
  g_free (self->typed_source);
  g_free (self->typed_who);
  g_free (self->typed_day);
  g_free (self->difference);
  g_free (self->target_note);
  g_free (self->school_year);
  g_free (self);
}

/**
 * nst_indicator_value_set_share:
 * @self: a value
 * @numerator: what is counted
 * @denominator: out of how many; 0 leaves the value unknown
 *
 * Rounds to tenths of a per cent, half up, in whole numbers (R35).
 */
void
nst_indicator_value_set_share (NstIndicatorValue *self, guint numerator, guint denominator)
{
  g_return_if_fail (self != NULL);

  self->numerator = numerator;
  self->denominator = denominator;
  self->permille = denominator == 0
                       ? NST_INDICATOR_UNKNOWN
                       : (int) ((2000 * (guint64) numerator + denominator) / (2 * denominator));
}

/**
 * nst_indicator_value_set_count:
 * @self: a value
 * @count: what is counted
 * @planned: how many there should be; 0 when nothing is planned
 *
 * The value is the count itself; with a plan also what share of it is fulfilled, and the plan
 * is the target.
 */
void
nst_indicator_value_set_count (NstIndicatorValue *self, guint count, guint planned)
{
  g_autofree char *share = NULL;

  g_return_if_fail (self != NULL);

  nst_indicator_value_set_share (self, count, planned);
  self->counted = TRUE;
  g_free (self->text);
  if (planned == 0)
    {
      self->numerator = count;
      self->text = g_strdup_printf ("%u", count);
      return;
    }
  self->target = 1000;
  share = nst_russian_percent ((guint) self->permille);
  self->text = g_strdup_printf ("%u (%s)", count, share);
}

/**
 * nst_indicator_value_is_known:
 * @self: a value
 *
 * Returns: whether there was anything to compute it from
 */
gboolean
nst_indicator_value_is_known (const NstIndicatorValue *self)
{
  return self->permille != NST_INDICATOR_UNKNOWN || self->text != NULL;
}

/**
 * nst_indicator_value_judge:
 * @self: a value with its target
 *
 * Sets the verdict: a target is met by a value that is not less (R95).
 */
void
nst_indicator_value_judge (NstIndicatorValue *self)
{
  if (!nst_indicator_value_is_known (self))
    self->verdict = NST_INDICATOR_NO_DATA;
  else if (self->target == NST_INDICATOR_UNKNOWN || self->permille == NST_INDICATOR_UNKNOWN)
    self->verdict = NST_INDICATOR_NO_TARGET;
  else if (self->counted) /* one thing of thousands is lost in a share */
    self->verdict =
        self->numerator >= self->denominator ? NST_INDICATOR_MEETS : NST_INDICATOR_MISSES;
  else
    self->verdict = self->permille >= self->target ? NST_INDICATOR_MEETS : NST_INDICATOR_MISSES;
}

/**
 * nst_indicator_value_is_planned:
 * @self: a value
 *
 * Returns: whether it counts things of which some number is planned
 */
gboolean
nst_indicator_value_is_planned (const NstIndicatorValue *self)
{
  return self->counted && self->denominator > 0;
}

/**
 * nst_indicator_value_dup_label:
 * @self: a value
 *
 * Returns: (transfer full): «33,3 %», the words of the value, or «нет данных»
 */
char *
nst_indicator_value_dup_label (const NstIndicatorValue *self)
{
  if (self->text != NULL)
    return g_strdup (self->text);
  if (self->permille == NST_INDICATOR_UNKNOWN)
    return g_strdup (_ ("no data"));
  return nst_russian_percent ((guint) self->permille);
}

/**
 * nst_indicator_value_dup_numbers:
 * @self: a value
 *
 * Returns: (transfer full) (nullable): «6 из 18», or %NULL when nothing is counted
 */
char *
nst_indicator_value_dup_numbers (const NstIndicatorValue *self)
{
  if (self->denominator == 0)
    return NULL;
  return g_strdup_printf (_ ("%u of %u"), self->numerator, self->denominator);
}

/**
 * nst_indicator_value_dup_target:
 * @self: a value
 *
 * Returns: (transfer full) (nullable): «20 %», the number of things that are planned, or %NULL
 */
char *
nst_indicator_value_dup_target (const NstIndicatorValue *self)
{
  if (self->target == NST_INDICATOR_UNKNOWN)
    return NULL;
  if (self->counted)
    return g_strdup_printf ("%u", self->denominator);
  return self->target % 10 == 0 ? g_strdup_printf ("%d\302\240%%", self->target / 10)
                                : nst_russian_percent ((guint) self->target);
}

/**
 * nst_indicator_value_dup_origin:
 * @self: a value
 *
 * Returns: (transfer full) (nullable): where the typed value is from and who brought it, and
 *   beside a computed one that it differs; %NULL when nobody typed one
 */
char *
nst_indicator_value_dup_origin (const NstIndicatorValue *self)
{
  GString *text;

  if (self->typed == NULL)
    return NULL;
  text = g_string_new (NULL);
  if (self->by_hand)
    g_string_append_printf (text, _ ("entered by hand: %s"), self->typed_source);
  else
    g_string_append_printf (text, _ ("entered by hand: %s (%s)"), self->typed,
                            self->typed_source);
  if (self->typed_who != NULL)
    g_string_append_printf (text, ", %s", self->typed_who);
  if (self->typed_day != NULL)
    g_string_append_printf (text, ", %s", self->typed_day);
  if (self->difference != NULL)
    g_string_append_printf (text, _ ("; differs from the computed value by %s"),
                            self->difference);
  return g_string_free (text, FALSE);
}

/**
 * nst_indicator_verdict_get_code:
 * @verdict: a verdict
 *
 * Returns: (transfer none): its name for machines
 */
const char *
nst_indicator_verdict_get_code (NstIndicatorVerdict verdict)
{
  static const char *const codes[] = { "no-data", "no-target", "meets", "misses" };

  g_return_val_if_fail (verdict <= NST_INDICATOR_MISSES, codes[0]);

  return codes[verdict];
}

/**
 * nst_indicator_verdict_get_title:
 * @verdict: a verdict
 *
 * Returns: (transfer none): its name for people
 */
const char *
nst_indicator_verdict_get_title (NstIndicatorVerdict verdict)
{
  switch (verdict)
    {
    case NST_INDICATOR_MEETS:
      return _ ("target met");
    case NST_INDICATOR_MISSES:
      return _ ("target missed");
    case NST_INDICATOR_NO_TARGET:
      return _ ("no target");
    case NST_INDICATOR_NO_DATA:
    default:
      return _ ("no data");
    }
}
