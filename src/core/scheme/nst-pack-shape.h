/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the grammar of packs says of one element: its attributes, its inside, its values. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * NstShapeSlot:
 * @name: of an attribute or an element
 * @pattern: where the grammar defines it
 * @required: whether it must be there
 * @repeated: whether it may be there more than once
 */
typedef struct
{
  const char *name;
  const xmlNode *pattern;
  gboolean required;
  gboolean repeated;
} NstShapeSlot;

/**
 * NstShape:
 * @attributes: (element-type NstShapeSlot): what it may have
 * @elements: (element-type NstShapeSlot): what may stand inside
 * @words: whether words may stand inside besides
 * @value: (nullable): what the words inside look like, when nothing else may stand there
 */
typedef struct
{
  GArray *attributes;
  GArray *elements;
  gboolean words;
  const xmlNode *value;
} NstShape;

NstShape *nst_shape_new (GHashTable *defines, const xmlNode *pattern);
void nst_shape_free (NstShape *self);
const NstShapeSlot *nst_shape_find (GArray *slots, const char *name);
char *nst_shape_dup_names (GArray *slots, const char *between);

/* Values: @pattern holds a choice, a data or a reference to one of them. */
gboolean nst_shape_fits (GHashTable *defines, const xmlNode *pattern, const char *value);
char *nst_shape_dup_words (GHashTable *defines, const xmlNode *pattern);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstShape, nst_shape_free)

G_END_DECLS
