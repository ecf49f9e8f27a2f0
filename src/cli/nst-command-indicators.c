/* SPDX-License-Identifier: GPL-3.0-or-later */
/* indicators: values, the numbers in them, targets and verdicts. */
#include "config.h"

#include "cli/nst-cli.h"

#include "cli/nst-render.h"
#include "indicators/nst-indicators.h"

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
add_value (NstJson *json, const NstIndicatorValue *value)
{
  nst_json_begin_object (json, NULL);
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
  add_typed (json, value);
  nst_json_add_text (json, "target_note", value->target_note);
  nst_json_end_object (json);
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
    add_value (json, g_ptr_array_index (values, i));
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

static gboolean
list_records (const NstRuleContext *context, const char *code, guint year, gboolean json,
              GError **error)
{
  g_autoptr (GPtrArray) records = nst_indicators_list_records (context, code, year, error);

  if (records == NULL)
    return FALSE;
  print_records (records, json);
  return TRUE;
}

gboolean
nst_command_indicators (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean json = FALSE;
  gboolean csv = FALSE;
  gboolean records = FALSE;
  int year = 0;
  GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &year, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { "records", 0, 0, G_OPTION_ARG_NONE, &records, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (NstRecord) card = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  NstRuleContext context;

  if (!nst_cli_parse ("indicators", entries, &argc, &argv, error))
    return FALSE;
  if (argc > 2 || year < 0 || year > 9999)
    return nst_cli_refuse_usage ("indicators ", _ ("nothing else is expected"), error);
  if (records && (argc != 2 || csv))
    return nst_cli_refuse_usage ("indicators ",
                                 _ ("--records needs the code of one indicator and no --csv"),
                                 error);
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  nst_office_get_context (office, &context);
  if (records)
    return list_records (&context, argv[1], (guint) year, json, error);
  values = nst_indicators_compute_year (&context, (guint) year);
  if (argc == 2 && !keep_one (values, argv[1]))
    return nst_cli_refuse_usage (
        "indicators ", _ ("no indicator of this code is computed; “indicators” lists them"),
        error);
  card = nst_office_dup_card (office);
  if (json)
    print_json (values);
  else if (csv)
    {
      nst_indicators_append_csv (text, card != NULL ? nst_record_get_title (card) : "", values);
      fputs (text->str, stdout);
    }
  else
    print_table (values);
  return TRUE;
}
