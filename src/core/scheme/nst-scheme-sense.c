/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of sense that only a pack in the making needs: limits, wordings, conditions, texts. */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include "model/nst-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  VALUE_NUMBER,
  VALUE_PERCENT,
  VALUE_DAY,
  VALUE_YEAR,
  VALUE_DECIMAL,
  VALUE_REPLACEMENT,
} Value;

/* What the program reads from limits whose keys begin and end so. */
static const struct
{
  const char *prefix;
  const char *suffix;
  Value value;
} values[] = {
  { "", ".min", VALUE_NUMBER },
  { "", ".max", VALUE_NUMBER },
  { "", ".days", VALUE_NUMBER },
  { "", ".months", VALUE_NUMBER },
  { "", ".hours", VALUE_NUMBER },
  { "", ".years", VALUE_NUMBER },
  { "", ".count", VALUE_NUMBER },
  { "agreement.parties", "", VALUE_NUMBER },
  { "agreement.copies", "", VALUE_NUMBER },
  { "match.", "", VALUE_NUMBER },
  { "quota.", "", VALUE_NUMBER },
  { "reminder.days.", "", VALUE_NUMBER },
  { "coverage.", ".percent", VALUE_PERCENT },
  { "coverage.", ".new", VALUE_NUMBER },
  { "coverage.", ".total", VALUE_NUMBER },
  { "kind-from.", "", VALUE_YEAR },
  { "", "-by", VALUE_DAY },
  { "", ".by", VALUE_DAY },
  { "plan.start", "", VALUE_DAY },
  { "course.from", "", VALUE_DAY },
  { "course.to", "", VALUE_DAY },
  { "indicator.", ".target", VALUE_DECIMAL },
  { "on-replacement", "", VALUE_REPLACEMENT },
};

/* The first may not be greater than the second; both end a key whose beginning is the same. */
static const char *const pairs[][2] = {
  { ".min", ".max" },
  { ".from", ".to" },
  { ".sent-by", ".returned-by" },
};

/* Limits that name a code of a catalogue in their key. */
static const char *const key_catalogues[][2] = {
  { "quota.", "territory-kind" },
  { "kind-from.", "organisation-kind" },
};

static gboolean
is_number (const char *text, gint64 least, gint64 most)
{
  return g_ascii_string_to_signed (text, 10, least, most, NULL, NULL);
}

static gboolean
is_day (const char *text)
{
  GDate date;
  g_auto (GStrv) words = g_strsplit (text, "-", -1);

  if (strlen (text) != 10 || g_strv_length (words) != 3 || strlen (words[0]) != 4 ||
      !is_number (words[0], 1, 9999) || strlen (words[1]) != 2 || strlen (words[2]) != 2)
    return FALSE;
  g_date_clear (&date, 1);
  return g_date_valid_dmy ((GDateDay) g_ascii_strtoull (words[2], NULL, 10),
                           (GDateMonth) g_ascii_strtoull (words[1], NULL, 10),
                           (GDateYear) g_ascii_strtoull (words[0], NULL, 10));
}

static gboolean
is_decimal (const char *text)
{
  char *end = NULL;

  g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

/* What is wrong with the value, as a remedy; NULL when nothing is. */
static const char *
find_remedy (Value value, const char *text)
{
  switch (value)
    {
    case VALUE_NUMBER:
      return is_number (text, 0, G_MAXINT32) ? NULL : _ ("Write a whole number");
    case VALUE_PERCENT:
      return is_number (text, 0, 100) ? NULL : _ ("Write a whole number from 0 to 100");
    case VALUE_YEAR:
      return is_number (text, 1900, 2999) ? NULL : _ ("Write a year, such as 2021");
    case VALUE_DAY:
      return is_day (text) ? NULL : _ ("Write a day of the calendar, such as 2021-11-19");
    case VALUE_DECIMAL:
      return is_decimal (text) ? NULL : _ ("Write a number, such as 94.4");
    case VALUE_REPLACEMENT:
      return strcmp (text, "NEW_AGREEMENT") == 0 || strcmp (text, "SUPPLEMENTARY") == 0
                 ? NULL
                 : _ ("Write NEW_AGREEMENT or SUPPLEMENTARY");
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
looks_like_day (const char *text)
{
  return strlen (text) == 10 && text[4] == '-' && text[7] == '-' &&
         strspn (text, "0123456789-") == 10;
}

static void
check_limit_value (NstReader *self, const xmlNode *node, const char *key, const char *value)
{
  const char *remedy = NULL;

  for (guint i = 0; remedy == NULL && i < G_N_ELEMENTS (values); i++)
    if (g_str_has_prefix (key, values[i].prefix) && g_str_has_suffix (key, values[i].suffix) &&
        (values[i].suffix[0] != '\0' || g_str_has_suffix (values[i].prefix, ".") ||
         strcmp (key, values[i].prefix) == 0))
      remedy = find_remedy (values[i].value, value);
  if (remedy == NULL && looks_like_day (value))
    remedy = find_remedy (VALUE_DAY, value);
  if (remedy != NULL)
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("“%s” cannot be the value of the limit “%s”"), value,
                                       key),
                      remedy);
}

/* Days compare as texts, numbers by value. */
static gboolean
is_greater (const char *first, const char *second)
{
  if (looks_like_day (first) && looks_like_day (second))
    return strcmp (first, second) > 0;
  if (!is_number (first, G_MININT32, G_MAXINT32) || !is_number (second, G_MININT32, G_MAXINT32))
    return FALSE;
  return g_ascii_strtoll (first, NULL, 10) > g_ascii_strtoll (second, NULL, 10);
}

static void
check_pairs (NstReader *self, const xmlNode *node, const char *key, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint side = 0; side < 2; side++)
      {
        g_autofree char *stem = NULL;
        g_autofree char *partner = NULL;
        const char *other;

        if (!g_str_has_suffix (key, pairs[i][side]))
          continue;
        stem = g_strndup (key, strlen (key) - strlen (pairs[i][side]));
        partner = g_strconcat (stem, pairs[i][1 - side], NULL);
        other = nst_scheme_get_limit (self->scheme, partner);
        /* A pair of one pack is told once, at its second limit. */
        if (other != NULL && side == 1 && is_greater (other, value))
          nst_reader_fault (self, node,
                            g_strdup_printf (_ ("the limits contradict each other: “%s” is %s, "
                                                "“%s” is %s"),
                                             partner, other, key, value),
                            _ ("The first of them may not be greater or later"));
      }
}

static void
check_key (NstReader *self, const xmlNode *node, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (key_catalogues); i++)
    if (g_str_has_prefix (key, key_catalogues[i][0]))
      nst_reader_refer (self, NST_REFERENCE_CATALOGUE, key_catalogues[i][1],
                        key + strlen (key_catalogues[i][0]), node);
}

static void
check_limits (NstReader *self, const xmlNode *part)
{
  for (const xmlNode *node = part->children; node != NULL; node = node->next)
    if (nst_reader_is (node, "limit"))
      {
        g_autofree char *key = nst_reader_dup (node, "key");
        g_autofree char *value = nst_reader_dup (node, "value");

        if (key == NULL || value == NULL)
          continue;
        check_limit_value (self, node, key, value);
        check_pairs (self, node, key, value);
        check_key (self, node, key);
      }
}

/* A wording by which an entry is found must not be that of another one too. */
static void
check_wording (NstReader *self, const xmlNode *node, const char *wording, const char *code,
               GHashTable *wordings)
{
  g_autofree char *folded = g_utf8_casefold (wording, -1);
  const char *owner = g_hash_table_lookup (wordings, folded);

  if (owner == NULL)
    g_hash_table_insert (wordings, g_steal_pointer (&folded), g_strdup (code));
  else if (strcmp (owner, code) != 0)
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("“%s” is the wording of both %s and %s"), wording,
                                       owner, code),
                      _ ("Leave it with one of them, or nobody can tell which is meant"));
}

static void
check_catalogue (NstReader *self, const xmlNode *catalogue)
{
  g_autoptr (GHashTable) wordings =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (const xmlNode *node = catalogue->children; node != NULL; node = node->next)
    {
      g_autofree char *code =
          nst_reader_is (node, "entry") ? nst_reader_dup (node, "code") : NULL;
      g_autofree char *title = code != NULL ? nst_reader_dup (node, "title") : NULL;
      g_auto (GStrv) aliases = code != NULL ? nst_reader_dup_children (node, "alias") : NULL;

      if (title != NULL)
        check_wording (self, node, title, code, wordings);
      for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
        check_wording (self, node, aliases[i], code, wordings);
    }
}

/* Braces of a text that the program fills in come in pairs. */
static void
check_braces (NstReader *self, const xmlNode *node, const char *text)
{
  int open = 0;

  for (const char *p = text; p != NULL && *p != '\0' && open >= 0 && open <= 1; p++)
    open += *p == '{' ? 1 : *p == '}' ? -1 : 0;
  if (open != 0)
    nst_reader_fault (self, node, g_strdup_printf (_ ("the braces of “%s” do not match"), text),
                      _ ("Write every name to fill in as {name}"));
}

static void
check_rules (NstReader *self, const xmlNode *part)
{
  for (const xmlNode *node = part->children; node != NULL; node = node->next)
    for (const xmlNode *child = nst_reader_is (node, "rule") ? node->children : NULL;
         child != NULL; child = child->next)
      if (nst_reader_is (child, "text") || nst_reader_is (child, "remedy"))
        {
          g_autofree char *text = nst_reader_dup_text (child);

          check_braces (self, child, text);
        }
}

/* Where the states lead that count as others; a circle counts as nothing. */
static void
check_counts (NstReader *self, NstLifeCycle *cycle, const xmlNode *node, const char *code)
{
  const NstLifeState *state = nst_life_cycle_find_state (cycle, code);
  guint steps = nst_life_cycle_get_states (cycle)->len;

  while (state != NULL && state->counts_as != NULL && steps > 0)
    {
      state = nst_life_cycle_find_state (cycle, state->counts_as);
      steps--;
    }
  if (state != NULL && state->counts_as != NULL)
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("the state “%s” counts as itself by way of others"),
                                       code),
                      _ ("Let counts-as name a state that counts as itself"));
}

/* "after:end", "since:@end": a field of the record. */
static void
check_condition_field (NstReader *self, const NstKind *kind, const char *condition,
                       const char *field, const xmlNode *node)
{
  if (field[0] == '@')
    field++;
  if (kind != NULL && nst_kind_find_field (kind, field) == NULL)
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("“%s”: “%s” has no field “%s”"), condition, kind->name,
                                       field),
                      _ ("Name a field of the record as the table of fields does"));
}

/* "program:STATE|STATE", "report:KIND:STATE|STATE": states of the kind that is asked for. */
static void
check_condition_states (NstReader *self, const char *kind, const char *states,
                        const xmlNode *node)
{
  g_auto (GStrv) codes = g_strsplit (states, "|", -1);

  nst_reader_refer_all (self, NST_REFERENCE_STATE, kind, codes, node);
}

static void
check_condition (NstReader *self, const char *kind, const char *condition, const xmlNode *node)
{
  g_auto (GStrv) words = g_strsplit (condition, ":", 3);
  guint n = g_strv_length (words);

  if (n < 2)
    return;
  if (strcmp (words[0], "after") == 0 || strcmp (words[0], "since") == 0 ||
      strcmp (words[0], "set") == 0 || strcmp (words[0], "unset") == 0 ||
      strcmp (words[0], "followed") == 0)
    check_condition_field (self, nst_kinds_find (kind), condition, words[1], node);
  else if (strcmp (words[0], "all-agreements") == 0)
    check_condition_states (self, "agreement", words[1], node);
  else if (strcmp (words[0], "program") == 0 || strcmp (words[0], "group") == 0)
    check_condition_states (self, words[0], words[1], node);
  else if (strcmp (words[0], "report") == 0 && n == 3)
    {
      nst_reader_refer (self, NST_REFERENCE_CATALOGUE, "report-kind", words[1], node);
      check_condition_states (self, "report", words[2], node);
    }
}

static void
check_life_cycle (NstReader *self, const xmlNode *part)
{
  g_autofree char *kind = nst_reader_dup (part, "kind");
  NstLifeCycle *cycle = kind != NULL ? nst_scheme_get_life_cycle (self->scheme, kind) : NULL;

  if (cycle == NULL)
    return;
  if (nst_life_cycle_get_states (cycle)->len > 0 && nst_life_cycle_get_initial (cycle)[0] == '\0')
    nst_reader_fault (self, part,
                      g_strdup_printf (_ ("the life cycle of “%s” has no first state"), kind),
                      _ ("Add initial=\"…\" with the state that such records begin in"));
  for (const xmlNode *node = part->children; node != NULL; node = node->next)
    if (nst_reader_is (node, "state"))
      {
        g_autofree char *code = nst_reader_dup (node, "code");

        if (code != NULL)
          check_counts (self, cycle, node, code);
      }
    else if (nst_reader_is (node, "step"))
      {
        g_autofree char *done = nst_reader_dup (node, "done");

        check_braces (self, node, done);
      }
    else if (nst_reader_is (node, "computed"))
      {
        g_auto (GStrv) when = nst_reader_dup_words (node, "when");

        for (guint i = 0; when[i] != NULL; i++)
          check_condition (self, kind, when[i], node);
      }
}

static void
check_children (NstReader *self, const xmlNode *part, const char *element,
                void (*check) (NstReader *self, const xmlNode *node))
{
  for (const xmlNode *node = part->children; node != NULL; node = node->next)
    if (nst_reader_is (node, element))
      check (self, node);
}

/* When the pack and all beneath it are read; @pack is the one in the making. */
void
nst_reader_check_sense (NstReader *self, NstPack *pack)
{
  const xmlNode *root = xmlDocGetRootElement (pack->doc);

  self->pack = pack;
  for (const xmlNode *part = root->children; part != NULL; part = part->next)
    if (nst_reader_is (part, "limits"))
      check_limits (self, part);
    else if (nst_reader_is (part, "catalogues"))
      check_children (self, part, "catalogue", check_catalogue);
    else if (nst_reader_is (part, "rules"))
      check_rules (self, part);
    else if (nst_reader_is (part, "life-cycles"))
      check_children (self, part, "life-cycle", check_life_cycle);
    else if (nst_reader_is (part, "documents"))
      check_children (self, part, "document", nst_reader_check_template);
}
