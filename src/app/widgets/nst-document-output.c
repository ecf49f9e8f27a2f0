/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document on its way out of the window: into a file, a letter, the printer. */
#include "config.h"

#include "app/widgets/nst-document-output.h"

#include "app/widgets/nst-document-words.h"
#include "app/widgets/nst-mail.h"
#include "app/widgets/nst-print.h"
#include "app/widgets/nst-report.h"

#include <glib/gi18n.h>

GBytes *
nst_document_output_make (NstOffice *office, NstRecord *record, const char *form,
                          NstDocumentFormat format, NstRecord *issued, GError **error)
{
  if (issued != NULL && format == NST_DOCUMENT_PDF)
    return nst_documents_get_issued (office, issued, error);
  return nst_documents_make_file (office, record, form, format, NULL, error);
}

void
nst_document_output_write (GtkWidget *widget, GFile *file, GBytes *bytes)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL,
                                &error))
    {
      nst_report_error (widget, error);
      return;
    }
  text = g_strdup_printf (_ ("Saved as “%s”"), name);
  nst_report_note (widget, text);
}

static char *
dup_title (NstOffice *office, NstRecord *record, const char *form)
{
  g_autoptr (GPtrArray) forms = nst_documents_list_forms_of (office, record);

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const NstDocumentForm *one = g_ptr_array_index (forms, i);

      if (g_strcmp0 (one->code, form) == 0)
        return g_strdup_printf ("%s: %s", one->title, nst_record_get_title (record));
    }
  return g_strdup (nst_record_get_title (record));
}

void
nst_document_output_mail (GtkWidget *widget, NstOffice *office, NstRecord *record,
                          const char *form, NstRecord *issued)
{
  g_autofree char *name = nst_documents_dup_file_name (office, record, form);
  g_autofree char *subject = dup_title (office, record, form);
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      nst_document_output_make (office, record, form, NST_DOCUMENT_PDF, issued, &error);

  if (bytes == NULL)
    {
      nst_report_error (widget, error);
      return;
    }
  /* Translators: the text of a letter that a document is attached to */
  body = g_strdup_printf (_ ("Good day!\n\nAttached: %s.\n"), subject);
  nst_mail_compose (widget, subject, body, name, bytes);
}

void
nst_document_output_print (GtkWidget *widget, NstOffice *office, NstRecord *record,
                           const char *form, NstRecord *issued)
{
  NstPrintOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (issued == NULL)
    {
      nst_print_document (widget, office, record, form);
      return;
    }
  pdf = nst_documents_get_issued (office, issued, &error);
  if (pdf == NULL)
    {
      nst_report_error (widget, error);
      return;
    }
  options.title = nst_record_get_title (issued);
  options.copies = nst_document_get_copies (office, record, form);
  options.two_sided = nst_print_is_two_sided (office);
  nst_print_pdf (widget, pdf, &options);
}
