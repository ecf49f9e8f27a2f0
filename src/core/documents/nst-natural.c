/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which people look for names and numbers in a list. */
#include "config.h"

#include "documents/nst-natural.h"

#include <string.h>

/* Small and big letters are one, and so are «ё» and «е». */
static gunichar
fold (gunichar c)
{
  c = g_unichar_tolower (c);
  return c == 0x0451 ? 0x0435 : c;
}

/* Reads a number without its leading zeros; gives how many digits it has. */
static gsize
skip_number (const char **p, const char **digits)
{
  while (**p == '0' && g_ascii_isdigit ((*p)[1]))
    (*p)++;
  *digits = *p;
  while (g_ascii_isdigit (**p))
    (*p)++;
  return (gsize) (*p - *digits);
}

static int
compare_numbers (const char **first, const char **second)
{
  const char *a;
  const char *b;
  gsize n_a = skip_number (first, &a);
  gsize n_b = skip_number (second, &b);

  if (n_a != n_b)
    return n_a < n_b ? -1 : 1;
  return strncmp (a, b, n_a);
}

/**
 * nst_natural_compare:
 * @first: (nullable): a text
 * @second: (nullable): another
 *
 * «№ 2» comes before «№ 10», «Ёлкина» between «Ежова» and «Жукова», nothing before something.
 *
 * Returns: below, at or above 0
 */
int
nst_natural_compare (const char *first, const char *second)
{
  const char *a = first;
  const char *b = second;

  while (a != NULL && b != NULL && *a != '\0' && *b != '\0')
    {
      gunichar x = fold (g_utf8_get_char (a));
      gunichar y = fold (g_utf8_get_char (b));
      int result = 0;

      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        result = compare_numbers (&a, &b);
      else if (x != y)
        result = x < y ? -1 : 1;
      else
        {
          a = g_utf8_next_char (a);
          b = g_utf8_next_char (b);
        }
      if (result != 0)
        return result;
    }
  if (a != NULL && b != NULL && (*a == '\0') != (*b == '\0'))
    return *a == '\0' ? -1 : 1;
  return g_strcmp0 (first, second);
}
