/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of a programme: summary, timeline, stages with their activities. */
#include "config.h"

#include "app/programs/nst-plan-page.h"

#include "app/programs/nst-program-summary.h"
#include "app/programs/nst-stage-box.h"
#include "app/programs/nst-timeline-area.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-finding-watch.h"
#include "app/widgets/nst-step-bar.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What a person does with the programme as a whole while looking at the plan. */
static const char *const plan_steps[] = { "agree-program", "approve-program", "return-program",
                                          "send-program",  "accept-program",  NULL };

/* Milliseconds that a row takes to open, and a bit. */
#define SETTLE_AFTER 320

struct _NstPlanPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  NstProgramSummary *summary;
  NstTimelineArea *timeline;
  GtkWidget *scrolled;
  GtkBox *findings;
  NstStepBar *steps;
  GtkBox *stages;

  NstOffice *office;
  NstRecord *program;
  NstFindingWatch *watch;
  GPtrArray *boxes;       /* NstStageBox */
  NstActivityRow *opened; /* borrowed; dropped with the rows */
  guint idle;
  guint settle;
  gint64 reveal; /* activity to bring into view */
  char *reveal_field;
};

G_DEFINE_FINAL_TYPE (NstPlanPage, nst_plan_page, GTK_TYPE_WIDGET)

/* Scrolls until all of an opened row is seen, or its top where there is no room for all. */
static gboolean
settle_cb (gpointer data)
{
  NstPlanPage *self = data;
  GtkAdjustment *position =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  int room = gtk_widget_get_height (self->scrolled);
  graphene_rect_t row;
  double missing;

  self->settle = 0;
  if (self->opened == NULL || !nst_activity_row_get_open (self->opened) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (self->opened), self->scrolled, &row))
    return G_SOURCE_REMOVE;
  missing = (double) (row.origin.y + row.size.height) + 12 - room;
  missing = MIN (missing, (double) row.origin.y);
  if (missing > 0)
    gtk_adjustment_set_value (position, gtk_adjustment_get_value (position) + missing);
  return G_SOURCE_REMOVE;
}

/* Only one row is open at a time: the plan stays a plan. */
static void
row_opened_cb (NstPlanPage *self, NstActivityRow *opened)
{
  self->opened = opened;
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add (SETTLE_AFTER, settle_cb, self);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      GtkWidget *list = gtk_widget_get_first_child (g_ptr_array_index (self->boxes, i));
      GtkWidget *row;

      for (row = gtk_widget_get_first_child (list); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        if (NST_IS_ACTIVITY_ROW (row) && row != GTK_WIDGET (opened))
          nst_activity_row_set_open (NST_ACTIVITY_ROW (row), FALSE);
    }
}

static int
find_box (NstPlanPage *self, GtkWidget *box)
{
  for (guint i = 0; i < self->boxes->len; i++)
    if (g_ptr_array_index (self->boxes, i) == box)
      return (int) i;
  return -1;
}

static void
list_left_cb (NstStageBox *box, int direction, NstPlanPage *self)
{
  int at = find_box (self, GTK_WIDGET (box));

  for (int i = at + direction; at >= 0 && i >= 0 && i < (int) self->boxes->len; i += direction)
    {
      NstStageBox *next = g_ptr_array_index (self->boxes, i);

      if (!gtk_widget_get_visible (GTK_WIDGET (next)))
        continue;
      gtk_widget_grab_focus (nst_stage_box_get_row (next, direction > 0 ? 0 : -1));
      return;
    }
}

static void
make_boxes (NstPlanPage *self, const NstProgress *progress)
{
  GtkWidget *child;

  self->opened = NULL;
  g_ptr_array_set_size (self->boxes, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->stages))) != NULL)
    gtk_box_remove (self->stages, child);
  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);
      GtkWidget *box = nst_stage_box_new (self->office, self->program, stage->stage);

      g_signal_connect_object (box, "opened", G_CALLBACK (row_opened_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (box, "left", G_CALLBACK (list_left_cb), self, 0);
      gtk_box_append (self->stages, box);
      g_ptr_array_add (self->boxes, box);
      /* What is finished starts folded. */
      if (stage->activities->len > 0 && stage->done == stage->activities->len)
        nst_stage_box_set_folded (NST_STAGE_BOX (box), TRUE);
    }
}

static gboolean
update_boxes (NstPlanPage *self, const NstProgress *progress, GPtrArray *findings)
{
  if (self->boxes->len != progress->stages->len)
    return FALSE;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);
      NstStageBox *box = g_ptr_array_index (self->boxes, i);

      if (nst_stage_box_get_stage (box) != nst_record_get_id (stage->stage) ||
          !nst_stage_box_update (box, stage, progress->total, findings))
        return FALSE;
    }
  return TRUE;
}

/* Findings on the programme itself; those on rows and stages stand there. */
static void
show_findings (NstPlanPage *self, GPtrArray *all)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  gboolean wanted = nst_program_summary_get_filter (self->summary) == NST_PLAN_FILTER_FINDINGS;

  for (guint i = 0; wanted && all != NULL && i < all->len; i++)
    {
      NstFinding *finding = g_ptr_array_index (all, i);
      const char *kind =
          finding->record != NULL ? nst_record_get_kind (finding->record)->name : "program";

      if (!g_str_equal (kind, "activity") && !g_str_equal (kind, "stage"))
        g_ptr_array_add (own, finding);
    }
  nst_finding_list_fill (self->findings, own, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), own->len > 0);
}

static void
refresh (NstPlanPage *self)
{
  g_autoptr (NstProgress) progress = NULL;
  NstRuleContext context;
  GPtrArray *findings;

  if (self->program == NULL || nst_record_get_stale (self->program))
    return;
  nst_office_get_context (self->office, &context);
  progress = nst_progress_new (&context, self->program);
  findings = nst_finding_watch_get_all (self->watch);
  nst_program_summary_show (self->summary, progress, findings != NULL ? findings->len : 0);
  nst_timeline_area_take (self->timeline,
                          nst_timeline_new_for_program (&context, self->program, progress));
  nst_step_bar_set_record (self->steps, self->office, self->program);
  if (!update_boxes (self, progress, findings))
    {
      make_boxes (self, progress);
      update_boxes (self, progress, findings);
    }
  show_findings (self, findings);
}

static gboolean
refresh_cb (gpointer data)
{
  NstPlanPage *self = data;

  self->idle = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (NstPlanPage *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (refresh_cb, self);
}

static void
filtered_cb (NstPlanPage *self, guint filter)
{
  for (guint i = 0; i < self->boxes->len; i++)
    nst_stage_box_set_filter (g_ptr_array_index (self->boxes, i), (NstPlanFilter) filter);
  if (self->watch != NULL)
    show_findings (self, nst_finding_watch_get_all (self->watch));
}

static void
dot_activated_cb (NstPlanPage *self, gint64 activity, guint occurrence)
{
  nst_plan_page_open (self, activity, occurrence, NULL);
}

static void
stage_wanted_cb (NstPlanPage *self, gint64 stage)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      NstStageBox *box = g_ptr_array_index (self->boxes, i);

      if (nst_stage_box_get_stage (box) != stage)
        continue;
      nst_program_summary_set_filter (self->summary, NST_PLAN_FILTER_ALL);
      nst_stage_box_set_folded (box, FALSE);
      gtk_widget_grab_focus (nst_stage_box_get_row (box, 0));
    }
}

static void
nst_plan_page_dispose (GObject *object)
{
  NstPlanPage *self = NST_PLAN_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, queue_refresh, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->program);
  g_clear_object (&self->office);
  g_clear_pointer (&self->reveal_field, g_free);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_PLAN_PAGE);
  G_OBJECT_CLASS (nst_plan_page_parent_class)->dispose (object);
}

static void
nst_plan_page_class_init (NstPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_PROGRAM_SUMMARY);
  g_type_ensure (NST_TYPE_TIMELINE_AREA);
  g_type_ensure (NST_TYPE_STEP_BAR);
  G_OBJECT_CLASS (klass)->dispose = nst_plan_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "programs/nst-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NstPlanPage, content);
  gtk_widget_class_bind_template_child (widget_class, NstPlanPage, summary);
  gtk_widget_class_bind_template_child (widget_class, NstPlanPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, NstPlanPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NstPlanPage, findings);
  gtk_widget_class_bind_template_child (widget_class, NstPlanPage, steps);
  gtk_widget_class_bind_template_child (widget_class, NstPlanPage, stages);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, dot_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_wanted_cb);
}

static void
nst_plan_page_init (NstPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->boxes = g_ptr_array_new ();
  nst_step_bar_set_steps (self->steps, plan_steps);
}

static void
set_office (NstPlanPage *self, NstOffice *office)
{
  if (self->office == office)
    return;
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  g_set_object (&self->office, office);
  if (office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_refresh),
                             self, G_CONNECT_SWAPPED);
}

/**
 * nst_plan_page_show:
 * @self: the page
 * @office: (nullable): at whose base
 * @program: (nullable): whose plan
 */
void
nst_plan_page_show (NstPlanPage *self, NstOffice *office, NstRecord *program)
{
  g_return_if_fail (NST_IS_PLAN_PAGE (self));

  set_office (self, office);
  if (self->program == program)
    return;
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, queue_refresh, self);
  g_clear_object (&self->watch);
  g_set_object (&self->program, program);
  if (program == NULL)
    return;
  self->watch = nst_finding_watch_dup (office, program);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  nst_program_summary_set_filter (self->summary, NST_PLAN_FILTER_ALL);
  refresh (self);
}

static gboolean
reveal_cb (gpointer data)
{
  g_autoptr (NstPlanPage) self = data;

  for (guint i = 0; self->boxes != NULL && i < self->boxes->len; i++)
    {
      NstActivityRow *row =
          nst_stage_box_find_row (g_ptr_array_index (self->boxes, i), self->reveal);

      if (row != NULL)
        nst_activity_row_focus (row, self->reveal_field);
    }
  return G_SOURCE_REMOVE;
}

gboolean
nst_plan_page_open (NstPlanPage *self, gint64 activity, guint part, const char *field)
{
  g_return_val_if_fail (NST_IS_PLAN_PAGE (self), FALSE);

  /* It may have come a moment ago. */
  refresh (self);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      NstStageBox *box = g_ptr_array_index (self->boxes, i);
      NstActivityRow *row = nst_stage_box_find_row (box, activity);

      if (row == NULL)
        continue;
      nst_program_summary_set_filter (self->summary, NST_PLAN_FILTER_ALL);
      nst_stage_box_set_folded (box, FALSE);
      nst_activity_row_set_open (row, TRUE);
      if (part > 0)
        nst_activity_row_choose_part (row, part);
      /* The row has its place only after the next layout. */
      self->reveal = activity;
      g_free (self->reveal_field);
      self->reveal_field = g_strdup (field);
      g_timeout_add (60, reveal_cb, g_object_ref (self));
      return TRUE;
    }
  return FALSE;
}

void
nst_plan_page_move_stage (NstPlanPage *self, int step)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *box = focus != NULL ? gtk_widget_get_ancestor (focus, NST_TYPE_STAGE_BOX) : NULL;
  int at = box != NULL ? find_box (self, box) : (step > 0 ? -1 : (int) self->boxes->len);

  g_return_if_fail (NST_IS_PLAN_PAGE (self));

  for (int i = at + step; i >= 0 && i < (int) self->boxes->len; i += step)
    {
      NstStageBox *next = g_ptr_array_index (self->boxes, i);

      if (!gtk_widget_get_visible (GTK_WIDGET (next)))
        continue;
      gtk_widget_grab_focus (nst_stage_box_get_row (next, 0));
      return;
    }
}
