/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a preview says about a document: what is missing, what has been issued. */
#include "config.h"

#include "app/widgets/nst-document-words.h"

#include "app/widgets/nst-date.h"

#include <glib/gi18n.h>
#include <string.h>

/* A template tells what people call a field; its own record knows which one that is. */
static const NstField *
find_by_label (const NstKind *kind, const char *label)
{
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (g_str_equal (field->label, label) ||
        g_str_equal (g_dgettext (GETTEXT_PACKAGE, field->label), label))
      return field;
  return NULL;
}

/* How far from the record of a document a missing field is looked for. */
#define FARTHEST 3

/* Whether a title is made of something, and not of the words for having no number. */
static gboolean
has_title (NstRecord *record)
{
  const char *brace = strchr (nst_record_get_kind (record)->title, '{');
  g_auto (GStrv) names = NULL;

  if (brace == NULL)
    return TRUE;
  names = g_strsplit_set (brace + 1, "|}", -1);
  for (guint i = 0; names[i] != NULL && names[i][0] != '\0'; i++)
    if (nst_record_get_text (record, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_called (NstOffice *office, NstRecord *record, const char *title)
{
  const char *label = nst_record_get_kind (record)->label;
  g_autofree char *called =
      nst_steps_dup_title (nst_office_get_scheme_of (office, record), record);

  return g_strcmp0 (called, title) == 0 ||
         g_str_equal (g_dgettext (GETTEXT_PACKAGE, label), title);
}

static NstRecord *find_owner (NstOffice *office, NstRecord *record, const char *title,
                              const char *label, guint depth);

static NstRecord *
find_in_references (NstOffice *office, NstRecord *record, const char *title, const char *label,
                    guint depth)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (office));
  const NstKind *kind = nst_record_get_kind (record);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      g_autoptr (NstRecord) next = NULL;
      NstRecord *found;

      if (kind->fields[i].type != NST_FIELD_TYPE_REF)
        continue;
      next = nst_source_dup_ref (source, record, kind->fields[i].name);
      found = next != NULL ? find_owner (office, next, title, label, depth) : NULL;
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The agreement of a group is printed in its other papers, but no field leads to it. */
static NstRecord *
find_in_agreements (NstOffice *office, NstRecord *record, const char *title, const char *label)
{
  g_autoptr (GPtrArray) agreements = NULL;

  if (!g_str_equal (nst_record_get_kind (record)->name, "group"))
    return NULL;
  agreements = nst_source_list_of (NST_SOURCE (nst_office_get_store (office)), "agreement",
                                   "group", record);
  for (guint i = 0; i < agreements->len; i++)
    {
      NstRecord *found = find_owner (office, agreements->pdata[i], title, label, 0);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The record of which a document says that a field is missing: itself, or one that it leads to.
 */
static NstRecord *
find_owner (NstOffice *office, NstRecord *record, const char *title, const char *label,
            guint depth)
{
  NstRecord *found;

  if (find_by_label (nst_record_get_kind (record), label) != NULL &&
      is_called (office, record, title))
    return g_object_ref (record);
  if (depth == 0)
    return NULL;
  found = find_in_agreements (office, record, title, label);
  return found != NULL ? found : find_in_references (office, record, title, label, depth - 1);
}

/* «номер (соглашение)», «дата (группа 5-М)», or just «дата» of the record that is printed. */
static char *
dup_words (NstRecord *record, NstRecord *owner, const NstField *field)
{
  const char *label = g_dgettext (GETTEXT_PACKAGE, field->label);
  const char *kind = g_dgettext (GETTEXT_PACKAGE, nst_record_get_kind (owner)->label);
  g_autofree char *words = NULL;

  if (owner == record)
    return g_strdup (label);
  words = has_title (owner) ? g_strdup_printf ("%s %s", kind, nst_record_get_title (owner))
                            : g_strdup (kind);
  /* Translators: a field that is missing, and what it is a field of: «Date (Agreement 5)» */
  return g_strdup_printf (_ ("%s (%s)"), label, words);
}

/**
 * nst_document_missing_free:
 * @self: (transfer full): what is missing
 */
void
nst_document_missing_free (NstDocumentMissing *self)
{
  g_free (self->words);
  g_free (self->target);
  g_free (self);
}

/* A template says «title of the record: label of the field», for the record itself perhaps only
 * the label or the name; what is found leads to the place where it is filled in. */
static NstDocumentMissing *
describe_missing (NstOffice *office, NstRecord *record, const char *missing)
{
  NstDocumentMissing *found = g_new0 (NstDocumentMissing, 1);
  const char *colon = g_strrstr (missing, ": ");
  const char *name = colon != NULL ? colon + 2 : missing;
  g_autoptr (NstRecord) owner = NULL;
  const NstField *field;

  if (colon != NULL)
    {
      g_autofree char *title = g_strndup (missing, (gsize) (colon - missing));

      owner = find_owner (office, record, title, name, FARTHEST);
    }
  else
    owner = g_object_ref (record);
  field = owner != NULL ? find_by_label (nst_record_get_kind (owner), name) : NULL;
  if (field == NULL && owner != NULL)
    field = nst_kind_find_field (nst_record_get_kind (owner), name);
  if (field == NULL)
    {
      found->words = g_strdup (missing);
      return found;
    }
  found->words = dup_words (record, owner, field);
  found->target =
      g_strdup_printf ("%s/%" G_GINT64_FORMAT "#%s", nst_record_get_kind (owner)->name,
                       nst_record_get_id (owner), field->name);
  return found;
}

static void
free_missing (gpointer data)
{
  nst_document_missing_free (data);
}

/**
 * nst_document_list_missing:
 * @office: an office
 * @record: what is printed
 * @missing: (nullable) (element-type utf8): as nst_documents_make() names it
 *
 * Returns: (transfer full) (element-type NstDocumentMissing): the same in the words of a person
 */
GPtrArray *
nst_document_list_missing (NstOffice *office, NstRecord *record, GPtrArray *missing)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_missing);

  for (guint i = 0; missing != NULL && i < missing->len; i++)
    g_ptr_array_add (found, describe_missing (office, record, g_ptr_array_index (missing, i)));
  return found;
}

/**
 * nst_document_get_copies:
 * @office: an office
 * @record: what is printed
 * @form: code of the form
 *
 * The pack says it for a form (limit `copies.D5`) or for a kind of record (`agreement.copies`).
 *
 * Returns: how many copies are usually printed, 1 when nobody says
 */
guint
nst_document_get_copies (NstOffice *office, NstRecord *record, const char *form)
{
  NstScheme *scheme = nst_office_get_scheme_of (office, record);
  g_autofree char *own = g_strconcat ("copies.", form, NULL);
  g_autofree char *common = g_strconcat (nst_record_get_kind (record)->name, ".copies", NULL);
  const char *told = nst_scheme_get_limit (scheme, own);
  guint64 copies = 0;

  if (told == NULL)
    told = nst_scheme_get_limit (scheme, common);
  if (told == NULL || !g_ascii_string_to_unsigned (told, 10, 1, 99, &copies, NULL))
    return 1;
  return (guint) copies;
}

NstRecord *
nst_document_find_issued (NstOffice *office, NstRecord *record, const char *form)
{
  g_autoptr (GPtrArray) documents = NULL;
  NstRecord *found = NULL;

  documents = nst_source_list_linked (NST_SOURCE (nst_office_get_store (office)), "document",
                                      "subject", record);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      NstRecord *document = g_ptr_array_index (documents, i);
      const char *state = nst_record_get_text (document, "state");

      if (g_strcmp0 (nst_record_get_text (document, "form"), form) != 0 ||
          (g_strcmp0 (state, "ISSUED") != 0 && g_strcmp0 (state, "SIGNED") != 0))
        continue;
      if (found == NULL ||
          nst_record_get_int (document, "version") > nst_record_get_int (found, "version"))
        found = document;
    }
  return found != NULL ? g_object_ref (found) : NULL;
}

char *
nst_document_dup_issued (NstRecord *issued, gboolean as_draft)
{
  const char *number = nst_record_get_text (issued, "number");
  g_autofree char *link =
      g_markup_printf_escaped ("<a href=\"turn\">%s</a>",
                               as_draft ? _ ("Show the issued copy") : _ ("Show a fresh draft"));
  g_autofree char *shown = g_markup_escape_text (number != NULL ? number : "", -1);
  g_autofree char *day = NULL;
  GDate date;

  if (nst_record_get_date (issued, "date", &date))
    day = nst_date_to_label (&date);
  else
    day = g_strdup ("…");
  if (as_draft)
    return g_strdup_printf (_ ("A fresh draft; № %s of %s has been issued. %s"), shown, day,
                            link);
  return g_strdup_printf (_ ("Issued as № %s on %s and frozen. %s"), shown, day, link);
}
