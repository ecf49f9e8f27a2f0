/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: its options, its base, its one window. */
#include "config.h"

#include "app/shell/nst-application.h"

#include "app/shell/nst-demo-maker.h"
#include "app/shell/nst-opening.h"
#include "app/shell/nst-reminder.h"
#include "app/shell/nst-safekeeping.h"
#include "app/shell/nst-style.h"
#include "app/shell/nst-window.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-ui.h"
#include "import/nst-demo.h"

#include <glib/gi18n.h>

struct _NstApplication
{
  AdwApplication parent_instance;

  NstClock *clock;
  gboolean day_given;
  gboolean in_place;
  char *demo;
  char *demo_role;
  NstClock *demo_clock; /* on the day of its story */
  gboolean making;      /* the demonstration, in the background */
  char *path;
  NstReminder *reminder;
  NstSafekeeping *safekeeping;
};

G_DEFINE_FINAL_TYPE (NstApplication, nst_application, ADW_TYPE_APPLICATION)

static NstWindow *
ensure_window (NstApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return window != NULL ? NST_WINDOW (window) : nst_window_new (GTK_APPLICATION (self));
}

/* Takes what an opening gave: an office to show, or an error to explain. */
static void
show (NstApplication *self, NstOffice *office, char *path, const GError *error)
{
  NstWindow *window = ensure_window (self);

  g_free (self->path);
  self->path = path;
  nst_reminder_set_office (self->reminder, office);
  nst_safekeeping_set_office (self->safekeeping, office);
  if (office != NULL)
    nst_window_set_office (window, office);
  else
    nst_window_show_error (window, path, error);
  g_clear_object (&office);
}

static void
open_file (NstApplication *self, const char *file)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  NstOffice *office = nst_opening_file (file, self->in_place, self->clock, &path, &error);

  g_clear_pointer (&self->demo, g_free);
  show (self, office, path, error);
}

static void
demo_made_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (NstApplication) self = data;
  g_autoptr (GError) error = NULL;
  char *path = nst_demo_maker_finish (result, &error);
  NstOffice *office = path == NULL ? NULL : nst_office_open (path, self->demo_clock, &error);

  self->making = FALSE;
  show (self, office, path, error);
  g_application_release (G_APPLICATION (self));
}

/* On the first time it is made, which a whole region lets one wait for. */
static void
open_demo (NstApplication *self, const char *name, const char *role)
{
  g_autofree char *demo = g_strdup (name);
  g_autofree char *demo_role = g_strdup (role);
  g_autoptr (GError) error = NULL;
  char *path = nst_demo_maker_dup_path (demo, demo_role);
  GDate day;

  if (self->making)
    {
      g_free (path);
      return;
    }
  g_clear_object (&self->demo_clock);
  /* A story is looked at on the day that it names; one without a day, today. */
  self->demo_clock = !self->day_given && nst_demo_get_day (demo, &day)
                         ? nst_clock_new_fixed (&day)
                         : g_object_ref (self->clock);
  g_free (self->demo);
  g_free (self->demo_role);
  self->demo = g_steal_pointer (&demo);
  self->demo_role = g_steal_pointer (&demo_role);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      NstOffice *office = nst_office_open (path, self->demo_clock, &error);

      show (self, office, path, error);
      return;
    }
  g_free (path);
  self->making = TRUE;
  nst_window_show_waiting (ensure_window (self));
  g_application_hold (G_APPLICATION (self));
  nst_demo_maker_start (self->demo, self->demo_role, self->demo_clock, demo_made_cb,
                        g_object_ref (self));
}

static void
open_usual (NstApplication *self)
{
  g_autofree char *usual = nst_opening_dup_usual ();

  if (usual != NULL)
    open_file (self, usual);
  else
    nst_window_show_first_run (ensure_window (self));
}

/* Brings the window to the front, with the usual base when there is none yet. */
static void
present (NstApplication *self)
{
  if (gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL)
    open_usual (self);
  gtk_window_present (GTK_WINDOW (ensure_window (self)));
}

static void
about_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data), "application-name",
                         _ ("Nastavnik"), "application-icon", NST_APP_ID, "version", NST_VERSION,
                         "developer-name", _ ("The Nastavnik contributors"), "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Mentoring programmes of schools: teams, agreements, programmes and "
                            "reports, on this computer and without a network."),
                         NULL);
}

static void
shortcuts_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
              gpointer data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (NST_UI "shell/nst-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (data));
  gtk_window_present (window);
}

static void
quit_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (window != NULL)
    gtk_window_close (window);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    open_file (data, path);
}

static void
open_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  static const char *const suffixes[] = { "nastavnik", NULL };

  nst_file_choice_open (GTK_WIDGET (ensure_window (data)), _ ("Open a base"),
                        _ ("Bases of Nastavnik"), suffixes, file_chosen_cb, data);
}

static void
demo_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  NstOffice *office = nst_window_get_office (ensure_window (data));
  g_autoptr (NstRecord) card = office == NULL ? NULL : nst_office_dup_card (office);
  const char *role = card == NULL ? NULL : nst_record_get_text (card, "role");
  g_autofree char *name = nst_demo_maker_dup_name (role);

  /* With the eyes of who works here. */
  if (name != NULL)
    open_demo (data, name, role);
}

static void
own_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  NstApplication *self = data;

  g_clear_pointer (&self->demo, g_free);
  open_usual (self);
}

static void
retry_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  NstApplication *self = data;
  g_autofree char *path = g_strdup (self->path);

  if (self->demo != NULL)
    open_demo (self, self->demo, self->demo_role);
  else if (path != NULL)
    open_file (self, path);
  else
    open_usual (self);
}

/* The first run's answers: role, scheme, organisation, person, demonstration or "". */
static void
start_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  NstApplication *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = nst_office_dup_default_path ();
  NstOffice *office;
  const char *role;
  const char *scheme;
  const char *organisation;
  const char *person;
  const char *demo;

  g_variant_get (parameter, "(&s&s&s&s&s)", &role, &scheme, &organisation, &person, &demo);
  if (*demo != '\0')
    {
      open_demo (self, demo, *role == '\0' ? NULL : role);
      return;
    }
  office = nst_opening_create (path, scheme, role, organisation, person, self->clock, &error);
  if (office == NULL)
    nst_window_say (ensure_window (self), error->message);
  else
    show (self, office, g_steal_pointer (&path), NULL);
}

/* What a reminder opens. */
static void
today_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  present (data);
  nst_window_show_section (ensure_window (data), "today");
}

static void
remind_changed_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  nst_reminder_set_enabled (NST_APPLICATION (data)->reminder, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
new_day_cb (NstApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    nst_window_follow_day (NST_WINDOW (window));
}

static const GActionEntry entries[] = {
  { "about", about_cb, NULL, NULL, NULL, { 0 } },
  { "shortcuts", shortcuts_cb, NULL, NULL, NULL, { 0 } },
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
  { "open", open_cb, NULL, NULL, NULL, { 0 } },
  { "demo", demo_cb, NULL, NULL, NULL, { 0 } },
  { "own", own_cb, NULL, NULL, NULL, { 0 } },
  { "retry", retry_cb, NULL, NULL, NULL, { 0 } },
  { "today", today_cb, NULL, NULL, NULL, { 0 } },
  { "remind", NULL, NULL, "true", remind_changed_cb, { 0 } },
  { "start", start_cb, "(sssss)", NULL, NULL, { 0 } },
};

static int
nst_application_handle_local_options (GApplication *application G_GNUC_UNUSED,
                                      GVariantDict *options)
{
  const char *today = NULL;
  GDate day;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("nastavnik %s\n", NST_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "today", "&s", &today) && !nst_date_from_text (&day, today))
    {
      g_printerr (_ ("nastavnik: --today takes a day as 2022-07-01, not %s\n"), today);
      return 2;
    }
  return -1;
}

static int
nst_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  NstApplication *self = NST_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autofree const char **files = NULL;
  const char *base = NULL;
  const char *text = NULL;
  GDate day;

  g_variant_dict_lookup (options, "in-place", "b", &self->in_place);
  if (g_variant_dict_contains (options, "remind"))
    nst_reminder_set_always (self->reminder, TRUE);
  if (g_variant_dict_lookup (options, "today", "&s", &text) && nst_date_from_text (&day, text))
    {
      g_clear_object (&self->clock);
      self->clock = nst_clock_new_fixed (&day);
      self->day_given = TRUE;
    }
  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files) && files[0] != NULL)
    base = files[0];
  else
    g_variant_dict_lookup (options, "base", "^&ay", &base);

  if (base != NULL)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, base);
      g_autofree char *path = g_file_get_path (file);

      open_file (self, path == NULL ? base : path);
    }
  else if (g_variant_dict_lookup (options, "demo", "&s", &text))
    open_demo (self, text, NULL);
  present (self);
  if (g_variant_dict_lookup (options, "section", "&s", &text))
    nst_window_show_section (ensure_window (self), text);
  return 0;
}

/* Started by the bus instead of a command line, as desktops do. */
static void
nst_application_activate (GApplication *application)
{
  present (NST_APPLICATION (application));
}

static void
nst_application_open (GApplication *application, GFile **files, int n_files G_GNUC_UNUSED,
                      const char *hint G_GNUC_UNUSED)
{
  g_autofree char *path = g_file_get_path (files[0]);
  g_autofree char *uri = g_file_get_uri (files[0]);

  open_file (NST_APPLICATION (application), path == NULL ? uri : path);
  present (NST_APPLICATION (application));
}

static void
start_reminding (NstApplication *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "remind");

  self->reminder = nst_reminder_new (G_APPLICATION (self));
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (nst_reminder_get_enabled (self->reminder)));
  g_signal_connect_object (self->reminder, "new-day", G_CALLBACK (new_day_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
nst_application_startup (GApplication *application)
{
  static const char *const quit_keys[] = { "<Control>q", NULL };
  static const char *const shortcuts_keys[] = { "<Control>question", NULL };
  static const char *const open_keys[] = { "<Control><Shift>o", NULL };
  GtkApplication *app = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (nst_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gtk_application_set_accels_for_action (app, "app.quit", quit_keys);
  gtk_application_set_accels_for_action (app, "app.shortcuts", shortcuts_keys);
  gtk_application_set_accels_for_action (app, "app.open", open_keys);
  nst_style_load ();
  start_reminding (NST_APPLICATION (application));
  NST_APPLICATION (application)->safekeeping = nst_safekeeping_new (app);
}

/* A click on a reminder would start nothing once the program has ended. */
static void
nst_application_shutdown (GApplication *application)
{
  NstApplication *self = NST_APPLICATION (application);

  if (self->reminder != NULL)
    nst_reminder_set_office (self->reminder, NULL);
  g_clear_object (&self->reminder);
  g_clear_object (&self->safekeeping);

  G_APPLICATION_CLASS (nst_application_parent_class)->shutdown (application);
}

static void
nst_application_finalize (GObject *object)
{
  NstApplication *self = NST_APPLICATION (object);

  g_clear_object (&self->clock);
  g_free (self->demo);
  g_free (self->demo_role);
  g_clear_object (&self->demo_clock);
  g_free (self->path);

  G_OBJECT_CLASS (nst_application_parent_class)->finalize (object);
}

static void
nst_application_class_init (NstApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nst_application_finalize;
  application_class->startup = nst_application_startup;
  application_class->shutdown = nst_application_shutdown;
  application_class->handle_local_options = nst_application_handle_local_options;
  application_class->command_line = nst_application_command_line;
  application_class->activate = nst_application_activate;
  application_class->open = nst_application_open;
}

static void
nst_application_init (NstApplication *self)
{
  static const GOptionEntry options[] = {
    { "section", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open the section NAME"), N_ ("NAME") },
    { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Work as if it were DATE (2022-07-01)"),
      N_ ("DATE") },
    { "demo", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open the demonstration NAME"), N_ ("NAME") },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open the base FILE"), N_ ("FILE") },
    { "in-place", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Use FILE where it lies instead of copying it in"), NULL },
    { "remind", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL,
      N_ ("Remind of what is due also with --today"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and leave"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
      N_ ("[FILE.nastavnik]") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  self->clock = nst_clock_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

NstApplication *
nst_application_new (void)
{
  return g_object_new (NST_TYPE_APPLICATION, "application-id", NST_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/nastavnik/Nastavnik", NULL);
}
