/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a record to its pages: drafts and the list of forms. */
#include "config.h"

#include "documents/nst-documents.h"

#include "documents/nst-document-root.h"
#include "documents/nst-documents-private.h"
#include "documents/nst-expansion.h"
#include "documents/nst-layouter.h"
#include "documents/nst-pages-private.h"
#include "documents/nst-scope.h"
#include "documents/nst-template.h"
#include "documents/nst-wordings.h"
#include "model/nst-error.h"
#include "rules/nst-case-forms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an office keeps for its documents: rules of grammar, that they know the base, texts set
 * for print, type. */
#define GRAMMAR_KEY "nst-documents-grammar"
#define LEARNT_KEY "nst-documents-learnt"
#define TYPOGRAPHER_KEY "nst-documents-typographer"
#define PRESS_KEY "nst-documents-press"

/**
 * nst_document_form_free:
 * @self: (nullable): a form
 */
void
nst_document_form_free (NstDocumentForm *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->kind);
  g_free (self->title);
  g_free (self);
}

static void
free_form (gpointer data)
{
  nst_document_form_free (data);
}

static void
add_form (GPtrArray *forms, const char *code, const char *kind, const char *title)
{
  NstDocumentForm *form = g_new0 (NstDocumentForm, 1);

  form->code = g_strdup (code);
  form->kind = g_strdup (kind);
  form->title = g_strdup (title);
  g_ptr_array_add (forms, form);
}

/**
 * nst_documents_list_forms:
 * @office: an office
 * @kind: (nullable): kind of record to print from; %NULL for all forms, each with the kind
 *   that it is issued for
 *
 * Returns: (transfer full) (element-type NstDocumentForm): forms of the office's scheme
 */
GPtrArray *
nst_documents_list_forms (NstOffice *office, const char *kind)
{
  NstScheme *scheme = nst_office_get_scheme (office);
  GPtrArray *codes = nst_scheme_get_document_codes (scheme);
  GPtrArray *forms = g_ptr_array_new_with_free_func (free_form);

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      xmlNode *document = nst_scheme_get_document (scheme, code);
      g_autofree char *title = nst_expansion_dup_attribute (document, "title");
      g_autofree char *kinds = nst_expansion_dup_attribute (document, "kind");
      g_auto (GStrv) names = g_strsplit (kinds != NULL ? kinds : "", " ", -1);

      if (names[0] == NULL)
        continue;
      if (kind == NULL)
        add_form (forms, code, names[0], title);
      else if (g_strv_contains ((const char *const *) names, kind))
        add_form (forms, code, kind, title);
    }
  return forms;
}

/* A supplementary agreement is a paper of its own: the scheme says by which form it is printed.
 */
static gboolean
is_form_of (NstOffice *office, NstRecord *record, const char *form)
{
  NstScheme *scheme = nst_office_get_scheme_of (office, record);

  return strcmp (nst_record_get_kind (record)->name, "agreement") != 0 ||
         nst_record_get_ref (record, "supplements") == 0 ||
         g_strcmp0 (nst_scheme_get_limit (scheme, "form.supplement"), form) == 0;
}

/* The template's "when" says which records of a kind it is for. */
static gboolean
is_for (NstOffice *office, NstRecord *record, xmlNode *document, const char *form)
{
  g_autofree char *when = nst_expansion_dup_attribute (document, "when");
  NstRuleContext context = { 0 };
  g_autoptr (NstValue) root = NULL;
  NstScope *scope;
  gboolean holds;

  if (when == NULL)
    return is_form_of (office, record, form);
  nst_office_get_context (office, &context);
  context.scheme = nst_office_get_scheme_of (office, record);
  root = nst_document_root_new (&context, record, document, form);
  scope = nst_scope_new (root);
  holds = nst_scope_test (scope, when);
  nst_scope_free (scope);
  return holds;
}

/**
 * nst_documents_list_forms_of:
 * @office: an office
 * @record: what may be printed
 *
 * Returns: (transfer full) (element-type NstDocumentForm): forms that are for this record, the
 *   usual one first
 */
GPtrArray *
nst_documents_list_forms_of (NstOffice *office, NstRecord *record)
{
  NstScheme *scheme = nst_office_get_scheme_of (office, record);
  const char *kind = nst_record_get_kind (record)->name;
  GPtrArray *codes = nst_scheme_get_document_codes (scheme);
  GPtrArray *forms = g_ptr_array_new_with_free_func (free_form);

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      xmlNode *document = nst_scheme_get_document (scheme, code);
      g_autofree char *title = nst_expansion_dup_attribute (document, "title");
      g_autofree char *kinds = nst_expansion_dup_attribute (document, "kind");
      g_auto (GStrv) names = g_strsplit (kinds != NULL ? kinds : "", " ", -1);

      if (g_strv_contains ((const char *const *) names, kind) &&
          is_for (office, record, document, code))
        add_form (forms, code, kind, title);
    }
  return forms;
}

static xmlNode *
find_template (NstOffice *office, NstRecord *record, const char *form, GError **error)
{
  xmlNode *document = nst_scheme_get_document (nst_office_get_scheme_of (office, record), form);
  const NstKind *kind = nst_record_get_kind (record);
  g_autofree char *kinds = NULL;
  g_auto (GStrv) names = NULL;

  if (document == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("The scheme has no form “%s”. Choose one of its own."), form);
      return NULL;
    }
  kinds = nst_expansion_dup_attribute (document, "kind");
  names = g_strsplit (kinds != NULL ? kinds : "", " ", -1);
  if (!g_strv_contains ((const char *const *) names, kind->name))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("Form “%s” is not printed from “%s”. Open the record that it belongs to."),
                   form, g_dgettext (GETTEXT_PACKAGE, kind->label));
      return NULL;
    }
  if (!is_for (office, record, document, form))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("Form “%s” is for other records of this kind. Choose another form."), form);
      return NULL;
    }
  return nst_wordings_get_document (office, nst_office_get_scheme_of (office, record), form);
}

static void
store_changed_cb (NstStore *store G_GNUC_UNUSED, GVariant *records, gpointer office)
{
  GVariantIter iter;
  const char *kind;
  gint64 id;

  g_variant_iter_init (&iter, records);
  while (g_variant_iter_loop (&iter, "(&sx)", &kind, &id))
    if (strcmp (kind, "person") == 0)
      g_object_set_data (office, LEARNT_KEY, NULL);
}

/* Rules of grammar are read once an office; posts declined by hand whenever people changed.
 * The office keeps it; NULL when the dictionaries are not there. */
NstGrammar *
nst_documents_get_grammar (NstOffice *office)
{
  NstGrammar *grammar = g_object_get_data (G_OBJECT (office), GRAMMAR_KEY);
  NstStore *store = nst_office_get_store (office);

  if (grammar == NULL)
    {
      grammar = nst_grammar_new (NULL);
      if (grammar == NULL)
        return NULL;
      g_object_set_data_full (G_OBJECT (office), GRAMMAR_KEY, grammar, g_object_unref);
      g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), office, 0);
    }
  if (g_object_get_data (G_OBJECT (office), LEARNT_KEY) == NULL)
    {
      nst_case_forms_learn (grammar, NST_SOURCE (store));
      g_object_set_data (G_OBJECT (office), LEARNT_KEY, (gpointer) LEARNT_KEY);
    }
  return grammar;
}

static void
free_typographer (gpointer data)
{
  nst_typographer_free (data);
}

static NstTypographer *
get_typographer (NstOffice *office)
{
  NstTypographer *typographer = g_object_get_data (G_OBJECT (office), TYPOGRAPHER_KEY);

  if (typographer == NULL)
    {
      typographer = nst_typographer_new ();
      g_object_set_data_full (G_OBJECT (office), TYPOGRAPHER_KEY, typographer, free_typographer);
    }
  return typographer;
}

/**
 * nst_documents_expand:
 * @office: an office
 * @record: what is printed
 * @form: code of the form
 * @number: (nullable): under which it is issued; %NULL for a draft
 * @missing: (nullable) (element-type utf8): gets what prints as a rule
 * @frozen: (out) (optional): XML of every field read
 * @error: (nullable): where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the document before it has pages
 */
NstTree *
nst_documents_expand (NstOffice *office, NstRecord *record, const char *form, const char *number,
                      GPtrArray *missing, char **frozen, GError **error)
{
  xmlNode *document = find_template (office, record, form, error);

  return document != NULL ? nst_documents_expand_template (office, record, form, document, number,
                                                           missing, frozen, error)
                          : NULL;
}

/**
 * nst_documents_expand_template:
 * @office: an office
 * @record: what is printed
 * @form: code of the form
 * @document: its template, perhaps with words that are still being written
 * @number: (nullable): under which it is issued; %NULL for a draft
 * @missing: (nullable) (element-type utf8): gets what prints as a rule
 * @frozen: (out) (optional): XML of every field read
 * @error: (nullable): where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the document before it has pages
 */
NstTree *
nst_documents_expand_template (NstOffice *office, NstRecord *record, const char *form,
                               xmlNode *document, const char *number, GPtrArray *missing,
                               char **frozen, GError **error)
{
  NstRuleContext context = { 0 };
  g_autoptr (NstValue) root = NULL;
  NstTree *tree;

  nst_office_get_context (office, &context);
  context.scheme = nst_office_get_scheme_of (office, record);
  root = nst_document_root_new (&context, record, document, form);
  nst_document_root_set_number (root, number);
  tree = nst_template_expand (document, root, nst_documents_get_grammar (office),
                              get_typographer (office), missing, frozen, error);
  if (tree != NULL)
    {
      g_free (tree->date);
      tree->date =
          g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&context.today),
                           g_date_get_month (&context.today), g_date_get_day (&context.today));
    }
  return tree;
}

static void
free_press (gpointer data)
{
  nst_press_free (data);
}

/**
 * nst_documents_lay_out:
 * @office: an office; keeps the press, and with it words and paragraphs that were set before
 * @tree: a document
 *
 * On the thread of the office.
 *
 * Returns: (transfer full): its pages, with the margins that the office prints with
 */
NstPages *
nst_documents_lay_out (NstOffice *office, const NstTree *tree)
{
  NstPress *press = g_object_get_data (G_OBJECT (office), PRESS_KEY);
  g_autoptr (NstRecord) card = nst_office_dup_card (office);
  NstPages *pages;

  if (press == NULL)
    {
      press = nst_press_new (tree->family);
      g_object_set_data_full (G_OBJECT (office), PRESS_KEY, press, free_press);
    }
  pages = nst_layouter_run_on (press, tree);
  nst_pages_set_two_sided (pages, g_strcmp0 (nst_record_get_text (card, "two_sided"), "1") == 0);
  return pages;
}

/**
 * nst_documents_make:
 * @office: an office
 * @record: what is printed
 * @form: code of the form: "D3"
 * @missing: (out) (optional) (transfer full) (element-type utf8): what people call the
 *   fields that print as a rule, each once
 * @error: (nullable): %NST_INPUT_ERROR for an unknown form or a fault of its template
 *
 * A draft, made afresh each time.
 *
 * Returns: (transfer full) (nullable): its pages
 */
NstPages *
nst_documents_make (NstOffice *office, NstRecord *record, const char *form, GPtrArray **missing,
                    GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NstTree) tree = NULL;

  g_return_val_if_fail (NST_IS_OFFICE (office) && NST_IS_RECORD (record), NULL);
  tree = nst_documents_expand (office, record, form, NULL, fields, NULL, error);
  if (tree == NULL)
    return NULL;
  if (missing != NULL)
    *missing = g_steal_pointer (&fields);
  return nst_documents_lay_out (office, tree);
}

/**
 * nst_documents_list_doubts:
 * @office: an office
 * @record: what is printed
 * @form: code of the form
 * @error: (nullable): as nst_documents_make() says
 *
 * What DOCUMENTS 15.5 calls «check» and «ask»: the preview shows each with its phrase and a box
 * to correct it in; the correction is set in the field of the person that the doubt names.
 *
 * Returns: (transfer full) (nullable) (element-type NstDoubt): each once
 */
GPtrArray *
nst_documents_list_doubts (NstOffice *office, NstRecord *record, const char *form, GError **error)
{
  g_autoptr (NstTree) tree = NULL;

  g_return_val_if_fail (NST_IS_OFFICE (office) && NST_IS_RECORD (record), NULL);
  tree = nst_documents_expand (office, record, form, NULL, NULL, NULL, error);
  return tree != NULL ? g_ptr_array_ref (tree->doubts) : NULL;
}

/* What file systems forbid, and gaps that missing parts leave. */
static void
clean_file_name (char *name)
{
  char *to = name;

  g_strdelimit (name, "\\/:*?\"<>|\t\n ", '_');
  for (const char *p = name; *p != '\0'; p++)
    {
      if (*p == '_' && (to == name || to[-1] == '_'))
        continue;
      *to++ = *p;
    }
  while (to > name && to[-1] == '_')
    to--;
  *to = '\0';
}

/**
 * nst_documents_dup_file_name:
 * @office: an office
 * @record: what is printed
 * @form: code of the form
 *
 * Returns: (transfer full): a name for the file, "{kind}_{number}_{yyyy-mm-dd}.pdf"
 */
char *
nst_documents_dup_file_name (NstOffice *office, NstRecord *record, const char *form)
{
  xmlNode *document = find_template (office, record, form, NULL);
  NstRuleContext context = { 0 };
  g_autoptr (NstValue) root = NULL;
  g_autofree char *name = NULL;

  if (document == NULL)
    return g_strdup_printf ("%s.pdf", form);
  nst_office_get_context (office, &context);
  context.scheme = nst_office_get_scheme_of (office, record);
  root = nst_document_root_new (&context, record, document, form);
  name = nst_template_expand_attribute (document, "file", root,
                                        nst_documents_get_grammar (office), NULL);
  if (name == NULL)
    name = g_strdup (form);
  clean_file_name (name);
  return g_strconcat (name, ".pdf", NULL);
}
