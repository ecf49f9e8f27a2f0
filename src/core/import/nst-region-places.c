/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Territories with their authorities, organisations with their people. */
#include "config.h"

#include "import/nst-region-private.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

/* Most heads and teachers are women. */
#define WOMEN_PERCENT 88

/**
 * nst_region_fill:
 * @node: an element
 * @attribute: of a wording with {names}
 * @...: pairs of a name and what stands for it, then %NULL
 *
 * Returns: (transfer full) (nullable): the wording, %NULL when there is none
 */
char *
nst_region_fill (xmlNode *node, const char *attribute, ...)
{
  g_autofree char *text = nst_replay_dup_attribute (node, attribute);
  GString *filled;
  const char *name;
  va_list words;

  if (text == NULL)
    return NULL;
  filled = g_string_new (text);
  va_start (words, attribute);
  while ((name = va_arg (words, const char *)) != NULL)
    {
      g_autofree char *place = g_strdup_printf ("{%s}", name);
      const char *word = va_arg (words, const char *);

      g_string_replace (filled, place, word != NULL ? word : "", 0);
    }
  va_end (words);
  return g_string_free (filled, FALSE);
}

/**
 * nst_region_nth:
 * @self: a region
 * @words: name of a list
 * @position: from 0; after the last comes the first
 *
 * Returns: (transfer none): a word, "" when there is no such list
 */
const char *
nst_region_nth (NstRegion *self, const char *words, guint position)
{
  char **list = g_hash_table_lookup (self->words, words);

  if (list == NULL || list[0] == NULL)
    return "";
  return list[position % g_strv_length (list)];
}

/**
 * nst_region_pick:
 * @self: a region
 * @words: name of a list
 *
 * Returns: (transfer none): one of its words
 */
const char *
nst_region_pick (NstRegion *self, const char *words)
{
  return nst_region_nth (self, words, (guint) g_rand_int_range (self->rand, 0, G_MAXINT16));
}

static NstRecord *
add_person (NstRegion *self, NstChange *change, NstRecord *organisation, const char *post)
{
  gboolean woman = g_rand_int_range (self->rand, 0, 100) < WOMEN_PERCENT;
  guint n = ++self->n_people;
  g_autofree char *last = g_strconcat (nst_region_pick (self, "last"), woman ? "а" : "", NULL);
  g_autofree char *phone =
      g_strdup_printf ("(84400) %u-%02u-%02u", n / 10000, n / 100 % 100, n % 100);
  g_autofree char *mobile =
      g_strdup_printf ("8 (900) %03u-%02u-%02u", n / 10000, n / 100 % 100, n % 100);
  g_autofree char *email = g_strdup_printf ("person-%u@example.org", n);
  NstRecord *person =
      nst_change_add (change, "person", "last", last, "first",
                      nst_region_pick (self, woman ? "first-f" : "first-m"), "middle",
                      nst_region_pick (self, woman ? "middle-f" : "middle-m"), "sex",
                      woman ? "f" : "m", "post", post, "phone", phone, "mobile", mobile, "email",
                      email, NULL);

  nst_change_set_ref (change, person, "organisation", organisation);
  return person;
}

static void
add_requisites (NstRegion *self, NstChange *change, NstRecord *organisation)
{
  guint n = self->n_people + 1000;
  g_autofree char *inn = g_strdup_printf ("34%08u", n);
  g_autofree char *kpp = g_strdup_printf ("34%07u", n);
  g_autofree char *ogrn = g_strdup_printf ("10%011u", n);
  g_autofree char *phone = g_strdup_printf ("(84400) 0-%02u-%02u", n / 100 % 100, n % 100);
  g_autofree char *email = g_strdup_printf ("organisation-%u@example.org", n);

  nst_change_set (change, organisation, "inn", inn);
  nst_change_set (change, organisation, "kpp", kpp);
  nst_change_set (change, organisation, "ogrn", ogrn);
  nst_change_set (change, organisation, "phone", phone);
  nst_change_set (change, organisation, "email", email);
  nst_change_set (change, organisation, "uses_stamp", "1");
}

static void
set_head (NstChange *change, NstRecord *organisation, NstRecord *head, const char *basis)
{
  nst_change_set_ref (change, organisation, "director", head);
  nst_change_set_ref (change, organisation, "signer", head);
  nst_change_set (change, organisation, "signer_basis_gen", basis);
}

static void
set_filled (NstChange *change, NstRecord *record, const char *field, char *text)
{
  if (text != NULL && *text != '\0')
    nst_change_set (change, record, field, text);
  g_free (text);
}

static void
add_authority (NstRegion *self, NstChange *change, NstRegionPlace *place)
{
  static const char *const fields[][2] = { { "full_name", "authority" },
                                           { "name_gen", "authority-gen" },
                                           { "name_dat", "authority-dat" },
                                           { "short_name", "authority-short" },
                                           { "short_name_gen", "authority-short-gen" },
                                           { "parent_body", "parent" } };
  g_autofree char *head = nst_replay_dup_attribute (place->form, "head");
  g_autofree char *curator = nst_replay_dup_attribute (place->form, "curator");
  g_autofree char *basis = nst_replay_dup_attribute (place->form, "basis");
  g_autofree char *gen = nst_region_fill (place->form, "gen", "stem", place->stem, NULL);

  place->authority =
      nst_change_add (change, "organisation", "kind", "AUTHORITY", "place", place->town,
                      "legal_address", place->town, "gram_gender", "m", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    set_filled (change, place->authority, fields[i][0],
                nst_region_fill (place->form, fields[i][1], "stem", place->stem, "gen", gen,
                                 NULL));
  place->head = add_person (self, change, place->authority, head);
  place->curator = add_person (self, change, place->authority, curator);
  add_requisites (self, change, place->authority);
  set_head (change, place->authority, place->head, basis);
  nst_change_set_ref (change, place->authority, "territory", place->record);
}

static xmlNode *
find_named (xmlNode *parent, const char *element, const char *name)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      g_autofree char *own =
          nst_replay_is (child, element) ? nst_replay_dup_attribute (child, "name") : NULL;

      if (g_strcmp0 (own, name) == 0)
        return child;
    }
  return NULL;
}

/* How many there are in all: "least most" of the form. */
static void
set_totals (NstRegion *self, NstChange *change, const NstRegionPlace *place)
{
  static const char *const totals[][2] = { { "schools_total", "schools" },
                                           { "kindergartens_total", "kindergartens" },
                                           { "additional_total", "additional" },
                                           { "teachers_total", "teachers" } };
  GDate day;

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *range = nst_replay_dup_attribute (place->form, totals[i][1]);
      int least, most;

      if (range != NULL && sscanf (range, "%d %d", &least, &most) == 2 && least <= most)
        nst_change_set_int (change, place->record, totals[i][0],
                            g_rand_int_range (self->rand, least, most + 1));
    }
  nst_clock_get_today (nst_office_get_clock (self->replay->office), &day);
  nst_change_set_date (change, place->record, "totals_on", &day);
}

static void
add_place (NstRegion *self, NstChange *change, xmlNode *node, xmlNode *form)
{
  NstRegionPlace *place = g_new0 (NstRegionPlace, 1);
  g_autofree char *kind = nst_replay_dup_attribute (form, "kind");
  g_autofree char *gen = NULL;

  place->form = form;
  place->stem = nst_replay_dup_attribute (node, "stem");
  place->town = nst_replay_dup_attribute (node, "place");
  gen = nst_region_fill (form, "gen", "stem", place->stem, NULL);
  place->where = nst_region_fill (form, "where", "gen", gen, NULL);
  place->record = nst_change_add (change, "territory", "kind", kind, "name_gen", gen, NULL);
  set_filled (change, place->record, "name",
              nst_region_fill (form, "title", "stem", place->stem, NULL));
  set_filled (change, place->record, "name_pre",
              nst_region_fill (form, "pre", "stem", place->stem, NULL));
  set_totals (self, change, place);
  add_authority (self, change, place);
  nst_change_set_ref (change, place->record, "authority", place->authority);
  nst_change_set_ref (change, place->record, "curator", place->curator);
  g_ptr_array_add (self->places, place);
}

static void
shuffle (NstRegion *self, guint first)
{
  guint *turns = (guint *) (gpointer) self->turns->data;

  for (guint i = self->turns->len; i > first + 1; i--)
    {
      guint other = (guint) g_rand_int_range (self->rand, (gint32) first, (gint32) i);
      guint kept = turns[i - 1];

      turns[i - 1] = turns[other];
      turns[other] = kept;
    }
}

/* Every place has its turn once before any has it again; big ones have more of them. */
static void
draw_turns (NstRegion *self)
{
  guint round = 0;
  guint first;

  do
    {
      first = self->turns->len;
      for (guint i = 0; i < self->places->len; i++)
        {
          const NstRegionPlace *place = g_ptr_array_index (self->places, i);

          if ((guint) nst_replay_get_number (place->form, "weight") > round)
            g_array_append_val (self->turns, i);
        }
      shuffle (self, first);
      round++;
    }
  while (self->turns->len > first);
}

/**
 * nst_region_make_places:
 * @self: a region
 * @error: whatever the store refuses with, or a form that is not there
 *
 * Returns: whether the territories are in the base
 */
gboolean
nst_region_make_places (NstRegion *self, GError **error)
{
  g_autoptr (NstChange) change = nst_change_new (_ ("Territories and their authorities"));

  for (xmlNode *node = self->node->children; node != NULL; node = node->next)
    {
      g_autofree char *name = NULL;
      xmlNode *form;

      if (!nst_replay_is (node, "territory"))
        continue;
      self->replay->node = node;
      name = nst_replay_dup_attribute (node, "form");
      form = find_named (self->node, "form", name);
      if (form == NULL)
        return nst_replay_fail (self->replay, _ ("a territory needs its form"), error);
      add_place (self, change, node, form);
    }
  if (self->places->len == 0)
    return nst_replay_fail (self->replay, _ ("a region needs its territories"), error);
  draw_turns (self);
  return nst_store_apply (nst_office_get_store (self->replay->office), change, error);
}

/* How organisations of a kind are called there. */
static xmlNode *
find_sort (NstRegion *self, const char *kind, xmlNode *form)
{
  g_autofree char *place = nst_replay_dup_attribute (form, "name");

  for (xmlNode *child = self->node->children; child != NULL; child = child->next)
    {
      g_autofree char *own =
          nst_replay_is (child, "sort") ? nst_replay_dup_attribute (child, "kind") : NULL;
      g_autofree char *where = own != NULL ? nst_replay_dup_attribute (child, "form") : NULL;

      if (g_strcmp0 (own, kind) == 0 && (where == NULL || g_strcmp0 (where, place) == 0))
        return child;
    }
  return NULL;
}

static void
name_school (NstRegion *self, NstChange *change, NstRecord *school, xmlNode *sort, guint position)
{
  static const char *const fields[][2] = {
    { "full_name", "title" },      { "name_gen", "gen" },         { "name_dat", "dat" },
    { "short_name", "short" },     { "short_name_gen", "short" }, { "place", "place" },
    { "legal_address", "address" }
  };
  NstRegionPlace *place = g_ptr_array_index (self->places, position);
  guint n = ++place->n_schools;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *list = nst_replay_dup_attribute (sort, "words");
  g_auto (GStrv) village =
      g_strsplit (nst_region_nth (self, "village", position * 7 + n), ":", 2);
  const char *own = list != NULL ? nst_region_nth (self, list, position + n) : "";

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    set_filled (change, school, fields[i][0],
                nst_region_fill (sort, fields[i][1], "number", number, "own", own, "place",
                                 village[0], "adjective", village[1], "where", place->where,
                                 NULL));
  if (nst_change_peek (change, school, "place") == NULL)
    nst_change_set (change, school, "place", place->town);
}

/**
 * nst_region_add_school:
 * @self: a region with places
 * @change: what is being done
 * @kind: of organisation
 * @place: where it is
 *
 * Returns: (transfer none) (nullable): the organisation with its people, %NULL when the region
 *   does not say how that kind is called
 */
NstRegionSchool *
nst_region_add_school (NstRegion *self, NstChange *change, const char *kind, guint place)
{
  NstRegionPlace *where = g_ptr_array_index (self->places, place);
  xmlNode *sort = find_sort (self, kind, where->form);
  NstRegionSchool *school;
  g_autofree char *head = NULL;
  g_autofree char *staff = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *gender = NULL;
  g_auto (GStrv) posts = NULL;

  if (sort == NULL)
    return NULL;
  head = nst_replay_dup_attribute (sort, "head");
  staff = nst_replay_dup_attribute (sort, "staff");
  basis = nst_replay_dup_attribute (sort, "basis");
  gender = nst_replay_dup_attribute (sort, "gender");
  posts = g_strsplit (staff != NULL ? staff : "", "|", NST_REGION_PEOPLE - 1);
  school = g_new0 (NstRegionSchool, 1);
  school->place = place;
  school->record =
      nst_change_add (change, "organisation", "kind", kind, "gram_gender", gender, NULL);
  name_school (self, change, school->record, sort, place);
  school->people[0] = add_person (self, change, school->record, head);
  for (guint i = 1; i < NST_REGION_PEOPLE; i++)
    school->people[i] = add_person (self, change, school->record,
                                    g_strv_length (posts) >= i ? posts[i - 1] : NULL);
  add_requisites (self, change, school->record);
  set_head (change, school->record, school->people[0], basis);
  nst_change_set_ref (change, school->record, "territory", where->record);
  set_filled (change, school->record, "parent_body",
              nst_region_fill (where->form, "authority-short", "stem", where->stem, "gen",
                               where->where, NULL));
  g_ptr_array_add (self->schools, school);
  return school;
}
