/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph of a document tree: runs of text and how they are set. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NstRunFlags:
 * @NST_RUN_BOLD: bold
 * @NST_RUN_ITALIC: italic
 * @NST_RUN_NO_HYPHENS: never hyphenated (names)
 * @NST_RUN_BOX: without a text: a square to tick, with sides of @blank
 */
typedef enum
{
  NST_RUN_PLAIN = 0,
  NST_RUN_BOLD = 1 << 0,
  NST_RUN_ITALIC = 1 << 1,
  NST_RUN_NO_HYPHENS = 1 << 2,
  NST_RUN_BOX = 1 << 3,
} NstRunFlags;

typedef enum
{
  NST_ALIGN_JUSTIFY,
  NST_ALIGN_LEFT,
  NST_ALIGN_CENTER,
  NST_ALIGN_RIGHT,
} NstAlign;

typedef enum
{
  NST_VALIGN_TOP,
  NST_VALIGN_MIDDLE,
  NST_VALIGN_BOTTOM,
} NstValign;

/**
 * NstRun:
 * @text: (nullable): text of one style; U+00A0 and U+2011 do not break
 * @flags: #NstRunFlags
 * @blank: when @text is %NULL, width of an empty rule to write on, mm
 * @missing: which of the missing fields the rule is for, from 1; 0: it is meant to be empty
 */
typedef struct
{
  char *text;
  guint flags;
  double blank;
  guint missing;
} NstRun;

/**
 * NstParagraph:
 * @tag: structure tag: "P", "H1", "H2"
 * @runs: (element-type NstRun): what it says
 * @align: how lines stand
 * @size: type size, points
 * @pitch: baseline to baseline, points
 * @indent: of the first line, mm
 * @left: from the left edge of its column, mm
 * @width: of its lines, mm; 0: the whole column
 * @before: free space above, points; dropped at the top of a page
 * @after: free space below, points
 * @keep_next: not last on a page (headings)
 * @hyphenate: whether words may be divided
 * @outline: level in the outline, from 1; 0: not in it
 * @marked: shown as what is being worded just now
 */
typedef struct
{
  char *tag;
  GPtrArray *runs;
  NstAlign align;
  double size;
  double pitch;
  double indent;
  double left;
  double width;
  double before;
  double after;
  gboolean keep_next;
  gboolean hyphenate;
  guint outline;
  gboolean marked;
} NstParagraph;

G_END_DECLS
