/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as JSON, as CSV and as a readable table. */
#include "config.h"

#include "cli/nst-render.h"

#include "cli/nst-derived.h"
#include "text/nst-due.h"
#include "text/nst-russian.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Columns of a readable table beside the id, and letters of the widest cell. */
#define MAX_COLUMNS 7
#define MAX_WIDTH 44

static void
add_list (NstJson *json, NstRecord *record, const NstField *field)
{
  g_auto (GStrv) list = nst_record_dup_list (record, field->name);

  nst_json_begin_array (json, field->name);
  for (guint i = 0; list[i] != NULL; i++)
    nst_json_add_text (json, NULL, list[i]);
  nst_json_end_array (json);
}

/* Canonical text of a field; NULL also for what this office may not read (R33). */
static const char *
get_text (NstOffice *office, NstRecord *record, const NstField *field)
{
  NstRuleContext context;

  nst_office_get_context (office, &context);
  return nst_rules_may_read (&context, record, field->name)
             ? nst_record_get_text (record, field->name)
             : NULL;
}

static void
add_field (NstJson *json, NstOffice *office, NstRecord *record, const NstField *field)
{
  const char *text = get_text (office, record, field);

  if (field->type == NST_FIELD_TYPE_CODES || field->type == NST_FIELD_TYPE_LIST)
    add_list (json, record, field);
  else if (text == NULL)
    nst_json_add_text (json, field->name, NULL);
  else if (field->type == NST_FIELD_TYPE_INT || field->type == NST_FIELD_TYPE_REF)
    nst_json_add_int (json, field->name, nst_record_get_int (record, field->name));
  else if (field->type == NST_FIELD_TYPE_BOOL)
    nst_json_add_bool (json, field->name, nst_record_get_bool (record, field->name));
  else
    nst_json_add_text (json, field->name, text);
}

/* (transfer full): how a record is called; one that a code names by the code's wording. */
char *
nst_render_title (NstOffice *office, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  gsize length = strlen (kind->title);
  g_autofree char *name = length > 2 ? g_strndup (kind->title + 1, length - 2) : g_strdup ("");
  const NstField *field = nst_kind_find_field (kind, name);
  const char *code = field != NULL ? nst_record_get_text (record, name) : NULL;

  if (code == NULL || field->type != NST_FIELD_TYPE_CODE)
    return g_strdup (nst_record_get_title (record));
  return nst_scheme_dup_title_of (nst_office_get_scheme_of (office, record), field->target, code);
}

/* id, uuid, title and the fields by their names in the field table, then what is computed
 * for the day. */
void
nst_render_fields (NstJson *json, NstOffice *office, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_autofree char *title = nst_render_title (office, record);
  g_autoptr (GPtrArray) fields = NULL;

  nst_json_add_int (json, "id", nst_record_get_id (record));
  nst_json_add_text (json, "uuid", nst_record_get_uuid (record));
  if (nst_kind_find_field (kind, "title") == NULL)
    nst_json_add_text (json, "title", title);
  fields = nst_scheme_list_fields (nst_office_get_scheme_of (office, record), kind, record);
  for (guint i = 0; i < fields->len; i++)
    add_field (json, office, record, g_ptr_array_index (fields, i));
  nst_derived_add (json, office, record);
}

/* Prints an array of records. */
void
nst_render_json (NstOffice *office, GPtrArray *records)
{
  g_autoptr (NstJson) json = nst_json_new ();

  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      nst_json_begin_object (json, NULL);
      nst_render_fields (json, office, g_ptr_array_index (records, i));
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
  nst_cli_print_json (json);
}

/* Appends a cell of RFC 4180. */
void
nst_render_csv_cell (GString *line, const char *text)
{
  if (line->len > 0)
    g_string_append_c (line, ',');
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}

/* The fields of the kind, and every extra field that one of the records has a value of. */
static GPtrArray *
list_columns (NstOffice *office, const NstKind *kind, GPtrArray *records)
{
  NstScheme *scheme = nst_office_get_scheme (office);
  GPtrArray *columns = nst_scheme_list_fields (scheme, kind, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GPtrArray) fields =
          nst_scheme_list_fields (scheme, kind, g_ptr_array_index (records, i));

      for (guint f = 0; f < fields->len; f++)
        if (!g_ptr_array_find (columns, g_ptr_array_index (fields, f), NULL))
          g_ptr_array_add (columns, g_ptr_array_index (fields, f));
    }
  return columns;
}

/* Prints a header row of field names, then a row a record, canonical texts. */
void
nst_render_csv (NstOffice *office, const NstKind *kind, GPtrArray *records)
{
  g_autoptr (GString) header = g_string_new ("id,uuid");
  g_autoptr (GPtrArray) columns = list_columns (office, kind, records);

  for (guint i = 0; i < columns->len; i++)
    nst_render_csv_cell (header, ((const NstField *) g_ptr_array_index (columns, i))->name);
  printf ("%s\r\n", header->str);
  for (guint i = 0; i < records->len; i++)
    {
      NstRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GString) line = g_string_new (NULL);

      g_string_append_printf (line, "%" G_GINT64_FORMAT ",%s", nst_record_get_id (record),
                              nst_record_get_uuid (record));
      for (guint c = 0; c < columns->len; c++)
        {
          const NstField *field = g_ptr_array_index (columns, c);

          nst_render_csv_cell (line, get_text (office, record, field));
        }
      printf ("%s\r\n", line->str);
    }
}

static char *
titles_of (NstScheme *scheme, const char *catalogue, NstRecord *record, const char *field)
{
  g_auto (GStrv) codes = nst_record_dup_list (record, field);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      char *title = nst_scheme_dup_title_of (scheme, catalogue, codes[i]);

      g_free (codes[i]);
      codes[i] = title;
    }
  return g_strjoinv ("; ", codes);
}

static char *
due_phrase (const char *canonical)
{
  g_autoptr (NstDue) due = nst_due_from_canonical (canonical, NULL);

  return due != NULL ? nst_due_to_phrase (due) : g_strdup (canonical);
}

/* A value as people read it: days by dots, codes and references by their titles. */
char *
nst_render_value (NstOffice *office, NstRecord *record, const NstField *field)
{
  const char *text = get_text (office, record, field);
  NstScheme *scheme = nst_office_get_scheme_of (office, record);
  GDate day;

  if (text == NULL)
    return g_strdup ("");
  switch (field->type)
    {
    case NST_FIELD_TYPE_DATE:
      return nst_record_get_date (record, field->name, &day) ? nst_russian_date (&day)
                                                             : g_strdup (text);
    case NST_FIELD_TYPE_BOOL:
      return g_strdup (nst_record_get_bool (record, field->name) ? _ ("yes") : _ ("no"));
    case NST_FIELD_TYPE_CODE:
      return nst_scheme_dup_title_of (scheme, field->target, text);
    case NST_FIELD_TYPE_CODES:
      return titles_of (scheme, field->target, record, field->name);
    case NST_FIELD_TYPE_DUE:
      return due_phrase (text);
    case NST_FIELD_TYPE_REF:
      return g_strdup (nst_record_get_display (record, field->name));
    case NST_FIELD_TYPE_STRING:
    case NST_FIELD_TYPE_TEXT:
    case NST_FIELD_TYPE_INT:
    case NST_FIELD_TYPE_LIST:
    case NST_FIELD_TYPE_LINK:
    case NST_FIELD_TYPE_RANK:
    default:
      return g_strdup (text);
    }
}

static char *
clip (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_WIDTH)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, MAX_WIDTH - 1);
  return g_strconcat (head, "…", NULL);
}

/* Prints rows of cells in aligned columns; (element-type GStrv), the first is the header. */
void
nst_render_rows (GPtrArray *rows)
{
  guint columns = rows->len > 0 ? g_strv_length (g_ptr_array_index (rows, 0)) : 0;
  g_autofree glong *widths = g_new0 (glong, columns + 1);

  for (guint r = 0; r < rows->len; r++)
    for (guint c = 0; c < columns; c++)
      {
        char **cells = g_ptr_array_index (rows, r);
        char *cell = clip (cells[c]);

        g_free (cells[c]);
        cells[c] = cell;
        widths[c] = MAX (widths[c], g_utf8_strlen (cell, -1));
      }
  for (guint r = 0; r < rows->len; r++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint c = 0; c < columns; c++)
        {
          char *cell = ((char **) g_ptr_array_index (rows, r))[c];
          glong pad = c + 1 < columns ? widths[c] - g_utf8_strlen (cell, -1) + 2 : 0;

          g_string_append (line, cell);
          g_string_append_printf (line, "%*s", (int) pad, "");
        }
      g_print ("%s\n", line->str);
    }
}

/* Whether a field earns a column: short, for people, and not only the title once more. */
static gboolean
is_column (NstOffice *office, const NstField *field, GPtrArray *records)
{
  if (field->flags & NST_FIELD_INTERNAL || field->type == NST_FIELD_TYPE_TEXT ||
      field->type == NST_FIELD_TYPE_LIST)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = nst_render_title (office, g_ptr_array_index (records, i));
      g_autofree char *value = nst_render_value (office, g_ptr_array_index (records, i), field);

      if (value[0] != '\0' && strcmp (value, title) != 0)
        return TRUE;
    }
  return FALSE;
}

static GStrv
make_row (NstOffice *office, NstRecord *record, GPtrArray *columns)
{
  GStrv row = g_new0 (char *, columns->len + 3);

  row[0] = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (record));
  row[1] = nst_render_title (office, record);
  for (guint i = 0; i < columns->len; i++)
    row[i + 2] = nst_render_value (office, record, g_ptr_array_index (columns, i));
  return row;
}

/* Prints a readable table of records. */
void
nst_render_table (NstOffice *office, const NstKind *kind, GPtrArray *records)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) fields = NULL;
  GStrv header;

  fields = nst_scheme_list_fields (nst_office_get_scheme (office), kind, NULL);
  for (guint i = 0; i < fields->len && columns->len < MAX_COLUMNS; i++)
    if (is_column (office, g_ptr_array_index (fields, i), records))
      g_ptr_array_add (columns, g_ptr_array_index (fields, i));
  header = g_new0 (char *, columns->len + 3);
  header[0] = g_strdup ("id");
  header[1] = g_strdup (_ (kind->label));
  for (guint i = 0; i < columns->len; i++)
    header[i + 2] = g_strdup (_ (((NstField *) g_ptr_array_index (columns, i))->label));
  g_ptr_array_add (rows, header);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, make_row (office, g_ptr_array_index (records, i), columns));
  nst_render_rows (rows);
}
