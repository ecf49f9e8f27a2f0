/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A team that could help: points, reasons line by line, or why it cannot be chosen. */
#include "config.h"

#include "app/groups/nst-candidate-row.h"

#include "app/groups/nst-match-ring.h"
#include "app/widgets/nst-flip-box.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-state-pill.h"

#include <glib/gi18n-lib.h>

/* What the halves of a line need beside each other. */
#define WIDE_FROM 400

struct _NstCandidateRow
{
  GtkListBoxRow parent_instance;

  NstRecord *team;
  gboolean condition;
  GtkCheckButton *check;
  GtkCheckButton *round; /* not shown: makes a round button of a lone one */
  GtkRevealer *reasons;  /* NULL in a row that cannot be chosen */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstCandidateRow, nst_candidate_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Beside each other where they fit, one under the other in a narrow window. */
static void
add_halves (GtkWidget *box, GtkWidget *first, GtkWidget *second)
{
  g_object_set (gtk_widget_get_layout_manager (box), "spacing", 12, "row-spacing", 6, "wide-from",
                WIDE_FROM, NULL);
  gtk_widget_set_parent (first, box);
  gtk_widget_set_parent (second, box);
}

/* One aspect: sign, words, bar, "5 of 10". */
static GtkWidget *
new_reason (const NstMatchReason *reason)
{
  GtkWidget *line = nst_flip_box_new ();
  GtkWidget *what = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *measure = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean full = reason->points >= reason->most;
  GtkWidget *sign =
      gtk_image_new_from_icon_name (full ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  GtkWidget *words = new_label (NULL, NULL);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (reason->most, 1));
  g_autofree char *share = g_strdup_printf (_ ("%u of %u"), reason->points, reason->most);
  GtkWidget *count = new_label (share, "numeric");
  g_autofree char *markup =
      g_markup_printf_escaped ("%s  <span alpha=\"65%%\" size=\"small\">%s</span>", reason->text,
                               reason->detail != NULL ? reason->detail : "");

  gtk_label_set_markup (GTK_LABEL (words), markup);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_lines (GTK_LABEL (words), 2);
  gtk_widget_set_tooltip_text (words, reason->detail);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (sign, full ? "success" : "warning");
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), reason->points);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), NULL);
  gtk_widget_set_size_request (bar, 110, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, full ? "nst-full" : "nst-part");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (count), 8);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  gtk_box_append (GTK_BOX (what), sign);
  gtk_box_append (GTK_BOX (what), words);
  gtk_box_append (GTK_BOX (measure), bar);
  gtk_box_append (GTK_BOX (measure), count);
  gtk_widget_set_halign (measure, GTK_ALIGN_END);
  add_halves (line, what, measure);
  return line;
}

static GtkWidget *
new_reasons (NstMatch *match)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *revealer = gtk_revealer_new ();

  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  for (guint i = 0; i < NST_MATCH_N_ASPECTS; i++)
    if (match->reasons[i].most > 0)
      gtk_box_append (GTK_BOX (box), new_reason (&match->reasons[i]));
  gtk_widget_set_margin_bottom (box, 6);
  gtk_revealer_set_child (GTK_REVEALER (revealer), box);
  return revealer;
}

static void
check_toggled_cb (NstCandidateRow *self)
{
  gboolean chosen = gtk_check_button_get_active (self->check);

  if (self->reasons != NULL)
    gtk_revealer_set_reveal_child (self->reasons, chosen);
  if (chosen)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
card_cb (NstCandidateRow *self)
{
  nst_report_open (GTK_WIDGET (self), "team", nst_record_get_id (self->team), NULL);
}

static char *
dup_summary (NstMatch *match)
{
  if (match->why_not != NULL)
    return g_strdup (match->why_not);
  if (match->condition != NULL)
    return g_strdup_printf ("%s; %s; %s", match->reasons[NST_MATCH_DIRECTION].text,
                            match->reasons[NST_MATCH_FREE].text, match->condition);
  return g_strdup_printf ("%s; %s; %s", match->reasons[NST_MATCH_DIRECTION].text,
                          match->reasons[NST_MATCH_TERRITORY].text,
                          match->reasons[NST_MATCH_FREE].text);
}

static GtkWidget *
new_head (NstCandidateRow *self, NstMatch *match, const char *leader, gboolean best)
{
  GtkWidget *head = nst_flip_box_new ();
  GtkWidget *who = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *acts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = new_label (nst_record_get_title (match->team), "heading");
  g_autofree char *summary = dup_summary (match);
  g_autofree char *second =
      leader != NULL ? g_strdup_printf ("%s · %s", leader, summary) : g_strdup (summary);
  GtkWidget *subtitle = new_label (second, "caption");
  GtkWidget *card = gtk_button_new_with_label (_ ("Card"));

  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_label_set_lines (GTK_LABEL (subtitle), 2);
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), subtitle);
  if (match->why_not == NULL)
    {
      gtk_box_append (GTK_BOX (who), GTK_WIDGET (self->check));
      gtk_box_append (GTK_BOX (who), nst_match_ring_new (match->points, match->most));
    }
  else
    {
      gtk_box_append (GTK_BOX (who),
                      gtk_image_new_from_icon_name ("action-unavailable-symbolic"));
      gtk_widget_add_css_class (title, "dim-label");
    }
  gtk_box_append (GTK_BOX (who), lines);
  if (best)
    {
      GtkWidget *pill = nst_state_pill_new (_ ("best match"), "good");

      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      nst_state_pill_set_whole (NST_STATE_PILL (pill));
      gtk_box_append (GTK_BOX (acts), pill);
    }
  gtk_widget_set_valign (card, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (card, _ ("Open the card of the team"));
  g_signal_connect_object (card, "clicked", G_CALLBACK (card_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (acts), card);
  gtk_widget_set_halign (acts, GTK_ALIGN_END);
  add_halves (head, who, acts);
  return head;
}

static void
nst_candidate_row_dispose (GObject *object)
{
  g_clear_object (&NST_CANDIDATE_ROW (object)->team);
  g_clear_object (&NST_CANDIDATE_ROW (object)->check);
  g_clear_object (&NST_CANDIDATE_ROW (object)->round);
  G_OBJECT_CLASS (nst_candidate_row_parent_class)->dispose (object);
}

static void
nst_candidate_row_class_init (NstCandidateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_candidate_row_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NST_TYPE_CANDIDATE_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nst_candidate_row_init (NstCandidateRow *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_focusable (GTK_WIDGET (self->check), FALSE);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_ref_sink (self->check);
  self->round = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
}

GtkWidget *
nst_candidate_row_new (NstMatch *match, const char *leader, gboolean best, GtkCheckButton *group)
{
  NstCandidateRow *self = g_object_new (NST_TYPE_CANDIDATE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *summary = dup_summary (match);
  g_autofree char *name =
      match->why_not != NULL
          ? g_strdup_printf (_ ("%s cannot be chosen: %s"), nst_record_get_title (match->team),
                             match->why_not)
          : g_strdup_printf (_ ("%s, %u points of %u: %s"), nst_record_get_title (match->team),
                             match->points, match->most, summary);

  self->team = g_object_ref (match->team);
  self->condition = match->condition != NULL;
  gtk_check_button_set_group (self->check, group != NULL ? group : self->round);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_box_append (GTK_BOX (box), new_head (self, match, leader, best));
  if (match->why_not == NULL)
    {
      self->reasons = GTK_REVEALER (new_reasons (match));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reasons));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), match->why_not == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

NstRecord *
nst_candidate_row_get_team (NstCandidateRow *self)
{
  return self->team;
}

gboolean
nst_candidate_row_has_condition (NstCandidateRow *self)
{
  return self->condition;
}

GtkCheckButton *
nst_candidate_row_get_check (NstCandidateRow *self)
{
  return self->check;
}

void
nst_candidate_row_set_chosen (NstCandidateRow *self, gboolean chosen)
{
  gtk_check_button_set_active (self->check, chosen);
}

void
nst_candidate_row_toggle_reasons (NstCandidateRow *self)
{
  if (self->reasons == NULL)
    return;
  gtk_revealer_set_reveal_child (self->reasons, !gtk_revealer_get_reveal_child (self->reasons));
}
