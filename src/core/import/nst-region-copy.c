/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group that follows another one: the same records, with its own teams, people and days. */
#include "config.h"

#include "import/nst-region-private.h"

#include <string.h>

/* A follower is so many days later, at most. */
#define LATEST 5

typedef struct
{
  NstRegion *region;
  NstChange *change;
  GHashTable *copies; /* "kind/id" -> NstRecord */
  const NstRegionGroup *from;
  const NstRegionGroup *to;
  guint later;
} Copy;

static char *
dup_key (const char *kind, gint64 id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind, id);
}

static void
pair (Copy *self, NstRecord *old, NstRecord *copy)
{
  g_hash_table_insert (self->copies,
                       dup_key (nst_record_get_kind (old)->name, nst_record_get_id (old)),
                       g_object_ref (copy));
}

/* What stands for what before anything is copied. */
static void
pair_known (Copy *self)
{
  const NstRegion *region = self->region;

  for (guint i = 0; i < MIN (self->from->n_schools, self->to->n_schools); i++)
    {
      const NstRegionSchool *old = self->from->schools[i];
      const NstRegionSchool *new = self->to->schools[i];
      const NstRegionPlace *there = g_ptr_array_index (region->places, old->place);
      const NstRegionPlace *here = g_ptr_array_index (region->places, new->place);

      pair (self, there->record, here->record);
      pair (self, there->authority, here->authority);
      pair (self, there->curator, here->curator);
      pair (self, old->record, new->record);
      for (guint person = 0; person < NST_REGION_PEOPLE; person++)
        pair (self, old->people[person], new->people[person]);
      pair (self, self->from->teams->pdata[i], self->to->teams->pdata[i]);
    }
  for (guint i = 0; i < MIN (self->from->members->len, self->to->members->len); i++)
    pair (self, self->from->members->pdata[i], self->to->members->pdata[i]);
  pair (self, self->from->coordinator, self->to->coordinator);
}

/* Days of the plan are the same for all; what was done was done on another day. */
static char *
move_day (Copy *self, const NstField *field, const char *text)
{
  static const char *const plan[] = { "period_start", "period_end", "start",          "end",
                                      "due",          "as_of",      "extended_until", NULL };
  NstClock *clock = nst_office_get_clock (self->region->replay->office);
  GDate today, day;
  guint y, m, d;

  if (g_strv_contains (plan, field->name) || sscanf (text, "%4u-%2u-%2u", &y, &m, &d) != 3)
    return g_strdup (text);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  g_date_add_days (&day, self->later);
  nst_clock_get_today (clock, &today);
  if (g_date_compare (&day, &today) > 0)
    return g_strdup (text);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

/* «7-М» of the seventh group is «12-М» of the twelfth. */
static char *
renumber (Copy *self, const char *text)
{
  const char *old = self->from->number;
  gsize length = strlen (old);

  if (!g_str_has_prefix (text, old) || g_ascii_isdigit (text[length]))
    return g_strdup (text);
  return g_strconcat (self->to->number, text + length, NULL);
}

static void
copy_reference (Copy *self, NstRecord *old, NstRecord *copy, const NstField *field)
{
  const NstKind *kind = NULL;
  gint64 id = 0;
  g_autofree char *key = NULL;
  NstRecord *target;

  if (field->type == NST_FIELD_TYPE_LINK)
    {
      if (!nst_record_get_link (old, field->name, &kind, &id))
        return;
      key = dup_key (kind->name, id);
    }
  else
    key = dup_key (field->target, nst_record_get_ref (old, field->name));
  target = g_hash_table_lookup (self->copies, key);
  if (target == NULL)
    nst_change_set_field (self->change, copy, field, nst_record_get_text (old, field->name));
  else if (field->type == NST_FIELD_TYPE_LINK)
    nst_change_set_link (self->change, copy, field->name, target);
  else
    nst_change_set_ref (self->change, copy, field->name, target);
}

/* Other people answer otherwise, and some directions are harder than others. */
static char *
dup_answer (Copy *self, const char *text)
{
  guint by = (guint) MAX (0, nst_replay_get_number (self->region->node, "spread"));
  g_autofree char *direction = nst_region_group_dup_direction (self->to);
  g_autofree char *harder = g_strconcat (direction, "/", text, NULL);
  g_autofree char *others = g_strconcat (self->to->number, "/", text, NULL);
  gint64 points = g_ascii_strtoll (text, NULL, 10);

  points += (gint64) (g_str_hash (harder) % (2 * by + 1)) - by;
  points += (gint64) (g_str_hash (others) % (by + 1)) - by / 2;
  return g_strdup_printf ("%d", (int) CLAMP (points, 0, 100));
}

static void
copy_field (Copy *self, NstRecord *old, NstRecord *copy, const NstField *field)
{
  const char *text = nst_record_get_text (old, field->name);
  g_autofree char *own = NULL;

  if (text == NULL)
    return;
  if (field->type == NST_FIELD_TYPE_REF || field->type == NST_FIELD_TYPE_LINK)
    {
      copy_reference (self, old, copy, field);
      return;
    }
  if (field->type == NST_FIELD_TYPE_DATE)
    own = move_day (self, field, text);
  else if (strcmp (field->name, "number") == 0)
    own = renumber (self, text);
  else if (strcmp (field->name, "directions") == 0)
    own = g_strdup (self->to->directions);
  else if (strcmp (field->name, "direction") == 0)
    own = nst_region_group_dup_direction (self->to);
  else if (strcmp (field->name, "value") == 0 &&
           strcmp (nst_record_get_kind (old)->name, "answer") == 0)
    own = dup_answer (self, text);
  nst_change_set_field (self->change, copy, field, own != NULL ? own : text);
}

static void
copy_fields (Copy *self, NstRecord *old, NstRecord *copy)
{
  const NstKind *kind = nst_record_get_kind (old);
  g_auto (GStrv) extra = nst_record_list_extra (old);

  for (const NstField *field = kind->fields; field->name != NULL; field++)
    copy_field (self, old, copy, field);
  for (guint i = 0; extra != NULL && extra[i] != NULL; i++)
    nst_change_set (self->change, copy, extra[i], nst_record_get_text (old, extra[i]));
}

/* Whom the story only touched: what its steps have set. */
static void
follow_steps (Copy *self, NstRecord *old, NstRecord *copy)
{
  const NstKind *kind = nst_record_get_kind (old);

  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if ((field->flags & NST_FIELD_STEP) != 0 && field->type != NST_FIELD_TYPE_REF)
      copy_field (self, old, copy, field);
}

/* Numbering is the office's own, papers are issued, not copied. */
static gboolean
is_copied (NstRecord *record)
{
  static const char *const kinds[] = { "document", "attachment", "series",
                                       "office",   "wording",    NULL };

  return !g_strv_contains (kinds, nst_record_get_kind (record)->name);
}

static gboolean
is_left_out (Copy *self, NstRecord *record, guint loose)
{
  return strcmp (nst_record_get_kind (record)->name, "mark") == 0 &&
         (guint) g_rand_int_range (self->region->rand, 0, 100) < loose;
}

/**
 * nst_region_copy_group:
 * @self: a region
 * @change: gets the records of the follower
 * @records: (element-type NstRecord): what the story of @from made and touched
 * @from: the group that lived a story
 * @to: the group that follows it
 * @loose: of a hundred marks so many are missing
 *
 * Returns: whether something was copied
 */
gboolean
nst_region_copy_group (NstRegion *self, NstChange *change, GPtrArray *records,
                       const NstRegionGroup *from, const NstRegionGroup *to, guint loose)
{
  g_autoptr (GHashTable) copies =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) models = g_ptr_array_new ();
  Copy copy = {
    self, change, copies, from, to, (guint) g_rand_int_range (self->rand, 0, LATEST)
  };

  pair_known (&copy);
  for (guint i = 0; i < records->len; i++)
    {
      NstRecord *old = g_ptr_array_index (records, i);
      const char *kind = nst_record_get_kind (old)->name;
      g_autofree char *key = dup_key (kind, nst_record_get_id (old));
      NstRecord *known = g_hash_table_lookup (copies, key);

      if (!is_copied (old) || (known == NULL && is_left_out (&copy, old, loose)))
        continue;
      if (known != NULL)
        {
          follow_steps (&copy, old, known);
          continue;
        }
      known = nst_change_add (change, kind, NULL);
      g_ptr_array_add (made, known);
      g_ptr_array_add (models, old);
      pair (&copy, old, known);
    }
  for (guint i = 0; i < made->len; i++)
    copy_fields (&copy, models->pdata[i], made->pdata[i]);
  return made->len > 0;
}
