/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack as XML: parsed safely, its further files put in their places. */
#include "config.h"

#include "scheme/nst-pack.h"

#include "model/nst-error.h"
#include "scheme/nst-pack-grammar.h"
#include "scheme/nst-pack-parser.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* The greatest number of further files that a pack may have; the packs that we know have a
 * tenth of it. */
#define MAX_FILES 64

static NstPack *
pack_new (const char *file, const char *dir, gboolean check)
{
  NstPack *self = g_new0 (NstPack, 1);

  self->check = check;
  self->file = g_strdup (file);
  self->dir = g_strdup (dir);
  self->origins = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

/* Frees a pack and its XML. */
void
nst_pack_free (NstPack *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->file);
  g_free (self->dir);
  g_clear_pointer (&self->doc, xmlFreeDoc);
  g_clear_pointer (&self->origins, g_hash_table_unref);
  g_free (self);
}

/* The bytes of a file that could be a pack. */
GBytes *
nst_pack_read_file (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  gsize size;
  GStatBuf status;

  if (g_stat (path, &status) == 0 &&
      (!S_ISREG (status.st_mode) || status.st_size > NST_PACK_MAX_BYTES))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s” is not a file of at most 4 MiB; choose the scheme.xml of a pack"),
                   path);
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &size, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), size);
}

/* Whether a relative name stays inside the pack's folder. */
static gboolean
is_inside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  if (name[0] == '\0' || g_path_is_absolute (name) || strchr (name, '\\') != NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] == '.' || parts[i][0] == '\0')
      return FALSE;
  return TRUE;
}

static void
add_include_fault (NstPack *self, const xmlNode *node, char *message, const char *remedy,
                   GPtrArray *faults)
{
  const char *file = nst_pack_get_file_of (self, node);
  int line = (int) xmlGetLineNo (node);

  /* An include without a name has its fault from the grammar. */
  if (nst_faults_has_form (faults, file, line))
    g_free (message);
  else
    nst_fault_add (faults, file, line, message, g_strdup (remedy));
}

/* Whether what the path leads to is below the folder, links followed. */
static gboolean
is_really_inside (const char *dir, const char *path)
{
  char *real_dir = realpath (dir, NULL);
  char *real_path = realpath (path, NULL);
  gsize length = real_dir != NULL ? strlen (real_dir) : 0;
  gboolean inside = real_path != NULL && length > 0 &&
                    strncmp (real_path, real_dir, length) == 0 && real_path[length] == '/';

  free (real_dir);
  free (real_path);
  return inside;
}

/* Whether the node is in the file already, itself or by way of others. */
static gboolean
is_circle (NstPack *self, const xmlNode *node, const char *shown)
{
  for (; node != NULL; node = node->parent)
    if (g_strcmp0 (g_hash_table_lookup (self->origins, node), shown) == 0)
      return TRUE;
  return strcmp (self->file, shown) == 0;
}

/* Whether the name may be followed; a fault when not. */
static gboolean
may_include (NstPack *self, const xmlNode *node, const char *name, const char *shown,
             GPtrArray *faults)
{
  if (self->dir == NULL)
    add_include_fault (self, node, g_strdup (_ ("a text on its own cannot include files")),
                       _ ("Check the folder of the pack instead"), faults);
  else if (!is_inside (name))
    add_include_fault (self, node,
                       g_strdup_printf (_ ("“%s” is not a file inside the pack's folder"), name),
                       _ ("Name a file below the folder, such as documents/agreement.xml"),
                       faults);
  else if (is_circle (self, node, shown))
    add_include_fault (self, node, g_strdup_printf (_ ("the file “%s” includes itself"), name),
                       _ ("Remove one <include> of the circle"), faults);
  else if (g_hash_table_size (self->origins) >= MAX_FILES)
    add_include_fault (self, node, g_strdup (_ ("too many files are included")),
                       _ ("Put parts together: a pack has at most 64 further files"), faults);
  else
    return TRUE;
  return FALSE;
}

/* Parses a file, and when the pack is checked holds it against the grammar. */
static xmlDoc *
parse_file (NstPack *self, GBytes *text, const char *file, GPtrArray *faults)
{
  xmlDoc *doc = nst_pack_parse (text, file, faults);

  if (doc != NULL && self->check)
    nst_pack_grammar_check (doc, file, strcmp (file, self->file) == 0, faults);
  return doc;
}

/* Parses what an include names; NULL and a fault when it cannot be taken. */
static xmlDoc *
parse_include (NstPack *self, xmlNode *node, char **shown, GPtrArray *faults)
{
  xmlChar *attribute = xmlGetNoNsProp (node, BAD_CAST "file");
  g_autofree char *name = g_strdup (attribute != NULL ? (const char *) attribute : "");
  g_autofree char *path = NULL;
  g_autofree char *folder = g_path_get_dirname (self->file);
  g_autoptr (GBytes) text = NULL;

  xmlFree (attribute);
  *shown = g_strcmp0 (folder, ".") == 0 ? g_strdup (name) : g_build_filename (folder, name, NULL);
  if (!may_include (self, node, name, *shown, faults))
    return NULL;
  path = g_build_filename (self->dir, name, NULL);
  text = is_really_inside (self->dir, path) ? nst_pack_read_file (path, NULL) : NULL;
  if (text == NULL)
    {
      add_include_fault (self, node, g_strdup_printf (_ ("the file “%s” cannot be read"), name),
                         _ ("Put the file into the pack's folder or remove the include"), faults);
      return NULL;
    }
  return parse_file (self, text, *shown, faults);
}

static xmlNode *
replace_include (NstPack *self, xmlNode *node, GPtrArray *faults)
{
  g_autofree char *shown = NULL;
  xmlDoc *doc = parse_include (self, node, &shown, faults);
  xmlNode *copy = NULL;

  if (doc != NULL && xmlDocGetRootElement (doc) != NULL)
    copy = xmlDocCopyNode (xmlDocGetRootElement (doc), self->doc, 1);
  g_clear_pointer (&doc, xmlFreeDoc);
  if (copy == NULL)
    return NULL;
  xmlReplaceNode (node, copy);
  xmlFreeNode (node);
  g_hash_table_insert (self->origins, copy, g_steal_pointer (&shown));
  return copy;
}

/* Parts and their entries may stand in files of their own; a document's inside may not. */
static void
expand_includes (NstPack *self, xmlNode *parent, guint depth, GPtrArray *faults)
{
  xmlNode *next;

  for (xmlNode *node = xmlFirstElementChild (parent); node != NULL; node = next)
    {
      guint below = depth > 0 ? depth - 1 : 0;
      gboolean deeper = depth > 0;

      next = xmlNextElementSibling (node);
      if (strcmp ((const char *) node->name, "include") == 0)
        {
          node = replace_include (self, node, faults);
          if (node == NULL)
            continue;
          /* A file may include further ones; circles end with a fault. */
          deeper = TRUE;
        }
      if (deeper && strcmp ((const char *) node->name, "document") != 0 &&
          strcmp ((const char *) node->name, "block") != 0)
        expand_includes (self, node, below, faults);
    }
}

static void
read_id (NstPack *self)
{
  xmlNode *root = xmlDocGetRootElement (self->doc);
  xmlChar *id = root != NULL ? xmlGetNoNsProp (root, BAD_CAST "id") : NULL;

  self->id = g_strdup (id != NULL ? (const char *) id : "");
  xmlFree (id);
}

/* Puts the further files in their places. */
static gboolean
fill (NstPack *self, GBytes *text, GPtrArray *faults)
{
  self->doc = parse_file (self, text, self->file, faults);
  if (self->doc == NULL)
    return FALSE;
  expand_includes (self, xmlDocGetRootElement (self->doc), 1, faults);
  read_id (self);
  return TRUE;
}

/**
 * nst_pack_new_from_text:
 * @text: a pack in one text
 * @file: its name, for faults
 * @check: whether to hold it against the grammar of packs
 * @faults: (element-type NstFault): gets what is wrong with it
 *
 * Returns: (transfer full) (nullable): the pack, when it is XML at all
 */
NstPack *
nst_pack_new_from_text (GBytes *text, const char *file, gboolean check, GPtrArray *faults)
{
  g_autoptr (NstPack) self = pack_new (file, NULL, check);

  return fill (self, text, faults) ? g_steal_pointer (&self) : NULL;
}

/**
 * nst_pack_new_from_dir:
 * @dir: folder of a pack
 * @file: how faults call its scheme.xml
 * @check: whether to hold its files against the grammar of packs
 * @faults: (element-type NstFault): gets what is wrong with it
 * @error: when there is no readable scheme.xml
 *
 * Returns: (transfer full) (nullable): the pack with its further files in their places;
 *   %NULL without @error when faults say why
 */
NstPack *
nst_pack_new_from_dir (const char *dir, const char *file, gboolean check, GPtrArray *faults,
                       GError **error)
{
  g_autoptr (NstPack) self = pack_new (file, dir, check);
  g_autofree char *path = g_build_filename (dir, NST_PACK_FILE, NULL);
  g_autoptr (GBytes) text = nst_pack_read_file (path, error);

  return text != NULL && fill (self, text, faults) ? g_steal_pointer (&self) : NULL;
}

/**
 * nst_pack_to_text:
 * @self: a pack
 *
 * Returns: (transfer full): the whole pack in one text, which is what a base keeps
 */
GBytes *
nst_pack_to_text (NstPack *self)
{
  xmlChar *data = NULL;
  int size = 0;
  GBytes *text;

  xmlDocDumpMemoryEnc (self->doc, &data, &size, "UTF-8");
  text = g_bytes_new (data, (gsize) MAX (size, 0));
  xmlFree (data);
  return text;
}

/**
 * nst_pack_get_file_of:
 * @self: a pack
 * @node: (nullable): a node of it
 *
 * Returns: (transfer none): the file that the node was written in
 */
const char *
nst_pack_get_file_of (NstPack *self, const xmlNode *node)
{
  for (; node != NULL; node = node->parent)
    {
      const char *file = g_hash_table_lookup (self->origins, node);

      if (file != NULL)
        return file;
    }
  return self->file;
}
