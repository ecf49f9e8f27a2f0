/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the kept copies stay: last days, then weeks, then months. */
#include "config.h"

#include "store/nst-backup-rotation.h"

#define DAYS 7
#define WEEKS 4
#define MONTHS 12
/* Of one day all special copies stay while the day is among the last, but not without end. */
#define SPECIAL 10

typedef struct
{
  guint days;
  guint weeks;
  guint months;
  guint special;
  gboolean plain; /* one of that day's work has stayed */
  GDate seen;     /* day of the copy looked at before */
  GDate stayed;   /* day of the copy that stayed before */
} Walk;

static guint
week_of (const GDate *day)
{
  return (g_date_get_julian (day) - 1) / 7;
}

static guint
month_of (const GDate *day)
{
  return g_date_get_year (day) * 12u + (guint) g_date_get_month (day);
}

/* Of the copies that are made as time passes only the last one of a day. */
static gboolean
stays_of_day (Walk *walk, const NstBackupMark *mark)
{
  if (walk->weeks > 0 || g_date_compare (&walk->stayed, &mark->day) != 0)
    return FALSE;
  if (mark->special)
    return walk->special++ < SPECIAL;
  if (walk->plain)
    return FALSE;
  walk->plain = TRUE;
  return TRUE;
}

static gboolean
stays (Walk *walk, const NstBackupMark *mark)
{
  if (g_date_valid (&walk->seen) && g_date_compare (&walk->seen, &mark->day) == 0)
    return stays_of_day (walk, mark);
  walk->plain = !mark->special;
  if (walk->days < DAYS)
    return ++walk->days > 0;
  if (walk->weeks < WEEKS)
    return week_of (&mark->day) != week_of (&walk->stayed) && ++walk->weeks > 0;
  return walk->months < MONTHS && month_of (&mark->day) != month_of (&walk->stayed) &&
         ++walk->months > 0;
}

/**
 * nst_backup_rotation_list_gone:
 * @marks: (element-type NstBackupMark): all copies, the newest first
 * @room: how many bytes they may take together
 *
 * Stays: of each of the 7 last days on which there is a copy the last one, the last one of the
 * day's work and the special ones; of what is older the last copy of each of 4 weeks, Monday to
 * Sunday; of what is older still the last copy of each of 12 months. A week or month that a
 * younger copy already stands for does not count again. Where there is no room, the oldest go
 * first; the newest always stays.
 *
 * Returns: (transfer full) (element-type guint): numbers of the copies that go
 */
GArray *
nst_backup_rotation_list_gone (GArray *marks, guint64 room)
{
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (guint));
  Walk walk = { 0 };
  guint64 taken = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const NstBackupMark *mark = &g_array_index (marks, NstBackupMark, i);
      gboolean stay = stays (&walk, mark);

      walk.seen = mark->day;
      if (stay)
        walk.stayed = mark->day;
      if (stay && (i == 0 || taken + mark->size <= room))
        taken += mark->size;
      else
        g_array_append_val (gone, mark->number);
    }
  return gone;
}
