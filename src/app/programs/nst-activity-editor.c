/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open row of the plan: what became of an activity. */
#include "config.h"

#include "app/programs/nst-activity-editor.h"

#include "app/programs/nst-activity-marks.h"
#include "app/programs/nst-activity-wording.h"
#include "app/programs/nst-activity-words.h"
#include "app/programs/nst-evidence-box.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-flip-box.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_STATUSES 4

struct _NstActivityEditor
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkDropDown *parts;
  GtkWidget *done_toggle;
  GtkWidget *partly_toggle;
  GtkWidget *not_done_toggle;
  GtkWidget *postponed_toggle;
  GtkWidget *clear_button;
  GtkWidget *facts;
  NstDateButton *date_button;
  GtkLabel *text_label;
  GtkEditable *text_entry;
  GtkWidget *due_box;
  GtkEditable *due_entry;
  GtkBox *messages;
  GtkLabel *hint;
  NstEvidenceBox *evidence;
  NstActivityWording *wording;

  NstOffice *office;
  NstRecord *program;
  NstRecord *activity;
  NstRecord *mark;     /* newest one of the chosen part */
  const char *pending; /* status that waits for a reason or a schedule */
  guint n_parts;
  guint part;
  gboolean dated;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NstActivityEditor, nst_activity_editor, GTK_TYPE_WIDGET)

static const char *const statuses[N_STATUSES] = { "DONE", "PARTLY", "NOT_DONE", "POSTPONED" };

static GtkWidget *
get_toggle (NstActivityEditor *self, guint status)
{
  GtkWidget *toggles[N_STATUSES] = { self->done_toggle, self->partly_toggle,
                                     self->not_done_toggle, self->postponed_toggle };

  return toggles[status];
}

/* The status that is shown: of the mark, or the one that is being given. */
static const char *
get_status (NstActivityEditor *self)
{
  if (self->pending != NULL)
    return self->pending;
  return self->mark != NULL ? nst_record_get_text (self->mark, "status") : NULL;
}

static const char *
get_text_field (const char *status)
{
  return g_strcmp0 (status, "NOT_DONE") == 0 || g_strcmp0 (status, "POSTPONED") == 0 ? "reason"
                                                                                     : "result";
}

static void
show_message (NstActivityEditor *self, const GError *error)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->messages))) != NULL)
    gtk_box_remove (self->messages, child);
  gtk_widget_set_visible (GTK_WIDGET (self->messages), error != NULL);
  if (error != NULL)
    gtk_box_append (self->messages, nst_finding_row_new_message (error->message, NULL));
}

/* Words of a confidential activity are shown to nobody outside of it. */
static gboolean
may_read (NstActivityEditor *self)
{
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  return self->mark == NULL || nst_rules_may_read (&context, self->mark, "result");
}

static void
show_hint (NstActivityEditor *self, const char *status)
{
  const char *report = nst_record_get_text (self->activity, "report");
  const char *text = NULL;

  if (report != NULL)
    text = _ ("This activity is a report: it is marked done when the document is issued, on the "
              "page of details");
  else if (!may_read (self))
    text = _ ("What was found stays within the group: this office does not read it");
  else if (g_str_equal (get_text_field (status), "reason"))
    text = _ ("The information note prints this reason");
  else if (status != NULL)
    text = _ ("The information note prints this result");
  gtk_label_set_text (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

static void
show_status (NstActivityEditor *self)
{
  const char *status = get_status (self);
  const char *text = NULL;

  for (guint i = 0; i < N_STATUSES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_toggle (self, i)),
                                  g_strcmp0 (status, statuses[i]) == 0);
  if (g_strcmp0 (status, "NOT_DONE") == 0)
    text = _ ("Reason (required, goes into the note)");
  else if (g_strcmp0 (status, "POSTPONED") == 0)
    text = _ ("Reason");
  else
    text = _ ("Result");
  gtk_label_set_text (self->text_label, text);
  gtk_widget_set_visible (self->facts, status != NULL);
  gtk_widget_set_visible (self->due_box, g_strcmp0 (status, "POSTPONED") == 0);
  gtk_widget_set_visible (self->clear_button, self->mark != NULL || self->pending != NULL);
  show_hint (self, status);
}

static void
set_entry (GtkEditable *entry, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
show_mark (NstActivityEditor *self)
{
  const gboolean readable = may_read (self);
  const char *status;
  g_autofree char *due = NULL;

  self->filling = TRUE;
  status = get_status (self);
  if (self->mark != NULL && self->pending == NULL)
    {
      due = nst_activity_marks_dup_new_due (self->mark);
      nst_date_button_set_date (self->date_button, nst_record_get_text (self->mark, "date"));
      set_entry (self->text_entry,
                 readable ? nst_record_get_text (self->mark, get_text_field (status)) : NULL);
      set_entry (self->due_entry, due);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->text_entry), readable);
  show_status (self);
  self->filling = FALSE;
}

static void
reset_date (NstActivityEditor *self)
{
  g_autofree char *today = NULL;
  GDate day;

  nst_clock_get_today (nst_office_get_clock (self->office), &day);
  today = nst_date_to_text (&day);
  nst_date_button_set_date (self->date_button, today);
}

static void
find_mark (NstActivityEditor *self)
{
  g_autoptr (NstRecord) mark =
      nst_activity_marks_dup_newest (self->office, self->activity,
                                     self->n_parts > 1 ? (int) self->part : -1);

  g_set_object (&self->mark, mark);
}

/* What is still missing before the status can be kept, or NULL. */
static GtkWidget *
find_missing (NstActivityEditor *self, const char *status)
{
  if (g_strcmp0 (status, "POSTPONED") == 0 && *gtk_editable_get_text (self->due_entry) == '\0')
    return GTK_WIDGET (self->due_entry);
  if (g_strcmp0 (status, "NOT_DONE") == 0 && *gtk_editable_get_text (self->text_entry) == '\0')
    return GTK_WIDGET (self->text_entry);
  return NULL;
}

static void
commit (NstActivityEditor *self)
{
  g_autoptr (GError) error = NULL;
  NstActivityMark mark = { self->n_parts > 1 ? self->part : 0, get_status (self),
                           nst_date_button_get_date (self->date_button),
                           gtk_editable_get_text (self->text_entry),
                           gtk_editable_get_text (self->due_entry) };

  if (nst_activity_marks_put (self->office, self->activity, &mark, &error))
    self->pending = NULL;
  show_message (self, error);
  find_mark (self);
  show_mark (self);
}

/* Something without dates and topics is held again and again: each time has a mark of its own. */
static gboolean
is_once_more (NstActivityEditor *self, const char *status)
{
  g_autofree char *today = NULL;
  GDate day;

  if (self->n_parts > 0 || self->dated || !g_str_equal (status, "PARTLY"))
    return FALSE;
  nst_clock_get_today (nst_office_get_clock (self->office), &day);
  today = nst_date_to_text (&day);
  return g_strcmp0 (nst_record_get_text (self->mark, "date"), today) != 0;
}

/**
 * nst_activity_editor_mark:
 * @self: the editor
 * @status: what became of the chosen part
 *
 * Kept at once, unless something is required with it: then that is asked for first.
 */
void
nst_activity_editor_mark (NstActivityEditor *self, const char *status)
{
  GtkWidget *missing;
  gboolean again = FALSE;

  g_return_if_fail (NST_IS_ACTIVITY_EDITOR (self));

  if (self->pending == NULL && self->mark != NULL &&
      g_strcmp0 (nst_record_get_text (self->mark, "status"), status) == 0)
    {
      again = is_once_more (self, status);
      if (!again)
        {
          show_mark (self);
          return;
        }
    }
  self->filling = TRUE;
  /* Words of the same kind go along: what was a result of the whole is one of a half. */
  if (again || get_status (self) == NULL ||
      !g_str_equal (get_text_field (get_status (self)), get_text_field (status)))
    set_entry (self->text_entry, "");
  self->pending = status;
  set_entry (self->due_entry, "");
  reset_date (self);
  show_status (self);
  self->filling = FALSE;
  missing = find_missing (self, status);
  if (missing != NULL)
    gtk_widget_grab_focus (missing);
  else
    commit (self);
}

static void
status_clicked_cb (GtkWidget *toggle, NstActivityEditor *self)
{
  for (guint i = 0; i < N_STATUSES; i++)
    if (get_toggle (self, i) == toggle)
      nst_activity_editor_mark (self, statuses[i]);
}

static void
clear_clicked_cb (NstActivityEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (self->pending == NULL && self->mark != NULL)
    nst_activity_marks_remove (self->office, self->mark, &error);
  self->pending = NULL;
  show_message (self, error);
  find_mark (self);
  show_mark (self);
}

/* What was typed is kept when the field is left or Enter is pressed. */
static void
keep_text (NstActivityEditor *self)
{
  g_autoptr (GError) error = NULL;
  const char *status = get_status (self);

  if (self->filling || status == NULL || !may_read (self))
    return;
  if (self->pending != NULL)
    {
      if (find_missing (self, status) == NULL)
        commit (self);
      return;
    }
  if (nst_activity_marks_set (self->office, self->mark, get_text_field (status),
                              gtk_editable_get_text (self->text_entry), &error) &&
      g_strcmp0 (status, "POSTPONED") == 0)
    nst_activity_marks_set (self->office, self->mark, "new_due",
                            gtk_editable_get_text (self->due_entry), &error);
  show_message (self, error);
}

static void
text_left_cb (NstActivityEditor *self)
{
  keep_text (self);
}

static void
date_picked_cb (NstActivityEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling || self->pending != NULL || self->mark == NULL)
    return;
  nst_activity_marks_set (self->office, self->mark, "date",
                          nst_date_button_get_date (self->date_button), &error);
  show_message (self, error);
}

static void
part_selected_cb (NstActivityEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->parts);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  /* The last entry is the activity as a whole. */
  self->part = selected < self->n_parts ? selected + 1 : 0;
  self->pending = NULL;
  show_message (self, NULL);
  find_mark (self);
  self->filling = TRUE;
  set_entry (self->text_entry, "");
  set_entry (self->due_entry, "");
  self->filling = FALSE;
  show_mark (self);
}

static void
nst_activity_editor_dispose (GObject *object)
{
  NstActivityEditor *self = NST_ACTIVITY_EDITOR (object);

  g_clear_object (&self->mark);
  g_clear_object (&self->activity);
  g_clear_object (&self->program);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_ACTIVITY_EDITOR);
  G_OBJECT_CLASS (nst_activity_editor_parent_class)->dispose (object);
}

static void
nst_activity_editor_class_init (NstActivityEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_FLIP_BOX);
  g_type_ensure (NST_TYPE_DATE_BUTTON);
  g_type_ensure (NST_TYPE_EVIDENCE_BOX);
  g_type_ensure (NST_TYPE_ACTIVITY_WORDING);
  G_OBJECT_CLASS (klass)->dispose = nst_activity_editor_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-activity-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, content);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, parts);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, done_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, partly_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, not_done_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, postponed_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, clear_button);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, facts);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, date_button);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, text_label);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, text_entry);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, due_box);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, due_entry);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, messages);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, evidence);
  gtk_widget_class_bind_template_child (widget_class, NstActivityEditor, wording);
  gtk_widget_class_bind_template_callback (widget_class, status_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_selected_cb);
}

static void
watch_leaving (NstActivityEditor *self, GtkEditable *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (keep_text), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

static void
nst_activity_editor_init (NstActivityEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_leaving (self, self->text_entry);
  watch_leaving (self, self->due_entry);
}

/**
 * nst_activity_editor_new:
 * @office: at whose base
 * @program: programme of the activity
 * @activity: the activity
 */
GtkWidget *
nst_activity_editor_new (NstOffice *office, NstRecord *program, NstRecord *activity)
{
  NstActivityEditor *self = g_object_new (NST_TYPE_ACTIVITY_EDITOR, NULL);

  self->office = g_object_ref (office);
  self->program = g_object_ref (program);
  self->activity = g_object_ref (activity);
  reset_date (self);
  return GTK_WIDGET (self);
}

static void
fill_parts (NstActivityEditor *self, const NstActivityProgress *progress)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  gboolean fresh = self->n_parts != progress->parts;

  self->n_parts = progress->parts;
  gtk_widget_set_visible (GTK_WIDGET (self->parts), self->n_parts > 1);
  if (self->n_parts < 2)
    return;
  for (guint i = 1; i <= self->n_parts; i++)
    gtk_string_list_take (list, nst_activity_words_dup_part (progress, i));
  gtk_string_list_append (list, _ ("The whole activity"));
  if (fresh)
    self->part = nst_activity_marks_find_open (progress);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->parts, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->parts, self->part > 0 ? self->part - 1 : self->n_parts);
  self->filling = FALSE;
}

/**
 * nst_activity_editor_update:
 * @self: the editor
 * @progress: where the activity stands now
 * @findings: (element-type NstFinding): those on the activity
 */
void
nst_activity_editor_update (NstActivityEditor *self, const NstActivityProgress *progress,
                            GPtrArray *findings)
{
  gint64 before;

  g_return_if_fail (NST_IS_ACTIVITY_EDITOR (self));

  fill_parts (self, progress);
  self->dated = progress->occurrences->len > 0;
  before = self->mark != NULL ? nst_record_get_id (self->mark) : 0;
  find_mark (self);
  /* Another mark came or went, as by undo: what was being given is no more. */
  if (self->pending != NULL &&
      (self->mark != NULL ? nst_record_get_id (self->mark) : 0) != before)
    {
      self->pending = NULL;
      show_message (self, NULL);
    }
  show_mark (self);
  nst_evidence_box_show (self->evidence, self->office, self->activity);
  nst_activity_wording_show (self->wording, self->office, self->program, self->activity,
                             findings);
}

void
nst_activity_editor_choose_part (NstActivityEditor *self, guint part)
{
  g_return_if_fail (NST_IS_ACTIVITY_EDITOR (self));

  if (self->n_parts > 1 && part <= self->n_parts)
    gtk_drop_down_set_selected (self->parts, part > 0 ? part - 1 : self->n_parts);
}

void
nst_activity_editor_attach (NstActivityEditor *self)
{
  g_return_if_fail (NST_IS_ACTIVITY_EDITOR (self));

  nst_evidence_box_attach (self->evidence);
}

gboolean
nst_activity_editor_focus (NstActivityEditor *self, const char *field)
{
  g_return_val_if_fail (NST_IS_ACTIVITY_EDITOR (self), FALSE);

  if (g_strcmp0 (field, "reason") == 0 || g_strcmp0 (field, "result") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->text_entry));
  return nst_activity_wording_focus (self->wording, field);
}
