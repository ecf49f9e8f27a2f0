/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search text of records, written in the transaction that changes them. */
#include "config.h"

#include "store/nst-search-sqlite.h"

#include "store/nst-extra-sqlite.h"
#include "store/nst-rows-sqlite.h"
#include "text/nst-russian.h"

#include <string.h>

/* A renamed organisation changes what its teams, and what refers to those, are found by. */
#define DEPTH 3

static gboolean
has_search_text (const NstKind *kind)
{
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & NST_FIELD_SEARCH)
      return TRUE;
  return FALSE;
}

/* Appends what the record was called earlier: a renamed school is found by its old name too. */
static void
append_formers (GString *sql, const NstKind *kind, const char *id)
{
  const char *comma = "";

  if (!nst_kind_has_dated (kind))
    return;
  g_string_append_printf (sql,
                          " || ' ' || coalesce ((SELECT group_concat (f.shown, ' ') FROM former "
                          "AS f WHERE f.subject = '%s/' || t.\"%s\" AND f.field IN (",
                          kind->name, id);
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if ((field->flags & NST_FIELD_DATED) && (field->flags & NST_FIELD_SEARCH))
      {
        g_string_append_printf (sql, "%s'%s'", comma, field->name);
        comma = ", ";
      }
  g_string_append (sql, ")), '')");
}

/* SQL of what a record is found by: its searchable fields, references by their title. */
static char *
make_text_sql (gconstpointer subject)
{
  const NstKind *kind = subject;
  GString *sql = g_string_new (NULL);
  g_autofree char *title = nst_rows_title_sql (kind, "t");
  g_autofree char *extra = nst_extra_sql_words (kind, "t");

  g_string_append_printf (sql, "SELECT %s", title);
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *inner = NULL;

      if (!(field->flags & NST_FIELD_SEARCH))
        continue;
      if (field->type != NST_FIELD_TYPE_REF)
        {
          g_string_append_printf (sql, " || ' ' || coalesce (t.\"%s\", '')", field->name);
          continue;
        }
      inner = nst_rows_title_sql (nst_kinds_find (field->target), "r");
      g_string_append_printf (
          sql, " || ' ' || coalesce ((SELECT %s FROM \"%s\" AS r WHERE r.id = t.\"%s\"), '')",
          inner, field->target, field->name);
      append_formers (sql, nst_kinds_find (field->target), field->name);
    }
  append_formers (sql, kind, "id");
  g_string_append_printf (sql, " || ' ' || %s FROM \"%s\" AS t WHERE t.id = ?1", extra,
                          kind->name);
  return g_string_free (sql, FALSE);
}

/* The search text of one row; no text, no row. */
static gboolean
write_text (NstStore *store, const char *table, gint64 rowid, const char *text, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf (text != NULL ? "INSERT OR REPLACE INTO %s (rowid, text) VALUES (?1, ?2)"
                                    : "DELETE FROM %s WHERE rowid = ?1",
                       table);
  g_autoptr (NstStatement) row = nst_sqlite_prepare (store->db, sql, error);

  if (row == NULL)
    return FALSE;
  nst_statement_bind_int (row, 1, rowid);
  if (text != NULL)
    nst_statement_bind_text (row, 2, text);
  return nst_statement_run (row, error);
}

static gboolean
index_record (NstStore *store, const NstTouched *record, GError **error)
{
  g_autofree char *number_sql =
      g_strdup_printf ("SELECT number FROM sequence WHERE name = '%s'", record->kind->name);
  g_autoptr (NstStatement) row = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GError) local = NULL;
  gint64 number;

  if (!nst_sqlite_get_int (store->db, number_sql, &number, error))
    return FALSE;
  row = nst_sqlite_prepare_made (store->db, make_text_sql, record->kind, error);
  if (row == NULL)
    return FALSE;
  nst_statement_bind_int (row, 1, record->id);
  if (nst_statement_next (row, &local))
    folded = nst_russian_fold (nst_statement_get_text (row, 0));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return write_text (store, "search", record->id * 256 + number, folded, error) &&
         write_text (store, "search_part", record->id * 256 + number, folded, error);
}

/* What is to be indexed, in order and each once. */
typedef struct
{
  GArray *list;     /* NstTouched */
  GHashTable *seen; /* their keys */
} Found;

static guint
hash_touched (gconstpointer data)
{
  const NstTouched *record = data;

  return g_direct_hash (record->kind) ^ (guint) record->id;
}

static gboolean
same_touched (gconstpointer left, gconstpointer right)
{
  const NstTouched *one = left;
  const NstTouched *other = right;

  return one->kind == other->kind && one->id == other->id;
}

static void
add_found (Found *self, const NstTouched *record)
{
  if (g_hash_table_contains (self->seen, record))
    return;
  g_hash_table_add (self->seen, g_memdup2 (record, sizeof *record));
  g_array_append_val (self->list, *record);
}

/* Appends the records whose search text shows the title of @record. */
static gboolean
append_dependants (NstStore *store, const NstTouched *record, Found *found, GError **error)
{
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (const NstField *field = kinds[i]->fields; field->name != NULL; field++)
      {
        g_autofree char *sql = NULL;
        g_autoptr (NstStatement) rows = NULL;
        g_autoptr (GError) local = NULL;

        if (field->type != NST_FIELD_TYPE_REF || !(field->flags & NST_FIELD_SEARCH) ||
            strcmp (field->target, record->kind->name) != 0)
          continue;
        sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1", kinds[i]->name,
                               field->name);
        rows = nst_sqlite_prepare (store->db, sql, error);
        if (rows == NULL)
          return FALSE;
        nst_statement_bind_int (rows, 1, record->id);
        while (nst_statement_next (rows, &local))
          {
            NstTouched shown = { kinds[i], nst_statement_get_int (rows, 0) };

            add_found (found, &shown);
          }
        if (local != NULL)
          {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
          }
      }
  return TRUE;
}

/*
 * nst_search_update:
 * @touched: (element-type NstTouched): what a change made, altered or removed
 *
 * Writes the search text of these records and of those that show their titles.
 */
gboolean
nst_search_update (NstStore *store, GArray *touched, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (NstTouched));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (hash_touched, same_touched, g_free, NULL);
  Found found = { list, seen };
  guint from = 0;

  for (guint i = 0; i < touched->len; i++)
    add_found (&found, &g_array_index (touched, NstTouched, i));
  for (guint depth = 0; depth < DEPTH; depth++)
    {
      guint end = list->len;

      for (; from < end; from++)
        {
          NstTouched record = g_array_index (list, NstTouched, from);

          if (!append_dependants (store, &record, &found, error))
            return FALSE;
        }
    }
  for (guint i = 0; i < list->len; i++)
    {
      NstTouched record = g_array_index (list, NstTouched, i);

      if (has_search_text (record.kind) && !index_record (store, &record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

static void
append_word (GString *query, const char *word, gsize length, gboolean prefix)
{
  /* The trigram index knows nothing shorter than three characters. */
  if (length == 0 || (!prefix && g_utf8_strlen (word, (gssize) length) < 3))
    return;
  g_string_append_printf (query, "%s\"%.*s\"%s", query->len > 0 ? " AND " : "", (int) length,
                          word, prefix ? "*" : "");
}

static char *
match (const char *words, gboolean prefix)
{
  g_autofree char *folded = nst_russian_fold (words);
  GString *query = g_string_new (NULL);
  const char *word = folded;
  const char *p = folded;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_word (g_utf8_get_char (p)))
      {
        append_word (query, word, (gsize) (p - word), prefix);
        word = g_utf8_next_char (p);
      }
  append_word (query, word, (gsize) (p - word), prefix);
  if (query->len == 0)
    g_string_append (query, "\"\"");
  return g_string_free (query, FALSE);
}

/* What people type as a query of the prefix index: each word may go on. */
char *
nst_search_match_prefix (const char *words)
{
  return match (words, TRUE);
}

/* The same as a query of the trigram index: parts inside words. */
char *
nst_search_match_part (const char *words)
{
  return match (words, FALSE);
}
