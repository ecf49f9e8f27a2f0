/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a scheme of a pack, of the packs that it extends and of the common layer. */
#include "config.h"

#include "scheme/nst-scheme-loader-private.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const root_elements[] = {
  "title",       "summary", "extends",    "catalogues", "limits",       "texts",     "plan",
  "life-cycles", "rules",   "indicators", "documents",  "extra-fields", "deadlines", NULL
};

static void read_pack (NstReader *self, NstPack *pack);

static void
read_children (NstReader *self, const xmlNode *node, const char *element,
               void (*read) (NstReader *self, const xmlNode *node))
{
  static const char *const none[] = { NULL };
  const char *const elements[] = { element, NULL };

  nst_reader_check (self, node, none, elements);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, element))
      read (self, child);
}

static void
read_part (NstReader *self, const xmlNode *node)
{
  if (nst_reader_is (node, "catalogues"))
    read_children (self, node, "catalogue", nst_reader_read_catalogue);
  else if (nst_reader_is (node, "limits"))
    nst_reader_read_limits (self, node);
  else if (nst_reader_is (node, "texts"))
    nst_reader_read_texts (self, node);
  else if (nst_reader_is (node, "plan"))
    nst_reader_read_plan (self, node);
  else if (nst_reader_is (node, "life-cycles"))
    read_children (self, node, "life-cycle", nst_reader_read_life_cycle);
  else if (nst_reader_is (node, "rules"))
    nst_reader_read_rules (self, node);
  else if (nst_reader_is (node, "indicators"))
    nst_reader_read_indicators (self, node);
  else if (nst_reader_is (node, "documents"))
    nst_reader_read_documents (self, node);
  else if (nst_reader_is (node, "deadlines"))
    nst_reader_read_deadlines (self, node);
  else if (nst_reader_is (node, "extra-fields"))
    nst_reader_read_extra_fields (self, node);
}

/* The extended pack by its name; NULL and a fault when it cannot be had. */
static NstPack *
find_extended (NstReader *self, const xmlNode *extends, const char *id)
{
  g_autoptr (GBytes) text = NULL;
  g_autofree char *file = g_strconcat (id, "/" NST_PACK_FILE, NULL);
  guint before = self->faults->len;
  NstPack *pack = NULL;

  if (g_ptr_array_find_with_equal_func (self->chain, id, g_str_equal, NULL))
    {
      nst_reader_fault (self, extends,
                        g_strdup_printf (_ ("the pack extends itself by way of “%s”"), id),
                        _ ("Remove one <extends> of the circle"));
      return NULL;
    }
  if (self->lookup != NULL)
    text = self->lookup (id, self->user_data);
  if (text != NULL)
    pack = nst_pack_new_from_text (text, file, self->check, self->faults);
  else if (self->beside != NULL)
    pack = nst_pack_new_beside (self->beside, id, self->check, self->faults);
  if (pack == NULL && text == NULL && self->faults->len == before)
    pack = nst_pack_new_installed (id, self->check, self->faults, NULL);
  if (pack == NULL && text == NULL && self->faults->len == before)
    nst_reader_fault (self, extends, g_strdup_printf (_ ("there is no pack “%s”"), id),
                      _ ("Install the pack or correct its name"));
  return pack;
}

static void
read_extends (NstReader *self, const xmlNode *node)
{
  g_autofree char *id = nst_reader_dup_required (self, node, "pack");
  g_autoptr (GPtrArray) takes = nst_reader_read_takes (self, node);
  NstPack *own = self->pack;
  GHashTable *seen = self->seen;
  NstPack *pack = id != NULL ? find_extended (self, node, id) : NULL;

  if (pack == NULL)
    return;
  nst_scheme_take_pack (self->scheme, pack);
  g_ptr_array_add (self->takes, takes);
  read_pack (self, pack);
  g_ptr_array_set_size (self->takes, (int) self->takes->len - 1);
  self->pack = own;
  self->seen = seen;
  nst_reader_check_takes (self, takes);
}

static const xmlNode *
find_element (const xmlNode *root, const char *element)
{
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if (nst_reader_is (child, element))
      return child;
  return NULL;
}

/* First what the pack takes over, then what it says itself. */
static void
read_pack (NstReader *self, NstPack *pack)
{
  static const char *const attributes[] = { "id", "version", "subject-kind", NULL };
  const xmlNode *root = xmlDocGetRootElement (pack->doc);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const xmlNode *extends;

  self->pack = pack;
  self->seen = seen;
  if (!nst_reader_is (root, "scheme"))
    {
      nst_reader_form_fault (self, root, g_strdup (_ ("this is not a scheme pack")),
                             _ ("The first element must be <scheme>"));
      return;
    }
  nst_reader_check (self, root, attributes, root_elements);
  g_ptr_array_add (self->chain, pack->id);
  extends = find_element (root, "extends");
  if (extends != NULL)
    read_extends (self, extends);
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE || nst_reader_is (child, "include"))
        continue;
      if (!nst_reader_is_new (self, "part", (const char *) child->name, child))
        continue;
      read_part (self, child);
    }
  g_ptr_array_set_size (self->chain, (int) self->chain->len - 1);
}

/* What stands over the parts: name, version, titles. */
static void
read_head (NstReader *self, NstPack *pack)
{
  static const char *const subjects[] = { "TEAM", "PERSON", "TERRITORY", NULL };
  const xmlNode *root = xmlDocGetRootElement (pack->doc);
  gboolean common = strcmp (pack->id, NST_PACK_COMMON) == 0;
  g_autofree char *id = NULL;
  g_autofree char *version = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;

  self->pack = pack;
  if (!nst_reader_is (root, "scheme"))
    return;
  id = nst_reader_dup_required (self, root, "id");
  version = nst_reader_dup_required (self, root, "version");
  title = nst_reader_dup_child (self, root, "title", TRUE);
  summary = nst_reader_dup_child (self, root, "summary", FALSE);
  if (!common)
    subject = nst_reader_dup_choice (self, root, "subject-kind", subjects);
  nst_scheme_set_head (self->scheme, id, version, subject, title, summary);
}

/* The layer of the program itself, beneath every pack: a base hands out its own copy. */
static void
read_common (NstReader *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;
  NstPack *pack;

  if (self->lookup != NULL)
    text = self->lookup (NST_PACK_COMMON, self->user_data);
  if (text != NULL)
    pack = nst_pack_new_from_text (text, NST_PACK_COMMON "/" NST_PACK_FILE, FALSE, self->faults);
  else
    pack = nst_pack_new_installed (NST_PACK_COMMON, FALSE, self->faults, &error);
  if (pack == NULL)
    {
      if (error != NULL)
        nst_fault_add (self->faults, NST_PACK_COMMON "/" NST_PACK_FILE, 0,
                       g_strdup (error->message),
                       g_strdup (_ ("Install the program again: its own data are missing")));
      return;
    }
  nst_scheme_take_pack (self->scheme, pack);
  read_pack (self, pack);
}

/**
 * nst_scheme_make:
 * @pack: (transfer full): a pack
 * @lookup: (nullable): gives the common layer and packs that are extended; then the installed
 *   ones are looked at
 * @user_data: for @lookup
 * @beside: (nullable): a folder of packs; those that are extended are looked for there before
 *   the installed ones
 * @faults: (element-type NstFault): gets what is wrong
 *
 * A pack that is checked gets the checks of sense too which a pack that was taken in good order
 * does not need again.
 *
 * Returns: (transfer full): the scheme, to be used only when there are no faults
 */
NstScheme *
nst_scheme_make (NstPack *pack, NstPackLookup lookup, gpointer user_data, const char *beside,
                 GPtrArray *faults)
{
  g_autoptr (NstScheme) scheme = nst_scheme_new ();
  g_autoptr (GPtrArray) takes = g_ptr_array_new ();
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  NstReader reader = { 0 };
  guint shared;

  reader.scheme = scheme;
  reader.faults = faults;
  reader.takes = takes;
  reader.chain = chain;
  reader.lookup = lookup;
  reader.user_data = user_data;
  reader.check = pack->check;
  reader.beside = beside;
  if (g_strcmp0 (pack->id, NST_PACK_COMMON) != 0)
    read_common (&reader);
  shared = nst_scheme_get_document_codes (scheme)->len;
  nst_scheme_take_pack (scheme, pack);
  read_head (&reader, pack);
  read_pack (&reader, pack);
  nst_scheme_put_documents_last (scheme, shared);
  nst_scheme_derive_states (scheme);
  if (reader.check)
    nst_reader_check_sense (&reader, pack);
  nst_reader_resolve (&reader);
  if (reader.check)
    g_ptr_array_sort (faults, nst_fault_compare);
  g_clear_pointer (&reader.references, g_ptr_array_unref);
  return g_steal_pointer (&scheme);
}

/**
 * nst_scheme_load:
 * @text: a pack in one text, as a base or a package keeps it
 * @file_name: its name, for faults
 * @lookup: (nullable): gives the common layer ("common") and packs that it extends; what it
 *   does not have is looked for among the installed ones
 * @user_data: for @lookup
 * @faults: (out) (optional) (transfer full) (element-type NstFault): what is wrong with it
 * @error: %NST_INPUT_ERROR_INVALID with the first fault
 *
 * Returns: (transfer full) (nullable): the scheme, when nothing is wrong with the pack
 */
NstScheme *
nst_scheme_load (GBytes *text, const char *file_name, NstPackLookup lookup, gpointer user_data,
                 GPtrArray **faults, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_fault_free);
  g_autoptr (NstScheme) scheme = NULL;
  NstPack *pack;

  g_return_val_if_fail (text != NULL && file_name != NULL, NULL);

  pack = nst_pack_new_from_text (text, file_name, FALSE, found);
  if (pack != NULL)
    scheme = nst_scheme_make (pack, lookup, user_data, NULL, found);
  if (faults != NULL)
    *faults = g_ptr_array_ref (found);
  if (found->len == 0)
    return g_steal_pointer (&scheme);
  nst_scheme_faults_to_error (found, error);
  return NULL;
}
