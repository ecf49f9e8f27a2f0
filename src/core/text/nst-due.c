/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A schedule: its parts, its two forms, and the move to another year. */
#include "config.h"

#include "text/nst-due.h"

#include "text/nst-due-private.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Between the machine form and the words of a canonical text. */
#define PHRASE_MARK " | "

static const char *const kind_codes[] = {
  [NST_DUE_MONTH] = "MONTH",
  [NST_DUE_MONTH_RANGE] = "MONTH_RANGE",
  [NST_DUE_MONTH_LIST] = "MONTH_LIST",
  [NST_DUE_DATE] = "DATE",
  [NST_DUE_DATE_LIST] = "DATE_LIST",
  [NST_DUE_DATE_RANGE] = "DATE_RANGE",
  [NST_DUE_YEAR_RANGE] = "YEAR_RANGE",
  [NST_DUE_QUARTERLY] = "QUARTERLY",
  [NST_DUE_CONTINUOUS_FROM] = "CONTINUOUS_FROM",
  [NST_DUE_ON_REQUEST] = "ON_REQUEST",
  [NST_DUE_BY_AGREEMENT] = "BY_AGREEMENT",
  [NST_DUE_WHOLE_PERIOD] = "WHOLE_PERIOD",
  [NST_DUE_IN_PROGRESS] = "IN_PROGRESS",
  [NST_DUE_STAGE_MONTHS] = "STAGE_MONTHS",
  [NST_DUE_RELATIVE_DAYS] = "RELATIVE_DAYS",
  [NST_DUE_RECURRING] = "RECURRING",
};

NstDue *
nst_due_new (NstDueKind kind)
{
  NstDue *self = g_new0 (NstDue, 1);

  self->kind = kind;
  self->points = g_array_new (FALSE, TRUE, sizeof (NstDuePoint));
  return self;
}

void
nst_due_add_point (NstDue *self, NstDuePoint point)
{
  g_array_append_val (self->points, point);
}

NstDuePoint
nst_due_get_point (const NstDue *self, guint index)
{
  g_assert (index < self->points->len);
  return g_array_index (self->points, NstDuePoint, index);
}

/* A year of our time, and a month and a day that exist, as far as they are said. */
gboolean
nst_due_point_is_valid (NstDuePoint point)
{
  if (point.year != 0 && (point.year < 1900 || point.year > 2199))
    return FALSE;
  if (point.month < 0 || point.month > 12 || point.day < 0 || point.day > 31)
    return FALSE;
  if (point.day == 0)
    return TRUE;
  /* 29 February of no year in particular is a day that exists. */
  return point.month != 0 && g_date_valid_dmy ((GDateDay) point.day, (GDateMonth) point.month,
                                               (GDateYear) (point.year != 0 ? point.year : 2000));
}

int
nst_due_point_compare (gconstpointer a, gconstpointer b)
{
  const NstDuePoint *one = a;
  const NstDuePoint *other = b;

  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  if (one->month != other->month)
    return one->month < other->month ? -1 : 1;
  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return 0;
}

static gboolean
is_range (NstDueKind kind)
{
  return kind == NST_DUE_MONTH_RANGE || kind == NST_DUE_DATE_RANGE ||
         kind == NST_DUE_YEAR_RANGE || kind == NST_DUE_QUARTERLY;
}

gboolean
nst_due_check_points (NstDue *self, const char *phrase, GError **error)
{
  for (guint i = 0; i < self->points->len; i++)
    if (!nst_due_point_is_valid (nst_due_get_point (self, i)))
      {
        g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                     _ ("The schedule “%s” names a day, month or year that does not exist; "
                        "correct it"),
                     phrase);
        return FALSE;
      }
  if (!is_range (self->kind))
    g_array_sort (self->points, nst_due_point_compare);
  for (guint i = 1; i < self->points->len; i++)
    {
      NstDuePoint before = nst_due_get_point (self, i - 1);
      NstDuePoint after = nst_due_get_point (self, i);
      int order = nst_due_point_compare (&before, &after);

      if (order > 0)
        {
          g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                       _ ("The schedule “%s” ends before it starts; put the earlier date first"),
                       phrase);
          return FALSE;
        }
      if (order == 0 && !is_range (self->kind))
        {
          g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                       _ ("The schedule “%s” names the same date twice; leave one of them"),
                       phrase);
          return FALSE;
        }
    }
  return TRUE;
}

void
nst_due_keep_phrase (NstDue *self, const char *phrase)
{
  g_autofree char *printed = nst_due_print (self);

  g_clear_pointer (&self->phrase, g_free);
  if (g_strcmp0 (printed, phrase) == 0)
    return;
  self->phrase = g_strdup (phrase);
  /* A canonical text is one line; typed line ends count as spaces. */
  g_strdelimit (self->phrase, "\n\r\t", ' ');
}

/**
 * nst_due_from_canonical:
 * @canonical: the machine form, with « | » and the words when they are kept
 * @error: %NST_INPUT_ERROR_INVALID
 *
 * Reads back what nst_due_to_canonical() wrote.
 *
 * Returns: (transfer full) (nullable): the schedule
 */
NstDue *
nst_due_from_canonical (const char *canonical, GError **error)
{
  const char *mark;
  g_autofree char *machine = NULL;
  g_autoptr (NstDue) self = NULL;

  g_return_val_if_fail (canonical != NULL, NULL);

  mark = strstr (canonical, PHRASE_MARK);
  machine =
      mark == NULL ? g_strdup (canonical) : g_strndup (canonical, (gsize) (mark - canonical));
  self = nst_due_parse_machine (g_strstrip (machine));
  if (self == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s” is not the stored form of a schedule; write it like 2021-11, "
                      "2021-10..2021-11 or by-agreement"),
                   canonical);
      return NULL;
    }
  if (!nst_due_check_points (self, canonical, error))
    return NULL;
  if (mark != NULL && mark[strlen (PHRASE_MARK)] != '\0')
    nst_due_keep_phrase (self, mark + strlen (PHRASE_MARK));
  return g_steal_pointer (&self);
}

/**
 * nst_due_free:
 * @self: (nullable): a schedule
 *
 * Frees the schedule.
 */
void
nst_due_free (NstDue *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_free (self->phrase);
  g_free (self);
}

/**
 * nst_due_get_kind:
 * @self: a schedule
 *
 * Returns: its kind (DOMAIN section 7)
 */
NstDueKind
nst_due_get_kind (const NstDue *self)
{
  g_return_val_if_fail (self != NULL, NST_DUE_BY_AGREEMENT);
  return self->kind;
}

/**
 * nst_due_kind_get_code:
 * @kind: a kind
 *
 * Returns: its code of DOMAIN section 7, such as MONTH_LIST
 */
const char *
nst_due_kind_get_code (NstDueKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_codes), NULL);
  return kind_codes[kind];
}

/**
 * nst_due_to_canonical:
 * @self: a schedule
 *
 * The one line that records keep: the machine form of DOMAIN section 7, then « | » and the
 * words when they are not those of default print.
 *
 * Returns: (transfer full): the canonical text
 */
char *
nst_due_to_canonical (const NstDue *self)
{
  g_autofree char *machine = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  machine = nst_due_print_machine (self);
  if (self->phrase == NULL)
    return g_steal_pointer (&machine);
  return g_strconcat (machine, PHRASE_MARK, self->phrase, NULL);
}

/**
 * nst_due_to_phrase:
 * @self: a schedule
 *
 * The words of the schedule as they were given, else as DOCUMENTS 16.1 prints it: with a
 * capital, as in a table cell, and with ordinary spaces (the typographer joins them).
 *
 * Returns: (transfer full): the phrase
 */
char *
nst_due_to_phrase (const NstDue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->phrase != NULL)
    return g_strdup (self->phrase);
  return nst_due_print (self);
}

static NstDuePoint
shift_point (NstDuePoint point, int months)
{
  int count;

  if (point.month == 0)
    {
      /* A year alone moves by whole years. */
      point.year += months / 12;
      return point;
    }
  count = point.year * 12 + point.month - 1 + months;
  point.year = count / 12;
  point.month = count % 12 + 1;
  if (point.day > 0)
    point.day = MIN (point.day, (int) g_date_get_days_in_month ((GDateMonth) point.month,
                                                                (GDateYear) point.year));
  return point;
}

/**
 * nst_due_shift:
 * @self: a schedule
 * @months: how far, may be below 0
 *
 * The same schedule @months later, printed anew. Months and days move by months (a day that
 * does not exist becomes the last of its month), years by whole years; kinds without a
 * calendar date come back as they are, words included.
 *
 * Returns: (transfer full): a new schedule
 */
NstDue *
nst_due_shift (const NstDue *self, int months)
{
  gboolean moves;
  NstDue *moved;

  g_return_val_if_fail (self != NULL, NULL);

  moves = self->points->len > 0 && self->kind != NST_DUE_RECURRING && months != 0;
  moved = nst_due_new (self->kind);
  moved->number = self->number;
  for (guint i = 0; i < self->points->len; i++)
    {
      NstDuePoint point = nst_due_get_point (self, i);

      nst_due_add_point (moved, moves ? shift_point (point, months) : point);
    }
  if (!moves)
    moved->phrase = g_strdup (self->phrase);
  return moved;
}
