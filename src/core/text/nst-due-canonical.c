/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The machine form of a schedule, written and read (DOMAIN section 7). */
#include "config.h"

#include "text/nst-due-private.h"

#include <string.h>

#define AFTER_END "end+"
#define AFTER_STAGE "stage+"
#define EACH_QUARTER "/quarter"

/* The kinds that are one word. */
static const struct
{
  NstDueKind kind;
  const char *word;
} words[] = {
  { NST_DUE_ON_REQUEST, "on-request" },
  { NST_DUE_BY_AGREEMENT, "by-agreement" },
  { NST_DUE_WHOLE_PERIOD, "whole-period" },
  { NST_DUE_IN_PROGRESS, "in-progress" },
};

static void
append_point (GString *text, NstDuePoint point)
{
  if (point.year == 0)
    g_string_append (text, "-");
  else
    g_string_append_printf (text, "%04d", point.year);
  if (point.month > 0)
    g_string_append_printf (text, "-%02d", point.month);
  if (point.day > 0)
    g_string_append_printf (text, "-%02d", point.day);
}

static void
append_points (GString *text, const NstDue *self, const char *between)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      if (i > 0)
        g_string_append (text, between);
      append_point (text, nst_due_get_point (self, i));
    }
}

/* The machine form, without words. */
char *
nst_due_print_machine (const NstDue *self)
{
  GString *text = g_string_new (NULL);

  switch (self->kind)
    {
    case NST_DUE_MONTH:
    case NST_DUE_DATE:
    case NST_DUE_RECURRING:
      append_points (text, self, ",");
      break;
    case NST_DUE_MONTH_LIST:
    case NST_DUE_DATE_LIST:
      g_string_append_c (text, '[');
      append_points (text, self, ",");
      g_string_append_c (text, ']');
      break;
    case NST_DUE_MONTH_RANGE:
    case NST_DUE_DATE_RANGE:
    case NST_DUE_YEAR_RANGE:
      append_points (text, self, "..");
      break;
    case NST_DUE_QUARTERLY:
      append_points (text, self, "..");
      g_string_append (text, EACH_QUARTER);
      break;
    case NST_DUE_CONTINUOUS_FROM:
      append_points (text, self, "");
      g_string_append (text, "..");
      break;
    case NST_DUE_STAGE_MONTHS:
      g_string_append_printf (text, AFTER_STAGE "%um", self->number);
      break;
    case NST_DUE_RELATIVE_DAYS:
      g_string_append_printf (text, AFTER_END "%ud", self->number);
      break;
    case NST_DUE_ON_REQUEST:
    case NST_DUE_BY_AGREEMENT:
    case NST_DUE_WHOLE_PERIOD:
    case NST_DUE_IN_PROGRESS:
    default:
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (words[i].kind == self->kind)
          g_string_append (text, words[i].word);
      break;
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_digits (const char **at, guint count, int *value)
{
  *value = 0;
  for (guint i = 0; i < count; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *value = *value * 10 + (**at - '0');
    }
  return TRUE;
}

/* YYYY, YYYY-MM, YYYY-MM-DD, --MM or --MM-DD. */
static gboolean
read_point (const char **at, NstDuePoint *point)
{
  memset (point, 0, sizeof *point);
  if (**at == '-')
    (*at)++;
  else if (!read_digits (at, 4, &point->year) || point->year == 0)
    return FALSE;
  if (**at != '-')
    return point->year != 0;
  (*at)++;
  if (!read_digits (at, 2, &point->month) || point->month == 0)
    return FALSE;
  if (**at != '-')
    return TRUE;
  (*at)++;
  return read_digits (at, 2, &point->day) && point->day != 0;
}

static NstDue *
parse_count (const char *machine, const char *prefix, char unit, NstDueKind kind)
{
  NstDue *self;
  guint64 number;
  char *end = NULL;

  if (!g_str_has_prefix (machine, prefix))
    return NULL;
  machine += strlen (prefix);
  if (!g_ascii_isdigit (*machine))
    return NULL;
  number = g_ascii_strtoull (machine, &end, 10);
  if (number == 0 || number > 9999 || end[0] != unit || end[1] != '\0')
    return NULL;
  self = nst_due_new (kind);
  self->number = (guint) number;
  return self;
}

static gboolean
same_parts (NstDuePoint a, NstDuePoint b)
{
  return (a.year == 0) == (b.year == 0) && (a.month == 0) == (b.month == 0) &&
         (a.day == 0) == (b.day == 0);
}

static NstDue *
parse_list (const char *machine, gboolean bracketed)
{
  g_autoptr (NstDue) self = nst_due_new (NST_DUE_RECURRING);
  const char *at = machine;
  NstDuePoint first = { 0 };

  if (bracketed)
    at++;
  for (;;)
    {
      NstDuePoint point;

      at += strspn (at, " ");
      if (!read_point (&at, &point))
        return NULL;
      nst_due_add_point (self, point);
      first = nst_due_get_point (self, 0);
      if (!same_parts (first, point))
        return NULL;
      at += strspn (at, " ");
      if (*at != ',')
        break;
      at++;
    }
  if (bracketed != (*at == ']') || at[bracketed ? 1 : 0] != '\0')
    return NULL;
  if (bracketed ? first.month == 0 || first.year == 0 : first.year != 0 && self->points->len > 1)
    return NULL;
  if (bracketed)
    self->kind = first.day > 0 ? NST_DUE_DATE_LIST : NST_DUE_MONTH_LIST;
  else if (first.year != 0)
    self->kind = first.day > 0 ? NST_DUE_DATE : NST_DUE_MONTH;
  /* A year alone is written as a range of one. */
  return !bracketed && first.month == 0 ? NULL : g_steal_pointer (&self);
}

static NstDue *
parse_range (const char *machine)
{
  g_autoptr (NstDue) self = nst_due_new (NST_DUE_CONTINUOUS_FROM);
  const char *at = machine;
  NstDuePoint first, last;

  if (!read_point (&at, &first) || first.year == 0 || !g_str_has_prefix (at, ".."))
    return NULL;
  at += 2;
  nst_due_add_point (self, first);
  if (*at == '\0')
    return first.month == 0 ? NULL : g_steal_pointer (&self);
  if (!read_point (&at, &last) || !same_parts (first, last))
    return NULL;
  nst_due_add_point (self, last);
  self->kind = first.day > 0     ? NST_DUE_DATE_RANGE
               : first.month > 0 ? NST_DUE_MONTH_RANGE
                                 : NST_DUE_YEAR_RANGE;
  if (self->kind == NST_DUE_YEAR_RANGE && strcmp (at, EACH_QUARTER) == 0)
    self->kind = NST_DUE_QUARTERLY;
  else if (*at != '\0')
    return NULL;
  return g_steal_pointer (&self);
}

/* The schedule of a machine form, or %NULL; whether its days exist is not looked at. */
NstDue *
nst_due_parse_machine (const char *machine)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (machine, words[i].word) == 0)
      return nst_due_new (words[i].kind);
  if (g_str_has_prefix (machine, AFTER_END))
    return parse_count (machine, AFTER_END, 'd', NST_DUE_RELATIVE_DAYS);
  if (g_str_has_prefix (machine, AFTER_STAGE))
    return parse_count (machine, AFTER_STAGE, 'm', NST_DUE_STAGE_MONTHS);
  if (*machine == '[')
    return parse_list (machine, TRUE);
  if (strstr (machine, "..") != NULL)
    return parse_range (machine);
  return parse_list (machine, FALSE);
}
