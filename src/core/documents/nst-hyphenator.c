/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a Russian word may be divided: libhyphen with the system's dictionary. */
#include "config.h"

#include "documents/nst-hyphenator.h"

#include <stdlib.h>

#if NST_HAVE_HYPHEN
#include <hyphen.h>

/* DOCUMENTS 16.4, item 7. */
#define MIN_SIDE 3

static const char *const dictionaries[] = {
  "/usr/share/hyphen/hyph_ru_RU.dic",
  "/app/share/hyphen/hyph_ru_RU.dic",
  NST_PKGDATADIR "/hyphen/hyph_ru_RU.dic",
};
#endif

struct _NstHyphenator
{
#if NST_HAVE_HYPHEN
  HyphenDict *dictionary;
#endif
  GIConv narrow;
};

/**
 * nst_hyphenator_new:
 *
 * Without libhyphen or its Russian dictionary words are simply never divided.
 *
 * Returns: (transfer full): a hyphenator
 */
NstHyphenator *
nst_hyphenator_new (void)
{
  NstHyphenator *self = g_new0 (NstHyphenator, 1);

  self->narrow = (GIConv) -1;
#if NST_HAVE_HYPHEN
  for (guint i = 0; i < G_N_ELEMENTS (dictionaries) && self->dictionary == NULL; i++)
    {
      if (g_file_test (dictionaries[i], G_FILE_TEST_IS_REGULAR))
        self->dictionary = hnj_hyphen_load (dictionaries[i]);
    }
  if (self->dictionary != NULL)
    self->narrow = g_iconv_open (self->dictionary->cset, "UTF-8");
#endif
  return self;
}

/**
 * nst_hyphenator_free:
 * @self: (nullable): a hyphenator
 */
void
nst_hyphenator_free (NstHyphenator *self)
{
  if (self == NULL)
    return;
#if NST_HAVE_HYPHEN
  if (self->dictionary != NULL)
    hnj_hyphen_free (self->dictionary);
#endif
  if (self->narrow != (GIConv) -1)
    g_iconv_close (self->narrow);
  g_free (self);
}

/**
 * nst_hyphenator_is_able:
 * @self: a hyphenator
 *
 * Returns: whether it has a dictionary
 */
gboolean
nst_hyphenator_is_able (NstHyphenator *self)
{
  return self->narrow != (GIConv) -1;
}

#if NST_HAVE_HYPHEN
/* Lower case, ё as е: the dictionary has one byte a letter, so that the number of a byte in
 * it is the number of the letter in the word. */
static char *
narrow_word (NstHyphenator *self, const char *word, gsize length, gsize *n_letters)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize) length);
  GString *folded = g_string_new (lower);

  g_string_replace (folded, "ё", "е", 0);
  *n_letters = (gsize) g_utf8_strlen (folded->str, -1);
  {
    g_autofree char *taken = g_string_free (folded, FALSE);
    gsize written = 0;
    char *bytes = g_convert_with_iconv (taken, -1, self->narrow, NULL, &written, NULL);

    if (bytes != NULL && written == *n_letters)
      return bytes;
    g_free (bytes);
    return NULL;
  }
}
#endif

/**
 * nst_hyphenator_divide:
 * @self: a hyphenator
 * @word: letters only
 * @length: bytes
 * @points: (element-type gsize): gets byte offsets in @word before which it may be divided
 *
 * At least three letters stay on either side; words written in capitals are not divided.
 */
void
nst_hyphenator_divide (NstHyphenator *self, const char *word, gsize length, GArray *points)
{
#if NST_HAVE_HYPHEN
  gsize n_letters = 0;
  const char *second = g_utf8_next_char (word);
  g_autofree char *bytes = NULL;
  g_autofree char *hyphens = NULL;
  char **rep = NULL;
  int *pos = NULL;
  int *cut = NULL;

  if (!nst_hyphenator_is_able (self) || second >= word + length ||
      g_unichar_isupper (g_utf8_get_char (second)))
    return;
  bytes = narrow_word (self, word, length, &n_letters);
  if (bytes == NULL || n_letters < 2 * MIN_SIDE)
    return;
  hyphens = g_malloc0 (n_letters + 5);
  if (hnj_hyphen_hyphenate2 (self->dictionary, bytes, (int) n_letters, hyphens, NULL, &rep, &pos,
                             &cut) != 0)
    return;
  for (gsize i = MIN_SIDE - 1; i + MIN_SIDE < n_letters; i++)
    {
      if ((hyphens[i] & 1) != 0 && (rep == NULL || rep[i] == NULL))
        {
          gsize offset = (gsize) (g_utf8_offset_to_pointer (word, (glong) i + 1) - word);

          g_array_append_val (points, offset);
        }
    }
  if (rep != NULL)
    for (gsize i = 0; i < n_letters; i++)
      free (rep[i]);
  free (rep);
  free (pos);
  free (cut);
#else
  (void) self;
  (void) word;
  (void) length;
  (void) points;
#endif
}
