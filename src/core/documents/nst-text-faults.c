/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person should look at in the texts that were typed and are printed. */
#include "config.h"

#include "documents/nst-text-faults.h"

#include "documents/nst-documents-private.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST 60

typedef struct
{
  GPtrArray *found;
  NstScheme *scheme;
  gboolean scheme_text;
  GString *text;
} Reader;

/* Texts of the regulation stand as it has them. */
static gboolean
is_verbatim (NstScheme *scheme, const char *text)
{
  GPtrArray *activities = nst_plan_template_get_activities (nst_scheme_get_plan (scheme));

  for (guint i = 0; i < activities->len; i++)
    {
      const NstActivityTemplate *activity = g_ptr_array_index (activities, i);

      if (g_strcmp0 (activity->title, text) == 0 || g_strcmp0 (activity->responsible, text) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add (Reader *self, const char *what)
{
  g_autofree char *start =
      g_utf8_substring (self->text->str, 0, MIN (LONGEST, g_utf8_strlen (self->text->str, -1)));
  g_autofree char *line = NULL;

  line = g_strdup_printf ("%s: “%s%s”", what, start, strlen (start) < self->text->len ? "…" : "");
  if (!g_ptr_array_find_with_equal_func (self->found, line, g_str_equal, NULL))
    g_ptr_array_add (self->found, g_steal_pointer (&line));
}

static void
begin_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *element G_GNUC_UNUSED,
          const char **names, const char **values, gpointer user_data,
          GError **error G_GNUC_UNUSED)
{
  Reader *self = user_data;

  self->scheme_text = FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "name") == 0)
      self->scheme_text = strchr (values[i], ':') != NULL;
  g_string_truncate (self->text, 0);
}

static void
text_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *text, gsize length,
         gpointer user_data, GError **error G_GNUC_UNUSED)
{
  Reader *self = user_data;

  g_string_append_len (self->text, text, (gssize) length);
}

static void
end_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *element, gpointer user_data,
        GError **error G_GNUC_UNUSED)
{
  Reader *self = user_data;
  NstTextFault faults;

  if (strcmp (element, "field") != 0 || self->scheme_text)
    return;
  faults = nst_russian_text_faults (self->text->str);
  if (faults == 0 || is_verbatim (self->scheme, self->text->str))
    return;
  if ((faults & NST_TEXT_FAULT_SPACES) != 0)
    add (self, _ ("Two spaces together"));
  if ((faults & NST_TEXT_FAULT_MARK) != 0)
    add (self, _ ("A space before a comma or full stop"));
  if ((faults & NST_TEXT_FAULT_QUOTE) != 0)
    add (self, _ ("A quotation mark without its pair"));
}

/**
 * nst_text_faults_list:
 * @office: an office
 * @record: what is printed
 * @form: code of the form
 * @error: (nullable): as nst_documents_make() says
 *
 * Typed texts are printed as they are (DOCUMENTS 16.4, items 1 and 6); what looks wrong in them
 * is told, in words.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): each once
 */
GPtrArray *
nst_text_faults_list (NstOffice *office, NstRecord *record, const char *form, GError **error)
{
  static const GMarkupParser parser = { begin_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (NstTree) tree = NULL;
  g_autofree char *frozen = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { found, nst_office_get_scheme (office), FALSE, text };

  tree = nst_documents_expand (office, record, form, NULL, NULL, &frozen, error);
  if (tree == NULL)
    return NULL;
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  if (frozen != NULL && !g_markup_parse_context_parse (context, frozen, -1, error))
    return NULL;
  return g_steal_pointer (&found);
}
