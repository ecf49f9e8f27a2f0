/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: kept changes applied backwards or again, where the present still fits. */
#include "config.h"

#include "model/nst-error.h"
#include "store/nst-change-log-sqlite.h"
#include "store/nst-references-sqlite.h"
#include "store/nst-rows-sqlite.h"
#include "store/nst-search-sqlite.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NstStore *store;
  const char *title; /* of the change that is undone or done again */
  GPtrArray *items;  /* NstLogItem, what is done now */
  GArray *touched;   /* NstTouched */
} Work;

static gboolean
refuse_conflict (Work *work, const NstLogItem *item, GError **error)
{
  const NstField *field =
      item->field != NULL ? nst_kind_find_field (item->kind, item->field) : NULL;

  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_STALE,
               _ ("“%s” cannot be undone or repeated: “%s” (%s) was changed since. Change it "
                  "by hand."),
               work->title, field != NULL ? _ (field->label) : _ (item->kind->label),
               _ (item->kind->label));
  return FALSE;
}

static gboolean
make_row (Work *work, const NstLogItem *item, GError **error)
{
  g_autoptr (GHashTable) values = nst_rows_unpack (item->after, error);

  return values != NULL &&
         nst_rows_insert (work->store, item->kind, item->id, item->uuid, values, error);
}

static gboolean
remove_row (Work *work, const NstLogItem *item, GError **error)
{
  g_autoptr (GHashTable) values = NULL;
  g_autofree char *uuid = NULL;
  g_autofree char *present = NULL;

  values = nst_rows_get_values (work->store, item->kind, item->id, &uuid, error);
  if (values == NULL)
    return FALSE;
  present = nst_rows_pack (values);
  if (g_strcmp0 (present, item->before) != 0)
    return refuse_conflict (work, item, error);
  return nst_rows_delete (work->store, item->kind, item->id, error);
}

static gboolean
set_field (Work *work, const NstLogItem *item, GError **error)
{
  g_autofree char *present = NULL;
  gboolean found = FALSE;

  if (!nst_rows_get (work->store, item->kind, item->id, item->field, &present, &found, error))
    return FALSE;
  if (!found || g_strcmp0 (present, item->before) != 0)
    return refuse_conflict (work, item, error);
  return nst_rows_set (work->store, item->kind, item->id, item->field, item->after, error);
}

static NstLogItem *
copy_item (const NstLogItem *item, gboolean backwards)
{
  NstLogItem *copy = g_new0 (NstLogItem, 1);

  copy->op = item->op;
  if (backwards && item->op != NST_CHANGE_SET)
    copy->op = item->op == NST_CHANGE_ADD ? NST_CHANGE_REMOVE : NST_CHANGE_ADD;
  copy->kind = item->kind;
  copy->id = item->id;
  copy->uuid = g_strdup (item->uuid);
  copy->field = g_strdup (item->field);
  copy->before = g_strdup (backwards ? item->after : item->before);
  copy->after = g_strdup (backwards ? item->before : item->after);
  return copy;
}

static gboolean
apply_item (Work *work, NstLogItem *item, GError **error)
{
  NstTouched touched = { item->kind, item->id };

  g_ptr_array_add (work->items, item);
  g_array_append_val (work->touched, touched);
  switch (item->op)
    {
    case NST_CHANGE_ADD:
      return make_row (work, item, error);
    case NST_CHANGE_REMOVE:
      return remove_row (work, item, error);
    case NST_CHANGE_SET:
    default:
      return set_field (work, item, error);
    }
}

/* What was made later may refer to what goes now; said in words before the commit. */
static gboolean
check_removed (Work *work, GError **error)
{
  for (guint i = 0; i < work->items->len; i++)
    {
      NstLogItem *item = g_ptr_array_index (work->items, i);

      if (item->op == NST_CHANGE_REMOVE &&
          !nst_references_check_unused (work->store, item->kind, item->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_log (Work *work, gint64 change, gboolean backwards, GError **error)
{
  g_autoptr (GPtrArray) kept = nst_log_read_items (work->store, change, error);

  if (kept == NULL)
    return FALSE;
  for (guint i = 0; i < kept->len; i++)
    {
      NstLogItem *item = g_ptr_array_index (kept, backwards ? kept->len - 1 - i : i);

      if (!apply_item (work, copy_item (item, backwards), error))
        return FALSE;
    }
  return check_removed (work, error) &&
         nst_log_write (work->store, NULL, work->title, backwards ? "undo" : "redo", change,
                        work->items, error) != 0 &&
         nst_log_set_undone (work->store, change, backwards, error) &&
         nst_search_update (work->store, work->touched, error) &&
         nst_sqlite_run_kept (work->store->db, "COMMIT", error);
}

static gboolean
move (NstStore *store, NstLogEntry *entry, gboolean backwards, GError **error)
{
  g_autoptr (GPtrArray) items = nst_log_new_items ();
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (NstTouched));
  Work work = { store, entry->title, items, touched };

  if (!apply_log (&work, entry->id, backwards, error))
    return FALSE;
  nst_store_refresh (store, touched);
  nst_store_emit (store, touched, entry->title, backwards ? "undo" : "redo");
  return TRUE;
}

static gboolean
find_and_move (NstStore *self, gboolean backwards, char **title, GError **error)
{
  g_auto (NstLogEntry) entry = { 0, NULL, FALSE };
  gboolean done;

  if (!nst_sqlite_run_kept (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  done = backwards ? nst_log_find_undo (self, &entry, error)
                   : nst_log_find_redo (self, &entry, error);
  if (done && entry.id == 0)
    {
      g_set_error_literal (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
                           backwards ? _ ("There is nothing to undo.")
                                     : _ ("There is nothing to do again."));
      done = FALSE;
    }
  if (done && entry.sealed)
    {
      g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
                   _ ("“%s” has left the house and cannot be undone; issue a new version or "
                      "annul it."),
                   entry.title);
      done = FALSE;
    }
  if (!done || !move (self, &entry, backwards, error))
    {
      nst_sqlite_run (self->db, "ROLLBACK", NULL);
      return FALSE;
    }
  if (title != NULL)
    *title = g_steal_pointer (&entry.title);
  return TRUE;
}

/**
 * nst_store_undo:
 * @self: a store
 * @title: (out) (optional) (transfer full): what was undone
 * @error: %NST_RULE_ERROR when there is nothing to undo or it has left the house,
 *   %NST_STORE_ERROR_STALE when the present no longer fits
 *
 * Undoes the newest action of this office that stands, as a change of its own in the
 * history; also after a restart.
 *
 * Returns: %TRUE when it is done
 */
gboolean
nst_store_undo (NstStore *self, char **title, GError **error)
{
  g_return_val_if_fail (NST_IS_STORE (self), FALSE);

  return find_and_move (self, TRUE, title, error);
}

/**
 * nst_store_redo:
 * @self: a store
 * @title: (out) (optional) (transfer full): what was done again
 * @error: as nst_store_undo()
 *
 * Does again what was undone last, unless something new was done since.
 *
 * Returns: %TRUE when it is done
 */
gboolean
nst_store_redo (NstStore *self, char **title, GError **error)
{
  g_return_val_if_fail (NST_IS_STORE (self), FALSE);

  return find_and_move (self, FALSE, title, error);
}

static char *
dup_title (NstStore *self, gboolean backwards)
{
  g_auto (NstLogEntry) entry = { 0, NULL, FALSE };

  if (!(backwards ? nst_log_find_undo (self, &entry, NULL)
                  : nst_log_find_redo (self, &entry, NULL)) ||
      entry.sealed)
    return NULL;
  return g_steal_pointer (&entry.title);
}

/**
 * nst_store_dup_undo_title:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): what undo would undo, %NULL for nothing
 */
char *
nst_store_dup_undo_title (NstStore *self)
{
  g_return_val_if_fail (NST_IS_STORE (self), NULL);

  return dup_title (self, TRUE);
}

/**
 * nst_store_dup_redo_title:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): what redo would do again, %NULL for nothing
 */
char *
nst_store_dup_redo_title (NstStore *self)
{
  g_return_val_if_fail (NST_IS_STORE (self), NULL);

  return dup_title (self, FALSE);
}
