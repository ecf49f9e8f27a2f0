/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the templates of a pack name fields and filters that there are (docs/templates.md). */
#include "config.h"

#include "scheme/nst-scheme-private.h"
#include "scheme/nst-scheme-reader.h"
#include "scheme/nst-template-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *name;
  NstTemplateType type;
} Name;

typedef struct
{
  NstReader *reader;
  const xmlNode *document;
  const xmlNode *origin; /* where it is written: the document, or a block of the pack */
  gboolean foreign;      /* in a block of another pack: told at the line that uses it */
  GStrv kinds;
  GArray *names; /* element-type Name: of let and for-each */
  int line;
} Template;

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->name);
}

static void
push (Template *self, const char *name, NstTemplateType type)
{
  Name entry = { g_strdup (name), type };

  g_array_append_val (self->names, entry);
}

/* Takes the message; the line is where the field stands. */
static void
add (Template *self, char *message, const char *remedy)
{
  nst_fault_add (self->reader->faults, nst_pack_get_file_of (self->reader->pack, self->origin),
                 self->line, message, g_strdup (remedy));
}

static NstTemplateType
find_first (Template *self, const char *name)
{
  for (guint i = self->names->len; i-- > 0;)
    {
      const Name *entry = &g_array_index (self->names, Name, i);

      if (strcmp (entry->name, name) == 0)
        return entry->type;
    }
  return nst_template_names_find_root (self->reader->scheme, self->kinds, name);
}

static gboolean
is_literal (const char *path)
{
  return path[0] == '\'' || strspn (path, "0123456789") == strlen (path);
}

/* What a path leads to; a fault for the first name of it that is not known. */
static NstTemplateType
follow (Template *self, const char *path)
{
  static const NstTemplateType value = { NST_TEMPLATE_VALUE, NULL, NULL };
  g_auto (GStrv) words = NULL;
  NstTemplateType type;

  if (is_literal (path))
    return value;
  /* Keys of limits and texts have full stops in them. */
  words = g_strsplit (path, ".", strchr (path, ':') != NULL ? 1 : -1);
  type = find_first (self, words[0]);
  if (type.sort == NST_TEMPLATE_UNKNOWN && words[1] == NULL && strchr (path, ':') != NULL)
    {
      add (self, g_strdup_printf (_ ("the scheme has no “%s”"), path),
           _ ("Define the limit or the text, take it over or correct its key"));
      type.sort = NST_TEMPLATE_ANY;
      return type;
    }
  if (type.sort == NST_TEMPLATE_UNKNOWN)
    {
      add (self, g_strdup_printf (_ ("the template knows no “%s” of “%s”"), words[0], path),
           _ ("Begin with the kind of record, a name of <let> or <for-each>, limit: or text:"));
      type.sort = NST_TEMPLATE_ANY;
      return type;
    }
  for (guint i = 1; words[i] != NULL; i++)
    {
      type = nst_template_names_find (self->reader->scheme, type, words[i]);
      if (type.sort != NST_TEMPLATE_UNKNOWN)
        continue;
      add (self, g_strdup_printf (_ ("there is no field “%s” in “%s”"), words[i], path),
           _ ("Name a field of the record, or one that docs/templates.md tells of"));
      type.sort = NST_TEMPLATE_ANY;
      return type;
    }
  return type;
}

/* Several paths with commas between them: the first that is there. */
static NstTemplateType
check_paths (Template *self, const char *paths)
{
  g_auto (GStrv) parts = g_strsplit (paths, ",", -1);
  NstTemplateType first = { NST_TEMPLATE_ANY, NULL, NULL };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      NstTemplateType type = follow (self, g_strstrip (parts[i]));

      if (i == 0 || first.sort == NST_TEMPLATE_ANY)
        first = type;
    }
  return first;
}

/* "path", "not path", "path = 'CODE'", "path > 6". */
static void
check_comparison (Template *self, const char *condition)
{
  g_auto (GStrv) words = g_strsplit (condition, " ", 3);
  guint n = g_strv_length (words);

  if (n >= 2 && strcmp (words[0], "not") == 0)
    {
      check_comparison (self, condition + strlen ("not "));
      return;
    }
  if (n == 2 || n == 0 ||
      (n == 3 && strcmp (words[1], "=") != 0 && strcmp (words[1], "!=") != 0 &&
       strcmp (words[1], ">") != 0))
    add (self, g_strdup_printf (_ ("“%s” is not a condition of a template"), condition),
         _ ("Write: path, not path, path = 'CODE', path != 'CODE' or path > 6"));
  else
    check_paths (self, words[0]);
}

static void
check_condition (Template *self, const char *condition)
{
  g_auto (GStrv) ors = g_strsplit (condition, " or ", -1);

  for (guint i = 0; ors[i] != NULL; i++)
    {
      g_auto (GStrv) ands = g_strsplit (ors[i], " and ", -1);

      for (guint j = 0; ands[j] != NULL; j++)
        check_comparison (self, g_strstrip (ands[j]));
    }
}

/* The end of a part of a field: "|" outside of quotes. */
static const char *
find_bar (const char *text)
{
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    if (*text == '"')
      quoted = !quoted;
    else if (*text == '|' && !quoted)
      break;
  return text;
}

static void
check_filter (Template *self, const char *filter)
{
  g_autofree char *name = g_strndup (filter, strcspn (filter, ":"));

  if (!nst_template_names_is_filter (name))
    add (self, g_strdup_printf (_ ("there is no filter “%s”"), name),
         _ ("Correct it; docs/templates.md lists the filters"));
  else if (strcmp (name, "range") == 0 && filter[strlen (name)] == ':')
    check_paths (self, filter + strlen (name) + 1);
}

static void
check_field (Template *self, const char *field)
{
  const char *end = find_bar (field);
  g_autofree char *paths = g_strstrip (g_strndup (field, (gsize) (end - field)));

  check_paths (self, paths);
  while (*end == '|')
    {
      const char *start = end + 1;
      g_autofree char *filter = NULL;

      end = find_bar (start);
      filter = g_strstrip (g_strndup (start, (gsize) (end - start)));
      check_filter (self, filter);
    }
}

/* Text with {fields}; the line moves on with it. */
static void
check_text (Template *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;

      if (*p == '\n' && !self->foreign)
        self->line++;
      if (*p != '{')
        continue;
      if (end == NULL)
        {
          add (self, g_strdup_printf (_ ("a field has no closing brace: “%.40s”"), p),
               _ ("Write } after the field"));
          continue;
        }
      {
        g_autofree char *field = g_strndup (p + 1, (gsize) (end - p - 1));

        check_field (self, field);
      }
    }
}

static void
check_attribute_fields (Template *self, const xmlNode *node, const char *const *attributes)
{
  for (guint i = 0; attributes[i] != NULL; i++)
    {
      g_autofree char *text = nst_reader_dup (node, attributes[i]);
      int line = self->line;

      if (text != NULL)
        check_text (self, text);
      self->line = line;
    }
}

static void check_nodes (Template *self, const xmlNode *first);

static void
check_let (Template *self, const xmlNode *node)
{
  g_autofree char *name = nst_reader_dup (node, "name");
  g_autofree char *value = nst_reader_dup (node, "value");

  if (name != NULL && value != NULL)
    push (self, name, check_paths (self, value));
}

static void
check_each (Template *self, const xmlNode *node)
{
  static const NstTemplateType value = { NST_TEMPLATE_VALUE, NULL, NULL };
  g_autofree char *name = nst_reader_dup (node, "var");
  g_autofree char *path = nst_reader_dup (node, "in");
  static const char *const labels[] = { "label", NULL };
  guint depth = self->names->len;

  if (name != NULL && path != NULL)
    {
      g_autofree char *numbered = g_strconcat (name, "-number", NULL);
      g_autofree char *counted = g_strconcat (name, "-count", NULL);

      push (self, name, check_paths (self, path));
      push (self, numbered, value);
      push (self, counted, value);
    }
  check_attribute_fields (self, node, labels);
  check_nodes (self, node->children);
  g_array_set_size (self->names, depth);
}

/* What a block says is known by the names that its user has given. */
static void
check_use (Template *self, const xmlNode *node)
{
  g_autofree char *name = nst_reader_dup (node, "block");
  const xmlNode *block = name != NULL ? nst_scheme_get_block (self->reader->scheme, name) : NULL;
  Template outer = *self;

  if (block == NULL)
    return;
  if (block->doc == node->doc)
    self->origin = block;
  else
    self->foreign = TRUE;
  check_nodes (self, node->children);
  self->origin = outer.origin;
  self->foreign = outer.foreign;
  self->line = outer.line;
}

/* What a chart draws of each item. */
static void
check_series (Template *self, const xmlNode *node)
{
  g_autofree char *value = nst_reader_dup (node, "value");
  g_autofree char *whole = nst_reader_dup (node, "of");

  if (value != NULL)
    check_paths (self, value);
  if (whole != NULL)
    check_paths (self, whole);
}

static void
check_element (Template *self, const xmlNode *node)
{
  static const char *const ends[] = { "left", "right", NULL };
  static const char *const sign1[] = { "post", "name", NULL };
  static const char *const figure[] = { "caption", NULL };
  static const char *const tests[] = { "test", "verbatim-if", "keep-if", "heavy-if", NULL };

  if (!self->foreign)
    self->line = (int) xmlGetLineNo (node);
  for (guint i = 0; tests[i] != NULL; i++)
    {
      g_autofree char *condition = nst_reader_dup (node, tests[i]);

      if (condition != NULL)
        check_condition (self, condition);
    }
  if (nst_reader_is (node, "ends"))
    check_attribute_fields (self, node, ends);
  else if (nst_reader_is (node, "sign1"))
    check_attribute_fields (self, node, sign1);
  else if (nst_reader_is (node, "figure"))
    check_attribute_fields (self, node, figure);
  else if (nst_reader_is (node, "series"))
    check_series (self, node);
  if (nst_reader_is (node, "let"))
    check_let (self, node);
  else if (nst_reader_is (node, "for-each") || nst_reader_is (node, "figure"))
    check_each (self, node);
  else if (nst_reader_is (node, "use"))
    check_use (self, node);
  else
    check_nodes (self, node->children);
}

static void
check_nodes (Template *self, const xmlNode *first)
{
  for (const xmlNode *node = first; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      check_element (self, node);
    else if (node->type == XML_TEXT_NODE && node->content != NULL)
      check_text (self, (const char *) node->content);
    else if (node->type == XML_COMMENT_NODE && node->content != NULL)
      for (const xmlChar *p = node->content; *p != '\0'; p++)
        self->line += *p == '\n' && !self->foreign;
}

/*
 * Says which fields, filters and conditions of a template cannot be: at printing they would
 * leave a blank that nobody can fill.
 */
void
nst_reader_check_template (NstReader *self, const xmlNode *document)
{
  static const char *const attributes[] = { "name", "author", "subject", "file", NULL };
  g_auto (GStrv) kinds = nst_reader_dup_words (document, "kind");
  g_autofree char *day = nst_reader_dup (document, "day");
  g_autofree char *when = nst_reader_dup (document, "when");
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  Template template = {
    self, document, document, FALSE, kinds, names, (int) xmlGetLineNo (document)
  };
  guint before = self->faults->len;

  g_array_set_clear_func (names, clear_name);
  /* Names that stand directly in the document serve its attributes too. */
  for (const xmlNode *node = document->children; node != NULL; node = node->next)
    if (nst_reader_is (node, "let"))
      check_let (&template, node);
  /* What is wrong with them is told in their place below. */
  g_ptr_array_set_size (self->faults, (int) before);
  template.line = (int) xmlGetLineNo (document);
  if (day != NULL)
    check_paths (&template, day);
  if (when != NULL)
    check_condition (&template, when);
  check_attribute_fields (&template, document, attributes);
  check_nodes (&template, document->children);
}
