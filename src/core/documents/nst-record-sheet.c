/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as a sheet, in the columns that the scheme asks for (docs/templates.md). */
#include "config.h"

#include "documents/nst-record-sheet.h"

#include "documents/nst-document-root.h"
#include "documents/nst-documents-private.h"
#include "documents/nst-expansion.h"
#include "documents/nst-record-value.h"
#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of columns that the scheme says nothing about, mm. */
#define TEXT_WIDTH 45.0
#define SHORT_WIDTH 24.0

typedef struct
{
  NstOffice *office;
  const NstKind *kind;
  NstRuleContext context;
  NstValue *root;
  NstExpansion expansion;
  NstSpreadsheet *sheet;
} Maker;

static void
maker_init (Maker *self, NstOffice *office, const NstKind *kind)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (office);

  self->office = office;
  self->kind = kind;
  nst_office_get_look (office, &self->context);
  self->root = nst_document_root_new (&self->context, card, NULL, NULL);
  self->expansion.scope = nst_scope_new (self->root);
  self->expansion.grammar = nst_documents_get_grammar (office);
  self->expansion.missing = g_ptr_array_new_with_free_func (g_free);
  self->expansion.frozen = g_string_new (NULL);
  self->expansion.blank = 1;
}

static void
maker_clear (Maker *self)
{
  nst_scope_free (self->expansion.scope);
  g_ptr_array_unref (self->expansion.missing);
  g_string_free (self->expansion.frozen, TRUE);
  g_clear_error (&self->expansion.error);
  nst_value_unref (self->root);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static char *
dup_day (const GDate *day)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day),
                          g_date_get_day (day));
}

static NstSpreadsheet *
begin_sheet (Maker *self, const char *title)
{
  g_autofree char *date = dup_day (&self->context.today);

  return nst_spreadsheet_new (title, date);
}

static xmlNode *
find_child (xmlNode *parent, const char *name)
{
  for (xmlNode *child = xmlFirstElementChild (parent); child != NULL;
       child = xmlNextElementSibling (child))
    if (strcmp ((const char *) child->name, name) == 0)
      return child;
  return NULL;
}

/* "007", "12.2021", "1-2" are names, not what a table of numbers would make of them. */
static NstCellType
get_text_type (const char *text)
{
  return text != NULL && strspn (text, "0123456789.,-/+ ()") == strlen (text) ? NST_CELL_CODE
                                                                              : NST_CELL_TEXT;
}

static void
add_text (NstSpreadsheet *sheet, const char *text)
{
  nst_spreadsheet_add_cell (sheet, get_text_type (text), text);
}

/* Tenths of a per cent print as "83,3 %"; to count with, they are 83.3. */
static char *
dup_number (gint64 number, gboolean tenths)
{
  if (!tenths)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, number < 0 ? "-" : "",
                          ABS (number) / 10, ABS (number) % 10);
}

/* The only field that a cell consists of, without braces; NULL for a line of words. */
static char *
dup_only_field (xmlNode *cell)
{
  xmlNode *text = cell->children;
  g_autofree char *content = NULL;
  gsize length;

  if (text == NULL || text->next != NULL || text->type != XML_TEXT_NODE)
    return NULL;
  content = g_strstrip (g_strdup ((const char *) text->content));
  length = strlen (content);
  if (length < 2 || content[0] != '{' || strchr (content, '}') != content + length - 1)
    return NULL;
  return g_strndup (content + 1, length - 2);
}

/* A number and a day stay what they are where the cell asks for nothing but them. */
static gboolean
add_typed (Maker *self, xmlNode *cell)
{
  g_autofree char *field = dup_only_field (cell);
  char *filter = field != NULL ? strchr (field, '|') : NULL;
  g_autoptr (NstValue) value = NULL;
  g_autofree char *text = NULL;
  NstValueType type;

  if (field == NULL)
    return FALSE;
  if (filter != NULL)
    *filter++ = '\0';
  if (filter != NULL && strcmp (filter, "opt") != 0 && strcmp (filter, "pct") != 0 &&
      strcmp (filter, "pct|opt") != 0)
    return FALSE;
  value = nst_scope_dup (self->expansion.scope, field);
  type = value != NULL ? nst_value_get_type (value) : NST_VALUE_TEXT;
  if (type == NST_VALUE_NUMBER)
    text = dup_number (nst_value_get_number (value),
                       filter != NULL && g_str_has_prefix (filter, "pct"));
  else if (type == NST_VALUE_DATE)
    text = dup_day (nst_value_get_date (value));
  else
    return FALSE;
  nst_spreadsheet_add_cell (self->sheet, type == NST_VALUE_DATE ? NST_CELL_DATE : NST_CELL_NUMBER,
                            text);
  return TRUE;
}

static void
add_cells (Maker *self, xmlNode *row, NstRecord *record, guint number, guint count)
{
  NstValue *office = nst_scope_dup (self->expansion.scope, "office");
  g_autoptr (NstValue) value = nst_record_value_new (nst_record_value_get_data (office), record);
  guint depth =
      nst_expansion_begin_item (&self->expansion, self->kind->name, value, number, count);

  nst_spreadsheet_begin_row (self->sheet);
  for (xmlNode *cell = xmlFirstElementChild (row); cell != NULL;
       cell = xmlNextElementSibling (cell))
    if (!add_typed (self, cell))
      {
        g_autofree char *text = nst_expansion_dup_plain_nodes (&self->expansion, cell->children);

        add_text (self->sheet, text);
      }
  nst_expansion_end_item (&self->expansion, depth);
  g_string_truncate (self->expansion.frozen, 0);
  nst_value_unref (office);
}

/* Headings and widths of the table that stands in the block. */
static gboolean
add_columns (Maker *self, xmlNode *table, xmlNode *row)
{
  xmlNode *header = find_child (table, "header");
  xmlNode *heading = header != NULL ? xmlFirstElementChild (header) : NULL;
  g_autofree char *columns = nst_expansion_dup_attribute (table, "columns");
  g_auto (GStrv) widths = g_strsplit (columns != NULL ? columns : "", " ", -1);
  guint i = 0;

  for (; heading != NULL && widths[i] != NULL; heading = xmlNextElementSibling (heading))
    {
      g_autofree char *words =
          nst_expansion_dup_plain_nodes (&self->expansion, heading->children);

      nst_spreadsheet_add_column (self->sheet, words, g_ascii_strtod (widths[i++], NULL));
    }
  return i > 0 && heading == NULL && widths[i] == NULL && xmlChildElementCount (row) == i;
}

/* (transfer full): what the list is called. */
static char *
dup_title (const Maker *self, xmlNode *block)
{
  xmlNode *title = block != NULL ? find_child (block, "title") : NULL;
  xmlChar *words = title != NULL ? xmlNodeGetContent (title) : NULL;
  char *copy = g_strdup (words != NULL ? (const char *) words
                                       : g_dgettext (GETTEXT_PACKAGE, self->kind->label));

  xmlFree (words);
  return copy;
}

/* As the scheme has it: <block name="list-KIND"> with a title and a table of one row. */
static gboolean
fill_by_scheme (Maker *self, xmlNode *block, GPtrArray *records, GError **error)
{
  xmlNode *table = find_child (block, "table");
  xmlNode *row = table != NULL ? find_child (table, "row") : NULL;
  g_autofree char *words = dup_title (self, block);

  self->sheet = begin_sheet (self, words);
  if (row == NULL || !add_columns (self, table, row))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("The scheme’s list of “%s” has no table with a heading, a width and a cell "
                      "for each column."),
                   g_dgettext (GETTEXT_PACKAGE, self->kind->label));
      return FALSE;
    }
  for (guint i = 0; i < records->len; i++)
    add_cells (self, row, records->pdata[i], i + 1, records->len);
  if (self->expansion.error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->expansion.error));
  return FALSE;
}

static char *
dup_words (Maker *self, NstRecord *record, const NstField *field)
{
  NstValue *office = nst_scope_dup (self->expansion.scope, "office");
  g_autoptr (NstValue) value = nst_record_value_new (nst_record_value_get_data (office), record);
  g_autoptr (NstValue) found = nst_value_dup_field (value, field->name);
  GString *words = g_string_new (NULL);

  nst_value_unref (office);
  if (found != NULL && nst_value_get_type (found) == NST_VALUE_TEXT)
    g_string_append (words, nst_value_get_text (found));
  for (guint i = 0; found != NULL && nst_value_get_type (found) == NST_VALUE_LIST &&
                    i < nst_value_get_length (found);
       i++)
    {
      const char *item = nst_value_get_text (nst_value_get_nth (found, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", item != NULL ? item : "");
    }
  return g_string_free (words, FALSE);
}

static void
add_field (Maker *self, NstRecord *record, const NstField *field)
{
  const char *text = nst_rules_may_read (&self->context, record, field->name)
                         ? nst_record_get_text (record, field->name)
                         : NULL;
  g_autofree char *words = NULL;

  if (text == NULL)
    nst_spreadsheet_add_cell (self->sheet, NST_CELL_TEXT, NULL);
  else if (field->type == NST_FIELD_TYPE_DATE)
    nst_spreadsheet_add_cell (self->sheet, NST_CELL_DATE, text);
  else if (field->type == NST_FIELD_TYPE_INT)
    nst_spreadsheet_add_cell (self->sheet, NST_CELL_NUMBER, text);
  else if (field->type == NST_FIELD_TYPE_BOOL)
    add_text (self->sheet, nst_record_get_bool (record, field->name) ? _ ("yes") : _ ("no"));
  else if (field->type == NST_FIELD_TYPE_REF || field->type == NST_FIELD_TYPE_LINK)
    add_text (self->sheet, nst_record_get_display (record, field->name));
  else
    add_text (self->sheet, words = dup_words (self, record, field));
}

static gboolean
is_short (const NstField *field)
{
  return field->type == NST_FIELD_TYPE_DATE || field->type == NST_FIELD_TYPE_INT ||
         field->type == NST_FIELD_TYPE_BOOL;
}

/* What the scheme says nothing about: every field that is for people. */
static void
fill_by_fields (Maker *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) fields = nst_scheme_list_fields (self->context.scheme, self->kind, NULL);

  self->sheet = begin_sheet (self, g_dgettext (GETTEXT_PACKAGE, self->kind->label));
  nst_spreadsheet_add_column (self->sheet, _ ("No."), SHORT_WIDTH / 2);
  for (guint i = fields->len; i > 0; i--)
    if (((const NstField *) fields->pdata[i - 1])->flags & NST_FIELD_INTERNAL)
      g_ptr_array_remove_index (fields, i - 1);
  for (guint i = 0; i < fields->len; i++)
    {
      const NstField *field = fields->pdata[i];

      nst_spreadsheet_add_column (self->sheet, g_dgettext (GETTEXT_PACKAGE, field->label),
                                  is_short (field) ? SHORT_WIDTH : TEXT_WIDTH);
    }
  for (guint r = 0; r < records->len; r++)
    {
      g_autofree char *number = g_strdup_printf ("%u", r + 1);

      nst_spreadsheet_begin_row (self->sheet);
      nst_spreadsheet_add_cell (self->sheet, NST_CELL_NUMBER, number);
      for (guint i = 0; i < fields->len; i++)
        add_field (self, records->pdata[r], fields->pdata[i]);
    }
}

/**
 * nst_record_sheet_make:
 * @office: an office
 * @kind: of the records
 * @records: (element-type NstRecord): what is listed, in this order
 * @error: (nullable): %NST_INPUT_ERROR for a fault of the scheme's list
 *
 * Columns and their headings are those of the scheme's block "list-KIND", else all fields of the
 * kind. A cell of one field keeps its number or day; what this office may not read is empty.
 *
 * Returns: (transfer full) (nullable): the sheet, a row a record
 */
NstSpreadsheet *
nst_record_sheet_make (NstOffice *office, const NstKind *kind, GPtrArray *records, GError **error)
{
  g_auto (Maker) maker = { 0 };
  g_autofree char *name = g_strconcat ("list-", kind->name, NULL);
  xmlNode *block;

  g_return_val_if_fail (NST_IS_OFFICE (office) && records != NULL, NULL);
  maker_init (&maker, office, kind);
  block = nst_scheme_get_block (maker.context.scheme, name);
  if (block == NULL)
    fill_by_fields (&maker, records);
  else if (!fill_by_scheme (&maker, block, records, error))
    g_clear_pointer (&maker.sheet, nst_spreadsheet_free);
  return maker.sheet;
}

/**
 * nst_record_sheet_make_control:
 * @office: an office
 * @group: a group
 *
 * What is watched of a group, as the scheme's block "control-group" has it: a row of values with
 * what they are called.
 *
 * Returns: (transfer full) (nullable): one row; %NULL when the scheme has no such block
 */
NstSpreadsheet *
nst_record_sheet_make_control (NstOffice *office, NstRecord *group)
{
  g_auto (Maker) maker = { 0 };
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  xmlNode *block;

  g_return_val_if_fail (NST_IS_OFFICE (office) && NST_IS_RECORD (group), NULL);
  maker_init (&maker, office, nst_record_get_kind (group));
  block = nst_scheme_get_block (maker.context.scheme, "control-group");
  g_ptr_array_add (records, group);
  if (block == NULL || !fill_by_scheme (&maker, block, records, &error))
    g_clear_pointer (&maker.sheet, nst_spreadsheet_free);
  return maker.sheet;
}

/**
 * nst_record_sheet_dup_file_name:
 * @office: an office
 * @kind: of the records
 * @format: of the file
 *
 * Returns: (transfer full): what the list is called and of which day it is, as a file's name
 */
char *
nst_record_sheet_dup_file_name (NstOffice *office, const NstKind *kind,
                                NstSpreadsheetFormat format)
{
  Maker maker = { 0 };
  g_autofree char *block = g_strconcat ("list-", kind->name, NULL);
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;

  maker.kind = kind;
  nst_office_get_context (office, &maker.context);
  title = dup_title (&maker, nst_scheme_get_block (maker.context.scheme, block));
  day = dup_day (&maker.context.today);
  g_strdelimit (title, "\\/:*?\"<>|\t\n ", '_');
  return g_strdup_printf ("%s_%s.%s", title, day, nst_spreadsheet_format_get_name (format));
}

/**
 * nst_record_sheet_save:
 * @office: an office
 * @kind: of the records
 * @records: (element-type NstRecord): what is listed, in this order
 * @path: of the file; ends with .xlsx, .ods or .csv
 * @error: (nullable): %NST_INPUT_ERROR for another ending, else what the disk says
 *
 * A file that is there already is replaced only when the new one is whole.
 *
 * Returns: whether it was written
 */
gboolean
nst_record_sheet_save (NstOffice *office, const NstKind *kind, GPtrArray *records,
                       const char *path, GError **error)
{
  g_autoptr (NstSpreadsheet) sheet = NULL;
  g_autoptr (GBytes) file = NULL;
  NstSpreadsheetFormat format;
  gconstpointer content;
  gsize size;

  if (!nst_spreadsheet_format_find (path, &format))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s” does not say what it shall be. Let it end with .xlsx, .ods or .csv."),
                   path);
      return FALSE;
    }
  sheet = nst_record_sheet_make (office, kind, records, error);
  file = sheet != NULL ? nst_spreadsheet_write (sheet, format, error) : NULL;
  if (file == NULL)
    return FALSE;
  content = g_bytes_get_data (file, &size);
  return g_file_set_contents_full (path, content, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0644, error);
}
