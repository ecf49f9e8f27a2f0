/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counted nouns, with an adjective before them or without (DOCUMENTS 16.2). */
#include "config.h"

#include "text/nst-russian.h"

#include <string.h>

/* A noun that things are counted in, all without life: the plural accusative is as the
 * nominative. After 2–4 stands the genitive singular, which «год» and «день» share with the
 * table below; only «лет» is a word of its own. */
typedef struct
{
  char gender;
  const char *nom;
  const char *gen;
  const char *acc;
  const char *pre;
  const char *few;
  const char *plural_gen;
  const char *plural_pre;
} Noun;

static const Noun nouns[] = {
  { 'm', "месяц", "месяца", "месяц", "месяце", "месяца", "месяцев", "месяцах" },
  { 'm', "год", "года", "год", "году", "года", "лет", "годах" },
  { 'm', "день", "дня", "день", "дне", "дня", "дней", "днях" },
  { 'm', "экземпляр", "экземпляра", "экземпляр", "экземпляре", "экземпляра", "экземпляров",
    "экземплярах" },
  { 'm', "оклад", "оклада", "оклад", "окладе", "оклада", "окладов", "окладах" },
  { 'm', "лист", "листа", "лист", "листе", "листа", "листов", "листах" },
  { 'm', "этап", "этапа", "этап", "этапе", "этапа", "этапов", "этапах" },
  { 'm', "час", "часа", "час", "часе", "часа", "часов", "часах" },
  { 'm', "участник", "участника", "участника", "участнике", "участника", "участников",
    "участниках" },
  { 'm', "человек", "человека", "человека", "человеке", "человека", "человек", "людях" },
  { 'm', "документ", "документа", "документ", "документе", "документа", "документов",
    "документах" },
  { 'n', "мероприятие", "мероприятия", "мероприятие", "мероприятии", "мероприятия", "мероприятий",
    "мероприятиях" },
  { 'n', "направление", "направления", "направление", "направлении", "направления", "направлений",
    "направлениях" },
  { 'n', "соглашение", "соглашения", "соглашение", "соглашении", "соглашения", "соглашений",
    "соглашениях" },
  { 'f', "группа", "группы", "группу", "группе", "группы", "групп", "группах" },
  { 'f', "команда", "команды", "команду", "команде", "команды", "команд", "командах" },
  { 'f', "организация", "организации", "организацию", "организации", "организации", "организаций",
    "организациях" },
  { 'f', "школа", "школы", "школу", "школе", "школы", "школ", "школах" },
  { 'f', "программа", "программы", "программу", "программе", "программы", "программ",
    "программах" },
  { 'f', "пара", "пары", "пару", "паре", "пары", "пар", "парах" },
};

/* The case that a given form of the noun stands in; the nominative when several do. */
static const char *
case_of_form (const Noun *noun, const char *form)
{
  if (strcmp (noun->nom, form) == 0)
    return "nom";
  if (strcmp (noun->gen, form) == 0)
    return "gen";
  if (strcmp (noun->acc, form) == 0)
    return "acc";
  return strcmp (noun->pre, form) == 0 ? "pre" : NULL;
}

static const Noun *
find_noun (const char *form, const char **found_case)
{
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      *found_case = case_of_form (&nouns[i], form);
      if (*found_case != NULL)
        return &nouns[i];
    }
  return NULL;
}

static gboolean
is_single (gint64 number)
{
  return nst_russian_plural (number, "1", "2", "5")[0] == '1';
}

static const char *
noun_form (const Noun *noun, gint64 number, const char *to)
{
  gboolean single = is_single (number);

  if (strcmp (to, "gen") == 0)
    return single ? noun->gen : noun->plural_gen;
  if (strcmp (to, "pre") == 0)
    return single ? noun->pre : noun->plural_pre;
  return nst_russian_plural (number, strcmp (to, "acc") == 0 ? noun->acc : noun->nom, noun->few,
                             noun->plural_gen);
}

/* Cuts the two letters of an adjective's ending; the stem tells whether it is soft. */
static char *
cut_ending (const char *adjective, gboolean *soft, gboolean *sibilant)
{
  static const char *const hard[] = { "ый", "ая", "ое", "ой", "ую", NULL };
  glong letters = g_utf8_strlen (adjective, -1);
  const char *end;
  gunichar last;

  if (letters < 4)
    return NULL;
  end = g_utf8_offset_to_pointer (adjective, letters - 2);
  last = g_utf8_get_char (g_utf8_prev_char (end));
  *sibilant = g_utf8_strchr ("гкхжчшщ", -1, last) != NULL;
  *soft = !g_strv_contains (hard, end) && !*sibilant;
  return g_strndup (adjective, (gsize) (end - adjective));
}

static const char *
adjective_ending (char gender, gint64 number, const char *to, gboolean soft, gboolean i_sound)
{
  gboolean gen = strcmp (to, "gen") == 0;
  gboolean pre = strcmp (to, "pre") == 0;

  if (!is_single (number))
    {
      gboolean few = nst_russian_plural (number, "1", "2", "5")[0] == '2';

      /* «три новые группы», but «три новых дня». */
      if (few && !gen && !pre && gender == 'f')
        return soft || i_sound ? "ие" : "ые";
      return soft || i_sound ? "их" : "ых";
    }
  if (gender == 'f')
    {
      if (strcmp (to, "nom") == 0)
        return soft ? "яя" : "ая";
      if (strcmp (to, "acc") == 0)
        return soft ? "юю" : "ую";
      return soft ? "ей" : "ой";
    }
  if (gen)
    return soft ? "его" : "ого";
  if (pre)
    return soft ? "ем" : "ом";
  if (gender == 'n')
    return soft ? "ее" : "ое";
  return soft || i_sound ? "ий" : "ый";
}

/**
 * nst_russian_count:
 * @number: how many
 * @noun: a stored noun with an adjective or without; in the nominative, or in the case that
 *   the sentence asks for («менторской группы», «менторскую группу»)
 * @grammatical_case: (nullable): "nom", "gen", "acc" or "pre"; a noun given in another case
 *   than the nominative keeps its own
 *
 * Filter `cnt`: the words that agree with the number, without the figure, which filter `nw`
 * prints before them.
 *
 * Returns: (transfer full): «месяца» for 3; @noun as it is when it is not a stored one
 */
char *
nst_russian_count (gint64 number, const char *noun, const char *grammatical_case)
{
  const char *space;
  const char *found_case = NULL;
  const char *to = grammatical_case != NULL ? grammatical_case : "nom";
  const Noun *found;
  g_autofree char *stem = NULL;
  gboolean soft = FALSE;
  gboolean sibilant = FALSE;

  g_return_val_if_fail (noun != NULL, NULL);

  space = strrchr (noun, ' ');
  found = find_noun (space == NULL ? noun : space + 1, &found_case);
  if (found == NULL)
    return g_strdup (noun);
  if (strcmp (found_case, "nom") != 0)
    to = found_case;
  if (space == NULL)
    return g_strdup (noun_form (found, number, to));
  if (memchr (noun, ' ', (gsize) (space - noun)) != NULL)
    return g_strdup (noun);
  {
    g_autofree char *adjective = g_strndup (noun, (gsize) (space - noun));

    stem = cut_ending (adjective, &soft, &sibilant);
  }
  if (stem == NULL)
    return g_strdup (noun);
  return g_strconcat (stem, adjective_ending (found->gender, number, to, soft, sibilant), " ",
                      noun_form (found, number, to), NULL);
}
