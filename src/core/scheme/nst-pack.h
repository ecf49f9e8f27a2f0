/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack as XML: parsed safely, its further files put in their places. */
#pragma once

#include "scheme/nst-scheme-loader.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* The pack that lies beneath every other one, and the file that each pack begins with. */
#define NST_PACK_COMMON "common"
#define NST_PACK_FILE "scheme.xml"

/**
 * NstPack:
 * @id: name of the pack
 * @file: its first file, as faults call it
 * @dir: (nullable): folder of its further files; %NULL when everything is in one text
 * @doc: (nullable): the XML
 * @origins: roots of what was put in from further files, with the names of those
 */
typedef struct
{
  char *id;
  char *file;
  char *dir;
  xmlDoc *doc;
  GHashTable *origins;
} NstPack;

NstPack *nst_pack_new_from_text (GBytes *text, const char *file, GPtrArray *faults);
NstPack *nst_pack_new_from_dir (const char *dir, const char *file, GPtrArray *faults,
                                GError **error);
GBytes *nst_pack_read_file (const char *path, GError **error);
void nst_pack_free (NstPack *self);
GBytes *nst_pack_to_text (NstPack *self);
const char *nst_pack_get_file_of (NstPack *self, const xmlNode *node);

void nst_fault_add (GPtrArray *faults, const char *file, int line, char *message, char *remedy);
char *nst_fault_to_text (const NstFault *self);
void nst_faults_to_error (GPtrArray *faults, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstPack, nst_pack_free)

G_END_DECLS
