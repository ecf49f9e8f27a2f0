/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a kind, in which order. */
#include "config.h"

#include "store/nst-query.h"

#include "model/nst-error.h"
#include "model/nst-extra.h"
#include "store/nst-extra-sqlite.h"
#include "store/nst-rows-sqlite.h"
#include "store/nst-search-sqlite.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _NstQuery
{
  const NstKind *kind;
  GPtrArray *fields; /* const NstField *, of the kind or of a pack */
  GPtrArray *values; /* char *, one a field, NULL for unknown */
  char *words;
  char *sort;
  const NstField *sort_field; /* what @sort names, when it names a field */
  gboolean descending;
  guint limit;
};

/**
 * nst_query_new:
 * @kind: a kind
 *
 * Returns: (transfer full): a query for all records of @kind in their usual order
 */
NstQuery *
nst_query_new (const NstKind *kind)
{
  NstQuery *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_new0 (NstQuery, 1);
  self->kind = kind;
  self->fields = g_ptr_array_new ();
  self->values = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * nst_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): the same query again
 */
NstQuery *
nst_query_copy (const NstQuery *self)
{
  NstQuery *copy = nst_query_new (self->kind);

  for (guint i = 0; i < self->fields->len; i++)
    {
      g_ptr_array_add (copy->fields, g_ptr_array_index (self->fields, i));
      g_ptr_array_add (copy->values, g_strdup (g_ptr_array_index (self->values, i)));
    }
  copy->words = g_strdup (self->words);
  copy->sort = g_strdup (self->sort);
  copy->sort_field = self->sort_field;
  copy->descending = self->descending;
  copy->limit = self->limit;
  return copy;
}

void
nst_query_free (NstQuery *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->values);
  g_free (self->words);
  g_free (self->sort);
  g_free (self);
}

/**
 * nst_query_get_kind:
 * @self: a query
 *
 * Returns: (transfer none): the kind that it asks for
 */
const NstKind *
nst_query_get_kind (const NstQuery *self)
{
  return self->kind;
}

/* Of the table; an extra field by its name is taken for plain text. */
static const NstField *
find_field (const NstKind *kind, const char *name)
{
  return nst_extra_is_name (name) ? nst_extra_define_plain (name)
                                  : nst_kind_find_field (kind, name);
}

/**
 * nst_query_where:
 * @self: a query
 * @field: name of a field
 * @value: (nullable): canonical text that it must have; %NULL for unknown. A field with
 *   several codes must contain it.
 *
 * Adds a condition; all conditions hold at once.
 */
void
nst_query_where (NstQuery *self, const char *field, const char *value)
{
  const NstField *found = find_field (self->kind, field);

  g_return_if_fail (found != NULL);

  nst_query_where_field (self, found, value);
}

/**
 * nst_query_where_field:
 * @self: a query
 * @field: a field of the kind, or an extra field of a pack
 * @value: (nullable): as in nst_query_where()
 */
void
nst_query_where_field (NstQuery *self, const NstField *field, const char *value)
{
  g_return_if_fail (field != NULL);

  g_ptr_array_add (self->fields, (gpointer) field);
  g_ptr_array_add (self->values, g_strdup (value));
}

/**
 * nst_query_search:
 * @self: a query
 * @words: (nullable): beginnings of words, or parts of words from three letters on
 *
 * Only records found by these words; ё and е are the same, case does not matter.
 */
void
nst_query_search (NstQuery *self, const char *words)
{
  g_free (self->words);
  self->words = words != NULL && words[0] != '\0' ? g_strdup (words) : NULL;
}

/**
 * nst_query_sort:
 * @self: a query
 * @field: (nullable): name of a field, "title", or %NULL for the usual order
 * @descending: the greatest first
 */
void
nst_query_sort (NstQuery *self, const char *field, gboolean descending)
{
  g_free (self->sort);
  self->sort = g_strdup (field);
  self->sort_field = field != NULL ? find_field (self->kind, field) : NULL;
  self->descending = descending;
}

/**
 * nst_query_sort_field:
 * @self: a query
 * @field: a field of the kind, or an extra field of a pack
 * @descending: the greatest first
 */
void
nst_query_sort_field (NstQuery *self, const NstField *field, gboolean descending)
{
  g_return_if_fail (field != NULL);

  nst_query_sort (self, field->name, descending);
  self->sort_field = field;
}

/**
 * nst_query_limit:
 * @self: a query
 * @limit: how many at most, 0 for all
 */
void
nst_query_limit (NstQuery *self, guint limit)
{
  self->limit = limit;
}

/* Where the value of a field is found. */
static char *
value_sql (const NstKind *kind, const NstField *field)
{
  if (nst_extra_is_name (field->name))
    return nst_extra_sql_value (kind, "t", field->name);
  return g_strdup_printf ("t.\"%s\"", field->name);
}

/* What a field sorts by: numbers and days as they are, texts by their Russian key. */
static char *
sort_sql (const NstKind *kind, const NstField *field)
{
  g_autofree char *title = NULL;
  g_autofree char *value = NULL;

  if (field == NULL)
    {
      title = nst_rows_title_sql (kind, "t");
      return g_strdup_printf ("nst_key (%s)", title);
    }
  value = value_sql (kind, field);
  if (field->type == NST_FIELD_TYPE_INT && nst_extra_is_name (field->name))
    return g_strdup_printf ("CAST (%s AS INTEGER)", value);
  if (field->type == NST_FIELD_TYPE_INT || field->type == NST_FIELD_TYPE_DATE ||
      field->type == NST_FIELD_TYPE_RANK || field->type == NST_FIELD_TYPE_BOOL)
    return g_steal_pointer (&value);
  if (field->type != NST_FIELD_TYPE_REF)
    return g_strdup_printf ("nst_key (%s)", value);
  title = nst_rows_title_sql (nst_kinds_find (field->target), "s");
  return g_strdup_printf ("nst_key ((SELECT %s FROM \"%s\" AS s WHERE s.id = %s))", title,
                          field->target, value);
}

static void
append_conditions (const NstQuery *self, GString *sql)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const NstField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *value = value_sql (self->kind, field);

      if (g_ptr_array_index (self->values, i) == NULL)
        g_string_append_printf (sql, " AND %s IS NULL", value);
      else if (field->type == NST_FIELD_TYPE_CODES || field->type == NST_FIELD_TYPE_LIST)
        g_string_append_printf (
            sql, " AND instr (char (10) || %s || char (10), char (10) || ?%u || char (10))",
            value, i + 3);
      else
        g_string_append_printf (sql, " AND %s = ?%u", value, i + 3);
    }
  if (self->words == NULL)
    return;
  g_string_append (sql, " AND (");
  g_string_append_printf (sql, NST_SEARCH_SQL_ID, self->kind->name);
  g_string_append (sql, " IN (SELECT rowid FROM search WHERE search MATCH ?1) OR ");
  g_string_append_printf (sql, NST_SEARCH_SQL_ID, self->kind->name);
  g_string_append (sql, " IN (SELECT rowid FROM search_part WHERE search_part MATCH ?2))");
}

static char *
to_sql (const NstQuery *self)
{
  GString *sql = g_string_new (NULL);
  g_autofree char *sort =
      sort_sql (self->kind, self->sort != NULL
                                ? self->sort_field
                                : nst_kind_find_field (self->kind, self->kind->order));

  g_string_append_printf (sql, "SELECT t.id FROM \"%s\" AS t WHERE 1", self->kind->name);
  append_conditions (self, sql);
  g_string_append_printf (sql, " ORDER BY %s%s, t.id", sort, self->descending ? " DESC" : "");
  if (self->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", self->limit);
  return g_string_free (sql, FALSE);
}

static void
bind_values (const NstQuery *self, NstStatement *rows)
{
  if (self->words != NULL)
    {
      g_autofree char *prefix = nst_search_match_prefix (self->words);
      g_autofree char *part = nst_search_match_part (self->words);

      nst_statement_bind_text (rows, 1, prefix);
      nst_statement_bind_text (rows, 2, part);
    }
  for (guint i = 0; i < self->fields->len; i++)
    if (g_ptr_array_index (self->values, i) != NULL)
      nst_statement_bind_text (rows, (int) i + 3, g_ptr_array_index (self->values, i));
}

/**
 * nst_query_run:
 * @self: a query
 * @store: where to ask
 * @error: %NST_INPUT_ERROR_UNKNOWN for a field to sort by that does not exist,
 *   %NST_STORE_ERROR_SQL
 *
 * Returns: (transfer full) (element-type gint64): local ids in order
 */
GArray *
nst_query_run (const NstQuery *self, NstStore *store, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = NULL;
  g_autoptr (NstStatement) rows = NULL;
  g_autoptr (GError) local = NULL;

  if (self->sort != NULL && strcmp (self->sort, "title") != 0 && self->sort_field == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("%s have no field “%s” to sort by."), self->kind->plural, self->sort);
      return NULL;
    }
  sql = to_sql (self);
  rows = nst_sqlite_prepare (store->db, sql, error);
  if (rows == NULL)
    return NULL;
  bind_values (self, rows);
  while (nst_statement_next (rows, &local))
    {
      gint64 id = nst_statement_get_int (rows, 0);

      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
