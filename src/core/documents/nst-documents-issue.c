/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document leaves the house: numbered, frozen and kept (DOMAIN 4.31). */
#include "config.h"

#include "documents/nst-document-code.h"
#include "documents/nst-documents-private.h"
#include "documents/nst-documents.h"
#include "documents/nst-layouter.h"
#include "documents/nst-wordings.h"
#include "model/nst-error.h"
#include "rules/nst-numbering.h"
#include "rules/nst-planned-source.h"

#include <glib/gi18n-lib.h>

#define CODE_LINE "document.code"

/* What is issued, ready to be written down. */
typedef struct
{
  NstOffice *office;
  NstRecord *record;
  const char *form;
  NstChange *change;
  NstRecord *document;
  NstTree *tree;
  char *number;
  char *frozen;
  GBytes *pdf;
  guint n_pages;
} Issue;

static void
clear_issue (Issue *issue)
{
  g_clear_pointer (&issue->tree, nst_tree_free);
  g_clear_object (&issue->document);
  g_clear_object (&issue->change);
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

/* Whether the paper itself is numbered by the year, as agreements and orders are (R96). */
static gboolean
is_numbered (const NstKind *kind)
{
  return nst_kind_find_field (kind, "number") != NULL &&
         nst_kind_find_field (kind, "date") != NULL;
}

/* The series of the paper itself, or of documents of the form (DOMAIN 4.32). */
static NstNumberSeries *
new_series (const Issue *issue, const NstRuleContext *context)
{
  g_autofree char *paper = NULL;
  NstNumberSeries *series = nst_numbering_of (context, issue->record);

  if (series != NULL)
    return series;
  paper = g_strdup_printf ("document/%s", issue->form);
  return nst_numbering_new (context, paper, 0, g_date_get_year (&context->today));
}

/* The next number of the series; where the office gives numbers by hand, it is missing. */
static char *
dup_next_number (const Issue *issue, GError **error)
{
  NstRuleContext context = { 0 };
  g_autoptr (NstNumberSeries) series = NULL;
  g_autofree char *next = NULL;

  nst_office_get_context (issue->office, &context);
  series = new_series (issue, &context);
  next = nst_numbering_next (&context, series);
  if (!series->by_hand)
    return g_steal_pointer (&next);
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
               _ ("Papers of this sort are numbered by hand: type the number first; %s would be "
                  "the next one."),
               next);
  return NULL;
}

/* The record's own number, or that of its earlier version, else the next one. */
static char *
dup_number (const Issue *issue, GError **error)
{
  g_autoptr (GPtrArray) earlier = list_earlier (issue);
  const char *number = NULL;

  if (nst_kind_find_field (nst_record_get_kind (issue->record), "number") != NULL)
    number = nst_record_get_text (issue->record, "number");
  if (number == NULL && earlier->len > 0)
    number = nst_record_get_text (g_ptr_array_index (earlier, earlier->len - 1), "number");
  return number != NULL ? g_strdup (number) : dup_next_number (issue, error);
}

static char *
dup_code (const Issue *issue)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (issue->office));
  g_autofree char *seed = g_strdup (nst_record_get_uuid (issue->document));
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
supersede (const Issue *issue, GPtrArray *earlier)
{
  for (guint i = 0; i < earlier->len; i++)
    {
      NstRecord *old = g_ptr_array_index (earlier, i);
      const char *state = nst_record_get_text (old, "state");

      if (g_strcmp0 (state, "ISSUED") != 0 && g_strcmp0 (state, "SIGNED") != 0)
        continue;
      nst_change_set (issue->change, old, "state", "SUPERSEDED");
      nst_change_set_ref (issue->change, old, "next", issue->document);
    }
}

static void
write_down (const Issue *issue)
{
  NstScheme *scheme = nst_office_get_scheme_of (issue->office, issue->record);
  g_autoptr (GPtrArray) earlier = list_earlier (issue);
  g_autofree char *hash = nst_change_attach (issue->change, issue->pdf);
  const char *const values[][2] = {
    { "title", issue->tree->title },
    { "number", issue->number },
    { "date", issue->tree->date },
    { "code", nst_record_get_text (issue->document, "code") },
    { "scheme", nst_scheme_get_id (scheme) },
    { "scheme_version", nst_scheme_get_version (scheme) },
    { "data", issue->frozen },
    { "pdf", hash },
    { "state", "ISSUED" },
  };
  guint wording;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    nst_change_set (issue->change, issue->document, values[i][0], values[i][1]);
  nst_change_set_link (issue->change, issue->document, "subject", issue->record);
  nst_change_set_int (issue->change, issue->document, "version", earlier->len + 1);
  nst_change_set_int (issue->change, issue->document, "pages", issue->n_pages);
  wording = nst_wordings_get_version (issue->office, scheme, issue->form);
  if (wording > 0)
    nst_change_set_int (issue->change, issue->document, "template_version", wording);
  supersede (issue, earlier);
}

/* A paper without a number gets the one that it is issued under, and the year's day with it. */
static void
number_paper (const Issue *issue)
{
  NstRuleContext context = { 0 };

  if (!is_numbered (nst_record_get_kind (issue->record)) ||
      nst_record_get_text (issue->record, "number") != NULL)
    return;
  nst_office_get_context (issue->office, &context);
  nst_change_set (issue->change, issue->record, "number", issue->number);
  if (nst_record_get_text (issue->record, "date") == NULL)
    nst_change_set_date (issue->change, issue->record, "date", &context.today);
}

/* The paper as it will be: its number is printed. */
static NstRecord *
dup_planned (const Issue *issue)
{
  g_autoptr (NstPlannedSource) planned =
      nst_planned_source_new (NST_SOURCE (nst_office_get_store (issue->office)), issue->change);
  NstRecord *record =
      nst_source_dup (NST_SOURCE (planned), nst_record_get_kind (issue->record)->name,
                      nst_record_get_id (issue->record));

  return record != NULL ? record : g_object_ref (issue->record);
}

/* The code makes each issue a file of its own, and lets a reader find the record. */
static void
put_code (Issue *issue)
{
  NstScheme *scheme = nst_office_get_scheme_of (issue->office, issue->record);
  g_autofree char *code = dup_code (issue);
  g_autoptr (NstRecord) card = nst_office_dup_card (issue->office);
  g_autofree char *base = nst_document_code_dup_base (nst_record_get_uuid (card));
  g_autoptr (GPtrArray) earlier = list_earlier (issue);
  NstPageCode first = { .version = earlier->len + 1, .page = 1 };

  nst_change_set (issue->change, issue->document, "code", code);
  if (g_strcmp0 (nst_record_get_text (card, "no_codes"), "1") == 0)
    return;
  g_strlcpy (first.base, base, sizeof first.base);
  g_strlcpy (first.code, code, sizeof first.code);
  issue->tree->code = nst_page_code_print (&first);
  issue->tree->code_line = g_strdup (nst_scheme_get_text (scheme, CODE_LINE));
}

static gboolean
prepare (Issue *issue, GError **error)
{
  g_autofree char *fields = NULL;
  g_autoptr (NstPages) pages = NULL;
  g_autoptr (NstRecord) planned = NULL;

  issue->number = dup_number (issue, error);
  if (issue->number == NULL)
    return FALSE;
  number_paper (issue);
  planned = dup_planned (issue);
  issue->tree = nst_documents_expand (issue->office, planned, issue->form, issue->number, NULL,
                                      &fields, error);
  if (issue->tree == NULL)
    return FALSE;
  put_code (issue);
  issue->frozen = g_strdup_printf ("<data form=\"%s\">\n%s</data>\n", issue->form, fields);
  pages = nst_documents_lay_out (issue->office, issue->tree);
  issue->n_pages = nst_pages_get_count (pages);
  issue->pdf = nst_pages_to_pdf (pages, error);
  return issue->pdf != NULL;
}

/**
 * nst_documents_issue_tree:
 * @office: an office
 * @record: what is printed
 * @form: code of the form: "D3"
 * @tree: (out) (optional) (transfer full): gets the document before it has pages
 * @error: (nullable): where to put what went wrong
 *
 * As nst_documents_issue() says.
 *
 * Returns: (transfer full) (nullable): the record of kind "document"
 */
NstRecord *
nst_documents_issue_tree (NstOffice *office, NstRecord *record, const char *form, NstTree **tree,
                          GError **error)
{
  Issue issue = { 0 };
  g_autoptr (NstRecord) document = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (NST_IS_OFFICE (office) && NST_IS_RECORD (record), NULL);
  issue.office = office;
  issue.record = record;
  issue.form = form;
  issue.change = nst_change_new (form);
  issue.document = nst_change_add (issue.change, "document", "form", form, NULL);
  if (prepare (&issue, error))
    {
      title = g_strdup_printf (_ ("Issue “%s”"), issue.tree->title);
      nst_change_set_title (issue.change, title);
      nst_change_set_sealed (issue.change, TRUE);
      nst_change_set_by_step (issue.change, TRUE);
      write_down (&issue);
      if (nst_store_apply (nst_office_get_store (office), issue.change, error))
        document = g_object_ref (issue.document);
    }
  if (document != NULL && tree != NULL)
    *tree = g_steal_pointer (&issue.tree);
  clear_issue (&issue);
  return g_steal_pointer (&document);
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
 * before is superseded and names the new one. An agreement or order without a number gets the
 * one that it is issued under, in the same change.
 *
 * Returns: (transfer full) (nullable): the record of kind "document"
 */
NstRecord *
nst_documents_issue (NstOffice *office, NstRecord *record, const char *form, GError **error)
{
  return nst_documents_issue_tree (office, record, form, NULL, error);
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
