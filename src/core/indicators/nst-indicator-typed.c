/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that people bring and targets that they set, beside what is computed. */
#include "config.h"

#include "indicators/nst-indicator-typed.h"

#include "scheme/nst-indicator-measure.h"
#include "text/nst-russian.h"

#include <stdlib.h>

#define VALUE_KIND "indicator_value"
#define TARGET_KIND "indicator_target"

/* The record of the year of the day and of exactly this territory, or of none. */
static NstRecord *
dup_record (const NstRuleContext *context, const char *kind, const char *code, gint64 territory)
{
  g_autoptr (GPtrArray) records = nst_source_list (context->source, kind, "code", code);

  for (guint i = 0; i < records->len; i++)
    if (nst_record_get_int (records->pdata[i], "year") == g_date_get_year (&context->today) &&
        nst_record_get_ref (records->pdata[i], "territory") == territory)
      return g_object_ref (records->pdata[i]);
  return NULL;
}

static char *
dup_who (const NstRuleContext *context, NstRecord *record)
{
  static const char *const fields[] = { "person", "organisation" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (NstRecord) who = nst_source_dup_ref (context->source, record, fields[i]);

      if (who != NULL)
        return g_strdup (nst_record_get_title (who));
    }
  return NULL;
}

static char *
make_difference (NstIndicatorMeasure measure, int typed, const NstIndicatorValue *value)
{
  const char *sign;
  int by;

  if (measure == NST_INDICATOR_PERCENT && value->permille != NST_INDICATOR_UNKNOWN)
    by = typed - value->permille;
  else if (measure == NST_INDICATOR_COUNT && value->counted)
    by = typed - (int) value->numerator;
  else
    return NULL;
  sign = by > 0 ? "+" : by < 0 ? "−" : "";
  by = abs (by);
  return measure == NST_INDICATOR_COUNT ? g_strdup_printf ("%s%d", sign, by)
                                        : g_strdup_printf ("%s%d,%d", sign, by / 10, by % 10);
}

static void
take_as_value (NstIndicatorMeasure measure, int number, NstIndicatorValue *value)
{
  value->by_hand = TRUE;
  if (measure == NST_INDICATOR_PERCENT)
    value->permille = number;
  else if (measure == NST_INDICATOR_COUNT)
    nst_indicator_value_set_count (value, (guint) number, 0);
  else
    value->text = g_strdup (value->typed);
}

static void
apply_value (const NstRuleContext *context, NstRecord *record, const NstIndicatorText *text,
             NstIndicatorValue *value)
{
  NstIndicatorMeasure measure = nst_indicator_text_get_measure (text);
  GDate day;
  int number;

  value->typed = g_strdup (nst_record_get_text (record, "value"));
  value->typed_source = g_strdup (nst_record_get_text (record, "source"));
  value->typed_who = dup_who (context, record);
  value->typed_id = nst_record_get_id (record);
  if (nst_record_get_date (record, "date", &day))
    value->typed_day = nst_russian_date (&day);
  /* A later version of the regulation may measure it otherwise. */
  if (!nst_indicator_text_read (text, value->typed, &number, NULL))
    return;
  if (!nst_indicator_value_is_known (value))
    take_as_value (measure, number, value);
  else
    value->difference = make_difference (measure, number, value);
}

/* "indicator.P1.target.2022", else "indicator.P1.target", in the unit of the indicator. */
static int
find_limit (const NstRuleContext *context, const NstIndicatorText *text)
{
  g_autofree char *by_year =
      g_strdup_printf ("indicator.%s.target.%u", text->code, g_date_get_year (&context->today));
  g_autofree char *always = g_strdup_printf ("indicator.%s.target", text->code);
  const char *typed = nst_scheme_get_limit (context->scheme, by_year);
  int number;

  if (typed == NULL)
    typed = nst_scheme_get_limit (context->scheme, always);
  return typed != NULL && nst_indicator_text_read (text, typed, &number, NULL) ? number : -1;
}

static void
set_target (const NstIndicatorText *text, int number, NstIndicatorValue *value)
{
  if (nst_indicator_text_get_measure (text) != NST_INDICATOR_COUNT)
    value->target = number;
  else if (nst_indicator_value_is_known (value))
    nst_indicator_value_set_count (value, value->numerator, (guint) number);
  else
    {
      value->counted = TRUE;
      value->denominator = (guint) number;
      value->target = 1000;
    }
}

/*
 * nst_indicator_typed_apply_value:
 * @territory: number of a territory; 0 for the whole office
 * @text: the indicator
 * @value: what is computed of it, if anything
 *
 * A typed value is the value only where nothing is computed; else it stands beside.
 */
void
nst_indicator_typed_apply_value (const NstRuleContext *context, gint64 territory,
                                 const NstIndicatorText *text, NstIndicatorValue *value)
{
  g_autoptr (NstRecord) typed = dup_record (context, VALUE_KIND, text->code, territory);

  if (typed != NULL)
    apply_value (context, typed, text, value);
}

/*
 * nst_indicator_typed_apply_target:
 * @territory: number of a territory; 0 for the whole office
 * @text: the indicator
 * @value: its value
 *
 * A typed target goes before that of the regulation; the regulation plans things for the whole
 * office, and shares for everybody.
 */
void
nst_indicator_typed_apply_target (const NstRuleContext *context, gint64 territory,
                                  const NstIndicatorText *text, NstIndicatorValue *value)
{
  g_autoptr (NstRecord) target = dup_record (context, TARGET_KIND, text->code, territory);
  gboolean things = nst_indicator_text_get_measure (text) == NST_INDICATOR_COUNT;
  int number = -1;

  if (target != NULL &&
      nst_indicator_text_read (text, nst_record_get_text (target, "value"), &number, NULL))
    {
      value->target_id = nst_record_get_id (target);
      value->target_note = g_strdup (nst_record_get_text (target, "note"));
    }
  else if (value->target == NST_INDICATOR_UNKNOWN && (territory == 0 || !things))
    number = find_limit (context, text);
  if (number >= 0)
    set_target (text, number, value);
}
