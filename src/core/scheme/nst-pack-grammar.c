/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of packs: files held against pack.rng, faults in plain words. */
#include "config.h"

#include "scheme/nst-pack-grammar.h"

#include "scheme/nst-pack-shape.h"
#include "scheme/nst-pack.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#define GRAMMAR_FILE "pack.rng"

/* The grammar twice: compiled, to judge, and as it is written, to say what is wrong. */
typedef struct
{
  xmlDoc *doc;
  xmlRelaxNG *compiled;
  GHashTable *defines; /* name -> <define> */
  GHashTable *shapes;  /* <element> -> NstShape */
  NstShape *start;
} Grammar;

typedef struct
{
  Grammar *grammar;
  const char *file;
  GPtrArray *faults;
} Walk;

/* What libxml2 said first, when it is the only one to see a fault. */
typedef struct
{
  int line;
  char *words;
} Complaint;

#if LIBXML_VERSION >= 21200
typedef const xmlError XmlError;
#else
typedef xmlError XmlError;
#endif

static void
note_complaint_cb (void *data, XmlError *error)
{
  Complaint *complaint = data;

  if (complaint->words != NULL || error->message == NULL)
    return;
  complaint->line = error->line;
  complaint->words = g_strchomp (g_utf8_make_valid (error->message, -1));
}

static void
keep_silent_cb (void *data G_GNUC_UNUSED, XmlError *error G_GNUC_UNUSED)
{
}

/* The compiled grammar has a copy of its own: compiling takes the document apart. */
static gboolean
compile (Grammar *self, const char *path)
{
  g_autofree char *text = NULL;
  gsize size = 0;
  xmlRelaxNGParserCtxt *context;

  if (!g_file_get_contents (path, &text, &size, NULL))
    return FALSE;
  self->doc = xmlReadMemory (text, (int) size, GRAMMAR_FILE, NULL,
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  context = xmlRelaxNGNewMemParserCtxt (text, (int) size);
  xmlRelaxNGSetParserStructuredErrors (context, keep_silent_cb, NULL);
  self->compiled = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  return self->doc != NULL && self->compiled != NULL;
}

static void
list_defines (Grammar *self)
{
  const xmlNode *root = xmlDocGetRootElement (self->doc);

  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "start") == 0)
      g_hash_table_insert (self->defines, g_strdup (""), node);
    else if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "define") == 0)
      {
        xmlChar *name = xmlGetNoNsProp (node, BAD_CAST "name");

        g_hash_table_insert (self->defines, g_strdup ((const char *) name), node);
        xmlFree (name);
      }
  self->start = nst_shape_new (self->defines, g_hash_table_lookup (self->defines, ""));
}

static void
grammar_free (Grammar *self)
{
  g_clear_pointer (&self->start, nst_shape_free);
  g_clear_pointer (&self->shapes, g_hash_table_unref);
  g_clear_pointer (&self->defines, g_hash_table_unref);
  g_clear_pointer (&self->compiled, xmlRelaxNGFree);
  g_clear_pointer (&self->doc, xmlFreeDoc);
  g_free (self);
}

static Grammar *
grammar_new (void)
{
  g_autofree char *dir = nst_scheme_dup_data_dir ();
  g_autofree char *path = g_build_filename (dir, GRAMMAR_FILE, NULL);
  Grammar *self = g_new0 (Grammar, 1);

  self->defines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shapes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) nst_shape_free);
  if (compile (self, path))
    {
      list_defines (self);
      return self;
    }
  grammar_free (self);
  return NULL;
}

static const NstShape *
get_shape (Grammar *self, const xmlNode *pattern)
{
  NstShape *shape = g_hash_table_lookup (self->shapes, pattern);

  if (shape == NULL)
    {
      shape = nst_shape_new (self->defines, pattern);
      g_hash_table_insert (self->shapes, (gpointer) pattern, shape);
    }
  return shape;
}

/* Takes message and remedy. */
static void
add (Walk *self, const xmlNode *node, char *message, char *remedy)
{
  nst_fault_add (self->faults, self->file, (int) xmlGetLineNo (node), message, remedy)->form =
      TRUE;
}

static void
add_wrong_value (Walk *self, const xmlNode *node, const char *name, const char *value,
                 const xmlNode *pattern)
{
  g_autofree char *words = nst_shape_dup_words (self->grammar->defines, pattern);
  char *message;

  if (value[strspn (value, " \t\r\n")] == '\0')
    message = g_strdup_printf (_ ("“%s” of <%s> is empty"), name, (const char *) node->name);
  else
    message = g_strdup_printf (_ ("“%s” is not a value of “%s”"), value, name);
  add (self, node, message, g_strdup_printf (_ ("Write here: %s"), words));
}

static void
check_attribute (Walk *self, const xmlNode *node, const xmlAttr *attr, const NstShape *shape)
{
  const char *name = (const char *) attr->name;
  const NstShapeSlot *slot = attr->ns == NULL ? nst_shape_find (shape->attributes, name) : NULL;
  g_autofree char *known = NULL;
  xmlChar *value;

  if (slot == NULL)
    {
      known = nst_shape_dup_names (shape->attributes, ", ");
      add (self, node,
           g_strdup_printf (_ ("<%s> has an unknown attribute “%s”"), (const char *) node->name,
                            name),
           known[0] != '\0' ? g_strdup_printf (_ ("Correct or remove it; known here: %s"), known)
                            : g_strdup (_ ("Remove it; no attributes are known here")));
      return;
    }
  value = xmlNodeGetContent ((const xmlNode *) attr);
  if (!nst_shape_fits (self->grammar->defines, slot->pattern, (const char *) value))
    add_wrong_value (self, node, name, (const char *) value, slot->pattern);
  xmlFree (value);
}

static void
check_attributes (Walk *self, const xmlNode *node, const NstShape *shape)
{
  for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    check_attribute (self, node, attr, shape);
  for (guint i = 0; i < shape->attributes->len; i++)
    {
      const NstShapeSlot *slot = &g_array_index (shape->attributes, NstShapeSlot, i);
      g_autofree char *words = NULL;

      if (!slot->required || xmlHasProp ((xmlNode *) node, BAD_CAST slot->name) != NULL)
        continue;
      words = nst_shape_dup_words (self->grammar->defines, slot->pattern);
      add (self, node,
           g_strdup_printf (_ ("<%s> has no attribute “%s”"), (const char *) node->name,
                            slot->name),
           g_strdup_printf (_ ("Add %s=\"…\"; write there: %s"), slot->name, words));
    }
}

static void
add_unknown_element (Walk *self, const xmlNode *node, const NstShape *shape)
{
  g_autofree char *known = nst_shape_dup_names (shape->elements, ">, <");

  add (self, node,
       g_strdup_printf (_ ("<%s> has an unknown element <%s>"), (const char *) node->parent->name,
                        (const char *) node->name),
       known[0] != '\0' ? g_strdup_printf (_ ("Correct or remove it; known here: <%s>"), known)
                        : g_strdup (_ ("Remove it; no elements are known here")));
}

static gboolean
is_blank_text (const xmlNode *node)
{
  const char *text = (const char *) node->content;

  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/* Words where none may be, or none where they must be. */
static void
check_words (Walk *self, const xmlNode *node, const NstShape *shape)
{
  xmlChar *content;

  if (shape->words)
    return;
  if (shape->value != NULL)
    {
      content = xmlNodeGetContent (node);
      if (!nst_shape_fits (self->grammar->defines, shape->value, (const char *) content))
        add (self, node,
             g_strdup_printf (_ ("<%s> has no words in it"), (const char *) node->name),
             g_strdup (_ ("Write them or remove the element")));
      xmlFree (content);
      return;
    }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
        !is_blank_text (child))
      {
        add (self, node,
             g_strdup_printf (_ ("words stand in <%s> outside its elements"),
                              (const char *) node->name),
             g_strdup (_ ("Put them into an element or remove them")));
        return;
      }
}

static void check_element (Walk *self, const xmlNode *node, const xmlNode *pattern);

static void
check_elements (Walk *self, const xmlNode *node, const NstShape *shape)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const char *name = (const char *) child->name;
      const NstShapeSlot *slot;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      slot = child->ns == NULL ? nst_shape_find (shape->elements, name) : NULL;
      if (slot == NULL)
        {
          add_unknown_element (self, child, shape);
          continue;
        }
      if (!g_hash_table_add (seen, (gpointer) name) && !slot->repeated)
        add (self, child, g_strdup_printf (_ ("<%s> is there twice"), name),
             g_strdup_printf (_ ("Put both into one: <%s> has it once"),
                              (const char *) node->name));
      check_element (self, child, slot->pattern);
    }
  for (guint i = 0; i < shape->elements->len; i++)
    {
      const NstShapeSlot *slot = &g_array_index (shape->elements, NstShapeSlot, i);

      if (slot->required && !g_hash_table_contains (seen, slot->name))
        add (self, node,
             g_strdup_printf (_ ("<%s> has no <%s>"), (const char *) node->name, slot->name),
             g_strdup (_ ("Add it: the program cannot do without it")));
    }
}

static void
check_element (Walk *self, const xmlNode *node, const xmlNode *pattern)
{
  const NstShape *shape = get_shape (self->grammar, pattern);

  if (self->faults->len >= NST_PACK_MAX_FAULTS)
    return;
  check_attributes (self, node, shape);
  check_words (self, node, shape);
  check_elements (self, node, shape);
}

/* A file that an include names begins with a part or an entry, the pack itself with scheme. */
static void
check_root (Walk *self, const xmlNode *root, gboolean whole)
{
  const NstShapeSlot *slot = root->ns == NULL ? nst_shape_find (self->grammar->start->elements,
                                                                (const char *) root->name)
                                              : NULL;
  g_autofree char *known = NULL;

  if (whole && (slot == NULL || strcmp (slot->name, "scheme") != 0))
    add (self, root, g_strdup (_ ("this is not a scheme pack")),
         g_strdup (_ ("The first element must be <scheme>, without a namespace")));
  else if (slot == NULL)
    {
      known = nst_shape_dup_names (self->grammar->start->elements, ">, <");
      add (self, root,
           g_strdup_printf (_ ("a file cannot begin with <%s>"), (const char *) root->name),
           g_strdup_printf (_ ("Begin it with one of: <%s>"), known));
    }
  else
    check_element (self, root, slot->pattern);
}

static gboolean
is_valid (Grammar *self, xmlDoc *doc, Complaint *complaint)
{
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (self->compiled);
  int result;

  xmlRelaxNGSetValidStructuredErrors (context, note_complaint_cb, complaint);
  result = xmlRelaxNGValidateDoc (context, doc);
  xmlRelaxNGFreeValidCtxt (context);
  return result == 0;
}

static Grammar *
get_grammar (void)
{
  static gsize initialised = 0;
  static Grammar *grammar = NULL;

  if (g_once_init_enter (&initialised))
    {
      grammar = grammar_new ();
      g_once_init_leave (&initialised, 1);
    }
  return grammar;
}

/**
 * nst_pack_grammar_check:
 * @doc: a file of a pack, its includes not yet in their places
 * @file: its name
 * @whole: whether it must be a whole pack, not what an include puts in its place
 * @faults: (element-type NstFault): gets every fault of form
 *
 * libxml2 judges by the grammar; what it says is for programmers and ends at the first fault,
 * so the words come from a walk over the file beside the grammar. Not for two threads at once.
 *
 * Returns: whether the form is right
 */
gboolean
nst_pack_grammar_check (xmlDoc *doc, const char *file, gboolean whole, GPtrArray *faults)
{
  Grammar *grammar = get_grammar ();
  Walk walk = { grammar, file, faults };
  Complaint complaint = { 0, NULL };
  guint before = faults->len;

  if (grammar == NULL)
    {
      nst_fault_add (faults, GRAMMAR_FILE, 0, g_strdup (_ ("the grammar of packs is missing")),
                     g_strdup (_ ("Install the program again: its own data are missing")));
      return FALSE;
    }
  if (is_valid (grammar, doc, &complaint) &&
      (!whole || strcmp ((const char *) xmlDocGetRootElement (doc)->name, "scheme") == 0))
    return TRUE;
  check_root (&walk, xmlDocGetRootElement (doc), whole);
  if (faults->len == before)
    nst_fault_add (faults, file, complaint.line,
                   g_strdup_printf (_ ("this does not fit the form of packs: %s"),
                                    complaint.words != NULL ? complaint.words : "?"),
                   g_strdup (_ ("Compare the place with the guide to packs")))
        ->form = TRUE;
  g_free (complaint.words);
  return FALSE;
}
