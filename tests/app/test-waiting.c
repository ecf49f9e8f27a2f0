/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits: worst first, where it waits, and read once for as long as nothing changes. */
#include "config.h"

#include "app/today/nst-waiting.h"
#include "import/nst-demo.h"

#include <glib/gstdio.h>

static NstOffice *
make_office (char **dir)
{
  g_autoptr (GDate) day = g_date_new_dmy (1, 7, 2022);
  g_autoptr (NstClock) clock = nst_clock_new_fixed (day);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  NstOffice *office;

  *dir = g_dir_make_tmp ("nastavnik-waiting-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (*dir, "base.nastavnik", NULL);
  office = nst_demo_create (path, "dubovka", NULL, day, clock, &error);
  g_assert_no_error (error);
  return office;
}

static void
test_waiting_order (void)
{
  NstWaiting long_ago = { .urgency = NST_WAITING_LATE, .days = 90 };
  NstWaiting lately = { .urgency = NST_WAITING_LATE, .days = 3 };
  NstWaiting optional = { .urgency = NST_WAITING_LATE, .days = 365, .optional = TRUE };
  NstWaiting mine = { .urgency = NST_WAITING_LATE, .days = 1, .mine = TRUE };
  NstWaiting now = { .urgency = NST_WAITING_NOW, .days = 900, .mine = TRUE };
  NstWaiting next = { .urgency = NST_WAITING_SOON, .days = 9 };
  NstWaiting later = { .urgency = NST_WAITING_SOON, .days = 20 };

  g_assert_cmpint (nst_waiting_compare (&long_ago, &lately), <, 0);
  g_assert_cmpint (nst_waiting_compare (&lately, &optional), <, 0);
  g_assert_cmpint (nst_waiting_compare (&mine, &long_ago), <, 0);
  g_assert_cmpint (nst_waiting_compare (&optional, &now), <, 0);
  g_assert_cmpint (nst_waiting_compare (&next, &later), <, 0);
}

static void
test_waiting_look (void)
{
  g_autofree char *dir = NULL;
  g_autoptr (NstOffice) office = make_office (&dir);
  NstSource *source = NST_SOURCE (nst_office_get_store (office));
  g_autoptr (GPtrArray) groups = nst_source_list (source, "group", NULL, NULL);
  g_autoptr (GPtrArray) first = nst_waiting_list (office);
  g_autoptr (GPtrArray) again = nst_waiting_list (office);
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GError) error = NULL;
  NstRuleContext context;

  g_assert_true (first == again);
  g_assert_cmpuint (first->len, >, 0);
  for (guint i = 0; i < first->len; i++)
    {
      const NstWaiting *waiting = g_ptr_array_index (first, i);

      if (waiting->record != NULL &&
          g_str_equal (nst_record_get_kind (waiting->record)->name, "activity"))
        {
          g_assert_nonnull (waiting->territory);
          g_assert_nonnull (waiting->group);
        }
    }
  g_assert_true (nst_office_set (office, groups->pdata[0], "note", "Another note", &error));
  g_assert_no_error (error);
  changed = nst_waiting_list (office);
  g_assert_true (changed != first);
  nst_office_get_look (office, &context);
  g_clear_pointer (&groups, g_ptr_array_unref);
  groups = nst_source_list (context.source, "group", NULL, NULL);
  g_assert_cmpstr (nst_record_get_text (groups->pdata[0], "note"), ==, "Another note");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/waiting/order", test_waiting_order);
  g_test_add_func ("/app/waiting/look", test_waiting_look);
  return g_test_run ();
}
