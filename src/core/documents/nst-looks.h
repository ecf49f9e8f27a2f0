/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What paragraphs of a document are for, and how those of one sort look: styles of a word
 * processor. */
#pragma once

#include "documents/nst-hyphenator.h"
#include "documents/nst-shaper.h"
#include "documents/nst-tree.h"

G_BEGIN_DECLS

typedef enum
{
  NST_ROLE_PLAIN,
  NST_ROLE_BODY,
  NST_ROLE_TITLE,
  NST_ROLE_HEADING_1,
  NST_ROLE_HEADING_2,
  NST_ROLE_HEADING_3,
  NST_ROLE_TABLE,
  NST_ROLE_TABLE_HEADING,
  NST_ROLE_SIGNATURE,
} NstRole;

#define NST_N_ROLES (NST_ROLE_SIGNATURE + 1)

/* What just fits a line here may not where others round the widths of letters. */
#define NST_LOOK_ROOM 0.98

/**
 * NstLook:
 * @size: type size, points
 * @pitch: baseline to baseline, points
 * @indent: of the first line, mm
 * @before: free space above, points
 * @after: free space below, points
 * @align: how lines stand
 * @bold: whether all of it is
 * @keep_next: not last on a page
 * @hyphenate: whether words may be divided
 */
typedef struct
{
  double size;
  double pitch;
  double indent;
  double before;
  double after;
  NstAlign align;
  gboolean bold;
  gboolean keep_next;
  gboolean hyphenate;
} NstLook;

/**
 * NstPiece:
 * @text: (nullable): a part of a line in one style; %NULL for a line break
 * @flags: #NstRunFlags
 */
typedef struct
{
  char *text;
  guint flags;
} NstPiece;

typedef struct _NstLooks NstLooks;

NstLooks *nst_looks_new (const NstTree *tree);
void nst_looks_free (NstLooks *self);
const NstLook *nst_looks_get (const NstLooks *self, NstRole role);
gboolean nst_looks_keeps (const NstLooks *self, gconstpointer paragraph_or_row);
gboolean nst_looks_keeps_whole (const NstLooks *self, const NstTable *table, const NstRow *row);

NstShaper *nst_looks_get_shaper (NstLooks *self);
NstHyphenator *nst_looks_get_hyphenator (NstLooks *self);

NstRole nst_role_of (const NstParagraph *paragraph, const NstTable *table, gboolean header);
void nst_look_read (NstLook *self, const NstParagraph *paragraph);
void nst_looks_fit (NstLooks *self, NstLook *look, const NstParagraph *paragraph, double width,
                    double smaller);
double nst_looks_get_smaller (NstLooks *self, const NstTable *table, const NstCell *cell,
                              double width);
double nst_look_get_padding (const NstTable *table);
double nst_look_get_right (const NstParagraph *paragraph, double width);
GPtrArray *nst_pieces_new (NstLooks *looks, const NstParagraph *paragraph, double size,
                           double width);
char *nst_tree_dup_code_line (const NstTree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstLooks, nst_looks_free)

G_END_DECLS
