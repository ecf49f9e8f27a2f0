/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office's base: one SQLite file, one door for changes. */
#include "config.h"

#include "store/nst-store.h"

#include "model/nst-error.h"
#include "model/nst-record-private.h"
#include "store/nst-backup-sqlite.h"
#include "store/nst-rows-sqlite.h"
#include "store/nst-schema-sqlite.h"
#include "store/nst-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

enum
{
  CHANGING,
  CHANGED,
  APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void nst_store_source_init (NstSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstStore, nst_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SOURCE, nst_store_source_init))

/* Key of the identity map. */
typedef struct
{
  const NstKind *kind;
  gint64 id;
} RecordKey;

static guint
key_hash (gconstpointer pointer)
{
  const RecordKey *key = pointer;

  return g_direct_hash (key->kind) ^ g_int64_hash (&key->id);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const RecordKey *left = a;
  const RecordKey *right = b;

  return left->kind == right->kind && left->id == right->id;
}

/* Asked for each record that is let go of: found by its key, not by a walk over all. */
static void
record_gone_cb (gpointer user_data, GObject *gone)
{
  NstStore *self = user_data;
  NstRecord *record = NST_RECORD (gone);
  RecordKey key = { nst_record_get_kind (record), nst_record_get_id (record) };

  if (g_hash_table_lookup (self->alive, &key) == record)
    g_hash_table_remove (self->alive, &key);
}

NstRecord *
nst_store_lookup_alive (NstStore *self, const NstKind *kind, gint64 id)
{
  RecordKey key = { kind, id };
  NstRecord *record = g_hash_table_lookup (self->alive, &key);

  return record != NULL ? g_object_ref (record) : NULL;
}

/* Makes @record the living object of its row. */
void
nst_store_adopt (NstStore *self, NstRecord *record)
{
  RecordKey key = { nst_record_get_kind (record), nst_record_get_id (record) };

  if (g_hash_table_lookup (self->alive, &key) == record)
    return;
  g_hash_table_insert (self->alive, g_memdup2 (&key, sizeof key), record);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, self);
}

static gboolean
refers_to (const NstKind *kind, GHashTable *kinds)
{
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (field->type == NST_FIELD_TYPE_REF && g_hash_table_contains (kinds, field->target))
      return TRUE;
  return FALSE;
}

/* Names of kinds whose titles may have changed: the touched ones and those that show them. */
static GHashTable *
collect_kinds (GArray *touched)
{
  GHashTable *kinds = g_hash_table_new (g_str_hash, g_str_equal);
  const NstKind *const *all = nst_kinds_list ();
  guint before;

  for (guint i = 0; i < touched->len; i++)
    g_hash_table_add (kinds, (gpointer) g_array_index (touched, NstTouched, i).kind->name);
  do
    {
      before = g_hash_table_size (kinds);
      for (guint i = 0; all[i] != NULL; i++)
        if (refers_to (all[i], kinds))
          g_hash_table_add (kinds, (gpointer) all[i]->name);
    }
  while (g_hash_table_size (kinds) > before);
  return kinds;
}

/* Reads the living records anew that a change has touched or that show what it touched. */
void
nst_store_refresh (NstStore *self, GArray *touched)
{
  g_autoptr (GHashTable) kinds = collect_kinds (touched);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key, record;

  g_signal_emit (self, signals[CHANGING], 0);
  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, &key, &record))
    if (g_hash_table_contains (kinds, ((RecordKey *) key)->kind->name))
      g_ptr_array_add (records, g_object_ref (record));
  for (guint i = 0; i < records->len; i++)
    {
      NstRecord *alive = g_ptr_array_index (records, i);
      gboolean found = FALSE;

      g_object_freeze_notify (G_OBJECT (alive));
      if (nst_rows_fill (self, alive, &found, NULL))
        nst_record_set_stale (alive, !found);
      g_object_thaw_notify (G_OBJECT (alive));
    }
}

/* Tells who listens: "changed" with the records, then "applied" with what was done. */
void
nst_store_emit (NstStore *self, GArray *touched, const char *title, const char *how)
{
  g_autoptr (GVariant) records = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sx)"));
  for (guint i = 0; i < touched->len; i++)
    {
      NstTouched *item = &g_array_index (touched, NstTouched, i);

      g_variant_builder_add (&builder, "(sx)", item->kind->name, item->id);
    }
  records = g_variant_ref_sink (g_variant_builder_end (&builder));
  g_signal_emit (self, signals[CHANGED], 0, records);
  g_signal_emit (self, signals[APPLIED], 0, title, how);
}

static NstRecord *
source_dup (NstSource *source, const NstKind *kind, gint64 id)
{
  return nst_store_dup (NST_STORE (source), kind, id, NULL);
}

static GPtrArray *
source_list (NstSource *source, const NstKind *kind, const char *field, const char *value)
{
  g_autofree char *where = g_strdup ("1");
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  if (field != NULL)
    {
      g_free (where);
      where = g_strdup_printf (value != NULL ? "t.\"%s\" = ?1" : "t.\"%s\" IS NULL", field);
    }
  records = nst_rows_read (NST_STORE (source), kind, where, field != NULL ? value : NULL, &error);
  if (records != NULL)
    return records;
  g_critical ("%s cannot be listed: %s", kind->plural, error->message);
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static gint64
source_count (NstSource *source, const NstKind *kind, const char *field, const char *value)
{
  g_autofree char *sql = NULL;
  g_autoptr (NstStatement) row = NULL;

  if (field == NULL)
    sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", kind->name);
  else
    sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"%s\" IS ?1", kind->name, field);
  row = nst_sqlite_prepare (NST_STORE (source)->db, sql, NULL);
  if (row == NULL)
    return 0;
  if (field != NULL)
    nst_statement_bind_text (row, 1, value);
  return nst_statement_next (row, NULL) ? nst_statement_get_int (row, 0) : 0;
}

static void
nst_store_source_init (NstSourceInterface *iface)
{
  iface->dup = source_dup;
  iface->list = source_list;
  iface->count = source_count;
}

static void
nst_store_dispose (GObject *object)
{
  NstStore *self = NST_STORE (object);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      g_object_weak_unref (record, record_gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
  g_clear_object (&self->clock);
  g_clear_pointer (&self->db, nst_sqlite_close);
  G_OBJECT_CLASS (nst_store_parent_class)->dispose (object);
}

static void
nst_store_finalize (GObject *object)
{
  NstStore *self = NST_STORE (object);

  g_hash_table_unref (self->alive);
  g_hash_table_unref (self->selects);
  g_free (self->path);
  g_free (self->office);
  g_free (self->recorder);
  G_OBJECT_CLASS (nst_store_parent_class)->finalize (object);
}

static void
nst_store_class_init (NstStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nst_store_dispose;
  object_class->finalize = nst_store_finalize;

  /**
   * NstStore::changing:
   *
   * Before the living records are read anew: who keeps many lets go of them.
   */
  signals[CHANGING] = g_signal_new ("changing", NST_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  /**
   * NstStore::changed:
   * @records: a(sx): kind and local id of each record made, altered or removed
   *
   * After each change, also after undo and redo.
   */
  signals[CHANGED] = g_signal_new ("changed", NST_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_VARIANT);
  /**
   * NstStore::applied:
   * @title: what was done
   * @how: "action", "undo", "redo", or "start" when the office itself is made
   *
   * After "changed", for those who tell people about it.
   */
  signals[APPLIED] = g_signal_new ("applied", NST_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
nst_store_init (NstStore *self)
{
  self->alive = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
  self->selects = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static NstStore *
open_store (const char *path, NstClock *clock, gboolean create, GError **error)
{
  g_autoptr (NstStore) self = g_object_new (NST_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  self->db = nst_sqlite_open (path, create, error);
  if (self->db == NULL)
    return NULL;
  if (create ? !nst_schema_create (self->db, error)
             : !nst_schema_migrate (self->db, path, clock, error))
    return NULL;
  self->office = nst_store_dup_setting (self, "office");
  return g_steal_pointer (&self);
}

/**
 * nst_store_create:
 * @path: where the base is made
 * @clock: the clock that changes are recorded by
 * @error: %NST_STORE_ERROR_OPEN, also when there is a file already
 *
 * Returns: (transfer full): a new, empty base; no file is left on failure
 */
NstStore *
nst_store_create (const char *path, NstClock *clock, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (path);
  NstStore *self;

  g_return_val_if_fail (path != NULL && NST_IS_CLOCK (clock), NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
                   _ ("%s exists already and is not overwritten; choose another name."), path);
      return NULL;
    }
  /* The program's own folder is made; a mistyped one is not. */
  if (g_str_has_prefix (dir, g_get_user_data_dir ()))
    g_mkdir_with_parents (dir, 0700);
  self = open_store (path, clock, TRUE, error);
  if (self == NULL)
    g_unlink (path);
  return self;
}

/**
 * nst_store_open:
 * @path: of a base
 * @clock: the clock that changes are recorded by
 * @error: %NST_STORE_ERROR_OPEN when it is none, is newer than the program, or missing
 *
 * An older base is brought to this program's tables after a verified copy was kept.
 *
 * Returns: (transfer full): the base
 */
NstStore *
nst_store_open (const char *path, NstClock *clock, GError **error)
{
  g_return_val_if_fail (path != NULL && NST_IS_CLOCK (clock), NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
                   _ ("There is no base %s; make one first."), path);
      return NULL;
    }
  return open_store (path, clock, FALSE, error);
}

/**
 * nst_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): where the base is
 */
const char *
nst_store_get_path (NstStore *self)
{
  g_return_val_if_fail (NST_IS_STORE (self), NULL);

  return self->path;
}

/**
 * nst_store_get_clock:
 * @self: a store
 *
 * Returns: (transfer none): its clock
 */
NstClock *
nst_store_get_clock (NstStore *self)
{
  g_return_val_if_fail (NST_IS_STORE (self), NULL);

  return self->clock;
}

/**
 * nst_store_set_recorder:
 * @self: a store
 * @role: (nullable): role of who works here
 * @name: (nullable): name of who works here
 *
 * Says who records what is done from now on; the history keeps it (DOMAIN R81).
 */
void
nst_store_set_recorder (NstStore *self, const char *role, const char *name)
{
  g_return_if_fail (NST_IS_STORE (self));

  g_free (self->recorder);
  self->recorder = name != NULL ? g_strdup (name) : g_strdup (role);
}

/**
 * nst_store_set_gate:
 * @self: a store
 * @gate: (nullable): is asked before each change
 * @user_data: for @gate; must outlive its use
 */
void
nst_store_set_gate (NstStore *self, NstStoreGate gate, gpointer user_data)
{
  g_return_if_fail (NST_IS_STORE (self));

  self->gate = gate;
  self->gate_data = user_data;
}

/**
 * nst_store_dup:
 * @self: a store
 * @kind: a kind
 * @id: local id
 * @error: %NST_INPUT_ERROR_UNKNOWN when there is no such record
 *
 * The same object is given for a record as long as anybody holds it.
 *
 * Returns: (transfer full): the record
 */
NstRecord *
nst_store_dup (NstStore *self, const NstKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  NstRecord *record;

  g_return_val_if_fail (NST_IS_STORE (self) && kind != NULL, NULL);

  record = nst_store_lookup_alive (self, kind, id);
  if (record != NULL && !nst_record_get_stale (record))
    return record;
  g_clear_object (&record);
  records = nst_rows_read (self, kind, "t.id = ?1", value, error);
  if (records == NULL)
    return NULL;
  if (records->len > 0)
    return g_object_ref (g_ptr_array_index (records, 0));
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
               _ ("There is no %s %s; see “list %s”."), kind->name, value, kind->plural);
  return NULL;
}

/* What a record has become that was joined with another. */
static NstRecord *
find_joined (NstStore *self, const NstKind *kind, const char *uuid)
{
  g_autoptr (GPtrArray) mergers =
      nst_rows_read (self, nst_kinds_find ("merger"), "t.gone_uuid = ?1", uuid, NULL);
  const NstKind *found = NULL;
  gint64 id = 0;

  if (mergers == NULL || mergers->len == 0 ||
      !nst_record_get_link (mergers->pdata[0], "subject", &found, &id) || found != kind)
    return NULL;
  return nst_store_dup (self, kind, id, NULL);
}

/**
 * nst_store_find_uuid:
 * @self: a store
 * @kind: a kind
 * @uuid: identity of a record
 *
 * A record that was found twice and joined with another answers under both identities.
 *
 * Returns: (transfer full) (nullable): the record
 */
NstRecord *
nst_store_find_uuid (NstStore *self, const NstKind *kind, const char *uuid)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (NST_IS_STORE (self) && kind != NULL && uuid != NULL, NULL);

  records = nst_rows_read (self, kind, "t.uuid = ?1", uuid, NULL);
  return records != NULL && records->len > 0 ? g_object_ref (g_ptr_array_index (records, 0))
                                             : find_joined (self, kind, uuid);
}

/**
 * nst_store_check:
 * @self: a store
 * @full: also indexes and the hashes of kept files
 * @faults: (out) (transfer full) (element-type utf8): a line for each fault
 * @error: when the check itself could not run
 *
 * Returns: whether the base is sound
 */
gboolean
nst_store_check (NstStore *self, gboolean full, GPtrArray **faults, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  gboolean sound;

  g_return_val_if_fail (NST_IS_STORE (self), FALSE);

  if (!nst_check_sqlite (self->db, full, list, error))
    return FALSE;
  sound = list->len == 0;
  if (faults != NULL)
    *faults = g_steal_pointer (&list);
  return sound;
}

/**
 * nst_store_backup:
 * @self: a store
 * @path: of the copy
 * @error: %NST_STORE_ERROR_SQL
 *
 * Writes a verified copy of the base, also while it is in use.
 *
 * Returns: %TRUE when @path is a whole copy
 */
gboolean
nst_store_backup (NstStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (NST_IS_STORE (self) && path != NULL, FALSE);

  return nst_backup_sqlite (self->db, path, error);
}
