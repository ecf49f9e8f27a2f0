/* SPDX-License-Identifier: GPL-3.0-or-later */
/* indicators: values, the numbers in them, targets and verdicts. */
#include "config.h"

#include "cli/nst-cli.h"

#include "cli/nst-render.h"
#include "indicators/nst-scenario-values.h"
#include "rules/nst-kept-source.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static void
add_typed (NstJson *json, const NstIndicatorValue *value)
{
  if (value->typed == NULL)
    {
      nst_json_add_text (json, "typed", NULL);
      return;
    }
  nst_json_begin_object (json, "typed");
  nst_json_add_int (json, "id", value->typed_id);
  nst_json_add_text (json, "value", value->typed);
  nst_json_add_text (json, "source", value->typed_source);
  nst_json_add_text (json, "who", value->typed_who);
  nst_json_add_text (json, "date", value->typed_day);
  nst_json_add_text (json, "difference", value->difference);
  nst_json_end_object (json);
}

static void
add_value (NstJson *json, const char *key, const NstIndicatorValue *value)
{
  nst_json_begin_object (json, key);
  nst_json_add_text (json, "code", value->code);
  nst_json_add_text (json, "title", value->title);
  nst_json_add_text (json, "unit", value->unit);
  if (value->text == NULL && value->permille != NST_INDICATOR_UNKNOWN)
    nst_json_add_tenths (json, "value", value->permille);
  else
    nst_json_add_text (json, "value", value->text);
  nst_json_add_int (json, "numerator", value->numerator);
  nst_json_add_int (json, "denominator", value->denominator);
  if (value->target != NST_INDICATOR_UNKNOWN && value->counted)
    nst_json_add_int (json, "target", value->denominator);
  else if (value->target != NST_INDICATOR_UNKNOWN)
    nst_json_add_tenths (json, "target", value->target);
  else
    nst_json_add_text (json, "target", NULL);
  nst_json_add_text (json, "verdict", nst_indicator_verdict_get_code (value->verdict));
  nst_json_add_text (json, "source", value->source);
  nst_json_add_text (json, "note", value->note);
  nst_json_add_text (json, "school_year", value->school_year);
  add_typed (json, value);
  nst_json_add_text (json, "target_note", value->target_note);
  nst_json_end_object (json);
}

/* Which of them are counted by school years, and by which. */
static void
print_school_year (GPtrArray *values)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  const char *year = NULL;

  for (guint i = 0; i < values->len; i++)
    {
      const NstIndicatorValue *value = g_ptr_array_index (values, i);

      if (value->school_year == NULL)
        continue;
      year = value->school_year;
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", value->code);
    }
  if (year != NULL)
    g_print (_ ("%s: school year %s\n"), codes->str, year);
}

static void
print_table (GPtrArray *values)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const header[] = { _ ("Code"),   _ ("Indicator"), _ ("Value"), _ ("Numbers"),
                                 _ ("Target"), _ ("Verdict"),   NULL };

  g_ptr_array_add (rows, g_strdupv ((char **) header));
  for (guint i = 0; i < values->len; i++)
    {
      const NstIndicatorValue *value = g_ptr_array_index (values, i);
      g_autofree char *label = nst_indicator_value_dup_label (value);
      g_autofree char *numbers = nst_indicator_value_dup_numbers (value);
      g_autofree char *target = nst_indicator_value_dup_target (value);
      const char *const row[] = { value->code,
                                  value->title,
                                  label,
                                  numbers != NULL ? numbers : "",
                                  target != NULL ? target : "",
                                  nst_indicator_verdict_get_title (value->verdict),
                                  NULL };

      g_ptr_array_add (rows, g_strdupv ((char **) row));
    }
  nst_render_rows (rows);
  print_school_year (values);
  for (guint i = 0; i < values->len; i++)
    {
      const NstIndicatorValue *value = g_ptr_array_index (values, i);

      g_autofree char *origin = nst_indicator_value_dup_origin (value);

      if (value->note != NULL)
        g_print ("%s: %s\n", value->code, value->note);
      if (origin != NULL)
        g_print ("%s: %s\n", value->code, origin);
      if (value->target_note != NULL)
        g_print (_ ("%s, target: %s\n"), value->code, value->target_note);
    }
}

static void
print_json (GPtrArray *values)
{
  g_autoptr (NstJson) json = nst_json_new ();

  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < values->len; i++)
    add_value (json, NULL, g_ptr_array_index (values, i));
  nst_json_end_array (json);
  nst_cli_print_json (json);
}

/* Only the value of one indicator; FALSE when there is none of that code. */
static gboolean
keep_one (GPtrArray *values, const char *code)
{
  for (guint i = values->len; i > 0; i--)
    if (strcmp (((const NstIndicatorValue *) values->pdata[i - 1])->code, code) != 0)
      g_ptr_array_remove_index (values, i - 1);
  return values->len > 0;
}

/* The records that an indicator counted: kind, number and title of each. */
static void
print_records (GPtrArray *records, gboolean as_json)
{
  g_autoptr (NstJson) json = nst_json_new ();

  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      NstRecord *record = records->pdata[i];
      const char *kind = nst_record_get_kind (record)->name;

      if (!as_json)
        {
          g_print ("%s %" G_GINT64_FORMAT "  %s\n", kind, nst_record_get_id (record),
                   nst_record_get_title (record));
          continue;
        }
      nst_json_begin_object (json, NULL);
      nst_json_add_text (json, "kind", kind);
      nst_json_add_int (json, "id", nst_record_get_id (record));
      nst_json_add_text (json, "title", nst_record_get_title (record));
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
  if (as_json)
    nst_cli_print_json (json);
}

/* What the words of the command ask for. */
typedef struct
{
  int year;
  char *named; /* (nullable): the territory, by number or name */
  gint64 territory;
  char *level;
  gboolean json;
  gboolean csv;
  gboolean records;
  char *scenario;
  GStrv what_if;
} Wish;

static gboolean
is_what_if (const Wish *wish)
{
  return wish->scenario != NULL || wish->what_if != NULL;
}

static gboolean
list_records (const NstRuleContext *context, const char *code, const Wish *wish, GError **error)
{
  g_autoptr (GPtrArray) records =
      nst_indicators_list_records (context, code, (guint) wish->year, wish->territory, error);

  if (records == NULL)
    return FALSE;
  print_records (records, wish->json);
  return TRUE;
}

/* The values of the whole office or of a territory; only of one indicator when it is named. */
static GPtrArray *
compute (const NstRuleContext *context, const Wish *wish, gint64 territory, const char *code,
         GError **error)
{
  g_autoptr (GPtrArray) values =
      nst_indicators_compute_year (context, (guint) wish->year, territory);

  if (code != NULL && !keep_one (values, code))
    {
      nst_cli_refuse_usage ("indicators ",
                            _ ("no indicator of this code is computed; “indicators” lists them"),
                            error);
      return NULL;
    }
  return g_steal_pointer (&values);
}

static void
print_values (const Wish *wish, const char *subject, GPtrArray *values)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (wish->json)
    print_json (values);
  else if (wish->csv)
    {
      nst_indicators_append_csv (text, subject, values);
      fputs (text->str, stdout);
    }
  else
    print_table (values);
}

/* Each territory by itself: one object, block of lines or table after the other. */
static gboolean
print_territories (const NstRuleContext *context, const Wish *wish, const char *code,
                   GError **error)
{
  g_autoptr (NstSource) kept = NST_SOURCE (nst_kept_source_new (context->source));
  g_autoptr (GPtrArray) territories = nst_source_list (kept, "territory", NULL, NULL);
  g_autoptr (NstJson) json = nst_json_new ();
  g_autoptr (GString) csv = g_string_new (NULL);
  NstRuleContext whole = *context;

  whole.source = kept;
  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < territories->len; i++)
    {
      NstRecord *territory = territories->pdata[i];
      const char *title = nst_record_get_title (territory);
      g_autoptr (GPtrArray) values =
          compute (&whole, wish, nst_record_get_id (territory), code, error);

      if (values == NULL)
        return FALSE;
      nst_json_begin_object (json, NULL);
      nst_json_add_int (json, "territory", nst_record_get_id (territory));
      nst_json_add_text (json, "title", title);
      nst_json_begin_array (json, "values");
      for (guint k = 0; k < values->len; k++)
        add_value (json, NULL, values->pdata[k]);
      nst_json_end_array (json);
      nst_json_end_object (json);
      nst_indicators_append_csv (csv, title, values);
      if (!wish->json && !wish->csv)
        {
          g_print ("%s%s\n", i > 0 ? "\n" : "", title);
          print_table (values);
        }
    }
  nst_json_end_array (json);
  if (wish->json)
    nst_cli_print_json (json);
  else if (wish->csv)
    fputs (csv->str, stdout);
  return TRUE;
}

/* The scenario first; what is typed beside it goes before it. */
static GPtrArray *
list_suppositions (const NstRuleContext *context, const Wish *wish, GError **error)
{
  g_autoptr (GPtrArray) suppositions = NULL;
  guint year = wish->year > 0 ? (guint) wish->year : g_date_get_year (&context->today);

  if (wish->scenario != NULL)
    {
      g_autoptr (NstRecord) scenario = nst_scenario_dup (context, wish->scenario, error);

      if (scenario == NULL)
        return NULL;
      suppositions = nst_scenario_list_values (context, scenario);
    }
  else
    suppositions = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_supposition_free);
  for (guint i = 0; wish->what_if != NULL && wish->what_if[i] != NULL; i++)
    {
      NstSupposition *one = nst_supposition_parse (context, wish->what_if[i], year, error);

      if (one == NULL)
        return NULL;
      g_ptr_array_add (suppositions, one);
    }
  return g_steal_pointer (&suppositions);
}

/* Facts beside what they would be; a line that is as it is has nothing in the second place. */
static void
print_beside (GPtrArray *facts, GPtrArray *values)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const header[] = { _ ("Code"),   _ ("Indicator"), _ ("Fact"), _ ("What if"),
                                 _ ("Target"), _ ("Verdict"),   NULL };

  g_ptr_array_add (rows, g_strdupv ((char **) header));
  for (guint i = 0; i < values->len; i++)
    {
      const NstIndicatorValue *value = values->pdata[i];
      g_autofree char *fact = nst_indicator_value_dup_label (facts->pdata[i]);
      g_autofree char *label = nst_indicator_value_dup_label (value);
      g_autofree char *target = nst_indicator_value_dup_target (value);
      const char *const row[] = { value->code,
                                  value->title,
                                  fact,
                                  value->supposed ? label : "",
                                  target != NULL ? target : "",
                                  nst_indicator_verdict_get_title (value->verdict),
                                  NULL };

      g_ptr_array_add (rows, g_strdupv ((char **) row));
    }
  g_print ("%s\n", _ ("What if: these are suppositions, not facts."));
  nst_render_rows (rows);
}

static void
print_json_beside (GPtrArray *facts, GPtrArray *values)
{
  g_autoptr (NstJson) json = nst_json_new ();

  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < values->len; i++)
    {
      const NstIndicatorValue *value = values->pdata[i];

      nst_json_begin_object (json, NULL);
      nst_json_add_text (json, "code", value->code);
      nst_json_add_bool (json, "supposed", value->supposed);
      add_value (json, "fact", facts->pdata[i]);
      add_value (json, "what_if", value);
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
  nst_cli_print_json (json);
}

static gboolean
print_what_if (const NstRuleContext *context, const Wish *wish, const char *code, GError **error)
{
  g_autoptr (GPtrArray) suppositions = list_suppositions (context, wish, error);
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GPtrArray) values = NULL;

  if (suppositions == NULL)
    return FALSE;
  facts = nst_indicators_compute_year (context, (guint) wish->year, wish->territory);
  values =
      nst_scenario_compute (context, (guint) wish->year, wish->territory, facts, suppositions);
  if (code != NULL && (!keep_one (facts, code) || !keep_one (values, code)))
    return nst_cli_refuse_usage (
        "indicators ", _ ("no indicator of this code is computed; “indicators” lists them"),
        error);
  if (wish->json)
    print_json_beside (facts, values);
  else
    print_beside (facts, values);
  return TRUE;
}

static gboolean
check_wish (const Wish *wish, int argc, GError **error)
{
  static const char *const levels[] = { "region", "territory", NULL };

  if (argc > 2 || wish->year < 0 || wish->year > 9999)
    return nst_cli_refuse_usage ("indicators ", _ ("nothing else is expected"), error);
  if (wish->records && (argc != 2 || wish->csv))
    return nst_cli_refuse_usage ("indicators ",
                                 _ ("--records needs the code of one indicator and no --csv"),
                                 error);
  if (is_what_if (wish) && (wish->records || wish->csv || wish->level != NULL))
    return nst_cli_refuse_usage (
        "indicators ",
        _ ("suppositions are not mixed with --records, --csv and --level: those are facts"),
        error);
  if (wish->level != NULL && !g_strv_contains (levels, wish->level))
    return nst_cli_refuse_usage ("indicators ", _ ("--level is region or territory"), error);
  if (wish->level != NULL && (wish->records || wish->named != NULL))
    return nst_cli_refuse_usage ("indicators ",
                                 _ ("--level stands without --territory and --records"), error);
  return TRUE;
}

static gboolean
run (NstCli *cli, Wish *wish, const char *code, GError **error)
{
  g_autoptr (NstOffice) office = nst_cli_open (cli, error);
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (NstRecord) subject = NULL;
  NstRuleContext context;

  if (office == NULL)
    return FALSE;
  nst_office_get_context (office, &context);
  if (wish->named != NULL)
    {
      subject = nst_cli_find_record (office, nst_kinds_find ("territory"), wish->named, error);
      if (subject == NULL)
        return FALSE;
      wish->territory = nst_record_get_id (subject);
    }
  else
    subject = nst_office_dup_card (office);
  if (wish->records)
    return list_records (&context, code, wish, error);
  if (is_what_if (wish))
    return print_what_if (&context, wish, code, error);
  if (g_strcmp0 (wish->level, "territory") == 0)
    return print_territories (&context, wish, code, error);
  values = compute (&context, wish, wish->territory, code, error);
  if (values == NULL)
    return FALSE;
  print_values (wish, subject != NULL ? nst_record_get_title (subject) : "", values);
  return TRUE;
}

gboolean
nst_command_indicators (NstCli *cli, int argc, char **argv, GError **error)
{
  Wish wish = { 0 };
  g_autofree char *level = NULL;
  g_autofree char *territory = NULL;
  g_autofree char *scenario = NULL;
  g_auto (GStrv) what_if = NULL;
  GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &wish.year, NULL, NULL },
    { "territory", 0, 0, G_OPTION_ARG_STRING, &territory, NULL, NULL },
    { "level", 0, 0, G_OPTION_ARG_STRING, &level, NULL, NULL },
    { "what-if", 0, 0, G_OPTION_ARG_STRING_ARRAY, &what_if, NULL, NULL },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &scenario, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wish.json, NULL, NULL },
    { "records", 0, 0, G_OPTION_ARG_NONE, &wish.records, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &wish.csv, NULL, NULL },
    { NULL },
  };

  if (!nst_cli_parse ("indicators", entries, &argc, &argv, error))
    return FALSE;
  wish.level = level;
  wish.named = territory;
  wish.scenario = scenario;
  wish.what_if = what_if;
  return check_wish (&wish, argc, error) && run (cli, &wish, argc == 2 ? argv[1] : NULL, error);
}
