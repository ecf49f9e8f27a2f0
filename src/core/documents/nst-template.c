/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template and data as a tree: the elements that make blocks (docs/templates.md). */
#include "config.h"

#include "documents/nst-template.h"

#include "documents/nst-expansion.h"
#include "documents/nst-template-figure.h"
#include "documents/nst-template-style.h"
#include "documents/nst-tree-fit.h"
#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Three columns of signatures (DOCUMENTS 1) and the corner block (17), mm. */
#define SIGN3_COLUMNS "56 57 57"
#define CORNER 80.0
#define CORNER_2016 75.0
#define SIGN1_POST 80.0
#define SIGN1_NAME 55.0

/* DOCUMENTS 11, in the language of the paper. */
#define FIGURE_CAPTION "Рисунок %u – %s"
/* What a figure leaves free on its page, for its caption and a line kept with it, mm. */
#define CAPTION_ROOM 30.0

typedef struct
{
  NstExpansion expansion;
  NstTree *tree;
  double width;
  double height;
  guint figures;
} Template;

/* A row that gets its cells. */
typedef struct
{
  NstRow *row;
  gboolean header;
} Cells;

typedef struct _Element Element;
typedef void (*Maker) (Template *self, xmlNode *node, GPtrArray *blocks,
                       const NstTemplateStyle *style, const Element *element);

struct _Element
{
  const char *name;
  Maker maker;
};

static void expand_blocks (Template *self, xmlNode *first, GPtrArray *blocks,
                           const NstTemplateStyle *style);
static char *expand_attribute (Template *self, xmlNode *node, const char *name);

static void
fail (Template *self, xmlNode *node, const char *message)
{
  if (self->expansion.error == NULL)
    self->expansion.error = g_error_new (NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                                         _ ("Template, line %d: %s"), (int) node->line, message);
}

static void
put_text (Template *self, xmlNode *node, GPtrArray *blocks, NstParagraph *paragraph,
          const NstTemplateStyle *style)
{
  g_autoptr (GString) marked = g_string_new (NULL);
  g_autofree char *condition = nst_expansion_dup_attribute (node, "verbatim-if");
  gboolean verbatim = style->verbatim;
  NstTypography typography = self->expansion.typography;

  if (condition != NULL)
    verbatim = nst_scope_test (self->expansion.scope, condition);
  if (style->bold)
    nst_expansion_add_bold (marked, TRUE);
  nst_expansion_add_nodes (&self->expansion, marked, node->children);
  nst_expansion_end_phrase (&self->expansion, marked->str);
  if (verbatim)
    typography |= NST_TYPOGRAPHY_VERBATIM;
  else if (*paragraph->tag == 'H')
    typography |= NST_TYPOGRAPHY_HEADING;
  nst_expansion_put (&self->expansion, marked->str, typography, blocks, paragraph);
}

static void
set_tag (NstParagraph *paragraph, const char *tag)
{
  g_free (paragraph->tag);
  paragraph->tag = g_strdup (tag);
}

static void
make_paragraph (Template *self, xmlNode *node, GPtrArray *blocks, const NstTemplateStyle *style,
                const Element *element)
{
  NstTemplateStyle own = *style;
  NstParagraph *paragraph = nst_tree_add_paragraph (blocks, style->size, style->pitch);

  if (strcmp (element->name, "p") != 0)
    {
      own.bold = TRUE;
      own.align = NST_ALIGN_CENTER;
      own.indent = 0;
      own.hyphenate = FALSE;
      paragraph->keep_next = TRUE;
    }
  if (strcmp (element->name, "h") == 0)
    {
      set_tag (paragraph, "H2");
      paragraph->before = style->pitch * 0.6;
      paragraph->after = style->pitch * 0.25;
      paragraph->outline = 1;
    }
  else if (strcmp (element->name, "title") == 0)
    {
      set_tag (paragraph, "H1");
      paragraph->after = style->pitch;
    }
  nst_template_style_read (&own, node);
  nst_template_style_apply (&own, paragraph, node);
  put_text (self, node, blocks, paragraph, &own);
}

static void
make_rule (Template *self G_GNUC_UNUSED, xmlNode *node, GPtrArray *blocks,
           const NstTemplateStyle *style, const Element *element G_GNUC_UNUSED)
{
  nst_tree_add_rule (blocks, nst_template_style_get_number (node, "before", style->pitch / 4),
                     nst_template_style_get_number (node, "after", style->pitch));
}

static void
make_let (Template *self, xmlNode *node, GPtrArray *blocks G_GNUC_UNUSED,
          const NstTemplateStyle *style G_GNUC_UNUSED, const Element *element G_GNUC_UNUSED)
{
  g_autofree char *name = nst_expansion_dup_attribute (node, "name");
  g_autofree char *value = nst_expansion_dup_attribute (node, "value");

  if (name == NULL || value == NULL)
    fail (self, node, _ ("“let” needs the attributes “name” and “value”."));
  else if (nst_expansion_test (&self->expansion, node))
    {
      nst_scope_push (self->expansion.scope, name, nst_scope_dup (self->expansion.scope, value));
      nst_scope_set_origin (self->expansion.scope, value);
    }
}

static void
make_if (Template *self, xmlNode *node, GPtrArray *blocks, const NstTemplateStyle *style,
         const Element *element G_GNUC_UNUSED)
{
  if (nst_expansion_test (&self->expansion, node))
    expand_blocks (self, node->children, blocks, style);
}

/* Calls @each for every item of the list that a for-each element names. */
static void
walk (Template *self, xmlNode *node,
      void (*each) (Template *, xmlNode *, gpointer, const NstTemplateStyle *), gpointer target,
      const NstTemplateStyle *style)
{
  g_autofree char *name = nst_expansion_dup_attribute (node, "var");
  g_autofree char *path = nst_expansion_dup_attribute (node, "in");
  g_autoptr (NstValue) list = NULL;

  if (name == NULL || path == NULL)
    {
      fail (self, node, _ ("“for-each” needs the attributes “var” and “in”."));
      return;
    }
  list = nst_scope_dup (self->expansion.scope, path);
  for (guint i = 0; list != NULL && i < nst_value_get_length (list); i++)
    {
      guint depth = nst_expansion_begin_item (&self->expansion, name, nst_value_get_nth (list, i),
                                              i + 1, nst_value_get_length (list));

      each (self, node->children, target, style);
      nst_expansion_end_item (&self->expansion, depth);
    }
}

static void
expand_each (Template *self, xmlNode *first, gpointer target, const NstTemplateStyle *style)
{
  expand_blocks (self, first, target, style);
}

static void
make_each (Template *self, xmlNode *node, GPtrArray *blocks, const NstTemplateStyle *style,
           const Element *element G_GNUC_UNUSED)
{
  walk (self, node, expand_each, blocks, style);
}

/* Whether blocks stand in an element, rather than text. */
static gboolean
has_blocks (xmlNode *node)
{
  static const char *const names[] = { "p", "h", "table", "grid", "hr", "ends", "use", NULL };

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (g_strv_contains (names, (const char *) child->name))
        return TRUE;
      if ((strcmp ((const char *) child->name, "if") == 0 ||
           strcmp ((const char *) child->name, "for-each") == 0) &&
          has_blocks (child))
        return TRUE;
    }
  return FALSE;
}

static void
make_cell (Template *self, xmlNode *node, NstRow *row, const NstTemplateStyle *style,
           gboolean header)
{
  NstTemplateStyle own = *style;
  NstCell *cell = nst_row_add_cell (row, (guint) nst_template_style_get_number (node, "span", 1));

  if (header)
    {
      own.bold = TRUE;
      own.align = NST_ALIGN_CENTER;
    }
  nst_template_style_read (&own, node);
  cell->valign =
      nst_template_style_get_valign (node, header ? NST_VALIGN_MIDDLE : NST_VALIGN_TOP);
  cell->flush = nst_template_style_get_flag (node, "flush", FALSE);
  cell->joined = nst_template_style_get_flag (node, "join", FALSE);
  if (has_blocks (node))
    expand_blocks (self, node->children, cell->blocks, &own);
  else
    {
      NstParagraph *paragraph = nst_tree_add_paragraph (cell->blocks, own.size, own.pitch);

      nst_template_style_apply (&own, paragraph, node);
      put_text (self, node, cell->blocks, paragraph, &own);
    }
}

/* Cells of a row, and lists of cells. */
static void
expand_cells (Template *self, xmlNode *first, gpointer target, const NstTemplateStyle *style)
{
  const Cells *cells = target;

  for (xmlNode *node = first; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (strcmp ((const char *) node->name, "cell") == 0)
        make_cell (self, node, cells->row, style, cells->header);
      else if (strcmp ((const char *) node->name, "for-each") == 0)
        walk (self, node, expand_cells, target, style);
    }
}

static void expand_rows (Template *self, xmlNode *first, gpointer target,
                         const NstTemplateStyle *style);

static void
make_row (Template *self, xmlNode *node, NstTable *table, const NstTemplateStyle *style)
{
  gboolean header = strcmp ((const char *) node->name, "header") == 0;
  NstRow *row = nst_table_add_row (table, header);
  NstTemplateStyle own = *style;
  g_autofree char *condition = nst_expansion_dup_attribute (node, "keep-if");
  g_autofree char *heavy = nst_expansion_dup_attribute (node, "heavy-if");

  nst_template_style_read (&own, node);
  row->keep_next = nst_template_style_get_flag (node, "keep", FALSE) ||
                   (condition != NULL && nst_scope_test (self->expansion.scope, condition));
  row->heavy = heavy != NULL && nst_scope_test (self->expansion.scope, heavy);
  row->min_height = nst_template_style_get_number (node, "min", 0);
  expand_cells (self, node->children, &(Cells){ row, header }, &own);
}

static void
expand_rows (Template *self, xmlNode *first, gpointer target, const NstTemplateStyle *style)
{
  for (xmlNode *node = first; node != NULL; node = node->next)
    {
      const char *name = (const char *) node->name;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (strcmp (name, "row") == 0 || strcmp (name, "header") == 0)
        make_row (self, node, target, style);
      else if (strcmp (name, "for-each") == 0)
        walk (self, node, expand_rows, target, style);
      else if (strcmp (name, "if") == 0)
        {
          if (nst_expansion_test (&self->expansion, node))
            expand_rows (self, node->children, target, style);
        }
      else if (strcmp (name, "let") == 0)
        make_let (self, node, NULL, style, NULL);
      else
        fail (self, node, _ ("Only rows can stand in a table."));
    }
}

/* "table" has rules; "grid" and "sign3" only arrange. */
static void
make_table (Template *self, xmlNode *node, GPtrArray *blocks, const NstTemplateStyle *style,
            const Element *element)
{
  NstTable *table = nst_tree_add_table (blocks);
  NstTemplateStyle own = *style;
  gboolean sign3 = strcmp (element->name, "sign3") == 0;
  gboolean ruled = strcmp (element->name, "table") == 0;
  g_autoptr (GArray) columns =
      nst_template_style_get_columns (node, sign3 ? SIGN3_COLUMNS : NULL);

  own.indent = 0;
  own.align = NST_ALIGN_LEFT;
  own.hyphenate = ruled;
  nst_template_style_read (&own, node);
  table->ruled = ruled;
  table->signature = nst_template_style_get_flag (node, "signature", sign3);
  table->pad_x = nst_template_style_get_number (node, "pad-x", ruled || sign3 ? 1.5 : 0);
  table->pad_y = nst_template_style_get_number (node, "pad-y", ruled ? 0.8 : 0);
  table->before = nst_template_style_get_number (node, "before", 0);
  table->after = nst_template_style_get_number (node, "after", 0);
  g_array_append_vals (table->columns, columns->data, columns->len);
  expand_rows (self, node->children, table, &own);
}

static NstTable *
add_grid (GPtrArray *blocks, const double *columns, guint n_columns)
{
  NstTable *table = nst_tree_add_table (blocks);

  g_array_append_vals (table->columns, columns, n_columns);
  table->ruled = FALSE;
  table->pad_x = 0;
  table->pad_y = 0;
  return table;
}

static void
add_attribute_cell (Template *self, xmlNode *node, const char *name, NstRow *row,
                    const NstTemplateStyle *style, NstAlign align)
{
  NstCell *cell = nst_row_add_cell (row, 1);
  NstParagraph *paragraph = nst_tree_add_paragraph (cell->blocks, style->size, style->pitch);
  g_autofree char *text = nst_expansion_dup_attribute (node, name);
  g_autoptr (GString) marked = g_string_new (NULL);

  cell->valign = NST_VALIGN_BOTTOM;
  paragraph->align = align;
  paragraph->hyphenate = FALSE;
  if (style->bold)
    nst_expansion_add_bold (marked, TRUE);
  if (text != NULL)
    nst_expansion_add_string (&self->expansion, marked, text, (int) node->line);
  nst_expansion_put (&self->expansion, marked->str, self->expansion.typography, cell->blocks,
                     paragraph);
}

/* One line, its two parts at the two margins. */
static void
make_ends (Template *self, xmlNode *node, GPtrArray *blocks, const NstTemplateStyle *style,
           const Element *element G_GNUC_UNUSED)
{
  double columns[2] = { self->width / 2, self->width / 2 };
  NstTable *table = add_grid (blocks, columns, 2);
  NstRow *row = nst_table_add_row (table, FALSE);
  NstTemplateStyle own = *style;

  nst_template_style_read (&own, node);
  table->before = nst_template_style_get_number (node, "before", 0);
  table->after = nst_template_style_get_number (node, "after", style->pitch);
  add_attribute_cell (self, node, "left", row, &own, NST_ALIGN_LEFT);
  add_attribute_cell (self, node, "right", row, &own, NST_ALIGN_RIGHT);
}

/* Post on the left, room or a rule for the hand, name at the right margin. */
static void
make_sign1 (Template *self, xmlNode *node, GPtrArray *blocks, const NstTemplateStyle *style,
            const Element *element G_GNUC_UNUSED)
{
  double columns[3] = { SIGN1_POST, self->width - SIGN1_POST - SIGN1_NAME, SIGN1_NAME };
  NstTable *table = add_grid (blocks, columns, 3);
  NstRow *row = nst_table_add_row (table, FALSE);
  NstTemplateStyle own = *style;
  double rule = nst_template_style_get_number (node, "rule", 0);
  NstParagraph *paragraph;
  NstCell *cell;

  nst_template_style_read (&own, node);
  table->signature = TRUE;
  table->before = nst_template_style_get_number (node, "before", 2 * style->pitch);
  add_attribute_cell (self, node, "post", row, &own, NST_ALIGN_LEFT);
  cell = nst_row_add_cell (row, 1);
  cell->valign = NST_VALIGN_BOTTOM;
  paragraph = nst_tree_add_paragraph (cell->blocks, own.size, own.pitch);
  paragraph->align = NST_ALIGN_CENTER;
  if (rule > 0)
    nst_paragraph_add_blank (paragraph, rule, 0);
  add_attribute_cell (self, node, "name", row, &own, NST_ALIGN_RIGHT);
}

static void
fill_corner (Template *self, xmlNode *node, const char *name, NstRow *row,
             const NstTemplateStyle *style)
{
  NstCell *cell = nst_row_add_cell (row, 1);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0 &&
          nst_expansion_test (&self->expansion, child))
        expand_blocks (self, child->children, cell->blocks, style);
    }
}

/* Corner blocks: "left" and "right", each up to 80 mm wide, at one level. */
static void
make_corner (Template *self, xmlNode *node, GPtrArray *blocks, const NstTemplateStyle *style,
             const Element *element G_GNUC_UNUSED)
{
  gboolean older = nst_scope_test (self->expansion.scope, "office.standard = '2016'");
  double widest = older ? CORNER_2016 : CORNER;
  double left = MIN (widest, self->width - widest - 10);
  double columns[3] = { left, self->width - left - widest, widest };
  NstTable *table = add_grid (blocks, columns, 3);
  NstRow *row = nst_table_add_row (table, FALSE);
  NstTemplateStyle own = *style;

  own.indent = 0;
  own.align = NST_ALIGN_LEFT;
  own.hyphenate = FALSE;
  nst_template_style_read (&own, node);
  table->after = nst_template_style_get_number (node, "after", 2 * style->pitch);
  fill_corner (self, node, "left", row, &own);
  nst_row_add_cell (row, 1);
  fill_corner (self, node, "right", row, &own);
  row->keep_next = TRUE;
}

/* A chart, and below it its number and what it shows. */
static void
make_figure (Template *self, xmlNode *node, GPtrArray *blocks, const NstTemplateStyle *style,
             const Element *element G_GNUC_UNUSED)
{
  NstPrintChart *chart = nst_template_figure_read (&self->expansion, node, self->tree->family);
  g_autofree char *text = expand_attribute (self, node, "caption");
  NstTemplateStyle own = *style;
  g_autofree char *caption = NULL;
  NstParagraph *paragraph;
  NstBlock *block;

  if (chart == NULL)
    return;
  caption = g_strdup_printf (FIGURE_CAPTION, ++self->figures, text != NULL ? text : "");
  block = nst_tree_add_figure (blocks, nst_figure_new (chart, caption));
  block->figure->height = MIN (block->figure->height, self->height - CAPTION_ROOM);
  block->before = nst_template_style_get_number (node, "before", style->pitch / 2);
  own.align = NST_ALIGN_CENTER;
  own.indent = 0;
  own.hyphenate = FALSE;
  nst_template_style_read (&own, node);
  paragraph = nst_tree_add_paragraph (blocks, own.size, own.pitch);
  nst_template_style_apply (&own, paragraph, node);
  paragraph->before = style->pitch / 4;
  paragraph->after = nst_template_style_get_number (node, "after", style->pitch / 2);
  set_tag (paragraph, "Caption");
  nst_expansion_put (&self->expansion, caption, self->expansion.typography, blocks, paragraph);
}

/* Upright or across, with the margins of DOCUMENTS 17, and what the element says of itself. */
static void
read_sheet (NstSheet *sheet, xmlNode *node)
{
  if (nst_template_style_get_flag (node, "landscape", FALSE))
    *sheet = (NstSheet){ 297, 210, 20, 20, 30, 10, 0, TRUE };
  else
    *sheet = (NstSheet){ 210, 297, 30, 10, 20, 20, 0, TRUE };
  sheet->left = nst_template_style_get_number (node, "left", sheet->left);
  sheet->right = nst_template_style_get_number (node, "right", sheet->right);
  sheet->top = nst_template_style_get_number (node, "top", sheet->top);
  sheet->bottom = nst_template_style_get_number (node, "bottom", sheet->bottom);
  sheet->frame = nst_template_style_get_number (node, "frame", 0);
  sheet->numbered = nst_template_style_get_flag (node, "numbered", TRUE);
}

static void
use_sheet (Template *self, const NstSheet *sheet)
{
  self->width = sheet->width - sheet->left - sheet->right;
  self->height = sheet->height - sheet->top - sheet->bottom;
}

/* A new page, and from here on sheets of this sort. */
static void
make_section (Template *self, xmlNode *node, GPtrArray *blocks,
              const NstTemplateStyle *style G_GNUC_UNUSED, const Element *element G_GNUC_UNUSED)
{
  NstSheet sheet;

  if (blocks != self->tree->blocks)
    {
      fail (self, node, _ ("A section cannot begin inside a table."));
      return;
    }
  read_sheet (&sheet, node);
  nst_tree_add_section (self->tree, &sheet);
  use_sheet (self, &sheet);
}

/* A block that documents share; its content has been put into the element. */
static void
make_use (Template *self, xmlNode *node, GPtrArray *blocks, const NstTemplateStyle *style,
          const Element *element G_GNUC_UNUSED)
{
  expand_blocks (self, node->children, blocks, style);
}

static const Element elements[] = {
  { "p", make_paragraph },   { "h", make_paragraph },     { "title", make_paragraph },
  { "hr", make_rule },       { "let", make_let },         { "if", make_if },
  { "for-each", make_each }, { "table", make_table },     { "grid", make_table },
  { "sign3", make_table },   { "sign1", make_sign1 },     { "ends", make_ends },
  { "corner", make_corner }, { "section", make_section }, { "use", make_use },
  { "figure", make_figure },
};

static void
expand_blocks (Template *self, xmlNode *first, GPtrArray *blocks, const NstTemplateStyle *style)
{
  for (xmlNode *node = first; node != NULL; node = node->next)
    {
      gboolean known = FALSE;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (elements) && !known; i++)
        {
          known = strcmp ((const char *) node->name, elements[i].name) == 0;
          if (known)
            elements[i].maker (self, node, blocks, style, &elements[i]);
        }
      if (!known)
        fail (self, node, _ ("There is no such element."));
    }
}

static NstTree *
make_tree (xmlNode *document)
{
  NstTree *tree = nst_tree_new ();

  read_sheet (&tree->sheet, document);
  return tree;
}

/* DOCUMENTS 16.4, item 3: one setting for the whole set of a pack. */
static NstTypography
read_typography (NstValue *root)
{
  g_autofree char *gap = nst_value_dup_field_text (root, "limit:document.initials_gap");

  return g_strcmp0 (gap, "yes") == 0 ? NST_TYPOGRAPHY_INITIALS_GAP : NST_TYPOGRAPHY_PLAIN;
}

static void
start (Template *self, xmlNode *document, NstValue *root, NstGrammar *grammar)
{
  self->expansion.scope = nst_scope_new (root);
  self->expansion.grammar = grammar;
  self->expansion.typography = read_typography (root);
  self->expansion.missing = g_ptr_array_new_with_free_func (g_free);
  self->expansion.frozen = g_string_new (NULL);
  self->expansion.blank = nst_template_style_get_number (document, "blank", 30);
}

static void
stop (Template *self)
{
  nst_scope_free (self->expansion.scope);
  g_ptr_array_unref (self->expansion.missing);
  g_string_free (self->expansion.frozen, TRUE);
  g_clear_error (&self->expansion.error);
}

/* Names that the rest of a document uses. */
static void
read_lets (Template *self, xmlNode *document)
{
  for (xmlNode *node = document->children; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "let") == 0)
        make_let (self, node, NULL, NULL, NULL);
    }
}

static char *
expand_attribute (Template *self, xmlNode *document, const char *name)
{
  g_autofree char *text = nst_expansion_dup_attribute (document, name);

  return text != NULL ? nst_expansion_dup_plain (&self->expansion, text) : NULL;
}

/**
 * nst_template_expand_attribute:
 * @document: the <document> element
 * @name: of an attribute with {fields}: "name", "author", "file"
 * @root: object whose fields the template names
 * @grammar: (nullable): declines names and posts
 * @error: (nullable): where to put a fault of the template
 *
 * Returns: (transfer full) (nullable): the text; %NULL without an error when there is none
 */
char *
nst_template_expand_attribute (xmlNode *document, const char *name, NstValue *root,
                               NstGrammar *grammar, GError **error)
{
  Template self = { 0 };
  char *text;

  start (&self, document, root, grammar);
  read_lets (&self, document);
  text = expand_attribute (&self, document, name);
  if (self.expansion.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self.expansion.error));
      g_clear_pointer (&text, g_free);
    }
  stop (&self);
  return text;
}

/**
 * nst_template_expand:
 * @document: the <document> element of a pack
 * @root: object whose fields the template names
 * @grammar: (nullable): declines names and posts
 * @typographer: sets the texts for print, and remembers them
 * @missing: (nullable) (element-type utf8): gets what people call the fields that print as
 *   a rule, each once
 * @frozen: (out) (optional): XML of every field read, in order
 * @error: (nullable): gets %NST_INPUT_ERROR_INVALID for a fault of the template
 *
 * Returns: (transfer full) (nullable): the document
 */
NstTree *
nst_template_expand (xmlNode *document, NstValue *root, NstGrammar *grammar,
                     NstTypographer *typographer, GPtrArray *missing, char **frozen,
                     GError **error)
{
  Template self = { 0 };
  NstTemplateStyle style = { 12, 15, 12.5, NST_ALIGN_JUSTIFY, FALSE, TRUE, FALSE };
  g_autoptr (NstTree) tree = make_tree (document);

  start (&self, document, root, grammar);
  self.expansion.typographer = typographer;
  self.tree = tree;
  use_sheet (&self, &tree->sheet);
  read_lets (&self, document);
  nst_template_style_read (&style, document);
  tree->title = expand_attribute (&self, document, "name");
  tree->author = expand_attribute (&self, document, "author");
  tree->subject = expand_attribute (&self, document, "subject");
  /* What only the file's own description lacks is not asked for. */
  g_ptr_array_set_size (self.expansion.missing, 0);
  g_string_truncate (self.expansion.frozen, 0);
  self.expansion.doubts = tree->doubts;
  expand_blocks (&self, document->children, tree->blocks, &style);
  nst_tree_fit (tree, nst_template_style_get_number (document, "fit", 0));
  for (guint i = 0; missing != NULL && i < self.expansion.missing->len; i++)
    g_ptr_array_add (missing, g_strdup (g_ptr_array_index (self.expansion.missing, i)));
  if (frozen != NULL)
    *frozen = g_strdup (self.expansion.frozen->str);
  if (self.expansion.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self.expansion.error));
      g_clear_pointer (&tree, nst_tree_free);
    }
  stop (&self);
  return g_steal_pointer (&tree);
}
