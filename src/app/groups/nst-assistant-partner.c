/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step 2 of forming a group: the team that gives experience, best match first. */
#include "config.h"

#include "app/groups/nst-assistant-partner.h"

#include "app/groups/nst-candidate-row.h"
#include "app/widgets/nst-pane.h"
#include "app/widgets/nst-ui.h"
#include "rules/nst-coverage.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-matching.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Narrower than this the two columns stand one under another. */
#define WIDTH_OF_TWO 720

struct _NstAssistantPartner
{
  GtkWidget parent_instance;

  NstGroupDraft *draft; /* borrowed from the assistant */
  guint width_source;

  GtkScrolledWindow *scroller;
  GtkBox *columns;
  GtkListBox *need_list;
  GtkLabel *count_label;
  GtkListBox *list;
  guint limit; /* rows that are made */
};

/* Each row costs time to be laid out, and the best come first. */
#define FIRST_ROWS 20

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstAssistantPartner, nst_assistant_partner, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
chosen_cb (NstAssistantPartner *self, NstCandidateRow *row)
{
  nst_group_draft_set_experienced (self->draft, nst_candidate_row_get_team (row),
                                   nst_candidate_row_has_condition (row));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void fill_candidates (NstAssistantPartner *self, const NstRuleContext *context);

/* The keyboard goes on where the short list ended. */
static void
show_all (NstAssistantPartner *self)
{
  int next = (int) self->limit;
  NstRuleContext context;
  GtkListBoxRow *row;

  self->limit = G_MAXUINT;
  nst_office_get_look (self->draft->office, &context);
  fill_candidates (self, &context);
  row = gtk_list_box_get_row_at_index (self->list, next);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The first activation chooses, the next one goes on. */
static void
row_activated_cb (NstAssistantPartner *self, GtkListBoxRow *row)
{
  NstCandidateRow *candidate;

  if (!NST_IS_CANDIDATE_ROW (row))
    {
      show_all (self);
      return;
    }
  candidate = NST_CANDIDATE_ROW (row);
  if (self->draft->experienced == nst_candidate_row_get_team (candidate))
    g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
  else
    nst_candidate_row_set_chosen (candidate, TRUE);
}

static void
reasons_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, NST_TYPE_CANDIDATE_ROW) : NULL;

  if (row != NULL)
    nst_candidate_row_toggle_reasons (NST_CANDIDATE_ROW (row));
}

static void
append_need (NstAssistantPartner *self, const char *title, const char *text, const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (row, "property");
  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_add_css_class (image,
                                g_str_equal (icon, "emblem-ok-symbolic") ? "success" : "warning");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
    }
  gtk_list_box_append (self->need_list, row);
}

static char *
dup_directions (const NstRuleContext *context, NstRecord *team)
{
  g_auto (GStrv) codes = nst_record_dup_list (team, "directions");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *title = nst_scheme_dup_title_of (context->scheme, "direction", codes[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", title != NULL ? title : codes[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_working_group (NstAssistantPartner *self, const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (GPtrArray) members = nst_source_list_of (context->source, "member", "team", team);
  g_autoptr (NstRecord) leader = nst_group_sides_dup_leader (context, team);
  g_autofree char *people =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", members->len),
                       members->len);
  g_autofree char *text =
      g_strdup_printf ("%s, %s", people,
                       leader != NULL ? _ ("the leader is appointed") : _ ("nobody leads it"));

  append_need (self, _ ("Working group"), text,
               leader != NULL ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
}

/* The territory's quota of the year, as its rule words it. */
static void
append_quota (NstAssistantPartner *self, const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (NstRecord) organisation = nst_source_dup_ref (context->source, team, "organisation");
  g_autoptr (NstRecord) territory =
      nst_source_dup_ref (context->source, organisation, "territory");
  const GDate *start = g_date_valid (&self->draft->start) ? &self->draft->start : &context->today;
  guint year = g_date_get_year (start);
  g_autofree char *counts = NULL;
  NstCoverage coverage;

  if (territory == NULL || nst_scheme_find_rule (context->scheme, "R10") == NULL)
    return;
  nst_coverage_count_in (context, year, nst_record_get_id (territory), &coverage);
  if (coverage.quota == 0)
    return;
  counts = g_strdup_printf (_ ("%u: %u of %u groups"), year, coverage.groups, coverage.quota);
  if (coverage.groups < coverage.quota)
    append_need (self, _ ("Quota of the territory: there is room"), counts, "emblem-ok-symbolic");
  else
    append_need (self, _ ("Quota of the territory: one more group would be above it"), counts,
                 "dialog-warning-symbolic");
}

static void
fill_need (NstAssistantPartner *self, const NstRuleContext *context)
{
  NstRecord *team = self->draft->developing;
  g_autofree char *directions = dup_directions (context, team);
  const char *difficulties = nst_record_get_text (team, "difficulties");
  g_autoptr (NstRecord) leader = nst_group_sides_dup_leader (context, team);

  clear_list (self->need_list);
  append_need (self, nst_record_get_title (team),
               leader != NULL ? nst_record_get_title (leader) : _ ("nobody leads it"), NULL);
  append_need (self, _ ("Directions"), directions,
               directions[0] != '\0' ? NULL : "dialog-warning-symbolic");
  append_need (self, _ ("Difficulties in the team's words"),
               difficulties != NULL ? difficulties : _ ("not described"), NULL);
  append_working_group (self, context, team);
  append_quota (self, context, team);
}

static void
append_match (NstAssistantPartner *self, const NstRuleContext *context, NstMatch *match,
              gboolean best, GtkCheckButton **group)
{
  g_autoptr (NstRecord) leader = nst_group_sides_dup_leader (context, match->team);
  GtkWidget *row =
      nst_candidate_row_new (match, leader != NULL ? nst_record_get_title (leader) : NULL, best,
                             *group);

  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  if (match->why_not != NULL)
    return;
  if (*group == NULL)
    *group = nst_candidate_row_get_check (NST_CANDIDATE_ROW (row));
  if (match->team == self->draft->experienced || (best && self->draft->experienced == NULL))
    {
      nst_candidate_row_set_chosen (NST_CANDIDATE_ROW (row), TRUE);
      gtk_widget_grab_focus (row);
    }
}

static void
append_rest (NstAssistantPartner *self, guint rest)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more team", "%u more teams", rest),
                       rest);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

/* Whoever was chosen already is on the list. */
static gboolean
is_chosen_later (NstAssistantPartner *self, GPtrArray *matches)
{
  for (guint i = self->limit; i < matches->len; i++)
    if (((NstMatch *) matches->pdata[i])->team == self->draft->experienced)
      return TRUE;
  return FALSE;
}

static void
fill_candidates (NstAssistantPartner *self, const NstRuleContext *context)
{
  g_autoptr (GPtrArray) teams =
      nst_source_list (context->source, "team", "role", NST_SIDE_EXPERIENCED);
  g_autoptr (GPtrArray) matches = nst_matching_rank (context, self->draft->developing, teams);
  g_autofree char *count = NULL;
  GtkCheckButton *group = NULL;
  guint fit = 0;

  clear_list (self->list);
  if (is_chosen_later (self, matches))
    self->limit = G_MAXUINT;
  for (guint i = 0; i < matches->len; i++)
    {
      NstMatch *match = matches->pdata[i];

      fit += match->why_not == NULL ? 1 : 0;
      if (i < self->limit)
        append_match (self, context, match, i == 0 && match->why_not == NULL, &group);
    }
  if (matches->len > self->limit)
    append_rest (self, matches->len - self->limit);
  count = g_strdup_printf (_ ("%u of %u experienced teams fit"), fit, matches->len);
  gtk_label_set_text (self->count_label, count);
}

static gboolean
fit_columns_cb (gpointer data)
{
  NstAssistantPartner *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  gboolean two = gtk_adjustment_get_page_size (adjustment) >= WIDTH_OF_TWO;

  self->width_source = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  two ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (NstAssistantPartner *self)
{
  if (self->width_source == 0)
    self->width_source = g_idle_add (fit_columns_cb, self);
}

static void
nst_assistant_partner_dispose (GObject *object)
{
  NstAssistantPartner *self = NST_ASSISTANT_PARTNER (object);

  g_clear_handle_id (&self->width_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_ASSISTANT_PARTNER);
  G_OBJECT_CLASS (nst_assistant_partner_parent_class)->dispose (object);
}

static void
nst_assistant_partner_class_init (NstAssistantPartnerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_PANE);
  G_OBJECT_CLASS (klass)->dispose = nst_assistant_partner_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NST_TYPE_ASSISTANT_PARTNER,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACCEPTED] =
      g_signal_new ("accepted", NST_TYPE_ASSISTANT_PARTNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "groups/nst-assistant-partner.ui");
  gtk_widget_class_bind_template_child (widget_class, NstAssistantPartner, scroller);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantPartner, columns);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantPartner, need_list);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantPartner, count_label);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantPartner, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "partner.reasons", NULL, reasons_cb);
}

static void
nst_assistant_partner_init (NstAssistantPartner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
nst_assistant_partner_show (NstAssistantPartner *self, NstGroupDraft *draft)
{
  NstRuleContext context;

  self->draft = draft;
  self->limit = FIRST_ROWS;
  if (draft == NULL || draft->developing == NULL)
    return;
  nst_office_get_look (draft->office, &context);
  fill_need (self, &context);
  fill_candidates (self, &context);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
