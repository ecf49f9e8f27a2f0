/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base as it will be after a change: what guards of a step look at. */
#include "config.h"

#include "rules/nst-planned-source.h"

#include "model/nst-record-private.h"

#include <string.h>

struct _NstPlannedSource
{
  GObject parent_instance;

  NstSource *base;
  GPtrArray *added;    /* records that the change adds, in its order */
  GHashTable *planned; /* "kind/id" -> record as it will be */
  GHashTable *removed; /* "kind/id" */
};

static void nst_planned_source_iface_init (NstSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstPlannedSource, nst_planned_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SOURCE,
                                                      nst_planned_source_iface_init))

static char *
dup_key (const NstKind *kind, gint64 id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind->name, id);
}

static char *
dup_key_of (NstRecord *record)
{
  return dup_key (nst_record_get_kind (record), nst_record_get_id (record));
}

/* A copy of a record of the base with the values that it will have. */
static NstRecord *
clone_record (NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  NstRecord *copy =
      nst_record_new (kind, nst_record_get_id (record), nst_record_get_uuid (record));

  nst_record_set_title (copy, nst_record_get_title (record));
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      nst_record_set_slot (copy, i, nst_record_get_slot (record, i));
      if (kind->fields[i].type == NST_FIELD_TYPE_REF)
        nst_record_set_display (copy, i, nst_record_get_display (record, kind->fields[i].name));
    }
  nst_record_copy_extras (copy, record);
  return copy;
}

static void
take_in (NstPlannedSource *self, const NstChangeItem *item)
{
  g_autofree char *key = dup_key_of (item->record);
  const NstKind *kind = nst_record_get_kind (item->record);
  NstRecord *copy;
  int index;

  switch (item->op)
    {
    case NST_CHANGE_ADD:
      g_ptr_array_add (self->added, g_object_ref (item->record));
      g_hash_table_insert (self->planned, g_steal_pointer (&key), g_object_ref (item->record));
      break;
    case NST_CHANGE_SET:
      copy = g_hash_table_lookup (self->planned, key);
      if (copy == NULL)
        {
          copy = clone_record (item->record);
          g_hash_table_insert (self->planned, g_steal_pointer (&key), copy);
        }
      index = nst_kind_get_field_index (kind, item->field->name);
      if (index < 0)
        nst_record_set_extra (copy, item->field, item->after);
      else
        nst_record_set_slot (copy, (guint) index, item->after);
      break;
    case NST_CHANGE_REMOVE:
      g_hash_table_add (self->removed, g_steal_pointer (&key));
      break;
    default:
      break;
    }
}

static NstRecord *
planned_dup (NstSource *source, const NstKind *kind, gint64 id)
{
  NstPlannedSource *self = NST_PLANNED_SOURCE (source);
  g_autofree char *key = dup_key (kind, id);
  NstRecord *record;

  if (g_hash_table_contains (self->removed, key))
    return NULL;
  record = g_hash_table_lookup (self->planned, key);
  if (record != NULL)
    return g_object_ref (record);
  return nst_source_dup (self->base, kind->name, id);
}

static gboolean
matches (NstRecord *record, const NstKind *kind, const char *field, const char *value)
{
  return nst_record_get_kind (record) == kind &&
         (field == NULL || g_strcmp0 (nst_record_get_text (record, field), value) == 0);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (nst_record_get_text (*(NstRecord **) a, "rank"),
                    nst_record_get_text (*(NstRecord **) b, "rank"));
}

/* Adds a record of the base, or what it will be, when it fits and is not there yet; only what
 * the change touches can come twice. */
static void
add_fitting (NstPlannedSource *self, NstRecord *record, const char *field, const char *value,
             GPtrArray *found)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_autofree char *key = dup_key_of (record);
  NstRecord *planned = g_hash_table_lookup (self->planned, key);

  if (planned != NULL)
    record = planned;
  if (!g_hash_table_contains (self->removed, key) && matches (record, kind, field, value) &&
      (planned == NULL || !g_ptr_array_find (found, record, NULL)))
    g_ptr_array_add (found, g_object_ref (record));
}

static GPtrArray *
planned_list (NstSource *source, const NstKind *kind, const char *field, const char *value)
{
  NstPlannedSource *self = NST_PLANNED_SOURCE (source);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) base = NULL;
  GHashTableIter iter;
  gpointer record;

  /* A reference to a record that is only planned is unknown to the base. */
  base = nst_source_list (self->base, kind->name, field, value);
  for (guint i = 0; i < base->len; i++)
    add_fitting (self, base->pdata[i], field, value, found);
  g_hash_table_iter_init (&iter, self->planned);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (nst_record_get_kind (record) == kind && nst_record_get_id (record) > 0)
      add_fitting (self, record, field, value, found);
  for (guint i = 0; i < self->added->len; i++)
    if (nst_record_get_kind (self->added->pdata[i]) == kind)
      add_fitting (self, self->added->pdata[i], field, value, found);
  if (nst_kind_find_field (kind, "rank") != NULL)
    g_ptr_array_sort (found, compare_ranks);
  return found;
}

static gint64
planned_count (NstSource *source, const NstKind *kind, const char *field, const char *value)
{
  g_autoptr (GPtrArray) found = planned_list (source, kind, field, value);

  return found->len;
}

static void
nst_planned_source_finalize (GObject *object)
{
  NstPlannedSource *self = NST_PLANNED_SOURCE (object);

  g_clear_object (&self->base);
  g_ptr_array_unref (self->added);
  g_hash_table_unref (self->planned);
  g_hash_table_unref (self->removed);
  G_OBJECT_CLASS (nst_planned_source_parent_class)->finalize (object);
}

static void
nst_planned_source_class_init (NstPlannedSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_planned_source_finalize;
}

static void
nst_planned_source_iface_init (NstSourceInterface *iface)
{
  iface->dup = planned_dup;
  iface->list = planned_list;
  iface->count = planned_count;
}

static void
nst_planned_source_init (NstPlannedSource *self)
{
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  self->planned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * nst_planned_source_new:
 * @base: what is there now
 * @change: what will be done; not followed, changes made to it later are not seen
 *
 * Returns: (transfer full): a source that reads @base as it will be after @change
 */
NstPlannedSource *
nst_planned_source_new (NstSource *base, NstChange *change)
{
  NstPlannedSource *self = g_object_new (NST_TYPE_PLANNED_SOURCE, NULL);
  GPtrArray *items = nst_change_get_items (change);

  self->base = g_object_ref (base);
  for (guint i = 0; i < items->len; i++)
    take_in (self, items->pdata[i]);
  return self;
}
