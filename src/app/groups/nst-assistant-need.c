/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step 1 of forming a group: the team that needs help. */
#include "config.h"

#include "app/groups/nst-assistant-need.h"

#include "app/widgets/nst-ui.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-matching.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _NstAssistantNeed
{
  GtkWidget parent_instance;

  NstGroupDraft *draft; /* borrowed from the assistant */

  GtkStack *stack;
  GtkListBox *list;
  GtkCheckButton *round; /* not shown: makes round buttons of the others */
  guint limit;           /* rows that are made */
};

/* Each row costs time to be laid out, and the teams that one looks for come first. */
#define FIRST_ROWS 40

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstAssistantNeed, nst_assistant_need, GTK_TYPE_WIDGET)

/* The team that the group is formed for is in it anyway. */
static void
show_more (NstAssistantNeed *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *more = g_object_get_data (G_OBJECT (row), "nst-more");
      NstRecord *team = more != NULL ? g_object_get_data (G_OBJECT (more), "nst-team") : NULL;

      if (more == NULL)
        continue;
      gtk_widget_set_visible (more, team != self->draft->developing);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (more),
                                   nst_group_draft_has_more (self->draft, team));
    }
}

static void
check_toggled_cb (GtkCheckButton *check, NstAssistantNeed *self)
{
  if (!gtk_check_button_get_active (check))
    return;
  nst_group_draft_set_developing (self->draft, g_object_get_data (G_OBJECT (check), "nst-team"));
  show_more (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
more_toggled_cb (GtkCheckButton *check, NstAssistantNeed *self)
{
  nst_group_draft_set_more (self->draft, g_object_get_data (G_OBJECT (check), "nst-team"),
                            gtk_check_button_get_active (check));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Several teams may share one experienced team when the operator so decides (R4). */
static void
add_more (NstAssistantNeed *self, GtkWidget *row, NstRecord *team)
{
  GtkWidget *more = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (_ ("Also in this group"));
  g_autofree char *name =
      g_strdup_printf (_ ("%s: also in this group"), nst_record_get_title (team));

  /* In two lines: the name of the team beside it needs the width. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 8);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (more), label);
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (more), "nst-team", g_object_ref (team), g_object_unref);
  g_object_set_data (G_OBJECT (row), "nst-more", more);
  g_signal_connect_object (more, "toggled", G_CALLBACK (more_toggled_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), more);
}

static void fill (NstAssistantNeed *self);

/* The keyboard goes on where the short list ended. */
static void
show_all (NstAssistantNeed *self)
{
  int next = (int) self->limit;
  GtkListBoxRow *row;

  self->limit = G_MAXUINT;
  fill (self);
  row = gtk_list_box_get_row_at_index (self->list, next);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
append_rest (NstAssistantNeed *self, guint rest)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more team", "%u more teams", rest),
                       rest);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "nst-rest", row);
  gtk_list_box_append (self->list, row);
}

static void
row_activated_cb (NstAssistantNeed *self, GtkListBoxRow *row)
{
  GtkCheckButton *check = g_object_get_data (G_OBJECT (row), "nst-check");

  if (g_object_get_data (G_OBJECT (row), "nst-rest") != NULL)
    show_all (self);
  if (check == NULL)
    return;
  gtk_check_button_set_active (check, TRUE);
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static char *
dup_subtitle (const NstRuleContext *context, NstRecord *team, const char *why_not)
{
  g_auto (GStrv) codes = nst_record_dup_list (team, "directions");
  g_autoptr (GPtrArray) groups = nst_matching_list_groups (context, team);
  g_autofree char *title = NULL;

  if (why_not != NULL)
    return g_strdup (why_not);
  title =
      codes[0] != NULL ? nst_scheme_dup_title_of (context->scheme, "direction", codes[0]) : NULL;
  if (title == NULL)
    title = g_strdup (codes[0] != NULL ? codes[0] : _ ("no direction named"));
  return groups->len > 0 ? g_strdup_printf (_ ("%s · is in group %s already"), title,
                                            nst_record_get_title (groups->pdata[0]))
                         : g_steal_pointer (&title);
}

static GtkCheckButton *
append_team (NstAssistantNeed *self, const NstRuleContext *context, NstRecord *team,
             const char *why_not, GtkCheckButton *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *prefix;
  g_autofree char *subtitle = dup_subtitle (context, team, why_not);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nst_record_get_title (team));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (why_not != NULL)
    {
      prefix = gtk_image_new_from_icon_name ("action-unavailable-symbolic");
      gtk_widget_add_css_class (row, "dim-label");
    }
  else
    {
      prefix = gtk_check_button_new ();
      gtk_widget_set_focusable (prefix, FALSE);
      /* Alone in its group it would look like a box that can be ticked off again. */
      if (group == NULL)
        group = self->round;
      g_object_set_data_full (G_OBJECT (prefix), "nst-team", g_object_ref (team), g_object_unref);
      if (group != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (prefix), group);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (prefix), team == self->draft->developing);
      g_signal_connect_object (prefix, "toggled", G_CALLBACK (check_toggled_cb), self, 0);
      g_object_set_data (G_OBJECT (row), "nst-check", prefix);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      add_more (self, row, team);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_widget_set_valign (prefix, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);
  gtk_list_box_append (self->list, row);
  return why_not == NULL ? GTK_CHECK_BUTTON (prefix) : group;
}

typedef struct
{
  NstRecord *team;
  int order;
  guint place;
  char *why_not;
} Candidate;

static void
candidate_clear (Candidate *candidate)
{
  g_free (candidate->why_not);
}

/* Free teams first, then those that are in a group, then those that cannot be chosen. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->order != right->order)
    return left->order - right->order;
  return left->place < right->place ? -1 : left->place > right->place;
}

/* (element-type Candidate): borrowed from @teams */
static GArray *
list_candidates (const NstRuleContext *context, GPtrArray *teams)
{
  GArray *candidates = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), teams->len);

  g_array_set_clear_func (candidates, (GDestroyNotify) candidate_clear);
  for (guint i = 0; i < teams->len; i++)
    {
      Candidate candidate = { teams->pdata[i], 2, i, NULL };

      candidate.why_not = nst_matching_dup_why_not (context, candidate.team);
      if (candidate.why_not == NULL)
        {
          g_autoptr (GPtrArray) groups = nst_matching_list_groups (context, candidate.team);

          candidate.order = groups->len > 0 ? 1 : 0;
        }
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static void
fill (NstAssistantNeed *self)
{
  NstRuleContext context;
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GArray) candidates = NULL;
  GtkCheckButton *group = NULL;
  GtkWidget *child;

  g_clear_object (&self->round);
  self->round = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  nst_office_get_look (self->draft->office, &context);
  teams = nst_source_list (context.source, "team", "role", NST_SIDE_DEVELOPING);
  candidates = list_candidates (&context, teams);
  for (guint i = 0; i < MIN (candidates->len, self->limit); i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->order == 0 && self->draft->developing == NULL)
        nst_group_draft_set_developing (self->draft, candidate->team);
      group = append_team (self, &context, candidate->team, candidate->why_not, group);
    }
  if (candidates->len > self->limit)
    append_rest (self, candidates->len - self->limit);
  show_more (self);
  gtk_stack_set_visible_child_name (self->stack, teams->len > 0 ? "list" : "empty");
}

static void
nst_assistant_need_dispose (GObject *object)
{
  g_clear_object (&NST_ASSISTANT_NEED (object)->round);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_ASSISTANT_NEED);
  G_OBJECT_CLASS (nst_assistant_need_parent_class)->dispose (object);
}

static void
nst_assistant_need_class_init (NstAssistantNeedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_assistant_need_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NST_TYPE_ASSISTANT_NEED, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", NST_TYPE_ASSISTANT_NEED, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "groups/nst-assistant-need.ui");
  gtk_widget_class_bind_template_child (widget_class, NstAssistantNeed, stack);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantNeed, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
nst_assistant_need_init (NstAssistantNeed *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_assistant_need_show (NstAssistantNeed *self, NstGroupDraft *draft)
{
  GtkWidget *first;

  self->draft = draft;
  self->limit = FIRST_ROWS;
  if (draft == NULL)
    return;
  fill (self);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  if (first != NULL)
    gtk_widget_grab_focus (first);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
