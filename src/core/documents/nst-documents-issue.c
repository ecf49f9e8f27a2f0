/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document leaves the house: numbered, frozen and kept (DOMAIN 4.31). */
#include "config.h"

#include "documents/nst-document-code.h"
#include "documents/nst-documents-private.h"
#include "documents/nst-documents.h"
#include "documents/nst-layouter.h"
#include "model/nst-error.h"

#include <glib/gi18n-lib.h>

/* What is issued, ready to be written down. */
typedef struct
{
  NstOffice *office;
  NstRecord *record;
  const char *form;
  NstTree *tree;
  char *number;
  char *frozen;
  GBytes *pdf;
  guint n_pages;
} Issue;

static void
clear_issue (Issue *issue)
{
  nst_tree_free (issue->tree);
  g_free (issue->number);
  g_free (issue->frozen);
  g_clear_pointer (&issue->pdf, g_bytes_unref);
}

/* Documents of the form that were issued for the record. */
static GPtrArray *
list_earlier (const Issue *issue)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_linked (NST_SOURCE (nst_office_get_store (issue->office)), "document",
                              "subject", issue->record);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *document = g_ptr_array_index (all, i);

      if (g_strcmp0 (nst_record_get_text (document, "form"), issue->form) == 0)
        g_ptr_array_add (found, g_object_ref (document));
    }
  return found;
}

/* The next number of the form in the year (DOMAIN 4.32). */
static char *
dup_next_number (const Issue *issue)
{
  g_autoptr (GPtrArray) all = nst_source_list (NST_SOURCE (nst_office_get_store (issue->office)),
                                               "document", "form", issue->form);
  g_autofree char *year = NULL;
  NstRuleContext context = { 0 };
  gint64 highest = 0;

  nst_office_get_context (issue->office, &context);
  year = g_strdup_printf ("%04d", g_date_get_year (&context.today));
  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *document = g_ptr_array_index (all, i);
      const char *date = nst_record_get_text (document, "date");
      const char *number = nst_record_get_text (document, "number");

      if (date != NULL && number != NULL && g_str_has_prefix (date, year))
        highest = MAX (highest, g_ascii_strtoll (number, NULL, 10));
    }
  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}

/* The record's own number, or that of its earlier version, else the next one. */
static char *
dup_number (const Issue *issue)
{
  g_autoptr (GPtrArray) earlier = list_earlier (issue);
  const char *number = NULL;

  if (nst_kind_find_field (nst_record_get_kind (issue->record), "number") != NULL)
    number = nst_record_get_text (issue->record, "number");
  if (number == NULL && earlier->len > 0)
    number = nst_record_get_text (g_ptr_array_index (earlier, earlier->len - 1), "number");
  return number != NULL ? g_strdup (number) : dup_next_number (issue);
}

static char *
dup_code (const Issue *issue, NstRecord *document)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (issue->office));
  g_autofree char *seed = g_strdup (nst_record_get_uuid (document));
  char *code = nst_document_code_new (seed);

  while (nst_source_count (source, "document", "code", code) > 0)
    {
      g_free (seed);
      seed = code;
      code = nst_document_code_new (seed);
    }
  return code;
}

static void
supersede (NstChange *change, GPtrArray *earlier, NstRecord *document)
{
  for (guint i = 0; i < earlier->len; i++)
    {
      NstRecord *old = g_ptr_array_index (earlier, i);
      const char *state = nst_record_get_text (old, "state");

      if (g_strcmp0 (state, "ISSUED") != 0 && g_strcmp0 (state, "SIGNED") != 0)
        continue;
      nst_change_set (change, old, "state", "SUPERSEDED");
      nst_change_set_ref (change, old, "next", document);
    }
}

static NstRecord *
write_down (const Issue *issue, NstChange *change)
{
  NstScheme *scheme = nst_office_get_scheme (issue->office);
  g_autoptr (GPtrArray) earlier = list_earlier (issue);
  g_autofree char *hash = nst_change_attach (change, issue->pdf);
  g_autofree char *code = NULL;
  NstRecord *document = nst_change_add (change, "document", "form", issue->form, "title",
                                        issue->tree->title, "number", issue->number, "date",
                                        issue->tree->date, "scheme", nst_scheme_get_id (scheme),
                                        "scheme_version", nst_scheme_get_version (scheme), "data",
                                        issue->frozen, "pdf", hash, "state", "ISSUED", NULL);

  code = dup_code (issue, document);
  nst_change_set (change, document, "code", code);
  nst_change_set_link (change, document, "subject", issue->record);
  nst_change_set_int (change, document, "version", earlier->len + 1);
  nst_change_set_int (change, document, "pages", issue->n_pages);
  supersede (change, earlier, document);
  return document;
}

static gboolean
prepare (Issue *issue, GError **error)
{
  g_autofree char *fields = NULL;
  g_autoptr (NstPages) pages = NULL;

  issue->number = dup_number (issue);
  issue->tree = nst_documents_expand (issue->office, issue->record, issue->form, issue->number,
                                      NULL, &fields, error);
  if (issue->tree == NULL)
    return FALSE;
  issue->frozen = g_strdup_printf ("<data form=\"%s\">\n%s</data>\n", issue->form, fields);
  pages = nst_layouter_run (issue->tree);
  issue->n_pages = nst_pages_get_count (pages);
  issue->pdf = nst_pages_to_pdf (pages, error);
  return issue->pdf != NULL;
}

/**
 * nst_documents_issue:
 * @office: an office
 * @record: what is printed
 * @form: code of the form: "D3"
 * @error: (nullable): where to put what went wrong
 *
 * Keeps the PDF, the fields it was made from, number, day and code as a record of kind
 * "document" in one change that is not undone (it has left the house). A version issued
 * before is superseded and names the new one.
 *
 * Returns: (transfer full) (nullable): the record of kind "document"
 */
NstRecord *
nst_documents_issue (NstOffice *office, NstRecord *record, const char *form, GError **error)
{
  Issue issue = { 0 };
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) document = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (NST_IS_OFFICE (office) && NST_IS_RECORD (record), NULL);
  issue.office = office;
  issue.record = record;
  issue.form = form;
  if (!prepare (&issue, error))
    {
      clear_issue (&issue);
      return NULL;
    }
  title = g_strdup_printf (_ ("Issue “%s”"), issue.tree->title);
  change = nst_change_new (title);
  nst_change_set_sealed (change, TRUE);
  document = write_down (&issue, change);
  clear_issue (&issue);
  if (!nst_store_apply (nst_office_get_store (office), change, error))
    return NULL;
  return g_steal_pointer (&document);
}

/**
 * nst_documents_get_issued:
 * @office: an office
 * @document: a record of kind "document"
 * @error: (nullable): %NST_INPUT_ERROR_MISSING for a document without a file
 *
 * Returns: (transfer full) (nullable): the PDF as it was issued, byte for byte
 */
GBytes *
nst_documents_get_issued (NstOffice *office, NstRecord *document, GError **error)
{
  const char *hash;

  g_return_val_if_fail (NST_IS_OFFICE (office) && NST_IS_RECORD (document), NULL);
  hash = nst_record_get_text (document, "pdf");
  if (hash == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                   _ ("“%s” was not issued yet. Issue it first."),
                   nst_record_get_title (document));
      return NULL;
    }
  return nst_store_get_blob (nst_office_get_store (office), hash, error);
}
