/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a base keeps besides records: settings, packs, files. */
#include "config.h"

#include "model/nst-error.h"
#include "store/nst-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * nst_store_dup_setting:
 * @self: a store
 * @key: a name
 *
 * Returns: (transfer full) (nullable): the kept value
 */
char *
nst_store_dup_setting (NstStore *self, const char *key)
{
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare (self->db, "SELECT value FROM setting WHERE key = ?1", NULL);

  if (row == NULL)
    return NULL;
  nst_statement_bind_text (row, 1, key);
  return nst_statement_next (row, NULL) ? g_strdup (nst_statement_get_text (row, 0)) : NULL;
}

/**
 * nst_store_set_setting:
 * @self: a store
 * @key: a name
 * @value: (nullable): what to keep
 * @error: %NST_STORE_ERROR_SQL
 *
 * Keeps a small thing about the base itself. What people decide is a change of the office
 * record, not a setting.
 *
 * Returns: %TRUE when it is kept
 */
gboolean
nst_store_set_setting (NstStore *self, const char *key, const char *value, GError **error)
{
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare (self->db, "INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)",
                          error);

  if (row == NULL)
    return FALSE;
  nst_statement_bind_text (row, 1, key);
  nst_statement_bind_text (row, 2, value);
  return nst_statement_run (row, error);
}

/**
 * nst_store_keep_pack:
 * @self: a store
 * @id: of the pack
 * @version: of the pack
 * @text: the whole pack
 * @error: %NST_STORE_ERROR_SQL
 *
 * A base keeps every version of a pack that it uses (DOMAIN section 7).
 *
 * Returns: %TRUE when it is kept
 */
gboolean
nst_store_keep_pack (NstStore *self, const char *id, const char *version, GBytes *text,
                     GError **error)
{
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare (self->db,
                          "INSERT OR REPLACE INTO pack (id, version, text) VALUES (?1, ?2, ?3)",
                          error);

  if (row == NULL)
    return FALSE;
  nst_statement_bind_text (row, 1, id);
  nst_statement_bind_text (row, 2, version);
  nst_statement_bind_bytes (row, 3, text);
  return nst_statement_run (row, error);
}

/**
 * nst_store_get_pack:
 * @self: a store
 * @id: of the pack
 * @version: (nullable): of the pack, %NULL for the one kept last
 *
 * Returns: (transfer full) (nullable): the whole pack
 */
GBytes *
nst_store_get_pack (NstStore *self, const char *id, const char *version)
{
  g_autoptr (NstStatement) row = nst_sqlite_prepare (
      self->db,
      "SELECT text FROM pack WHERE id = ?1 AND version = coalesce (?2, version) "
      "ORDER BY rowid DESC LIMIT 1",
      NULL);

  if (row == NULL)
    return NULL;
  nst_statement_bind_text (row, 1, id);
  nst_statement_bind_text (row, 2, version);
  return nst_statement_next (row, NULL) ? nst_statement_dup_bytes (row, 0) : NULL;
}

/**
 * nst_store_list_packs:
 * @self: a store
 *
 * Returns: (transfer full): ids of the kept packs, each once, in the order of keeping
 */
GStrv
nst_store_list_packs (NstStore *self)
{
  g_autoptr (NstStatement) rows =
      nst_sqlite_prepare (self->db, "SELECT id FROM pack GROUP BY id ORDER BY min (rowid)", NULL);
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv ids;

  while (rows != NULL && nst_statement_next (rows, NULL))
    g_strv_builder_add (builder, nst_statement_get_text (rows, 0));
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return ids;
}

/**
 * nst_store_list_versions:
 * @self: a store
 * @id: of a pack
 *
 * Returns: (transfer full): the versions of it that are kept, in the order of keeping
 */
GStrv
nst_store_list_versions (NstStore *self, const char *id)
{
  g_autoptr (NstStatement) rows =
      nst_sqlite_prepare (self->db, "SELECT version FROM pack WHERE id = ?1 ORDER BY rowid",
                          NULL);
  g_autoptr (GStrvBuilder) versions = g_strv_builder_new ();

  if (rows != NULL)
    nst_statement_bind_text (rows, 1, id);
  while (rows != NULL && nst_statement_next (rows, NULL))
    g_strv_builder_add (versions, nst_statement_get_text (rows, 0));
  return g_strv_builder_end (versions);
}

/**
 * nst_store_get_blob:
 * @self: a store
 * @sha256: hash of a kept file
 * @error: %NST_INPUT_ERROR_UNKNOWN when there is none
 *
 * Returns: (transfer full): its content
 */
GBytes *
nst_store_get_blob (NstStore *self, const char *sha256, GError **error)
{
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare (self->db, "SELECT data FROM blob WHERE sha256 = ?1", error);
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return NULL;
  nst_statement_bind_text (row, 1, sha256);
  if (nst_statement_next (row, &local))
    return nst_statement_dup_bytes (row, 0);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                 _ ("The file is not in the base any more; attach it again."));
  return NULL;
}
