/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole region from a few stories: which groups there are and what each of them lives. */
#include "config.h"

#include "import/nst-region.h"

#include "documents/nst-documents.h"
#include "import/nst-region-private.h"
#include "model/nst-rank.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COORDINATORS 4
/* Of those who were to take a course so many have by now. */
#define TRAINED_PERCENT 96
/* And so many are on the platform. */
#define JOINED_PERCENT 94

/* One year's groups. */
typedef struct
{
  NstRegion *region;
  xmlNode *node;
  GPtrArray *groups; /* NstRegionGroup, in the order of their numbers */
  guint next;
  guint returned;
  GDate registered;
} Cohort;

/* What a story has made or touched, in this order. */
typedef struct
{
  NstSource *source;
  GHashTable *seen;
  GPtrArray *records;
} Trace;

static void
free_place (gpointer data)
{
  NstRegionPlace *place = data;

  g_clear_object (&place->record);
  g_clear_object (&place->authority);
  g_clear_object (&place->head);
  g_clear_object (&place->curator);
  g_free (place->stem);
  g_free (place->town);
  g_free (place->where);
  g_free (place);
}

static void
free_school (gpointer data)
{
  NstRegionSchool *school = data;

  g_clear_object (&school->record);
  for (guint i = 0; i < NST_REGION_PEOPLE; i++)
    g_clear_object (&school->people[i]);
  g_free (school);
}

static void
free_group (gpointer data)
{
  NstRegionGroup *group = data;

  g_ptr_array_unref (group->teams);
  g_ptr_array_unref (group->members);
  g_free (group->number);
  g_free (group->directions);
  g_free (group);
}

/* The first of its directions: what its diagnostics and its practice are about. */
char *
nst_region_group_dup_direction (const NstRegionGroup *self)
{
  return g_strndup (self->directions, strcspn (self->directions, "\n"));
}

static void
free_words (gpointer data)
{
  g_strfreev (data);
}

static xmlNode *
next_named (xmlNode *node, const char *name)
{
  while (node != NULL && !nst_replay_is (node, name))
    node = node->next;
  return node;
}

static void
read_words (NstRegion *self)
{
  for (xmlNode *node = next_named (self->node->children, "words"); node != NULL;
       node = next_named (node->next, "words"))
    {
      xmlChar *content = xmlNodeGetContent (node);
      g_auto (GStrv) words = g_strsplit ((const char *) content, " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          g_auto (GStrv) parts = g_strsplit (words[i], "\302\240", -1);

          g_free (words[i]);
          words[i] = g_strjoinv (" ", parts);
        }
      g_hash_table_insert (self->words, nst_replay_dup_attribute (node, "name"),
                           g_steal_pointer (&words));
      xmlFree (content);
    }
}

/* The next organisation of the plan of this year, or one that comes again. */
static NstRegionSchool *
take_school (Cohort *self, NstChange *change, GHashTable *left, const char **kind, guint place)
{
  guint count;

  if (*kind == NULL)
    return g_ptr_array_index (self->region->schools, self->returned++);
  count = GPOINTER_TO_UINT (g_hash_table_lookup (left, *kind));
  g_hash_table_insert (left, g_strdup (*kind), GUINT_TO_POINTER (count - 1));
  return nst_region_add_school (self->region, change, *kind, place);
}

/* The kind that a further group joins from; %NULL when all that are new have come. */
static const char *
find_kind (xmlNode *cohort, GHashTable *left, guint n)
{
  for (xmlNode *join = next_named (cohort->children, "join"); join != NULL;
       join = next_named (join->next, "join"))
    {
      g_autofree char *kind = nst_replay_dup_attribute (join, "kind");
      gpointer own = NULL, count = NULL;

      if (g_hash_table_lookup_extended (left, kind, &own, &count) &&
          GPOINTER_TO_UINT (count) >= n)
        return own;
    }
  return NULL;
}

static GHashTable *
count_kinds (xmlNode *cohort)
{
  GHashTable *left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *join = next_named (cohort->children, "join"); join != NULL;
       join = next_named (join->next, "join"))
    g_hash_table_insert (left, nst_replay_dup_attribute (join, "kind"),
                         GUINT_TO_POINTER ((guint) nst_replay_get_number (join, "count")));
  return left;
}

/* One, two or three directions of the regulation's list. */
static char *
choose_directions (NstRegion *self, guint count)
{
  NstCatalogue *catalogue =
      nst_scheme_get_catalogue (nst_office_get_scheme (self->replay->office), "direction");
  guint size = nst_catalogue_get_size (catalogue);
  guint first = (guint) g_rand_int_range (self->rand, 0, (gint32) size);
  GString *codes = g_string_new (NULL);

  /* The list begins with what is asked for most. */
  if (g_rand_boolean (self->rand))
    first = first / 2;
  for (guint i = 0; i < count; i++)
    {
      if (i > 0)
        g_string_append_c (codes, '\n');
      g_string_append (codes, nst_catalogue_get_nth (catalogue, (first + i * 2) % size)->code);
    }
  return g_string_free (codes, FALSE);
}

static guint
count_directions (xmlNode *cohort, guint position)
{
  guint one = (guint) nst_replay_get_number (cohort, "one");
  guint two = (guint) nst_replay_get_number (cohort, "two");
  guint total = one + two + (guint) nst_replay_get_number (cohort, "three");
  /* Spread over the year, not one after the other. */
  guint place = total > 0 ? position * 37 % total : 0;

  return place < one ? 1 : place < one + two ? 2 : 3;
}

static void
add_members (Cohort *self, NstChange *change, NstRegionGroup *group, NstRecord *team,
             const NstRegionSchool *school)
{
  static const char *const roles[] = { "LEADER", "CONTACT", "MEMBER", "MEMBER" };

  for (guint i = 0; i < NST_REGION_PEOPLE; i++)
    {
      g_autofree char *rank = nst_rank_nth (i);
      NstRecord *member =
          nst_change_add (change, "member", "roles", roles[i], "rank", rank, NULL);

      nst_change_set_ref (change, member, "team", team);
      nst_change_set_ref (change, member, "person", school->people[i]);
      nst_change_set_date (change, member, "from", &self->registered);
      g_ptr_array_add (group->members, member);
    }
}

static void
add_team (Cohort *self, NstChange *change, NstRegionGroup *group, guint position)
{
  NstRegion *region = self->region;
  const NstRegionSchool *school = group->schools[position];
  const char *role = position == 0 ? "EXPERIENCED" : "DEVELOPING";
  g_autofree char *year = nst_replay_dup_attribute (self->node, "year");
  NstRecord *team =
      nst_change_add (change, "team", "role", role, "directions", group->directions, "year", year,
                      position == 0 ? "evidence" : "difficulties",
                      nst_region_pick (region, position == 0 ? "evidence" : "difficulty"),
                      "state", "REGISTERED", NULL);
  GDate submitted = self->registered;

  g_date_subtract_days (&submitted, (guint) g_rand_int_range (region->rand, 3, 12));
  nst_change_set_ref (change, team, "organisation", school->record);
  nst_change_set_date (change, team, "submitted_on", &submitted);
  nst_change_set_date (change, team, "registered_on", &self->registered);
  g_ptr_array_add (group->teams, team);
  add_members (self, change, group, team, school);
}

/* Who was to take the year's course, and has when it is over. */
static void
add_trainings (Cohort *self, NstChange *change, const NstRegionGroup *group)
{
  NstRegion *region = self->region;
  g_autofree char *key = nst_replay_dup_attribute (self->node, "course");
  NstRecord *course = key != NULL ? nst_replay_get (region->replay, key) : NULL;
  const char *end = course != NULL ? nst_record_get_text (course, "end") : NULL;
  g_autofree char *today = nst_replay_dup_attribute (region->node->parent, "day");

  if (end == NULL)
    return;
  for (guint i = 0; i < group->n_schools; i++)
    for (guint person = 0; person < NST_REGION_PEOPLE; person++)
      {
        g_autoptr (NstRecord) training = nst_change_add (change, "training", NULL);

        nst_change_set_ref (change, training, "course", course);
        nst_change_set_ref (change, training, "person", group->schools[i]->people[person]);
        if (g_strcmp0 (end, today) < 0 &&
            g_rand_int_range (region->rand, 0, 100) < TRAINED_PERCENT)
          nst_change_set (change, training, "completed_on", end);
      }
}

/* Who was to register on the platform by a day, and has. */
static void
join_platform (Cohort *self, NstChange *change, const NstRegionGroup *group)
{
  g_autofree char *day = nst_replay_dup_attribute (self->node, "platform");

  for (guint i = 0; day != NULL && i < group->n_schools; i++)
    for (guint person = 0; person < NST_REGION_PEOPLE; person++)
      {
        NstRecord *who = group->schools[i]->people[person];

        if (g_rand_int_range (self->region->rand, 0, 100) >= JOINED_PERCENT)
          continue;
        nst_change_set (change, who, "platform_registered_on", day);
        nst_change_set (change, who, "platform_joined_on", day);
      }
}

/* How many organisations the group at this place has. */
static guint
count_teams (xmlNode *cohort, guint position)
{
  guint before = 0;

  for (xmlNode *follow = next_named (cohort->children, "follow"); follow != NULL;
       follow = next_named (follow->next, "follow"))
    {
      guint teams = (guint) nst_replay_get_number (follow, "teams");

      before += (guint) nst_replay_get_number (follow, "groups");
      if (position < before)
        return CLAMP (teams, 2, NST_REGION_TEAMS);
    }
  return 0;
}

static void
make_group (Cohort *self, NstChange *change, GHashTable *left, guint first_number)
{
  NstRegion *region = self->region;
  guint position = self->groups->len;
  guint n = count_teams (self->node, position);
  const char *kind = find_kind (self->node, left, n);
  guint place = g_array_index (region->turns, guint, region->turn++ % region->turns->len);
  NstRegionGroup *group = g_new0 (NstRegionGroup, 1);
  g_autofree char *coordinator = g_strdup_printf ("coordinator-%u", position % COORDINATORS + 1);

  group->teams = g_ptr_array_new_with_free_func (g_object_unref);
  group->members = g_ptr_array_new_with_free_func (g_object_unref);
  group->number = g_strdup_printf ("%u", first_number + position);
  group->directions = choose_directions (region, count_directions (self->node, position));
  group->coordinator = nst_replay_get (region->replay, coordinator);
  for (guint i = 0; i < n; i++)
    {
      NstRegionSchool *school = take_school (self, change, left, &kind, place);

      if (school == NULL)
        break;
      group->schools[group->n_schools++] = school;
      add_team (self, change, group, i);
    }
  add_trainings (self, change, group);
  join_platform (self, change, group);
  g_ptr_array_add (self->groups, group);
}

/* Groups of one year are numbered one after the other. */
static guint
count_before (xmlNode *cohort)
{
  g_autofree char *year = nst_replay_dup_attribute (cohort, "year");
  guint count = 0;

  for (xmlNode *node = cohort->prev; node != NULL; node = node->prev)
    {
      g_autofree char *other =
          nst_replay_is (node, "cohort") ? nst_replay_dup_attribute (node, "year") : NULL;

      if (g_strcmp0 (year, other) == 0)
        count +=
            (guint) (nst_replay_get_number (node, "one") + nst_replay_get_number (node, "two") +
                     nst_replay_get_number (node, "three"));
    }
  return count;
}

static gboolean
make_groups (Cohort *self, GError **error)
{
  g_autofree char *year = nst_replay_dup_attribute (self->node, "year");
  /* TRANSLATORS: %s: a year */
  g_autofree char *title = g_strdup_printf (_ ("Registry of teams, %s"), year);
  g_autoptr (NstChange) change = nst_change_new (title);
  g_autoptr (GHashTable) left = count_kinds (self->node);
  guint first = count_before (self->node) + 1;

  nst_change_set_by_step (change, TRUE);
  while (count_teams (self->node, self->groups->len) > 0)
    make_group (self, change, left, first);
  return nst_store_apply (nst_office_get_store (self->region->replay->office), change, error);
}

static void
changed_cb (NstStore *store G_GNUC_UNUSED, GVariant *records, gpointer data)
{
  Trace *trace = data;
  GVariantIter iter;
  const char *kind;
  gint64 id;

  g_variant_iter_init (&iter, records);
  while (g_variant_iter_loop (&iter, "(&sx)", &kind, &id))
    {
      char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind, id);
      NstRecord *record;

      if (!g_hash_table_add (trace->seen, key))
        continue;
      record = nst_source_dup (trace->source, kind, id);
      if (record != NULL)
        g_ptr_array_add (trace->records, record);
    }
}

static void
set_word (NstReplay *replay, const char *name, const char *word)
{
  g_hash_table_insert (replay->words, g_strdup (name), g_strdup (word != NULL ? word : ""));
}

/* How the story calls whom it is about. */
static void
cast (Cohort *self, const NstRegionGroup *group)
{
  static const char *const sides[] = { "experienced", "developing", "second" };
  NstReplay *replay = self->region->replay;
  const NstRegionPlace *place =
      g_ptr_array_index (self->region->places, group->schools[1]->place);
  g_autofree char *year = nst_replay_dup_attribute (self->node, "year");
  g_autofree char *period = nst_replay_dup_attribute (self->node, "period");
  g_autofree char *direction = nst_region_group_dup_direction (group);

  for (guint i = 0; i < group->n_schools; i++)
    {
      g_autofree char *head = g_strconcat (sides[i], "-head", NULL);

      nst_replay_name (replay, sides[i], group->teams->pdata[i]);
      nst_replay_name (replay, head, group->schools[i]->people[0]);
    }
  nst_replay_name (replay, "curator", place->curator);
  nst_replay_name (replay, "coordinator", group->coordinator);
  set_word (replay, "number", group->number);
  set_word (replay, "directions", group->directions);
  set_word (replay, "direction", direction);
  set_word (replay, "year", year);
  set_word (replay, "period", period);
  set_word (replay, "town", place->town);
}

static xmlNode *
find_story (NstRegion *self, const char *name)
{
  for (xmlNode *story = next_named (self->node->children, "story"); story != NULL;
       story = next_named (story->next, "story"))
    {
      g_autofree char *own = nst_replay_dup_attribute (story, "name");

      if (g_strcmp0 (own, name) == 0)
        return story;
    }
  return NULL;
}

/* The story that it goes on from, then its own days. */
static gboolean
play_story (Cohort *self, xmlNode *story, const GDate *until, GError **error)
{
  NstReplay *replay = self->region->replay;
  g_autofree char *from = nst_replay_dup_attribute (story, "from");
  xmlNode *before = from != NULL ? find_story (self->region, from) : NULL;
  GDate last;

  if (before != NULL && nst_replay_read_day (story, "until", &last))
    {
      g_date_add_months (&last, (guint) replay->months);
      if (g_date_compare (&last, until) > 0)
        last = *until;
      if (!nst_replay_play (replay, before, &last, error))
        return FALSE;
    }
  return nst_replay_play (replay, story, until, error);
}

/* A group lives the story; @trace gets what that made. */
static gboolean
live (Cohort *self, xmlNode *story, const GDate *until, const NstRegionGroup *group, Trace *trace,
      GError **error)
{
  NstStore *store = nst_office_get_store (self->region->replay->office);
  gulong handler = g_signal_connect (store, "changed", G_CALLBACK (changed_cb), trace);
  gboolean good;

  cast (self, group);
  good = play_story (self, story, until, error);
  g_signal_handler_disconnect (store, handler);
  return good;
}

static gboolean
follow (Cohort *self, xmlNode *node, xmlNode *story, const GDate *until, GError **error)
{
  NstStore *store = nst_office_get_store (self->region->replay->office);
  guint count = (guint) nst_replay_get_number (node, "groups");
  guint plays = CLAMP ((guint) nst_replay_get_number (node, "plays"), 1, count);
  guint loose = (guint) nst_replay_get_number (node, "loose");
  guint first = self->next;

  for (guint play = 0; play < plays; play++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
      Trace trace = { NST_SOURCE (store), seen, records };
      g_autoptr (NstChange) change = nst_change_new (_ ("Groups that follow the same way"));
      const NstRegionGroup *model = g_ptr_array_index (self->groups, first + play);

      if (!live (self, story, until, model, &trace, error))
        return FALSE;
      nst_change_set_by_step (change, TRUE);
      for (guint i = play + plays; i < count; i += plays)
        nst_region_copy_group (
            self->region, change, records, model, g_ptr_array_index (self->groups, first + i),
            loose > 0 ? (guint) g_rand_int_range (self->region->rand, 0, (gint32) loose * 2) : 0);
      if (!nst_store_apply (store, change, error))
        return FALSE;
    }
  self->next += count;
  return TRUE;
}

static gboolean
follow_all (Cohort *self, const GDate *last, GError **error)
{
  NstReplay *replay = self->region->replay;

  for (xmlNode *node = next_named (self->node->children, "follow"); node != NULL;
       node = next_named (node->next, "follow"))
    {
      g_autofree char *name = nst_replay_dup_attribute (node, "story");
      xmlNode *story = find_story (self->region, name);
      GDate until;

      replay->node = node;
      if (story == NULL)
        return nst_replay_fail (replay, _ ("there is no such story"), error);
      if (!nst_replay_read_day (node, "until", &until) || g_date_compare (&until, last) > 0)
        until = *last;
      if (!follow (self, node, story, &until, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_cohort (NstRegion *self, xmlNode *node, const GDate *last, GError **error)
{
  Cohort cohort = { self, node, NULL, 0, 0, { 0 } };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);

  cohort.groups = groups;
  self->replay->node = node;
  if (!nst_replay_read_day (node, "registered", &cohort.registered))
    return nst_replay_fail (self->replay, _ ("a year's groups need the day of their registry"),
                            error);
  if (g_date_compare (&cohort.registered, last) > 0)
    return TRUE;
  nst_clock_set_today (nst_office_get_clock (self->replay->office), &cohort.registered);
  self->replay->months = nst_replay_get_number (node, "months");
  if (!make_groups (&cohort, error))
    return FALSE;
  return follow_all (&cohort, last, error);
}

/* On the day of the record, as it was issued then. */
static gboolean
issue (NstRegion *self, xmlNode *node, GError **error)
{
  NstOffice *office = self->replay->office;
  g_autofree char *kind = nst_replay_dup_attribute (node, "kind");
  g_autofree char *form = nst_replay_dup_attribute (node, "form");
  g_autofree char *date = nst_replay_dup_attribute (node, "day");
  g_autofree char *field = nst_replay_dup_attribute (node, "field");
  g_autofree char *value = nst_replay_dup_attribute (node, "value");
  guint every = MAX (1, (guint) nst_replay_get_number (node, "every"));
  g_autoptr (GPtrArray) all =
      nst_source_list (NST_SOURCE (nst_office_get_store (office)), kind, field, value);

  self->replay->node = node;
  for (guint i = 0; i < all->len; i += every)
    {
      g_autoptr (NstRecord) document = NULL;
      GDate day;

      if (date == NULL || !nst_record_get_date (all->pdata[i], date, &day))
        continue;
      nst_clock_set_today (nst_office_get_clock (office), &day);
      document = nst_documents_issue (office, all->pdata[i], form, error);
      if (document == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_all (NstRegion *self, const GDate *last, GError **error)
{
  xmlNode *node;

  if (!nst_region_make_places (self, error))
    return FALSE;
  for (node = next_named (self->node->children, "cohort"); node != NULL;
       node = next_named (node->next, "cohort"))
    if (!make_cohort (self, node, last, error))
      return FALSE;
  for (node = next_named (self->node->children, "issue"); node != NULL;
       node = next_named (node->next, "issue"))
    if (!issue (self, node, error))
      return FALSE;
  node = next_named (self->node->children, "closing");
  self->replay->months = 0;
  return node == NULL || nst_replay_play (self->replay, node, last, error);
}

/**
 * nst_region_play:
 * @replay: a story whose first days have been played
 * @root: its file
 * @until: (nullable): the last day; %NULL for the day that the story is looked at on
 * @error: as nst_replay_play()
 *
 * Makes the region that the file describes, if it does: the same one each time.
 *
 * Returns: whether all of it went well
 */
gboolean
nst_region_play (NstReplay *replay, xmlNode *root, const GDate *until, GError **error)
{
  xmlNode *node = next_named (root->children, "region");
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) schools = NULL;
  g_autoptr (GArray) turns = NULL;
  g_autoptr (GRand) rand = NULL;
  NstRegion region = { replay, node, NULL, NULL, NULL, NULL, NULL, 0, 0 };
  GDate last;

  if (node == NULL)
    return TRUE;
  replay->node = node;
  if (!nst_replay_read_day (root, "day", &last))
    return nst_replay_fail (replay, _ ("a region needs the day that it is looked at on"), error);
  if (until != NULL && g_date_compare (until, &last) < 0)
    last = *until;
  region.rand = rand = g_rand_new_with_seed ((guint32) nst_replay_get_number (node, "seed"));
  region.words = words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_words);
  region.places = places = g_ptr_array_new_with_free_func (free_place);
  region.schools = schools = g_ptr_array_new_with_free_func (free_school);
  region.turns = turns = g_array_new (FALSE, FALSE, sizeof (guint));
  replay->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  replay->chance = g_rand_copy (rand);
  read_words (&region);
  return make_all (&region, &last, error);
}
