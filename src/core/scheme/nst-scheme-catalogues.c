/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the catalogues, limits and texts of a pack. */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include <glib/gi18n-lib.h>

static const char *const none[] = { NULL };

static void
read_entry (NstReader *self, NstCatalogue *catalogue, const char *part, const xmlNode *node)
{
  static const char *const attributes[] = { "code", "title", "short", "level", NULL };
  static const char *const elements[] = { "title", "note", "alias", NULL };
  g_autofree char *code = nst_reader_dup_required (self, node, "code");
  g_autofree char *title = nst_reader_dup (node, "title");
  NstCatalogueEntry *entry;

  nst_reader_check (self, node, attributes, elements);
  if (title == NULL)
    title = nst_reader_dup_child (self, node, "title", TRUE);
  if (code == NULL || title == NULL || !nst_reader_wants (self, part, code, node))
    return;
  entry = nst_catalogue_entry_new (code, title);
  entry->short_title = nst_reader_dup (node, "short");
  entry->level = nst_reader_dup (node, "level");
  entry->note = nst_reader_dup_child (self, node, "note", FALSE);
  g_strfreev (entry->aliases);
  entry->aliases = nst_reader_dup_children (node, "alias");
  nst_catalogue_take (catalogue, entry);
}

/* <catalogue name="direction" open="yes"><entry code="…" title="…"/></catalogue> */
void
nst_reader_read_catalogue (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "name", "open", NULL };
  static const char *const elements[] = { "entry", NULL };
  g_autofree char *name = nst_reader_dup_required (self, node, "name");
  g_autofree char *open = nst_reader_dup (node, "open");
  g_autofree char *part = NULL;
  NstCatalogue *catalogue;

  nst_reader_check (self, node, attributes, elements);
  if (name == NULL)
    return;
  part = g_strconcat ("catalogue:", name, NULL);
  if (!nst_reader_wants_part (self, part))
    return;
  catalogue = nst_scheme_ensure_catalogue (self->scheme, name);
  if (open != NULL)
    nst_catalogue_set_open (catalogue, nst_reader_get_yes (self, node, "open"));
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "entry"))
      read_entry (self, catalogue, part, child);
}

static void
read_limit (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "key", "value", NULL };
  g_autofree char *key = nst_reader_dup_required (self, node, "key");
  g_autofree char *value = nst_reader_dup_required (self, node, "value");

  nst_reader_check (self, node, attributes, none);
  if (key != NULL && value != NULL && nst_reader_wants (self, "limits", key, node))
    nst_scheme_set_limit (self->scheme, key, value);
}

/* <limits><limit key="program.months.min" value="3"/></limits> */
void
nst_reader_read_limits (NstReader *self, const xmlNode *node)
{
  static const char *const elements[] = { "limit", NULL };

  nst_reader_check (self, node, none, elements);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "limit"))
      read_limit (self, child);
}

/* A text of several lines has each in an element of its own. */
static void
read_text (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "key", NULL };
  static const char *const elements[] = { "line", NULL };
  g_autofree char *key = nst_reader_dup_required (self, node, "key");
  g_auto (GStrv) lines = nst_reader_dup_children (node, "line");
  g_autofree char *text =
      lines[0] != NULL ? g_strjoinv ("\n", lines) : nst_reader_dup_text (node);

  nst_reader_check (self, node, attributes, elements);
  if (text[0] == '\0')
    nst_reader_form_fault (self, node, g_strdup (_ ("the text is empty")),
                           _ ("Write the text or remove the element"));
  else if (key != NULL && nst_reader_wants (self, "texts", key, node))
    nst_scheme_set_text (self->scheme, key, text);
}

/* <texts><text key="regulation.title">…</text></texts> */
void
nst_reader_read_texts (NstReader *self, const xmlNode *node)
{
  static const char *const elements[] = { "text", NULL };

  nst_reader_check (self, node, none, elements);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "text"))
      read_text (self, child);
}
