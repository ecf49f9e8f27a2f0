/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A closed or open list of codes with their wording. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NstCatalogueEntry:
 * @code: what records keep and what statistics group by
 * @title: wording of the regulation, verbatim
 * @short_title: (nullable): wording for narrow places
 * @note: (nullable): further lines, such as duties of a role
 * @level: (nullable): whose role it is: "REGION", "OPERATOR", "MUNICIPAL", "ORGANISATION";
 *   of a kind of organisation, the levels (between spaces) whose offices are of this kind
 * @aliases: other wordings of the same, by which it is found; may be empty
 *
 * Owned by its catalogue.
 */
typedef struct
{
  char *code;
  char *title;
  char *short_title;
  char *note;
  char *level;
  GStrv aliases;
} NstCatalogueEntry;

#define NST_TYPE_CATALOGUE (nst_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (NstCatalogue, nst_catalogue, NST, CATALOGUE, GObject)

NstCatalogueEntry *nst_catalogue_entry_new (const char *code, const char *title);
void nst_catalogue_entry_free (NstCatalogueEntry *self);

NstCatalogue *nst_catalogue_new (const char *name, gboolean open);
gboolean nst_catalogue_is_open (NstCatalogue *self);
void nst_catalogue_set_open (NstCatalogue *self, gboolean open);
guint nst_catalogue_get_size (NstCatalogue *self);
const NstCatalogueEntry *nst_catalogue_get_nth (NstCatalogue *self, guint position);
const NstCatalogueEntry *nst_catalogue_find (NstCatalogue *self, const char *code);
const NstCatalogueEntry *nst_catalogue_find_title (NstCatalogue *self, const char *title);
void nst_catalogue_take (NstCatalogue *self, NstCatalogueEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstCatalogueEntry, nst_catalogue_entry_free)

G_END_DECLS
