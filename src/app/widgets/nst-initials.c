/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a name whose first letters tell it from others. */
#include "config.h"

#include "app/widgets/nst-initials.h"

/* Legal forms stand before the name as abbreviations: all capital, or single letters. */
static gboolean
is_abbreviation (const char *word)
{
  if (g_utf8_strlen (word, -1) == 1)
    return TRUE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Marks and quotes become the spaces between words. */
static GPtrArray *
split (const char *name)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (plain,
                             g_unichar_isalnum (g_utf8_get_char (p)) ? g_utf8_get_char (p) : ' ');
  words = g_strsplit (plain->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (found, g_strdup (words[i]));
  return found;
}

/**
 * nst_initials_dup_words:
 * @name: (nullable): of a person or an organisation
 *
 * The first two words after abbreviations of the legal form: surname and name of a person,
 * “X secondary” of a school. A name of abbreviations only gives its last one.
 *
 * Returns: (transfer full): what an avatar takes its letters from; may be empty
 */
char *
nst_initials_dup_words (const char *name)
{
  g_autoptr (GPtrArray) words = split (name == NULL ? "" : name);
  guint first = 0;

  while (first + 1 < words->len && is_abbreviation (g_ptr_array_index (words, first)))
    first++;
  if (first >= words->len)
    return g_strdup ("");
  if (first + 1 == words->len)
    return g_strdup (g_ptr_array_index (words, first));
  return g_strconcat (g_ptr_array_index (words, first), " ", g_ptr_array_index (words, first + 1),
                      NULL);
}
