/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text made equal for search, and keys that sort as the Russian alphabet does. */
#include "config.h"

#include "text/nst-russian.h"

#include <string.h>

#define YO 0x451
#define YE 0x435

/* Lower case in composed form, so that ё and й are one letter each. */
static char *
lower (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return g_utf8_strdown (composed, -1);
}

/**
 * nst_russian_fold:
 * @text: any text
 *
 * For look-ups: lower case, ё as е (DOCUMENTS 15.4).
 *
 * Returns: (transfer full): the folded text
 */
char *
nst_russian_fold (const char *text)
{
  g_autofree char *small = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  small = lower (text);
  folded = g_string_sized_new (strlen (small));
  for (const char *at = small; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (folded, letter == YO ? YE : letter);
    }
  return g_string_free (folded, FALSE);
}

/* A number by its size: how many digits, then the digits. */
static const char *
append_number (GString *key, const char *at)
{
  gsize digits;

  while (at[0] == '0' && g_ascii_isdigit (at[1]))
    at++;
  for (digits = 0; g_ascii_isdigit (at[digits]); digits++)
    ;
  /* The length stays below the letters: 9 stands for nine digits and more. */
  g_string_append_c (key, (char) ('0' + MIN (digits, 9)));
  g_string_append_len (key, at, (gssize) digits);
  return at + digits;
}

/**
 * nst_russian_sort_key:
 * @text: any text
 *
 * A key that compares by bytes (strcmp, memcmp, SQL BINARY): digits, Latin, then the Russian
 * alphabet with ё after е only when all else is equal; case, quotes and marks are passed over,
 * numbers go by their size («№ 2» before «№ 10»), a shorter word comes first.
 *
 * Returns: (transfer full): the key, which is text but not for people
 */
char *
nst_russian_sort_key (const char *text)
{
  g_autofree char *small = NULL;
  GString *key;
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  small = lower (text);
  key = g_string_sized_new (strlen (small) * 2 + 2);
  for (const char *at = small; *at != '\0';)
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isalnum (letter))
        {
          gap = gap || g_unichar_isspace (letter) || letter == '-' || letter == 0x2011;
          at = g_utf8_next_char (at);
          continue;
        }
      if (gap && key->len > 0)
        g_string_append_c (key, ' ');
      gap = FALSE;
      if (g_ascii_isdigit (*at))
        {
          at = append_number (key, at);
          continue;
        }
      g_string_append_unichar (key, letter == YO ? YE : letter);
      at = g_utf8_next_char (at);
    }
  /* What the first part passes over decides between equals. */
  g_string_append_c (key, '\001');
  g_string_append (key, small);
  return g_string_free (key, FALSE);
}
