/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step 3 of forming a group: term and people, filled in from what the base knows. */
#include "config.h"

#include "app/groups/nst-assistant-term.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-record-entry.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

struct _NstAssistantTerm
{
  GtkWidget parent_instance;

  NstGroupDraft *draft; /* borrowed from the assistant */
  gboolean filling;

  AdwEntryRow *number_row;
  NstDateButton *start_button;
  AdwActionRow *months_row;
  GtkSpinButton *months_spin;
  AdwActionRow *period_row;
  NstRecordEntry *operator_entry;
  NstRecordEntry *coordinator_entry;
  NstRecordEntry *curator_entry;
  GtkWidget *decision_group;
  AdwEntryRow *decision_row;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstAssistantTerm, nst_assistant_term, GTK_TYPE_WIDGET)

static void
show_period (NstAssistantTerm *self)
{
  g_autofree char *first = nst_date_to_label (&self->draft->start);
  g_autofree char *last = NULL;
  g_autofree char *months = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month",
                                                          "%u months", self->draft->months),
                                             self->draft->months);
  g_autofree char *text = NULL;
  GDate end;

  nst_group_draft_get_end (self->draft, &end);
  last = nst_date_to_label (&end);
  text = g_strdup_printf ("%s – %s, %s", first, last, months);
  adw_action_row_set_subtitle (self->period_row, text);
}

static void
take_record (NstRecordEntry *entry, NstRecord **known, char **typed)
{
  g_set_object (known, nst_record_entry_get_record (entry));
  g_free (*typed);
  *typed = *known == NULL ? nst_record_entry_dup_text (entry) : NULL;
}

static void
take_text (AdwEntryRow *row, char **text)
{
  g_free (*text);
  *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
edited_cb (NstAssistantTerm *self)
{
  NstGroupDraft *draft = self->draft;

  if (self->filling || draft == NULL)
    return;
  take_text (self->number_row, &draft->number);
  take_text (self->decision_row, &draft->decision);
  nst_date_from_text (&draft->start, nst_date_button_get_date (self->start_button));
  draft->months = (guint) gtk_spin_button_get_value_as_int (self->months_spin);
  take_record (self->operator_entry, &draft->operator_, &draft->operator_name);
  take_record (self->coordinator_entry, &draft->coordinator, &draft->coordinator_name);
  take_record (self->curator_entry, &draft->curator, &draft->curator_name);
  show_period (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* People of the operator are offered first. */
static void
operator_cb (NstAssistantTerm *self)
{
  NstRecord *operator_ = nst_record_entry_get_record (self->operator_entry);

  if (operator_ != NULL)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (operator_));

      nst_record_entry_set_first (self->coordinator_entry, "organisation", id);
    }
  edited_cb (self);
}

static void
accepted_cb (NstAssistantTerm *self)
{
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static void
nst_assistant_term_dispose (GObject *object)
{
  NST_ASSISTANT_TERM (object)->filling = TRUE;
  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_ASSISTANT_TERM);
  G_OBJECT_CLASS (nst_assistant_term_parent_class)->dispose (object);
}

static void
nst_assistant_term_class_init (NstAssistantTermClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_RECORD_ENTRY);
  g_type_ensure (NST_TYPE_DATE_BUTTON);
  G_OBJECT_CLASS (klass)->dispose = nst_assistant_term_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NST_TYPE_ASSISTANT_TERM, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", NST_TYPE_ASSISTANT_TERM, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "groups/nst-assistant-term.ui");
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, number_row);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, start_button);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, months_row);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, months_spin);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, period_row);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, operator_entry);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, coordinator_entry);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, curator_entry);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, decision_group);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantTerm, decision_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, operator_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
}

static void
nst_assistant_term_init (NstAssistantTerm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_limits (NstAssistantTerm *self)
{
  NstScheme *scheme = nst_office_get_scheme (self->draft->office);
  const NstRuleText *rule = nst_scheme_find_rule (scheme, "R21");
  g_autofree char *text = NULL;
  guint min, max;

  nst_group_draft_get_months (self->draft, &min, &max);
  if (rule != NULL && rule->paragraph != NULL)
    text = g_strdup_printf (_ ("from %u to %u (%s)"), min, max, rule->paragraph);
  else
    text = g_strdup_printf (_ ("from %u to %u"), min, max);
  adw_action_row_set_subtitle (self->months_row, text);
  gtk_spin_button_set_range (self->months_spin, min, max);
}

static void
fill_entry (NstRecordEntry *entry, const char *kind, NstOffice *office, NstRecord *known,
            const char *typed)
{
  nst_record_entry_set_kind (entry, office, kind);
  nst_record_entry_set_record (entry, known);
  if (known == NULL && typed != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), typed);
}

void
nst_assistant_term_show (NstAssistantTerm *self, NstGroupDraft *draft)
{
  g_autofree char *start = NULL;

  self->draft = draft;
  if (draft == NULL)
    return;
  self->filling = TRUE;
  start = nst_date_to_text (&draft->start);
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), draft->number);
  nst_date_button_set_date (self->start_button, start);
  fill_limits (self);
  gtk_spin_button_set_value (self->months_spin, draft->months);
  nst_record_entry_set_first (self->operator_entry, "kind", "OPERATOR");
  fill_entry (self->operator_entry, "organisation", draft->office, draft->operator_,
              draft->operator_name);
  fill_entry (self->coordinator_entry, "person", draft->office, draft->coordinator,
              draft->coordinator_name);
  fill_entry (self->curator_entry, "person", draft->office, draft->curator, draft->curator_name);
  gtk_editable_set_text (GTK_EDITABLE (self->decision_row),
                         draft->decision != NULL ? draft->decision : "");
  gtk_widget_set_visible (self->decision_group, nst_group_draft_needs_decision (draft));
  self->filling = FALSE;
  operator_cb (self);
}

gboolean
nst_assistant_term_is_complete (NstAssistantTerm *self)
{
  g_autofree char *missing = nst_assistant_term_dup_missing (self);

  return missing == NULL;
}

static gboolean
lacks_decision (const NstGroupDraft *draft)
{
  return nst_group_draft_needs_decision (draft) &&
         (draft->decision == NULL || draft->decision[0] == '\0');
}

/* The operator's decision is the one thing that nothing proposes. */
gboolean
nst_assistant_term_focus_missing (NstAssistantTerm *self)
{
  return self->draft != NULL && lacks_decision (self->draft) &&
         gtk_widget_grab_focus (GTK_WIDGET (self->decision_row));
}

/* What has to be entered before the next step, or NULL. */
char *
nst_assistant_term_dup_missing (NstAssistantTerm *self)
{
  NstGroupDraft *draft = self->draft;

  if (draft == NULL || draft->number[0] == '\0')
    return g_strdup (_ ("The number of the group is missing"));
  if (draft->operator_ == NULL && draft->operator_name == NULL)
    return g_strdup (_ ("The operator is missing"));
  if (draft->coordinator == NULL && draft->coordinator_name == NULL)
    return g_strdup (_ ("The coordinator is missing"));
  if (lacks_decision (draft))
    return g_strdup (_ ("The operator’s decision is missing: it stands below"));
  return NULL;
}
