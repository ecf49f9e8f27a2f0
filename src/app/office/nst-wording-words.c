/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a template as people read them: fields by name, marks as they look. */
#include "config.h"

#include "app/office/nst-wording-words.h"

#include "documents/nst-wording-field.h"
#include "documents/nst-wording-text.h"
#include "scheme/nst-scheme-loader.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  NstScheme *scheme;
  const NstWordingForm *form;
  const NstWordingName *names;
  GPtrArray *words;
  guint depth;
  gboolean bold;
  gboolean italic;
} Walk;

static void
free_word (gpointer data)
{
  NstWordingWord *word = data;

  g_free (word->text);
  g_free (word->source);
  g_free (word);
}

/* Takes both. */
static void
add (Walk *self, char *text, char *source, guint depth)
{
  NstWordingWord *word = g_new0 (NstWordingWord, 1);

  word->text = text;
  word->source = source;
  word->depth = depth;
  word->bold = self->bold;
  word->italic = self->italic;
  g_ptr_array_add (self->words, word);
}

static void
add_plain (Walk *self, const char *text, gsize length)
{
  GString *plain = g_string_new_len (text, (gssize) length);

  g_string_replace (plain, "\u2029", "\n", 0);
  add (self, g_string_free (plain, FALSE), NULL, 0);
}

static void
add_text (Walk *self, const char *text)
{
  while (*text != '\0')
    {
      gsize plain = strcspn (text, "{");
      const char *end = strchr (text + plain, '}');

      if (text[plain] == '\0' || end == NULL)
        plain = strlen (text);
      if (plain > 0)
        add_plain (self, text, plain);
      text += plain;
      if (*text != '\0')
        {
          g_autofree char *field = g_strndup (text + 1, (gsize) (end - text - 1));
          g_autofree char *source = g_strdup_printf ("{%s}", field);

          add (self, nst_wording_field_describe (self->scheme, self->form, self->names, field),
               g_markup_escape_text (source, -1), 0);
          text = end + 1;
        }
    }
}

static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup (text != NULL ? (const char *) text : "");

  xmlFree (text);
  return copy;
}

/* <name a="…"> alone, or with the slash that ends it. */
static char *
dup_tag (const xmlNode *node, gboolean empty)
{
  GString *tag = g_string_new (NULL);

  g_string_append_printf (tag, "<%s", (const char *) node->name);
  for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    {
      g_autofree char *value = dup_attribute (node, (const char *) attr->name);
      g_autofree char *escaped = g_markup_escape_text (value, -1);

      g_string_append_printf (tag, " %s=\"%s\"", (const char *) attr->name, escaped);
    }
  g_string_append (tag, empty ? "/>" : ">");
  return g_string_free (tag, FALSE);
}

static void add_nodes (Walk *self, const xmlNode *first);

static char *
describe_opening (Walk *self, const xmlNode *node)
{
  gboolean condition = strcmp ((const char *) node->name, "if") == 0;
  g_autofree char *value = dup_attribute (node, condition ? "test" : "in");
  g_autofree char *words = NULL;

  if (strcmp ((const char *) node->name, "name") == 0)
    return g_strdup (_ ("not divided"));
  words = condition
              ? nst_wording_field_describe_test (self->scheme, self->form, self->names, value)
              : nst_wording_field_describe (self->scheme, self->form, self->names, value);
  return condition ? g_strdup_printf (_ ("if %s:"), words)
                   : g_strdup_printf (_ ("for each “%s”:"), words);
}

/* What stands between a beginning and its end is words again. */
static void
add_pair (Walk *self, const xmlNode *node)
{
  const NstWordingName *outer = self->names;
  g_autofree char *var = dup_attribute (node, "var");
  g_autofree char *in = dup_attribute (node, "in");
  NstWordingName name = { outer, var, in };
  guint depth = ++self->depth;

  add (self, describe_opening (self, node), dup_tag (node, FALSE), depth);
  if (*var != '\0')
    self->names = &name;
  add_nodes (self, node->children);
  self->names = outer;
  add (self, g_strdup (_ ("end")), g_strdup_printf ("</%s>", (const char *) node->name), depth);
}

static void
add_element (Walk *self, const xmlNode *node)
{
  const char *name = (const char *) node->name;
  gboolean *style = NULL;

  if (strcmp (name, "b") == 0)
    style = &self->bold;
  else if (strcmp (name, "i") == 0)
    style = &self->italic;
  if (style != NULL)
    {
      gboolean before = *style;

      *style = TRUE;
      add_nodes (self, node->children);
      *style = before;
    }
  else if (strcmp (name, "br") == 0)
    add (self, g_strdup ("\u2028"), NULL, 0);
  else if (strcmp (name, "box") == 0)
    add (self, g_strdup ("☐"), dup_tag (node, TRUE), 0);
  else if (strcmp (name, "blank") == 0)
    add (self, g_strdup (_ ("rule to write on")), dup_tag (node, TRUE), 0);
  else
    add_pair (self, node);
}

static void
add_nodes (Walk *self, const xmlNode *first)
{
  for (const xmlNode *node = first; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      add_element (self, node);
    else if (node->type == XML_TEXT_NODE)
      add_text (self, (const char *) node->content);
}

/**
 * nst_wording_words_new:
 * @scheme: a scheme
 * @form: a form of it
 * @place: a place of the form
 * @text: what stands there, as a template has it
 *
 * Returns: (transfer full) (element-type NstWordingWord): the same for people
 */
GPtrArray *
nst_wording_words_new (NstScheme *scheme, const NstWordingForm *form,
                       const NstWordingPlace *place, const char *text)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_fault_free);
  xmlDoc *doc = nst_wording_text_parse (text, faults);
  Walk walk = { .scheme = scheme, .form = form, .names = place->names };

  walk.words = g_ptr_array_new_with_free_func (free_word);
  if (doc == NULL)
    {
      add_plain (&walk, text, strlen (text));
      return walk.words;
    }
  add_nodes (&walk, xmlFirstElementChild (xmlDocGetRootElement (doc))->children);
  xmlFreeDoc (doc);
  return walk.words;
}

/**
 * nst_wording_words_dup_markup:
 * @words: (element-type NstWordingWord): words
 *
 * Returns: (transfer full): for a label; what is not typed stands out
 */
char *
nst_wording_words_dup_markup (GPtrArray *words)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const NstWordingWord *word = g_ptr_array_index (words, i);
      g_autofree char *text = g_markup_escape_text (word->text, -1);

      if (word->source != NULL)
        g_string_append_printf (markup,
                                "<span background=\"#3584e4\" background_alpha=\"18%%\">"
                                "\u202f%s\u202f</span>",
                                text);
      else
        g_string_append_printf (markup, "%s%s%s%s%s", word->bold ? "<b>" : "",
                                word->italic ? "<i>" : "", text, word->italic ? "</i>" : "",
                                word->bold ? "</b>" : "");
    }
  return g_string_free (markup, FALSE);
}

/**
 * nst_wording_words_dup_plain:
 * @words: (element-type NstWordingWord): words
 *
 * Returns: (transfer full): for those who hear them: fields in brackets
 */
char *
nst_wording_words_dup_plain (GPtrArray *words)
{
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const NstWordingWord *word = g_ptr_array_index (words, i);

      g_string_append_printf (plain, word->source != NULL ? "[%s]" : "%s", word->text);
    }
  return g_string_free (plain, FALSE);
}
