/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which version of its regulation a programme follows, and the way to a newer one. */
#include "config.h"

#include "app/programs/nst-program-regulation.h"

#include "app/widgets/nst-report.h"
#include "scheme/nst-scheme-compare.h"
#include "store/nst-office-versions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What people call a part of a scheme, and which of the words that it puts together is what it
 * is called by; life cycles and codes are the business of the program. */
static const struct
{
  const char *part;
  const char *label;
  guint word;
} parts[] = {
  { "stage", N_ ("Stage of the plan"), 0 },
  { "activity", N_ ("Activity of the plan"), 0 },
  { "rule", N_ ("Rule"), 2 },
  { "deadline", N_ ("Deadline"), 0 },
  { "document", N_ ("Document form"), 0 },
  { "extra-field", N_ ("Additional field"), 0 },
  { "indicator", N_ ("Indicator"), 0 },
  { "catalogue", N_ ("Catalogue entry"), 0 },
  { "text", N_ ("Wording"), 0 },
  { "limit", N_ ("Limit"), 0 },
  { "life-cycle", N_ ("State or step"), 0 },
};

static GtkWidget *
make_line (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  return row;
}

/* The version that a programme without one follows is the one that the office follows. */
static NstScheme *
get_followed (NstOffice *office, NstRecord *program)
{
  NstScheme *scheme = nst_office_get_scheme_of (office, program);

  return scheme != NULL ? scheme : nst_office_get_scheme (office);
}

static char *
dup_newer (NstOffice *office, NstRecord *program)
{
  NstScheme *scheme = get_followed (office, program);
  g_auto (GStrv) versions = nst_office_list_versions (office, nst_scheme_get_id (scheme));
  guint n = versions != NULL ? g_strv_length (versions) : 0;

  if (n == 0 || g_strcmp0 (versions[n - 1], nst_scheme_get_version (scheme)) == 0)
    return NULL;
  return g_strdup (versions[n - 1]);
}

/* What people call the thing that differs, out of its words. */
static char *
pick_word (const char *words, guint wanted)
{
  g_auto (GStrv) all = g_strsplit (words, "; ", -1);

  return g_strdup (wanted < g_strv_length (all) ? all[wanted] : words);
}

static GtkWidget *
make_difference (const NstSchemeDifference *difference, const char *label, guint word)
{
  g_autofree char *before =
      difference->before != NULL ? pick_word (difference->before, word) : NULL;
  g_autofree char *after = difference->after != NULL ? pick_word (difference->after, word) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (before == NULL)
    title = g_strdup_printf (_ ("New. %s: %s"), _ (label), after);
  else if (after == NULL)
    title = g_strdup_printf (_ ("No longer. %s: %s"), _ (label), before);
  else
    {
      title = g_strdup_printf (_ ("Changed. %s: %s"), _ (label), after);
      subtitle = g_strcmp0 (before, after) != 0 ? g_strdup_printf (_ ("Before: %s"), before)
                                                : g_strdup (_ ("The conditions are others"));
    }
  return make_line (title, subtitle);
}

static void
move_cb (GtkWidget *button)
{
  NstOffice *office = g_object_get_data (G_OBJECT (button), "nst-office");
  NstRecord *program = g_object_get_data (G_OBJECT (button), "nst-record");
  g_autoptr (GtkWidget) kept = g_object_ref (button);
  g_autoptr (GError) error = NULL;

  if (!nst_office_move_program (office, program, NULL, NULL, &error))
    nst_report_error (kept, error);
}

static GtkWidget *
make_mover (NstOffice *office, NstRecord *program, const char *version)
{
  g_autofree char *title = g_strdup_printf (_ ("Move to version %s"), version);
  GtkWidget *row =
      make_line (title, _ ("The plan stays as it was agreed, issued papers do too; rules, "
                           "deadlines and forms are those of the new version. It can be undone"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Move"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "nst-office", g_object_ref (office), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "nst-record", g_object_ref (program),
                          g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (move_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
add_differences (AdwExpanderRow *expander, GPtrArray *differences)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < differences->len; j++)
      {
        const NstSchemeDifference *each = g_ptr_array_index (differences, j);

        if (g_str_equal (each->part, parts[i].part))
          adw_expander_row_add_row (expander,
                                    make_difference (each, parts[i].label, parts[i].word));
      }
}

static GtkWidget *
make_way (NstOffice *office, NstRecord *program, const char *version)
{
  NstScheme *before = get_followed (office, program);
  NstScheme *after = nst_office_get_version (office, nst_scheme_get_id (before), version, NULL);
  GtkWidget *row = adw_expander_row_new ();
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *count = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Move to the new version of the regulation…"));
  if (after == NULL)
    return row;
  differences = nst_scheme_compare (before, after);
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Version %s: %u difference",
                                        "Version %s: %u differences", differences->len),
                           version, differences->len);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), count);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_mover (office, program, version));
  add_differences (ADW_EXPANDER_ROW (row), differences);
  return row;
}

char *
nst_program_regulation_dup_key (NstOffice *office, NstRecord *program)
{
  NstScheme *scheme = get_followed (office, program);
  g_autofree char *newer = dup_newer (office, program);

  return g_strdup_printf ("%s %s %s", nst_scheme_get_id (scheme), nst_scheme_get_version (scheme),
                          newer != NULL ? newer : "");
}

void
nst_program_regulation_fill (GtkListBox *list, NstOffice *office, NstRecord *program)
{
  NstScheme *scheme = get_followed (office, program);
  g_autofree char *newer = dup_newer (office, program);
  g_autofree char *version =
      g_strdup_printf (_ ("Version %s of the rules"), nst_scheme_get_version (scheme));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  gtk_list_box_append (list, make_line (nst_scheme_get_title (scheme), version));
  if (newer != NULL)
    gtk_list_box_append (list, make_way (office, program, newer));
}
