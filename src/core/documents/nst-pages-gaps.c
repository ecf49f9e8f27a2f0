/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a page has a rule because a field is not known. */
#include "config.h"

#include "documents/nst-pages-private.h"

/* Room for the hand above a rule and a little below it, points. */
#define ABOVE 11.0
#define BELOW 4.0

static void
add_gaps (GArray *gaps, const NstPageOp *op)
{
  for (guint i = 0; i < op->line->blanks->len; i++)
    {
      const NstLineBlank *blank = &g_array_index (op->line->blanks, NstLineBlank, i);
      NstPageGap gap = { op->x + blank->x, op->baseline - ABOVE, blank->width, ABOVE + BELOW, 0 };

      if (blank->missing == 0)
        continue;
      gap.missing = blank->missing - 1;
      g_array_append_val (gaps, gap);
    }
}

/**
 * nst_pages_list_gaps:
 * @self: a document
 * @page: from 0
 *
 * Returns: (transfer full) (element-type NstPageGap): in reading order; rules that are meant to
 *   be empty are not among them
 */
GArray *
nst_pages_list_gaps (NstPages *self, guint page)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (NstPageGap));
  const NstPage *shown;

  g_return_val_if_fail (NST_IS_PAGES (self), gaps);
  g_return_val_if_fail (page < nst_pages_get_count (self), gaps);

  shown = nst_pages_get_page (self, page);
  for (guint i = 0; i < shown->ops->len; i++)
    {
      const NstPageOp *op = &g_array_index (shown->ops, NstPageOp, i);

      if (op->type == NST_PAGE_TEXT)
        add_gaps (gaps, op);
    }
  return gaps;
}
