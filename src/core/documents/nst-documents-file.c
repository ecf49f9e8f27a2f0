/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as files: PDF, of Word, of Writer. */
#include "config.h"

#include "documents/nst-documents-private.h"
#include "documents/nst-documents.h"
#include "documents/nst-docx.h"
#include "documents/nst-layouter.h"
#include "documents/nst-odt.h"

#include <string.h>

static const char *const endings[] = { "pdf", "docx", "odt" };

/**
 * nst_document_format_find:
 * @file_name: a file name
 * @format: (out): gets the format that it ends with
 *
 * Returns: whether it ends with one
 */
gboolean
nst_document_format_find (const char *file_name, NstDocumentFormat *format)
{
  const char *dot = strrchr (file_name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      if (g_ascii_strcasecmp (dot + 1, endings[i]) == 0)
        {
          *format = i;
          return TRUE;
        }
    }
  return FALSE;
}

static GBytes *
write_tree (NstOffice *office, const NstTree *tree, NstDocumentFormat format, GError **error)
{
  g_autoptr (NstPages) pages = NULL;

  if (format == NST_DOCUMENT_DOCX)
    return nst_docx_from_tree (tree, error);
  if (format == NST_DOCUMENT_ODT)
    return nst_odt_from_tree (tree, error);
  pages = nst_documents_lay_out (office, tree);
  return nst_pages_to_pdf (pages, error);
}

/**
 * nst_documents_make_file:
 * @office: an office
 * @record: what is printed
 * @form: code of the form: "D3"
 * @format: of the file
 * @missing: (out) (optional) (transfer full) (element-type utf8): as nst_documents_make() says
 * @error: (nullable): the same
 *
 * A draft, made afresh each time.
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
nst_documents_make_file (NstOffice *office, NstRecord *record, const char *form,
                         NstDocumentFormat format, GPtrArray **missing, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NstTree) tree = NULL;

  g_return_val_if_fail (NST_IS_OFFICE (office) && NST_IS_RECORD (record), NULL);
  tree = nst_documents_expand (office, record, form, NULL, fields, NULL, error);
  if (tree == NULL)
    return NULL;
  if (missing != NULL)
    *missing = g_steal_pointer (&fields);
  return write_tree (office, tree, format, error);
}

/**
 * nst_documents_issue_file:
 * @office: an office
 * @record: what is printed
 * @form: code of the form: "D3"
 * @format: of the file
 * @file: (out) (transfer full): gets the whole file
 * @error: (nullable): where to put what went wrong
 *
 * As nst_documents_issue(): the base keeps the PDF, whichever file is asked for.
 *
 * Returns: (transfer full) (nullable): the record of kind "document"
 */
NstRecord *
nst_documents_issue_file (NstOffice *office, NstRecord *record, const char *form,
                          NstDocumentFormat format, GBytes **file, GError **error)
{
  g_autoptr (NstTree) tree = NULL;
  g_autoptr (NstRecord) document = nst_documents_issue_tree (office, record, form, &tree, error);

  if (document == NULL)
    return NULL;
  *file = format == NST_DOCUMENT_PDF ? nst_documents_get_issued (office, document, error)
                                     : write_tree (office, tree, format, error);
  return *file != NULL ? g_steal_pointer (&document) : NULL;
}

/**
 * nst_documents_dup_file_name_as:
 * @office: an office
 * @record: what is printed
 * @form: code of the form
 * @format: of the file
 *
 * Returns: (transfer full): a name for the file, "{kind}_{number}_{yyyy-mm-dd}.docx"
 */
char *
nst_documents_dup_file_name_as (NstOffice *office, NstRecord *record, const char *form,
                                NstDocumentFormat format)
{
  g_autofree char *pdf = nst_documents_dup_file_name (office, record, form);

  return g_strdup_printf ("%.*s%s", (int) (strlen (pdf) - strlen (endings[NST_DOCUMENT_PDF])),
                          pdf, endings[format]);
}
