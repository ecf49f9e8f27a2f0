/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph taken apart: pieces of one style between spaces, and where they may be divided. */
#pragma once

#include "documents/nst-hyphenator.h"
#include "documents/nst-shaper.h"
#include "documents/nst-tree.h"

G_BEGIN_DECLS

typedef enum
{
  NST_GLUE_NONE,
  NST_GLUE_SPACE,
  NST_GLUE_NO_BREAK,
  NST_GLUE_FORCED,
} NstGlue;

/**
 * NstAtomPoint:
 * @offset: bytes from the start of the atom
 * @hyphen: whether a hyphen is printed when it is divided here
 * @last_resort: only when nothing else helps
 */
typedef struct
{
  gsize offset;
  gboolean hyphen;
  gboolean last_resort;
} NstAtomPoint;

/**
 * NstAtom:
 * @text: (nullable): a piece without spaces
 * @length: bytes
 * @flags: #NstRunFlags
 * @blank: points, of an empty rule when @text is %NULL
 * @missing: of an empty rule: which field is missing there, from 1
 * @glue: what stands before it
 * @width: points
 * @points: (nullable): (element-type NstAtomPoint): where it may be divided, in order
 */
typedef struct
{
  const char *text;
  gsize length;
  guint flags;
  double blank;
  guint missing;
  NstGlue glue;
  double width;
  GArray *points;
} NstAtom;

GArray *nst_atoms_new (const NstParagraph *paragraph);
void nst_atoms_measure (GArray *atoms, NstShaper *shaper, NstHyphenator *hyphenator, double size,
                        double width, gboolean hyphenate, gboolean *overfull);

G_END_DECLS
