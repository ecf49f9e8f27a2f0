/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of an agreement: sent, signed by each party, returned, in force. */
#include "config.h"

#include "app/agreements/nst-agreement-track.h"

#include "app/agreements/nst-agreement-status.h"
#include "app/agreements/nst-track-point.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-step-actor.h"
#include "app/widgets/nst-step-form.h"
#include "model/nst-error.h"
#include "rules/nst-agreement-days.h"
#include "text/nst-russian.h"

#include <glib/gi18n.h>

#define N_PARTIES 3

/**
 * PointKind:
 *
 * The points from top to bottom; the signatures take as many as there are parties.
 */
typedef enum
{
  POINT_SENT,
  POINT_SIGNED,
  POINT_RETURNED = POINT_SIGNED + N_PARTIES,
  POINT_IN_FORCE,
  N_POINTS
} PointKind;

struct _NstAgreementTrack
{
  GtkWidget parent_instance;

  NstTrackPoint *points[N_POINTS];
  NstOffice *office;
  NstRecord *agreement;
  NstAgreementStatus *status;
  GDate today;
};

G_DEFINE_FINAL_TYPE (NstAgreementTrack, nst_agreement_track, GTK_TYPE_WIDGET)

static const char *
get_step (guint point)
{
  if (point == POINT_SENT)
    return "send-agreement";
  if (point == POINT_RETURNED)
    return "return-agreement";
  return point == POINT_IN_FORCE ? "register-agreement" : "sign-agreement";
}

/* The record and its field that keep the day of a point. */
static NstRecord *
get_place (NstAgreementTrack *self, guint point, const char **field)
{
  guint party = point - POINT_SIGNED;

  if (point == POINT_SENT)
    *field = "sent_on";
  else if (point == POINT_RETURNED)
    *field = "returned_on";
  else if (point == POINT_IN_FORCE)
    *field = "registered_on";
  else
    {
      *field = "signed_on";
      return party < self->status->signatures->len
                 ? g_ptr_array_index (self->status->signatures, party)
                 : NULL;
    }
  return self->agreement;
}

/* A day that was recorded wrongly is put right as a change of its own. */
static gboolean
correct_day (NstAgreementTrack *self, NstRecord *record, const char *field, const GDate *day,
             GError **error)
{
  g_autoptr (NstChange) change = nst_change_new (_ ("Put the day right"));
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  if (g_date_compare (day, &self->today) > 0)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("That day is later than today; record it on its day"));
      return FALSE;
    }
  if (!nst_agreement_days_check (&context, self->agreement, field, day, error))
    return FALSE;
  nst_change_set_date (change, record, field, day);
  return nst_store_apply (nst_office_get_store (self->office), change, error);
}

static gboolean
do_step (NstAgreementTrack *self, guint point, const GDate *day, GError **error)
{
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  const char *field = NULL;
  NstRecord *place = get_place (self, point, &field);

  nst_step_args_set_date (args, day);
  if (g_str_equal (get_step (point), "sign-agreement"))
    {
      nst_step_args_set_party (args, nst_record_get_text (place, "party"));
      nst_step_args_set_person (args, nst_record_get_ref (place, "person"));
    }
  return nst_office_do (self->office, self->agreement, get_step (point), args, NULL, error);
}

static void
record_day (NstAgreementTrack *self, guint point, const GDate *day)
{
  g_autoptr (NstRecord) agreement G_GNUC_UNUSED = g_object_ref (self->agreement);
  g_autoptr (GError) error = NULL;
  const char *field = NULL;
  NstRecord *place = get_place (self, point, &field);
  gboolean done;
  GDate before;

  if (place == NULL)
    return;
  if (nst_record_get_date (place, field, &before))
    done = correct_day (self, place, field, day, &error);
  else
    done = do_step (self, point, day, &error);
  if (!done)
    nst_report_error (GTK_WIDGET (self), error);
}

static void
point_chosen_cb (NstTrackPoint *point, const char *day, NstAgreementTrack *self)
{
  GDate date;

  if (!nst_date_from_text (&date, day))
    return;
  for (guint i = 0; i < N_POINTS; i++)
    if (self->points[i] == point)
      {
        record_day (self, i, &date);
        return;
      }
}

static guint
get_awaited_point (NstAgreementTrack *self)
{
  guint party = 0;

  switch (self->status->wait)
    {
    case NST_AGREEMENT_WAIT_SEND:
      return POINT_SENT;
    case NST_AGREEMENT_WAIT_SIGN:
      g_ptr_array_find (self->status->signatures, self->status->awaited, &party);
      return POINT_SIGNED + party;
    case NST_AGREEMENT_WAIT_RETURN:
      return POINT_RETURNED;
    case NST_AGREEMENT_WAIT_REGISTER:
      return POINT_IN_FORCE;
    case NST_AGREEMENT_WAIT_NOTHING:
    default:
      return N_POINTS;
    }
}

/* «Вовремя: срок — 19 ноября», or how late it was. */
static char *
dup_limit_text (NstAgreementTrack *self, const char *key, const GDate *done)
{
  g_autofree char *limit = NULL;
  NstRuleContext context;
  GDate date;
  int late;

  nst_office_get_context (self->office, &context);
  if (!nst_agreement_days_get_limit (&context, self->agreement, key, &date))
    return NULL;
  limit = nst_date_to_label (&date);
  late = g_date_days_between (&date, done != NULL ? done : &self->today);
  if (done != NULL && late <= 0)
    return g_strdup_printf (_ ("In time: the last day is %s"), limit);
  if (late > 0)
    return g_strdup_printf (ngettext ("%d day late: the last day was %s",
                                      "%d days late: the last day was %s", (gulong) late),
                            late, limit);
  if (late == 0)
    return g_strdup_printf (_ ("Today is the last day"));
  return g_strdup_printf (ngettext ("%d day left, until %s", "%d days left, until %s",
                                    (gulong) -late),
                          -late, limit);
}

/* «Лугова И. Д., директор» */
static char *
dup_signatory (NstAgreementTrack *self, NstRecord *signature)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  g_autoptr (NstRecord) person = nst_source_dup_ref (source, signature, "person");
  g_autofree char *name = NULL;
  const char *post;

  if (person == NULL)
    return g_strdup (_ ("Signatory is not known"));
  name = nst_russian_list_name (nst_record_get_text (person, "last"),
                                nst_record_get_text (person, "first"),
                                nst_record_get_text (person, "middle"));
  post = nst_record_get_text (person, "post");
  return post != NULL ? g_strdup_printf ("%s, %s", name, post) : g_steal_pointer (&name);
}

static char *
dup_term (NstAgreementTrack *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  GDate start;
  GDate end;

  if (!nst_record_get_date (self->agreement, "start", &start) ||
      !nst_record_get_date (self->agreement, "end", &end))
    return g_strdup (_ ("The term is not filled in"));
  first = nst_date_to_label (&start);
  last = nst_date_to_label (&end);
  return g_strdup_printf (_ ("Term %s–%s"), first, last);
}

static void
fill_words (NstAgreementTrack *self, guint point, NstRecord *place, const GDate *done)
{
  NstTrackPoint *widget = self->points[point];
  g_autofree char *subtitle = NULL;

  if (point == POINT_SENT)
    {
      subtitle = dup_limit_text (self, "agreement.sent-by", done);
      nst_track_point_set_words (widget, _ ("Sent to the parties"), subtitle);
    }
  else if (point == POINT_RETURNED)
    {
      subtitle = dup_limit_text (self, "agreement.returned-by", done);
      nst_track_point_set_words (widget, _ ("Signed paper came back"), subtitle);
    }
  else if (point == POINT_IN_FORCE)
    {
      subtitle = dup_term (self);
      nst_track_point_set_words (widget, _ ("Came into force"), subtitle);
    }
  else if (place != NULL)
    {
      g_autofree char *party =
          nst_scheme_dup_title_of (nst_office_get_scheme (self->office), "party",
                                   nst_record_get_text (place, "party"));

      subtitle = dup_signatory (self, place);
      nst_track_point_set_words (widget, party, subtitle);
    }
}

static char *
dup_note (NstAgreementTrack *self, guint point)
{
  g_autofree char *day = NULL;

  if (point < POINT_SIGNED || point >= POINT_RETURNED || self->status->days < 0)
    return NULL;
  day = g_strdup_printf ("%02u.%02u", g_date_get_day (&self->status->since),
                         (guint) g_date_get_month (&self->status->since));
  return g_strdup_printf (_ ("since %s"), day);
}

static const char *
get_act (guint point)
{
  if (point == POINT_SENT)
    return _ ("Sent today");
  if (point == POINT_RETURNED)
    return _ ("Came back today");
  return point == POINT_IN_FORCE ? _ ("Register today") : _ ("Signed today");
}

static const NstLifeStep *
find_step (NstAgreementTrack *self, const char *code)
{
  g_autoptr (GPtrArray) offers = NULL;
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  offers = nst_steps_list (&context, self->agreement);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      const NstStepOffer *offer = g_ptr_array_index (offers, i);

      if (g_str_equal (offer->step->code, code))
        return offer->step;
    }
  return NULL;
}

static gboolean
is_signature (guint point)
{
  return point >= POINT_SIGNED && point < POINT_RETURNED;
}

/* An office of its own says who has acted for another party (DOMAIN 3.5). */
static gboolean
is_of_others (NstAgreementTrack *self, guint point, NstRecord *place)
{
  const NstLifeStep *step = find_step (self, get_step (point));
  g_autoptr (NstRecord) card = nst_office_dup_card (self->office);

  if (nst_office_is_demo (self->office) || step == NULL || card == NULL)
    return FALSE;
  if (!is_signature (point))
    return nst_step_actor_is_needed (self->office, step);
  return g_strcmp0 (nst_record_get_text (card, "role"), nst_record_get_text (place, "party")) !=
         0;
}

static void
form_confirmed_cb (NstStepForm *form)
{
  g_autoptr (NstStepForm) held = g_object_ref (form);
  g_autoptr (GError) error = NULL;

  if (nst_step_form_do (held, &error))
    gtk_popover_popdown (GTK_POPOVER (held));
  else
    nst_step_form_show_error (held, error);
}

static GtkWidget *
make_form (NstTrackPoint *widget, gpointer data)
{
  NstAgreementTrack *self = data;
  guint point = 0;
  const NstLifeStep *step;
  GtkWidget *form;

  while (point + 1 < N_POINTS && self->points[point] != widget)
    point++;
  step = find_step (self, get_step (point));
  if (step == NULL)
    return NULL;
  if (is_signature (point))
    {
      const char *field = NULL;
      NstRecord *place = get_place (self, point, &field);
      g_autoptr (NstRecord) person =
          nst_source_dup_ref (NST_SOURCE (nst_office_get_store (self->office)), place, "person");

      form = nst_step_form_new_for (self->office, self->agreement, step,
                                    nst_record_get_text (place, "party"), person);
    }
  else
    {
      form = nst_step_form_new (self->office, self->agreement, step);
    }
  g_signal_connect (form, "confirmed", G_CALLBACK (form_confirmed_cb), NULL);
  return form;
}

static char *
dup_why_not (NstAgreementTrack *self, const char *step)
{
  g_autoptr (GPtrArray) offers = NULL;
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  offers = nst_steps_list (&context, self->agreement);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      const NstStepOffer *offer = g_ptr_array_index (offers, i);

      if (g_str_equal (offer->step->code, step))
        return offer->possible ? NULL : g_strdup (offer->why_not != NULL ? offer->why_not : "");
    }
  return NULL;
}

static void
fill_point (NstAgreementTrack *self, guint point, guint awaited)
{
  NstTrackPoint *widget = self->points[point];
  const char *field = NULL;
  NstRecord *place = get_place (self, point, &field);
  NstTrackState state = NST_TRACK_AHEAD;
  g_autofree char *note = NULL;
  g_autofree char *why_not = NULL;
  gboolean open = FALSE;
  GDate day;

  gtk_widget_set_visible (GTK_WIDGET (widget), place != NULL);
  if (place == NULL)
    return;
  g_date_clear (&day, 1);
  if (nst_record_get_date (place, field, &day))
    state = NST_TRACK_DONE;
  else if (point == awaited)
    state = NST_TRACK_AWAITED;
  /* Parties sign in any order: each that has not yet signed can. */
  open = state == NST_TRACK_AWAITED ||
         (state == NST_TRACK_AHEAD && self->status->wait == NST_AGREEMENT_WAIT_SIGN &&
          point > POINT_SENT && point < POINT_RETURNED);
  if (state == NST_TRACK_AWAITED)
    note = dup_note (self, point);
  if (open)
    why_not = dup_why_not (self, get_step (point));
  fill_words (self, point, place, state == NST_TRACK_DONE ? &day : NULL);
  nst_track_point_set_state (widget, state, note, open ? get_act (point) : NULL);
  nst_track_point_set_day (widget, &day, &self->today);
  nst_track_point_set_why_not (widget, why_not);
  nst_track_point_set_form_func (widget,
                                 open && is_of_others (self, point, place) ? make_form : NULL,
                                 self);
}

static void
fill_findings (NstAgreementTrack *self, guint point, GPtrArray *findings)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  const char *field = NULL;
  NstRecord *place = get_place (self, point, &field);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      NstFinding *finding = g_ptr_array_index (findings, i);

      if (finding->record == place && g_strcmp0 (finding->field, field) == 0)
        g_ptr_array_add (own, finding);
    }
  nst_finding_list_fill (nst_track_point_get_findings (self->points[point]), own, NULL);
}

static void
nst_agreement_track_dispose (GObject *object)
{
  NstAgreementTrack *self = NST_AGREEMENT_TRACK (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->status, nst_agreement_status_free);
  g_clear_object (&self->agreement);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_agreement_track_parent_class)->dispose (object);
}

static void
nst_agreement_track_class_init (NstAgreementTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_agreement_track_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "track");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nst_agreement_track_init (NstAgreementTrack *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The way of the agreement"), -1);
  for (guint i = 0; i < N_POINTS; i++)
    {
      GtkWidget *point = nst_track_point_new ();

      self->points[i] = NST_TRACK_POINT (point);
      nst_track_point_set_last (self->points[i], i + 1 == N_POINTS);
      g_signal_connect_object (point, "chosen", G_CALLBACK (point_chosen_cb), self, 0);
      gtk_widget_set_parent (point, GTK_WIDGET (self));
    }
}

void
nst_agreement_track_show (NstAgreementTrack *self, NstOffice *office, NstRecord *agreement,
                          GPtrArray *findings)
{
  guint awaited;

  g_return_if_fail (NST_IS_AGREEMENT_TRACK (self));

  g_set_object (&self->office, office);
  g_set_object (&self->agreement, agreement);
  g_clear_pointer (&self->status, nst_agreement_status_free);
  nst_clock_get_today (nst_office_get_clock (office), &self->today);
  self->status = nst_agreement_status_new (office, agreement);
  awaited = get_awaited_point (self);
  for (guint i = 0; i < N_POINTS; i++)
    {
      fill_point (self, i, awaited);
      fill_findings (self, i, findings);
    }
}

gboolean
nst_agreement_track_act (NstAgreementTrack *self)
{
  guint awaited;

  g_return_val_if_fail (NST_IS_AGREEMENT_TRACK (self), FALSE);

  if (self->status == NULL)
    return FALSE;
  awaited = get_awaited_point (self);
  if (awaited == N_POINTS)
    return FALSE;
  nst_track_point_act (self->points[awaited]);
  return TRUE;
}
