/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a kind: read as records, written, packed into an image. */
#include "config.h"

#include "store/nst-rows-sqlite.h"

#include "model/nst-error.h"
#include "model/nst-extra.h"
#include "model/nst-record-private.h"
#include "store/nst-extra-sqlite.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* References lead to references; a title never needs more steps than this. */
#define TITLE_DEPTH 5
/* Columns before the fields: id, uuid, title and the extra fields in one text. */
#define EXTRA_COLUMN 3
#define FIRST_FIELD 4

static char *title_sql (const NstKind *kind, const char *alias, guint depth);

/* SQL of one alternative inside {…}: a column, or the title of what it refers to. */
static char *
part_sql (const NstKind *kind, const char *name, const char *alias, guint depth)
{
  const NstField *field = nst_kind_find_field (kind, name);
  g_autofree char *inner_alias = NULL;
  g_autofree char *inner = NULL;

  g_return_val_if_fail (field != NULL, g_strdup ("''"));

  if (field->type != NST_FIELD_TYPE_REF || depth == 0)
    return g_strdup_printf ("coalesce (%s.\"%s\", '')", alias, name);
  inner_alias = g_strdup_printf ("%s_%s", alias, name);
  inner = title_sql (nst_kinds_find (field->target), inner_alias, depth - 1);
  return g_strdup_printf ("coalesce ((SELECT %s FROM \"%s\" AS %s WHERE %s.id = %s.\"%s\"), '')",
                          inner, field->target, inner_alias, inner_alias, alias, name);
}

/* SQL of {a|b}: the first alternative that is not empty. */
static void
append_group (GString *sql, const NstKind *kind, const char *group, const char *alias,
              guint depth)
{
  g_auto (GStrv) names = g_strsplit (group, "|", -1);

  g_string_append (sql, "coalesce (");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *part = part_sql (kind, names[i], alias, depth);

      g_string_append_printf (sql, "nullif (%s, ''), ", part);
    }
  g_string_append (sql, "'')");
}

static char *
title_sql (const NstKind *kind, const char *alias, guint depth)
{
  GString *sql = g_string_new ("trim (''");
  const char *rest = kind->title;

  while (*rest != '\0')
    {
      const char *open = strchr (rest, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *literal =
          g_strndup (rest, open != NULL ? (gsize) (open - rest) : strlen (rest));

      if (literal[0] != '\0')
        g_string_append_printf (sql, " || '%s'", literal);
      if (close == NULL)
        break;
      literal = (g_free (literal), g_strndup (open + 1, (gsize) (close - open - 1)));
      g_string_append (sql, " || ");
      append_group (sql, kind, literal, alias, depth);
      rest = close + 1;
    }
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

/*
 * nst_rows_title_sql:
 * @alias: of the table in the query
 *
 * SQL that gives how a record is called, following references.
 */
char *
nst_rows_title_sql (const NstKind *kind, const char *alias)
{
  return title_sql (kind, alias, TITLE_DEPTH);
}

/* id, uuid, title, extra fields, then each field, then for each reference the title behind it. */
static char *
columns_sql (const NstKind *kind)
{
  GString *sql = g_string_new ("SELECT t.id, t.uuid, ");
  g_autofree char *title = nst_rows_title_sql (kind, "t");
  g_autofree char *extra = nst_extra_sql_all (kind, "t");

  g_string_append_printf (sql, "%s, %s", title, extra);
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    g_string_append_printf (sql, ", t.\"%s\"", field->name);
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (field->type == NST_FIELD_TYPE_REF)
      {
        g_autofree char *shown = part_sql (kind, field->name, "t", TITLE_DEPTH);

        g_string_append_printf (sql, ", %s", shown);
      }
  g_string_append_printf (sql, " FROM \"%s\" AS t", kind->name);
  return g_string_free (sql, FALSE);
}

static char *
select_sql (const NstKind *kind, const char *columns, const char *where)
{
  return g_strdup_printf ("%s WHERE %s ORDER BY %st.id", columns, where,
                          nst_kind_find_field (kind, "rank") != NULL ? "t.rank, " : "");
}

/* The long part of the SQL is the same each time. */
static const char *
get_columns (NstStore *store, const NstKind *kind)
{
  char *columns = g_hash_table_lookup (store->selects, kind);

  if (columns == NULL)
    {
      columns = columns_sql (kind);
      g_hash_table_insert (store->selects, (gpointer) kind, columns);
    }
  return columns;
}

static char *
make_one_sql (gconstpointer subject)
{
  g_autofree char *columns = columns_sql (subject);

  return select_sql (subject, columns, "t.id = ?1");
}

static void
fill_record (NstRecord *record, NstStatement *row)
{
  const NstKind *kind = nst_record_get_kind (record);
  guint n = nst_kind_get_n_fields (kind);
  int column = FIRST_FIELD + (int) n;
  g_autoptr (GHashTable) extras =
      nst_extra_parse_all (nst_statement_get_text (row, EXTRA_COLUMN));

  nst_record_take_extras (record, extras);
  nst_record_set_title (record, nst_statement_get_text (row, 2));
  for (guint i = 0; i < n; i++)
    nst_record_set_slot (record, i, nst_statement_get_text (row, FIRST_FIELD + (int) i));
  for (guint i = 0; i < n; i++)
    if (kind->fields[i].type == NST_FIELD_TYPE_REF)
      nst_record_set_display (record, i, nst_statement_get_text (row, column++));
}

/*
 * nst_rows_read:
 * @where: SQL condition on alias t with at most one parameter
 * @value: (nullable): the parameter
 *
 * Records in order of rank, then id; the living object of a record where there is one.
 */
GPtrArray *
nst_rows_read (NstStore *store, const NstKind *kind, const char *where, const char *value,
               GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *sql = select_sql (kind, get_columns (store, kind), where);
  g_autoptr (NstStatement) rows = nst_sqlite_prepare (store->db, sql, error);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return NULL;
  if (value != NULL)
    nst_statement_bind_text (rows, 1, value);
  while (nst_statement_next (rows, &local))
    {
      gint64 id = nst_statement_get_int (rows, 0);
      NstRecord *record = nst_store_lookup_alive (store, kind, id);

      if (record == NULL)
        {
          record = nst_record_new (kind, id, nst_statement_get_text (rows, 1));
          fill_record (record, rows);
          nst_store_adopt (store, record);
        }
      g_ptr_array_add (records, record);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&records);
}

/* Reads a living record anew; @found is FALSE when it has gone. */
gboolean
nst_rows_fill (NstStore *store, NstRecord *record, gboolean *found, GError **error)
{
  g_autoptr (NstStatement) rows =
      nst_sqlite_prepare_made (store->db, make_one_sql, nst_record_get_kind (record), error);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;
  nst_statement_bind_int (rows, 1, nst_record_get_id (record));
  *found = nst_statement_next (rows, &local);
  if (*found)
    fill_record (record, rows);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Canonical text of one field as it stands in the base now. */
gboolean
nst_rows_get (NstStore *store, const NstKind *kind, gint64 id, const char *field, char **text,
              gboolean *found, GError **error)
{
  g_autofree char *value = nst_extra_is_name (field) ? nst_extra_sql_value (kind, "t", field)
                                                     : g_strdup_printf ("t.\"%s\"", field);
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM \"%s\" AS t WHERE t.id = ?1", value, kind->name);
  g_autoptr (NstStatement) row = nst_sqlite_prepare (store->db, sql, error);
  g_autoptr (GError) local = NULL;

  *text = NULL;
  if (row == NULL)
    return FALSE;
  nst_statement_bind_int (row, 1, id);
  *found = nst_statement_next (row, &local);
  if (*found)
    *text = g_strdup (nst_statement_get_text (row, 0));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
nst_rows_set (NstStore *store, const NstKind *kind, gint64 id, const char *field,
              const char *text, GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (NstStatement) row = NULL;

  if (nst_extra_is_name (field))
    return nst_extra_set (store, kind, id, field, text, error);
  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?1 WHERE id = ?2", kind->name, field);
  row = nst_sqlite_prepare (store->db, sql, error);
  if (row == NULL)
    return FALSE;
  nst_statement_bind_text (row, 1, text);
  nst_statement_bind_int (row, 2, id);
  return nst_statement_run (row, error);
}

static char *
make_insert_sql (gconstpointer subject)
{
  const NstKind *kind = subject;
  GString *sql = g_string_new (NULL);
  guint n = nst_kind_get_n_fields (kind);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (id, uuid", kind->name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, ", \"%s\"", kind->fields[i].name);
  g_string_append (sql, ") VALUES (?1, ?2");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, ", ?%u", i + 3);
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

/* @values: (element-type utf8 utf8): canonical texts by field name. */
gboolean
nst_rows_insert (NstStore *store, const NstKind *kind, gint64 id, const char *uuid,
                 GHashTable *values, GError **error)
{
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare_made (store->db, make_insert_sql, kind, error);
  guint n = nst_kind_get_n_fields (kind);

  if (row == NULL)
    return FALSE;
  nst_statement_bind_int (row, 1, id);
  nst_statement_bind_text (row, 2, uuid);
  for (guint i = 0; i < n; i++)
    nst_statement_bind_text (row, (int) i + 3,
                             g_hash_table_lookup (values, kind->fields[i].name));
  return nst_statement_run (row, error) && nst_extra_insert (store, kind, id, values, error);
}

gboolean
nst_rows_delete (NstStore *store, const NstKind *kind, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", kind->name);
  g_autoptr (NstStatement) row = nst_sqlite_prepare (store->db, sql, error);

  if (row == NULL)
    return FALSE;
  nst_statement_bind_int (row, 1, id);
  return nst_statement_run (row, error) && nst_extra_delete (store, kind, id, error);
}

/* The next local id of a kind, never used before; 0 with @error set. */
gint64
nst_rows_take_id (NstStore *store, const NstKind *kind, GError **error)
{
  /* Two statements: for RETURNING, SQLite keeps a journal of the statement. */
  g_autoptr (NstStatement) taking =
      nst_sqlite_prepare (store->db, "UPDATE sequence SET value = value + 1 WHERE name = ?1",
                          error);
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare (store->db, "SELECT value FROM sequence WHERE name = ?1", error);

  if (taking == NULL || row == NULL)
    return 0;
  nst_statement_bind_text (taking, 1, kind->name);
  nst_statement_bind_text (row, 1, kind->name);
  if (!nst_statement_run (taking, error) || !nst_statement_next (row, error))
    return 0;
  return nst_statement_get_int (row, 0);
}

static void
take_extras (GHashTable *values, const char *all)
{
  g_autoptr (GHashTable) extras = nst_extra_parse_all (all);
  GHashTableIter iter;
  gpointer name, text;

  if (extras == NULL)
    return;
  g_hash_table_iter_init (&iter, extras);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (values, g_strdup (name), g_strdup (text));
}

/* Known values of one row by field name, and its UUID; NULL with @error when it has gone. */
GHashTable *
nst_rows_get_values (NstStore *store, const NstKind *kind, gint64 id, char **uuid, GError **error)
{
  g_autoptr (NstStatement) row = nst_sqlite_prepare_made (store->db, make_one_sql, kind, error);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return NULL;
  nst_statement_bind_int (row, 1, id);
  if (!nst_statement_next (row, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_STALE,
                     _ ("%s %d is no longer in the base."), _ (kind->label), (int) id);
      return NULL;
    }
  *uuid = g_strdup (nst_statement_get_text (row, 1));
  take_extras (values, nst_statement_get_text (row, EXTRA_COLUMN));
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (nst_statement_get_text (row, FIRST_FIELD + (int) i) != NULL)
      g_hash_table_insert (values, g_strdup (kind->fields[i].name),
                           g_strdup (nst_statement_get_text (row, FIRST_FIELD + (int) i)));
  return g_steal_pointer (&values);
}

/* A record as one text: GVariant's own notation of a dictionary, keys in order. Not by its
 * builder, which takes as long as writing the row. */
char *
nst_rows_pack (GHashTable *values)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (values), (GCompareFunc) strcmp);
  GString *image = g_string_new ("{");

  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_autoptr (GVariant) text =
          g_variant_ref_sink (g_variant_new_string (g_hash_table_lookup (values, key->data)));

      g_string_append_printf (image, "%s'%s': ", key->prev != NULL ? ", " : "",
                              (const char *) key->data);
      g_variant_print_string (text, image, FALSE);
    }
  g_string_append_c (image, '}');
  return g_string_free (image, FALSE);
}

GHashTable *
nst_rows_unpack (const char *image, GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GVariant) variant =
      g_variant_parse (G_VARIANT_TYPE ("a{ss}"), image, NULL, NULL, error);
  GVariantIter iter;
  char *name, *text;

  if (variant == NULL)
    return NULL;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{ss}", &name, &text))
    g_hash_table_insert (values, name, text);
  return g_steal_pointer (&values);
}
