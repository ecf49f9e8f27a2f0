/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters of fields: {team.leader.fio|gen} (DOCUMENTS 0.1). */
#include "config.h"

#include "documents/nst-filter.h"

#include "model/nst-error.h"
#include "text/nst-due.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  NstGrammar *grammar;
  const char *name;
  const char *argument;
  NstValue *other;
} Call;

typedef NstValue *(*Filter) (const Call *call, NstValue *value);

static NstValue *
take_text (char *text)
{
  NstValue *value = text != NULL ? nst_value_new_text (text) : NULL;

  g_free (text);
  return value;
}

/* What is not sure is shown to a person with the field that a correction goes to. */
static NstValue *
take_derived (const char *text, NstValue *value, const char *field, NstSureness sureness)
{
  NstValue *owner = nst_value_get_owner (value);
  NstValue *derived = nst_value_new_owned (text, nst_value_get_hint (value), owner);
  g_autofree char *id = NULL;

  if (sureness == NST_SURE)
    return derived;
  id = nst_value_dup_field_text (owner, "record-id");
  nst_value_take_doubt (derived,
                        nst_doubt_new (id != NULL ? g_ascii_strtoll (id, NULL, 10) : 0, field,
                                       nst_value_get_text (value), text, sureness));
  return derived;
}

/* A form that a person typed comes before one derived by rules. */
static NstValue *
decline (const Call *call, NstValue *value)
{
  NstValue *owner = nst_value_get_owner (value);
  gboolean is_name = nst_value_get_hint (value) == NST_VALUE_NAME;
  g_autofree char *field = NULL;
  g_autofree char *text = NULL;
  NstCase to = NST_CASE_NOM;
  NstSureness sureness = NST_SURE;

  if (nst_value_get_hint (value) == NST_VALUE_PLAIN || owner == NULL ||
      !nst_case_from_code (call->name, &to))
    return nst_value_ref (value);
  field = g_strdup_printf ("%s_%s", is_name ? "fio" : "post", call->name);
  text = nst_value_dup_field_text (owner, field);
  if (text == NULL && call->grammar == NULL)
    return nst_value_ref (value);
  if (text == NULL && is_name)
    {
      g_autofree char *last = nst_value_dup_field_text (owner, "last");
      g_autofree char *first = nst_value_dup_field_text (owner, "first");
      g_autofree char *middle = nst_value_dup_field_text (owner, "middle");
      g_autofree char *sex = nst_value_dup_field_text (owner, "sex-code");

      text = nst_grammar_decline_name (call->grammar, last, first, middle, sex, to, &sureness);
    }
  else if (text == NULL)
    text = nst_grammar_decline_post (call->grammar, nst_value_get_text (value), to, &sureness);
  return take_derived (text, value, field, sureness);
}

/* Her surname in a case: a form that was typed begins with it. */
static char *
decline_last (const Call *call, NstValue *person, const char *last, const char *first,
              const char *middle, NstCase to)
{
  g_autofree char *field = g_strdup_printf ("fio_%s", call->argument);
  g_autofree char *whole = nst_value_dup_field_text (person, field);
  g_autofree char *sex = nst_value_dup_field_text (person, "sex-code");
  const char *end;

  if (whole == NULL && call->grammar != NULL)
    whole = nst_grammar_decline_name (call->grammar, last, first, middle, sex, to, NULL);
  end = whole != NULL ? strchr (whole, ' ') : NULL;
  return end != NULL ? g_strndup (whole, (gsize) (end - whole)) : g_strdup (last);
}

/* "sig" and "list", of a person or of her full name; "sig:dat" in a case. */
static NstValue *
abridge (const Call *call, NstValue *value)
{
  NstValue *person = nst_value_get_owner (value) != NULL ? nst_value_get_owner (value) : value;
  g_autofree char *last = nst_value_dup_field_text (person, "last");
  g_autofree char *first = nst_value_dup_field_text (person, "first");
  g_autofree char *middle = nst_value_dup_field_text (person, "middle");
  g_autofree char *text = NULL;
  NstCase to = NST_CASE_NOM;

  if (last == NULL)
    return nst_value_get_type (value) == NST_VALUE_TEXT ? nst_value_ref (value) : NULL;
  if (*call->argument != '\0' && nst_case_from_code (call->argument, &to))
    {
      char *declined = decline_last (call, person, last, first, middle, to);

      g_free (last);
      last = declined;
    }
  text = strcmp (call->name, "sig") == 0 ? nst_russian_signature (last, first, middle)
                                         : nst_russian_list_name (last, first, middle);
  return nst_value_new_owned (text, NST_VALUE_NAME, person);
}

static NstValue *
print_date (const Call *call, NstValue *value)
{
  const GDate *date = nst_value_get_date (value);

  if (date == NULL)
    return nst_value_ref (value);
  if (strcmp (call->name, "d") == 0)
    return take_text (nst_russian_date (date));
  if (strcmp (call->name, "D") == 0)
    return take_text (nst_russian_date_words (date));
  if (strcmp (call->name, "MY") == 0)
    return take_text (nst_russian_month (date));
  if (strcmp (call->name, "iso") == 0)
    return take_text (g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date),
                                       g_date_get_month (date), g_date_get_day (date)));
  return take_text (nst_russian_date_quoted (date));
}

static NstValue *
print_range (const Call *call, NstValue *value)
{
  const GDate *first = nst_value_get_date (value);
  const GDate *last = call->other != NULL ? nst_value_get_date (call->other) : NULL;

  if (first == NULL || last == NULL)
    return NULL;
  return take_text (nst_russian_period (first, last));
}

/* A list of days as months grouped by year; a schedule already is such a phrase. */
static NstValue *
print_months (const Call *call G_GNUC_UNUSED, NstValue *value)
{
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (GDate));

  if (nst_value_get_type (value) != NST_VALUE_LIST)
    return nst_value_ref (value);
  for (guint i = 0; i < nst_value_get_length (value); i++)
    {
      const GDate *date = nst_value_get_date (nst_value_get_nth (value, i));

      if (date != NULL)
        g_array_append_val (days, *date);
    }
  return take_text (nst_russian_month_list ((const GDate *) (gpointer) days->data, days->len));
}

static NstValue *
print_words (const Call *call, NstValue *value)
{
  g_auto (GStrv) parts = g_strsplit (call->argument, ":", 2);
  const char *to = parts[0] != NULL ? parts[0] : "nom";
  const char *gender = parts[0] != NULL && parts[1] != NULL ? parts[1] : "m";

  return take_text (nst_russian_number_words (nst_value_get_number (value), to, gender));
}

static NstValue *
print_count (const Call *call, NstValue *value)
{
  g_auto (GStrv) parts = g_strsplit (call->argument, ":", 2);

  if (parts[0] == NULL)
    return nst_value_ref (value);
  return take_text (nst_russian_count (nst_value_get_number (value), parts[0], parts[1]));
}

/* "pl:one/many": by how many there are. */
static NstValue *
choose_plural (const Call *call, NstValue *value)
{
  g_auto (GStrv) parts = g_strsplit (call->argument, "/", 2);
  gboolean one = nst_value_get_type (value) == NST_VALUE_NUMBER
                     ? nst_value_get_number (value) == 1
                     : nst_value_get_length (value) == 1;

  return parts[0] == NULL ? NULL
                          : nst_value_new_text (one || parts[1] == NULL ? parts[0] : parts[1]);
}

/* "agree:m/f/n": by a code that begins with m, f or n; the first form when it is unknown. */
static NstValue *
choose_gender (const Call *call, NstValue *value)
{
  g_auto (GStrv) parts = g_strsplit (call->argument, "/", 3);
  const char *code = value != NULL ? nst_value_get_code (value) : NULL;
  guint index = 0;

  if (parts[0] == NULL)
    return NULL;
  if (code != NULL && (*code == 'f' || *code == 'F'))
    index = 1;
  else if (code != NULL && (*code == 'n' || *code == 'N'))
    index = 2;
  return nst_value_new_text (parts[MIN (index, g_strv_length (parts) - 1)]);
}

static NstValue *
print_percent (const Call *call G_GNUC_UNUSED, NstValue *value)
{
  return take_text (nst_russian_percent ((guint) nst_value_get_number (value)));
}

static NstValue *
join (const Call *call, NstValue *value)
{
  GString *text = g_string_new (NULL);
  const char *between = *call->argument != '\0' ? call->argument : ", ";

  for (guint i = 0; i < nst_value_get_length (value); i++)
    {
      const char *item = nst_value_get_text (nst_value_get_nth (value, i));

      if (item == NULL)
        continue;
      g_string_append (text, text->len > 0 ? between : "");
      g_string_append (text, item);
    }
  return take_text (g_string_free (text, FALSE));
}

/* "cap" and "low": the first letter; an abbreviation stays in capitals. */
static NstValue *
change_first (const Call *call, NstValue *value)
{
  const char *text = nst_value_get_text (value);
  gboolean up = strcmp (call->name, "cap") == 0;
  gunichar first;
  const char *rest;
  char letter[7] = "";
  g_autofree char *changed = NULL;

  if (text == NULL || *text == '\0')
    return nst_value_ref (value);
  first = g_utf8_get_char (text);
  rest = g_utf8_next_char (text);
  if (!up && g_unichar_isupper (g_utf8_get_char (rest)))
    return nst_value_ref (value);
  g_unichar_to_utf8 (up ? g_unichar_toupper (first) : g_unichar_tolower (first), letter);
  changed = g_strconcat (letter, rest, NULL);
  if (nst_value_get_owner (value) != NULL)
    return nst_value_new_owned (changed, nst_value_get_hint (value), nst_value_get_owner (value));
  return nst_value_new_text (changed);
}

/* A phone is one word: its parts stay on one line. */
static NstValue *
keep_whole (const Call *call G_GNUC_UNUSED, NstValue *value)
{
  GString *text = g_string_new (nst_value_get_text (value));

  g_string_replace (text, " ", "\u00a0", 0);
  g_string_replace (text, "-", "\u2011", 0);
  return take_text (g_string_free (text, FALSE));
}

static NstValue *
take_code (const Call *call G_GNUC_UNUSED, NstValue *value)
{
  const char *code = nst_value_get_code (value);

  return code != NULL ? nst_value_new_text (code) : NULL;
}

static const struct
{
  const char *name;
  Filter filter;
} filters[] = {
  { "gen", decline },       { "dat", decline },       { "acc", decline },
  { "ins", decline },       { "pre", decline },       { "sig", abridge },
  { "list", abridge },      { "d", print_date },      { "D", print_date },
  { "Q", print_date },      { "iso", print_date },    { "MY", print_date },
  { "MYs", print_months },  { "range", print_range }, { "nw", print_words },
  { "cnt", print_count },   { "pl", choose_plural },  { "agree", choose_gender },
  { "pct", print_percent }, { "join", join },         { "cap", change_first },
  { "low", change_first },  { "whole", keep_whole },  { "code", take_code },
};

/**
 * nst_filter_takes_path:
 * @name: of a filter
 *
 * Returns: whether its argument is the path of a second value
 */
gboolean
nst_filter_takes_path (const char *name)
{
  return strcmp (name, "range") == 0;
}

/**
 * nst_filter_apply:
 * @grammar: (nullable): declines names and posts; without it they stay as they are
 * @value: (nullable): what is filtered
 * @name: of the filter
 * @argument: what follows the colon, or ""
 * @other: (nullable): the second value, see nst_filter_takes_path()
 * @error: (nullable): gets %NST_INPUT_ERROR_UNKNOWN for an unknown filter
 *
 * A missing value stays missing; only "Q" prints a blank date for it and "agree" its first
 * form.
 *
 * Returns: (transfer full) (nullable): the result; %NULL without an error when it is missing
 */
NstValue *
nst_filter_apply (NstGrammar *grammar, NstValue *value, const char *name, const char *argument,
                  NstValue *other, GError **error)
{
  Call call = { grammar, name, argument, other };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      if (strcmp (filters[i].name, name) != 0)
        continue;
      if (value == NULL && strcmp (name, "agree") != 0)
        return NULL;
      return filters[i].filter (&call, value);
    }
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
               _ ("The template uses an unknown filter “%s”."), name);
  return NULL;
}
