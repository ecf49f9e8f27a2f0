/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new team in the detail pane: organisation, territory, role; one change. */
#include "config.h"

#include "app/teams/nst-team-new.h"

#include "app/teams/nst-code-row.h"
#include "app/widgets/nst-record-entry.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

struct _NstTeamNew
{
  GtkWidget parent_instance;

  NstOffice *office;

  AdwComboRow *role_row;
  NstRecordEntry *organisation_entry;
  GtkRevealer *new_organisation;
  AdwEntryRow *short_name_entry;
  AdwComboRow *kind_row;
  NstRecordEntry *territory_entry;
  AdwComboRow *territory_kind_row;
  GtkButton *create_button;
};

enum
{
  SIGNAL_CREATED,
  SIGNAL_CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstTeamNew, nst_team_new, GTK_TYPE_WIDGET)

static void
update_form (NstTeamNew *self)
{
  g_autofree char *name = nst_record_entry_dup_text (self->organisation_entry);
  g_autofree char *territory = nst_record_entry_dup_text (self->territory_entry);
  gboolean known = nst_record_entry_get_record (self->organisation_entry) != NULL;
  gboolean new_territory =
      territory != NULL && nst_record_entry_get_record (self->territory_entry) == NULL;

  gtk_revealer_set_reveal_child (self->new_organisation, name != NULL && !known);
  gtk_widget_set_visible (GTK_WIDGET (self->territory_kind_row), new_territory);
  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button),
                            name != NULL && (known || territory != NULL));
}

static NstRecord *
dup_territory (NstTeamNew *self, NstChange *change)
{
  g_autofree char *typed = nst_record_entry_dup_text (self->territory_entry);
  NstRecord *known = nst_record_entry_get_record (self->territory_entry);

  if (known != NULL)
    return g_object_ref (known);
  return nst_change_add (change, "territory", "name", typed, "kind",
                         nst_code_row_get (self->territory_kind_row), NULL);
}

static NstRecord *
dup_organisation (NstTeamNew *self, NstChange *change)
{
  g_autofree char *typed = nst_record_entry_dup_text (self->organisation_entry);
  NstRecord *known = nst_record_entry_get_record (self->organisation_entry);
  g_autoptr (NstRecord) territory = NULL;
  NstRecord *organisation;

  if (known != NULL)
    return g_object_ref (known);
  territory = dup_territory (self, change);
  organisation = nst_change_add (change, "organisation", "full_name", typed, "short_name",
                                 gtk_editable_get_text (GTK_EDITABLE (self->short_name_entry)),
                                 "kind", nst_code_row_get (self->kind_row), NULL);
  nst_change_set_ref (change, organisation, "territory", territory);
  return organisation;
}

static void
create_cb (NstTeamNew *self)
{
  g_autofree char *typed = nst_record_entry_dup_text (self->organisation_entry);
  NstLifeCycle *cycle;
  g_autofree char *title = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) organisation = NULL;
  g_autoptr (NstRecord) team = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  if (typed == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->create_button)))
    return;
  title = g_strdup_printf (_ ("Add the team of %s"), typed);
  change = nst_change_new (title);
  organisation = dup_organisation (self, change);
  nst_clock_get_today (nst_office_get_clock (self->office), &today);
  cycle = nst_scheme_get_life_cycle (nst_office_get_scheme (self->office), "team");
  team = nst_change_add (change, "team", "role", nst_code_row_get (self->role_row), "state",
                         cycle != NULL ? nst_life_cycle_get_initial (cycle) : NULL, NULL);
  nst_change_set_ref (change, team, "organisation", organisation);
  nst_change_set_int (change, team, "year", g_date_get_year (&today));
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    {
      nst_report_error (GTK_WIDGET (self), error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, team);
}

static void
cancel_cb (NstTeamNew *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
cancel_action_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  cancel_cb (NST_TEAM_NEW (widget));
}

static void
nst_team_new_dispose (GObject *object)
{
  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_TEAM_NEW);
  g_clear_object (&NST_TEAM_NEW (object)->office);
  G_OBJECT_CLASS (nst_team_new_parent_class)->dispose (object);
}

static void
nst_team_new_class_init (NstTeamNewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_RECORD_ENTRY);
  G_OBJECT_CLASS (klass)->dispose = nst_team_new_dispose;
  signals[SIGNAL_CREATED] = g_signal_new ("created", NST_TYPE_TEAM_NEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, NST_TYPE_RECORD);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", NST_TYPE_TEAM_NEW, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "teams/nst-team-new.ui");
  gtk_widget_class_bind_template_child (widget_class, NstTeamNew, role_row);
  gtk_widget_class_bind_template_child (widget_class, NstTeamNew, organisation_entry);
  gtk_widget_class_bind_template_child (widget_class, NstTeamNew, new_organisation);
  gtk_widget_class_bind_template_child (widget_class, NstTeamNew, short_name_entry);
  gtk_widget_class_bind_template_child (widget_class, NstTeamNew, kind_row);
  gtk_widget_class_bind_template_child (widget_class, NstTeamNew, territory_entry);
  gtk_widget_class_bind_template_child (widget_class, NstTeamNew, territory_kind_row);
  gtk_widget_class_bind_template_child (widget_class, NstTeamNew, create_button);
  gtk_widget_class_bind_template_callback (widget_class, update_form);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_install_action (widget_class, "team-new.cancel", NULL, cancel_action_cb);
}

static void
nst_team_new_init (NstTeamNew *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The office's own territory, else the only one that the base knows. */
static NstRecord *
dup_own_territory (NstOffice *office)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (office));
  g_autoptr (NstRecord) card = nst_office_dup_card (office);
  g_autoptr (NstRecord) body = nst_source_dup_ref (source, card, "organisation");
  g_autoptr (GPtrArray) all = NULL;

  if (body != NULL && nst_record_get_ref (body, "territory") != 0)
    return nst_source_dup_ref (source, body, "territory");
  all = nst_source_list (source, "territory", NULL, NULL);
  return all->len == 1 ? g_object_ref (all->pdata[0]) : NULL;
}

void
nst_team_new_start (NstTeamNew *self, NstOffice *office)
{
  NstScheme *scheme = nst_office_get_scheme (office);
  g_autoptr (NstRecord) territory = dup_own_territory (office);

  g_set_object (&self->office, office);
  nst_code_row_fill (self->role_row, scheme, "team-role");
  nst_code_row_fill (self->kind_row, scheme, "organisation-kind");
  nst_code_row_fill (self->territory_kind_row, scheme, "territory-kind");
  nst_record_entry_set_kind (self->organisation_entry, office, "organisation");
  nst_record_entry_set_kind (self->territory_entry, office, "territory");
  nst_record_entry_set_record (self->organisation_entry, NULL);
  nst_record_entry_set_record (self->territory_entry, territory);
  gtk_editable_set_text (GTK_EDITABLE (self->short_name_entry), "");
  update_form (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->organisation_entry));
}
