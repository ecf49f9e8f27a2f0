/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage report on groups and territories (DOCUMENTS 11, sections 2, 4а, 5). */
#include "config.h"

#include "documents/nst-coverage-tables.h"

#include "documents/nst-named-value.h"
#include "indicators/nst-indicators.h"
#include "rules/nst-coverage.h"
#include "rules/nst-group-sides.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_DIRECTIONS 3

/* Totals of a territory by the kind of organisation that they count. */
static const struct
{
  const char *kind;
  const char *field;
} totals[] = {
  { "SCHOOL", "schools_total" },
  { "KINDERGARTEN", "kindergartens_total" },
  { "ADDITIONAL_EDUCATION", "additional_total" },
};

typedef struct
{
  NstRecordData *data;
  guint year;
  GPtrArray *groups;   /* NstRecord: formed by the day */
  GHashTable *entries; /* organisation -> NstEntry */
  GPtrArray *programs; /* NstRecord */
} Tables;

typedef struct
{
  const NstCatalogueEntry *direction;
  guint place;
  guint groups;
} Direction;

typedef struct
{
  guint all;
  gboolean all_known;
  guint inside;
  guint of_year;
  guint groups;
  guint ended;
  guint done;
  guint planned;
  guint late;
} Row;

static gboolean
is_formed (Tables *self, NstRecord *group)
{
  const char *state = nst_record_get_text (group, "state");
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (self->data->context.scheme, "group");
  GDate formed;

  if (state == NULL || (cycle != NULL && nst_life_cycle_counts_as (cycle, state, "DRAFT")))
    return FALSE;
  return !nst_record_get_date (group, "formed_on", &formed) ||
         g_date_compare (&formed, &self->data->context.today) <= 0;
}

static gboolean
is_of_year (Tables *self, NstRecord *group)
{
  return (guint) nst_record_get_int (group, "year") == self->year;
}

static void
add_entry (Tables *self, NstRecord *group, NstRecord *participant)
{
  NstSource *source = self->data->context.source;
  g_autoptr (NstRecord) team = nst_source_dup_ref (source, participant, "team");
  g_autoptr (NstRecord) organisation =
      team != NULL ? nst_source_dup_ref (source, team, "organisation") : NULL;
  guint year = nst_coverage_get_entry_year (group, participant);
  gint64 id = organisation != NULL ? nst_record_get_id (organisation) : 0;
  NstEntry *entry;

  if (organisation == NULL || year == 0 || year > self->year)
    return;
  entry = g_hash_table_lookup (self->entries, &id);
  if (entry == NULL)
    {
      entry = g_new0 (NstEntry, 1);
      entry->organisation = id;
      entry->territory = nst_record_get_ref (organisation, "territory");
      entry->kind = g_intern_string (nst_record_get_text (organisation, "kind"));
      g_hash_table_insert (self->entries, &entry->organisation, entry);
    }
  entry->of_year |= is_of_year (self, group);
}

static void
collect (Tables *self)
{
  g_autoptr (GPtrArray) groups =
      nst_source_list (self->data->context.source, "group", NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      NstRecord *group = g_ptr_array_index (groups, i);
      g_autoptr (GPtrArray) participants = NULL;

      if (!is_formed (self, group))
        continue;
      g_ptr_array_add (self->groups, g_object_ref (group));
      participants =
          nst_source_list_of (self->data->context.source, "participant", "group", group);
      for (guint k = 0; k < participants->len; k++)
        add_entry (self, group, g_ptr_array_index (participants, k));
    }
}

static void
put_groups (Tables *self, NstValue *coverage)
{
  guint of_year = 0, schools = 0, schools_of_year = 0;
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < self->groups->len; i++)
    of_year += is_of_year (self, g_ptr_array_index (self->groups, i));
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const NstEntry *entry = value;
      gboolean school = g_strcmp0 (entry->kind, "SCHOOL") == 0;

      schools += school;
      schools_of_year += school && entry->of_year;
    }
  nst_named_value_put (coverage, "groups", self->groups->len);
  nst_named_value_put (coverage, "groups-of-year", of_year);
  nst_named_value_put (coverage, "schools", schools);
  nst_named_value_put (coverage, "schools-of-year", schools_of_year);
}

/* 1, 2, and 3 or more directions (R79). */
static void
put_by_count (Tables *self, NstValue *coverage)
{
  guint all[MOST_DIRECTIONS] = { 0 };
  guint of_year[MOST_DIRECTIONS] = { 0 };
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; i < self->groups->len; i++)
    {
      NstRecord *group = g_ptr_array_index (self->groups, i);
      g_auto (GStrv) directions = nst_record_dup_list (group, "directions");
      guint n = directions != NULL ? MIN (g_strv_length (directions), MOST_DIRECTIONS) : 0;

      if (n == 0)
        continue;
      all[n - 1]++;
      of_year[n - 1] += is_of_year (self, group);
    }
  for (guint i = 0; i < MOST_DIRECTIONS; i++)
    {
      NstValue *row = nst_value_new_object ();

      nst_named_value_put (row, "count", i + 1);
      nst_value_set_text (row, "more", i + 1 == MOST_DIRECTIONS ? "+" : NULL);
      nst_named_value_put (row, "groups", all[i]);
      nst_named_value_put (row, "groups-of-year", of_year[i]);
      nst_value_append (list, row);
    }
  nst_value_take (coverage, "by-count", list);
}

static guint
count_with (Tables *self, const char *direction)
{
  guint count = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      g_auto (GStrv) directions =
          nst_record_dup_list (g_ptr_array_index (self->groups, i), "directions");

      count +=
          directions != NULL && g_strv_contains ((const char *const *) directions, direction);
    }
  return count;
}

static int
compare_directions (gconstpointer a, gconstpointer b)
{
  const Direction *first = a;
  const Direction *second = b;

  if (first->groups != second->groups)
    return first->groups > second->groups ? -1 : 1;
  return first->place < second->place ? -1 : 1;
}

static void
put_directions (Tables *self, NstValue *coverage)
{
  NstCatalogue *catalogue = nst_scheme_get_catalogue (self->data->context.scheme, "direction");
  g_autoptr (GArray) directions = g_array_new (FALSE, FALSE, sizeof (Direction));
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; catalogue != NULL && i < nst_catalogue_get_size (catalogue); i++)
    {
      Direction direction = { nst_catalogue_get_nth (catalogue, i), i, 0 };

      direction.groups = count_with (self, direction.direction->code);
      g_array_append_val (directions, direction);
    }
  g_array_sort (directions, compare_directions);
  for (guint i = 0; i < directions->len; i++)
    {
      const Direction *direction = &g_array_index (directions, Direction, i);
      NstValue *row = nst_value_new_object ();

      nst_value_set_text (row, "title", direction->direction->title);
      nst_value_set_text (row, "short",
                          direction->direction->short_title != NULL
                              ? direction->direction->short_title
                              : direction->direction->title);
      nst_named_value_put (row, "groups", direction->groups);
      nst_value_append (list, row);
    }
  nst_value_take (coverage, "directions", list);
}

/* What is missing in it is the territory's total. */
static NstValue *
new_row (NstRecord *territory, const char *field)
{
  const NstField *found = nst_kind_find_field (nst_record_get_kind (territory), field);
  g_autofree char *name = g_strdup_printf ("%s: %s", nst_record_get_text (territory, "name"),
                                           g_dgettext (GETTEXT_PACKAGE, found->label));

  return nst_named_value_new (name);
}

/* @kind NULL: of all kinds. */
static void
count_entries (Tables *self, gint64 territory, const char *kind, Row *row)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const NstEntry *entry = value;

      if (entry->territory != territory || (kind != NULL && g_strcmp0 (entry->kind, kind) != 0))
        continue;
      row->inside++;
      row->of_year += entry->of_year;
    }
}

static void
put_kinds (Tables *self, GPtrArray *territories, NstValue *coverage)
{
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; i < territories->len; i++)
    {
      NstRecord *territory = g_ptr_array_index (territories, i);

      for (guint k = 0; k < G_N_ELEMENTS (totals); k++)
        {
          gboolean known = nst_record_get_text (territory, totals[k].field) != NULL;
          Row row = { .all_known = known };
          NstValue *value;
          g_autofree char *title = nst_scheme_dup_title_of (self->data->context.scheme,
                                                            "organisation-kind", totals[k].kind);

          count_entries (self, nst_record_get_id (territory), totals[k].kind, &row);
          if (!known && row.inside == 0)
            continue;
          row.all = (guint) MAX (0, nst_record_get_int (territory, totals[k].field));
          value = new_row (territory, totals[k].field);
          nst_value_take (value, "territory", nst_record_value_new (self->data, territory));
          nst_value_set_text (value, "title", title != NULL ? title : totals[k].kind);
          if (known)
            nst_named_value_put (value, "all", row.all);
          nst_named_value_put (value, "of-year", row.of_year);
          nst_named_value_put (value, "inside", row.inside);
          nst_named_value_put_share (value, "share", row.inside, row.all);
          nst_value_append (list, value);
        }
    }
  nst_value_take (coverage, "kinds", list);
}

static gint64
get_territory (Tables *self, NstRecord *group)
{
  g_autoptr (NstRecord) territory = nst_group_sides_dup_territory (&self->data->context, group);

  return territory != NULL ? nst_record_get_id (territory) : 0;
}

static void
count_program (Tables *self, NstRecord *program, Row *row)
{
  g_autoptr (NstProgress) progress = nst_progress_new (&self->data->context, program);

  row->ended +=
      nst_coverage_programs_get_fate (program, &self->data->context.today) > NST_PROGRAM_RUNNING;
  row->done += progress->done;
  row->planned += progress->total;
  row->late += nst_coverage_programs_is_late (&self->data->context, program);
}

static void
count_groups (Tables *self, gint64 territory, Row *row)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      NstRecord *group = g_ptr_array_index (self->groups, i);

      if (get_territory (self, group) != territory)
        continue;
      row->groups++;
      for (guint k = 0; k < self->programs->len; k++)
        {
          NstRecord *program = g_ptr_array_index (self->programs, k);

          if (nst_record_get_ref (program, "group") == nst_record_get_id (group))
            count_program (self, program, row);
        }
    }
}

static void
put_row (NstValue *value, const Row *row)
{
  if (row->all_known)
    nst_named_value_put (value, "all", row->all);
  nst_named_value_put (value, "inside", row->inside);
  if (row->all_known)
    nst_named_value_put_share (value, "share", row->inside, row->all);
  nst_named_value_put (value, "groups", row->groups);
  nst_named_value_put (value, "ended", row->ended);
  nst_named_value_put_share (value, "done-share", row->done, row->planned);
  nst_named_value_put (value, "late", row->late);
}

static void
add_up (Row *whole, const Row *row)
{
  whole->all += row->all;
  whole->all_known = whole->all_known && row->all_known;
  whole->inside += row->inside;
  whole->groups += row->groups;
  whole->ended += row->ended;
  whole->done += row->done;
  whole->planned += row->planned;
  whole->late += row->late;
}

static void
put_territories (Tables *self, GPtrArray *territories, NstValue *coverage)
{
  NstValue *list = nst_value_new_list ();
  NstValue *sum = nst_value_new_object ();
  Row whole = { .all_known = TRUE };

  for (guint i = 0; i < territories->len; i++)
    {
      NstRecord *territory = g_ptr_array_index (territories, i);
      NstValue *value = nst_record_value_new (self->data, territory);
      NstValue *item = new_row (territory, totals[0].field);
      Row row = { 0 };

      for (guint k = 0; k < G_N_ELEMENTS (totals); k++)
        {
          row.all_known |= nst_record_get_text (territory, totals[k].field) != NULL;
          row.all += (guint) MAX (0, nst_record_get_int (territory, totals[k].field));
        }
      count_entries (self, nst_record_get_id (territory), NULL, &row);
      count_groups (self, nst_record_get_id (territory), &row);
      add_up (&whole, &row);
      nst_value_take (item, "territory", value);
      put_row (item, &row);
      nst_value_append (list, item);
    }
  put_row (sum, &whole);
  nst_value_take (coverage, "territories", list);
  nst_value_take (coverage, "whole", sum);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (nst_record_get_text (*(NstRecord *const *) a, "name"),
                    nst_record_get_text (*(NstRecord *const *) b, "name"));
}

/* What was drafted later is no matter of the report. */
static void
drop_later (GPtrArray *programs, const GDate *day)
{
  for (guint i = programs->len; i-- > 0;)
    {
      GDate drafted;

      if (nst_record_get_date (programs->pdata[i], "drafted_on", &drafted) &&
          g_date_compare (&drafted, day) > 0)
        g_ptr_array_remove_index (programs, i);
    }
}

/**
 * nst_coverage_tables_fill:
 * @data: of the document; counted as of its day
 * @coverage: gets the tables
 */
void
nst_coverage_tables_fill (NstRecordData *data, NstValue *coverage)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) entries =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GPtrArray) programs = nst_indicators_list_programs (&data->context, 0);
  g_autoptr (GPtrArray) territories =
      nst_source_list (data->context.source, "territory", NULL, NULL);
  Tables self = { data, g_date_get_year (&data->context.today), groups, entries, programs };

  drop_later (programs, &data->context.today);
  g_ptr_array_sort (territories, compare_names);
  collect (&self);
  put_groups (&self, coverage);
  put_by_count (&self, coverage);
  put_directions (&self, coverage);
  put_kinds (&self, territories, coverage);
  put_territories (&self, territories, coverage);
  nst_coverage_programs_fill (data, programs, coverage);
}
