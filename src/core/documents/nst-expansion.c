/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template at work: its fields in running text (docs/templates.md). */
#include "config.h"

#include "documents/nst-expansion.h"

#include "documents/nst-filter.h"
#include "model/nst-error.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Between template and paragraph styles travel inside the text, as signs for private use:
 * the typographer has to see a paragraph as a whole. */
#define BOLD_ON 0xe000
#define BOLD_OFF 0xe001
#define ITALIC_ON 0xe002
#define ITALIC_OFF 0xe003
#define NAME_ON 0xe004
#define NAME_OFF 0xe005
#define BOX 0xe006
#define BOX_SIDE 3.8
#define BLANK 0xe100
#define BLANK_MAX 255
/* Before a blank: which of the missing fields it is for; those after the last are all alike. */
#define MISSING 0xe300
#define MISSING_MAX 255
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

static void
fail (NstExpansion *self, int line, char *message)
{
  if (self->error == NULL)
    self->error = g_error_new (NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                               _ ("Template, line %d: %s"), line, message);
  g_free (message);
}

/**
 * nst_expansion_dup_attribute:
 * @node: an element
 * @name: of an attribute
 *
 * Returns: (transfer full) (nullable): its text
 */
char *
nst_expansion_dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) text);

  xmlFree (text);
  return copy;
}

/**
 * nst_expansion_test:
 * @self: an expansion
 * @node: an element with the attribute `test`
 *
 * Returns: whether its condition holds; %TRUE without one
 */
gboolean
nst_expansion_test (NstExpansion *self, xmlNode *node)
{
  g_autofree char *condition = nst_expansion_dup_attribute (node, "test");

  return condition == NULL || nst_scope_test (self->scope, condition);
}

static void
freeze (NstExpansion *self, const char *name, const char *text)
{
  g_autofree char *field =
      g_markup_printf_escaped ("<field name=\"%s\">%s</field>\n", name, text);

  g_string_append (self->frozen, field);
}

/**
 * nst_expansion_begin_item:
 * @self: an expansion
 * @name: of the variable
 * @item: (transfer none): what it means now; "NAME-number" is its number from 1
 * @number: from 1
 * @count: how many there are
 *
 * Returns: to be given to nst_expansion_end_item()
 */
guint
nst_expansion_begin_item (NstExpansion *self, const char *name, NstValue *item, guint number,
                          guint count)
{
  guint depth = nst_scope_get_depth (self->scope);
  g_autofree char *numbered = g_strconcat (name, "-number", NULL);
  g_autofree char *counted = g_strconcat (name, "-count", NULL);

  nst_scope_push (self->scope, name, nst_value_ref (item));
  nst_scope_push (self->scope, numbered, nst_value_new_number (number));
  nst_scope_push (self->scope, counted, nst_value_new_number (count));
  g_string_append_printf (self->frozen, "<each name=\"%s\" number=\"%u\">\n", name, number);
  return depth;
}

/**
 * nst_expansion_end_item:
 * @self: an expansion
 * @depth: what nst_expansion_begin_item() gave
 */
void
nst_expansion_end_item (NstExpansion *self, guint depth)
{
  nst_scope_cut (self->scope, depth);
  g_string_append (self->frozen, "</each>\n");
}

static void
add_missing (NstExpansion *self, GString *out, const char *path, double blank, gboolean quoted)
{
  g_autofree char *label = path != NULL ? nst_scope_describe (self->scope, path) : NULL;
  guint position = 0;

  if (path != NULL)
    freeze (self, path, "");
  if (label != NULL &&
      !g_ptr_array_find_with_equal_func (self->missing, label, g_str_equal, &position))
    {
      position = self->missing->len;
      g_ptr_array_add (self->missing, g_strdup (label));
    }
  if (quoted)
    {
      g_autofree char *date = nst_russian_date_quoted (NULL);

      g_string_append (out, date);
    }
  else
    {
      if (label != NULL)
        g_string_append_unichar (out, MISSING + MIN (position + 1, MISSING_MAX));
      g_string_append_unichar (out, BLANK + (gunichar) CLAMP (blank, 1, BLANK_MAX));
    }
}

static void
add_value (NstExpansion *self, GString *out, const char *path, const NstValue *value)
{
  g_autofree char *date = NULL;
  const char *text = nst_value_get_text (value);
  gboolean name = nst_value_get_hint (value) == NST_VALUE_NAME;
  GString *clean;

  if (text == NULL && nst_value_get_date (value) != NULL)
    text = date = nst_russian_date (nst_value_get_date (value));
  if (text == NULL)
    return;
  freeze (self, path, text);
  clean = g_string_new (text);
  g_string_replace (clean, "\u00ad", "", 0);
  g_string_replace (clean, "\n", "\u2029", 0);
  if (name)
    g_string_append_unichar (out, NAME_ON);
  g_string_append (out, clean->str);
  if (name)
    g_string_append_unichar (out, NAME_OFF);
  g_string_free (clean, TRUE);
}

/* Splits at "|" outside of quotes; quotes stay. */
static GPtrArray *
split_filters (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  gboolean quoted = FALSE;

  for (const char *p = text;; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (*p != '\0' && (*p != '|' || quoted))
        continue;
      g_ptr_array_add (parts, g_strstrip (g_strndup (start, (gsize) (p - start))));
      start = p + 1;
      if (*p == '\0')
        return parts;
    }
}

static char *
dup_argument (const char *filter)
{
  const char *colon = strchr (filter, ':');
  gsize length;

  if (colon == NULL)
    return g_strdup ("");
  colon++;
  length = strlen (colon);
  if (length >= 2 && colon[0] == '"' && colon[length - 1] == '"')
    return g_strndup (colon + 1, length - 2);
  return g_strdup (colon);
}

static NstValue *
filter (NstExpansion *self, NstValue *value, const char *text, int line)
{
  g_autofree char *name = g_strndup (text, strcspn (text, ":"));
  g_autofree char *argument = dup_argument (text);
  g_autoptr (NstValue) other = NULL;
  g_autoptr (GError) error = NULL;
  NstValue *result;

  if (nst_filter_takes_path (name))
    other = nst_scope_dup (self->scope, argument);
  result = nst_filter_apply (self->grammar, value, name, argument, other, &error);
  if (error != NULL)
    fail (self, line, g_strdup (error->message));
  if (result != NULL && self->doubts != NULL && nst_value_get_doubt (result) != NULL)
    nst_doubts_add (self->doubts, nst_value_get_doubt (result));
  return result;
}

/* One field: a path, or several with commas, and filters. */
static void
add_field (NstExpansion *self, GString *out, const char *field, int line)
{
  g_autoptr (GPtrArray) parts = split_filters (field);
  const char *path = g_ptr_array_index (parts, 0);
  g_autoptr (NstValue) value = nst_scope_dup (self->scope, path);
  double blank = self->blank;
  gboolean optional = FALSE;
  gboolean quiet = FALSE;
  gboolean quoted = FALSE;

  for (guint i = 1; i < parts->len; i++)
    {
      const char *text = g_ptr_array_index (parts, i);

      if (strcmp (text, "opt") == 0)
        optional = TRUE;
      else if (strcmp (text, "quiet") == 0)
        quiet = TRUE;
      else if (g_str_has_prefix (text, "blank:"))
        blank = g_ascii_strtod (text + strlen ("blank:"), NULL);
      else
        {
          NstValue *result = filter (self, value, text, line);

          quoted |= strcmp (text, "Q") == 0;
          g_clear_pointer (&value, nst_value_unref);
          value = result;
        }
    }
  if (value != NULL && nst_value_get_type (value) == NST_VALUE_LIST)
    {
      NstValue *joined = filter (self, value, "join", line);

      nst_value_unref (value);
      value = joined;
    }
  if (value != NULL && nst_value_get_type (value) == NST_VALUE_OBJECT)
    fail (self, line,
          g_strdup_printf (_ ("“{%s}” is not a text; add the name of one of its fields."),
                           field));
  else if (value != NULL)
    add_value (self, out, path, value);
  else if (!optional)
    add_missing (self, out, quiet ? NULL : path, blank, quoted);
}

static void
add_collapsed (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (text[i]))
        g_string_append_c (out, text[i]);
      else if (i == 0 || !g_ascii_isspace (text[i - 1]))
        g_string_append_c (out, ' ');
    }
}

static gboolean
ends_with_stop (const GString *out)
{
  const char *p = out->str + out->len;

  while (p > out->str)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c < BOLD_ON || c > NAME_OFF)
        return c == '.' || c == '!' || c == '?';
    }
  return FALSE;
}

/**
 * nst_expansion_add_string:
 * @self: an expansion
 * @out: gets text with styles in it
 * @text: text of a template with {fields}
 * @line: where it stands
 */
void
nst_expansion_add_string (NstExpansion *self, GString *out, const char *text, int line)
{
  while (*text != '\0')
    {
      gsize plain = strcspn (text, "{");
      const char *end;

      add_collapsed (out, text, plain);
      text += plain;
      if (*text == '\0')
        return;
      end = strchr (text, '}');
      if (end == NULL)
        {
          fail (self, line, g_strdup_printf (_ ("a field has no closing brace: “%s”"), text));
          return;
        }
      {
        g_autofree char *field = g_strndup (text + 1, (gsize) (end - text - 1));

        add_field (self, out, field, line);
      }
      text = end + 1;
      /* «… 2022 г.» at the end of a sentence: one full stop does for both. */
      if (*text == '.' && ends_with_stop (out))
        text++;
    }
}

/**
 * nst_expansion_add_bold:
 * @out: text with styles in it
 * @on: whether bold begins or ends here
 */
void
nst_expansion_add_bold (GString *out, gboolean on)
{
  g_string_append_unichar (out, on ? BOLD_ON : BOLD_OFF);
}

static void
add_each (NstExpansion *self, GString *out, xmlNode *node)
{
  g_autofree char *name = nst_expansion_dup_attribute (node, "var");
  g_autofree char *path = nst_expansion_dup_attribute (node, "in");
  g_autofree char *between = nst_expansion_dup_attribute (node, "between");
  g_autoptr (NstValue) list = NULL;

  if (name == NULL || path == NULL)
    {
      fail (self, node->line,
            g_strdup_printf (_ ("“%s” needs the attributes “var” and “in”."), "for-each"));
      return;
    }
  list = nst_scope_dup (self->scope, path);
  for (guint i = 0; list != NULL && i < nst_value_get_length (list); i++)
    {
      guint depth = nst_expansion_begin_item (self, name, nst_value_get_nth (list, i), i + 1,
                                              nst_value_get_length (list));

      if (i > 0 && between != NULL)
        g_string_append (out, between);
      nst_expansion_add_nodes (self, out, node->children);
      nst_expansion_end_item (self, depth);
    }
}

static void
add_styled (NstExpansion *self, GString *out, xmlNode *node, gunichar on, gunichar off)
{
  g_string_append_unichar (out, on);
  nst_expansion_add_nodes (self, out, node->children);
  g_string_append_unichar (out, off);
}

static void
add_element (NstExpansion *self, GString *out, xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (strcmp (name, "if") == 0)
    {
      if (nst_expansion_test (self, node))
        nst_expansion_add_nodes (self, out, node->children);
    }
  else if (strcmp (name, "for-each") == 0)
    add_each (self, out, node);
  else if (strcmp (name, "b") == 0)
    add_styled (self, out, node, BOLD_ON, BOLD_OFF);
  else if (strcmp (name, "i") == 0)
    add_styled (self, out, node, ITALIC_ON, ITALIC_OFF);
  else if (strcmp (name, "name") == 0)
    add_styled (self, out, node, NAME_ON, NAME_OFF);
  else if (strcmp (name, "br") == 0)
    g_string_append_unichar (out, LINE_SEPARATOR);
  else if (strcmp (name, "box") == 0)
    g_string_append_unichar (out, BOX);
  else if (strcmp (name, "blank") == 0)
    {
      g_autofree char *width = nst_expansion_dup_attribute (node, "mm");
      double mm = width != NULL ? g_ascii_strtod (width, NULL) : self->blank;

      g_string_append_unichar (out, BLANK + (gunichar) CLAMP (mm, 1, BLANK_MAX));
    }
  else
    fail (self, node->line, g_strdup_printf (_ ("“%s” cannot stand in a line of text."), name));
}

/**
 * nst_expansion_add_nodes:
 * @self: an expansion
 * @out: gets text with styles in it
 * @first: (nullable): text and elements of a line, with those that follow it
 */
void
nst_expansion_add_nodes (NstExpansion *self, GString *out, xmlNode *first)
{
  for (xmlNode *node = first; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        nst_expansion_add_string (self, out, (const char *) node->content, node->line);
      else if (node->type == XML_ELEMENT_NODE)
        add_element (self, out, node);
    }
}

static gboolean
is_style (gunichar c)
{
  return (c >= BOLD_ON && c <= BOX) || (c >= BLANK && c <= BLANK + BLANK_MAX) ||
         (c > MISSING && c <= MISSING + MISSING_MAX);
}

static char *
dup_without_styles (const char *marked)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == PARAGRAPH_SEPARATOR)
        c = ' ';
      if (!is_style (c) && (c != ' ' || !g_str_has_suffix (plain->str, " ")))
        g_string_append_unichar (plain, c);
    }
  return g_strstrip (g_string_free (plain, FALSE));
}

/**
 * nst_expansion_end_phrase:
 * @self: an expansion
 * @marked: text of a paragraph, with styles in it
 *
 * What was doubted in the paragraph is shown with it.
 */
void
nst_expansion_end_phrase (NstExpansion *self, const char *marked)
{
  g_autofree char *phrase = NULL;

  if (self->doubts == NULL || self->doubts->len == 0)
    return;
  phrase = dup_without_styles (marked);
  nst_doubts_set_phrase (self->doubts, phrase);
}

/**
 * nst_expansion_dup_plain:
 * @self: an expansion
 * @text: text of an attribute with {fields}
 *
 * For what is not printed: titles of files. Missing values give nothing.
 *
 * Returns: (transfer full): the text without styles
 */
char *
nst_expansion_dup_plain (NstExpansion *self, const char *text)
{
  g_autoptr (GString) marked = g_string_new (NULL);

  nst_expansion_add_string (self, marked, text, 0);
  return dup_without_styles (marked->str);
}

/**
 * nst_expansion_dup_plain_nodes:
 * @self: an expansion
 * @first: (nullable): text and elements of a line, with those that follow it
 *
 * For cells of a sheet: breaks of lines become "\n", missing values give nothing.
 *
 * Returns: (transfer full): the text without styles
 */
char *
nst_expansion_dup_plain_nodes (NstExpansion *self, xmlNode *first)
{
  g_autoptr (GString) marked = g_string_new (NULL);
  g_autofree char *plain = NULL;
  GString *text;

  nst_expansion_add_nodes (self, marked, first);
  plain = dup_without_styles (marked->str);
  text = g_string_new (plain);
  g_string_replace (text, "\u2028", "\n", 0);
  return g_strstrip (g_string_free (text, FALSE));
}

/* Moves a flag on or off; FALSE for a sign that is text. */
static gboolean
change_style (gunichar c, guint *flags)
{
  switch (c)
    {
    case BOLD_ON:
      *flags |= NST_RUN_BOLD;
      return TRUE;
    case BOLD_OFF:
      *flags &= ~(guint) NST_RUN_BOLD;
      return TRUE;
    case ITALIC_ON:
      *flags |= NST_RUN_ITALIC;
      return TRUE;
    case ITALIC_OFF:
      *flags &= ~(guint) NST_RUN_ITALIC;
      return TRUE;
    case NAME_ON:
      *flags |= NST_RUN_NO_HYPHENS;
      return TRUE;
    case NAME_OFF:
      *flags &= ~(guint) NST_RUN_NO_HYPHENS;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
flush (NstParagraph *paragraph, GString *text, guint flags)
{
  if (text->len > 0)
    nst_paragraph_add_text (paragraph, text->str, flags);
  g_string_truncate (text, 0);
}

static void
put_runs (NstParagraph *paragraph, const char *marked, guint *flags)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint missing = 0;

  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint before = *flags;

      if (change_style (c, flags))
        flush (paragraph, text, before);
      else if (c == BOX)
        {
          flush (paragraph, text, *flags);
          nst_paragraph_add_box (paragraph, BOX_SIDE);
        }
      else if (c > BLANK && c <= BLANK + BLANK_MAX)
        {
          flush (paragraph, text, *flags);
          nst_paragraph_add_blank (paragraph, c - BLANK, missing);
          missing = 0;
        }
      else if (c > MISSING && c <= MISSING + MISSING_MAX)
        missing = c - MISSING;
      else
        g_string_append_unichar (text, c);
    }
  flush (paragraph, text, *flags);
}

/* The number of a clause never stands alone at the end of a line. */
static char *
bind_number (const char *text)
{
  gsize styles = 0;
  gsize number;

  while (text[styles] != '\0' && is_style (g_utf8_get_char (text + styles)))
    styles = (gsize) (g_utf8_next_char (text + styles) - text);
  number = strspn (text + styles, "0123456789.");
  if (number < 2 || text[styles + number - 1] != '.' || text[styles + number] != ' ')
    return g_strdup (text);
  return g_strdup_printf ("%.*s\u00a0%s", (int) (styles + number), text,
                          text + styles + number + 1);
}

/**
 * nst_expansion_put:
 * @self: an expansion
 * @marked: text with styles in it
 * @typography: what sort of text it is
 * @blocks: where further paragraphs go: a value of several lines has one a line
 * @first: gets the text
 */
void
nst_expansion_put (NstExpansion *self, const char *marked, NstTypography typography,
                   GPtrArray *blocks, NstParagraph *first)
{
  g_auto (GStrv) parts = g_strsplit (marked, "\u2029", -1);
  NstParagraph *paragraph = first;
  guint flags = NST_RUN_PLAIN;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *set =
          nst_typographer_set (self->typographer, g_strstrip (parts[i]), typography);
      g_autofree char *bound = bind_number (set);

      if (i > 0 && *bound == '\0')
        continue;
      if (i > 0)
        paragraph = nst_tree_add_like (blocks, first);
      put_runs (paragraph, bound, &flags);
    }
}
