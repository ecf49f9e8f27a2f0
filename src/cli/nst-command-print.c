/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print: a document of a record as a file, as a draft or issued; print --list: the forms. */
#include "config.h"

#include "cli/nst-cli.h"
#include "cli/nst-print-all.h"

#include "documents/nst-documents.h"
#include "documents/nst-text-faults.h"
#include "model/nst-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  gboolean list;
  gboolean issue;
  gboolean all;
  gboolean one_file;
  gboolean blanks;
  char *form;
  char *output;
  char *format_name;
  NstDocumentFormat format;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->form);
  g_free (options->output);
  g_free (options->format_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
list_forms (NstCli *cli, const NstKind *kind, GError **error)
{
  g_autoptr (NstOffice) office = nst_cli_open (cli, error);
  g_autoptr (GPtrArray) forms = NULL;

  if (office == NULL)
    return FALSE;
  forms = nst_documents_list_forms (office, kind != NULL ? kind->name : NULL);
  for (guint i = 0; i < forms->len; i++)
    {
      NstDocumentForm *form = g_ptr_array_index (forms, i);

      g_print ("%s  %s  %s\n", form->code, form->kind, form->title);
    }
  return TRUE;
}

static gboolean
is_form_of (NstOffice *office, const NstKind *kind, const char *code)
{
  g_autoptr (GPtrArray) forms = nst_documents_list_forms (office, kind->name);

  for (guint i = 0; i < forms->len; i++)
    if (strcmp (((NstDocumentForm *) g_ptr_array_index (forms, i))->code, code) == 0)
      return TRUE;
  return FALSE;
}

/* The form named, or the first one that the kind of record is printed by. */
static char *
choose_form (NstOffice *office, NstRecord *record, const char *named, GError **error)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_autoptr (GPtrArray) forms = nst_documents_list_forms_of (office, record);

  for (guint i = 0; i < forms->len; i++)
    {
      NstDocumentForm *form = g_ptr_array_index (forms, i);

      if (named == NULL || strcmp (form->code, named) == 0)
        return g_strdup (form->code);
    }
  if (named != NULL && is_form_of (office, kind, named))
    g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                 _ ("Form “%s” is for other records of this kind. Choose another form."), named);
  else if (named != NULL)
    g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                 _ ("A %s is not printed by the form “%s”; see “print --list %s”."), kind->name,
                 named, kind->plural);
  else
    g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                 _ ("There is no form to print a %s by; see “print --list”."), kind->name);
  return NULL;
}

static gboolean
write_bytes (const char *path, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) cause = NULL;

  /* Written beside and renamed. */
  if (g_file_set_contents_full (path, data, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0666, &cause))
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("“%s” cannot be written: %s. Choose another folder."), path, cause->message);
  return FALSE;
}

/* A reprint is the file as it was issued, byte for byte. */
static gboolean
reprint (NstOffice *office, NstRecord *document, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = nst_documents_get_issued (office, document, error);

  return pdf != NULL && write_bytes (path, pdf, error);
}

/* Issuing cannot be undone, so what the file needs is looked at before. */
static gboolean
print_issued (NstOffice *office, NstRecord *record, const char *form, Options *options,
              GError **error)
{
  const char *path = options->output;
  g_autoptr (GBytes) file = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (NstRecord) document = NULL;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR) || g_file_test (path, G_FILE_TEST_IS_DIR) ||
      g_access (folder, W_OK) != 0)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("“%s” cannot be written; nothing was issued. Choose another folder."),
                   path);
      return FALSE;
    }
  document = nst_documents_issue_file (office, record, form, options->format, &file, error);
  if (document == NULL || !write_bytes (path, file, error))
    return FALSE;
  printf ("%" G_GINT64_FORMAT "\n", nst_record_get_id (document));
  return TRUE;
}

/* Forms of names and posts that are not sure, and where a better one is typed. */
static void
say_doubts (NstCli *cli, NstOffice *office, NstRecord *record, const char *form)
{
  g_autoptr (GPtrArray) doubts = nst_documents_list_doubts (office, record, form, NULL);

  for (guint i = 0; doubts != NULL && i < doubts->len; i++)
    {
      const NstDoubt *doubt = doubts->pdata[i];
      g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, doubt->person);

      nst_cli_say (cli,
                   doubt->sureness == NST_ASK ? _ ("Ask how it is declined: “%s” (person %s, %s)")
                                              : _ ("Look at the form “%s” (person %s, %s)"),
                   doubt->form, person, doubt->field);
    }
}

/* Typed texts are printed as they are. */
static void
say_faults (NstCli *cli, NstOffice *office, NstRecord *record, const char *form)
{
  g_autoptr (GPtrArray) faults = nst_text_faults_list (office, record, form, NULL);

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    nst_cli_say (cli, "%s", (char *) g_ptr_array_index (faults, i));
}

static gboolean
print_draft (NstCli *cli, NstOffice *office, NstRecord *record, const char *form,
             Options *options, GError **error)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GBytes) file =
      nst_documents_make_file (office, record, form, options->format, &missing, error);

  if (file == NULL || !write_bytes (options->output, file, error))
    return FALSE;
  for (guint i = 0; missing != NULL && i < missing->len; i++)
    nst_cli_say (cli, _ ("Not filled in: %s"), (char *) g_ptr_array_index (missing, i));
  say_doubts (cli, office, record, form);
  say_faults (cli, office, record, form);
  return TRUE;
}

static gboolean
is_document (const char *name)
{
  const NstKind *kind = nst_kinds_find (name);

  return kind != NULL && strcmp (kind->name, "document") == 0;
}

static gboolean
print_record (NstCli *cli, Options *options, char **words, GError **error)
{
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autofree char *form = NULL;
  const NstKind *kind = nst_cli_find_kind (words[0], error);

  office = kind != NULL ? nst_cli_open (cli, error) : NULL;
  record = office != NULL ? nst_cli_find_record (office, kind, words[1], error) : NULL;
  if (record == NULL)
    return FALSE;
  if (is_document (kind->name))
    return reprint (office, record, options->output, error);
  form = choose_form (office, record, options->form, error);
  if (form == NULL)
    return FALSE;
  return options->issue ? print_issued (office, record, form, options, error)
                        : print_draft (cli, office, record, form, options, error);
}

/* The format that is named, or the one that the file's name ends with. */
static gboolean
choose_format (Options *options, GError **error)
{
  NstDocumentFormat format = NST_DOCUMENT_PDF;
  gboolean found = nst_document_format_find (options->output, &format);
  g_autofree char *ending = g_strconcat (".", options->format_name, NULL);

  options->format = format;
  if (options->format_name == NULL && !found)
    return nst_cli_refuse_usage ("print ", _ ("the file must end in .pdf, .docx or .odt"), error);
  if (options->format_name == NULL)
    return TRUE;
  if (!nst_document_format_find (ending, &options->format))
    return nst_cli_refuse_usage ("print ", _ ("a format is pdf, docx or odt"), error);
  if (found && format != options->format)
    return nst_cli_refuse_usage ("print ", _ ("the file's name ends with another format"), error);
  return TRUE;
}

/* Every record of the kind; without a format as PDF. */
static gboolean
print_all (NstCli *cli, Options *options, int argc, char **argv, GError **error)
{
  NstPrintAll all = {
    NULL, options->form, NST_DOCUMENT_PDF, options->output, options->one_file, options->blanks
  };
  g_autofree char *ending = g_strconcat (".", options->format_name, NULL);

  if (argc != 2 || options->output == NULL || options->issue)
    return nst_cli_refuse_usage ("print ", _ ("name a kind and -o FOLDER; --all makes drafts"),
                                 error);
  all.kind = nst_cli_find_kind (argv[1], error);
  if (all.kind == NULL)
    return FALSE;
  if (options->format_name != NULL && !nst_document_format_find (ending, &all.format))
    return nst_cli_refuse_usage ("print ", _ ("a format is pdf, docx or odt"), error);
  if (all.one_file && all.format != NST_DOCUMENT_PDF)
    return nst_cli_refuse_usage ("print ", _ ("one file is a PDF"), error);
  return nst_print_all (cli, &all, error);
}

gboolean
nst_command_print (NstCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Options) options = { FALSE };
  GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, NULL, NULL },
    { "issue", 0, 0, G_OPTION_ARG_NONE, &options.issue, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, NULL, NULL },
    { "one-file", 0, 0, G_OPTION_ARG_NONE, &options.one_file, NULL, NULL },
    { "blanks", 0, 0, G_OPTION_ARG_NONE, &options.blanks, NULL, NULL },
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format_name, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { NULL },
  };
  const NstKind *kind = NULL;

  if (!nst_cli_parse ("print", entries, &argc, &argv, error))
    return FALSE;
  if (options.list)
    {
      if (argc > 2)
        return nst_cli_refuse_usage ("print ", _ ("name one kind, or nothing"), error);
      if (argc == 2 && (kind = nst_cli_find_kind (argv[1], error)) == NULL)
        return FALSE;
      return list_forms (cli, kind, error);
    }
  if (options.all)
    return print_all (cli, &options, argc, argv, error);
  if (options.one_file || options.blanks)
    return nst_cli_refuse_usage ("print ", _ ("--one-file and --blanks belong to --all"), error);
  if (argc != 3 || options.output == NULL)
    return nst_cli_refuse_usage (
        "print ", _ ("name a kind, a record and -o FILE.pdf, FILE.docx or FILE.odt"), error);
  if (is_document (argv[1]) && (options.issue || options.form != NULL))
    return nst_cli_refuse_usage ("print ", _ ("an issued document is only printed again"), error);
  if (!choose_format (&options, error))
    return FALSE;
  if (is_document (argv[1]) && options.format != NST_DOCUMENT_PDF)
    return nst_cli_refuse_usage ("print ", _ ("an issued document is kept as PDF only"), error);
  return print_record (cli, &options, argv + 1, error);
}
