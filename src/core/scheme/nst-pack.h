/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack as XML: parsed safely, its further files put in their places. */
#pragma once

#include "scheme/nst-scheme-loader.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* The pack that lies beneath every other one, and the file that each pack begins with. */
#define NST_PACK_COMMON "common"
#define NST_PACK_FILE "scheme.xml"
/* More faults than anybody reads: then the rest of the pack is not looked at. */
#define NST_PACK_MAX_FAULTS 500

/**
 * NstPack:
 * @id: name of the pack
 * @file: its first file, as faults call it
 * @dir: (nullable): folder of its further files; %NULL when everything is in one text
 * @doc: (nullable): the XML
 * @origins: roots of what was put in from further files, with the names of those
 * @check: whether its files are held against the grammar of packs
 */
typedef struct
{
  char *id;
  char *file;
  char *dir;
  xmlDoc *doc;
  GHashTable *origins;
  gboolean check;
} NstPack;

NstPack *nst_pack_new_from_text (GBytes *text, const char *file, gboolean check,
                                 GPtrArray *faults);
NstPack *nst_pack_new_from_dir (const char *dir, const char *file, gboolean check,
                                GPtrArray *faults, GError **error);
GBytes *nst_pack_read_file (const char *path, GError **error);
void nst_pack_free (NstPack *self);
GBytes *nst_pack_to_text (NstPack *self);
const char *nst_pack_get_file_of (NstPack *self, const xmlNode *node);

NstFault *nst_fault_add (GPtrArray *faults, const char *file, int line, char *message,
                         char *remedy);
int nst_fault_compare (gconstpointer a, gconstpointer b);
gboolean nst_faults_has_form (GPtrArray *faults, const char *file, int line);
char *nst_fault_to_text (const NstFault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstPack, nst_pack_free)

G_END_DECLS
