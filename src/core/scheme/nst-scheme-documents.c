/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the documents of a pack, and the blocks that several of them share. */
#include "config.h"

#include "model/nst-kind.h"
#include "scheme/nst-scheme-private.h"
#include "scheme/nst-scheme-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A block may use blocks that stand before it, so there is no circle. */
static void
fill_use (NstReader *self, xmlNode *use)
{
  g_autofree char *name = nst_reader_dup_required (self, use, "block");
  xmlNode *block = name != NULL ? nst_scheme_get_block (self->scheme, name) : NULL;
  xmlNode *copies;

  if (name == NULL)
    return;
  if (block == NULL)
    {
      nst_reader_fault (self, use, g_strdup_printf (_ ("there is no block “%s”"), name),
                        _ ("Write a <block> of that name above, or correct the name"));
      return;
    }
  copies = xmlDocCopyNodeList (use->doc, block->children);
  if (copies != NULL)
    xmlAddChildList (use, copies);
}

/* Each <use> gets what its block holds; what stands in the file is left alone. */
static void
fill_uses (NstReader *self, xmlNode *parent)
{
  for (xmlNode *node = xmlFirstElementChild (parent); node != NULL;
       node = xmlNextElementSibling (node))
    {
      if (strcmp ((const char *) node->name, "use") != 0)
        fill_uses (self, node);
      else if (node->children == NULL)
        fill_use (self, node);
    }
}

static void
read_block (NstReader *self, xmlNode *node)
{
  g_autofree char *name = nst_reader_dup_required (self, node, "name");

  if (name == NULL || !nst_reader_is_new (self, "blocks", name, node))
    return;
  fill_uses (self, node);
  nst_scheme_set_block (self->scheme, name, node);
}

static void
check_kinds (NstReader *self, const xmlNode *node)
{
  g_auto (GStrv) kinds = nst_reader_dup_words (node, "kind");

  for (guint i = 0; kinds[i] != NULL; i++)
    if (nst_kinds_find (kinds[i]) == NULL)
      nst_reader_fault (self, node,
                        g_strdup_printf (_ ("there is no kind of record “%s”"), kinds[i]),
                        _ ("Name a kind such as team, group, agreement or program"));
}

/* The inside of a document is the documents room's; here it is found by its code. */
static void
read_document (NstReader *self, xmlNode *node)
{
  g_autofree char *code = nst_reader_dup_required (self, node, "code");
  g_autofree char *kind = nst_reader_dup_required (self, node, "kind");
  g_autofree char *title = nst_reader_dup_required (self, node, "title");

  check_kinds (self, node);
  if (code == NULL || kind == NULL || title == NULL ||
      !nst_reader_wants (self, "documents", code, node))
    return;
  fill_uses (self, node);
  nst_scheme_set_document (self->scheme, code, node);
}

/* <documents><block name="…">…</block><document code="D3" …>…</document></documents> */
void
nst_reader_read_documents (NstReader *self, const xmlNode *node)
{
  static const char *const none[] = { NULL };
  static const char *const elements[] = { "block", "document", NULL };

  nst_reader_check (self, node, none, elements);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "block"))
      read_block (self, child);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "document"))
      read_document (self, child);
}
