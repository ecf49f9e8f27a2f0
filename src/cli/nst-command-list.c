/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list KIND: records by condition, search and order; the history too. */
#include "config.h"

#include "cli/nst-cli.h"

#include "cli/nst-deadline-rows.h"
#include "cli/nst-render.h"
#include "documents/nst-record-sheet.h"
#include "model/nst-error.h"
#include "rules/nst-rules.h"
#include "rules/nst-typed.h"
#include "store/nst-history.h"
#include "store/nst-query.h"

#include <glib/gi18n.h>
#include <string.h>

#define NO_LIMIT G_MININT

typedef struct
{
  char **where;
  char *search;
  char *sort;
  char *output;
  int limit;
  gboolean json;
  gboolean csv;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->where);
  g_free (options->search);
  g_free (options->sort);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
add_condition (NstOffice *office, NstQuery *query, const char *word, GError **error)
{
  const NstKind *kind = nst_query_get_kind (query);
  const NstField *field;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  const char *value;

  if (!nst_cli_split_assignment (word, &name, &value, error))
    return FALSE;
  field = nst_scheme_find_field (nst_office_get_scheme (office), kind, name);
  if (field == NULL)
    {
      g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE, _ ("%s have no field “%s”."),
                   kind->plural, name);
      return FALSE;
    }
  if (!nst_typed_parse (nst_office_get_scheme (office), field, value, &text, error))
    return FALSE;
  nst_query_where_field (query, field, text);
  return TRUE;
}

static void
sort (NstOffice *office, NstQuery *query, const char *name)
{
  const NstKind *kind = nst_query_get_kind (query);
  const NstField *field = nst_scheme_find_field (nst_office_get_scheme (office), kind, name);

  if (field != NULL)
    nst_query_sort_field (query, field, FALSE);
  else
    nst_query_sort (query, name, FALSE);
}

static GPtrArray *
collect (NstOffice *office, NstQuery *query, GError **error)
{
  NstStore *store = nst_office_get_store (office);
  g_autoptr (GError) local = NULL;
  g_autoptr (GArray) ids = nst_query_run (query, store, &local);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (ids == NULL)
    {
      nst_cli_refuse_unknown (g_steal_pointer (&local), error);
      return NULL;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      NstRecord *record = nst_store_dup (store, nst_query_get_kind (query),
                                         g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

static gboolean
is_asked (Options *options, const NstField *field)
{
  if (options->search != NULL && (field->flags & NST_FIELD_SEARCH))
    return TRUE;
  if (g_strcmp0 (options->sort, field->name) == 0)
    return TRUE;
  for (guint i = 0; options->where != NULL && options->where[i] != NULL; i++)
    if (g_str_has_prefix (options->where[i], field->name) &&
        options->where[i][strlen (field->name)] == '=')
      return TRUE;
  return FALSE;
}

/* What this office may not read does not show by being found or by its place (R33); the limit
 * counts what is left. */
static void
drop_hidden (NstOffice *office, const NstKind *kind, Options *options, GPtrArray *records)
{
  NstRuleContext context;

  nst_office_get_context (office, &context);
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    for (guint i = is_asked (options, field) ? records->len : 0; i > 0; i--)
      if (!nst_rules_may_ask (&context, records->pdata[i - 1], field->name))
        g_ptr_array_remove_index (records, i - 1);
  if (options->limit > 0 && records->len > (guint) options->limit)
    g_ptr_array_set_size (records, options->limit);
}

/* A file for Excel or Calc, in the columns that the scheme asks for. */
static gboolean
save_sheet (NstOffice *office, const NstKind *kind, Options *options, GPtrArray *records,
            GError **error)
{
  g_autoptr (GError) local = NULL;

  if (nst_record_sheet_save (office, kind, records, options->output, &local))
    return TRUE;
  if (local->domain == G_FILE_ERROR)
    g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                 _ ("“%s” cannot be written: %s. Choose another folder."), options->output,
                 local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
list_records (NstOffice *office, const NstKind *kind, Options *options, GError **error)
{
  g_autoptr (NstQuery) query = nst_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  for (guint i = 0; options->where != NULL && options->where[i] != NULL; i++)
    if (!add_condition (office, query, options->where[i], error))
      return FALSE;
  nst_query_search (query, options->search);
  if (options->sort != NULL)
    sort (office, query, options->sort);
  /* A limit of the query would count what is dropped. */
  if (strcmp (kind->name, "mark") != 0)
    nst_query_limit (query, (guint) options->limit);
  records = collect (office, query, error);
  if (records == NULL)
    return FALSE;
  drop_hidden (office, kind, options, records);
  if (options->output != NULL)
    return save_sheet (office, kind, options, records, error);
  if (options->json)
    nst_render_json (office, records);
  else if (options->csv)
    nst_render_csv (office, kind, records);
  else
    nst_render_table (office, kind, records);
  return TRUE;
}

static void
print_history_json (GPtrArray *entries)
{
  g_autoptr (NstJson) json = nst_json_new ();

  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      NstHistoryEntry *entry = g_ptr_array_index (entries, i);

      nst_json_begin_object (json, NULL);
      nst_json_add_int (json, "id", entry->id);
      nst_json_add_text (json, "office", entry->office);
      nst_json_add_int (json, "sequence", entry->sequence);
      nst_json_add_text (json, "day", entry->day);
      nst_json_add_text (json, "at", entry->at);
      nst_json_add_text (json, "title", entry->title);
      nst_json_add_text (json, "kind", entry->kind);
      nst_json_add_bool (json, "undone", entry->undone);
      nst_json_add_text (json, "party", entry->party);
      nst_json_add_text (json, "person", entry->person);
      nst_json_add_text (json, "recorder", entry->recorder);
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
  nst_cli_print_json (json);
}

static void
print_history_csv (GPtrArray *entries)
{
  printf ("id,day,at,title,kind,undone,party,person,recorder\r\n");
  for (guint i = 0; i < entries->len; i++)
    {
      NstHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GString) line = g_string_new (NULL);

      g_string_append_printf (line, "%" G_GINT64_FORMAT, entry->id);
      nst_render_csv_cell (line, entry->day);
      nst_render_csv_cell (line, entry->at);
      nst_render_csv_cell (line, entry->title);
      nst_render_csv_cell (line, entry->kind);
      nst_render_csv_cell (line, entry->undone ? "1" : "0");
      nst_render_csv_cell (line, entry->party);
      nst_render_csv_cell (line, entry->person);
      nst_render_csv_cell (line, entry->recorder);
      printf ("%s\r\n", line->str);
    }
}

static GStrv
history_row (const char *id, const char *day, const char *title, const char *actor,
             const char *recorder)
{
  const char *const cells[] = {
    id, day, title, actor != NULL ? actor : "", recorder != NULL ? recorder : "", NULL
  };

  return g_strdupv ((char **) cells);
}

static gboolean
list_history (NstOffice *office, NstRecord *record, Options *options, GError **error)
{
  g_autoptr (GPtrArray) entries =
      nst_history_list (nst_office_get_store (office), record, (guint) options->limit, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (entries == NULL)
    return FALSE;
  if (options->json || options->csv)
    {
      if (options->json)
        print_history_json (entries);
      else
        print_history_csv (entries);
      return TRUE;
    }
  g_ptr_array_add (rows, history_row ("id", _ ("Day"), _ ("What was done"), _ ("Acted"),
                                      _ ("Recorded")));
  for (guint i = 0; i < entries->len; i++)
    {
      NstHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *id = g_strdup_printf ("%d", (int) entry->id);

      g_ptr_array_add (rows, history_row (id, entry->day, entry->title,
                                          entry->person != NULL ? entry->person : entry->party,
                                          entry->recorder));
    }
  nst_render_rows (rows);
  return TRUE;
}

/* list history [KIND ID]: all of it, or that of one record and of what was joined with it. */
static gboolean
find_and_list_history (NstCli *cli, Options *options, char **words, GError **error)
{
  const NstKind *kind = words[0] != NULL ? nst_cli_find_kind (words[0], error) : NULL;
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) record = NULL;

  if (words[0] != NULL && kind == NULL)
    return FALSE;
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  if (kind != NULL && (record = nst_cli_find_record (office, kind, words[1], error)) == NULL)
    return FALSE;
  return list_history (office, record, options, error);
}

/* Deadlines are computed, not kept: chosen by what is shown of them. */
static gboolean
list_deadlines (NstOffice *office, Options *options, GError **error)
{
  g_autoptr (GPtrArray) deadlines = nst_deadline_rows_collect (office, NULL);

  if (!nst_deadline_rows_choose (deadlines, options->where, options->search, options->sort,
                                 options->limit, error))
    return FALSE;
  if (options->json)
    nst_deadline_rows_print_json (deadlines);
  else if (options->csv)
    nst_deadline_rows_print_csv (deadlines);
  else
    nst_deadline_rows_print_table (deadlines);
  return TRUE;
}

/* What the option parser cannot tell: options that do not go together. */
static gboolean
check_options (Options *options, gboolean history, gboolean computed, GError **error)
{
  NstSpreadsheetFormat format;

  if (options->json && options->csv)
    return nst_cli_refuse_usage ("list ", _ ("choose one of --json and --csv"), error);
  if (options->output != NULL && (options->json || options->csv))
    return nst_cli_refuse_usage ("list ", _ ("a file is not printed as --json or --csv, too"),
                                 error);
  if (options->output != NULL && computed)
    return nst_cli_refuse_usage ("list ", _ ("only records are written into a file"), error);
  if (options->output != NULL && !nst_spreadsheet_format_find (options->output, &format))
    return nst_cli_refuse_usage ("list ", _ ("a file ends with .xlsx, .ods or .csv"), error);
  if (options->limit != NO_LIMIT && options->limit < 1)
    return nst_cli_refuse_usage ("list ", _ ("a limit is a whole number from 1"), error);
  if (history && (options->where != NULL || options->search != NULL || options->sort != NULL))
    return nst_cli_refuse_usage ("list ",
                                 _ ("the history is only limited, not searched or sorted"),
                                 error);
  options->limit = options->limit == NO_LIMIT ? 0 : options->limit;
  return TRUE;
}

gboolean
nst_command_list (NstCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Options) options = { .limit = NO_LIMIT };
  GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.where, NULL, NULL },
    { "search", 0, 0, G_OPTION_ARG_STRING, &options.search, NULL, NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;
  const NstKind *kind = NULL;
  gboolean history;
  gboolean deadlines;

  if (!nst_cli_parse ("list", entries, &argc, &argv, error))
    return FALSE;
  history = argc > 1 && strcmp (argv[1], "history") == 0;
  if (argc != 2 && !(history && argc == 4))
    return nst_cli_refuse_usage ("list ", _ ("name one kind"), error);
  deadlines = strcmp (argv[1], "deadlines") == 0;
  if (!check_options (&options, history, history || deadlines, error))
    return FALSE;
  if (history)
    return find_and_list_history (cli, &options, argv + 2, error);
  if (deadlines)
    {
      office = nst_cli_open (cli, error);
      return office != NULL && list_deadlines (office, &options, error);
    }
  kind = nst_cli_find_kind (argv[1], error);
  office = kind != NULL ? nst_cli_open (cli, error) : NULL;
  return office != NULL && list_records (office, kind, &options, error);
}
