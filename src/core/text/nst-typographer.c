/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts set for print, remembered. */
#include "config.h"

#include "text/nst-typographer.h"

/* The fixed words of all forms of an office are some hundreds; the rest are names and days. */
#define MAX_TEXTS 4000

/* Which sort of text has a table of its own. */
#define N_SORTS                                                                                  \
  (NST_TYPOGRAPHY_VERBATIM + NST_TYPOGRAPHY_HEADING + NST_TYPOGRAPHY_INITIALS_GAP + 1)

struct _NstTypographer
{
  GHashTable *texts[N_SORTS];
};

/**
 * nst_typographer_new:
 *
 * Returns: (transfer full): a typographer that has seen nothing yet
 */
NstTypographer *
nst_typographer_new (void)
{
  NstTypographer *self = g_new0 (NstTypographer, 1);

  for (guint i = 0; i < N_SORTS; i++)
    self->texts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * nst_typographer_free:
 * @self: (nullable): a typographer
 */
void
nst_typographer_free (NstTypographer *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_SORTS; i++)
    g_hash_table_unref (self->texts[i]);
  g_free (self);
}

/**
 * nst_typographer_set:
 * @self: a typographer
 * @text: text to be printed
 * @flags: what sort of text it is
 *
 * Returns: (transfer none): what nst_russian_typography() makes of it; good until the next call
 */
const char *
nst_typographer_set (NstTypographer *self, const char *text, NstTypography flags)
{
  GHashTable *texts;
  const char *known;
  char *set;

  g_return_val_if_fail ((guint) flags < N_SORTS, NULL);
  texts = self->texts[flags];
  known = g_hash_table_lookup (texts, text);
  if (known != NULL)
    return known;
  if (g_hash_table_size (texts) >= MAX_TEXTS)
    g_hash_table_remove_all (texts);
  set = nst_russian_typography (text, flags);
  g_hash_table_insert (texts, g_strdup (text), set);
  return set;
}
