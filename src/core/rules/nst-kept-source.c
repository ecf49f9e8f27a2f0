/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base read once for one look at all of it: each kind is read when it is first asked for, and
 * found by the values of a field from then on. */
#include "config.h"

#include "rules/nst-kept-source.h"

#include <string.h>

struct _NstKeptSource
{
  GObject parent_instance;

  NstSource *base;
  GHashTable *kinds;   /* kind -> GPtrArray of NstRecord, in the order of the base */
  GHashTable *by_id;   /* kind -> GHashTable: local id -> NstRecord */
  GHashTable *indexes; /* "kind/field" -> GHashTable: text -> GPtrArray of NstRecord */
};

static void nst_kept_source_iface_init (NstSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstKeptSource, nst_kept_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SOURCE,
                                                      nst_kept_source_iface_init))

/* Issued documents carry their frozen data and are many: those are read as they are asked for. */
static gboolean
is_kept (const NstKind *kind)
{
  return strcmp (kind->name, "document") != 0;
}

static GPtrArray *
get_all (NstKeptSource *self, const NstKind *kind)
{
  GPtrArray *all = g_hash_table_lookup (self->kinds, kind);

  if (all != NULL)
    return all;
  all = nst_source_list (self->base, kind->name, NULL, NULL);
  g_hash_table_insert (self->kinds, (gpointer) kind, all);
  return all;
}

static GHashTable *
get_ids (NstKeptSource *self, const NstKind *kind)
{
  GHashTable *ids = g_hash_table_lookup (self->by_id, kind);
  GPtrArray *all;

  if (ids != NULL)
    return ids;
  all = get_all (self, kind);
  ids = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (ids, GSIZE_TO_POINTER ((gsize) nst_record_get_id (all->pdata[i])),
                         all->pdata[i]);
  g_hash_table_insert (self->by_id, (gpointer) kind, ids);
  return ids;
}

/* Nothing is kept as no text is: no canonical text is empty. */
static const char *
as_word (const char *text)
{
  return text != NULL ? text : "";
}

static GHashTable *
get_index (NstKeptSource *self, const NstKind *kind, const char *field)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", kind->name, field);
  GHashTable *index = g_hash_table_lookup (self->indexes, key);
  GPtrArray *all;

  if (index != NULL)
    return index;
  all = get_all (self, kind);
  index =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < all->len; i++)
    {
      const char *word = as_word (nst_record_get_text (all->pdata[i], field));
      GPtrArray *found = g_hash_table_lookup (index, word);

      if (found == NULL)
        {
          found = g_ptr_array_new ();
          g_hash_table_insert (index, g_strdup (word), found);
        }
      g_ptr_array_add (found, all->pdata[i]);
    }
  g_hash_table_insert (self->indexes, g_steal_pointer (&key), index);
  return index;
}

static NstRecord *
kept_dup (NstSource *source, const NstKind *kind, gint64 id)
{
  NstKeptSource *self = NST_KEPT_SOURCE (source);
  NstRecord *record;

  if (!is_kept (kind))
    return nst_source_dup (self->base, kind->name, id);
  record = g_hash_table_lookup (get_ids (self, kind), GSIZE_TO_POINTER ((gsize) id));
  return record != NULL ? g_object_ref (record) : NULL;
}

static GPtrArray *
kept_list (NstSource *source, const NstKind *kind, const char *field, const char *value)
{
  NstKeptSource *self = NST_KEPT_SOURCE (source);
  GPtrArray *kept;
  GPtrArray *found;

  if (!is_kept (kind))
    return nst_source_list (self->base, kind->name, field, value);
  kept = field == NULL ? get_all (self, kind)
                       : g_hash_table_lookup (get_index (self, kind, field), as_word (value));
  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; kept != NULL && i < kept->len; i++)
    g_ptr_array_add (found, g_object_ref (kept->pdata[i]));
  return found;
}

static gint64
kept_count (NstSource *source, const NstKind *kind, const char *field, const char *value)
{
  NstKeptSource *self = NST_KEPT_SOURCE (source);
  GPtrArray *kept;

  if (!is_kept (kind))
    return nst_source_count (self->base, kind->name, field, value);
  kept = field == NULL ? get_all (self, kind)
                       : g_hash_table_lookup (get_index (self, kind, field), as_word (value));
  return kept != NULL ? kept->len : 0;
}

static void
nst_kept_source_finalize (GObject *object)
{
  NstKeptSource *self = NST_KEPT_SOURCE (object);

  g_hash_table_unref (self->indexes);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->kinds);
  g_clear_object (&self->base);
  G_OBJECT_CLASS (nst_kept_source_parent_class)->finalize (object);
}

static void
nst_kept_source_class_init (NstKeptSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_kept_source_finalize;
}

static void
nst_kept_source_iface_init (NstSourceInterface *iface)
{
  iface->dup = kept_dup;
  iface->list = kept_list;
  iface->count = kept_count;
}

static void
nst_kept_source_init (NstKeptSource *self)
{
  self->kinds = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_id = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_hash_table_unref);
}

/**
 * nst_kept_source_new:
 * @base: what is read
 *
 * For one look at much of the base, with nothing changed meanwhile: a kind is read at most once,
 * whoever asks how often. Not for the look at one record, which would read the rest with it.
 *
 * Returns: (transfer full): a source that keeps what it has read
 */
NstKeptSource *
nst_kept_source_new (NstSource *base)
{
  NstKeptSource *self;

  /* Within somebody's look at the base, it is the same look. */
  if (NST_IS_KEPT_SOURCE (base))
    return g_object_ref (NST_KEPT_SOURCE (base));
  self = g_object_new (NST_TYPE_KEPT_SOURCE, NULL);
  self->base = g_object_ref (base);
  return self;
}
