/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attributes and texts of a pack's elements, with faults where they are wrong. */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Takes the message. */
void
nst_reader_fault (NstReader *self, const xmlNode *node, char *message, const char *remedy)
{
  if (self->faults->len >= NST_PACK_MAX_FAULTS)
    {
      g_free (message);
      return;
    }
  nst_fault_add (self->faults, nst_pack_get_file_of (self->pack, node), (int) xmlGetLineNo (node),
                 message, g_strdup (remedy));
}

/* A fault of form: what the grammar has found is told once. Takes the message. */
void
nst_reader_form_fault (NstReader *self, const xmlNode *node, char *message, const char *remedy)
{
  if (nst_faults_has_form (self->faults, nst_pack_get_file_of (self->pack, node),
                           (int) xmlGetLineNo (node)))
    g_free (message);
  else
    nst_reader_fault (self, node, message, remedy);
}

gboolean
nst_reader_is (const xmlNode *node, const char *element)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, element) == 0;
}

static void
check_attributes (NstReader *self, const xmlNode *node, const char *const *attributes)
{
  for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    {
      g_autofree char *known = NULL;
      g_autofree char *remedy = NULL;

      if (g_strv_contains (attributes, (const char *) attr->name))
        continue;
      known = g_strjoinv (", ", (char **) attributes);
      remedy = known[0] != '\0'
                   ? g_strdup_printf (_ ("Correct or remove it; known here: %s"), known)
                   : g_strdup (_ ("Remove it; no attributes are known here"));
      nst_reader_form_fault (self, node,
                             g_strdup_printf (_ ("<%s> has an unknown attribute “%s”"),
                                              (const char *) node->name,
                                              (const char *) attr->name),
                             remedy);
    }
}

/* Only known attributes and elements; @elements NULL: whatever is inside is not looked at. */
void
nst_reader_check (NstReader *self, const xmlNode *node, const char *const *attributes,
                  const char *const *elements)
{
  check_attributes (self, node, attributes);
  for (const xmlNode *child = node->children; elements != NULL && child != NULL;
       child = child->next)
    {
      g_autofree char *known = NULL;
      g_autofree char *remedy = NULL;

      /* An include that is still there has its fault already. */
      if (child->type != XML_ELEMENT_NODE || nst_reader_is (child, "include") ||
          g_strv_contains (elements, (const char *) child->name))
        continue;
      known = g_strjoinv (">, <", (char **) elements);
      remedy = known[0] != '\0'
                   ? g_strdup_printf (_ ("Correct or remove it; known here: <%s>"), known)
                   : g_strdup (_ ("Remove it; no elements are known here"));
      nst_reader_form_fault (self, child,
                             g_strdup_printf (_ ("<%s> has an unknown element <%s>"),
                                              (const char *) node->name,
                                              (const char *) child->name),
                             remedy);
    }
}

/* NULL when it is missing or empty. */
char *
nst_reader_dup (const xmlNode *node, const char *attribute)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST attribute);
  char *text = value != NULL && value[0] != '\0' ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return text;
}

char *
nst_reader_dup_required (NstReader *self, const xmlNode *node, const char *attribute)
{
  char *text = nst_reader_dup (node, attribute);

  if (text == NULL)
    nst_reader_form_fault (self, node,
                           g_strdup_printf (_ ("<%s> has no attribute “%s”"),
                                            (const char *) node->name, attribute),
                           _ ("Add it: the program cannot do without it"));
  return text;
}

/* Words with spaces between; empty when it is missing. */
GStrv
nst_reader_dup_words (const xmlNode *node, const char *attribute)
{
  g_autofree char *text = nst_reader_dup (node, attribute);
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

gboolean
nst_reader_get_yes (NstReader *self, const xmlNode *node, const char *attribute)
{
  static const char *const choices[] = { "yes", "no", NULL };
  g_autofree char *value = nst_reader_dup (node, attribute);
  g_autofree char *choice = NULL;

  if (value == NULL)
    return FALSE;
  choice = nst_reader_dup_choice (self, node, attribute, choices);
  return g_strcmp0 (choice, "yes") == 0;
}

/* One of @choices; a fault and NULL when it is missing or another word. */
char *
nst_reader_dup_choice (NstReader *self, const xmlNode *node, const char *attribute,
                       const char *const *choices)
{
  g_autofree char *value = nst_reader_dup_required (self, node, attribute);
  g_autofree char *known = NULL;
  g_autofree char *remedy = NULL;

  if (value == NULL || g_strv_contains (choices, value))
    return g_steal_pointer (&value);
  known = g_strjoinv (", ", (char **) choices);
  remedy = g_strdup_printf (_ ("Write one of: %s"), known);
  nst_reader_form_fault (self, node,
                         g_strdup_printf (_ ("“%s” is not a value of “%s”"), value, attribute),
                         remedy);
  return NULL;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Everything inside, lines and indents of the file as one space; no-break spaces stay. */
char *
nst_reader_dup_text (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  GString *text = g_string_new (NULL);

  for (const char *p = (const char *) content; p != NULL && *p != '\0'; p++)
    if (!is_blank (*p))
      g_string_append_c (text, *p);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  xmlFree (content);
  return g_string_free (text, FALSE);
}

/* Texts of all children of that name. */
GStrv
nst_reader_dup_children (const xmlNode *node, const char *element)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, element))
      {
        g_autofree char *text = nst_reader_dup_text (child);

        g_strv_builder_add (texts, text);
      }
  return g_strv_builder_end (texts);
}

/* Text of the child of that name; NULL when there is none or it is empty. */
char *
nst_reader_dup_child (NstReader *self, const xmlNode *node, const char *element,
                      gboolean required)
{
  g_auto (GStrv) texts = nst_reader_dup_children (node, element);
  g_autofree char *all = g_strjoinv ("\n", texts);

  if (all[0] != '\0')
    return g_steal_pointer (&all);
  if (required)
    nst_reader_form_fault (self, node,
                           g_strdup_printf (_ ("<%s> has no <%s>"), (const char *) node->name,
                                            element),
                           _ ("Add it: the program cannot do without it"));
  return NULL;
}
