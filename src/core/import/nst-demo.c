/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Demonstration data: events by day, replayed through the same door as people's work. */
#include "config.h"

#include "import/nst-demo.h"

#include "model/nst-error.h"
#include "model/nst-rank.h"
#include "rules/nst-typed.h"
#include "scheme/nst-scheme-loader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

/* data/demo/<name>.xml: <demo scheme role name> holds <day date>; a day holds <change title>
 * with one element a record (its name is the kind, its attributes the fields, "key" names
 * it, "@key" refers to it) and <do step record for by …>. "kind#3" is the third record of
 * a kind in the order of the base. <holder role organisation person name> says whose base it
 * is when it is looked at as somebody else. */
typedef struct
{
  NstOffice *office;
  GHashTable *records; /* key -> NstRecord */
  xmlNode *node;       /* where we are, for messages */
  const char *name;
} Replay;

static gboolean
fail (Replay *replay, const char *message, GError **error)
{
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID, "%s.xml:%ld: %s", replay->name,
               xmlGetLineNo (replay->node), message);
  return FALSE;
}

/* Says where in the story something was refused. */
static gboolean
pass_on (Replay *replay, GError *local, GError **error)
{
  g_prefix_error (&local, "%s.xml:%ld: ", replay->name, xmlGetLineNo (replay->node));
  g_propagate_error (error, local);
  return FALSE;
}

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE &&
         (name == NULL || strcmp ((const char *) node->name, name) == 0);
}

/* "@key" or "kind#n". */
static NstRecord *
dup_record (Replay *replay, const char *reference)
{
  const char *hash = strchr (reference, '#');
  g_autofree char *kind = hash != NULL ? g_strndup (reference, (gsize) (hash - reference)) : NULL;
  g_autoptr (GPtrArray) records = NULL;
  guint64 number;
  NstRecord *record;

  if (reference[0] == '@')
    {
      record = g_hash_table_lookup (replay->records, reference + 1);
      return record != NULL ? g_object_ref (record) : NULL;
    }
  if (kind == NULL || nst_kinds_find (kind) == NULL)
    return NULL;
  number = g_ascii_strtoull (hash + 1, NULL, 10);
  records =
      nst_source_list (NST_SOURCE (nst_office_get_store (replay->office)), kind, NULL, NULL);
  return number >= 1 && number <= records->len ? g_object_ref (records->pdata[number - 1]) : NULL;
}

static gboolean
is_reference (const NstField *field, const char *text)
{
  return (field->type == NST_FIELD_TYPE_REF || field->type == NST_FIELD_TYPE_LINK) &&
         (text[0] == '@' || strchr (text, '#') != NULL);
}

static gboolean
set_field (Replay *replay, NstChange *change, NstRecord *record, const NstField *field,
           const char *text, GError **error)
{
  g_autoptr (NstRecord) target = NULL;
  g_autofree char *canonical = NULL;
  g_autoptr (GError) local = NULL;

  if (!is_reference (field, text))
    {
      if (!nst_typed_parse (nst_office_get_scheme (replay->office), field, text, &canonical,
                            &local))
        return pass_on (replay, g_steal_pointer (&local), error);
      nst_change_set (change, record, field->name, canonical);
      return TRUE;
    }
  target = dup_record (replay, text);
  if (target == NULL)
    return fail (replay, _ ("refers to a record that is not there"), error);
  if (field->type == NST_FIELD_TYPE_REF)
    nst_change_set_ref (change, record, field->name, target);
  else
    nst_change_set_link (change, record, field->name, target);
  return TRUE;
}

static gboolean
set_fields (Replay *replay, NstChange *change, NstRecord *record, GError **error)
{
  NstScheme *scheme = nst_office_get_scheme (replay->office);
  const NstKind *kind = nst_record_get_kind (record);

  for (xmlAttr *attribute = replay->node->properties; attribute; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      const NstField *field = nst_scheme_find_field (scheme, kind, name);
      g_autofree char *text = NULL;

      if (strcmp (name, "key") == 0 || strcmp (name, "record") == 0)
        continue;
      if (field == NULL)
        return fail (replay, _ ("there is no such field"), error);
      text = dup_attribute (replay->node, name);
      if (!set_field (replay, change, record, field, text, error))
        return FALSE;
    }
  return TRUE;
}

/* The record of an element: the office's own card, one named by "record", or a new one. */
static NstRecord *
take_record (Replay *replay, NstChange *change, guint position, GError **error)
{
  const char *kind = (const char *) replay->node->name;
  g_autofree char *key = dup_attribute (replay->node, "key");
  g_autofree char *reference = dup_attribute (replay->node, "record");
  NstRecord *record;

  if (strcmp (kind, "office") == 0)
    record = nst_office_dup_card (replay->office);
  else if (reference != NULL)
    record = dup_record (replay, reference);
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
    fail (replay, _ ("names no kind or record that is known"), error);
  else if (key != NULL)
    g_hash_table_insert (replay->records, g_strdup (key), g_object_ref (record));
  return record;
}

/* Records first, then their fields, so that they may refer to each other in any order. */
static gboolean
make_change (Replay *replay, xmlNode *node, GError **error)
{
  g_autofree char *title = dup_attribute (node, "title");
  g_autoptr (NstChange) change = nst_change_new (title != NULL ? title : replay->name);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local = NULL;
  guint position = 0;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, NULL))
      {
        NstRecord *record;

        replay->node = child;
        record = take_record (replay, change, position++, error);
        if (record == NULL)
          return FALSE;
        g_ptr_array_add (made, record);
      }
  position = 0;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, NULL))
      {
        replay->node = child;
        if (!set_fields (replay, change, made->pdata[position++], error))
          return FALSE;
      }
  replay->node = node;
  if (!nst_store_apply (nst_office_get_store (replay->office), change, &local))
    return pass_on (replay, g_steal_pointer (&local), error);
  return TRUE;
}

static gboolean
fill_args (Replay *replay, NstStepArgs *args, GError **error)
{
  for (xmlAttr *attribute = replay->node->properties; attribute; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      g_autofree char *text = dup_attribute (replay->node, name);
      g_autoptr (NstRecord) target = NULL;
      g_autofree char *id = NULL;

      if (strcmp (name, "step") == 0 || strcmp (name, "record") == 0)
        continue;
      if (text[0] == '@')
        {
          target = dup_record (replay, text);
          if (target == NULL)
            return fail (replay, _ ("refers to a record that is not there"), error);
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

static gboolean
do_step (Replay *replay, xmlNode *node, GError **error)
{
  g_autofree char *step = dup_attribute (node, "step");
  g_autofree char *reference = dup_attribute (node, "record");
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (GError) local = NULL;

  replay->node = node;
  if (step == NULL || reference == NULL)
    return fail (replay, _ ("a step needs its code and a record"), error);
  record = dup_record (replay, reference);
  if (record == NULL)
    return fail (replay, _ ("refers to a record that is not there"), error);
  if (!fill_args (replay, args, error))
    return FALSE;
  if (!nst_office_do (replay->office, record, step, args, NULL, &local))
    return pass_on (replay, g_steal_pointer (&local), error);
  return TRUE;
}

static gboolean
read_day (xmlNode *node, const char *attribute, GDate *day)
{
  g_autofree char *text = dup_attribute (node, attribute);
  guint y, m, d;

  g_date_clear (day, 1);
  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &y, &m, &d) != 3 ||
      !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return TRUE;
}

static gboolean
play_day (Replay *replay, xmlNode *node, GError **error)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (is_element (child, "change") && !make_change (replay, child, error))
        return FALSE;
      if (is_element (child, "do") && !do_step (replay, child, error))
        return FALSE;
    }
  return TRUE;
}

/* The office is made on the first day of its story. */
static void
start_clock (NstClock *clock, xmlNode *root)
{
  xmlNode *child = root->children;
  GDate day;

  while (child != NULL && !is_element (child, "day"))
    child = child->next;
  if (child != NULL && read_day (child, "date", &day))
    nst_clock_set_today (clock, &day);
}

static gboolean
play (Replay *replay, xmlNode *root, const GDate *until, GError **error)
{
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      GDate day;

      if (!is_element (child, "day"))
        continue;
      replay->node = child;
      if (!read_day (child, "date", &day))
        return fail (replay, _ ("a day needs its date"), error);
      if (until != NULL && g_date_compare (&day, until) > 0)
        break;
      nst_clock_set_today (nst_office_get_clock (replay->office), &day);
      if (!play_day (replay, child, error))
        return FALSE;
    }
  return TRUE;
}

static xmlNode *
find_holder (xmlNode *root, const char *role)
{
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      g_autofree char *held = is_element (child, "holder") ? dup_attribute (child, "role") : NULL;

      if (held != NULL && strcmp (held, role) == 0)
        return child;
    }
  return NULL;
}

/* The base becomes that of another person of the story; one whom it does not name keeps it. */
static gboolean
take_role (Replay *replay, xmlNode *root, const char *role, GError **error)
{
  xmlNode *holder = find_holder (root, role);
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) card = NULL;
  g_autoptr (GError) local = NULL;

  if (holder == NULL || g_hash_table_size (replay->records) == 0)
    return TRUE;
  replay->node = holder;
  change = nst_change_new (_ ("First entries"));
  nst_change_set_sealed (change, TRUE); /* whose base it is was chosen, not done in it */
  card = nst_office_dup_card (replay->office);
  if (!set_fields (replay, change, card, error))
    return FALSE;
  if (!nst_store_apply (nst_office_get_store (replay->office), change, &local))
    return pass_on (replay, g_steal_pointer (&local), error);
  return TRUE;
}

/* Beside the folder of the packs. */
static char *
dup_demo_dir (void)
{
  g_autofree char *schemes = nst_scheme_dup_data_dir ();
  g_autofree char *data = g_path_get_dirname (schemes);

  return g_build_filename (data, "demo", NULL);
}

static xmlDoc *
read_demo (const char *name, GError **error)
{
  g_autofree char *dir = dup_demo_dir ();
  g_autofree char *file = g_strconcat (name, ".xml", NULL);
  g_autofree char *path = NULL;
  xmlDoc *doc = NULL;

  /* A name, not a path. */
  if (strpbrk (name, "/\\.") == NULL)
    {
      path = g_build_filename (dir, file, NULL);
      doc = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    }
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      g_autofree char *known = NULL;
      g_auto (GStrv) names = nst_demo_list ();

      g_clear_pointer (&doc, xmlFreeDoc);
      known = g_strjoinv (", ", names);
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("There is no demonstration “%s”; there are: %s"), name, known);
    }
  return doc;
}

/**
 * nst_demo_list:
 *
 * Returns: (transfer full): names of the demonstrations that are installed
 */
GStrv
nst_demo_list (void)
{
  g_autofree char *path = dup_demo_dir ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".xml"))
      {
        g_autofree char *name = g_strndup (file, strlen (file) - strlen (".xml"));

        g_strv_builder_add (names, name);
      }
  return g_strv_builder_end (names);
}

/**
 * nst_demo_get_day:
 * @name: a demonstration
 * @day: (out caller-allocates): the day on which its story is best looked at
 *
 * Returns: %TRUE when there is such a demonstration and it names its day
 */
gboolean
nst_demo_get_day (const char *name, GDate *day)
{
  xmlDoc *doc = NULL;
  gboolean found;

  g_return_val_if_fail (name != NULL && day != NULL, FALSE);

  doc = read_demo (name, NULL);
  found = doc != NULL && read_day (xmlDocGetRootElement (doc), "day", day);
  g_clear_pointer (&doc, xmlFreeDoc);
  return found;
}

/**
 * nst_demo_replay:
 * @office: a new office
 * @name: a demonstration
 * @role: (nullable): as whom it is looked at, %NULL as the story has it
 * @until: (nullable): last day that is replayed, %NULL for the whole story
 * @error: %NST_INPUT_ERROR; whatever a step of the story is refused with
 *
 * Sends each event through the same door as people's work, the clock set to its day. The
 * clock then goes on as it did before.
 *
 * Returns: %TRUE when the story is in the base
 */
gboolean
nst_demo_replay (NstOffice *office, const char *name, const char *role, const GDate *until,
                 GError **error)
{
  g_autoptr (GHashTable) records =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  NstClock *clock = nst_office_get_clock (office);
  Replay replay = { office, records, NULL, name };
  g_autoptr (NstClock) before = nst_clock_copy (clock);
  gboolean played;
  xmlDoc *doc;

  g_return_val_if_fail (NST_IS_OFFICE (office) && name != NULL, FALSE);

  doc = read_demo (name, error);
  if (doc == NULL)
    return FALSE;
  played = play (&replay, xmlDocGetRootElement (doc), until, error) &&
           (role == NULL || take_role (&replay, xmlDocGetRootElement (doc), role, error));
  xmlFreeDoc (doc);
  nst_clock_follow (clock, before);
  return played;
}

/**
 * nst_demo_create:
 * @path: where the base shall be; nothing may be there yet
 * @name: a demonstration
 * @role: (nullable): as whom it is looked at, %NULL as the story has it
 * @until: (nullable): last day that is replayed, %NULL for the whole story
 * @clock: what day it is
 * @error: as nst_office_create() and nst_demo_replay()
 *
 * Makes an office with the scheme, role and name of the demonstration and replays it.
 *
 * Returns: (transfer full): the office
 */
NstOffice *
nst_demo_create (const char *path, const char *name, const char *role, const GDate *until,
                 NstClock *clock, GError **error)
{
  xmlDoc *doc = read_demo (name, error);
  g_autofree char *scheme = NULL;
  g_autofree char *teller = NULL;
  g_autofree char *title = NULL;
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstClock) before = nst_clock_copy (clock);

  if (doc == NULL)
    return NULL;
  scheme = dup_attribute (xmlDocGetRootElement (doc), "scheme");
  teller = dup_attribute (xmlDocGetRootElement (doc), "role");
  title = dup_attribute (xmlDocGetRootElement (doc), "name");
  start_clock (clock, xmlDocGetRootElement (doc));
  xmlFreeDoc (doc);
  {
    const char *const schemes[] = { scheme, NULL };

    office = nst_office_create (path, schemes, teller, title, clock, error);
  }
  nst_clock_follow (clock, before);
  if (office == NULL)
    return NULL;
  if (!nst_demo_replay (office, name, role, until, error))
    {
      g_clear_object (&office);
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&office);
}
