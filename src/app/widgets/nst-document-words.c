/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a preview says about a document: what is missing, what has been issued. */
#include "config.h"

#include "app/widgets/nst-document-words.h"

#include "app/widgets/nst-date.h"

#include <glib/gi18n.h>

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

/* The field as «Номер», with a link to the place where it is filled in. */
static char *
describe_missing (NstRecord *record, const char *missing)
{
  const char *hash = strchr (missing, '#');
  const char *slash = strchr (missing, '/');
  const char *name = hash != NULL ? hash + 1 : missing;
  const NstKind *kind = nst_record_get_kind (record);
  const NstField *field;
  g_autofree char *target = NULL;

  if (hash != NULL && slash != NULL && slash < hash)
    {
      g_autofree char *kind_name = g_strndup (missing, (gsize) (slash - missing));

      kind = nst_kinds_find (kind_name);
      target = g_strdup (missing);
    }
  field = kind != NULL ? nst_kind_find_field (kind, name) : NULL;
  if (field == NULL && kind != NULL && target == NULL)
    field = find_by_label (kind, name);
  if (field == NULL)
    return g_markup_escape_text (missing, -1);
  if (target == NULL)
    target = g_strdup_printf ("%s/%" G_GINT64_FORMAT "#%s", kind->name,
                              nst_record_get_id (record), field->name);
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", target,
                                  g_dgettext (GETTEXT_PACKAGE, field->label));
}

char *
nst_document_dup_missing (NstRecord *record, GPtrArray *missing)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; missing != NULL && i < missing->len; i++)
    {
      g_autofree char *one = describe_missing (record, g_ptr_array_index (missing, i));

      if (i > 0)
        g_string_append (markup, ", ");
      g_string_append (markup, one);
    }
  /* Translators: fields of a document that will be printed as a blank rule */
  return markup->len > 0 ? g_strdup_printf (_ ("Not filled in: %s"), markup->str) : NULL;
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
