/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an office words the forms of its scheme: found by place, also in newer packs. */
#include "config.h"

#include "documents/nst-wordings.h"

#include "documents/nst-wording-text.h"

#include <string.h>

/* What an office keeps, until its wordings change: templates that it words otherwise. */
#define KEY "nst-wordings"

/* So much must be the same for words of a newer pack to be those that were replaced. */
#define ALIKE 0.6
/* The same at the place of the same name. */
#define ALIKE_THERE 0.3

typedef struct
{
  xmlDoc *doc; /* NULL: printed as the pack has it */
  guint version;
} Worded;

typedef struct
{
  gboolean none;     /* the office has never changed a word */
  GHashTable *forms; /* <document> of a pack -> Worded */
} Kept;

static void
free_worded (gpointer data)
{
  Worded *worded = data;

  g_clear_pointer (&worded->doc, xmlFreeDoc);
  g_free (worded);
}

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_hash_table_unref (kept->forms);
  g_free (kept);
}

static void
changed_cb (NstStore *store G_GNUC_UNUSED, GVariant *records, gpointer office)
{
  GVariantIter iter;
  const char *kind;
  gint64 id;

  g_variant_iter_init (&iter, records);
  while (g_variant_iter_loop (&iter, "(&sx)", &kind, &id))
    if (strcmp (kind, "wording") == 0)
      g_object_set_data (office, KEY, NULL);
}

static Kept *
get_kept (NstOffice *office)
{
  Kept *kept = g_object_get_data (G_OBJECT (office), KEY);
  NstStore *store = nst_office_get_store (office);

  if (kept != NULL)
    return kept;
  kept = g_new0 (Kept, 1);
  kept->forms = g_hash_table_new_full (NULL, NULL, NULL, free_worded);
  kept->none = nst_source_count (NST_SOURCE (store), "wording", NULL, NULL) == 0;
  g_object_set_data_full (G_OBJECT (office), KEY, kept, free_kept);
  g_signal_handlers_disconnect_by_func (store, changed_cb, office);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), office, 0);
  return kept;
}

static gboolean
is_of_place (const char *node, const NstWordingPlace *place)
{
  const char *attribute = strchr (node, '@');
  const char *last = strrchr (node, '/');

  if (g_strcmp0 (attribute != NULL ? attribute + 1 : NULL, place->attribute) != 0)
    return FALSE;
  last = last != NULL ? last + 1 : node;
  return *last == '#' || strchr (place->node, '#') != NULL ||
         (g_str_has_prefix (last, place->element) && last[strlen (place->element)] == '.');
}

static gboolean
is_free (const NstWordingPlace *place)
{
  return place->record == 0 && place->state != NST_WORDING_LOST;
}

/* First the very words that were replaced, at their place or moved to another one. */
static NstWordingPlace *
find_same (const NstWordingForm *form, const char *node, const char *original)
{
  NstWordingPlace *there = nst_wording_form_find (form, node);

  if (there != NULL && is_free (there) && strcmp (there->original, original) == 0)
    return there;
  for (guint i = 0; i < form->places->len; i++)
    {
      NstWordingPlace *place = g_ptr_array_index (form->places, i);

      if (is_free (place) && is_of_place (node, place) && strcmp (place->original, original) == 0)
        return place;
    }
  return NULL;
}

/* Then a place that the pack itself has named, or whose words are much the same. */
static NstWordingPlace *
find_alike (const NstWordingForm *form, const char *node, const char *original)
{
  NstWordingPlace *there = nst_wording_form_find (form, node);
  NstWordingPlace *best = NULL;
  double most = ALIKE;

  if (there != NULL && is_free (there) &&
      (strchr (node, '#') != NULL ||
       nst_wording_text_compare (there->original, original) >= ALIKE_THERE))
    best = there;
  if (best != NULL)
    most = MAX (most, nst_wording_text_compare (best->original, original) + 0.2);
  for (guint i = 0; i < form->places->len && strchr (node, '#') == NULL; i++)
    {
      NstWordingPlace *place = g_ptr_array_index (form->places, i);
      double alike = is_free (place) && is_of_place (node, place)
                         ? nst_wording_text_compare (place->original, original)
                         : 0;

      if (alike >= most && place != best)
        {
          most = alike;
          best = place;
        }
    }
  return best;
}

static void
take (NstWordingPlace *place, NstRecord *record)
{
  const char *text = nst_record_get_text (record, "text");
  const char *original = nst_record_get_text (record, "original");

  place->record = nst_record_get_id (record);
  place->version = (guint) nst_record_get_int (record, "version");
  place->left_out = nst_record_get_bool (record, "left_out");
  place->text = g_strdup (text);
  place->replaced = g_strdup (original);
  if (place->original == NULL)
    place->state = NST_WORDING_LOST;
  else if (text == NULL && !place->left_out)
    place->state = NST_WORDING_ORIGINAL;
  else if (strcmp (place->original, original) != 0)
    place->state = NST_WORDING_OUTDATED;
  else
    place->state = NST_WORDING_CHANGED;
}

/* Sure ones first, so that none of them loses its place to one that is only alike. */
static void
match (NstWordingForm *form, GPtrArray *records)
{
  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < records->len; i++)
      {
        NstRecord *record = g_ptr_array_index (records, i);
        const char *node;
        const char *original;
        NstWordingPlace *place = NULL;

        if (record == NULL)
          continue;
        node = nst_record_get_text (record, "node");
        original = nst_record_get_text (record, "original");
        if (original == NULL)
          continue;
        if (round == 0)
          place = find_same (form, node, original);
        else if (round == 1)
          place = find_alike (form, node, original);
        else if (nst_record_get_text (record, "text") != NULL ||
                 nst_record_get_bool (record, "left_out"))
          place = nst_wording_form_add_lost (form, node);
        if (place == NULL)
          continue;
        take (place, record);
        g_ptr_array_index (records, i) = NULL;
      }
}

static GPtrArray *
list_records (NstOffice *office, NstScheme *scheme, const char *form)
{
  g_autoptr (GPtrArray) all =
      nst_source_list (NST_SOURCE (nst_office_get_store (office)), "wording", "form", form);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (nst_record_get_text (all->pdata[i], "scheme"), nst_scheme_get_id (scheme)) ==
        0)
      g_ptr_array_add (found, g_object_ref (all->pdata[i]));
  return found;
}

static NstWordingForm *
read_form (NstOffice *office, NstScheme *scheme, const char *code, xmlNode *document)
{
  NstWordingForm *form = nst_wording_form_new (document);
  g_autoptr (GPtrArray) owned = list_records (office, scheme, code);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < owned->len; i++)
    {
      guint version = (guint) nst_record_get_int (owned->pdata[i], "version");

      form->version = MAX (form->version, version);
      g_ptr_array_add (records, owned->pdata[i]);
    }
  match (form, records);
  return form;
}

/**
 * nst_wordings_read:
 * @office: an office
 * @scheme: one of its schemes, in any version
 * @form: code of a form
 *
 * Returns: (transfer full) (nullable): the places of the pack's template, and what the office
 *   has made of each; %NULL when the scheme has no such form
 */
NstWordingForm *
nst_wordings_read (NstOffice *office, NstScheme *scheme, const char *form)
{
  xmlNode *document = nst_scheme_get_document (scheme, form);

  return document != NULL ? read_form (office, scheme, form, document) : NULL;
}

static void
apply (const NstWordingForm *form)
{
  for (guint i = 0; i < form->places->len; i++)
    {
      NstWordingPlace *place = g_ptr_array_index (form->places, i);

      if (place->place == NULL)
        continue;
      if (place->text != NULL)
        nst_wording_text_put (place->place, place->attribute, place->text);
      if (place->left_out && nst_wording_place_may_go (place))
        {
          xmlUnlinkNode (place->place);
          xmlFreeNode (place->place);
          place->place = NULL;
        }
    }
}

static gboolean
is_worded (const NstWordingForm *form)
{
  for (guint i = 0; i < form->places->len; i++)
    {
      const NstWordingPlace *place = g_ptr_array_index (form->places, i);

      if (place->place != NULL && (place->text != NULL || place->left_out))
        return TRUE;
    }
  return FALSE;
}

static Worded *
make_worded (NstOffice *office, NstScheme *scheme, const char *code, xmlNode *document)
{
  Worded *self = g_new0 (Worded, 1);
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  NstWordingForm *form;

  xmlDocSetRootElement (doc, xmlDocCopyNode (document, doc, 1));
  form = read_form (office, scheme, code, xmlDocGetRootElement (doc));
  self->version = form->version;
  if (is_worded (form))
    {
      apply (form);
      self->doc = g_steal_pointer (&doc);
    }
  g_clear_pointer (&doc, xmlFreeDoc);
  nst_wording_form_free (form);
  return self;
}

static Worded *
get_worded (NstOffice *office, NstScheme *scheme, const char *form, xmlNode *document)
{
  Kept *kept = get_kept (office);
  Worded *worded;

  if (kept->none)
    return NULL;
  worded = g_hash_table_lookup (kept->forms, document);
  if (worded == NULL)
    {
      worded = make_worded (office, scheme, form, document);
      g_hash_table_insert (kept->forms, document, worded);
    }
  return worded;
}

/**
 * nst_wordings_get_document:
 * @office: an office
 * @scheme: the scheme that the paper follows
 * @form: code of a form
 *
 * The pack's own element unless the office words something otherwise.
 *
 * Returns: (transfer none) (nullable): the template to print by; valid until wordings change
 */
xmlNode *
nst_wordings_get_document (NstOffice *office, NstScheme *scheme, const char *form)
{
  xmlNode *document = nst_scheme_get_document (scheme, form);
  const Worded *worded = document != NULL ? get_worded (office, scheme, form, document) : NULL;

  return worded != NULL && worded->doc != NULL ? xmlDocGetRootElement (worded->doc) : document;
}

/**
 * nst_wordings_get_version:
 * @office: an office
 * @scheme: the scheme that the paper follows
 * @form: code of a form
 *
 * Returns: version of the office's wording of the form; 0 when it was never changed
 */
guint
nst_wordings_get_version (NstOffice *office, NstScheme *scheme, const char *form)
{
  xmlNode *document = nst_scheme_get_document (scheme, form);
  const Worded *worded = document != NULL ? get_worded (office, scheme, form, document) : NULL;

  return worded != NULL ? worded->version : 0;
}
