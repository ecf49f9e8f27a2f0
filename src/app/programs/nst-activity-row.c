/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the plan: one line, and under it, when opened, what became of it. */
#include "config.h"

#include "app/programs/nst-activity-row.h"

#include "app/programs/nst-activity-editor.h"
#include "app/programs/nst-activity-line.h"
#include "app/programs/nst-activity-marks.h"
#include "app/programs/nst-activity-words.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-report.h"

#include <glib/gi18n.h>

struct _NstActivityRow
{
  GtkListBoxRow parent_instance;

  NstActivityLine *line;
  GtkRevealer *revealer;
  NstActivityEditor *editor; /* made when the row is first opened */

  NstOffice *office;
  NstRecord *program;
  NstRecord *activity;
  GPtrArray *findings;
  NstActivityState state;
  guint open_part;
  gboolean open;
};

enum
{
  PROP_OPEN = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint wanted_signal;

G_DEFINE_FINAL_TYPE (NstActivityRow, nst_activity_row, GTK_TYPE_LIST_BOX_ROW)

/* The editor reads the activity's progress anew: the page's own is of a moment ago. */
static void
update_editor (NstActivityRow *self)
{
  g_autoptr (NstProgress) progress = NULL;
  NstActivityProgress *found;
  NstRuleContext context;

  if (self->editor == NULL || nst_record_get_stale (self->activity))
    return;
  nst_office_get_context (self->office, &context);
  progress = nst_progress_new (&context, self->program);
  found = nst_progress_find (progress, nst_record_get_id (self->activity));
  if (found != NULL)
    nst_activity_editor_update (self->editor, found, self->findings);
}

/* What is clicked in the editor is no click on the row, which would fold it. A list in it has
 * had the click by then. */
static void
released_cb (GtkGesture *press, int n_press G_GNUC_UNUSED, double x G_GNUC_UNUSED,
             double y G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  gtk_gesture_set_state (press, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
ensure_editor (NstActivityRow *self)
{
  GtkGesture *press;

  if (self->editor != NULL)
    return;
  self->editor =
      NST_ACTIVITY_EDITOR (nst_activity_editor_new (self->office, self->program, self->activity));
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->editor));
  press = gtk_gesture_click_new ();
  g_signal_connect (press, "released", G_CALLBACK (released_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->revealer), GTK_EVENT_CONTROLLER (press));
  update_editor (self);
}

static void
mark_done (NstActivityRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  NstActivityMark mark = { self->open_part, "DONE", NULL, NULL, NULL };
  GDate day;

  if (self->state == NST_ACTIVITY_DONE)
    return;
  nst_clock_get_today (nst_office_get_clock (self->office), &day);
  today = nst_date_to_text (&day);
  mark.date = today;
  if (!nst_activity_marks_put (self->office, self->activity, &mark, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
mark_open (NstActivityRow *self, const char *status)
{
  nst_activity_row_set_open (self, TRUE);
  nst_activity_editor_mark (self->editor, status);
}

/* Letters by their place on the keyboard, so that they work in the Russian layout too. */
static gboolean
key_pressed_cb (NstActivityRow *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) &&
      (gdk_keyval_to_lower (key) == GDK_KEY_a ||
       gdk_keyval_to_lower (key) == GDK_KEY_Cyrillic_ef))
    {
      nst_activity_row_set_open (self, TRUE);
      nst_activity_editor_attach (self->editor);
      return GDK_EVENT_STOP;
    }
  if (modifiers != 0 || !gtk_widget_is_focus (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      nst_activity_row_set_open (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      nst_activity_row_set_open (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      mark_done (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
    case GDK_KEY_Cyrillic_te:
      mark_open (self, "NOT_DONE");
      return GDK_EVENT_STOP;
    case GDK_KEY_p:
    case GDK_KEY_Cyrillic_ze:
      mark_open (self, "PARTLY");
      return GDK_EVENT_STOP;
    case GDK_KEY_m:
    case GDK_KEY_Cyrillic_softsign:
      mark_open (self, "POSTPONED");
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Escape leaves the editing and gives the focus back to the row. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  NstActivityRow *self = NST_ACTIVITY_ROW (widget);

  if (!self->open)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_is_focus (widget))
    gtk_widget_grab_focus (widget);
  else
    nst_activity_row_set_open (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
nst_activity_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, NST_ACTIVITY_ROW (object)->open);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nst_activity_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    nst_activity_row_set_open (NST_ACTIVITY_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nst_activity_row_dispose (GObject *object)
{
  NstActivityRow *self = NST_ACTIVITY_ROW (object);

  g_clear_object (&self->office);
  g_clear_object (&self->program);
  g_clear_object (&self->activity);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (nst_activity_row_parent_class)->dispose (object);
}

static void
nst_activity_row_class_init (NstActivityRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nst_activity_row_get_property;
  object_class->set_property = nst_activity_row_set_property;
  object_class->dispose = nst_activity_row_dispose;
  props[PROP_OPEN] =
      g_param_spec_boolean ("open", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  wanted_signal = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
nst_activity_row_init (NstActivityRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->line = NST_ACTIVITY_LINE (nst_activity_line_new ());
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->revealer));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "activity-row");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * nst_activity_row_new:
 * @office: at whose base
 * @program: programme of the activity
 * @activity: the activity
 */
GtkWidget *
nst_activity_row_new (NstOffice *office, NstRecord *program, NstRecord *activity)
{
  NstActivityRow *self = g_object_new (NST_TYPE_ACTIVITY_ROW, NULL);

  self->office = g_object_ref (office);
  self->program = g_object_ref (program);
  self->activity = g_object_ref (activity);
  return GTK_WIDGET (self);
}

gint64
nst_activity_row_get_activity (NstActivityRow *self)
{
  return nst_record_get_id (self->activity);
}

static GPtrArray *
pick_findings (NstRecord *activity, GPtrArray *all)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_finding_free);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const NstFinding *finding = g_ptr_array_index (all, i);

      if (finding->record != NULL &&
          nst_record_get_kind (finding->record) == nst_record_get_kind (activity) &&
          nst_record_get_id (finding->record) == nst_record_get_id (activity))
        g_ptr_array_add (picked, nst_finding_copy (finding));
    }
  return picked;
}

static char *
join_findings (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((NstFinding *) g_ptr_array_index (findings, i))->text);
  return g_string_free (text, findings->len == 0);
}

static void
set_name (NstActivityRow *self, const NstActivityProgress *progress, guint total,
          const char *warning)
{
  g_autofree char *due = nst_activity_words_dup_due (self->activity, FALSE);
  g_autofree char *outcome = NULL;
  g_autofree char *name =
      g_strdup_printf ("%u. %s – %s", progress->number, nst_record_get_title (self->activity),
                       nst_activity_words_get_state (progress->state));
  g_autofree char *place = g_strdup_printf (_ ("%u of %u"), progress->number, total);
  g_autofree char *more = NULL;
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  outcome = nst_activity_words_dup_outcome (&context, progress);
  more = g_strjoin (" · ", place, due, outcome, warning, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, more, -1);
}

/**
 * nst_activity_row_update:
 * @self: the row
 * @progress: where the activity stands now
 * @total: how many activities the programme has
 * @findings: (nullable) (element-type NstFinding): of the whole programme
 */
void
nst_activity_row_update (NstActivityRow *self, const NstActivityProgress *progress, guint total,
                         GPtrArray *findings)
{
  g_autofree char *warning = NULL;

  g_return_if_fail (NST_IS_ACTIVITY_ROW (self));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = pick_findings (self->activity, findings);
  self->state = progress->state;
  self->open_part = nst_activity_marks_find_open (progress);
  warning = join_findings (self->findings);
  nst_activity_line_show (self->line, self->office, progress, warning);
  set_name (self, progress, total, warning);
  if (self->editor != NULL)
    nst_activity_editor_update (self->editor, progress, self->findings);
}

gboolean
nst_activity_row_get_open (NstActivityRow *self)
{
  return self->open;
}

/**
 * nst_activity_row_set_open:
 * @self: the row
 * @open: whether what became of it is shown
 */
void
nst_activity_row_set_open (NstActivityRow *self, gboolean open)
{
  g_return_if_fail (NST_IS_ACTIVITY_ROW (self));

  if (self->open == open)
    return;
  self->open = open;
  if (open)
    {
      ensure_editor (self);
      gtk_widget_add_css_class (GTK_WIDGET (self), "open");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
  nst_activity_line_set_open (self->line, open);
  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN]);
  if (open)
    g_signal_emit (self, wanted_signal, 0);
}

void
nst_activity_row_choose_part (NstActivityRow *self, guint part)
{
  g_return_if_fail (NST_IS_ACTIVITY_ROW (self));

  if (self->editor != NULL)
    nst_activity_editor_choose_part (self->editor, part);
}

gboolean
nst_activity_row_focus (NstActivityRow *self, const char *field)
{
  g_return_val_if_fail (NST_IS_ACTIVITY_ROW (self), FALSE);

  if (field != NULL)
    {
      nst_activity_row_set_open (self, TRUE);
      if (nst_activity_editor_focus (self->editor, field))
        return TRUE;
    }
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}

NstActivityState
nst_activity_row_get_state (NstActivityRow *self)
{
  return self->state;
}

guint
nst_activity_row_count_findings (NstActivityRow *self)
{
  return self->findings != NULL ? self->findings->len : 0;
}
