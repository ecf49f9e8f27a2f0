/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in one place of a template, as a line of XML with one space between words. */
#include "config.h"

#include "documents/nst-wording-text.h"

#include "scheme/nst-pack-parser.h"
#include "scheme/nst-scheme-loader.h"

#include <string.h>

/* So many words of both are held against each other; more are alike enough by then. */
#define MAX_WORDS 400

/* Line ends and indents of a file say nothing: they are spaces, and several are one. */
static void
add_text (GString *out, const char *text, gboolean attribute)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '&')
      g_string_append (out, "&amp;");
    else if (*p == '<')
      g_string_append (out, "&lt;");
    else if (*p == '>')
      g_string_append (out, "&gt;");
    else if (*p == '"' && attribute)
      g_string_append (out, "&quot;");
    else if (!g_ascii_isspace (*p))
      g_string_append_c (out, *p);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
}

static void add_nodes (GString *out, const xmlNode *first);

static void
add_element (GString *out, const xmlNode *node)
{
  g_string_append_printf (out, "<%s", (const char *) node->name);
  for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    {
      xmlChar *value = xmlNodeGetContent ((const xmlNode *) attr);

      g_string_append_printf (out, " %s=\"", (const char *) attr->name);
      add_text (out, (const char *) value, TRUE);
      g_string_append_c (out, '"');
      xmlFree (value);
    }
  if (node->children == NULL)
    {
      g_string_append (out, "/>");
      return;
    }
  g_string_append_c (out, '>');
  add_nodes (out, node->children);
  g_string_append_printf (out, "</%s>", (const char *) node->name);
}

static void
add_nodes (GString *out, const xmlNode *first)
{
  for (const xmlNode *node = first; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      add_text (out, (const char *) node->content, FALSE);
    else if (node->type == XML_ELEMENT_NODE)
      add_element (out, node);
}

/**
 * nst_wording_text_from_node:
 * @node: an element of a template
 * @attribute: (nullable): the attribute that holds the words; %NULL: they stand inside of it
 *
 * Returns: (transfer full): the words, with fields and marks as the template has them
 */
char *
nst_wording_text_from_node (const xmlNode *node, const char *attribute)
{
  GString *out = g_string_new (NULL);

  if (attribute == NULL)
    add_nodes (out, node->children);
  else
    {
      xmlChar *value = xmlGetNoNsProp (node, BAD_CAST attribute);

      add_text (out, value != NULL ? (const char *) value : "", FALSE);
      xmlFree (value);
    }
  return g_strchomp (g_string_free (out, FALSE));
}

/**
 * nst_wording_text_parse:
 * @text: words with fields and marks
 * @faults: (element-type NstFault): gets what is wrong
 *
 * Returns: (transfer full) (nullable): a document <block name="wording"><p>TEXT</p></block>
 */
xmlDoc *
nst_wording_text_parse (const char *text, GPtrArray *faults)
{
  char *whole = g_strdup_printf ("<block name=\"wording\"><p>%s</p></block>", text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (whole, strlen (whole));

  return nst_pack_parse (bytes, "wording", faults);
}

/**
 * nst_wording_text_dup_plain:
 * @node: an element
 *
 * Returns: (transfer full) (nullable): its words; %NULL when elements stand in it
 */
char *
nst_wording_text_dup_plain (const xmlNode *node)
{
  GString *out = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        g_string_free (out, TRUE);
        return NULL;
      }
    else if (child->content != NULL && child->type != XML_COMMENT_NODE)
      g_string_append (out, (const char *) child->content);
  return g_string_free (out, FALSE);
}

/**
 * nst_wording_text_put:
 * @node: an element of a template
 * @attribute: (nullable): as nst_wording_text_from_node() has it
 * @text: what shall stand there; nothing happens when it cannot be read
 */
void
nst_wording_text_put (xmlNode *node, const char *attribute, const char *text)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_fault_free);
  xmlDoc *doc = nst_wording_text_parse (text, faults);
  xmlNode *line = doc != NULL ? xmlFirstElementChild (xmlDocGetRootElement (doc)) : NULL;

  if (line != NULL && attribute != NULL)
    {
      g_autofree char *plain = nst_wording_text_dup_plain (line);

      if (plain != NULL)
        xmlSetProp (node, BAD_CAST attribute, BAD_CAST plain);
    }
  else if (line != NULL)
    {
      while (node->children != NULL)
        {
          xmlNode *child = node->children;

          xmlUnlinkNode (child);
          xmlFreeNode (child);
        }
      if (line->children != NULL)
        xmlAddChildList (node, xmlDocCopyNodeList (node->doc, line->children));
    }
  if (doc != NULL)
    xmlFreeDoc (doc);
}

/**
 * nst_wording_text_compare:
 * @one: words
 * @other: words
 *
 * Returns: how much of both is the same: 1 for all words, 0 for none
 */
double
nst_wording_text_compare (const char *one, const char *other)
{
  g_auto (GStrv) left = g_strsplit (one, " ", MAX_WORDS);
  g_auto (GStrv) right = g_strsplit (other, " ", MAX_WORDS);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_left = g_strv_length (left);
  guint n_right = g_strv_length (right);
  guint same = 0;

  for (guint i = 0; i < n_left; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, left[i]));

      g_hash_table_insert (counts, left[i], GUINT_TO_POINTER (count + 1));
    }
  for (guint i = 0; i < n_right; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, right[i]));

      if (count == 0)
        continue;
      same++;
      g_hash_table_insert (counts, right[i], GUINT_TO_POINTER (count - 1));
    }
  return n_left + n_right > 0 ? 2.0 * same / (n_left + n_right) : 1;
}
