/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, when, by whom and who recorded it. */
#include "config.h"

#include "store/nst-history.h"

#include "store/nst-store-private.h"

void
nst_history_entry_free (NstHistoryEntry *self)
{
  g_free (self->office);
  g_free (self->day);
  g_free (self->at);
  g_free (self->title);
  g_free (self->kind);
  g_free (self->party);
  g_free (self->person);
  g_free (self->recorder);
  g_free (self);
}

static NstHistoryEntry *
read_entry (NstStatement *row)
{
  NstHistoryEntry *entry = g_new0 (NstHistoryEntry, 1);

  entry->id = nst_statement_get_int (row, 0);
  entry->office = g_strdup (nst_statement_get_text (row, 1));
  entry->sequence = nst_statement_get_int (row, 2);
  entry->day = g_strdup (nst_statement_get_text (row, 3));
  entry->at = g_strdup (nst_statement_get_text (row, 4));
  entry->title = g_strdup (nst_statement_get_text (row, 5));
  entry->kind = g_strdup (nst_statement_get_text (row, 6));
  entry->undone = nst_statement_get_int (row, 7) != 0;
  entry->party = g_strdup (nst_statement_get_text (row, 8));
  entry->person = g_strdup (nst_statement_get_text (row, 9));
  entry->recorder = g_strdup (nst_statement_get_text (row, 10));
  return entry;
}

/**
 * nst_history_list:
 * @store: a store
 * @record: (nullable): only what touched this record, or one that was joined with it; %NULL
 *   for all
 * @limit: how many at most, 0 for all
 * @error: %NST_STORE_ERROR_SQL
 *
 * Returns: (transfer full) (element-type NstHistoryEntry): the newest first
 */
GPtrArray *
nst_history_list (NstStore *store, NstRecord *record, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nst_history_entry_free);
  g_autoptr (NstStatement) rows = nst_sqlite_prepare (
      store->db,
      "SELECT id, office, sequence, day, at, title, how, undone, party, person_name, recorder "
      "FROM change WHERE ?1 IS NULL OR id IN (SELECT change FROM change_item "
      "WHERE kind = ?1 AND (record = ?2 OR record IN (SELECT gone FROM merger "
      "WHERE subject = ?1 || '/' || ?2))) ORDER BY id DESC LIMIT ?3",
      error);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return NULL;
  if (record != NULL)
    {
      nst_statement_bind_text (rows, 1, nst_record_get_kind (record)->name);
      nst_statement_bind_int (rows, 2, nst_record_get_id (record));
    }
  nst_statement_bind_int (rows, 3, limit == 0 ? -1 : (gint64) limit);
  while (nst_statement_next (rows, &local))
    g_ptr_array_add (entries, read_entry (rows));
  if (local == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
