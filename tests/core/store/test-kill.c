/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kills a writer 200 times: what it had acknowledged is in the base, which is sound. */
#include "config.h"

#include "nst-store-fixture.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 200

/* Writes people until it is killed; says the number of each after it was acknowledged. */
static int
write_until_killed (const char *path)
{
  g_autoptr (NstClock) clock = nst_clock_new ();
  g_autoptr (NstStore) store = nst_store_open (path, clock, NULL);

  while (store != NULL)
    {
      g_autoptr (NstChange) change = nst_change_new ("Add a person");
      g_autoptr (NstRecord) person = nst_change_add (change, "person", "last", "Лугова", NULL);

      if (!nst_store_apply (store, change, NULL))
        return 1;
      printf ("%d\n", (int) nst_record_get_id (person));
      fflush (stdout);
    }
  return 1;
}

/* Starts a writer, kills it after @delay microseconds, counted from its first acknowledged
 * number when @warm; gives its last acknowledged number. */
static int
kill_writer (const char *program, const char *path, gboolean warm, gulong delay)
{
  const char *argv[] = { program, "--write", path, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;
  int out;
  int last = 0;
  int number;
  FILE *lines;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  lines = fdopen (out, "r");
  if (warm)
    g_assert_cmpint (fscanf (lines, "%d", &last), ==, 1);
  g_usleep (delay);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  while (fscanf (lines, "%d", &number) == 1)
    last = number;
  fclose (lines);
  return last;
}

static char *self_path;

static void
test_kill (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  guint productive = 0;
  int acknowledged = 0;

  g_assert_finalize_object (f->store);
  for (guint i = 0; i < ROUNDS; i++)
    {
      int last = kill_writer (self_path, f->path, i % 2 == 0,
                              (gulong) g_rand_int_range (rand, 0, 30000));
      g_autoptr (NstRecord) person = NULL;
      g_autoptr (GPtrArray) faults = NULL;
      gint64 people;

      if (last > 0)
        productive++;
      acknowledged = MAX (acknowledged, last);
      f->store = nst_store_open (f->path, f->clock, NULL);
      g_assert_nonnull (f->store);
      people = nst_source_count (NST_SOURCE (f->store), "person", NULL, NULL);
      g_assert_cmpint (people, >=, acknowledged);
      if (acknowledged > 0)
        {
          person = nst_source_dup (NST_SOURCE (f->store), "person", acknowledged);
          g_assert_nonnull (person);
        }
      g_assert_true (nst_store_check (f->store, FALSE, &faults, NULL));
      g_clear_object (&person);
      if (i + 1 < ROUNDS)
        g_assert_finalize_object (f->store);
    }
  /* A loop that always kills too early would prove nothing. */
  g_assert_cmpuint (productive, >, ROUNDS / 3);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--write") == 0)
    return write_until_killed (argv[2]);
  self_path = argv[0];
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add ("/store/kill", NstStoreFixture, NULL, nst_store_fixture_set_up, test_kill,
              nst_store_fixture_tear_down);
  return g_test_run ();
}
