/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Demonstration data: events by day, replayed through the same door as people's work. */
#include "config.h"

#include "import/nst-demo.h"

#include "import/nst-region.h"
#include "import/nst-replay.h"
#include "model/nst-error.h"
#include "scheme/nst-scheme-loader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

/* The office is made on the first day of its story. */
static void
start_clock (NstClock *clock, xmlNode *root)
{
  xmlNode *child = root->children;
  GDate day;

  while (child != NULL && !nst_replay_is (child, "day"))
    child = child->next;
  if (child != NULL && nst_replay_read_day (child, "date", &day))
    nst_clock_set_today (clock, &day);
}

static xmlNode *
find_holder (xmlNode *root, const char *role)
{
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      g_autofree char *held =
          nst_replay_is (child, "holder") ? nst_replay_dup_attribute (child, "role") : NULL;

      if (held != NULL && strcmp (held, role) == 0)
        return child;
    }
  return NULL;
}

/* The base becomes that of another person of the story; one whom it does not name keeps it. */
static gboolean
take_role (NstReplay *replay, xmlNode *root, const char *role, GError **error)
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
  if (!nst_replay_set_fields (replay, change, card, error))
    return FALSE;
  if (!nst_store_apply (nst_office_get_store (replay->office), change, &local))
    return nst_replay_pass_on (replay, g_steal_pointer (&local), error);
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

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * nst_demo_list:
 *
 * Returns: (transfer full): names of the demonstrations that are installed, by the alphabet
 */
GStrv
nst_demo_list (void)
{
  g_autofree char *path = dup_demo_dir ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".xml"))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (".xml")));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
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
  found = doc != NULL && nst_replay_read_day (xmlDocGetRootElement (doc), "day", day);
  g_clear_pointer (&doc, xmlFreeDoc);
  return found;
}

/**
 * nst_demo_dup_audience:
 * @name: a demonstration
 *
 * Returns: (transfer full) (nullable): the role that it is offered to before all others
 */
char *
nst_demo_dup_audience (const char *name)
{
  xmlDoc *doc = NULL;
  xmlChar *text = NULL;
  char *audience;

  g_return_val_if_fail (name != NULL, NULL);

  doc = read_demo (name, NULL);
  if (doc != NULL)
    text = xmlGetNoNsProp (xmlDocGetRootElement (doc), BAD_CAST "offered-to");
  audience = g_strdup ((const char *) text);
  g_clear_pointer (&text, xmlFree);
  g_clear_pointer (&doc, xmlFreeDoc);
  return audience;
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
  g_auto (NstReplay) replay = { 0 };
  NstClock *clock = nst_office_get_clock (office);
  g_autoptr (NstClock) before = nst_clock_copy (clock);
  gboolean played;
  xmlDoc *doc;

  g_return_val_if_fail (NST_IS_OFFICE (office) && name != NULL, FALSE);

  doc = read_demo (name, error);
  if (doc == NULL)
    return FALSE;
  nst_replay_init (&replay, office, name);
  played = nst_replay_play (&replay, xmlDocGetRootElement (doc), until, error) &&
           nst_region_play (&replay, xmlDocGetRootElement (doc), until, error) &&
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
  scheme = nst_replay_dup_attribute (xmlDocGetRootElement (doc), "scheme");
  teller = nst_replay_dup_attribute (xmlDocGetRootElement (doc), "role");
  title = nst_replay_dup_attribute (xmlDocGetRootElement (doc), "name");
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
