/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One mark through the door against a bare SQLite commit of the same rows, paired. */
#include "config.h"

#include "store/nst-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

#define ROUNDS 300

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static gint64
median (gint64 *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

/* The rows that a mark leaves in the tables of a base: ?1 its id, ?2 its UUID, ?3 its text. */
static const char *const steps[] = {
  "BEGIN IMMEDIATE",
  "UPDATE sequence SET value = value + 1 WHERE name = 'mark'",
  "INSERT INTO mark (id, uuid, activity, status, date, result) "
  "VALUES (?1, ?2, 1, 'DONE', '2022-06-15', ?3)",
  "INSERT INTO change (office, sequence, day, at, title, how) "
  "VALUES ('7d0c1f8e-2c5b-4b7c-9a51-0f6f2f0f3a11', ?1, '2022-06-15', '2022-06-15T12:00:00Z', "
  "'Отметить мероприятие', 'action')",
  "INSERT INTO change_item (change, position, op, kind, record, uuid, after) "
  "VALUES (?1, 0, 'add', 'mark', ?1, ?2, '{''activity'': ''1'', ''date'': ''2022-06-15'', "
  "''result'': ''' || ?3 || ''', ''status'': ''DONE''}')",
  "INSERT INTO search (rowid, text) VALUES (?1 * 256, 'мероприятие ' || ?3)",
  "INSERT INTO search_part (rowid, text) VALUES (?1 * 256, 'мероприятие ' || ?3)",
  "COMMIT",
};

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *steps[G_N_ELEMENTS (steps)];
} Bare;

/* The program's own tables and indexes, then SQLite alone with every statement prepared. */
static gboolean
open_bare (Bare *self, const char *path, NstClock *clock)
{
  NstStore *store = nst_store_create (path, clock, NULL);

  if (store == NULL)
    return FALSE;
  g_object_unref (store);
  if (sqlite3_open (path, &self->db) != SQLITE_OK ||
      sqlite3_exec (self->db, "PRAGMA synchronous = FULL", NULL, NULL, NULL) != SQLITE_OK)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (sqlite3_prepare_v3 (self->db, steps[i], -1, SQLITE_PREPARE_PERSISTENT, &self->steps[i],
                            NULL) != SQLITE_OK)
      return FALSE;
  return TRUE;
}

static void
close_bare (Bare *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    sqlite3_finalize (self->steps[i]);
  sqlite3_close (self->db);
}

static gint64
time_bare (Bare *self, guint round)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *result = g_strdup_printf ("результат %u", round);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      sqlite3_stmt *step = self->steps[i];

      /* A step takes what it names of these and refuses the rest. */
      sqlite3_bind_int64 (step, 1, (gint64) round + 1);
      sqlite3_bind_text (step, 2, uuid, -1, SQLITE_STATIC);
      sqlite3_bind_text (step, 3, result, -1, SQLITE_STATIC);
      if (sqlite3_step (step) != SQLITE_DONE)
        g_error ("%s: %s", steps[i], sqlite3_errmsg (self->db));
      sqlite3_reset (step);
    }
  return g_get_monotonic_time () - start;
}

static gint64
time_door (NstStore *store, NstRecord *activity, guint round)
{
  g_autofree char *result = g_strdup_printf ("результат %u", round);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (NstChange) change = nst_change_new ("Отметить мероприятие");
  g_autoptr (NstRecord) mark = nst_change_add (change, "mark", "status", "DONE", "date",
                                               "2022-06-15", "result", result, NULL);

  nst_change_set_ref (change, mark, "activity", activity);
  if (!nst_store_apply (store, change, NULL))
    g_error ("The change is refused");
  return g_get_monotonic_time () - start;
}

static NstRecord *
make_activity (NstStore *store)
{
  g_autoptr (NstChange) change = nst_change_new ("Make");
  g_autoptr (NstRecord) program = nst_change_add (change, "program", NULL);
  g_autoptr (NstRecord) stage = nst_change_add (change, "stage", "title", "I", NULL);
  NstRecord *activity = nst_change_add (change, "activity", "title", "мероприятие", NULL);

  nst_change_set_ref (change, stage, "program", program);
  nst_change_set_ref (change, activity, "program", program);
  nst_change_set_ref (change, activity, "stage", stage);
  nst_store_apply (store, change, NULL);
  return activity;
}

int
main (int argc, char *argv[])
{
  const char *parent = argc > 1 ? argv[1] : g_get_tmp_dir ();
  g_autofree char *dir = g_build_filename (parent, "nastavnik-bench-XXXXXX", NULL);
  g_autofree char *door_path = NULL;
  g_autofree char *bare_path = NULL;
  g_autoptr (NstClock) clock = nst_clock_new ();
  g_autoptr (NstStore) store = NULL;
  g_autoptr (NstRecord) activity = NULL;
  static gint64 door[ROUNDS];
  static gint64 bare[ROUNDS];
  gint64 door_median, bare_median;
  Bare floor = { NULL, { NULL } };

  if (g_mkdtemp (dir) == NULL)
    return 1;
  door_path = g_build_filename (dir, "door", NULL);
  bare_path = g_build_filename (dir, "bare", NULL);
  store = nst_store_create (door_path, clock, NULL);
  if (store == NULL || !open_bare (&floor, bare_path, clock))
    return 1;
  activity = make_activity (store);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = time_bare (&floor, i);
      door[i] = time_door (store, activity, i);
    }
  close_bare (&floor);
  door_median = median (door);
  bare_median = median (bare);
  printf ("one mark: door %.2f ms, bare commit %.2f ms, ratio %.2f\n",
          (double) door_median / 1000, (double) bare_median / 1000,
          (double) door_median / (double) bare_median);
  return 0;
}
