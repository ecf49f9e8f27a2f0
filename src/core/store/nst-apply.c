/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door: a change is checked, written and kept in one transaction. */
#include "config.h"

#include "model/nst-error.h"
#include "model/nst-extra.h"
#include "model/nst-record-private.h"
#include "store/nst-change-log-sqlite.h"
#include "store/nst-extra-sqlite.h"
#include "store/nst-references-sqlite.h"
#include "store/nst-rows-sqlite.h"
#include "store/nst-search-sqlite.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What one application of a change carries along. */
typedef struct
{
  NstStore *store;
  NstChange *change;
  GHashTable *ids;  /* id within the change (negative) -> local id, both gint64 */
  GPtrArray *items; /* NstLogItem */
  GArray *touched;  /* NstTouched */
} Work;

static gint64
real_id (Work *work, gint64 id)
{
  gint64 *found = id < 0 ? g_hash_table_lookup (work->ids, &id) : NULL;

  return found != NULL ? *found : id;
}

/* Text of a reference or link with ids of the change turned into local ids. */
static char *
real_text (Work *work, const NstField *field, const char *text)
{
  const char *slash;

  if (text == NULL)
    return NULL;
  if (field->type == NST_FIELD_TYPE_REF && text[0] == '-')
    return g_strdup_printf ("%" G_GINT64_FORMAT,
                            real_id (work, g_ascii_strtoll (text, NULL, 10)));
  slash = field->type == NST_FIELD_TYPE_LINK ? strchr (text, '/') : NULL;
  if (slash != NULL && slash[1] == '-')
    return g_strdup_printf ("%.*s/%" G_GINT64_FORMAT, (int) (slash - text), text,
                            real_id (work, g_ascii_strtoll (slash + 1, NULL, 10)));
  return g_strdup (text);
}

static gboolean
check_value (const NstField *field, const char *text, GError **error)
{
  if (text == NULL && (field->flags & NST_FIELD_REQUIRED))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                   _ ("%s (%s) must not be empty; fill it in."), _ (field->label), field->name);
      return FALSE;
    }
  return nst_field_check (field, text, error);
}

static void
touch (Work *work, const NstKind *kind, gint64 id)
{
  NstTouched touched = { kind, id };

  g_array_append_val (work->touched, touched);
}

static NstLogItem *
log_item (Work *work, NstChangeOp op, const NstKind *kind, gint64 id, const char *uuid)
{
  NstLogItem *item = g_new0 (NstLogItem, 1);

  item->op = op;
  item->kind = kind;
  item->id = id;
  item->uuid = g_strdup (uuid);
  g_ptr_array_add (work->items, item);
  touch (work, kind, id);
  return item;
}

/* New records get their ids first, so that they may refer to each other in any order. */
static gboolean
take_ids (Work *work, GError **error)
{
  GPtrArray *items = nst_change_get_items (work->change);

  for (guint i = 0; i < items->len; i++)
    {
      NstChangeItem *item = g_ptr_array_index (items, i);
      gint64 *from, *to;

      if (item->op != NST_CHANGE_ADD)
        continue;
      to = g_new (gint64, 1);
      from = g_new (gint64, 1);
      *from = nst_record_get_id (item->record);
      *to = nst_rows_take_id (work->store, nst_record_get_kind (item->record), error);
      g_hash_table_insert (work->ids, from, to);
      if (*to == 0)
        return FALSE;
    }
  return TRUE;
}

/* Values of extra fields that a new record has; @values gets them. */
static gboolean
take_extras (Work *work, NstRecord *record, GHashTable *values, GError **error)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_auto (GStrv) names = nst_record_list_extra (record);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const NstField *field = nst_record_find_extra (record, names[i]);
      const char *text = nst_record_get_text (record, names[i]);

      if (!check_value (field, text, error) ||
          !nst_extra_keep_type (work->store, kind, field, error))
        return FALSE;
      g_hash_table_insert (values, g_strdup (names[i]), g_strdup (text));
    }
  return TRUE;
}

static gboolean
apply_add (Work *work, NstChangeItem *change, GError **error)
{
  const NstKind *kind = nst_record_get_kind (change->record);
  gint64 id = real_id (work, nst_record_get_id (change->record));
  const char *uuid = nst_record_get_uuid (change->record);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const char *text = nst_record_get_slot (change->record, i);

      if (!check_value (&kind->fields[i], text, error))
        return FALSE;
      if (text != NULL)
        g_hash_table_insert (values, g_strdup (kind->fields[i].name),
                             real_text (work, &kind->fields[i], text));
    }
  if (!take_extras (work, change->record, values, error) ||
      !nst_references_check_values (work->store, kind, values, error) ||
      !nst_rows_insert (work->store, kind, id, uuid, values, error))
    return FALSE;
  log_item (work, NST_CHANGE_ADD, kind, id, uuid)->after = nst_rows_pack (values);
  return TRUE;
}

static gboolean
refuse_stale (const NstKind *kind, const NstField *field, GError **error)
{
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_STALE,
               _ ("“%s” of “%s” was changed meanwhile; look at it and do it again."),
               _ (field->label), _ (kind->label));
  return FALSE;
}

static gboolean
apply_set (Work *work, NstChangeItem *change, GError **error)
{
  const NstKind *kind = nst_record_get_kind (change->record);
  gint64 id = nst_record_get_id (change->record);
  g_autofree char *present = NULL;
  g_autofree char *after = real_text (work, change->field, change->after);
  gboolean found = FALSE;
  NstLogItem *item;

  if (!check_value (change->field, change->after, error) ||
      !nst_references_check_value (work->store, change->field, after, error) ||
      !nst_rows_get (work->store, kind, id, change->field->name, &present, &found, error))
    return FALSE;
  if (!found || g_strcmp0 (present, change->before) != 0)
    return refuse_stale (kind, change->field, error);
  if (nst_extra_is_name (change->field->name) &&
      !nst_extra_keep_type (work->store, kind, change->field, error))
    return FALSE;
  if (!nst_rows_set (work->store, kind, id, change->field->name, after, error))
    return FALSE;
  item = log_item (work, NST_CHANGE_SET, kind, id, nst_record_get_uuid (change->record));
  item->field = g_strdup (change->field->name);
  item->before = g_steal_pointer (&present);
  item->after = g_steal_pointer (&after);
  return TRUE;
}

/* Removes a record after what belongs to it; refuses while others refer to it. */
static gboolean
apply_remove (Work *work, const NstKind *kind, gint64 id, GError **error)
{
  g_autoptr (GArray) owned = nst_references_list_owned (work->store, kind, id, error);
  g_autoptr (GHashTable) values = NULL;
  g_autofree char *uuid = NULL;

  if (owned == NULL)
    return FALSE;
  for (guint i = 0; i < owned->len; i++)
    {
      NstTouched *child = &g_array_index (owned, NstTouched, i);

      if (!apply_remove (work, child->kind, child->id, error))
        return FALSE;
    }
  if (!nst_references_check_unused (work->store, kind, id, error))
    return FALSE;
  values = nst_rows_get_values (work->store, kind, id, &uuid, error);
  if (values == NULL || !nst_rows_delete (work->store, kind, id, error))
    return FALSE;
  log_item (work, NST_CHANGE_REMOVE, kind, id, uuid)->before = nst_rows_pack (values);
  return TRUE;
}

static gboolean
keep_blobs (Work *work, GError **error)
{
  GHashTableIter iter;
  gpointer hash, bytes;

  g_hash_table_iter_init (&iter, nst_change_get_blobs (work->change));
  while (g_hash_table_iter_next (&iter, &hash, &bytes))
    {
      g_autoptr (NstStatement) row =
          nst_sqlite_prepare (work->store->db,
                              "INSERT OR IGNORE INTO blob (sha256, data) VALUES (?1, ?2)", error);

      if (row == NULL)
        return FALSE;
      nst_statement_bind_text (row, 1, hash);
      nst_statement_bind_bytes (row, 2, bytes);
      if (!nst_statement_run (row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_items (Work *work, GError **error)
{
  GPtrArray *items = nst_change_get_items (work->change);
  static const NstChangeOp order[] = { NST_CHANGE_ADD, NST_CHANGE_SET, NST_CHANGE_REMOVE };

  /* References are looked up as they are written, so made records come first. */
  for (guint pass = 0; pass < G_N_ELEMENTS (order); pass++)
    for (guint i = 0; i < items->len; i++)
      {
        NstChangeItem *item = g_ptr_array_index (items, i);
        gboolean done = TRUE;

        if (item->op != order[pass])
          continue;
        if (item->op == NST_CHANGE_ADD)
          done = apply_add (work, item, error);
        else if (item->op == NST_CHANGE_SET)
          done = apply_set (work, item, error);
        else
          done = apply_remove (work, nst_record_get_kind (item->record),
                               nst_record_get_id (item->record), error);
        if (!done)
          return FALSE;
      }
  return TRUE;
}

/* Making the office itself is where undo ends. */
static const char *
how_of (NstChange *change)
{
  GPtrArray *items = nst_change_get_items (change);

  for (guint i = 0; i < items->len; i++)
    {
      NstChangeItem *item = g_ptr_array_index (items, i);

      if (item->op == NST_CHANGE_ADD &&
          strcmp (nst_record_get_kind (item->record)->name, "office") == 0)
        return "start";
    }
  return "action";
}

static gboolean
write_all (Work *work, GError **error)
{
  NstStore *store = work->store;

  return take_ids (work, error) && keep_blobs (work, error) && apply_items (work, error) &&
         nst_log_write (store, work->change, nst_change_get_title (work->change),
                        how_of (work->change), 0, work->items, error) != 0 &&
         nst_search_update (store, work->touched, error) &&
         nst_sqlite_run_kept (store->db, "COMMIT", error);
}

/* The records that the change made become the living objects of their rows. */
static void
adopt_records (Work *work)
{
  GPtrArray *items = nst_change_get_items (work->change);

  for (guint i = 0; i < items->len; i++)
    {
      NstChangeItem *item = g_ptr_array_index (items, i);

      if (item->op != NST_CHANGE_ADD)
        continue;
      nst_record_set_id (item->record, real_id (work, nst_record_get_id (item->record)));
      nst_store_adopt (work->store, item->record);
    }
}

/**
 * nst_store_apply:
 * @self: a store
 * @change: what to do
 * @error: %NST_INPUT_ERROR for a value that is not in order, %NST_RULE_ERROR for what the gate
 *   refuses, %NST_STORE_ERROR otherwise
 *
 * Writes the change and its entry in the history in one transaction; on return it is on
 * the disk. Records that it adds get their local ids and become the living objects. An
 * empty change succeeds and leaves no trace.
 *
 * Returns: %TRUE when it is done; nothing is changed otherwise
 */
gboolean
nst_store_apply (NstStore *self, NstChange *change, GError **error)
{
  g_autoptr (GHashTable) ids =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) items = nst_log_new_items ();
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (NstTouched));
  Work work = { self, change, ids, items, touched };

  g_return_val_if_fail (NST_IS_STORE (self) && NST_IS_CHANGE (change), FALSE);

  if (nst_change_get_items (change)->len == 0)
    return TRUE;
  if (self->gate != NULL && !self->gate (self, change, self->gate_data, error))
    return FALSE;
  if (!nst_sqlite_run_kept (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!write_all (&work, error))
    {
      nst_sqlite_run (self->db, "ROLLBACK", NULL);
      return FALSE;
    }
  adopt_records (&work);
  nst_store_refresh (self, touched);
  nst_store_emit (self, touched, nst_change_get_title (change), how_of (change));
  return TRUE;
}
