/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports of a programme: prepared, filled in, issued and sent in place. */
#include "config.h"

#include "app/programs/nst-reports-box.h"

#include "app/programs/nst-report-editor.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Kinds that are about a programme, in the order in which they are due (R90). */
static const char *const report_kinds[] = { "SUMMARY_NOTE", "FINAL_REPORT" };
#define N_KINDS G_N_ELEMENTS (report_kinds)

struct _NstReportsBox
{
  GtkWidget parent_instance;

  GtkBox *content;

  NstOffice *office;
  NstRecord *program;
  GtkWidget *parts[N_KINDS]; /* an editor, or a row with a button */
  gint64 shown[N_KINDS];     /* id of the report that the part is of; 0: none yet */
};

G_DEFINE_FINAL_TYPE (NstReportsBox, nst_reports_box, GTK_TYPE_WIDGET)

static NstRecord *
dup_report (NstReportsBox *self, const char *kind)
{
  g_autoptr (GPtrArray) reports =
      nst_source_list_of (NST_SOURCE (nst_office_get_store (self->office)), "report", "program",
                          self->program);
  NstRecord *found = NULL;

  for (guint i = 0; i < reports->len; i++)
    if (g_strcmp0 (nst_record_get_text (g_ptr_array_index (reports, i), "kind"), kind) == 0)
      found = g_ptr_array_index (reports, i);
  return found != NULL ? g_object_ref (found) : NULL;
}

static char *
dup_kind_title (NstReportsBox *self, const char *kind)
{
  char *title = nst_scheme_dup_title_of (nst_office_get_scheme_of (self->office, self->program),
                                         "report-kind", kind);

  return title != NULL ? title : g_strdup (kind);
}

static void
prepare_clicked_cb (GtkWidget *button, NstReportsBox *self)
{
  const char *kind = g_object_get_data (G_OBJECT (button), "nst-kind");
  g_autofree char *title = dup_kind_title (self, kind);
  g_autofree char *words = g_strdup_printf (_ ("Prepare: %s"), title);
  g_autoptr (NstChange) change = nst_change_new (words);
  g_autoptr (NstRecord) report = NULL;
  g_autoptr (GError) error = NULL;
  NstLifeCycle *cycle =
      nst_scheme_get_life_cycle (nst_office_get_scheme_of (self->office, self->program),
                                 "report");
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  report = nst_change_add (change, "report", "kind", kind, NULL);
  nst_change_set_ref (change, report, "program", self->program);
  nst_change_set_date (change, report, "as_of", &context.today);
  if (cycle != NULL)
    nst_change_set (change, report, "state", nst_life_cycle_get_initial (cycle));
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static GtkWidget *
make_empty (NstReportsBox *self, const char *kind)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Prepare"));
  g_autofree char *title = dup_kind_title (self, kind);
  g_autofree char *name = g_strdup_printf (_ ("Prepare: %s"), title);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("not prepared yet"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data (G_OBJECT (button), "nst-kind", (gpointer) kind);
  g_signal_connect_object (button, "clicked", G_CALLBACK (prepare_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static void
show_kind (NstReportsBox *self, guint index)
{
  g_autoptr (NstRecord) report = dup_report (self, report_kinds[index]);
  gint64 id = report != NULL ? nst_record_get_id (report) : 0;
  GtkWidget *before = index > 0 ? self->parts[index - 1] : NULL;

  if (self->parts[index] != NULL && self->shown[index] == id)
    {
      if (report != NULL)
        nst_report_editor_update (NST_REPORT_EDITOR (self->parts[index]));
      return;
    }
  if (self->parts[index] != NULL)
    gtk_box_remove (self->content, self->parts[index]);
  self->parts[index] = report != NULL ? nst_report_editor_new (self->office, report)
                                      : make_empty (self, report_kinds[index]);
  self->shown[index] = id;
  gtk_box_insert_child_after (self->content, self->parts[index], before);
}

static void
clear (NstReportsBox *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    {
      if (self->parts[i] != NULL)
        gtk_box_remove (self->content, self->parts[i]);
      self->parts[i] = NULL;
      self->shown[i] = 0;
    }
}

static void
nst_reports_box_dispose (GObject *object)
{
  NstReportsBox *self = NST_REPORTS_BOX (object);

  g_clear_object (&self->office);
  g_clear_object (&self->program);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_REPORTS_BOX);
  G_OBJECT_CLASS (nst_reports_box_parent_class)->dispose (object);
}

static void
nst_reports_box_class_init (NstReportsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_reports_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-reports-box.ui");
  gtk_widget_class_bind_template_child (widget_class, NstReportsBox, content);
}

static void
nst_reports_box_init (NstReportsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nst_reports_box_show:
 * @self: the box
 * @office: at whose base
 * @program: whose reports
 *
 * Call it again when the base changes: what is being typed stays.
 */
void
nst_reports_box_show (NstReportsBox *self, NstOffice *office, NstRecord *program)
{
  g_return_if_fail (NST_IS_REPORTS_BOX (self));

  if (self->program != program)
    clear (self);
  g_set_object (&self->office, office);
  g_set_object (&self->program, program);
  for (guint i = 0; i < N_KINDS; i++)
    show_kind (self, i);
}

gboolean
nst_reports_box_focus (NstReportsBox *self, NstRecord *report, const char *field)
{
  g_return_val_if_fail (NST_IS_REPORTS_BOX (self), FALSE);

  for (guint i = 0; i < N_KINDS; i++)
    if (self->shown[i] != 0 && self->shown[i] == nst_record_get_id (report))
      return nst_report_editor_focus (NST_REPORT_EDITOR (self->parts[i]), field);
  return FALSE;
}
