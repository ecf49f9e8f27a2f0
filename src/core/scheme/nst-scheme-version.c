/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of packs side by side: their order, and how one scheme finds the others. */
#include "config.h"

#include "scheme/nst-scheme-version.h"

#include "scheme/nst-pack.h"

#include <libxml/xmlreader.h>
#include <string.h>

#define KEY_FAMILY "nst-scheme-family"

typedef struct
{
  NstSchemeFind find;
  gpointer user_data;
} Family;

/**
 * nst_scheme_version_compare:
 * @first: a version: numbers with full stops between them
 * @second: another one
 *
 * 2021.10 follows 2021.9; 2021 comes before 2021.1.
 *
 * Returns: less than 0 when @first is the older one, 0 when both are the same
 */
int
nst_scheme_version_compare (const char *first, const char *second)
{
  g_auto (GStrv) a = g_strsplit (first, ".", -1);
  g_auto (GStrv) b = g_strsplit (second, ".", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    {
      guint64 x = g_ascii_strtoull (a[i], NULL, 10);
      guint64 y = g_ascii_strtoull (b[i], NULL, 10);

      if (x != y)
        return x < y ? -1 : 1;
    }
  if (g_strv_length (a) != g_strv_length (b))
    return g_strv_length (a) < g_strv_length (b) ? -1 : 1;
  return strcmp (first, second);
}

/**
 * nst_scheme_version_dup_installed:
 * @id: name of a pack
 *
 * Reads no more than the beginning of its file: this is done whenever an office is opened.
 *
 * Returns: (transfer full) (nullable): the version that is installed
 */
char *
nst_scheme_version_dup_installed (const char *id)
{
  g_autofree char *schemes = nst_scheme_dup_data_dir ();
  g_autofree char *file = g_build_filename (schemes, id, NST_PACK_FILE, NULL);
  xmlTextReader *reader = NULL;
  xmlChar *version = NULL;
  char *copy;

  if (strchr (id, '/') == NULL && g_file_test (file, G_FILE_TEST_IS_REGULAR))
    reader =
        xmlReaderForFile (file, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  while (reader != NULL && version == NULL && xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      {
        version = xmlTextReaderGetAttribute (reader, BAD_CAST "version");
        break;
      }
  copy = g_strdup ((const char *) version);
  xmlFree (version);
  if (reader != NULL)
    xmlFreeTextReader (reader);
  return copy;
}

/**
 * nst_scheme_version_read:
 * @text: a pack in one text
 * @version: (out) (transfer full): its version
 * @extended: (out) (transfer full) (nullable): the pack that it extends
 *
 * Returns: whether the text is XML at all
 */
gboolean
nst_scheme_version_read (GBytes *text, char **version, char **extended)
{
  xmlDoc *doc = xmlReadMemory (g_bytes_get_data (text, NULL), (int) g_bytes_get_size (text), NULL,
                               NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  *version = NULL;
  *extended = NULL;
  if (root != NULL)
    {
      xmlChar *value = xmlGetNoNsProp (root, BAD_CAST "version");

      *version = g_strdup (value != NULL ? (const char *) value : "1");
      xmlFree (value);
    }
  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "extends") == 0 &&
        *extended == NULL)
      {
        xmlChar *value = xmlGetNoNsProp (node, BAD_CAST "pack");

        *extended = g_strdup ((const char *) value);
        xmlFree (value);
      }
  xmlFreeDoc (doc);
  return root != NULL;
}

/**
 * nst_scheme_set_family:
 * @self: a scheme
 * @find: (nullable): finds other versions and other schemes of the same office; %NULL when
 *   there are none
 * @user_data: for @find; must outlive the scheme's use
 */
void
nst_scheme_set_family (NstScheme *self, NstSchemeFind find, gpointer user_data)
{
  Family *family = NULL;

  g_return_if_fail (NST_IS_SCHEME (self));
  if (find != NULL)
    {
      family = g_new0 (Family, 1);
      family->find = find;
      family->user_data = user_data;
    }
  g_object_set_data_full (G_OBJECT (self), KEY_FAMILY, family, g_free);
}

/**
 * nst_scheme_has_family:
 * @self: a scheme
 *
 * Returns: whether its office has further schemes, or versions of this one
 */
gboolean
nst_scheme_has_family (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), FALSE);
  return g_object_get_data (G_OBJECT (self), KEY_FAMILY) != NULL;
}

/**
 * nst_scheme_find_version:
 * @self: a scheme
 * @id: (nullable): name of a pack
 * @version: (nullable): its version
 *
 * Returns: (transfer none): the scheme in that version; @self when it is meant, or when
 *   there is no such version
 */
NstScheme *
nst_scheme_find_version (NstScheme *self, const char *id, const char *version)
{
  const Family *family;
  NstScheme *found;

  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);

  family = g_object_get_data (G_OBJECT (self), KEY_FAMILY);
  if (family == NULL || id == NULL || version == NULL ||
      (g_strcmp0 (nst_scheme_get_id (self), id) == 0 &&
       g_strcmp0 (nst_scheme_get_version (self), version) == 0))
    return self;
  found = family->find (id, version, family->user_data);
  return found != NULL ? found : self;
}
