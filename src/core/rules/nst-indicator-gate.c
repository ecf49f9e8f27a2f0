/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What typed values and targets of indicators must be: of an indicator of the regulation, of a
 * year, in its unit, and one of each. */
#include "config.h"

#include "rules/nst-indicator-gate.h"

#include "model/nst-error.h"
#include "rules/nst-planned-source.h"
#include "rules/nst-rules-private.h"
#include "scheme/nst-indicator-measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VALUE_KIND "indicator_value"
#define TARGET_KIND "indicator_target"
#define SCENARIO_KIND "scenario"
#define SUPPOSED_KIND "scenario_value"
#define FIRST_YEAR 2000
#define LAST_YEAR 2100

static gboolean
is_ours (NstRecord *record)
{
  static const char *const kinds[] = { VALUE_KIND, TARGET_KIND, SCENARIO_KIND, SUPPOSED_KIND,
                                       NULL };

  return g_strv_contains (kinds, nst_record_get_kind (record)->name);
}

static gboolean
is_kind (NstRecord *record, const char *kind)
{
  return strcmp (nst_record_get_kind (record)->name, kind) == 0;
}

static gboolean
is_target (NstRecord *record)
{
  return is_kind (record, TARGET_KIND) ||
         (is_kind (record, SUPPOSED_KIND) && nst_record_get_bool (record, "target"));
}

static gboolean
check_year (NstRecord *record, GError **error)
{
  gint64 year = nst_record_get_int (record, "year");

  if (year >= FIRST_YEAR && year <= LAST_YEAR)
    return TRUE;
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               _ ("%s is no year of an indicator; write one from %d to %d."),
               nst_record_get_text (record, "year"), FIRST_YEAR, LAST_YEAR);
  return FALSE;
}

static gboolean
check_value (const NstRuleContext *context, NstRecord *record, GError **error)
{
  const char *code = nst_record_get_text (record, "code");
  const char *typed = nst_record_get_text (record, "value");
  const NstIndicatorText *text = nst_scheme_find_indicator (context->scheme, code);
  NstIndicatorMeasure measure;
  int number;

  if (text == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("The regulation has no indicator “%s”; `indicators` lists them"), code);
      return FALSE;
    }
  measure = nst_indicator_text_get_measure (text);
  if (is_target (record) && measure != NST_INDICATOR_PERCENT && measure != NST_INDICATOR_COUNT)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("%s is answered in words (unit: %s); targets are set for numbers and "
                      "percentages."),
                   code, text->unit);
      return FALSE;
    }
  return nst_indicator_text_read (text, typed, &number, error);
}

/* What makes two records say the same thing twice. */
static gboolean
are_same (NstRecord *record, NstRecord *other)
{
  const NstKind *kind = nst_record_get_kind (record);

  if (is_kind (record, SCENARIO_KIND))
    return TRUE;
  if (nst_record_get_int (other, "year") != nst_record_get_int (record, "year"))
    return FALSE;
  if (nst_kind_find_field (kind, "territory") != NULL)
    return nst_record_get_ref (other, "territory") == nst_record_get_ref (record, "territory");
  return nst_record_get_ref (other, "scenario") == nst_record_get_ref (record, "scenario") &&
         is_target (other) == is_target (record);
}

/* One value, and one target, of an indicator for a year and a territory, or in a scenario; one
 * scenario of a name. */
static gboolean
check_single (const NstRuleContext *context, NstRecord *record, GError **error)
{
  const NstKind *kind = nst_record_get_kind (record);
  const char *field = is_kind (record, SCENARIO_KIND) ? "name" : "code";
  g_autoptr (GPtrArray) others =
      nst_source_list (context->source, kind->name, field, nst_record_get_text (record, field));

  for (guint i = 0; i < others->len; i++)
    {
      NstRecord *other = others->pdata[i];
      g_autofree char *id = nst_rules_dup_number (nst_record_get_id (other));

      if (nst_record_get_id (other) == nst_record_get_id (record) || !are_same (record, other))
        continue;
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("There is such a record already: “%s” (%s %s); change that one."),
                   nst_record_get_title (other), kind->name, id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_record (const NstRuleContext *context, NstRecord *record, GError **error)
{
  if (is_kind (record, SCENARIO_KIND))
    return check_single (context, record, error);
  return check_year (record, error) && check_value (context, record, error) &&
         check_single (context, record, error);
}

/*
 * nst_indicator_gate_check:
 *
 * Returns: whether the change leaves values and targets of indicators in order
 */
gboolean
nst_indicator_gate_check (const NstRuleContext *context, NstChange *change, GError **error)
{
  GPtrArray *items = nst_change_get_items (change);
  g_autoptr (NstPlannedSource) planned = NULL;
  NstRuleContext later = *context;

  for (guint i = 0; i < items->len && context->scheme != NULL; i++)
    {
      const NstChangeItem *item = items->pdata[i];
      g_autoptr (NstRecord) record = NULL;

      if (!is_ours (item->record) || item->op == NST_CHANGE_REMOVE)
        continue;
      if (planned == NULL)
        planned = nst_planned_source_new (context->source, change);
      later.source = NST_SOURCE (planned);
      record = nst_source_dup (later.source, nst_record_get_kind (item->record)->name,
                               nst_record_get_id (item->record));
      if (record != NULL && !check_record (&later, record, error))
        return FALSE;
    }
  return TRUE;
}
