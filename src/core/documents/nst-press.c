/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sets type, kept from one document to the next: shaped words, broken paragraphs. */
#include "config.h"

#include "documents/nst-press.h"

#include "documents/nst-breaker.h"

#include <string.h>

/* So many paragraphs are remembered; a longer run of papers begins anew now and then. */
#define MAX_PARAGRAPHS 4096

struct _NstPress
{
  NstShaper *shaper;
  NstHyphenator *hyphenator;
  GHashTable *paragraphs; /* key -> Broken */
};

typedef struct
{
  GPtrArray *lines;
  gboolean overfull;
} Broken;

static void
free_broken (gpointer data)
{
  Broken *broken = data;

  g_ptr_array_unref (broken->lines);
  g_free (broken);
}

/**
 * nst_press_new:
 * @family: type family, such as "Liberation Serif"
 *
 * Returns: (transfer full): a press, to be used by one thread at a time
 */
NstPress *
nst_press_new (const char *family)
{
  NstPress *self = g_new0 (NstPress, 1);

  self->shaper = nst_shaper_new (family);
  self->hyphenator = nst_hyphenator_new ();
  self->paragraphs = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                            (GDestroyNotify) g_bytes_unref, free_broken);
  return self;
}

/**
 * nst_press_free:
 * @self: (nullable): a press; what it has set stays
 */
void
nst_press_free (NstPress *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->paragraphs);
  nst_hyphenator_free (self->hyphenator);
  nst_shaper_free (self->shaper);
  g_free (self);
}

/**
 * nst_press_get_shaper:
 * @self: a press
 *
 * Returns: (transfer none): what measures its words
 */
NstShaper *
nst_press_get_shaper (NstPress *self)
{
  return self->shaper;
}

/* All that lines depend on. */
static GBytes *
make_key (const NstParagraph *paragraph, double width, double size, gboolean narrow)
{
  GByteArray *key = g_byte_array_sized_new (256);
  double numbers[] = { width, size, paragraph->indent };
  guint8 flags[] = { paragraph->align, paragraph->hyphenate, narrow };

  g_byte_array_append (key, (const guint8 *) numbers, sizeof numbers);
  g_byte_array_append (key, flags, sizeof flags);
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const NstRun *run = g_ptr_array_index (paragraph->runs, i);

      g_byte_array_append (key, (const guint8 *) &run->flags, sizeof run->flags);
      if (run->text != NULL)
        g_byte_array_append (key, (const guint8 *) run->text, strlen (run->text) + 1);
      else
        {
          g_byte_array_append (key, (const guint8 *) &run->blank, sizeof run->blank);
          g_byte_array_append (key, (const guint8 *) &run->missing, sizeof run->missing);
        }
    }
  return g_byte_array_free_to_bytes (key);
}

/**
 * nst_press_break:
 * @self: a press
 * @paragraph: what is broken
 * @width: of the column, points
 * @size: type size, points
 * @narrow: whether words that fit the column stay whole
 * @overfull: (inout): becomes %TRUE when a word had to be torn to fit
 *
 * As nst_breaker_break(), but a paragraph of the same words and width is broken once.
 *
 * Returns: (transfer full) (element-type NstLine): its lines, not to be changed
 */
GPtrArray *
nst_press_break (NstPress *self, const NstParagraph *paragraph, double width, double size,
                 gboolean narrow, gboolean *overfull)
{
  g_autoptr (GBytes) key = make_key (paragraph, width, size, narrow);
  Broken *broken = g_hash_table_lookup (self->paragraphs, key);

  if (broken == NULL)
    {
      if (g_hash_table_size (self->paragraphs) >= MAX_PARAGRAPHS)
        g_hash_table_remove_all (self->paragraphs);
      broken = g_new0 (Broken, 1);
      broken->lines = nst_breaker_break (self->shaper, self->hyphenator, paragraph, width, size,
                                         narrow, &broken->overfull);
      g_hash_table_insert (self->paragraphs, g_steal_pointer (&key), broken);
    }
  *overfull |= broken->overfull;
  return g_ptr_array_ref (broken->lines);
}
