/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events of a story, sent through the same door as people's work. */
#include "config.h"

#include "import/nst-replay.h"

#include "model/nst-error.h"
#include "model/nst-rank.h"
#include "rules/nst-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* data/demo/<name>.xml: <demo scheme role name> holds <day date>; a day holds <change title>
 * with one element a record (its name is the kind, its attributes the fields, "key" names
 * it, "@key" refers to it) and <do step record for by …>. "kind#3" is the third record of
 * a kind in the order of the base, "kind#3@key" the third of those that refer to a record.
 * <do chance="90" otherwise="…"> happens so often; else what was to be done is marked as not
 * done, for that reason. "{name}" in a value is a word of the generator. <holder role
 * organisation person name> says whose base it is when it is looked at as somebody else. */

/**
 * nst_replay_init:
 * @self: (out caller-allocates): a story that has named nothing yet
 * @office: where it happens
 * @name: of its file, for messages
 */
void
nst_replay_init (NstReplay *self, NstOffice *office, const char *name)
{
  *self = (NstReplay){ office, NULL, NULL, NULL, 0, NULL, name };
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * nst_replay_clear:
 * @self: a story
 */
void
nst_replay_clear (NstReplay *self)
{
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->chance, g_rand_free);
}

/**
 * nst_replay_fail:
 * @self: a story
 * @message: what is wrong where it is
 * @error: gets it with the file and the line
 *
 * Returns: %FALSE
 */
gboolean
nst_replay_fail (NstReplay *self, const char *message, GError **error)
{
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID, "%s.xml:%ld: %s", self->name,
               xmlGetLineNo (self->node), message);
  return FALSE;
}

/**
 * nst_replay_pass_on:
 * @self: a story
 * @local: (transfer full): why something was refused
 * @error: gets it with the file and the line
 *
 * Returns: %FALSE
 */
gboolean
nst_replay_pass_on (NstReplay *self, GError *local, GError **error)
{
  g_prefix_error (&local, "%s.xml:%ld: ", self->name, xmlGetLineNo (self->node));
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * nst_replay_dup_attribute:
 * @node: an element
 * @name: of an attribute
 *
 * Returns: (transfer full) (nullable): what it says, as written
 */
char *
nst_replay_dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/**
 * nst_replay_get_number:
 * @node: an element
 * @name: of an attribute
 *
 * Returns: the whole number that it says, 0 for none
 */
int
nst_replay_get_number (xmlNode *node, const char *name)
{
  g_autofree char *text = nst_replay_dup_attribute (node, name);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

/**
 * nst_replay_is:
 * @node: a node
 * @name: (nullable): of an element
 *
 * Returns: whether the node is that element, or any
 */
gboolean
nst_replay_is (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE &&
         (name == NULL || strcmp ((const char *) node->name, name) == 0);
}

/**
 * nst_replay_name:
 * @self: a story
 * @key: how it calls a record from now on
 * @record: the record
 */
void
nst_replay_name (NstReplay *self, const char *key, NstRecord *record)
{
  g_hash_table_insert (self->records, g_strdup (key), g_object_ref (record));
}

/**
 * nst_replay_get:
 * @self: a story
 * @key: how it calls a record
 *
 * Returns: (transfer none) (nullable): the record
 */
NstRecord *
nst_replay_get (NstReplay *self, const char *key)
{
  return g_hash_table_lookup (self->records, key);
}

/* The field by which records of @kind belong to one of @target. */
static const char *
find_reference (const NstKind *kind, const char *target)
{
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (field->type == NST_FIELD_TYPE_REF && strcmp (field->target, target) == 0)
      return field->name;
  return NULL;
}

static GPtrArray *
list_kind (NstReplay *self, const char *kind, const char *owner)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  NstRecord *target = owner != NULL ? nst_replay_get (self, owner) : NULL;
  const char *field;

  if (nst_kinds_find (kind) == NULL || (owner != NULL && target == NULL))
    return NULL;
  if (owner == NULL)
    return nst_source_list (source, kind, NULL, NULL);
  field = find_reference (nst_kinds_find (kind), nst_record_get_kind (target)->name);
  return field != NULL ? nst_source_list_of (source, kind, field, target) : NULL;
}

/* "@key", "kind#n" or "kind#n@key". */
static NstRecord *
dup_record (NstReplay *self, const char *reference)
{
  const char *hash = strchr (reference, '#');
  const char *at = strchr (reference, '@');
  g_autofree char *kind = hash != NULL ? g_strndup (reference, (gsize) (hash - reference)) : NULL;
  g_autoptr (GPtrArray) records = NULL;
  guint64 number;
  NstRecord *record;

  if (reference[0] == '@')
    {
      record = nst_replay_get (self, reference + 1);
      return record != NULL ? g_object_ref (record) : NULL;
    }
  if (kind == NULL)
    return NULL;
  number = g_ascii_strtoull (hash + 1, NULL, 10);
  records = list_kind (self, kind, at != NULL ? at + 1 : NULL);
  return records != NULL && number >= 1 && number <= records->len
             ? g_object_ref (records->pdata[number - 1])
             : NULL;
}

static gboolean
read_iso (const char *text, GDate *day)
{
  guint y, m, d;
  int length = 0;

  g_date_clear (day, 1);
  if (text == NULL || sscanf (text, "%4u-%2u-%2u%n", &y, &m, &d, &length) != 3 ||
      text[length] != '\0' || !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return TRUE;
}

static void
move (const NstReplay *self, GDate *day)
{
  if (self->months > 0)
    g_date_add_months (day, (guint) self->months);
  else if (self->months < 0)
    g_date_subtract_months (day, (guint) -self->months);
}

/* A value as it is to be now: days moved, words put in. */
static char *
dup_value (NstReplay *self, xmlNode *node, const char *name)
{
  g_autofree char *text = nst_replay_dup_attribute (node, name);
  GString *filled;
  GHashTableIter iter;
  gpointer key, word;
  GDate day;

  if (self->months != 0 && read_iso (text, &day))
    {
      move (self, &day);
      return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                              g_date_get_day (&day));
    }
  if (self->words == NULL || strchr (text, '{') == NULL)
    return g_steal_pointer (&text);
  filled = g_string_new (text);
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &key, &word))
    {
      g_autofree char *place = g_strdup_printf ("{%s}", (const char *) key);

      g_string_replace (filled, place, word, 0);
    }
  return g_string_free (filled, FALSE);
}

static gboolean
is_reference (const NstField *field, const char *text)
{
  return (field->type == NST_FIELD_TYPE_REF || field->type == NST_FIELD_TYPE_LINK) &&
         (text[0] == '@' || strchr (text, '#') != NULL);
}

static gboolean
set_field (NstReplay *self, NstChange *change, NstRecord *record, const NstField *field,
           const char *text, GError **error)
{
  g_autoptr (NstRecord) target = NULL;
  g_autofree char *canonical = NULL;
  g_autoptr (GError) local = NULL;

  if (!is_reference (field, text))
    {
      if (!nst_typed_parse (nst_office_get_scheme (self->office), field, text, &canonical,
                            &local))
        return nst_replay_pass_on (self, g_steal_pointer (&local), error);
      nst_change_set (change, record, field->name, canonical);
      return TRUE;
    }
  target = dup_record (self, text);
  if (target == NULL)
    return nst_replay_fail (self, _ ("refers to a record that is not there"), error);
  if (field->type == NST_FIELD_TYPE_REF)
    nst_change_set_ref (change, record, field->name, target);
  else
    nst_change_set_link (change, record, field->name, target);
  return TRUE;
}

/**
 * nst_replay_set_fields:
 * @self: a story, at the element whose attributes are fields
 * @change: what is being done
 * @record: what gets them
 * @error: %NST_INPUT_ERROR for a field or value that is not in order
 *
 * Returns: whether all are set
 */
gboolean
nst_replay_set_fields (NstReplay *self, NstChange *change, NstRecord *record, GError **error)
{
  NstScheme *scheme = nst_office_get_scheme (self->office);
  const NstKind *kind = nst_record_get_kind (record);

  for (xmlAttr *attribute = self->node->properties; attribute; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      const NstField *field = nst_scheme_find_field (scheme, kind, name);
      g_autofree char *text = NULL;

      if (strcmp (name, "key") == 0 || strcmp (name, "record") == 0)
        continue;
      if (field == NULL)
        return nst_replay_fail (self, _ ("there is no such field"), error);
      text = dup_value (self, self->node, name);
      if (!set_field (self, change, record, field, text, error))
        return FALSE;
    }
  return TRUE;
}

/* The record of an element: the office's own card, one named by "record", or a new one. */
static NstRecord *
take_record (NstReplay *self, NstChange *change, guint position, GError **error)
{
  const char *kind = (const char *) self->node->name;
  g_autofree char *key = nst_replay_dup_attribute (self->node, "key");
  g_autofree char *reference = nst_replay_dup_attribute (self->node, "record");
  NstRecord *record;

  if (strcmp (kind, "office") == 0)
    record = nst_office_dup_card (self->office);
  else if (reference != NULL)
    record = dup_record (self, reference);
  else
    {
      record = nst_kinds_find (kind) != NULL ? nst_change_add (change, kind, NULL) : NULL;
      if (record != NULL && nst_kind_find_field (nst_record_get_kind (record), "rank") != NULL)
        {
          g_autofree char *rank = nst_rank_nth (position);

          nst_change_set (change, record, "rank", rank);
        }
    }
  if (record == NULL)
    nst_replay_fail (self, _ ("names no kind or record that is known"), error);
  else if (key != NULL)
    nst_replay_name (self, key, record);
  return record;
}

/* Records first, then their fields, so that they may refer to each other in any order. */
static gboolean
make_change (NstReplay *self, xmlNode *node, GError **error)
{
  g_autofree char *title =
      xmlHasProp (node, BAD_CAST "title") != NULL ? dup_value (self, node, "title") : NULL;
  g_autoptr (NstChange) change = nst_change_new (title != NULL ? title : self->name);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local = NULL;
  guint position = 0;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_replay_is (child, NULL))
      {
        NstRecord *record;

        self->node = child;
        record = take_record (self, change, position++, error);
        if (record == NULL)
          return FALSE;
        g_ptr_array_add (made, record);
      }
  position = 0;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_replay_is (child, NULL))
      {
        self->node = child;
        if (!nst_replay_set_fields (self, change, made->pdata[position++], error))
          return FALSE;
      }
  self->node = node;
  if (!nst_store_apply (nst_office_get_store (self->office), change, &local))
    return nst_replay_pass_on (self, g_steal_pointer (&local), error);
  return TRUE;
}

/* A record rather than words about a number. */
static gboolean
points_to_record (const char *text)
{
  gsize kind = strspn (text, "abcdefghijklmnopqrstuvwxyz");

  return text[0] == '@' || (kind > 0 && text[kind] == '#' && g_ascii_isdigit (text[kind + 1]));
}

static gboolean
fill_args (NstReplay *self, NstStepArgs *args, GError **error)
{
  static const char *const own[] = { "step", "record", "chance", "otherwise", NULL };

  for (xmlAttr *attribute = self->node->properties; attribute; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      g_autofree char *text = dup_value (self, self->node, name);
      g_autoptr (NstRecord) target = NULL;
      g_autofree char *id = NULL;

      if (g_strv_contains (own, name))
        continue;
      if (points_to_record (text))
        {
          target = dup_record (self, text);
          if (target == NULL)
            return nst_replay_fail (self, _ ("refers to a record that is not there"), error);
          id = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (target));
        }
      if (strcmp (name, "for") == 0)
        nst_step_args_set_party (args, text);
      else if (strcmp (name, "by") == 0)
        nst_step_args_set_person (args, target != NULL ? nst_record_get_id (target) : 0);
      else
        nst_step_args_set (args, name, id != NULL ? id : text);
    }
  return TRUE;
}

/* Now and then something comes in between. */
static void
try_chance (NstReplay *self, NstStepArgs *args)
{
  g_autofree char *otherwise = nst_replay_dup_attribute (self->node, "otherwise");
  int chance = nst_replay_get_number (self->node, "chance");

  if (self->chance == NULL || otherwise == NULL ||
      g_rand_int_range (self->chance, 0, 100) < chance)
    return;
  nst_step_args_set (args, "status", "NOT_DONE");
  nst_step_args_set (args, "reason", otherwise);
  nst_step_args_set (args, "result", NULL);
}

static gboolean
do_step (NstReplay *self, xmlNode *node, GError **error)
{
  g_autofree char *step = nst_replay_dup_attribute (node, "step");
  g_autofree char *reference = nst_replay_dup_attribute (node, "record");
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (GError) local = NULL;

  self->node = node;
  if (step == NULL || reference == NULL)
    return nst_replay_fail (self, _ ("a step needs its code and a record"), error);
  record = dup_record (self, reference);
  if (record == NULL)
    return nst_replay_fail (self, _ ("refers to a record that is not there"), error);
  if (!fill_args (self, args, error))
    return FALSE;
  try_chance (self, args);
  if (!nst_office_do (self->office, record, step, args, NULL, &local))
    return nst_replay_pass_on (self, g_steal_pointer (&local), error);
  return TRUE;
}

/**
 * nst_replay_read_day:
 * @node: an element
 * @attribute: YYYY-MM-DD
 * @day: (out caller-allocates): the day
 *
 * Returns: whether there is one
 */
gboolean
nst_replay_read_day (xmlNode *node, const char *attribute, GDate *day)
{
  g_autofree char *text = nst_replay_dup_attribute (node, attribute);

  return read_iso (text, day);
}

static gboolean
play_day (NstReplay *self, xmlNode *node, GError **error)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (nst_replay_is (child, "change") && !make_change (self, child, error))
        return FALSE;
      if (nst_replay_is (child, "do") && !do_step (self, child, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * nst_replay_play:
 * @self: a story
 * @story: holds its days
 * @until: (nullable): the last day that is played
 * @error: %NST_INPUT_ERROR; whatever a step of the story is refused with
 *
 * Plays the days in their order; the office's clock shows each.
 *
 * Returns: whether all of it went well
 */
gboolean
nst_replay_play (NstReplay *self, xmlNode *story, const GDate *until, GError **error)
{
  for (xmlNode *child = story->children; child != NULL; child = child->next)
    {
      GDate day;

      if (!nst_replay_is (child, "day"))
        continue;
      self->node = child;
      if (!nst_replay_read_day (child, "date", &day))
        return nst_replay_fail (self, _ ("a day needs its date"), error);
      move (self, &day);
      if (until != NULL && g_date_compare (&day, until) > 0)
        break;
      nst_clock_set_today (nst_office_get_clock (self->office), &day);
      if (!play_day (self, child, error))
        return FALSE;
    }
  return TRUE;
}
