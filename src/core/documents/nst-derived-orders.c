/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What orders and agreements say of others: coordinators, days set, replaced teams. */
#include "config.h"

#include "documents/nst-derived-private.h"
#include "documents/nst-natural.h"
#include "rules/nst-group-sides.h"

#include <stdio.h>
#include <string.h>

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return nst_natural_compare (nst_record_get_text (*(NstRecord *const *) a, "number"),
                              nst_record_get_text (*(NstRecord *const *) b, "number"));
}

static GPtrArray *
list_groups (const NstDerivedQuery *query)
{
  GPtrArray *groups =
      nst_source_list_of (query->data->context.source, "group", "order", query->record);

  g_ptr_array_sort (groups, compare_numbers);
  return groups;
}

static NstValue *
find_row (NstValue *rows, gint64 id)
{
  for (guint i = 0; i < nst_value_get_length (rows); i++)
    {
      NstValue *row = nst_value_get_nth (rows, i);

      if (nst_record_get_id (nst_record_value_get_record (row)) == id)
        return row;
    }
  return NULL;
}

/* Each coordinator once, with the numbers of the groups that the order gives to him. */
static NstValue *
get_coordinators (const NstDerivedQuery *query)
{
  g_autoptr (GPtrArray) groups = list_groups (query);
  NstValue *rows = nst_value_new_list ();

  for (guint i = 0; i < groups->len; i++)
    {
      NstRecord *group = g_ptr_array_index (groups, i);
      g_autoptr (NstRecord) person =
          nst_source_dup_ref (query->data->context.source, group, "coordinator");
      const char *number = nst_record_get_text (group, "number");
      g_autoptr (NstValue) numbers = NULL;
      NstValue *row;

      if (person == NULL)
        continue;
      row = find_row (rows, nst_record_get_id (person));
      if (row == NULL)
        {
          row = nst_record_value_new (query->data, person);
          nst_value_take (row, "group-numbers", nst_value_new_list ());
          nst_value_append (rows, row);
        }
      numbers = nst_value_dup_field (row, "group-numbers");
      nst_value_append (numbers, nst_value_new_text (number != NULL ? number : ""));
    }
  return rows;
}

/* Each territory whose teams the order brings together, once. */
static NstValue *
get_territories (const NstDerivedQuery *query)
{
  g_autoptr (GPtrArray) groups = list_groups (query);
  NstValue *rows = nst_value_new_list ();

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (NstRecord) territory =
          nst_group_sides_dup_territory (&query->data->context, groups->pdata[i]);

      if (territory != NULL && find_row (rows, nst_record_get_id (territory)) == NULL)
        nst_value_append (rows, nst_record_value_new (query->data, territory));
    }
  return rows;
}

/* The day that the scheme sets for all, when it lies ahead of the order. */
static NstValue *
get_common_day (const NstDerivedQuery *query, const char *key, const GDate *from)
{
  const char *text = nst_scheme_get_limit (query->data->context.scheme, key);
  guint year, month, day;
  GDate date;

  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_compare (&date, from) >= 0 ? nst_value_new_date (&date) : NULL;
}

/* So many days after the order. */
static NstValue *
get_own_day (const NstDerivedQuery *query, const char *key, const GDate *from)
{
  gint64 days = nst_scheme_get_limit_int (query->data->context.scheme, key, -1);
  GDate date = *from;

  if (days < 0)
    return NULL;
  g_date_add_days (&date, (guint) days);
  return nst_value_new_date (&date);
}

/* By when agreements are to be signed and programmes made. */
static NstValue *
get_due (const NstDerivedQuery *query)
{
  gboolean agreement = strcmp (query->name, "agreement-due") == 0;
  gboolean replaces = g_strcmp0 (nst_record_get_text (query->record, "kind"), "REPLACEMENT") == 0;
  GDate from;

  if (!nst_record_get_date (query->record, "date", &from))
    return NULL;
  if (replaces)
    return get_own_day (query,
                        agreement ? "replacement.agreement.days" : "replacement.program.days",
                        &from);
  return get_common_day (query, agreement ? "agreement.returned-by" : "program.due-by", &from);
}

/* Entries by which a team took the place of another one, in the order they were made. */
static GPtrArray *
list_entries (const NstDerivedQuery *query, NstRecord *group)
{
  NstSource *source = query->data->context.source;
  g_autoptr (GPtrArray) all = nst_source_list_of (source, "participant", "group", group);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (nst_record_get_ref (all->pdata[i], "replaces") != 0)
      g_ptr_array_add (found, g_object_ref (all->pdata[i]));
  return found;
}

static GPtrArray *
list_orders (const NstDerivedQuery *query, NstRecord *group)
{
  NstSource *source = query->data->context.source;
  g_autoptr (GPtrArray) all = nst_source_list_of (source, "order", "group", group);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (nst_record_get_text (all->pdata[i], "kind"), "REPLACEMENT") == 0)
      g_ptr_array_add (found, g_object_ref (all->pdata[i]));
  return found;
}

/* An order and an entry are made by one step (DOMAIN 5.6), so the places in the lists agree. */
static NstRecord *
dup_at_same_place (GPtrArray *from, NstRecord *record, GPtrArray *to)
{
  for (guint i = 0; i < from->len && i < to->len; i++)
    if (nst_record_get_id (from->pdata[i]) == nst_record_get_id (record))
      return g_object_ref (to->pdata[i]);
  return NULL;
}

static NstValue *
get_replacement_of_order (const NstDerivedQuery *query)
{
  g_autoptr (NstRecord) group =
      nst_source_dup_ref (query->data->context.source, query->record, "group");
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (group == NULL)
    return NULL;
  orders = list_orders (query, group);
  entries = list_entries (query, group);
  return nst_derived_take_record (query, dup_at_same_place (orders, query->record, entries));
}

static NstValue *
get_order_of_entry (const NstDerivedQuery *query)
{
  g_autoptr (NstRecord) group =
      nst_source_dup_ref (query->data->context.source, query->record, "group");
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (group == NULL)
    return NULL;
  orders = list_orders (query, group);
  entries = list_entries (query, group);
  return nst_derived_take_record (query, dup_at_same_place (entries, query->record, orders));
}

/* The newest entry of one of the parties that had the place of another. */
static NstValue *
get_replacement_of_agreement (const NstDerivedQuery *query)
{
  g_autoptr (NstRecord) group =
      nst_source_dup_ref (query->data->context.source, query->record, "group");
  g_autoptr (GPtrArray) entries = group != NULL ? list_entries (query, group) : NULL;
  gint64 sides[2] = { nst_record_get_ref (query->record, "experienced"),
                      nst_record_get_ref (query->record, "developing") };
  NstRecord *found = NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      gint64 team = nst_record_get_ref (entries->pdata[i], "team");

      if (team == sides[0] || team == sides[1])
        found = entries->pdata[i];
    }
  return found != NULL ? nst_record_value_new (query->data, found) : NULL;
}

/* How many parties have signed. */
static NstValue *
get_signed (const NstDerivedQuery *query)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_of (query->data->context.source, "signature", "agreement", query->record);
  gint64 count = 0;

  for (guint i = 0; i < all->len; i++)
    count += nst_record_get_text (all->pdata[i], "signed_on") != NULL;
  return nst_value_new_number (count);
}

const NstDerivedField nst_derived_orders[] = {
  { "order", "coordinators", get_coordinators },
  { "order", "territories", get_territories },
  { "order", "agreement-due", get_due },
  { "order", "program-due", get_due },
  { "order", "replacement", get_replacement_of_order },
  { "participant", "order", get_order_of_entry },
  { "agreement", "replacement", get_replacement_of_agreement },
  { "agreement", "signed", get_signed },
  { NULL, NULL, NULL },
};
