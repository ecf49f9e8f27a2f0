/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GListModel of the records that a query finds; it follows the store. */
#include "config.h"

#include "store/nst-record-list.h"

#include <gio/gio.h>
#include <string.h>

struct _NstRecordList
{
  GObject parent_instance;

  NstStore *store;
  NstQuery *query;
  GArray *ids; /* of gint64 in the order shown: 8 bytes a row */
};

static void nst_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstRecordList, nst_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      nst_record_list_model_init))

static GType
get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return NST_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return NST_RECORD_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  NstRecordList *self = NST_RECORD_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  return nst_store_dup (self->store, nst_query_get_kind (self->query),
                        g_array_index (self->ids, gint64, position), NULL);
}

static void
nst_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Takes the new order with the smallest "items-changed" that tells the difference, so
 * that scrolling and selection survive. */
static void
take_ids (NstRecordList *self, GArray *ids)
{
  g_autoptr (GArray) old = self->ids;
  guint head = 0;
  guint tail = 0;
  guint shorter = MIN (old->len, ids->len);

  while (head < shorter && g_array_index (old, gint64, head) == g_array_index (ids, gint64, head))
    head++;
  while (tail < shorter - head && g_array_index (old, gint64, old->len - 1 - tail) ==
                                      g_array_index (ids, gint64, ids->len - 1 - tail))
    tail++;
  self->ids = ids;
  if (old->len != head + tail || ids->len != head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                ids->len - head - tail);
}

static void
query_again (NstRecordList *self)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = nst_query_run (self->query, self->store, &error);

  if (ids != NULL)
    take_ids (self, ids);
  else
    g_critical ("a list cannot be read again: %s", error->message);
}

static void
store_changed_cb (NstRecordList *self)
{
  query_again (self);
}

static void
nst_record_list_dispose (GObject *object)
{
  NstRecordList *self = NST_RECORD_LIST (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (nst_record_list_parent_class)->dispose (object);
}

static void
nst_record_list_finalize (GObject *object)
{
  NstRecordList *self = NST_RECORD_LIST (object);

  nst_query_free (self->query);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (nst_record_list_parent_class)->finalize (object);
}

static void
nst_record_list_class_init (NstRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nst_record_list_dispose;
  object_class->finalize = nst_record_list_finalize;
}

static void
nst_record_list_init (NstRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * nst_record_list_new:
 * @store: a store
 * @query: which records; copied
 *
 * A list that keeps only ids; a record is read when its row is seen.
 *
 * Returns: (transfer full): the list
 */
NstRecordList *
nst_record_list_new (NstStore *store, const NstQuery *query)
{
  NstRecordList *self = g_object_new (NST_TYPE_RECORD_LIST, NULL);

  self->store = g_object_ref (store);
  self->query = nst_query_copy (query);
  query_again (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * nst_record_list_set_query:
 * @self: a list
 * @query: which records; of the same kind; copied
 */
void
nst_record_list_set_query (NstRecordList *self, const NstQuery *query)
{
  NstQuery *copy;

  g_return_if_fail (NST_IS_RECORD_LIST (self));
  g_return_if_fail (nst_query_get_kind (query) == nst_query_get_kind (self->query));

  copy = nst_query_copy (query);
  nst_query_free (self->query);
  self->query = copy;
  query_again (self);
}

/**
 * nst_record_list_find:
 * @self: a list
 * @id: local id
 *
 * Returns: its position, or %G_MAXUINT when it is not in the list
 */
guint
nst_record_list_find (NstRecordList *self, gint64 id)
{
  g_return_val_if_fail (NST_IS_RECORD_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}
