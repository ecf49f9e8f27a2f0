/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page: who works here, by which regulation, and what to begin with. */
#include "config.h"

#include "app/shell/nst-first-run.h"

#include "app/shell/nst-demo-maker.h"
#include "app/shell/nst-opening.h"
#include "app/widgets/nst-pane.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"
#include "scheme/nst-scheme-loader.h"

#include <glib/gi18n.h>

struct _NstFirstRun
{
  GtkWidget parent_instance;

  GtkListBox *roles;
  AdwEntryRow *organisation;
  AdwEntryRow *person;
  AdwComboRow *scheme_row;
  GtkLabel *summary;
  GtkCheckButton *empty_check;
  GtkCheckButton *demo_check;
  AdwActionRow *demo_row;
  GtkWidget *answers;
  GtkWidget *start_button;
  GtkWidget *busy;
  GtkLabel *error;

  GPtrArray *schemes;
  char *role;
  char *demo;
  guint start_idle;
};

G_DEFINE_FINAL_TYPE (NstFirstRun, nst_first_run, GTK_TYPE_WIDGET)

static NstScheme *
get_scheme (NstFirstRun *self)
{
  guint selected = adw_combo_row_get_selected (self->scheme_row);

  return selected < self->schemes->len ? g_ptr_array_index (self->schemes, selected) : NULL;
}

static void
show_ready (NstFirstRun *self)
{
  gboolean demo = self->demo != NULL && gtk_check_button_get_active (self->demo_check);
  gboolean named = *gtk_editable_get_text (GTK_EDITABLE (self->organisation)) != '\0' ||
                   *gtk_editable_get_text (GTK_EDITABLE (self->person)) != '\0';

  gtk_widget_set_sensitive (self->start_button,
                            get_scheme (self) != NULL && (demo || (self->role != NULL && named)));
  gtk_widget_set_tooltip_text (self->start_button, gtk_widget_get_sensitive (self->start_button)
                                                       ? NULL
                                                       : _ ("Name your organisation first"));
}

static void
role_toggled_cb (GtkCheckButton *check, gpointer data)
{
  NstFirstRun *self = data;

  if (!gtk_check_button_get_active (check))
    return;
  g_free (self->role);
  self->role = g_strdup (g_object_get_data (G_OBJECT (check), "role"));
  show_ready (self);
}

/* What an office of a level comes to do here; what its regulation asks of it is long. */
static const char *
describe_level (const char *level)
{
  static const struct
  {
    const char *level;
    const char *text;
  } levels[] = {
    { "ORGANISATION", N_ ("Keep the programme, mark activities, hand in the report") },
    { "MUNICIPAL", N_ ("Teams and groups of the district, agreements, approval of programmes") },
    { "OPERATOR", N_ ("The registry of the region, orders, coverage and indicators") },
    { "REGION", N_ ("Indicators and reports of the whole region") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (levels[i].level, level) == 0)
      return _ (levels[i].text);
  return NULL;
}

static char *
dup_description (const NstCatalogueEntry *entry)
{
  const char *known = describe_level (entry->level);
  g_auto (GStrv) notes =
      known == NULL && entry->note != NULL ? g_strsplit (entry->note, "\n", 2) : NULL;

  return g_strdup (notes != NULL ? notes[0] : known);
}

static void
add_role (NstFirstRun *self, const NstCatalogueEntry *entry, GtkCheckButton **group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *description = dup_description (entry);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry->title, -1);
  g_object_set_data_full (G_OBJECT (check), "role", g_strdup (entry->code), g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), *group);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->title);
  if (description != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (description, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
    }
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (role_toggled_cb), self, 0);
  gtk_list_box_append (self->roles, row);
  if (*group == NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  *group = GTK_CHECK_BUTTON (check);
}

static void
scheme_selected_cb (NstFirstRun *self)
{
  NstScheme *scheme = get_scheme (self);
  g_autoptr (GPtrArray) roles = NULL;
  GtkCheckButton *group = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->roles))) != NULL)
    gtk_list_box_remove (self->roles, row);
  g_clear_pointer (&self->role, g_free);
  if (scheme != NULL)
    gtk_label_set_text (self->summary, nst_scheme_get_summary (scheme) == NULL
                                           ? ""
                                           : nst_scheme_get_summary (scheme));
  roles = scheme == NULL ? NULL : nst_opening_list_roles (scheme);
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    add_role (self, g_ptr_array_index (roles, i), &group);
  show_ready (self);
}

static void
show_busy (NstFirstRun *self, gboolean busy)
{
  gtk_widget_set_visible (self->busy, busy);
  gtk_widget_set_sensitive (self->answers, !busy);
  gtk_widget_set_visible (self->start_button, !busy);
}

static gboolean
start_idle_cb (gpointer data)
{
  NstFirstRun *self = data;
  gboolean demo = self->demo != NULL && gtk_check_button_get_active (self->demo_check);
  g_autofree char *own = nst_demo_maker_dup_name (self->role);
  NstScheme *scheme = get_scheme (self);

  self->start_idle = 0;
  g_object_ref (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.start", "(sssss)",
                              self->role == NULL ? "" : self->role, nst_scheme_get_id (scheme),
                              gtk_editable_get_text (GTK_EDITABLE (self->organisation)),
                              gtk_editable_get_text (GTK_EDITABLE (self->person)),
                              demo ? own : "");
  show_busy (self, FALSE);
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

/* A base takes a second or two to make: first a frame that says so. */
static void
start_cb (NstFirstRun *self)
{
  if (self->start_idle != 0 || !gtk_widget_get_sensitive (self->start_button))
    return;
  show_busy (self, TRUE);
  self->start_idle = g_timeout_add (100, start_idle_cb, self);
}

static void
load_schemes (NstFirstRun *self)
{
  g_auto (GStrv) ids = nst_scheme_list_installed ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) roles = NULL;
      NstScheme *scheme;

      g_clear_error (&error);
      scheme = nst_scheme_load_installed (ids[i], &error);
      if (scheme == NULL)
        continue;
      roles = nst_opening_list_roles (scheme);
      if (roles->len == 0)
        {
          /* A pack that others build upon is no regulation to work by. */
          g_object_unref (scheme);
          continue;
        }
      g_ptr_array_add (self->schemes, scheme);
      gtk_string_list_append (titles, nst_scheme_get_title (scheme));
    }
  adw_combo_row_set_model (self->scheme_row, G_LIST_MODEL (titles));
  if (self->schemes->len == 0)
    gtk_label_set_text (self->error,
                        error == NULL ? _ ("No regulation is installed; install Nastavnik again")
                                      : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), self->schemes->len == 0);
}

static void
nst_first_run_dispose (GObject *object)
{
  g_clear_handle_id (&NST_FIRST_RUN (object)->start_idle, g_source_remove);
  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_FIRST_RUN);

  G_OBJECT_CLASS (nst_first_run_parent_class)->dispose (object);
}

static void
nst_first_run_finalize (GObject *object)
{
  NstFirstRun *self = NST_FIRST_RUN (object);

  g_ptr_array_unref (self->schemes);
  g_free (self->role);
  g_free (self->demo);

  G_OBJECT_CLASS (nst_first_run_parent_class)->finalize (object);
}

static void
nst_first_run_class_init (NstFirstRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_first_run_dispose;
  object_class->finalize = nst_first_run_finalize;

  g_type_ensure (NST_TYPE_PANE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "shell/nst-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, roles);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, organisation);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, person);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, summary);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, empty_check);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, demo_check);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, demo_row);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, answers);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, start_button);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, busy);
  gtk_widget_class_bind_template_child (widget_class, NstFirstRun, error);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_ready);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
nst_first_run_init (NstFirstRun *self)
{
  self->schemes = g_ptr_array_new_with_free_func (g_object_unref);
  self->demo = nst_demo_maker_dup_name (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->demo_row), self->demo != NULL);
  load_schemes (self);
  scheme_selected_cb (self);
}

GtkWidget *
nst_first_run_new (void)
{
  return g_object_new (NST_TYPE_FIRST_RUN, NULL);
}
