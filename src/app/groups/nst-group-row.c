/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group in the list: number, teams, progress, state. */
#include "config.h"

#include "app/groups/nst-group-row.h"

#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-ui.h"
#include "text/nst-russian.h"

struct _NstGroupRow
{
  GtkWidget parent_instance;

  GtkLabel *number_label;
  GtkWidget *words; /* bound, so that it goes with the template */
  GtkLabel *teams_label;
  GtkWidget *sign;
  GtkLabel *second_label;
  GtkWidget *progress_box;
  GtkLabel *share_label;
  GtkLevelBar *share_bar;
  NstStatePill *pill;
};

G_DEFINE_FINAL_TYPE (NstGroupRow, nst_group_row, GTK_TYPE_WIDGET)

static void
nst_group_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_GROUP_ROW);
  G_OBJECT_CLASS (nst_group_row_parent_class)->dispose (object);
}

static void
nst_group_row_class_init (NstGroupRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_STATE_PILL);
  G_OBJECT_CLASS (klass)->dispose = nst_group_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "groups/nst-group-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NstGroupRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, NstGroupRow, words);
  gtk_widget_class_bind_template_child (widget_class, NstGroupRow, teams_label);
  gtk_widget_class_bind_template_child (widget_class, NstGroupRow, sign);
  gtk_widget_class_bind_template_child (widget_class, NstGroupRow, second_label);
  gtk_widget_class_bind_template_child (widget_class, NstGroupRow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, NstGroupRow, share_label);
  gtk_widget_class_bind_template_child (widget_class, NstGroupRow, share_bar);
  gtk_widget_class_bind_template_child (widget_class, NstGroupRow, pill);
}

static void
nst_group_row_init (NstGroupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A share is neither low nor high here: one colour. */
  gtk_level_bar_remove_offset_value (self->share_bar, NULL);
}

GtkWidget *
nst_group_row_new (void)
{
  return g_object_new (NST_TYPE_GROUP_ROW, NULL);
}

void
nst_group_row_show (NstGroupRow *self, NstOffice *office, NstRecord *group,
                    const NstGroupFact *fact, gboolean narrow)
{
  g_autofree char *share = nst_russian_percent (fact->permille);
  NstRuleContext context;

  nst_office_get_context (office, &context);
  gtk_label_set_text (self->number_label, nst_record_get_title (group));
  gtk_label_set_text (self->teams_label, fact->pair);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->teams_label), fact->teams);
  gtk_label_set_text (self->second_label, fact->second);
  gtk_widget_set_visible (self->sign, fact->findings > 0);
  gtk_widget_set_visible (self->progress_box, !narrow && fact->program != NULL);
  gtk_label_set_text (self->share_label, share);
  gtk_level_bar_set_value (self->share_bar, fact->permille);
  nst_state_pill_set_state (self->pill, nst_steps_get_state (&context, group));
}
