/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack as XML: parsed safely, its further files put in their places. */
#include "config.h"

#include "scheme/nst-pack.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* The greatest file and the greatest number of further files that a pack may have; the packs
 * that we know have a tenth of it. */
#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_FILES 64

static NstPack *
pack_new (const char *file, const char *dir)
{
  NstPack *self = g_new0 (NstPack, 1);

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

/* What stopped the parsing: the first error, later ones only follow from it. */
typedef struct
{
  gboolean doctype;
  int line;
  char *words;
} Stop;

#if LIBXML_VERSION >= 21200
typedef const xmlError XmlError;
#else
typedef xmlError XmlError;
#endif

static void
stop_at_error_cb (void *data, XmlError *error)
{
  xmlParserCtxt *context = data;
  Stop *stop = context->_private;

  if (stop->words != NULL || stop->doctype || error->level < XML_ERR_ERROR)
    return;
  stop->line = error->line;
  stop->words = g_strchomp (g_utf8_make_valid (error->message != NULL ? error->message : "", -1));
}

/* A document type could name files and entities: it ends the parsing. */
static void
stop_at_doctype_cb (void *data, const xmlChar *name G_GNUC_UNUSED,
                    const xmlChar *public_id G_GNUC_UNUSED,
                    const xmlChar *system_id G_GNUC_UNUSED)
{
  xmlParserCtxt *context = data;
  Stop *stop = context->_private;

  stop->doctype = TRUE;
  stop->line = context->input != NULL ? context->input->line : 1;
  xmlStopParser (context);
}

static void
add_parser_fault (const Stop *stop, const char *file, GPtrArray *faults)
{
  if (stop->doctype)
    nst_fault_add (faults, file, stop->line,
                   g_strdup (_ ("a document type (DOCTYPE) is not allowed")),
                   g_strdup (_ ("Remove the DOCTYPE; packs need none")));
  else
    nst_fault_add (faults, file, stop->line,
                   g_strdup_printf (_ ("this is not well-formed XML: %s"),
                                    stop->words != NULL ? stop->words : "?"),
                   g_strdup (_ ("Close every element and write & as &amp; and < as &lt;")));
}

/* Parses without network, entities and document type. */
static xmlDoc *
parse (GBytes *text, const char *file, GPtrArray *faults)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  Stop stop = { FALSE, 1, NULL };
  xmlParserCtxt *context;
  xmlDoc *doc;

  if (size == 0 || size > MAX_BYTES)
    {
      nst_fault_add (faults, file, 0,
                     size == 0 ? g_strdup (_ ("the file is empty"))
                               : g_strdup (_ ("the file is larger than 4 MiB")),
                     g_strdup (_ ("Choose the scheme.xml of a pack")));
      return NULL;
    }
  context = xmlNewParserCtxt ();
  context->_private = &stop;
  context->sax->internalSubset = stop_at_doctype_cb;
  context->sax->serror = stop_at_error_cb;
  doc = xmlCtxtReadMemory (context, data, (int) size, file, NULL,
                           XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR |
                               XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  if (doc == NULL || stop.doctype || stop.words != NULL)
    {
      add_parser_fault (&stop, file, faults);
      g_clear_pointer (&doc, xmlFreeDoc);
    }
  xmlFreeParserCtxt (context);
  g_free (stop.words);
  return doc;
}

/* The bytes of a file that could be a pack. */
GBytes *
nst_pack_read_file (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  gsize size;
  GStatBuf status;

  if (g_stat (path, &status) == 0 && (!S_ISREG (status.st_mode) || status.st_size > MAX_BYTES))
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
  nst_fault_add (faults, nst_pack_get_file_of (self, node), (int) xmlGetLineNo (node), message,
                 g_strdup (remedy));
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
  xmlDoc *doc;

  xmlFree (attribute);
  if (self->dir == NULL)
    add_include_fault (self, node, g_strdup (_ ("a text on its own cannot include files")),
                       _ ("Check the folder of the pack instead"), faults);
  else if (!is_inside (name))
    add_include_fault (self, node,
                       g_strdup_printf (_ ("“%s” is not a file inside the pack's folder"), name),
                       _ ("Name a file below the folder, such as documents/agreement.xml"),
                       faults);
  else if (g_hash_table_size (self->origins) >= MAX_FILES)
    add_include_fault (self, node, g_strdup (_ ("too many files are included")),
                       _ ("Put parts together, or look for a file that includes itself"), faults);
  else
    path = g_build_filename (self->dir, name, NULL);
  if (path == NULL)
    return NULL;
  text = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : nst_pack_read_file (path, NULL);
  if (text == NULL)
    {
      add_include_fault (self, node, g_strdup_printf (_ ("the file “%s” cannot be read"), name),
                         _ ("Put the file into the pack's folder or remove the include"), faults);
      return NULL;
    }
  *shown = g_strcmp0 (folder, ".") == 0 ? g_strdup (name) : g_build_filename (folder, name, NULL);
  doc = parse (text, *shown, faults);
  return doc;
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
      next = xmlNextElementSibling (node);
      if (strcmp ((const char *) node->name, "include") == 0)
        {
          node = replace_include (self, node, faults);
          if (node == NULL)
            continue;
        }
      if (depth > 0 && strcmp ((const char *) node->name, "document") != 0)
        expand_includes (self, node, depth - 1, faults);
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

/**
 * nst_pack_new_from_text:
 * @text: a pack in one text
 * @file: its name, for faults
 * @faults: (element-type NstFault): gets what is wrong with it
 *
 * Returns: (transfer full) (nullable): the pack, when it is XML at all
 */
NstPack *
nst_pack_new_from_text (GBytes *text, const char *file, GPtrArray *faults)
{
  g_autoptr (NstPack) self = pack_new (file, NULL);

  self->doc = parse (text, file, faults);
  if (self->doc == NULL)
    return NULL;
  expand_includes (self, xmlDocGetRootElement (self->doc), 1, faults);
  read_id (self);
  return g_steal_pointer (&self);
}

/**
 * nst_pack_new_from_dir:
 * @dir: folder of a pack
 * @file: how faults call its scheme.xml
 * @faults: (element-type NstFault): gets what is wrong with it
 * @error: when there is no readable scheme.xml
 *
 * Returns: (transfer full) (nullable): the pack with its further files in their places;
 *   %NULL without @error when faults say why
 */
NstPack *
nst_pack_new_from_dir (const char *dir, const char *file, GPtrArray *faults, GError **error)
{
  g_autoptr (NstPack) self = pack_new (file, dir);
  g_autofree char *path = g_build_filename (dir, NST_PACK_FILE, NULL);
  g_autoptr (GBytes) text = nst_pack_read_file (path, error);

  if (text == NULL)
    return NULL;
  self->doc = parse (text, file, faults);
  if (self->doc == NULL)
    return NULL;
  expand_includes (self, xmlDocGetRootElement (self->doc), 1, faults);
  read_id (self);
  return g_steal_pointer (&self);
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
