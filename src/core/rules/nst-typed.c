/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a person types to the canonical text of a field, with the scheme's codes. */
#include "config.h"

#include "rules/nst-typed.h"

#include "model/nst-error.h"
#include "text/nst-due.h"

#include <glib/gi18n-lib.h>

/* A code itself, or the wording that the catalogue gives it. */
static const char *
find_code (NstCatalogue *catalogue, const char *typed)
{
  const NstCatalogueEntry *entry = nst_catalogue_find (catalogue, typed);

  if (entry == NULL)
    entry = nst_catalogue_find_title (catalogue, typed);
  return entry != NULL ? entry->code : NULL;
}

static gboolean
parse_code (NstScheme *scheme, const NstField *field, char **text, GError **error)
{
  NstCatalogue *catalogue = nst_scheme_get_catalogue (scheme, field->target);
  const char *code = catalogue != NULL ? find_code (catalogue, *text) : NULL;

  if (code == NULL && (catalogue == NULL || nst_catalogue_is_open (catalogue)))
    return TRUE;
  if (code == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("%s: the scheme knows no “%s”; choose one of its codes"), _ (field->label),
                   *text);
      return FALSE;
    }
  if (g_strcmp0 (code, *text) != 0)
    {
      g_free (*text);
      *text = g_strdup (code);
    }
  return TRUE;
}

static gboolean
parse_codes (NstScheme *scheme, const NstField *field, char **text, GError **error)
{
  g_auto (GStrv) codes = g_strsplit (*text, "\n", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    if (!parse_code (scheme, field, &codes[i], error))
      return FALSE;
  g_free (*text);
  *text = g_strjoinv ("\n", codes);
  return TRUE;
}

static gboolean
parse_due (char **text, GError **error)
{
  g_autoptr (NstDue) due = nst_due_from_canonical (*text, NULL);

  if (due == NULL)
    due = nst_due_parse (*text, error);
  if (due == NULL)
    return FALSE;
  g_free (*text);
  *text = nst_due_to_canonical (due);
  return TRUE;
}

/**
 * nst_typed_parse:
 * @scheme: whose catalogues give the codes
 * @field: a field
 * @typed: (nullable): what a person typed
 * @canonical: (out) (transfer full) (nullable): canonical text, %NULL when nothing was typed
 * @error: %NST_INPUT_ERROR names the field, what was typed and the remedy
 *
 * Days as 31.12.2022 or 2022-12-31, codes as codes or by their wording, schedules as phrases
 * («Декабрь 2021 г., апрель 2022 г.») or in their canonical form. Own wordings are kept
 * where the catalogue is open.
 *
 * Returns: whether it could be understood
 */
gboolean
nst_typed_parse (NstScheme *scheme, const NstField *field, const char *typed, char **canonical,
                 GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = nst_field_parse (field, typed, &local);

  *canonical = NULL;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (text == NULL)
    return TRUE;
  if (field->type == NST_FIELD_TYPE_CODE && !parse_code (scheme, field, &text, error))
    return FALSE;
  if (field->type == NST_FIELD_TYPE_CODES && !parse_codes (scheme, field, &text, error))
    return FALSE;
  if (field->type == NST_FIELD_TYPE_DUE && !parse_due (&text, error))
    return FALSE;
  *canonical = g_steal_pointer (&text);
  return TRUE;
}
