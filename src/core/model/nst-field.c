/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of fields: their canonical texts, and what people type. */
#include "config.h"

#include "model/nst-field.h"

#include "model/nst-error.h"
#include "model/nst-kind.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Caps, so that no input fills the disk: bytes of a line and of a longer text. */
#define LINE_MAX_BYTES 4000
#define TEXT_MAX_BYTES 200000

static gboolean
refuse (const NstField *field, GError **error, const char *remedy)
{
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID, "%s (%s): %s", _ (field->label),
               field->name, remedy);
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  gsize length = strlen (text);

  if (text[0] == '-')
    text++, length--;
  if (length == 0 || length > 18)
    return FALSE;
  return strspn (text, "0123456789") == length;
}

static gboolean
read_date (const char *text, gboolean iso, GDate *date)
{
  guint a, b, c;
  int end = 0;

  if (sscanf (text, iso ? "%4u-%2u-%2u%n" : "%2u.%2u.%4u%n", &a, &b, &c, &end) != 3)
    return FALSE;
  if (text[end] != '\0' || (iso ? a : c) < 1000)
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) (iso ? c : a), (GDateMonth) b, (GDateYear) (iso ? a : c)))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) (iso ? c : a), (GDateMonth) b, (GDateYear) (iso ? a : c));
  return TRUE;
}

static gboolean
is_link (const char *text)
{
  const char *slash = strchr (text, '/');
  g_autofree char *kind = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : NULL;

  return kind != NULL && nst_kinds_find (kind) != NULL && is_number (slash + 1);
}

static gboolean
check_plain (const NstField *field, const char *text, gboolean lines, GError **error)
{
  gsize cap = lines ? TEXT_MAX_BYTES : LINE_MAX_BYTES;

  if (strlen (text) > cap)
    return refuse (field, error, _ ("the text is too long; shorten it"));
  if (!g_utf8_validate (text, -1, NULL))
    return refuse (field, error, _ ("the text is not UTF-8; save it as UTF-8 first"));
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && !(lines && (*p == '\n' || *p == '\t')))
      return refuse (field, error, _ ("there is a control character or a line break; remove it"));
  return TRUE;
}

/**
 * nst_field_check:
 * @field: a field
 * @text: (nullable): canonical text; %NULL is "unknown" and always in order
 * @error: %NST_INPUT_ERROR_INVALID names the field and the remedy
 *
 * Whether @text is a canonical value of @field. Codes and references are only checked for
 * their shape here: what they name is checked by the office and the store.
 *
 * Returns: %TRUE when it is
 */
gboolean
nst_field_check (const NstField *field, const char *text, GError **error)
{
  GDate date;

  g_return_val_if_fail (field != NULL, FALSE);

  if (text == NULL)
    return TRUE;
  if (text[0] == '\0')
    return refuse (field, error, _ ("an empty text is not a value; leave it out"));
  switch (field->type)
    {
    case NST_FIELD_TYPE_INT:
    case NST_FIELD_TYPE_REF:
      return is_number (text) || refuse (field, error, _ ("type a whole number"));
    case NST_FIELD_TYPE_BOOL:
      return strcmp (text, "0") == 0 || strcmp (text, "1") == 0 ||
             refuse (field, error, _ ("type 1 for yes or 0 for no"));
    case NST_FIELD_TYPE_DATE:
      return read_date (text, TRUE, &date) ||
             refuse (field, error, _ ("there is no such day; type it as 31.12.2022"));
    case NST_FIELD_TYPE_LINK:
      return is_link (text) ||
             refuse (field, error, _ ("type the kind and number of a record, as program/1"));
    case NST_FIELD_TYPE_TEXT:
    case NST_FIELD_TYPE_CODES:
    case NST_FIELD_TYPE_LIST:
      return check_plain (field, text, TRUE, error);
    case NST_FIELD_TYPE_STRING:
    case NST_FIELD_TYPE_CODE:
    case NST_FIELD_TYPE_DUE:
    case NST_FIELD_TYPE_RANK:
    default:
      return check_plain (field, text, FALSE, error);
    }
}

static char *
parse_bool (const char *typed)
{
  static const char *const yes[] = { "1", "true", "yes", "да", NULL };
  static const char *const no[] = { "0", "false", "no", "нет", NULL };
  g_autofree char *lower = g_utf8_strdown (typed, -1);

  if (g_strv_contains (yes, lower))
    return g_strdup ("1");
  return g_strdup (g_strv_contains (no, lower) ? "0" : typed);
}

static char *
parse_lines (const char *typed, const char *separators)
{
  g_auto (GStrv) parts = g_strsplit_set (typed, separators, -1);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (parts[i][0] == '\0')
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, parts[i]);
    }
  return g_string_free (lines, FALSE);
}

static void
replace (char **text, char *by)
{
  g_free (*text);
  *text = by;
}

/**
 * nst_field_parse:
 * @field: a field
 * @typed: (nullable): what a person typed
 * @error: %NST_INPUT_ERROR_INVALID names the field and the remedy
 *
 * Canonical text of what a person typed: days as 31.12.2022 or 2022-12-31, yes and no in
 * words, several codes on lines of their own or parted by semicolons.
 *
 * Returns: (transfer full) (nullable): canonical text; %NULL without @error set when
 *   nothing was typed
 */
char *
nst_field_parse (const NstField *field, const char *typed, GError **error)
{
  g_autofree char *text = NULL;
  GDate date;

  g_return_val_if_fail (field != NULL, NULL);

  if (typed == NULL)
    return NULL;
  text = g_strstrip (g_strdup (typed));
  if (!g_utf8_validate (text, -1, NULL))
    {
      refuse (field, error, _ ("the text is not UTF-8; save it as UTF-8 first"));
      return NULL;
    }
  if (field->type == NST_FIELD_TYPE_DATE && read_date (text, FALSE, &date))
    replace (&text, g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date),
                                     (guint) g_date_get_month (&date), g_date_get_day (&date)));
  else if (field->type == NST_FIELD_TYPE_BOOL)
    replace (&text, parse_bool (text));
  else if (field->type == NST_FIELD_TYPE_CODES)
    replace (&text, parse_lines (text, "\n;"));
  else if (field->type == NST_FIELD_TYPE_LIST)
    replace (&text, parse_lines (text, "\n"));
  if (text[0] == '\0' || !nst_field_check (field, text, error))
    return NULL;
  /* 007 is 7. */
  if (field->type == NST_FIELD_TYPE_INT)
    replace (&text, g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (text, NULL, 10)));
  return g_steal_pointer (&text);
}
