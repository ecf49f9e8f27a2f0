/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two texts do not share, word by word. */
#include "config.h"

#include "app/office/nst-wording-difference.h"

#include <string.h>

/* Longer texts are shown one after the other: more would take too long at each key. */
#define MAX_WORDS 400

typedef struct
{
  GStrv before;
  GStrv after;
  guint n_before;
  guint n_after;
  guint16 *common; /* how many words the rest of both shares */
} Texts;

static guint16 *
at (const Texts *self, guint i, guint k)
{
  return &self->common[i * (self->n_after + 1) + k];
}

static void
compare (Texts *self)
{
  self->common = g_new0 (guint16, (gsize) (self->n_before + 1) * (self->n_after + 1));
  for (guint i = self->n_before; i-- > 0;)
    for (guint k = self->n_after; k-- > 0;)
      *at (self, i, k) = strcmp (self->before[i], self->after[k]) == 0
                             ? *at (self, i + 1, k + 1) + 1
                             : MAX (*at (self, i + 1, k), *at (self, i, k + 1));
}

/* Spaces between words say nothing, and empty words less. */
static GStrv
split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \n", MAX_WORDS);
  GStrvBuilder *words = g_strv_builder_new ();
  GStrv all;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  all = g_strv_builder_end (words);
  g_strv_builder_unref (words);
  return all;
}

static void
add (GString *markup, const char *word, const char *begin, const char *end)
{
  g_autofree char *text = g_markup_escape_text (word, -1);

  g_string_append_printf (markup, "%s%s%s%s", markup->len > 0 ? " " : "", begin, text, end);
}

/**
 * nst_wording_difference_dup_markup:
 * @before: a text
 * @after: a text
 *
 * Returns: (transfer full): both in one: what has gone struck through, what has come underlined
 */
char *
nst_wording_difference_dup_markup (const char *before, const char *after)
{
  g_auto (GStrv) left = split (before);
  g_auto (GStrv) right = split (after);
  Texts texts = { left, right, g_strv_length (left), g_strv_length (right), NULL };
  GString *markup = g_string_new (NULL);
  guint i = 0;
  guint k = 0;

  compare (&texts);
  while (i < texts.n_before || k < texts.n_after)
    if (i < texts.n_before && k < texts.n_after && strcmp (left[i], right[k]) == 0)
      {
        add (markup, left[i], "", "");
        i++;
        k++;
      }
    else if (k == texts.n_after ||
             (i < texts.n_before && *at (&texts, i + 1, k) >= *at (&texts, i, k + 1)))
      add (markup, left[i++], "<span strikethrough=\"true\" alpha=\"65%\">", "</span>");
    else
      add (markup, right[k++], "<span underline=\"single\" weight=\"bold\">", "</span>");
  g_free (texts.common);
  return g_string_free (markup, FALSE);
}
