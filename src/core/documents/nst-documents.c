/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a record to its pages: drafts and the list of forms. */
#include "config.h"

#include "documents/nst-documents.h"

#include "documents/nst-document-root.h"
#include "documents/nst-documents-private.h"
#include "documents/nst-expansion.h"
#include "documents/nst-layouter.h"
#include "documents/nst-template.h"
#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  return document;
}

/* Rules of grammar are read once an office. */
static NstGrammar *
get_grammar (NstOffice *office)
{
  static const char *const key = "nst-documents-grammar";
  NstGrammar *grammar = g_object_get_data (G_OBJECT (office), key);

  if (grammar == NULL)
    {
      grammar = nst_grammar_new (NULL);
      if (grammar != NULL)
        g_object_set_data_full (G_OBJECT (office), key, grammar, g_object_unref);
    }
  return grammar;
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
  NstRuleContext context = { 0 };
  g_autoptr (NstValue) root = NULL;
  NstTree *tree;

  if (document == NULL)
    return NULL;
  nst_office_get_context (office, &context);
  context.scheme = nst_office_get_scheme_of (office, record);
  root = nst_document_root_new (&context, record, document, form);
  nst_document_root_set_number (root, number);
  tree = nst_template_expand (document, root, get_grammar (office), missing, frozen, error);
  if (tree != NULL)
    {
      g_free (tree->date);
      tree->date =
          g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&context.today),
                           g_date_get_month (&context.today), g_date_get_day (&context.today));
    }
  return tree;
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
  return nst_layouter_run (tree);
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
  name = nst_template_expand_attribute (document, "file", root, get_grammar (office), NULL);
  if (name == NULL)
    name = g_strdup (form);
  clean_file_name (name);
  return g_strconcat (name, ".pdf", NULL);
}
