/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds words that an office writes into a template against the form and sense of packs. */
#include "config.h"

#include "scheme/nst-scheme-wording.h"

#include "scheme/nst-pack-grammar.h"
#include "scheme/nst-scheme-reader.h"

#include <glib/gi18n-lib.h>

/**
 * nst_scheme_check_line:
 * @block: a <block> with one paragraph, as a pack could have it
 * @faults: (element-type NstFault): gets every fault of form
 */
void
nst_scheme_check_line (xmlDoc *block, GPtrArray *faults)
{
  const xmlNode *line = xmlFirstElementChild (xmlDocGetRootElement (block));

  if (line == NULL || line->next != NULL || line->prev != NULL)
    nst_fault_add (faults, "wording", 1, g_strdup (_ ("the words end the paragraph themselves")),
                   g_strdup (_ ("Leave out </p> and <p>")));
  else
    nst_pack_grammar_check (block, "wording", FALSE, faults);
}

/**
 * nst_scheme_check_document:
 * @self: the scheme that the template belongs to
 * @document: a <document> element, its blocks in their places
 * @faults: (element-type NstFault): gets fields, filters and conditions that cannot be
 */
void
nst_scheme_check_document (NstScheme *self, xmlNode *document, GPtrArray *faults)
{
  g_autoptr (GHashTable) origins = g_hash_table_new (NULL, NULL);
  char file[] = "wording";
  NstPack pack = { .file = file, .origins = origins };
  NstReader reader = { .scheme = self, .faults = faults, .pack = &pack };

  nst_reader_check_template (&reader, document);
}
