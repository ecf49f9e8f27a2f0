/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One agreement: its way, the signed copy, the parties, its fields. */
#include "config.h"

#include "app/agreements/nst-agreement-detail.h"

#include "app/agreements/nst-agreement-row.h"
#include "app/agreements/nst-agreement-status.h"
#include "app/agreements/nst-agreement-track.h"
#include "app/agreements/nst-signed-copies.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-finding-watch.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-step-bar.h"
#include "app/widgets/nst-ui.h"
#include "text/nst-russian.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const char *const field_names[] = { "number", "date",   "place", "start",
                                           "end",    "copies", "note",  NULL };
/* What the track shows already. */
static const char *const track_fields[] = { "sent_on", "returned_on", "registered_on", NULL };
static const char *const track_steps[] = { "send-agreement", "sign-agreement", "return-agreement",
                                           "register-agreement", NULL };

struct _NstAgreementDetail
{
  GtkWidget parent_instance;

  GtkLabel *title;
  NstStatePill *pill;
  GtkLabel *pair;
  GtkWidget *document_button;
  GtkBox *findings;
  NstAgreementTrack *track;
  NstSignedCopies *copies;
  AdwPreferencesGroup *parties;
  GtkListBox *fields;
  NstStepBar *steps;

  NstOffice *office;
  NstRecord *agreement;
  NstFindingWatch *watch;
  GPtrArray *party_rows;
  gulong changed_id;
  guint refresh_id;
};

enum
{
  PROP_SHOW_DOCUMENT_BUTTON = 1,
  N_PROPS
};

enum
{
  DOCUMENT_WANTED,
  SCAN_WANTED,
  SHOWN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstAgreementDetail, nst_agreement_detail, GTK_TYPE_WIDGET)

static void
document_clicked_cb (NstAgreementDetail *self)
{
  g_signal_emit (self, signals[DOCUMENT_WANTED], 0);
}

static void
scan_opened_cb (NstAgreementDetail *self, GBytes *scan)
{
  g_signal_emit (self, signals[SCAN_WANTED], 0, scan);
}

static void
show_heading (NstAgreementDetail *self, NstAgreementStatus *status)
{
  const char *number = nst_record_get_text (self->agreement, "number");
  NstRuleContext context;
  const NstLifeState *state;
  g_autofree char *title = NULL;
  g_autofree char *pair = nst_agreement_dup_pair (self->agreement, FALSE);

  if (nst_record_get_ref (self->agreement, "supplements") != 0)
    title = number != NULL ? g_strdup_printf (_ ("Supplementary agreement № %s"), number)
                           : g_strdup (_ ("Supplementary agreement"));
  else
    title = number != NULL ? g_strdup_printf (_ ("Agreement № %s"), number)
                           : g_strdup (_ ("Agreement without a number"));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->pair, pair);

  nst_office_get_context (self->office, &context);
  state = nst_steps_get_state (&context, self->agreement);
  if (state != NULL)
    nst_state_pill_set_state (self->pill, state);
  if (status->wait == NST_AGREEMENT_WAIT_SIGN && status->n_signed > 0)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("%u of %u signed"), status->n_signed, status->signatures->len);

      nst_state_pill_set_title (self->pill, text);
    }
}

static gboolean
is_shown_elsewhere (NstAgreementDetail *self, const NstFinding *finding)
{
  if (finding->field == NULL)
    return FALSE;
  if (finding->record == self->agreement)
    return g_strv_contains (track_fields, finding->field) ||
           g_strv_contains (field_names, finding->field);
  return g_str_equal (finding->field, "signed_on");
}

static void
show_findings (NstAgreementDetail *self)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  GPtrArray *all = nst_finding_watch_get_all (self->watch);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!is_shown_elsewhere (self, g_ptr_array_index (all, i)))
      g_ptr_array_add (rest, g_ptr_array_index (all, i));
  nst_finding_list_fill (self->findings, rest, NULL);
  nst_agreement_track_show (self->track, self->office, self->agreement, all);
}

static void
party_activated_cb (GtkWidget *row, NstAgreementDetail *self)
{
  NstRecord *record = g_object_get_data (G_OBJECT (row), "nst-record");

  nst_report_open (GTK_WIDGET (self), nst_record_get_kind (record)->name,
                   nst_record_get_id (record), NULL);
}

static void
add_party_row (NstAgreementDetail *self, const char *icon, const char *title,
               const char *subtitle, NstRecord *opens)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  if (opens != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "nst-record", g_object_ref (opens), g_object_unref);
      g_signal_connect_object (row, "activated", G_CALLBACK (party_activated_cb), self, 0);
    }
  adw_preferences_group_add (self->parties, row);
  g_ptr_array_add (self->party_rows, row);
}

static char *
dup_person_line (NstRecord *person)
{
  g_autofree char *name = nst_russian_list_name (nst_record_get_text (person, "last"),
                                                 nst_record_get_text (person, "first"),
                                                 nst_record_get_text (person, "middle"));
  const char *phone = nst_record_get_text (person, "phone");

  if (phone == NULL)
    phone = nst_record_get_text (person, "mobile");
  return phone != NULL ? g_strdup_printf ("%s, %s", name, phone) : g_steal_pointer (&name);
}

static void
add_signature_row (NstAgreementDetail *self, NstSource *source, NstRecord *signature)
{
  g_autoptr (NstRecord) school = nst_source_dup_ref (source, signature, "organisation");
  g_autoptr (NstRecord) person = nst_source_dup_ref (source, signature, "person");
  g_autofree char *line = person != NULL ? dup_person_line (person) : NULL;
  const char *party = nst_record_get_text (signature, "party");
  g_autofree char *title = nst_scheme_dup_title_of (nst_office_get_scheme (self->office), "party",
                                                    party != NULL ? party : "");
  g_autofree char *subtitle = NULL;

  subtitle = line != NULL ? g_strdup_printf ("%s\n%s", title, line) : g_strdup (title);
  add_party_row (self, "avatar-default-symbolic",
                 school != NULL ? nst_record_get_title (school) : title, subtitle, school);
}

static void
add_group_rows (NstAgreementDetail *self, NstSource *source)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (source, self->agreement, "group");
  g_autoptr (NstRecord) order = NULL;
  g_autofree char *title = NULL;
  GDate date;

  if (group == NULL)
    return;
  title = g_strdup_printf (_ ("Group %s"), nst_record_get_title (group));
  add_party_row (self, "system-users-symbolic", title,
                 nst_record_get_display (group, "coordinator"), group);
  order = nst_source_dup_ref (source, group, "order");
  if (order != NULL)
    {
      g_autofree char *day =
          nst_record_get_date (order, "date", &date) ? nst_date_to_label (&date) : g_strdup ("");
      g_autofree char *name =
          g_strdup_printf (_ ("Order %s %s"), day, nst_record_get_title (order));

      add_party_row (self, "text-x-generic-symbolic", name, nst_record_get_text (order, "title"),
                     NULL);
    }
}

static void
show_parties (NstAgreementDetail *self, NstAgreementStatus *status)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));

  for (guint i = 0; i < self->party_rows->len; i++)
    adw_preferences_group_remove (self->parties, g_ptr_array_index (self->party_rows, i));
  g_ptr_array_set_size (self->party_rows, 0);
  for (guint i = 0; i < status->signatures->len; i++)
    add_signature_row (self, source, g_ptr_array_index (status->signatures, i));
  add_group_rows (self, source);
}

static GStrv
dup_other_steps (NstAgreementDetail *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  NstLifeCycle *cycle =
      nst_scheme_get_life_cycle (nst_office_get_scheme (self->office), "agreement");
  GPtrArray *steps = cycle != NULL ? nst_life_cycle_get_steps (cycle) : NULL;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const NstLifeStep *step = g_ptr_array_index (steps, i);

      if (!g_strv_contains (track_steps, step->code))
        g_strv_builder_add (codes, step->code);
    }
  return g_strv_builder_end (codes);
}

/* Everything but the field rows, which follow their record by themselves. */
static void
refresh (NstAgreementDetail *self)
{
  g_autoptr (NstAgreementStatus) status = NULL;

  if (self->agreement == NULL || nst_record_get_stale (self->agreement))
    return;
  status = nst_agreement_status_new (self->office, self->agreement);
  show_heading (self, status);
  show_findings (self);
  nst_signed_copies_show (self->copies, self->office, self->agreement);
  show_parties (self, status);
  g_signal_emit (self, signals[SHOWN], 0);
}

static gboolean
refresh_idle_cb (gpointer data)
{
  NstAgreementDetail *self = data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (NstAgreementDetail *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_idle_cb, self, NULL);
}

static void
set_agreement (NstAgreementDetail *self, NstOffice *office, NstRecord *agreement)
{
  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, nst_office_get_store (self->office));
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, queue_refresh, self);
  g_clear_object (&self->watch);
  g_set_object (&self->office, office);
  g_set_object (&self->agreement, agreement);
  if (agreement == NULL)
    return;
  self->watch = nst_finding_watch_dup (office, agreement);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  self->changed_id = g_signal_connect_swapped (nst_office_get_store (office), "changed",
                                               G_CALLBACK (queue_refresh), self);
}

static void
nst_agreement_detail_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NstAgreementDetail *self = NST_AGREEMENT_DETAIL (object);

  if (id == PROP_SHOW_DOCUMENT_BUTTON)
    g_value_set_boolean (value, gtk_widget_get_visible (self->document_button));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nst_agreement_detail_set_property (GObject *object, guint id, const GValue *value,
                                   GParamSpec *pspec)
{
  NstAgreementDetail *self = NST_AGREEMENT_DETAIL (object);

  if (id == PROP_SHOW_DOCUMENT_BUTTON)
    gtk_widget_set_visible (self->document_button, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nst_agreement_detail_dispose (GObject *object)
{
  NstAgreementDetail *self = NST_AGREEMENT_DETAIL (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  set_agreement (self, NULL, NULL);
  g_clear_pointer (&self->party_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_AGREEMENT_DETAIL);
  G_OBJECT_CLASS (nst_agreement_detail_parent_class)->dispose (object);
}

static void
install_signals (GObjectClass *object_class)
{
  GType type = G_TYPE_FROM_CLASS (object_class);

  signals[DOCUMENT_WANTED] = g_signal_new ("document-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[SCAN_WANTED] = g_signal_new ("scan-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);
  signals[SHOWN] =
      g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  props[PROP_SHOW_DOCUMENT_BUTTON] =
      g_param_spec_boolean ("show-document-button", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
nst_agreement_detail_class_init (NstAgreementDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_agreement_detail_dispose;
  object_class->get_property = nst_agreement_detail_get_property;
  object_class->set_property = nst_agreement_detail_set_property;
  install_signals (object_class);

  g_type_ensure (NST_TYPE_AGREEMENT_TRACK);
  g_type_ensure (NST_TYPE_SIGNED_COPIES);
  g_type_ensure (NST_TYPE_STATE_PILL);
  g_type_ensure (NST_TYPE_STEP_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "agreements/nst-agreement-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, title);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, pill);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, pair);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, document_button);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, findings);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, track);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, copies);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, parties);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, fields);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementDetail, steps);
  gtk_widget_class_bind_template_callback (widget_class, document_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, scan_opened_cb);
}

static void
nst_agreement_detail_init (NstAgreementDetail *self)
{
  self->party_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_agreement_detail_show (NstAgreementDetail *self, NstOffice *office, NstRecord *agreement)
{
  g_auto (GStrv) others = NULL;
  GtkWidget *row;

  g_return_if_fail (NST_IS_AGREEMENT_DETAIL (self));

  if (self->agreement == agreement && self->office == office)
    return;
  set_agreement (self, office, agreement);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_list_box_remove (self->fields, row);
  if (agreement == NULL)
    return;
  nst_field_rows_fill (self->fields, office, agreement, field_names);
  others = dup_other_steps (self);
  nst_step_bar_set_steps (self->steps, (const char *const *) others);
  nst_step_bar_set_record (self->steps, office, agreement);
  refresh (self);
}

void
nst_agreement_detail_focus (NstAgreementDetail *self, const char *field)
{
  g_return_if_fail (NST_IS_AGREEMENT_DETAIL (self));

  if (field == NULL || !nst_field_rows_focus (GTK_WIDGET (self->fields), field))
    gtk_widget_child_focus (GTK_WIDGET (self->track), GTK_DIR_TAB_FORWARD);
}

gboolean
nst_agreement_detail_act (NstAgreementDetail *self)
{
  g_return_val_if_fail (NST_IS_AGREEMENT_DETAIL (self), FALSE);
  return self->agreement != NULL && nst_agreement_track_act (self->track);
}

void
nst_agreement_detail_attach (NstAgreementDetail *self)
{
  g_return_if_fail (NST_IS_AGREEMENT_DETAIL (self));
  nst_signed_copies_attach (self->copies);
}

GBytes *
nst_agreement_detail_dup_scan (NstAgreementDetail *self)
{
  g_return_val_if_fail (NST_IS_AGREEMENT_DETAIL (self), NULL);
  return nst_signed_copies_dup_newest (self->copies);
}
