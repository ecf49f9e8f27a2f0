/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One activity on one line, or on two where the window is narrow. */
#include "config.h"

#include "app/programs/nst-activity-line.h"

#include "app/programs/nst-activity-words.h"
#include "app/programs/nst-state-mark.h"

#include <glib/gi18n.h>

/* From this width on all columns are shown; from the lesser one, all but two. */
#define ALL_COLUMNS 820
#define SOME_COLUMNS 560
#define MARGIN 12
#define GAP 12
#define MARK 20
#define NUMBER 24
#define OUTCOME 130
#define ARROW 16

struct _NstActivityLine
{
  GtkWidget parent_instance;

  GtkWidget *mark;
  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *form;
  GtkWidget *due;
  GtkWidget *warning;
  GtkWidget *responsible;
  GtkWidget *outcome;
  GtkWidget *detail;
  GtkWidget *arrow;
  const char *style;
};

G_DEFINE_FINAL_TYPE (NstActivityLine, nst_activity_line, GTK_TYPE_WIDGET)

static int
get_height (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static GtkSizeRequestMode
nst_activity_line_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nst_activity_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline G_GNUC_UNUSED,
                           int *natural_baseline G_GNUC_UNUSED)
{
  NstActivityLine *self = NST_ACTIVITY_LINE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = ALL_COLUMNS;
      return;
    }
  if (for_size >= 0 && for_size < SOME_COLUMNS)
    *minimum = *natural = MAX (44, get_height (self->title) + get_height (self->detail) + GAP);
  else
    *minimum = *natural = MAX (32, get_height (self->title) + 8);
}

static void
place (NstActivityLine *self, GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation box = { x, y, MAX (width, 0), height };
  int minimum;

  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  box.width = MAX (box.width, minimum);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    box.x = gtk_widget_get_width (GTK_WIDGET (self)) - box.x - box.width;
  gtk_widget_size_allocate (child, &box, -1);
}

static void
hide (GtkWidget *child)
{
  gtk_widget_set_child_visible (child, FALSE);
}

static int
place_start (NstActivityLine *self, int width, int height)
{
  place (self, self->mark, MARGIN, (height - MARK) / 2, MARK, MARK);
  place (self, self->arrow, width - MARGIN - ARROW, (height - ARROW) / 2, ARROW, ARROW);
  return MARGIN + MARK + GAP;
}

static void
place_narrow (NstActivityLine *self, int width, int height)
{
  int x = place_start (self, width, height);
  int room = width - x - MARGIN - ARROW - GAP;
  int upper = get_height (self->title), lower = get_height (self->detail);
  int top = (height - upper - lower) / 2;
  int sign = gtk_widget_get_visible (self->warning) ? ARROW + 4 : 0;
  int wanted;

  place (self, self->number, x, top, NUMBER, upper);
  place (self, self->title, x + NUMBER + 6, top, room - NUMBER - 6, upper);
  gtk_widget_measure (self->detail, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  wanted = MIN (wanted, room - sign);
  place (self, self->detail, x, top + upper, wanted, lower);
  if (sign > 0)
    place (self, self->warning, x + wanted + 4, top + upper + (lower - ARROW) / 2, ARROW, ARROW);
  hide (self->form);
  hide (self->due);
  hide (self->responsible);
  hide (self->outcome);
}

static void
place_wide (NstActivityLine *self, int width, int height)
{
  gboolean all = width >= ALL_COLUMNS;
  int x = place_start (self, width, height);
  int right = width - MARGIN - ARROW - GAP - OUTCOME;
  int room = right - (x + NUMBER + 8);
  int title = (int) (room * (all ? 0.355 : 0.62)), form = all ? (int) (room * 0.16) : 0;
  int due = all ? (int) (room * 0.275) : room - title;
  int sign = gtk_widget_get_visible (self->warning) ? ARROW + 6 : 0;
  int wanted;

  hide (self->detail);
  place (self, self->number, x, 0, NUMBER, height);
  x += NUMBER + 8;
  /* A title takes the room of a form that is not there. */
  if (*gtk_label_get_text (GTK_LABEL (self->form)) == '\0')
    {
      title += form;
      form = 0;
    }
  place (self, self->title, x, 0, title - GAP, height);
  x += title;
  if (form > 0)
    place (self, self->form, x, 0, form - GAP, height);
  else
    hide (self->form);
  x += form;
  gtk_widget_measure (self->due, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  wanted = MIN (wanted, due - GAP - sign);
  place (self, self->due, x, 0, wanted, height);
  if (sign > 0)
    place (self, self->warning, x + wanted + 4, (height - ARROW) / 2, ARROW, ARROW);
  x += due;
  if (all)
    place (self, self->responsible, x, 0, right - x - GAP, height);
  else
    hide (self->responsible);
  place (self, self->outcome, right, 0, OUTCOME, height);
}

static void
nst_activity_line_size_allocate (GtkWidget *widget, int width, int height,
                                 int baseline G_GNUC_UNUSED)
{
  NstActivityLine *self = NST_ACTIVITY_LINE (widget);

  if (width < SOME_COLUMNS)
    place_narrow (self, width, height);
  else
    place_wide (self, width, height);
}

static void
nst_activity_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (nst_activity_line_parent_class)->dispose (object);
}

static void
nst_activity_line_class_init (NstActivityLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_activity_line_dispose;
  widget_class->get_request_mode = nst_activity_line_get_request_mode;
  widget_class->measure = nst_activity_line_measure;
  widget_class->size_allocate = nst_activity_line_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "activityline");
}

static GtkWidget *
add_label (NstActivityLine *self, double align, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), (float) align);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
nst_activity_line_init (NstActivityLine *self)
{
  self->mark = nst_state_mark_new ();
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  self->number = add_label (self, 1, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->number), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (self->number, "numeric");
  self->title = add_label (self, 0, "activity-title");
  self->form = add_label (self, 0, "dim-label");
  self->due = add_label (self, 0, NULL);
  self->responsible = add_label (self, 0, "dim-label");
  self->outcome = add_label (self, 1, "activity-outcome");
  gtk_widget_add_css_class (self->outcome, "numeric");
  self->detail = add_label (self, 0, "caption");
  self->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->warning, "warning");
  gtk_widget_set_visible (self->warning, FALSE);
  gtk_widget_set_parent (self->warning, GTK_WIDGET (self));
  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_widget_add_css_class (self->arrow, "dim-label");
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
}

GtkWidget *
nst_activity_line_new (void)
{
  return g_object_new (NST_TYPE_ACTIVITY_LINE, NULL);
}

static void
set_text (GtkWidget *label, const char *text, const char *tooltip)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, tooltip);
}

static void
show_outcome (NstActivityLine *self, NstOffice *office, const NstActivityProgress *progress,
              const char *due)
{
  NstRuleContext context;
  g_autofree char *outcome = NULL;
  g_autofree char *detail = NULL;
  const char *style = nst_activity_words_get_style (progress->state);
  const char *reason =
      progress->mark != NULL ? nst_record_get_text (progress->mark, "reason") : NULL;

  nst_office_get_context (office, &context);
  outcome = nst_activity_words_dup_outcome (&context, progress);
  if (self->style != NULL)
    {
      gtk_widget_remove_css_class (self->outcome, self->style);
      gtk_widget_remove_css_class (self->detail, self->style);
    }
  if (style != NULL)
    gtk_widget_add_css_class (self->outcome, style);
  self->style = style;
  set_text (self->outcome, outcome, NULL);
  if (progress->state == NST_ACTIVITY_NOT_DONE && reason != NULL)
    {
      detail = g_strdup_printf ("%s – %s", outcome, reason);
      gtk_widget_add_css_class (self->detail, "error");
      gtk_widget_set_tooltip_text (self->outcome, reason);
    }
  else
    detail = g_strdup_printf ("%s · %s", due, outcome);
  set_text (self->detail, detail, NULL);
}

/**
 * nst_activity_line_show:
 * @self: the line
 * @office: whose regulation words the forms, and who reads
 * @progress: what is shown; copied
 * @warning: (nullable): what rules found on it, in words
 */
void
nst_activity_line_show (NstActivityLine *self, NstOffice *office,
                        const NstActivityProgress *progress, const char *warning)
{
  NstRecord *activity = progress->activity;
  NstScheme *scheme = nst_office_get_scheme_of (office, activity);
  g_autofree char *number = g_strdup_printf ("%u", progress->number);
  g_autofree char *due = nst_activity_words_dup_due (activity, TRUE);
  g_autofree char *phrase = nst_activity_words_dup_due (activity, FALSE);
  g_autofree char *form = nst_activity_words_dup_forms (scheme, activity, TRUE);
  g_autofree char *forms = nst_activity_words_dup_forms (scheme, activity, FALSE);
  g_autofree char *responsible = nst_activity_words_dup_responsible (scheme, activity);

  g_return_if_fail (NST_IS_ACTIVITY_LINE (self));

  nst_state_mark_set_state (NST_STATE_MARK (self->mark), progress->state);
  set_text (self->number, number, NULL);
  set_text (self->title, nst_record_get_title (activity),
            nst_record_get_text (activity, "title"));
  set_text (self->form, form, forms);
  set_text (self->due, due, phrase);
  set_text (self->responsible, responsible, nst_record_get_text (activity, "responsible"));
  show_outcome (self, office, progress, due);
  gtk_widget_set_visible (self->warning, warning != NULL);
  gtk_widget_set_tooltip_text (self->warning, warning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->warning), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  warning != NULL ? warning : "", -1);
}

void
nst_activity_line_set_open (NstActivityLine *self, gboolean open)
{
  g_return_if_fail (NST_IS_ACTIVITY_LINE (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  if (open)
    gtk_widget_add_css_class (self->title, "heading");
  else
    gtk_widget_remove_css_class (self->title, "heading");
}
