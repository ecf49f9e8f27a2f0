/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the grammar of packs says of one element: its attributes, its inside, its values. */
#include "config.h"

#include "scheme/nst-pack-shape.h"

#include "scheme/nst-pack-words.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlregexp.h>
#include <string.h>

static gboolean
is_pattern (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/* The attribute of a node of the grammar, which owns it. */
static const char *
get_attribute (const xmlNode *node, const char *name)
{
  const xmlAttr *attr = xmlHasProp ((xmlNode *) node, BAD_CAST name);

  return attr != NULL && attr->children != NULL ? (const char *) attr->children->content : NULL;
}

static const xmlNode *
find_define (GHashTable *defines, const xmlNode *ref)
{
  const char *name = get_attribute (ref, "name");

  return name != NULL ? g_hash_table_lookup (defines, name) : NULL;
}

/* <choice><name>…</name></choice>: the names that one pattern of an attribute stands for. */
static gboolean
is_names (const xmlNode *node)
{
  const xmlNode *first = is_pattern (node, "choice") ? node->children : NULL;

  while (first != NULL && first->type != XML_ELEMENT_NODE)
    first = first->next;
  return first != NULL && is_pattern (first, "name");
}

static void
add_slot (GArray *slots, const xmlNode *pattern, gboolean required, gboolean repeated)
{
  NstShapeSlot slot = { get_attribute (pattern, "name"), pattern, required, repeated };

  if (slot.name != NULL && nst_shape_find (slots, slot.name) == NULL)
    g_array_append_val (slots, slot);
}

/* An attribute of one name, or of several that share their values. */
static void
add_attributes (GArray *slots, const xmlNode *pattern, gboolean required)
{
  add_slot (slots, pattern, required, FALSE);
  for (const xmlNode *names = pattern->children; names != NULL; names = names->next)
    for (const xmlNode *node = is_names (names) ? names->children : NULL; node != NULL;
         node = node->next)
      if (is_pattern (node, "name") && node->children != NULL)
        {
          NstShapeSlot slot = { (const char *) node->children->content, pattern, FALSE, FALSE };

          if (nst_shape_find (slots, slot.name) == NULL)
            g_array_append_val (slots, slot);
        }
}

static void
collect (NstShape *self, GHashTable *defines, const xmlNode *parent, gboolean required,
         gboolean repeated)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (is_pattern (node, "attribute"))
        add_attributes (self->attributes, node, required);
      else if (is_pattern (node, "element"))
        add_slot (self->elements, node, required, repeated);
      else if (is_pattern (node, "text"))
        self->words = TRUE;
      else if (is_pattern (node, "data") || is_pattern (node, "value"))
        self->value = parent;
      else if (is_pattern (node, "optional") || is_pattern (node, "choice"))
        collect (self, defines, node, FALSE, repeated);
      else if (is_pattern (node, "zeroOrMore"))
        collect (self, defines, node, FALSE, TRUE);
      else if (is_pattern (node, "oneOrMore"))
        collect (self, defines, node, required, TRUE);
      else if (is_pattern (node, "interleave") || is_pattern (node, "group"))
        collect (self, defines, node, required, repeated);
      else if (is_pattern (node, "ref") && find_define (defines, node) != NULL)
        collect (self, defines, find_define (defines, node), required, repeated);
    }
}

/*
 * @defines: name -> <define> of the grammar
 * @pattern: its <element>, or <start>
 *
 * Returns: (transfer full): what may stand in such an element
 */
NstShape *
nst_shape_new (GHashTable *defines, const xmlNode *pattern)
{
  NstShape *self = g_new0 (NstShape, 1);

  self->attributes = g_array_new (FALSE, FALSE, sizeof (NstShapeSlot));
  self->elements = g_array_new (FALSE, FALSE, sizeof (NstShapeSlot));
  collect (self, defines, pattern, TRUE, FALSE);
  return self;
}

/* Frees a shape. */
void
nst_shape_free (NstShape *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->attributes);
  g_array_unref (self->elements);
  g_free (self);
}

/* The slot of that name; it lives as long as the shape. */
const NstShapeSlot *
nst_shape_find (GArray *slots, const char *name)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const NstShapeSlot *slot = &g_array_index (slots, NstShapeSlot, i);

      if (strcmp (slot->name, name) == 0)
        return slot;
    }
  return NULL;
}

char *
nst_shape_dup_names (GArray *slots, const char *between)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? between : "",
                            g_array_index (slots, NstShapeSlot, i).name);
  return g_string_free (names, FALSE);
}

static gboolean
is_expression (const char *expression, const char *value)
{
  xmlRegexp *compiled = xmlRegexpCompile (BAD_CAST expression);
  gboolean fits = compiled != NULL && xmlRegexpExec (compiled, BAD_CAST value) == 1;

  xmlRegFreeRegexp (compiled);
  return fits;
}

/* The expression or the least length that a <data> asks for. */
static gboolean
fits_data (const xmlNode *data, const char *value)
{
  for (const xmlNode *node = data->children; node != NULL; node = node->next)
    if (is_pattern (node, "param") && node->children != NULL)
      {
        const char *content = (const char *) node->children->content;
        gboolean least = g_strcmp0 (get_attribute (node, "name"), "minLength") == 0;

        if (least ? value[strspn (value, " \t\r\n")] == '\0' : !is_expression (content, value))
          return FALSE;
      }
  return TRUE;
}

/* Whether the value is one of those that the pattern allows; a pattern without any allows all. */
gboolean
nst_shape_fits (GHashTable *defines, const xmlNode *pattern, const char *value)
{
  gboolean any = FALSE;

  for (const xmlNode *node = pattern->children; node != NULL; node = node->next)
    {
      gboolean fits = TRUE;

      if (is_names (node))
        continue;
      if (is_pattern (node, "value"))
        fits =
            node->children != NULL && strcmp ((const char *) node->children->content, value) == 0;
      else if (is_pattern (node, "data"))
        fits = fits_data (node, value);
      else if (is_pattern (node, "choice"))
        fits = nst_shape_fits (defines, node, value);
      else if (is_pattern (node, "ref") && find_define (defines, node) != NULL)
        fits = nst_shape_fits (defines, find_define (defines, node), value);
      else
        continue;
      any = TRUE;
      if (fits)
        return TRUE;
    }
  return !any;
}

/* The values that a pattern lists, and words for the types that it refers to. */
static guint
add_values (GHashTable *defines, const xmlNode *pattern, GString *words)
{
  guint n = 0;

  for (const xmlNode *node = pattern->children; node != NULL; node = node->next)
    if (is_names (node))
      continue;
    else if (is_pattern (node, "value") && node->children != NULL)
      g_string_append_printf (words, "%s%s", n++ > 0 ? ", " : "",
                              (const char *) node->children->content);
    else if (is_pattern (node, "choice"))
      n += add_values (defines, node, words);
    else if (is_pattern (node, "ref") && find_define (defines, node) != NULL)
      {
        const char *type = nst_pack_words_of_type (get_attribute (node, "name"));

        if (type != NULL)
          g_string_append (words, type);
        else
          n += add_values (defines, find_define (defines, node), words);
      }
  return n;
}

/* What may be written there, for people. */
char *
nst_shape_dup_words (GHashTable *defines, const xmlNode *pattern)
{
  const char *type = nst_pack_words_of_type (get_attribute (pattern, "name"));
  GString *words = g_string_new (type);
  g_autofree char *values = NULL;

  if (type != NULL || add_values (defines, pattern, words) == 0)
    return g_string_free (words, FALSE);
  values = g_string_free (words, FALSE);
  return g_strdup_printf (_ ("one of: %s"), values);
}
