/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes as they are kept: the history, and what undo reads. */
#pragma once

#include "store/nst-store-private.h"

G_BEGIN_DECLS

/**
 * NstLogItem:
 *
 * One kept line of a change. `before` and `after` are canonical texts for a field, packed
 * images for a record that was made or removed.
 */
typedef struct
{
  NstChangeOp op;
  const NstKind *kind;
  gint64 id;
  char *uuid;
  char *field;
  char *before;
  char *after;
} NstLogItem;

/**
 * NstLogEntry:
 * @id: of the change; 0 when there is none
 * @title: what was done
 * @sealed: cannot be undone
 */
typedef struct
{
  gint64 id;
  char *title;
  gboolean sealed;
} NstLogEntry;

void nst_log_item_free (NstLogItem *self);
void nst_log_entry_clear (NstLogEntry *self);
GPtrArray *nst_log_new_items (void);

gint64 nst_log_write (NstStore *store, NstChange *change, const char *title, const char *how,
                      gint64 of, GPtrArray *items, GError **error);
GPtrArray *nst_log_read_items (NstStore *store, gint64 change, GError **error);
gboolean nst_log_find_undo (NstStore *store, NstLogEntry *entry, GError **error);
gboolean nst_log_find_redo (NstStore *store, NstLogEntry *entry, GError **error);
gboolean nst_log_set_undone (NstStore *store, gint64 change, gboolean undone, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NstLogEntry, nst_log_entry_clear)

G_END_DECLS
