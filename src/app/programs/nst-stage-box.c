/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage of a plan: a heading that folds, and its activities as a boxed list. */
#include "config.h"

#include "app/programs/nst-stage-box.h"

#include "app/programs/nst-activity-words.h"
#include "app/programs/nst-drop-layout.h"
#include "app/programs/nst-state-mark.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>

struct _NstStageBox
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkListBoxRow *heading;
  GtkImage *arrow;
  GtkLabel *title;
  GtkLabel *due;
  GtkBox *marks;
  GtkWidget *findings_button;
  GtkLabel *findings_number;
  GtkLabel *findings_label;
  GtkBox *findings_box;
  GtkLabel *count;
  GtkLevelBar *bar;

  NstRecord *stage;
  GPtrArray *rows; /* NstActivityRow */
  NstPlanFilter filter;
  gboolean folded;
};

enum
{
  OPENED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstStageBox, nst_stage_box, GTK_TYPE_WIDGET)

static void
show_rows (NstStageBox *self)
{
  guint shown = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      NstActivityRow *row = g_ptr_array_index (self->rows, i);
      gboolean matches = nst_plan_filter_matches (self->filter, row);

      shown += matches;
      gtk_widget_set_visible (GTK_WIDGET (row), matches && !self->folded);
    }
  /* A filter hides stages that have nothing to show. */
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->filter == NST_PLAN_FILTER_ALL || shown > 0 ||
                              (self->filter == NST_PLAN_FILTER_FINDINGS &&
                               gtk_widget_get_visible (self->findings_button)));
  gtk_image_set_from_icon_name (self->arrow,
                                self->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->marks), self->folded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                               !self->folded, -1);
}

static void
row_activated_cb (NstStageBox *self, GtkListBoxRow *row)
{
  if (row == self->heading)
    nst_stage_box_set_folded (self, !self->folded);
  else if (NST_IS_ACTIVITY_ROW (row))
    nst_activity_row_set_open (NST_ACTIVITY_ROW (row),
                               !nst_activity_row_get_open (NST_ACTIVITY_ROW (row)));
}

static gboolean
keynav_failed_cb (NstStageBox *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;
  g_signal_emit (self, signals[LEFT], 0, direction == GTK_DIR_UP ? -1 : 1);
  return TRUE;
}

static gboolean
heading_key_cb (NstStageBox *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    nst_stage_box_set_folded (self, FALSE);
  else if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    nst_stage_box_set_folded (self, TRUE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
row_opened_cb (NstActivityRow *row, NstStageBox *self)
{
  g_signal_emit (self, signals[OPENED], 0, row);
}

static void
nst_stage_box_dispose (GObject *object)
{
  NstStageBox *self = NST_STAGE_BOX (object);

  g_clear_object (&self->stage);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_STAGE_BOX);
  G_OBJECT_CLASS (nst_stage_box_parent_class)->dispose (object);
}

static void
nst_stage_box_class_init (NstStageBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_DROP_BOX);
  G_OBJECT_CLASS (klass)->dispose = nst_stage_box_dispose;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, NST_TYPE_ACTIVITY_ROW);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "programs/nst-stage-box.ui");
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, list);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, heading);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, arrow);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, title);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, due);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, marks);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, findings_button);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, findings_number);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, findings_label);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, findings_box);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, count);
  gtk_widget_class_bind_template_child (widget_class, NstStageBox, bar);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
}

static void
nst_stage_box_init (NstStageBox *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (heading_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->heading), keys);
}

static void
add_row (NstStageBox *self, NstOffice *office, NstRecord *program, NstRecord *activity)
{
  GtkWidget *row = nst_activity_row_new (office, program, activity);

  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "wanted", G_CALLBACK (row_opened_cb), self, 0);
}

/**
 * nst_stage_box_new:
 * @office: at whose base
 * @program: programme of the stage
 * @stage: the stage
 */
GtkWidget *
nst_stage_box_new (NstOffice *office, NstRecord *program, NstRecord *stage)
{
  NstStageBox *self = g_object_new (NST_TYPE_STAGE_BOX, NULL);
  g_autoptr (GPtrArray) activities =
      nst_source_list_of (NST_SOURCE (nst_office_get_store (office)), "activity", "stage", stage);

  self->stage = g_object_ref (stage);
  for (guint i = 0; i < activities->len; i++)
    add_row (self, office, program, g_ptr_array_index (activities, i));
  return GTK_WIDGET (self);
}

static gboolean
has_same_rows (NstStageBox *self, const NstStageProgress *progress)
{
  if (self->rows->len != progress->activities->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const NstActivityProgress *each = g_ptr_array_index (progress->activities, i);

      if (nst_activity_row_get_activity (g_ptr_array_index (self->rows, i)) !=
          nst_record_get_id (each->activity))
        return FALSE;
    }
  return TRUE;
}

static gboolean
belongs_here (NstStageBox *self, const NstFinding *finding)
{
  if (finding->record == NULL)
    return FALSE;
  if (nst_record_get_kind (finding->record) == nst_record_get_kind (self->stage))
    return nst_record_get_id (finding->record) == nst_record_get_id (self->stage);
  return g_str_equal (nst_record_get_kind (finding->record)->name, "activity") &&
         nst_stage_box_find_row (self, nst_record_get_id (finding->record)) != NULL;
}

static void
show_findings (NstStageBox *self, GPtrArray *all)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  const char *word;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (belongs_here (self, g_ptr_array_index (all, i)))
      g_ptr_array_add (own, g_ptr_array_index (all, i));
  nst_finding_list_fill (self->findings_box, own, NULL);
  gtk_widget_set_visible (self->findings_button, own->len > 0);
  number = g_strdup_printf ("%u", own->len);
  word = g_dngettext (GETTEXT_PACKAGE, "remark", "remarks", own->len);
  text = g_strdup_printf ("%s %s", number, word);
  gtk_label_set_text (self->findings_number, number);
  gtk_label_set_text (self->findings_label, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_marks (NstStageBox *self, const NstStageProgress *progress)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->marks))) != NULL)
    gtk_box_remove (self->marks, child);
  for (guint i = 0; i < progress->activities->len; i++)
    {
      const NstActivityProgress *each = g_ptr_array_index (progress->activities, i);
      GtkWidget *mark = nst_state_mark_new ();

      nst_state_mark_set_state (NST_STATE_MARK (mark), each->state);
      gtk_box_append (self->marks, mark);
    }
}

static void
show_heading (NstStageBox *self, const NstStageProgress *progress)
{
  const char *number = nst_record_get_text (self->stage, "number");
  const char *title = nst_record_get_text (self->stage, "title");
  g_autofree char *whole =
      number != NULL ? g_strdup_printf ("%s. %s", number, title) : g_strdup (title);
  g_autofree char *due = nst_activity_words_dup_due (self->stage, FALSE);
  g_autofree char *count =
      g_strdup_printf (_ ("%u of %u"), progress->done, progress->activities->len);
  g_autofree char *name = g_strdup_printf ("%s, %s", whole, count);

  gtk_label_set_text (self->title, whole);
  gtk_label_set_text (self->due, due);
  gtk_label_set_text (self->count, count);
  gtk_level_bar_set_max_value (self->bar, MAX (1, progress->activities->len));
  gtk_level_bar_set_value (self->bar, progress->done);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, due, -1);
}

gboolean
nst_stage_box_update (NstStageBox *self, const NstStageProgress *progress, guint total,
                      GPtrArray *findings)
{
  g_return_val_if_fail (NST_IS_STAGE_BOX (self), FALSE);

  if (!has_same_rows (self, progress))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    nst_activity_row_update (g_ptr_array_index (self->rows, i),
                             g_ptr_array_index (progress->activities, i), total, findings);
  show_heading (self, progress);
  show_marks (self, progress);
  show_findings (self, findings);
  show_rows (self);
  return TRUE;
}

void
nst_stage_box_set_filter (NstStageBox *self, NstPlanFilter filter)
{
  g_return_if_fail (NST_IS_STAGE_BOX (self));

  self->filter = filter;
  if (filter != NST_PLAN_FILTER_ALL)
    self->folded = FALSE;
  show_rows (self);
}

void
nst_stage_box_set_folded (NstStageBox *self, gboolean folded)
{
  g_return_if_fail (NST_IS_STAGE_BOX (self));

  self->folded = folded;
  show_rows (self);
}

gint64
nst_stage_box_get_stage (NstStageBox *self)
{
  return nst_record_get_id (self->stage);
}

/* The heading is the first row that the keyboard meets. */
GtkWidget *
nst_stage_box_get_row (NstStageBox *self, int position)
{
  if (position >= 0)
    return GTK_WIDGET (self->heading);
  for (guint i = self->rows->len; i > 0; i--)
    if (gtk_widget_get_visible (g_ptr_array_index (self->rows, i - 1)))
      return g_ptr_array_index (self->rows, i - 1);
  return GTK_WIDGET (self->heading);
}

NstActivityRow *
nst_stage_box_find_row (NstStageBox *self, gint64 activity)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (nst_activity_row_get_activity (g_ptr_array_index (self->rows, i)) == activity)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}
