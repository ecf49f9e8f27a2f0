/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office's base: one SQLite file, one door for changes. */
#pragma once

#include "model/nst-change.h"
#include "model/nst-clock.h"
#include "model/nst-source.h"

G_BEGIN_DECLS

#define NST_TYPE_STORE (nst_store_get_type ())
G_DECLARE_FINAL_TYPE (NstStore, nst_store, NST, STORE, GObject)

NstStore *nst_store_create (const char *path, NstClock *clock, GError **error);
NstStore *nst_store_open (const char *path, NstClock *clock, GError **error);
const char *nst_store_get_path (NstStore *self);
NstClock *nst_store_get_clock (NstStore *self);

/**
 * NstStoreGate:
 * @store: a store
 * @change: what shall be done
 * @user_data: as given
 * @error: what speaks against it
 *
 * Returns: whether the change may be done
 */
typedef gboolean (*NstStoreGate) (NstStore *store, NstChange *change, gpointer user_data,
                                  GError **error);

/* What every change has to pass; undo and redo do not. */
void nst_store_set_gate (NstStore *self, NstStoreGate gate, gpointer user_data);

/* One door. Signal "changed" (GVariant "a(sx)": kinds and ids) follows each success. */
gboolean nst_store_apply (NstStore *self, NstChange *change, GError **error);
gboolean nst_store_undo (NstStore *self, char **title, GError **error);
gboolean nst_store_redo (NstStore *self, char **title, GError **error);
char *nst_store_dup_undo_title (NstStore *self);
char *nst_store_dup_redo_title (NstStore *self);
void nst_store_set_recorder (NstStore *self, const char *role, const char *name);

/* Reading; also as #NstSource. */
NstRecord *nst_store_dup (NstStore *self, const NstKind *kind, gint64 id, GError **error);
NstRecord *nst_store_find_uuid (NstStore *self, const NstKind *kind, const char *uuid);

/* What is not a record: small settings, packs, files. */
char *nst_store_dup_setting (NstStore *self, const char *key);
gboolean nst_store_set_setting (NstStore *self, const char *key, const char *value,
                                GError **error);
gboolean nst_store_keep_pack (NstStore *self, const char *id, const char *version, GBytes *text,
                              GError **error);
GBytes *nst_store_get_pack (NstStore *self, const char *id, const char *version);
GStrv nst_store_list_packs (NstStore *self);
GStrv nst_store_list_versions (NstStore *self, const char *id);
GBytes *nst_store_get_blob (NstStore *self, const char *sha256, GError **error);

gboolean nst_store_check (NstStore *self, gboolean full, GPtrArray **faults, GError **error);
gboolean nst_store_backup (NstStore *self, const char *path, GError **error);

G_END_DECLS
