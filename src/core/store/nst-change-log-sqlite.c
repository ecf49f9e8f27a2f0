/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes as they are kept: the history, and what undo reads. */
#include "config.h"

#include "store/nst-change-log-sqlite.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>

static const char *const op_codes[] = { "add", "set", "remove" };

void
nst_log_item_free (NstLogItem *self)
{
  g_free (self->uuid);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

void
nst_log_entry_clear (NstLogEntry *self)
{
  g_clear_pointer (&self->title, g_free);
}

GPtrArray *
nst_log_new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) nst_log_item_free);
}

static gboolean
write_item (NstStore *store, gint64 change, guint position, const NstLogItem *item,
            GError **error)
{
  g_autoptr (NstStatement) row = nst_sqlite_prepare (
      store->db,
      "INSERT INTO change_item (change, position, op, kind, record, uuid, field, before, after) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);

  if (row == NULL)
    return FALSE;
  nst_statement_bind_int (row, 1, change);
  nst_statement_bind_int (row, 2, position);
  nst_statement_bind_text (row, 3, op_codes[item->op]);
  nst_statement_bind_text (row, 4, item->kind->name);
  nst_statement_bind_int (row, 5, item->id);
  nst_statement_bind_text (row, 6, item->uuid);
  nst_statement_bind_text (row, 7, item->field);
  nst_statement_bind_text (row, 8, item->before);
  nst_statement_bind_text (row, 9, item->after);
  return nst_statement_run (row, error);
}

static char *
day_text (NstClock *clock)
{
  GDate today;

  nst_clock_get_today (clock, &today);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&today),
                          (guint) g_date_get_month (&today), g_date_get_day (&today));
}

static char *
person_name (NstStore *store, NstChange *change)
{
  g_autoptr (NstRecord) person = NULL;

  if (change == NULL || nst_change_get_person (change) == 0)
    return NULL;
  person = nst_source_dup (NST_SOURCE (store), "person", nst_change_get_person (change));
  return person != NULL ? g_strdup (nst_record_get_title (person)) : NULL;
}

static void
bind_entry (NstStatement *row, NstStore *store, NstChange *change, const char *title,
            const char *how)
{
  g_autofree char *day = day_text (store->clock);
  g_autofree char *at = nst_clock_dup_timestamp (store->clock);
  g_autofree char *name = person_name (store, change);

  nst_statement_bind_text (row, 1, store->office);
  nst_statement_bind_text (row, 2, day);
  nst_statement_bind_text (row, 3, at);
  nst_statement_bind_text (row, 4, title);
  nst_statement_bind_text (row, 5, how);
  nst_statement_bind_int (row, 7, change != NULL && nst_change_get_sealed (change));
  nst_statement_bind_text (row, 8, change != NULL ? nst_change_get_party (change) : NULL);
  if (change != NULL && nst_change_get_person (change) != 0)
    nst_statement_bind_int (row, 9, nst_change_get_person (change));
  nst_statement_bind_text (row, 10, name);
  nst_statement_bind_text (row, 11, store->recorder);
}

/*
 * nst_log_write:
 * @change: (nullable): the person's change; NULL for undo and redo
 * @how: "action", "undo" or "redo"
 * @of: the change that is undone or redone, or 0
 * @items: (element-type NstLogItem): what was done, in order
 *
 * Keeps a change with its items under the next (office, sequence). Returns its id, 0 with
 * @error set.
 */
gint64
nst_log_write (NstStore *store, NstChange *change, const char *title, const char *how, gint64 of,
               GPtrArray *items, GError **error)
{
  g_autoptr (NstStatement) row = nst_sqlite_prepare (
      store->db,
      "INSERT INTO change (office, sequence, day, at, title, how, of, sealed, party, person, "
      "person_name, recorder) VALUES (?1, "
      "(SELECT coalesce (max (sequence), 0) + 1 FROM change WHERE office = ?1), "
      "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      error);
  gint64 id;

  if (row == NULL)
    return 0;
  bind_entry (row, store, change, title, how);
  if (of != 0)
    nst_statement_bind_int (row, 6, of);
  if (!nst_statement_run (row, error))
    return 0;
  id = nst_sqlite_get_last_id (store->db);
  for (guint i = 0; i < items->len; i++)
    if (!write_item (store, id, i, g_ptr_array_index (items, i), error))
      return 0;
  return id;
}

static NstLogItem *
read_item (NstStatement *row, GError **error)
{
  const char *op = nst_statement_get_text (row, 0);
  const NstKind *kind = nst_kinds_find (nst_statement_get_text (row, 1));
  NstLogItem *item;

  if (kind == NULL)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("The history names an unknown kind of record (%s)."),
                   nst_statement_get_text (row, 1));
      return NULL;
    }
  item = g_new0 (NstLogItem, 1);
  for (guint i = 0; i < G_N_ELEMENTS (op_codes); i++)
    if (g_strcmp0 (op, op_codes[i]) == 0)
      item->op = (NstChangeOp) i;
  item->kind = kind;
  item->id = nst_statement_get_int (row, 2);
  item->uuid = g_strdup (nst_statement_get_text (row, 3));
  item->field = g_strdup (nst_statement_get_text (row, 4));
  item->before = g_strdup (nst_statement_get_text (row, 5));
  item->after = g_strdup (nst_statement_get_text (row, 6));
  return item;
}

/* Items of a kept change, in order; (element-type NstLogItem). */
GPtrArray *
nst_log_read_items (NstStore *store, gint64 change, GError **error)
{
  g_autoptr (GPtrArray) items = nst_log_new_items ();
  g_autoptr (NstStatement) rows = nst_sqlite_prepare (
      store->db,
      "SELECT op, kind, record, uuid, field, before, after FROM change_item WHERE change = ?1 "
      "ORDER BY position",
      error);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return NULL;
  nst_statement_bind_int (rows, 1, change);
  while (local == NULL && nst_statement_next (rows, &local))
    {
      NstLogItem *item = read_item (rows, &local);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&items);
}

static gboolean
find_entry (NstStore *store, const char *sql, NstLogEntry *entry, GError **error)
{
  g_autoptr (NstStatement) row = nst_sqlite_prepare (store->db, sql, error);
  g_autoptr (GError) local = NULL;

  entry->id = 0;
  entry->title = NULL;
  if (row == NULL)
    return FALSE;
  nst_statement_bind_text (row, 1, store->office);
  if (nst_statement_next (row, &local))
    {
      entry->id = nst_statement_get_int (row, 0);
      entry->title = g_strdup (nst_statement_get_text (row, 1));
      entry->sealed = nst_statement_get_int (row, 2) != 0;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The newest action of this office that stands. */
gboolean
nst_log_find_undo (NstStore *store, NstLogEntry *entry, GError **error)
{
  return find_entry (store,
                     "SELECT id, title, sealed FROM change WHERE office = ?1 AND "
                     "how = 'action' AND undone = 0 ORDER BY id DESC LIMIT 1",
                     entry, error);
}

/* The action undone last, unless something new was done since. */
gboolean
nst_log_find_redo (NstStore *store, NstLogEntry *entry, GError **error)
{
  return find_entry (
      store,
      "SELECT c.id, c.title, c.sealed FROM change AS u JOIN change AS c ON c.id = u.of "
      "WHERE u.office = ?1 AND u.how = 'undo' AND c.undone = 1 AND u.id > "
      "(SELECT coalesce (max (id), 0) FROM change WHERE office = ?1 AND how = 'action') "
      "ORDER BY c.id ASC, u.id DESC LIMIT 1",
      entry, error);
}

gboolean
nst_log_set_undone (NstStore *store, gint64 change, gboolean undone, GError **error)
{
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare (store->db, "UPDATE change SET undone = ?1 WHERE id = ?2", error);

  if (row == NULL)
    return FALSE;
  nst_statement_bind_int (row, 1, undone);
  nst_statement_bind_int (row, 2, change);
  return nst_statement_run (row, error);
}
