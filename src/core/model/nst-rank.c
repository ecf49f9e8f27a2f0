/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks: strings that order records of one parent and always leave room between. */
#include "config.h"

#include "model/nst-rank.h"

#include <string.h>

/* Digits in byte order, so that ranks sort by comparing bytes. A rank is read as a
 * fraction 0.d1d2d3… in this base and never ends in the lowest digit. */
static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
#define BASE ((int) (sizeof digits - 1))

static int
digit_at (const char *rank, gsize position)
{
  const char *found;

  if (rank == NULL || position >= strlen (rank))
    return -1;
  found = strchr (digits, rank[position]);
  return found != NULL ? (int) (found - digits) : 0;
}

/**
 * nst_rank_between:
 * @before: (nullable): rank of the record in front, or %NULL for none
 * @after: (nullable): rank of the record behind, or %NULL for none; greater than @before
 *
 * Returns: (transfer full): a rank that sorts between the two
 */
char *
nst_rank_between (const char *before, const char *after)
{
  GString *rank = g_string_new (NULL);
  gboolean below = FALSE;

  g_return_val_if_fail (before == NULL || after == NULL || strcmp (before, after) < 0, NULL);

  for (gsize i = 0;; i++)
    {
      int low = MAX (digit_at (before, i), 0);
      int high = below || digit_at (after, i) < 0 ? BASE : digit_at (after, i);

      if (high - low > 1)
        {
          g_string_append_c (rank, digits[low + (high - low) / 2]);
          return g_string_free (rank, FALSE);
        }
      g_string_append_c (rank, digits[low]);
      below = below || low < high;
    }
}

/**
 * nst_rank_nth:
 * @position: from 0
 *
 * Ranks for records made in a row, with room between and after them.
 *
 * Returns: (transfer full): a rank; greater for a greater @position up to 46 655
 */
char *
nst_rank_nth (guint position)
{
  guint value = position + 1;
  char text[5] = { digits[value / (36 * 36) % 36], digits[value / 36 % 36], digits[value % 36],
                   'i', '\0' };

  return g_strdup (text);
}
