/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the window calls a programme. */
#include "config.h"

#include "app/widgets/nst-program-names.h"

#include "app/widgets/nst-date.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-program-term.h"

#include <glib/gi18n.h>
#include <string.h>

/* A name shorter than this says too little alone: «Лицей № 2» keeps its «Лицей №». */
#define LEAST_LETTERS 5

static gboolean
has_word (GPtrArray *words, const char *word)
{
  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

/* How many quotes are open after @word. */
static int
count_open (int open, const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, "«"))
        open++;
      else if (g_str_has_prefix (p, "»"))
        open = 0; /* two marks of closing are printed as one */
    }
  return open;
}

/* Words of a name; what stands in quotes is one. */
static GPtrArray *
split_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, " ", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  int open = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (open > 0)
        {
          char *last = g_ptr_array_index (words, words->len - 1);

          words->pdata[words->len - 1] = g_strconcat (last, " ", parts[i], NULL);
          g_free (last);
        }
      else
        g_ptr_array_add (words, g_strdup (parts[i]));
      open = count_open (open, parts[i]);
    }
  return words;
}

static char *
join_words (GPtrArray *words, guint count, GPtrArray *without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    if (without == NULL || !has_word (without, words->pdata[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              (const char *) words->pdata[i]);
  return g_string_free (text, FALSE);
}

static guint
count_common_end (GPtrArray *words, GPtrArray *others)
{
  guint n = 0;

  while (n < words->len && n < others->len &&
         strcmp (words->pdata[words->len - n - 1], others->pdata[others->len - n - 1]) == 0)
    n++;
  return n;
}

/* What of @name is not in @other: «МКОУ Песковатская СШ» beside «МКОУ Лесная СШ» is
 * «Песковатская»; «СШ № 15 Кировского района» beside «СШ № 17 Кировского района» is «СШ № 15». */
static char *
drop_common (const char *name, const char *other)
{
  g_autoptr (GPtrArray) words = split_name (name);
  g_autoptr (GPtrArray) others = split_name (other);
  g_autofree char *rest = join_words (words, words->len, others);

  if (g_utf8_strlen (rest, -1) < LEAST_LETTERS)
    {
      g_free (rest);
      rest = join_words (words, words->len - count_common_end (words, others), NULL);
    }
  if (g_utf8_strlen (rest, -1) >= LEAST_LETTERS)
    return g_steal_pointer (&rest);
  return g_strdup (name);
}

static char *
join_side (const NstRuleContext *context, NstRecord *group, const char *side)
{
  g_autoptr (GPtrArray) teams = nst_group_sides_list_teams (context, group, side);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < teams->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            nst_record_get_title (g_ptr_array_index (teams, i)));
  return g_string_free (text, text->len == 0);
}

char *
nst_program_names_dup_brief (const char *from, const char *to)
{
  gboolean many = strstr (from, ", ") != NULL || strstr (to, ", ") != NULL;
  g_autofree char *short_from = NULL;
  g_autofree char *short_to = NULL;

  /* Of several names each says which it is. */
  if (many)
    return g_strdup_printf ("%s → %s", from, to);
  short_from = drop_common (from, to);
  short_to = drop_common (to, from);
  return g_strdup_printf ("%s → %s", short_from, short_to);
}

char *
nst_program_names_dup_pair (NstOffice *office, NstRecord *program)
{
  NstRuleContext context;
  g_autoptr (NstRecord) group = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  nst_office_get_look (office, &context);
  group = nst_source_dup_ref (context.source, program, "group");
  if (group != NULL)
    {
      from = join_side (&context, group, NST_SIDE_EXPERIENCED);
      to = join_side (&context, group, NST_SIDE_DEVELOPING);
    }
  if (from == NULL || to == NULL)
    return g_strdup (nst_record_get_title (program));
  return nst_program_names_dup_brief (from, to);
}

/* Made by a correction and still to be approved; the version before it is in force. */
static gboolean
is_new_version (NstRecord *program)
{
  return nst_record_get_ref (program, "previous") != 0 &&
         nst_record_get_text (program, "reapproved_on") == NULL;
}

char *
nst_program_names_dup_line (NstOffice *office, NstRecord *program)
{
  GString *text = g_string_new (NULL);
  NstRuleContext context;
  const NstLifeState *state;
  const char *group = nst_record_get_display (program, "group");
  gint64 version = nst_record_get_int (program, "version");
  g_autoptr (NstRecord) next = nst_program_names_dup_next (office, program);
  GDate approved;

  nst_office_get_context (office, &context);
  if (group != NULL)
    g_string_append_printf (text, _ ("Programme of group %s"), group);
  if (nst_record_get_date (program, "approved_on", &approved))
    {
      g_autofree char *day = nst_date_to_label (&approved);

      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _ ("approved %s"), day);
    }
  else if ((state = nst_steps_get_state (&context, program)) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", state->title);
  if (version > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text,
                              next != NULL ? _ ("version %d, replaced by a newer one")
                              : is_new_version (program) ? _ ("version %d, not approved yet")
                                                         : _ ("version %d"),
                              (int) version);
    }
  return g_string_free (text, FALSE);
}

char *
nst_program_names_dup_period (NstRecord *program)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *text = nst_record_get_text (program, "period_text");
  GDate start, end;

  if (!nst_program_term_get_start (program, &start) || !nst_program_term_get_end (program, &end))
    return g_strdup (text != NULL ? text : _ ("no period"));
  from = nst_date_to_label (&start);
  to = nst_date_to_label (&end);
  return g_strdup_printf ("%s – %s", from, to);
}

NstRecord *
nst_program_names_dup_next (NstOffice *office, NstRecord *program)
{
  g_autoptr (GPtrArray) next = nst_source_list_of (NST_SOURCE (nst_office_get_store (office)),
                                                   "program", "previous", program);

  return next->len > 0 ? g_object_ref (g_ptr_array_index (next, next->len - 1)) : NULL;
}
