/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office words a place of a form: checked against the pack, then one change. */
#include "config.h"

#include "documents/nst-wordings.h"

#include "documents/nst-wording-text.h"
#include "model/nst-error.h"
#include "scheme/nst-scheme-loader.h"
#include "scheme/nst-scheme-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer than any paragraph of a paper. */
#define MAX_BYTES 20000

static NstWordingForm *
open_form (NstOffice *office, const char *form, GError **error)
{
  NstWordingForm *self = nst_wordings_read (office, nst_office_get_scheme (office), form);

  if (self == NULL)
    g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                 _ ("The scheme has no form “%s”. Choose one of its own."), form);
  return self;
}

static NstWordingPlace *
find_place (const NstWordingForm *self, const char *form, const char *node, GError **error)
{
  NstWordingPlace *place = nst_wording_form_find (self, node);

  if (place == NULL)
    g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                 _ ("Form %s has no place “%s”. “wording list %s” tells its places."), form, node,
                 form);
  return place;
}

/* The message of the first fault, with the form and the place. */
static gboolean
refuse (const char *form, const char *node, const char *message, const char *remedy,
        GError **error)
{
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               _ ("The wording of form %s, “%s”, cannot be used: %s. %s."), form, node, message,
               remedy);
  return FALSE;
}

static gboolean
refuse_fault (const char *form, const char *node, GPtrArray *faults, GError **error)
{
  const NstFault *fault = g_ptr_array_index (faults, 0);

  return refuse (form, node, fault->message, fault->remedy, error);
}

/* The words as the template would hold them; what is left of line ends is gone. */
static char *
read_line (const char *form, const NstWordingPlace *place, const char *text, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_fault_free);
  xmlDoc *doc = nst_wording_text_parse (text, faults);
  g_autofree char *plain = NULL;
  char *line = NULL;
  xmlNode *element;

  if (doc != NULL)
    nst_scheme_check_line (doc, faults);
  if (faults->len > 0)
    refuse_fault (form, place->node, faults, error);
  else
    {
      element = xmlFirstElementChild (xmlDocGetRootElement (doc));
      plain = nst_wording_text_dup_plain (element);
      line = nst_wording_text_from_node (element, NULL);
    }
  if (doc != NULL)
    xmlFreeDoc (doc);
  if (line != NULL && *line == '\0')
    {
      refuse (form, place->node, _ ("it is empty"),
              _ ("Write what shall be printed, or restore the original"), error);
      g_clear_pointer (&line, g_free);
    }
  if (line != NULL && place->attribute != NULL && plain == NULL)
    {
      refuse (form, place->node, _ ("only words and fields can stand here"),
              _ ("Leave out what stands in <…>"), error);
      g_clear_pointer (&line, g_free);
    }
  return line;
}

/* A field is there when a path of it is: {exp.full_name|blank:60} is "exp.full_name". */
static gboolean
has_field (const char *text, const char *path)
{
  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{'))
    {
      g_autofree char *paths = g_strndup (p + 1, strcspn (p + 1, "|}"));
      g_auto (GStrv) parts = g_strsplit (paths, ",", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        if (strcmp (g_strstrip (parts[i]), path) == 0)
          return TRUE;
    }
  return FALSE;
}

static gboolean
check_needs (const char *form, const NstWordingPlace *place, const char *line, GError **error)
{
  g_auto (GStrv) needs = g_strsplit (place->needs != NULL ? place->needs : "", " ", -1);

  for (guint i = 0; needs[i] != NULL; i++)
    if (*needs[i] != '\0' && !has_field (line, needs[i]))
      {
        g_autofree char *message =
            g_strdup_printf (_ ("the paper must have the field {%s} here"), needs[i]);

        return refuse (form, place->node, message, _ ("Put the field back"), error);
      }
  return TRUE;
}

/* What the template of the pack itself is reproached with is not the office's fault. */
static gboolean
check_sense (NstScheme *scheme, const char *form, const NstWordingForm *self,
             const NstWordingPlace *place, const char *line, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_fault_free);
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  NstWordingForm *trial;
  NstWordingPlace *there;
  guint before;
  gboolean good = TRUE;

  xmlDocSetRootElement (doc, xmlDocCopyNode (self->document, doc, 1));
  nst_scheme_check_document (scheme, xmlDocGetRootElement (doc), faults);
  before = faults->len;
  trial = nst_wording_form_new (xmlDocGetRootElement (doc));
  there = nst_wording_form_find (trial, place->node);
  nst_wording_text_put (there->place, place->attribute, line);
  g_ptr_array_set_size (faults, 0);
  nst_scheme_check_document (scheme, xmlDocGetRootElement (doc), faults);
  if (faults->len > before)
    good = refuse_fault (form, place->node, faults, error);
  nst_wording_form_free (trial);
  xmlFreeDoc (doc);
  return good;
}

/* (transfer full): the line to keep, when it can be kept. */
static char *
check (NstOffice *office, const char *form, const NstWordingForm *self,
       const NstWordingPlace *place, const char *text, GError **error)
{
  g_autofree char *line = NULL;

  if (place->place == NULL)
    {
      refuse (form, place->node, _ ("the pack has no such place any more"),
              _ ("Restore the original, and word another place"), error);
      return NULL;
    }
  if (strlen (text) > MAX_BYTES)
    {
      refuse (form, place->node, _ ("it is too long"), _ ("Shorten it"), error);
      return NULL;
    }
  line = read_line (form, place, text, error);
  if (line == NULL || !check_needs (form, place, line, error) ||
      !check_sense (nst_office_get_scheme (office), form, self, place, line, error))
    return NULL;
  return g_steal_pointer (&line);
}

/* One more than any that a paper may have been issued with: none stands for two wordings. */
static guint
get_next_version (NstOffice *office, const char *code, const NstWordingForm *form)
{
  const char *scheme = nst_scheme_get_id (nst_office_get_scheme (office));
  g_autoptr (GPtrArray) issued =
      nst_source_list (NST_SOURCE (nst_office_get_store (office)), "document", "form", code);
  guint version = form->version;

  for (guint i = 0; i < issued->len; i++)
    if (g_strcmp0 (nst_record_get_text (issued->pdata[i], "scheme"), scheme) == 0)
      version = MAX (version, (guint) nst_record_get_int (issued->pdata[i], "template_version"));
  return version + 1;
}

static NstRecord *
dup_record (NstOffice *office, NstChange *change, const char *form, const NstWordingPlace *place)
{
  const char *scheme = nst_scheme_get_id (nst_office_get_scheme (office));

  if (place->record != 0)
    return nst_store_dup (nst_office_get_store (office), nst_kinds_find ("wording"),
                          place->record, NULL);
  return nst_change_add (change, "wording", "scheme", scheme, "form", form, NULL);
}

static void
plan (NstOffice *office, NstChange *change, const char *form, const NstWordingPlace *place,
      const char *text, gboolean left_out, guint version)
{
  g_autoptr (NstRecord) record = dup_record (office, change, form, place);

  if (record == NULL)
    return;
  if (place->original != NULL)
    nst_change_set (change, record, "node", place->node);
  nst_change_set (change, record, "text", text);
  nst_change_set (change, record, "left_out", left_out ? "1" : NULL);
  if (place->original != NULL)
    nst_change_set (change, record, "original", place->original);
  nst_change_set_int (change, record, "version", version);
}

static NstChange *
new_change (NstOffice *office, const char *form, const char *format)
{
  xmlNode *document = nst_scheme_get_document (nst_office_get_scheme (office), form);
  xmlChar *name = xmlGetNoNsProp (document, BAD_CAST "title");
  g_autofree char *title =
      g_strdup_printf ("%s: %s", format, name != NULL ? (const char *) name : form);
  NstChange *change = nst_change_new (title);

  nst_change_set_by_step (change, TRUE);
  xmlFree (name);
  return change;
}

/**
 * nst_wordings_check:
 * @office: an office
 * @form: code of a form of its scheme
 * @node: name of a place
 * @text: the words, with fields and marks as a template has them
 * @error: as nst_wordings_set() says
 *
 * Returns: whether nst_wordings_set() would take it
 */
gboolean
nst_wordings_check (NstOffice *office, const char *form, const char *node, const char *text,
                    GError **error)
{
  g_autoptr (NstWordingForm) self = open_form (office, form, error);
  NstWordingPlace *place = self != NULL ? find_place (self, form, node, error) : NULL;
  g_autofree char *line = place != NULL ? check (office, form, self, place, text, error) : NULL;

  return line != NULL;
}

/**
 * nst_wordings_set:
 * @office: an office
 * @form: code of a form of its scheme
 * @node: name of a place
 * @text: the words, with fields and marks as a template has them
 * @error: %NST_INPUT_ERROR with form, place and remedy when they cannot be printed,
 *   %NST_STORE_ERROR
 *
 * Words a place as the office likes; with the pack's own words as nst_wordings_restore(). Words
 * that the pack has worded anew since are taken for compared with it.
 *
 * Returns: %TRUE when it is done; nothing is changed otherwise
 */
gboolean
nst_wordings_set (NstOffice *office, const char *form, const char *node, const char *text,
                  GError **error)
{
  g_autoptr (NstWordingForm) self = open_form (office, form, error);
  NstWordingPlace *place = self != NULL ? find_place (self, form, node, error) : NULL;
  g_autofree char *line = place != NULL ? check (office, form, self, place, text, error) : NULL;
  g_autoptr (NstChange) change = NULL;

  if (line == NULL)
    return FALSE;
  if (strcmp (line, place->original) == 0)
    return nst_wordings_restore (office, form, node, error);
  if (place->state == NST_WORDING_CHANGED && g_strcmp0 (line, place->text) == 0)
    return TRUE;
  change = new_change (office, form, _ ("Wording"));
  plan (office, change, form, place, line, FALSE, get_next_version (office, form, self));
  return nst_store_apply (nst_office_get_store (office), change, error);
}

/**
 * nst_wordings_leave_out:
 * @office: an office
 * @form: code of a form of its scheme
 * @node: name of a paragraph or heading
 * @error: %NST_INPUT_ERROR for a place that the paper cannot do without, %NST_STORE_ERROR
 *
 * The paragraph is not printed.
 *
 * Returns: %TRUE when it is done
 */
gboolean
nst_wordings_leave_out (NstOffice *office, const char *form, const char *node, GError **error)
{
  g_autoptr (NstWordingForm) self = open_form (office, form, error);
  NstWordingPlace *place = self != NULL ? find_place (self, form, node, error) : NULL;
  g_autoptr (NstChange) change = NULL;

  if (place == NULL)
    return FALSE;
  if (!nst_wording_place_may_go (place))
    return refuse (form, node, _ ("the paper cannot do without it"), _ ("Word it otherwise"),
                   error);
  if (place->left_out && place->state == NST_WORDING_CHANGED)
    return TRUE;
  change = new_change (office, form, _ ("Paragraph left out"));
  plan (office, change, form, place, NULL, TRUE, get_next_version (office, form, self));
  return nst_store_apply (nst_office_get_store (office), change, error);
}

/**
 * nst_wordings_restore:
 * @office: an office
 * @form: code of a form of its scheme
 * @node: (nullable): name of a place; %NULL for all of the form
 * @error: %NST_INPUT_ERROR, %NST_STORE_ERROR
 *
 * The words of the pack are printed again, those of its present version.
 *
 * Returns: %TRUE when it is done, or nothing was worded otherwise
 */
gboolean
nst_wordings_restore (NstOffice *office, const char *form, const char *node, GError **error)
{
  g_autoptr (NstWordingForm) self = open_form (office, form, error);
  g_autoptr (NstChange) change = NULL;
  guint version;
  gboolean any = FALSE;

  if (self == NULL || (node != NULL && find_place (self, form, node, error) == NULL))
    return FALSE;
  change = new_change (office, form, _ ("Original wording"));
  version = get_next_version (office, form, self);
  for (guint i = 0; i < self->places->len; i++)
    {
      const NstWordingPlace *place = g_ptr_array_index (self->places, i);

      if (place->state == NST_WORDING_ORIGINAL ||
          (node != NULL && strcmp (node, place->node) != 0))
        continue;
      plan (office, change, form, place, NULL, FALSE, version);
      any = TRUE;
    }
  return !any || nst_store_apply (nst_office_get_store (office), change, error);
}
