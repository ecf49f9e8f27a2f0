/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a template finds at its root: the record, limits and texts of the scheme, outcomes. */
#include "config.h"

#include "documents/nst-document-root.h"

#include "documents/nst-derived-private.h"
#include "documents/nst-expansion.h"
#include "documents/nst-outcome.h"
#include "documents/nst-scope.h"
#include "rules/nst-group-sides.h"

#include <string.h>

typedef struct
{
  NstRecordData data;
  NstRecord *record;
  NstRecord *program;
  NstRecord *report;
  char *form;
} Root;

static void
free_root (gpointer data)
{
  Root *root = data;

  g_object_unref (root->record);
  g_clear_object (&root->program);
  g_clear_object (&root->report);
  g_clear_pointer (&root->data.progress, nst_progress_free);
  g_object_unref (root->data.context.scheme);
  g_object_unref (root->data.context.source);
  g_free (root->form);
  g_free (root);
}

/* The newest report of the kind that the template prints. */
static NstRecord *
find_report (const Root *root, const char *kind)
{
  g_autoptr (GPtrArray) reports =
      nst_source_list_of (root->data.context.source, "report", "program", root->program);
  NstRecord *found = NULL;

  for (guint i = 0; i < reports->len; i++)
    {
      NstRecord *report = g_ptr_array_index (reports, i);

      if (g_strcmp0 (nst_record_get_text (report, "kind"), kind) == 0 &&
          (found == NULL || nst_record_get_id (report) > nst_record_get_id (found)))
        found = report;
    }
  return found != NULL ? g_object_ref (found) : NULL;
}

static NstValue *
make_limit (const char *text)
{
  if (text == NULL)
    return NULL;
  if (*text != '\0' && strspn (text, "0123456789") == strlen (text))
    return nst_value_new_number (g_ascii_strtoll (text, NULL, 10));
  return nst_value_new_text (text);
}

/* Every entry of a catalogue, for a form that is filled in by hand. */
static NstValue *
make_catalogue (const Root *root, const char *name, gboolean brief)
{
  NstCatalogue *catalogue = nst_scheme_get_catalogue (root->data.context.scheme, name);
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; catalogue != NULL && i < nst_catalogue_get_size (catalogue); i++)
    {
      const NstCatalogueEntry *entry = nst_catalogue_get_nth (catalogue, i);

      nst_value_append (list, nst_value_new_code (entry->code, brief && entry->short_title != NULL
                                                                   ? entry->short_title
                                                                   : entry->title));
    }
  return list;
}

static NstValue *
make_office (Root *root)
{
  g_autoptr (GPtrArray) offices =
      nst_source_list (root->data.context.source, "office", NULL, NULL);

  return offices->len > 0 ? nst_record_value_new (&root->data, offices->pdata[0]) : NULL;
}

static NstValue *
wrap (Root *root, NstRecord *record)
{
  return record != NULL ? nst_record_value_new (&root->data, record) : NULL;
}

static NstValue *
resolve (NstValue *object G_GNUC_UNUSED, const char *name, gpointer user_data)
{
  Root *root = user_data;

  if (g_str_has_prefix (name, "limit:"))
    return make_limit (
        nst_scheme_get_limit (root->data.context.scheme, name + strlen ("limit:")));
  if (g_str_has_prefix (name, "text:"))
    {
      const char *text = nst_scheme_get_text (root->data.context.scheme, name + strlen ("text:"));

      return text != NULL ? nst_value_new_text (text) : NULL;
    }
  if (g_str_has_prefix (name, "catalogue:"))
    return make_catalogue (root, name + strlen ("catalogue:"), FALSE);
  if (g_str_has_prefix (name, "short:"))
    return make_catalogue (root, name + strlen ("short:"), TRUE);
  if (strcmp (name, nst_record_get_kind (root->record)->name) == 0)
    return wrap (root, root->record);
  if (strcmp (name, "office") == 0)
    return make_office (root);
  if (strcmp (name, "program") == 0)
    return wrap (root, root->program);
  if (strcmp (name, "report") == 0)
    return wrap (root, root->report);
  if (strcmp (name, "today") == 0)
    return nst_value_new_date (&root->data.context.today);
  if (strcmp (name, "outcome") == 0 && root->program != NULL)
    return nst_outcome_new (&root->data, root->program, root->form);
  return NULL;
}

/* A report is printed as of its own day, whenever that is done. */
static void
set_day (Root *root)
{
  GDate day;

  g_date_clear (&day, 1);
  if (root->report != NULL && (nst_record_get_date (root->report, "as_of", &day) ||
                               nst_record_get_date (root->report, "issued_on", &day)))
    root->data.context.today = day;
}

/* What the template says, else the paper's own date, else the day that it is made. */
static void
set_own_day (Root *root, xmlNode *document, NstValue *self)
{
  g_autofree char *paths = nst_expansion_dup_attribute (document, "day");
  g_autoptr (NstScope) scope = paths != NULL ? nst_scope_new (self) : NULL;
  g_autoptr (NstValue) value = scope != NULL ? nst_scope_dup (scope, paths) : NULL;
  const GDate *day = value != NULL ? nst_value_get_date (value) : NULL;

  if (day != NULL)
    root->data.day = *day;
  else if (nst_kind_find_field (nst_record_get_kind (root->record), "date") == NULL ||
           !nst_record_get_date (root->record, "date", &root->data.day))
    root->data.day = root->data.context.today;
  /* An order says who was in a group on its own day, whatever has been ordered since. */
  if (strcmp (nst_record_get_kind (root->record)->name, "order") == 0)
    root->data.context.today = root->data.day;
}

/* Of a group, and of one of its people. */
static NstRecord *
dup_program_of (const NstRuleContext *context, NstRecord *record)
{
  g_autoptr (NstRecord) group = nst_derived_reports_dup_group (context, record);

  return group != NULL ? nst_group_sides_dup_program (context, group) : NULL;
}

/**
 * nst_document_root_new:
 * @context: scheme, source and the day
 * @record: what is printed
 * @document: the template
 * @form: its code
 *
 * The record stands under the name of its kind, and with it "program", "report", "today",
 * "outcome", "office", "limit:KEY", "text:KEY", "catalogue:NAME"
 * and "short:NAME". Values that are kept by date
 * are read as of the paper's own day: what the template's "day" names, else the record's date,
 * else the day it is made.
 *
 * Returns: (transfer full): an object that must outlive what templates take from it
 */
NstValue *
nst_document_root_new (const NstRuleContext *context, NstRecord *record, xmlNode *document,
                       const char *form)
{
  Root *root = g_new0 (Root, 1);
  NstValue *self;
  const char *kind = nst_record_get_kind (record)->name;
  g_autofree char *report = nst_expansion_dup_attribute (document, "report");

  root->data.context = *context;
  g_object_ref (root->data.context.scheme);
  g_object_ref (root->data.context.source);
  root->record = g_object_ref (record);
  root->form = g_strdup (form);
  if (strcmp (kind, "program") == 0)
    root->program = g_object_ref (record);
  else if (strcmp (kind, "member") == 0 || strcmp (kind, "group") == 0)
    root->program = dup_program_of (context, record);
  else if (nst_kind_find_field (nst_record_get_kind (record), "program") != NULL)
    root->program = nst_source_dup_ref (context->source, record, "program");
  if (strcmp (kind, "report") == 0)
    root->report = g_object_ref (record);
  else if (report != NULL && root->program != NULL)
    root->report = find_report (root, report);
  if (report != NULL)
    set_day (root);
  root->data.day = root->data.context.today;
  self = nst_value_new_lazy (resolve, NULL, root, free_root);
  set_own_day (root, document, self);
  return self;
}

/**
 * nst_document_root_set_number:
 * @self: made by nst_document_root_new()
 * @number: (nullable): what the document is issued under: "document.number"
 */
void
nst_document_root_set_number (NstValue *self, const char *number)
{
  NstValue *document = nst_value_new_object ();

  nst_value_set_text (document, "number", number);
  nst_value_take (self, "document", document);
}
