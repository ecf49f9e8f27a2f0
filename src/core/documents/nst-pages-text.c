/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says, for those who hear it. */
#include "config.h"

#include "documents/nst-pages-private.h"

#include <string.h>

/* Lines of one column less far apart than this stand on one line, points. */
#define SAME_LINE 1.0

static void
add_line (GString *text, const NstLine *line)
{
  for (guint i = 0; i < line->runs->len; i++)
    {
      const NstGlyphRun *run = g_ptr_array_index (line->runs, i);

      if (i > 0 && text->len > 0 && !g_str_has_prefix (run->text, " ") &&
          !g_str_has_suffix (text->str, " "))
        g_string_append_c (text, ' ');
      g_string_append (text, run->text);
    }
}

/**
 * nst_pages_dup_text:
 * @self: a document
 * @page: from 0
 *
 * Returns: (transfer full): the words of the page in reading order, a line of print a line;
 *   figures by what they show
 */
char *
nst_pages_dup_text (NstPages *self, guint page)
{
  GString *text = g_string_new (NULL);
  const NstPage *shown;
  double last = 0;

  g_return_val_if_fail (NST_IS_PAGES (self), NULL);
  g_return_val_if_fail (page < nst_pages_get_count (self), NULL);

  shown = nst_pages_get_page (self, page);
  for (guint i = 0; i < shown->ops->len; i++)
    {
      const NstPageOp *op = &g_array_index (shown->ops, NstPageOp, i);

      if (op->type != NST_PAGE_TEXT && op->type != NST_PAGE_FIGURE)
        continue;
      if (text->len > 0)
        g_string_append_c (text,
                           op->baseline > last - SAME_LINE && op->baseline < last + SAME_LINE
                               ? ' '
                               : '\n');
      last = op->baseline;
      if (op->type == NST_PAGE_TEXT)
        add_line (text, op->line);
      else
        g_string_append (text, op->figure->alternative);
    }
  return g_string_free (text, FALSE);
}
