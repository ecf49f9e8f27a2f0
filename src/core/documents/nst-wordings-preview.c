/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper with words that are still being typed, and the place where they stand marked. */
#include "config.h"

#include "documents/nst-documents-private.h"
#include "documents/nst-documents.h"
#include "documents/nst-pages-private.h"
#include "documents/nst-wording-text.h"
#include "documents/nst-wordings.h"

#include <string.h>

/* Longer by a sign: whatever is not the same then is printed from the place. */
#define PROBE "\u00a4"

static gboolean
is_same_text (const NstParagraph *one, const NstParagraph *other)
{
  g_autofree char *left = nst_paragraph_dup_text (one);
  g_autofree char *right = nst_paragraph_dup_text (other);

  return strcmp (left, right) == 0;
}

static void mark_blocks (GPtrArray *blocks, GPtrArray *probe);

static void
mark_rows (GPtrArray *rows, GPtrArray *probe)
{
  for (guint i = 0; i < rows->len && i < probe->len; i++)
    {
      const NstRow *row = g_ptr_array_index (rows, i);
      const NstRow *other = g_ptr_array_index (probe, i);

      for (guint k = 0; k < row->cells->len && k < other->cells->len; k++)
        mark_blocks (((NstCell *) g_ptr_array_index (row->cells, k))->blocks,
                     ((NstCell *) g_ptr_array_index (other->cells, k))->blocks);
    }
}

/* Both trees are of one template and differ only in what stands in the place. */
static void
mark_blocks (GPtrArray *blocks, GPtrArray *probe)
{
  for (guint i = 0; i < blocks->len && i < probe->len; i++)
    {
      NstBlock *block = g_ptr_array_index (blocks, i);
      const NstBlock *other = g_ptr_array_index (probe, i);

      if (block->type == NST_BLOCK_PARAGRAPH)
        block->paragraph->marked = !is_same_text (block->paragraph, other->paragraph);
      else if (block->type == NST_BLOCK_TABLE)
        {
          mark_rows (block->table->header, other->table->header);
          mark_rows (block->table->rows, other->table->rows);
        }
    }
}

static guint
find_mark (NstPages *pages)
{
  for (guint i = 0; i < nst_pages_get_count (pages); i++)
    if (nst_pages_get_page (pages, i)->marks != NULL)
      return i;
  return G_MAXUINT;
}

/* Everything else as the office words it; only the place itself is there in any case. */
static void
word_others (const NstWordingForm *kept, const NstWordingForm *places,
             const NstWordingPlace *target)
{
  for (guint i = 0; i < places->places->len; i++)
    {
      const NstWordingPlace *from = g_ptr_array_index (kept->places, i);
      NstWordingPlace *to = g_ptr_array_index (places->places, i);

      if (from->text != NULL)
        nst_wording_text_put (to->place, to->attribute, from->text);
      if (!from->left_out || to == target)
        continue;
      xmlUnlinkNode (to->place);
      xmlFreeNode (to->place);
      to->place = NULL;
    }
}

/* Expands it once more with a sign more in the place, to see what comes from there. */
static void
mark (NstOffice *office, NstRecord *record, const char *form, xmlNode *document,
      const NstWordingPlace *target, NstTree *tree)
{
  g_autofree char *now = nst_wording_text_from_node (target->place, target->attribute);
  g_autofree char *longer = g_strconcat (now, PROBE, NULL);
  g_autoptr (NstTree) probe = NULL;

  nst_wording_text_put (target->place, target->attribute, longer);
  probe = nst_documents_expand_template (office, record, form, document, NULL, NULL, NULL, NULL);
  if (probe != NULL)
    mark_blocks (tree->blocks, probe->blocks);
}

/**
 * nst_wordings_preview:
 * @office: an office
 * @record: what is printed
 * @form: code of a form of its scheme
 * @node: (nullable): name of a place
 * @text: (nullable): how it is worded now, correct or not; %NULL as it is kept
 * @page: (out) (optional): gets the page where the place stands first, from 0; %G_MAXUINT when
 *   it is not printed
 * @error: (nullable): the same as when it is printed
 *
 * Nothing is kept.
 *
 * Returns: (transfer full) (nullable): the paper, what comes from the place marked
 */
NstPages *
nst_wordings_preview (NstOffice *office, NstRecord *record, const char *form, const char *node,
                      const char *text, guint *page, GError **error)
{
  g_autoptr (NstWordingForm) kept =
      nst_wordings_read (office, nst_office_get_scheme (office), form);
  g_autoptr (NstWordingForm) places = NULL;
  g_autoptr (NstTree) tree = NULL;
  NstWordingPlace *target = NULL;
  NstPages *pages = NULL;
  xmlNode *document;
  xmlDoc *doc;

  g_return_val_if_fail (NST_IS_OFFICE (office) && NST_IS_RECORD (record), NULL);
  g_return_val_if_fail (kept != NULL, NULL);
  doc = xmlNewDoc (BAD_CAST "1.0");
  xmlDocSetRootElement (doc, xmlDocCopyNode (kept->document, doc, 1));
  document = xmlDocGetRootElement (doc);
  places = nst_wording_form_new (document);
  target = node != NULL ? nst_wording_form_find (places, node) : NULL;
  word_others (kept, places, target);
  if (target != NULL && text != NULL)
    nst_wording_text_put (target->place, target->attribute, text);
  tree = nst_documents_expand_template (office, record, form, document, NULL, NULL, NULL, error);
  if (tree != NULL && target != NULL)
    mark (office, record, form, document, target, tree);
  if (tree != NULL)
    pages = nst_documents_lay_out (office, tree);
  if (page != NULL)
    *page = pages != NULL ? find_mark (pages) : G_MAXUINT;
  xmlFreeDoc (doc);
  return pages;
}

static guint
count_blanks (NstOffice *office, NstRecord *record, const char *form)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NstTree) tree =
      nst_documents_expand (office, record, form, NULL, missing, NULL, NULL);

  return tree != NULL ? missing->len : G_MAXUINT;
}

/* So many are looked at: the first are as good as any. */
#define MAX_EXAMPLES 6

/**
 * nst_wordings_find_example:
 * @office: an office
 * @form: code of a form of its scheme
 *
 * Returns: (transfer full) (nullable): a record that the form is for, with few blanks
 */
NstRecord *
nst_wordings_find_example (NstOffice *office, const char *form)
{
  xmlNode *document = nst_scheme_get_document (nst_office_get_scheme (office), form);
  xmlChar *text = document != NULL ? xmlGetNoNsProp (document, BAD_CAST "kind") : NULL;
  g_auto (GStrv) kinds = g_strsplit (text != NULL ? (const char *) text : "", " ", -1);
  NstRecord *best = NULL;
  guint fewest = G_MAXUINT;
  guint seen = 0;

  xmlFree (text);
  for (guint i = 0; kinds[i] != NULL && best == NULL; i++)
    {
      g_autoptr (GPtrArray) records =
          nst_source_list (NST_SOURCE (nst_office_get_store (office)), kinds[i], NULL, NULL);

      for (guint k = 0; k < records->len && seen < MAX_EXAMPLES && fewest > 0; k++)
        {
          guint blanks = count_blanks (office, records->pdata[k], form);

          seen += blanks < G_MAXUINT;
          if (blanks >= fewest)
            continue;
          fewest = blanks;
          g_set_object (&best, records->pdata[k]);
        }
    }
  return best;
}
