/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of the registry is shown: a territory, a year; what was sent, what is missing. */
#include "config.h"

#include "app/teams/nst-teams-places.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-ui.h"
#include "app/widgets/nst-wrap-layout.h"
#include "rules/nst-rules.h"

#include <glib/gi18n.h>

struct _NstTeamsPlaces
{
  GtkWidget parent_instance;

  NstOffice *office;
  GPtrArray *territories; /* NstRecord, in the order of the list without its first line */
  GPtrArray *years;       /* gint64, the same */
  guint idle;
  gboolean filling;

  GtkDropDown *territory;
  GtkDropDown *year;
  GtkToggleButton *unsent;
  GtkLabel *sent;
  GtkBox *findings;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstTeamsPlaces, nst_teams_places, GTK_TYPE_WIDGET)

/* 0 stands for all. */
static gint64
get_territory (NstTeamsPlaces *self)
{
  guint selected = gtk_drop_down_get_selected (self->territory);

  return selected > 0 && selected <= self->territories->len
             ? nst_record_get_id (self->territories->pdata[selected - 1])
             : 0;
}

static gint64
get_year (NstTeamsPlaces *self)
{
  guint selected = gtk_drop_down_get_selected (self->year);

  return selected > 0 && selected <= self->years->len
             ? GPOINTER_TO_INT (self->years->pdata[selected - 1])
             : 0;
}

static gint64
get_territory_of (NstTeamsPlaces *self, NstRecord *team)
{
  g_autoptr (NstRecord) organisation = NULL;
  NstRuleContext context;

  nst_office_get_look (self->office, &context);
  organisation = nst_source_dup_ref (context.source, team, "organisation");
  return organisation != NULL ? nst_record_get_ref (organisation, "territory") : 0;
}

static gboolean
is_there (NstTeamsPlaces *self, NstRecord *team)
{
  gint64 territory = get_territory (self);
  gint64 year = get_year (self);

  return (year == 0 || nst_record_get_int (team, "year") == year) &&
         (territory == 0 || get_territory_of (self, team) == territory);
}

static gboolean
is_unsent (NstRecord *team)
{
  return !nst_record_get_date (team, "submitted_on", NULL) &&
         !nst_record_get_date (team, "registered_on", NULL) &&
         !nst_record_get_date (team, "withdrawn_on", NULL);
}

/* How many were sent to the operator, until when, and what still has to be. */
static void
show_sent (NstTeamsPlaces *self, GPtrArray *teams)
{
  g_autofree char *words = NULL;
  const char *last = NULL;
  guint sent = 0;
  guint unsent = 0;

  for (guint i = 0; i < teams->len; i++)
    {
      const char *day = nst_record_get_text (teams->pdata[i], "submitted_on");

      if (!is_there (self, teams->pdata[i]))
        continue;
      sent += day != NULL;
      unsent += is_unsent (teams->pdata[i]);
      if (day != NULL && g_strcmp0 (day, last) > 0)
        last = day;
    }
  if (last != NULL)
    {
      g_autofree char *day = nst_date_text_to_label (last);

      words = g_strdup_printf (_ ("Sent to the operator: %u, last on %s"), sent, day);
    }
  gtk_label_set_text (self->sent, words != NULL ? words : _ ("Nothing was sent to the operator"));
  gtk_widget_set_visible (GTK_WIDGET (self->sent), teams->len > 0);
  g_free (words);
  words = g_strdup_printf (_ ("Not sent %u"), unsent);
  gtk_button_set_label (GTK_BUTTON (self->unsent), words);
  gtk_widget_set_visible (GTK_WIDGET (self->unsent),
                          unsent > 0 || gtk_toggle_button_get_active (self->unsent));
}

/* The quota of the territory that is looked at; pairing is said of each team, at its card. */
static void
show_findings (NstTeamsPlaces *self)
{
  guint selected = gtk_drop_down_get_selected (self->territory);
  g_autoptr (GPtrArray) findings = NULL;
  NstRuleContext context;

  if (get_territory (self) == 0)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      nst_finding_list_fill (self->findings, none, NULL);
      return;
    }
  nst_office_get_context (self->office, &context);
  findings = nst_rules_check (&context, self->territories->pdata[selected - 1]);
  for (guint i = findings->len; i > 0; i--)
    if (((NstFinding *) findings->pdata[i - 1])->record != self->territories->pdata[selected - 1])
      g_ptr_array_remove_index (findings, i - 1);
  nst_finding_list_fill (self->findings, findings, NULL);
}

/* In GTK 4.8 the button inside, which has the keyboard, takes no name from the list. */
static void
name_list (GtkDropDown *list, const char *label)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (list);
  g_autofree char *name =
      g_strdup_printf ("%s: %s", label, item != NULL ? gtk_string_object_get_string (item) : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (list))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_state (NstTeamsPlaces *self)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  g_autoptr (GPtrArray) teams = nst_source_list (source, "team", NULL, NULL);

  name_list (self->territory, _ ("Territory"));
  name_list (self->year, _ ("Year of inclusion"));
  show_sent (self, teams);
  show_findings (self);
}

static void
chosen_cb (NstTeamsPlaces *self)
{
  if (self->filling || self->office == NULL)
    return;
  show_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (nst_record_get_title (*(NstRecord *const *) a),
                         nst_record_get_title (*(NstRecord *const *) b));
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return GPOINTER_TO_INT (*(gconstpointer const *) b) -
         GPOINTER_TO_INT (*(gconstpointer const *) a);
}

/* Territories and years that have teams. */
static void
collect (NstTeamsPlaces *self)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  g_autoptr (GPtrArray) teams = nst_source_list (source, "team", NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_ptr_array_set_size (self->territories, 0);
  g_ptr_array_set_size (self->years, 0);
  for (guint i = 0; i < teams->len; i++)
    {
      gpointer year = GINT_TO_POINTER ((int) nst_record_get_int (teams->pdata[i], "year"));
      gint64 territory = get_territory_of (self, teams->pdata[i]);

      if (year != NULL && !g_ptr_array_find (self->years, year, NULL))
        g_ptr_array_add (self->years, year);
      if (territory != 0 && g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) territory)))
        {
          NstRecord *record = nst_source_dup (source, "territory", territory);

          if (record != NULL)
            g_ptr_array_add (self->territories, record);
        }
    }
  g_ptr_array_sort (self->territories, compare_titles);
  g_ptr_array_sort (self->years, compare_years);
}

/* A choice among one is none. */
static void
fill (GtkDropDown *list, const char *all, GPtrArray *titles, const char *former)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (lines, all);
  for (guint i = 0; i < titles->len; i++)
    {
      gtk_string_list_append (lines, titles->pdata[i]);
      if (g_strcmp0 (former, titles->pdata[i]) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (list, G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (list, selected);
  gtk_widget_set_visible (GTK_WIDGET (list), titles->len > 1);
}

static char *
dup_selected (GtkDropDown *list)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (list);

  return item != NULL ? g_strdup (gtk_string_object_get_string (item)) : NULL;
}

static void
fill_choices (NstTeamsPlaces *self)
{
  g_autofree char *territory = dup_selected (self->territory);
  g_autofree char *year = dup_selected (self->year);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  collect (self);
  for (guint i = 0; i < self->territories->len; i++)
    g_ptr_array_add (titles, g_strdup (nst_record_get_title (self->territories->pdata[i])));
  for (guint i = 0; i < self->years->len; i++)
    g_ptr_array_add (numbers, g_strdup_printf ("%d", GPOINTER_TO_INT (self->years->pdata[i])));
  self->filling = TRUE;
  fill (self->territory, _ ("All territories"), titles, territory);
  fill (self->year, _ ("All years"), numbers, year);
  self->filling = FALSE;
}

static gboolean
refresh_cb (gpointer data)
{
  NstTeamsPlaces *self = data;

  self->idle = 0;
  fill_choices (self);
  show_state (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (NstTeamsPlaces *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (refresh_cb, self);
}

static void
nst_teams_places_dispose (GObject *object)
{
  NstTeamsPlaces *self = NST_TEAMS_PLACES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_TEAMS_PLACES);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_teams_places_parent_class)->dispose (object);
}

static void
nst_teams_places_finalize (GObject *object)
{
  NstTeamsPlaces *self = NST_TEAMS_PLACES (object);

  g_ptr_array_unref (self->territories);
  g_ptr_array_unref (self->years);
  G_OBJECT_CLASS (nst_teams_places_parent_class)->finalize (object);
}

static void
nst_teams_places_class_init (NstTeamsPlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_teams_places_dispose;
  G_OBJECT_CLASS (klass)->finalize = nst_teams_places_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NST_TYPE_TEAMS_PLACES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (NST_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "teams/nst-teams-places.ui");
  gtk_widget_class_bind_template_child (widget_class, NstTeamsPlaces, territory);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsPlaces, year);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsPlaces, unsent);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsPlaces, sent);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsPlaces, findings);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
nst_teams_places_init (NstTeamsPlaces *self)
{
  self->territories = g_ptr_array_new_with_free_func (g_object_unref);
  self->years = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_teams_places_set_office (NstTeamsPlaces *self, NstOffice *office)
{
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  g_set_object (&self->office, office);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (office == NULL)
    return;
  g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_refresh),
                           self, G_CONNECT_SWAPPED);
  fill_choices (self);
  nst_teams_places_choose_all (self);
  show_state (self);
}

void
nst_teams_places_choose_all (NstTeamsPlaces *self)
{
  gtk_drop_down_set_selected (self->territory, 0);
  gtk_drop_down_set_selected (self->year, 0);
  gtk_toggle_button_set_active (self->unsent, FALSE);
}

gboolean
nst_teams_places_is_chosen (NstTeamsPlaces *self)
{
  return get_territory (self) != 0 || get_year (self) != 0 ||
         gtk_toggle_button_get_active (self->unsent);
}

gboolean
nst_teams_places_fits (NstTeamsPlaces *self, NstRecord *team)
{
  return is_there (self, team) &&
         (!gtk_toggle_button_get_active (self->unsent) || is_unsent (team));
}
