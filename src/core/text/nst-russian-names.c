/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names with initials: in signatures and in lists (DOCUMENTS 0.1). */
#include "config.h"

#include "text/nst-russian.h"

#define NBSP "\302\240"
#define NO_BREAK_HYPHEN "\342\200\221"

/* «М.», and «А.-М.» of a double name. */
static void
append_initial (GString *text, const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (name == NULL || *name == '\0')
    return;
  parts = g_strsplit (name, "-", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strchug (parts[i]);

      /* «Мамед-оглы» has one initial: a part that is no name starts small. */
      if (*part == '\0' || (i > 0 && g_unichar_islower (g_utf8_get_char (part))))
        continue;
      if (i > 0)
        g_string_append (text, NO_BREAK_HYPHEN);
      g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (part)));
      g_string_append_c (text, '.');
    }
}

static char *
initials (const char *first, const char *middle)
{
  GString *text = g_string_new (NULL);

  append_initial (text, first);
  append_initial (text, middle);
  return g_string_free (text, FALSE);
}

/**
 * nst_russian_signature:
 * @last: (nullable): surname, in the case wanted
 * @first: (nullable): first name
 * @middle: (nullable): patronymic
 *
 * Filter `sig`: initials without a gap, a no-break space, the surname.
 *
 * Returns: (transfer full): «М.И. Иванова»
 */
char *
nst_russian_signature (const char *last, const char *first, const char *middle)
{
  g_autofree char *letters = initials (first, middle);

  if (last == NULL || *last == '\0')
    return g_steal_pointer (&letters);
  if (*letters == '\0')
    return g_strdup (last);
  return g_strconcat (letters, NBSP, last, NULL);
}

/**
 * nst_russian_list_name:
 * @last: (nullable): surname, in the case wanted
 * @first: (nullable): first name
 * @middle: (nullable): patronymic
 *
 * Filter `list`: the surname, a no-break space, initials without a gap.
 *
 * Returns: (transfer full): «Иванова М.И.»
 */
char *
nst_russian_list_name (const char *last, const char *first, const char *middle)
{
  g_autofree char *letters = initials (first, middle);

  if (last == NULL || *last == '\0')
    return g_steal_pointer (&letters);
  if (*letters == '\0')
    return g_strdup (last);
  return g_strconcat (last, NBSP, letters, NULL);
}
