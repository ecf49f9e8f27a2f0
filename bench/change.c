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

/* The rows that a mark leaves: itself, its change, the change's item, two search texts. */
static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db = NULL;

  sqlite3_open (path, &db);
  sqlite3_exec (db,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                "CREATE TABLE mark (id INTEGER PRIMARY KEY, uuid TEXT UNIQUE, activity INTEGER, "
                "status TEXT, date TEXT, result TEXT);"
                "CREATE INDEX mark_activity ON mark (activity);"
                "CREATE TABLE change (id INTEGER PRIMARY KEY, title TEXT, at TEXT);"
                "CREATE TABLE item (change INTEGER, position INTEGER, after TEXT, "
                "PRIMARY KEY (change, position)) WITHOUT ROWID;"
                "CREATE VIRTUAL TABLE search USING fts5 (text, prefix = '1 2 3');"
                "CREATE VIRTUAL TABLE part USING fts5 (text, tokenize = 'trigram');",
                NULL, NULL, NULL);
  return db;
}

static gint64
time_bare (sqlite3 *db, guint round)
{
  g_autofree char *uuid = g_uuid_string_random ();
  char *sql = sqlite3_mprintf (
      "BEGIN IMMEDIATE;"
      "INSERT INTO mark (uuid, activity, status, date, result) VALUES (%Q, 1, 'DONE', "
      "'2022-06-15', 'результат %u');"
      "INSERT INTO change (title, at) VALUES ('Отметить мероприятие', '2022-06-15');"
      "INSERT INTO item VALUES (%u, 0, 'activity=1 status=DONE date=2022-06-15');"
      "INSERT INTO search (text) VALUES ('мероприятие результат %u');"
      "INSERT INTO part (text) VALUES ('мероприятие результат %u');"
      "COMMIT",
      uuid, round, round + 1, round, round);
  gint64 start = g_get_monotonic_time ();

  sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_free (sql);
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
    return 0;
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
  sqlite3 *db;

  if (g_mkdtemp (dir) == NULL)
    return 1;
  door_path = g_build_filename (dir, "door", NULL);
  bare_path = g_build_filename (dir, "bare", NULL);
  store = nst_store_create (door_path, clock, NULL);
  db = open_bare (bare_path);
  if (store == NULL || db == NULL)
    return 1;
  activity = make_activity (store);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = time_bare (db, i);
      door[i] = time_door (store, activity, i);
    }
  sqlite3_close (db);
  door_median = median (door);
  bare_median = median (bare);
  printf ("one mark: door %.2f ms, bare commit %.2f ms, ratio %.2f\n",
          (double) door_median / 1000, (double) bare_median / 1000,
          (double) door_median / (double) bare_median);
  return 0;
}
