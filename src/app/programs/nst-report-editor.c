/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One report on a programme: its state, its steps, its texts. */
#include "config.h"

#include "app/programs/nst-report-editor.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-step-bar.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const char *const note_fields[] = { "results", "conclusions", "proposals", NULL };
static const char *const final_fields[] = {
  "results",         "criterion1",  "criterion1_text", "criterion2",
  "criterion2_text", "criterion3",  "criterion3_text", "changes",
  "practices",       "conclusions", "proposals",       NULL
};

struct _NstReportEditor
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *subtitle;
  NstStatePill *pill;
  NstStepBar *steps;
  GtkListBox *fields;

  NstOffice *office;
  NstRecord *report;
  gboolean filled;
  gboolean open; /* whether the rows are there to type into */
};

G_DEFINE_FINAL_TYPE (NstReportEditor, nst_report_editor, GTK_TYPE_WIDGET)

static void
nst_report_editor_dispose (GObject *object)
{
  NstReportEditor *self = NST_REPORT_EDITOR (object);

  g_clear_object (&self->office);
  g_clear_object (&self->report);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_REPORT_EDITOR);
  G_OBJECT_CLASS (nst_report_editor_parent_class)->dispose (object);
}

static void
nst_report_editor_class_init (NstReportEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_STATE_PILL);
  g_type_ensure (NST_TYPE_STEP_BAR);
  G_OBJECT_CLASS (klass)->dispose = nst_report_editor_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-report-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NstReportEditor, content);
  gtk_widget_class_bind_template_child (widget_class, NstReportEditor, title);
  gtk_widget_class_bind_template_child (widget_class, NstReportEditor, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NstReportEditor, pill);
  gtk_widget_class_bind_template_child (widget_class, NstReportEditor, steps);
  gtk_widget_class_bind_template_child (widget_class, NstReportEditor, fields);
}

static void
nst_report_editor_init (NstReportEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* «Выдана 28.12.2022 · срок 30.01.2023 · Лугова И. Д.» */
static char *
make_subtitle (NstRecord *report)
{
  GString *text = g_string_new (NULL);
  const char *author = nst_record_get_display (report, "author");
  g_autofree char *issued = nst_date_text_to_label (nst_record_get_text (report, "issued_on"));
  g_autofree char *due = nst_date_text_to_label (nst_record_get_text (report, "due"));

  if (issued != NULL && *issued != '\0')
    g_string_append_printf (text, C_ ("report", "issued %s"), issued);
  if (due != NULL && *due != '\0')
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, C_ ("report", "due %s"), due);
    }
  if (author != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", author);
  return g_string_free (text, FALSE);
}

/* What has been issued is read: its paper is out, and the base is to tell what the paper tells.
 */
static gboolean
is_open (NstReportEditor *self)
{
  NstScheme *scheme = nst_office_get_scheme_of (self->office, self->report);
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (scheme, "report");
  const char *state = nst_record_get_text (self->report, "state");

  return cycle == NULL || state == NULL ||
         g_strcmp0 (state, nst_life_cycle_get_initial (cycle)) == 0;
}

static void
fill_fields (NstReportEditor *self)
{
  const char *kind = nst_record_get_text (self->report, "kind");
  const char *const *names = g_strcmp0 (kind, "FINAL_REPORT") == 0 ? final_fields : note_fields;
  gboolean open = is_open (self);
  GtkWidget *row;

  if (self->filled && self->open == open)
    return;
  self->filled = TRUE;
  self->open = open;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_list_box_remove (self->fields, row);
  if (open)
    nst_field_rows_fill (self->fields, self->office, self->report, names);
  else
    nst_field_rows_fill_reading (self->fields, self->office, self->report, names);
  gtk_widget_set_visible (GTK_WIDGET (self->fields),
                          gtk_widget_get_first_child (GTK_WIDGET (self->fields)) != NULL);
}

/**
 * nst_report_editor_update:
 * @self: the editor
 *
 * Shows state and steps as they are now; the texts follow by themselves, and are only read once
 * the report is issued.
 */
void
nst_report_editor_update (NstReportEditor *self)
{
  g_autofree char *subtitle = NULL;
  const NstLifeState *state;
  NstRuleContext context;

  g_return_if_fail (NST_IS_REPORT_EDITOR (self));

  if (nst_record_get_stale (self->report))
    return;
  nst_office_get_context (self->office, &context);
  state = nst_steps_get_state (&context, self->report);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), state != NULL);
  if (state != NULL)
    nst_state_pill_set_state (self->pill, state);
  subtitle = make_subtitle (self->report);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  fill_fields (self);
  nst_step_bar_set_record (self->steps, self->office, self->report);
}

/**
 * nst_report_editor_new:
 * @office: at whose base
 * @report: the report
 */
GtkWidget *
nst_report_editor_new (NstOffice *office, NstRecord *report)
{
  NstReportEditor *self = g_object_new (NST_TYPE_REPORT_EDITOR, NULL);
  const char *kind = nst_record_get_text (report, "kind");
  g_autofree char *title =
      nst_scheme_dup_title_of (nst_office_get_scheme_of (office, report), "report-kind", kind);

  self->office = g_object_ref (office);
  self->report = g_object_ref (report);
  gtk_label_set_text (self->title, title != NULL ? title : kind);
  nst_report_editor_update (self);
  return GTK_WIDGET (self);
}

gboolean
nst_report_editor_focus (NstReportEditor *self, const char *field)
{
  g_return_val_if_fail (NST_IS_REPORT_EDITOR (self), FALSE);

  if (field != NULL && nst_field_rows_focus (GTK_WIDGET (self->fields), field))
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
}
