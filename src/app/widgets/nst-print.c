/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents on paper, through GTK's print dialog. */
#include "config.h"

#include "app/widgets/nst-print.h"

#include "app/widgets/nst-document-words.h"
#include "app/widgets/nst-report.h"

#include <glib/gi18n.h>
#include <poppler.h>

/**
 * Job:
 * @parts: (element-type GObject): NstPages or PopplerDocument, printed one after another
 */
typedef struct
{
  GtkWidget *parent;
  GPtrArray *parts;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->parent);
  g_clear_pointer (&job->parts, g_ptr_array_unref);
  g_free (job);
}

static guint
count_pages (gpointer part)
{
  if (NST_IS_PAGES (part))
    return nst_pages_get_count (part);
  return (guint) poppler_document_get_n_pages (part);
}

/* Which part holds page @number of the job; @number becomes the page in that part. */
static gpointer
find_part (Job *job, guint *number)
{
  for (guint i = 0; i < job->parts->len; i++)
    {
      gpointer part = g_ptr_array_index (job->parts, i);
      guint count = count_pages (part);

      if (*number < count)
        return part;
      *number -= count;
    }
  return NULL;
}

static void
print_begun_cb (GtkPrintOperation *operation, GtkPrintContext *context G_GNUC_UNUSED,
                gpointer data)
{
  Job *job = data;
  guint count = 0;

  for (guint i = 0; i < job->parts->len; i++)
    count += count_pages (g_ptr_array_index (job->parts, i));
  gtk_print_operation_set_n_pages (operation, (int) count);
}

static void
page_setup_requested_cb (GtkPrintOperation *operation G_GNUC_UNUSED,
                         GtkPrintContext *context G_GNUC_UNUSED, int number, GtkPageSetup *setup,
                         gpointer data)
{
  guint page = (guint) number;
  gpointer part = find_part (data, &page);
  double width = 0;
  double height = 0;

  if (part == NULL)
    return;
  if (NST_IS_PAGES (part))
    nst_pages_get_size (part, page, &width, &height);
  else
    {
      PopplerPage *sheet = poppler_document_get_page (part, (int) page);

      if (sheet != NULL)
        poppler_page_get_size (sheet, &width, &height);
      g_clear_object (&sheet);
    }
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
page_drawn_cb (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *context, int number,
               gpointer data)
{
  guint page = (guint) number;
  gpointer part = find_part (data, &page);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (part == NULL)
    return;
  if (NST_IS_PAGES (part))
    nst_pages_draw (part, page, cr);
  else
    {
      PopplerPage *sheet = poppler_document_get_page (part, (int) page);

      if (sheet != NULL)
        poppler_page_render_for_printing (sheet, cr);
      g_clear_object (&sheet);
    }
}

static char *
dup_settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "nastavnik", "print.ini", NULL);
}

/* The printer of last time; a lost file of settings is no reason not to print. Which pages and
 * how many copies is another question each time. */
static GtkPrintSettings *
load_settings (const NstPrintOptions *options)
{
  g_autofree char *path = dup_settings_path ();
  GtkPrintSettings *settings = gtk_print_settings_new_from_file (path, NULL);

  if (settings == NULL)
    settings = gtk_print_settings_new ();
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PRINT_PAGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_SET);
  gtk_print_settings_set_n_copies (settings, options->copies > 0 ? (int) options->copies : 1);
  /* A copy is a whole paper, not a heap of first pages. */
  gtk_print_settings_set_collate (settings, TRUE);
  if (options->two_sided)
    gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_HORIZONTAL);
  return settings;
}

static void
save_settings (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autofree char *path = dup_settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (settings == NULL)
    return;
  g_mkdir_with_parents (folder, 0700);
  gtk_print_settings_to_file (settings, path, NULL);
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  Job *job = data;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    save_settings (operation);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autoptr (GError) error = NULL;

      gtk_print_operation_get_error (operation, &error);
      nst_report_error (job->parent, error);
    }
}

/**
 * nst_print_parts:
 * @parent: on whose window the dialog stands
 * @parts: (element-type GObject): NstPages or PopplerDocument, printed one after another
 * @options: what the dialog proposes
 *
 * Copies, odd or even pages, both sides of the sheet: GTK's dialog asks and sees to it.
 */
void
nst_print_parts (GtkWidget *parent, GPtrArray *parts, const NstPrintOptions *options)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = load_settings (options);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW);
  Job *job = g_new0 (Job, 1);

  job->parent = g_object_ref (parent);
  job->parts = g_ptr_array_ref (parts);
  g_object_set_data_full (G_OBJECT (operation), "nst-job", job, job_free);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation,
                                    options->title != NULL ? options->title : _ ("Document"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (print_begun_cb), job);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (page_setup_requested_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (page_drawn_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (print_done_cb), job);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (window), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    nst_report_error (parent, error);
}

/**
 * nst_print_is_two_sided:
 * @office: an office
 *
 * Returns: whether it prints on both sides of the sheet, as its card says
 */
gboolean
nst_print_is_two_sided (NstOffice *office)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (office);

  return card != NULL && g_strcmp0 (nst_record_get_text (card, "two_sided"), "1") == 0;
}

/**
 * nst_print_dup_form:
 *
 * Returns: (transfer full) (nullable): code of the first form that the scheme prints from
 *   records of @record's kind
 */
char *
nst_print_dup_form (NstOffice *office, NstRecord *record)
{
  g_autoptr (GPtrArray) forms = NULL;

  forms = nst_documents_list_forms_of (office, record);
  if (forms == NULL || forms->len == 0)
    return NULL;
  return g_strdup (((NstDocumentForm *) g_ptr_array_index (forms, 0))->code);
}

/* The most that any of them is printed in: one job has one number of copies. */
static void
propose (NstPrintOptions *options, NstOffice *office, NstRecord *record, const char *form)
{
  options->copies = MAX (options->copies, nst_document_get_copies (office, record, form));
  options->two_sided = nst_print_is_two_sided (office);
}

void
nst_print_documents (GtkWidget *parent, NstOffice *office, GPtrArray *records, const char *form)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  NstPrintOptions options = { 0 };

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (NST_IS_OFFICE (office));

  for (guint i = 0; i < records->len; i++)
    {
      NstRecord *record = g_ptr_array_index (records, i);
      g_autofree char *first = nst_print_dup_form (office, record);
      const char *code = form != NULL ? form : first;
      g_autoptr (GError) error = NULL;
      NstPages *pages;

      pages = nst_documents_make (office, record, code, NULL, &error);
      if (pages == NULL)
        {
          nst_report_error (parent, error);
          return;
        }
      propose (&options, office, record, code);
      g_ptr_array_add (parts, pages);
    }
  if (parts->len == 0)
    return;
  options.title = nst_pages_get_title (g_ptr_array_index (parts, 0));
  nst_print_parts (parent, parts, &options);
}

void
nst_print_document (GtkWidget *parent, NstOffice *office, NstRecord *record, const char *form)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_return_if_fail (NST_IS_RECORD (record));

  g_ptr_array_add (records, record);
  nst_print_documents (parent, office, records, form);
}

void
nst_print_pdf (GtkWidget *parent, GBytes *pdf, const NstPrintOptions *options)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (document == NULL)
    {
      nst_report_error (parent, error);
      return;
    }
  g_ptr_array_add (parts, document);
  nst_print_parts (parent, parts, options);
}
