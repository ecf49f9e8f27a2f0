/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of a template where words stand, each with a name that lasts. */
#include "config.h"

#include "documents/nst-wording-form.h"

#include "documents/nst-wording-text.h"

#include <string.h>

typedef struct
{
  NstWordingForm *form;
  const NstWordingName *names;
  const char *block; /* way to the <use> around it, for names that a pack gives */
} Walk;

/* Elements that hold others: their way is part of the names of what they hold. */
static const char *const holders[] = { "if",     "for-each", "table", "grid",  "sign3", "row",
                                       "header", "corner",   "left",  "right", "use",   NULL };

static const struct
{
  const char *element;
  const char *attribute;
} worded[] = {
  { "ends", "left" },  { "ends", "right" },     { "sign1", "post" },
  { "sign1", "name" }, { "figure", "caption" },
};

static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) text);

  xmlFree (text);
  return copy;
}

static gboolean
is (const xmlNode *node, const char *name)
{
  return strcmp ((const char *) node->name, name) == 0;
}

static void
free_place (gpointer data)
{
  NstWordingPlace *place = data;

  g_free (place->node);
  g_free (place->element);
  g_free (place->needs);
  g_free (place->original);
  g_free (place->replaced);
  g_free (place->text);
  g_free (place);
}

static void
free_name (gpointer data)
{
  NstWordingName *name = data;

  g_free (name->name);
  g_free (name->path);
  g_free (name);
}

static void
push_name (Walk *self, const xmlNode *node, const char *name, const char *path)
{
  NstWordingName *entry;
  g_autofree char *called = dup_attribute (node, name);
  g_autofree char *meant = dup_attribute (node, path);

  if (called == NULL || meant == NULL)
    return;
  entry = g_new0 (NstWordingName, 1);
  entry->outer = self->names;
  entry->name = g_steal_pointer (&called);
  entry->path = g_steal_pointer (&meant);
  g_ptr_array_add (self->form->names, entry);
  self->names = entry;
}

/* A name that the pack gives lasts best; a block may be used more than once. */
static char *
make_node (const Walk *self, const xmlNode *node, const char *way)
{
  g_autofree char *id = dup_attribute (node, "id");
  char *name;

  if (id == NULL)
    return g_strdup (way);
  name = g_strconcat (self->block, "#", id, NULL);
  for (guint i = 2; nst_wording_form_find (self->form, name) != NULL; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s#%s.%u", self->block, id, i);
    }
  return name;
}

static void
add_place (Walk *self, xmlNode *node, const char *way, const char *attribute)
{
  NstWordingPlace *place;
  g_autofree char *text = nst_wording_text_from_node (node, attribute);
  g_autofree char *name = NULL;

  if (*text == '\0')
    return;
  place = g_new0 (NstWordingPlace, 1);
  name = make_node (self, node, way);
  place->node =
      attribute != NULL ? g_strconcat (name, "@", attribute, NULL) : g_steal_pointer (&name);
  place->element = g_strdup ((const char *) node->name);
  place->attribute = attribute;
  place->needs = dup_attribute (node, "needs");
  place->original = g_steal_pointer (&text);
  place->place = node;
  place->names = self->names;
  g_ptr_array_add (self->form->places, place);
}

/* As the template itself decides: a cell holds blocks, or a line of text. */
static gboolean
has_blocks (const xmlNode *node)
{
  static const char *const names[] = { "p", "h", "table", "grid", "hr", "ends", "use", NULL };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (g_strv_contains (names, (const char *) child->name) ||
          ((is (child, "if") || is (child, "for-each")) && has_blocks (child)))
        return TRUE;
    }
  return FALSE;
}

static void walk (Walk *self, xmlNode *parent, const char *way);

/* What is in a list is known inside of it only. */
static void
walk_holder (Walk *self, xmlNode *node, const char *way)
{
  const NstWordingName *names = self->names;
  const char *block = self->block;
  g_autofree char *inner = g_strconcat (way, "/", NULL);

  if (is (node, "use"))
    self->block = inner;
  if (is (node, "for-each"))
    push_name (self, node, "var", "in");
  walk (self, node, inner);
  self->block = block;
  if (is (node, "for-each"))
    self->names = names;
}

static void
walk_element (Walk *self, xmlNode *node, const char *way)
{
  if (is (node, "let"))
    push_name (self, node, "name", "value");
  else if (is (node, "p") || is (node, "h") || is (node, "title") ||
           (is (node, "cell") && !has_blocks (node)))
    add_place (self, node, way, NULL);
  else if (is (node, "cell") || g_strv_contains (holders, (const char *) node->name))
    walk_holder (self, node, way);
  for (guint i = 0; i < G_N_ELEMENTS (worded); i++)
    if (is (node, worded[i].element))
      add_place (self, node, way, worded[i].attribute);
}

static void
walk (Walk *self, xmlNode *parent, const char *way)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *kind = NULL;
      g_autofree char *own = NULL;
      g_autofree char *block = NULL;
      guint count;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      block = is (node, "use") ? dup_attribute (node, "block") : NULL;
      kind = block != NULL ? g_strconcat ("use.", block, NULL)
                           : g_strdup ((const char *) node->name);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind)) + 1;
      own = g_strdup_printf ("%s%s.%u", way, kind, count);
      g_hash_table_insert (counts, g_steal_pointer (&kind), GUINT_TO_POINTER (count));
      walk_element (self, node, own);
    }
}

/**
 * nst_wording_form_new:
 * @document: the <document> element of a template; must outlive the form
 *
 * Returns: (transfer full): its places, as the pack words them
 */
NstWordingForm *
nst_wording_form_new (xmlNode *document)
{
  NstWordingForm *self = g_new0 (NstWordingForm, 1);
  Walk start = { self, NULL, "" };

  self->document = document;
  self->places = g_ptr_array_new_with_free_func (free_place);
  self->names = g_ptr_array_new_with_free_func (free_name);
  walk (&start, document, "");
  return self;
}

/**
 * nst_wording_form_free:
 * @self: (nullable): a form
 */
void
nst_wording_form_free (NstWordingForm *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * nst_wording_form_find:
 * @self: a form
 * @node: name of a place
 *
 * Returns: (transfer none) (nullable): the place
 */
NstWordingPlace *
nst_wording_form_find (const NstWordingForm *self, const char *node)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      NstWordingPlace *place = g_ptr_array_index (self->places, i);

      if (strcmp (place->node, node) == 0)
        return place;
    }
  return NULL;
}

/**
 * nst_wording_form_add_lost:
 * @self: a form
 * @node: the name that a place had
 *
 * Another one may have its name by now, so it is called "lost.NAME".
 *
 * Returns: (transfer none): a place that the template no longer has
 */
NstWordingPlace *
nst_wording_form_add_lost (NstWordingForm *self, const char *node)
{
  NstWordingPlace *place = g_new0 (NstWordingPlace, 1);

  place->node = g_strconcat ("lost.", node, NULL);
  place->element = g_strdup ("");
  place->state = NST_WORDING_LOST;
  g_ptr_array_add (self->places, place);
  return place;
}

/**
 * nst_wording_place_may_go:
 * @place: a place
 *
 * Returns: whether the paper can do without it: paragraphs and headings, not what a table or a
 *   signature is made of, nor what has fields that it must have
 */
gboolean
nst_wording_place_may_go (const NstWordingPlace *place)
{
  return place->needs == NULL &&
         (strcmp (place->element, "p") == 0 || strcmp (place->element, "h") == 0);
}
