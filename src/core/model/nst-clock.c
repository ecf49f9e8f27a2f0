/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that knows what day it is. */
#include "config.h"

#include "model/nst-clock.h"

struct _NstClock
{
  GObject parent_instance;

  gboolean fixed;
  GDate today;
};

G_DEFINE_FINAL_TYPE (NstClock, nst_clock, G_TYPE_OBJECT)

static void
nst_clock_class_init (NstClockClass *klass G_GNUC_UNUSED)
{
}

static void
nst_clock_init (NstClock *self)
{
  g_date_clear (&self->today, 1);
}

/**
 * nst_clock_new:
 *
 * Returns: (transfer full): a clock that follows the computer's
 */
NstClock *
nst_clock_new (void)
{
  return g_object_new (NST_TYPE_CLOCK, NULL);
}

/**
 * nst_clock_new_fixed:
 * @today: a valid day
 *
 * Returns: (transfer full): a clock that stands at @today
 */
NstClock *
nst_clock_new_fixed (const GDate *today)
{
  NstClock *self = nst_clock_new ();

  nst_clock_set_today (self, today);
  return self;
}

/**
 * nst_clock_set_today:
 * @self: a clock
 * @today: a valid day
 *
 * Stops the clock at @today, as a replay of events does day by day.
 */
void
nst_clock_set_today (NstClock *self, const GDate *today)
{
  g_return_if_fail (NST_IS_CLOCK (self));
  g_return_if_fail (today != NULL && g_date_valid (today));

  self->fixed = TRUE;
  self->today = *today;
}

/**
 * nst_clock_copy:
 * @self: a clock
 *
 * Returns: (transfer full): another clock that runs or stands as @self does
 */
NstClock *
nst_clock_copy (NstClock *self)
{
  NstClock *copy = nst_clock_new ();

  nst_clock_follow (copy, self);
  return copy;
}

/**
 * nst_clock_follow:
 * @self: a clock
 * @other: another clock, such as a copy kept before a replay of events
 *
 * Makes @self run or stand as @other does.
 */
void
nst_clock_follow (NstClock *self, NstClock *other)
{
  g_return_if_fail (NST_IS_CLOCK (self) && NST_IS_CLOCK (other));

  self->fixed = other->fixed;
  self->today = other->today;
}

/**
 * nst_clock_get_today:
 * @self: a clock
 * @today: (out): the day that everything is computed and recorded for
 */
void
nst_clock_get_today (NstClock *self, GDate *today)
{
  g_autoptr (GDateTime) now = NULL;
  int year, month, day;

  g_return_if_fail (NST_IS_CLOCK (self));
  g_return_if_fail (today != NULL);

  if (self->fixed)
    {
      *today = self->today;
      return;
    }
  now = g_date_time_new_now_local ();
  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * nst_clock_is_fixed:
 * @self: a clock
 *
 * Returns: whether it stands at a day
 */
gboolean
nst_clock_is_fixed (NstClock *self)
{
  g_return_val_if_fail (NST_IS_CLOCK (self), FALSE);

  return self->fixed;
}

/**
 * nst_clock_dup_timestamp:
 * @self: a clock
 *
 * The moment of recording for the history. A clock that stands gives noon of its day, so
 * that the same replay writes the same history.
 *
 * Returns: (transfer full): ISO 8601 in UTC
 */
char *
nst_clock_dup_timestamp (NstClock *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (NST_IS_CLOCK (self), NULL);

  if (self->fixed)
    return g_strdup_printf ("%04u-%02u-%02uT12:00:00Z", g_date_get_year (&self->today),
                            (guint) g_date_get_month (&self->today),
                            g_date_get_day (&self->today));
  now = g_date_time_new_now_utc ();
  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
