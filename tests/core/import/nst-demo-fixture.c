/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demonstration's base as of a day, in a directory of its own. */
#include "config.h"

#include "nst-demo-fixture.h"

#include "import/nst-demo.h"

#include <glib/gstdio.h>

static void
read_day (const char *text, GDate *day)
{
  guint y, m, d;

  g_assert_cmpint (sscanf (text, "%u-%u-%u", &y, &m, &d), ==, 3);
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
}

/* Replays up to the day and stops the clock there; %NULL replays the whole story. */
void
nst_demo_fixture_set_up (NstDemoFixture *f, gconstpointer day)
{
  g_autoptr (GError) error = NULL;
  GDate until;

  read_day (day != NULL ? day : "2023-02-01", &until);
  f->dir = g_dir_make_tmp ("nastavnik-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->dir, "office.nastavnik", NULL);
  f->clock = nst_clock_new_fixed (&until);
  f->office = nst_demo_create (f->path, "dubovka", NULL, &until, f->clock, &error);
  g_assert_no_error (error);
  nst_office_get_context (f->office, &f->context);
}

void
nst_demo_fixture_tear_down (NstDemoFixture *f, gconstpointer day G_GNUC_UNUSED)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (f->office);
  g_clear_object (&f->clock);
  dir = g_dir_open (f->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_clear_pointer (&f->path, g_free);
  g_clear_pointer (&f->dir, g_free);
}

/* Goes on to a day without doing anything more. */
void
nst_demo_fixture_look (NstDemoFixture *f, const char *day)
{
  GDate today;

  read_day (day, &today);
  nst_clock_set_today (f->clock, &today);
  nst_office_get_context (f->office, &f->context);
}

/* The record of a kind that stands at a place in the order of the base, from 1. */
NstRecord *
nst_demo_fixture_dup (NstDemoFixture *f, const char *kind, guint number)
{
  g_autoptr (GPtrArray) all = nst_source_list (f->context.source, kind, NULL, NULL);

  g_assert_cmpuint (number, <=, all->len);
  return g_object_ref (all->pdata[number - 1]);
}

/* State of the first record of a kind; "" when there is none. */
void
nst_demo_fixture_assert_state (NstDemoFixture *f, const char *kind, const char *expected)
{
  g_autoptr (GPtrArray) all = nst_source_list (f->context.source, kind, NULL, NULL);
  const NstLifeState *state = NULL;

  if (expected[0] == '\0')
    {
      g_assert_cmpuint (all->len, ==, 0);
      return;
    }
  g_assert_cmpuint (all->len, >=, 1);
  state = nst_steps_get_state (&f->context, all->pdata[0]);
  g_assert_nonnull (state);
  g_assert_cmpstr (state->code, ==, expected);
}
