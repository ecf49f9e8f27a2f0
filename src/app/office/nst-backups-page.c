/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept copies of the base: looked into, restored, carried away. */
#include "config.h"

#include "app/office/nst-backups-page.h"

#include "app/office/nst-backup-view.h"
#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstBackupsPage
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  NstSectionHeader *header;
  GtkStack *stack;
  GtkListBox *doings;
  GtkWidget *heading;
  GtkListBox *copies;
  NstBackupView *view;

  NstOffice *office;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstBackupsPage, nst_backups_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

/* What the thread gets. */
typedef struct
{
  char *base;
  NstClock *clock;
} Job;

static void
job_free (Job *job)
{
  g_free (job->base);
  g_object_unref (job->clock);
  g_free (job);
}

static const char *
get_base (NstBackupsPage *self)
{
  return nst_store_get_path (nst_office_get_store (self->office));
}

static GtkWidget *
make_row (const NstBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *sign = gtk_image_new_from_icon_name (
      backup->hash != NULL ? "object-select-symbolic" : "dialog-question-symbolic");
  const char *checked =
      backup->hash != NULL ? _ ("Compared with the base when it was made")
                           : _ ("Not known whether it is whole; it is checked when it is opened");
  g_autofree char *title = nst_backup_view_dup_moment (backup);
  g_autofree char *size = g_format_size (backup->size);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s", nst_backup_reason_get_words (backup->reason), size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (sign, checked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL, checked,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (backup->path), g_free);
  return row;
}

static void
fill (NstBackupsPage *self)
{
  g_autoptr (GPtrArray) backups = nst_backups_list (get_base (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->copies))) != NULL)
    gtk_list_box_remove (self->copies, child);
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->copies, make_row (backups->pdata[i]));
  gtk_widget_set_visible (self->heading, backups->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->copies), backups->len > 0);
}

static void
show_copy (NstBackupsPage *self, const char *path)
{
  nst_backup_view_show (self->view, get_base (self), path);
  gtk_stack_set_visible_child_name (self->stack, "view");
}

static void
row_activated_cb (NstBackupsPage *self, GtkListBoxRow *row)
{
  show_copy (self, g_object_get_data (G_OBJECT (row), "path"));
}

static void
keep_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
             GCancellable *cancellable G_GNUC_UNUSED)
{
  Job *job = data;
  GError *error = NULL;

  if (nst_backups_keep_before (job->base, job->clock, NST_BACKUP_HAND, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  NstBackupsPage *self = NST_BACKUPS_PAGE (object);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    nst_report_error (GTK_WIDGET (self), error);
  else if (self->office != NULL)
    {
      fill (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.note", "s",
                                  _ ("A copy is kept and checked"));
    }
}

static void
keep_cb (NstBackupsPage *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, kept_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->base = g_strdup (get_base (self));
  job->clock = nst_clock_copy (nst_office_get_clock (self->office));
  g_task_set_source_tag (task, keep_cb);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, keep_thread);
}

static void
save_cb (NstBackupsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  NstBackupsPage *self = data;
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL && self->office != NULL)
    show_copy (self, path);
}

static void
file_cb (NstBackupsPage *self)
{
  static const char *const suffixes[] = { "nastavnik", NULL };

  nst_file_choice_open (GTK_WIDGET (self), _ ("Restore from a file"), _ ("Bases of Nastavnik"),
                        suffixes, file_chosen_cb, self);
}

static void
back_cb (NstBackupsPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "view") != 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  back_cb (NST_BACKUPS_PAGE (widget));
  return TRUE;
}

static void
set_office (NstSection *section, NstOffice *office)
{
  g_set_object (&NST_BACKUPS_PAGE (section)->office, office);
}

static void
open_list (NstSection *section, NstRecord *record G_GNUC_UNUSED, const char *field G_GNUC_UNUSED)
{
  NstBackupsPage *self = NST_BACKUPS_PAGE (section);

  fill (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_list;
}

static gboolean
nst_backups_page_grab_focus (GtkWidget *widget)
{
  NstBackupsPage *self = NST_BACKUPS_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (GTK_WIDGET (self->header), GTK_DIR_TAB_FORWARD);
}

static void
nst_backups_page_dispose (GObject *object)
{
  NstBackupsPage *self = NST_BACKUPS_PAGE (object);

  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_BACKUPS_PAGE);

  G_OBJECT_CLASS (nst_backups_page_parent_class)->dispose (object);
}

static void
nst_backups_page_class_init (NstBackupsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_backups_page_dispose;
  widget_class->grab_focus = nst_backups_page_grab_focus;

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_BACKUP_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "office/nst-backups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NstBackupsPage, content);
  gtk_widget_class_bind_template_child (widget_class, NstBackupsPage, header);
  gtk_widget_class_bind_template_child (widget_class, NstBackupsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NstBackupsPage, doings);
  gtk_widget_class_bind_template_child (widget_class, NstBackupsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, NstBackupsPage, copies);
  gtk_widget_class_bind_template_child (widget_class, NstBackupsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
nst_backups_page_init (NstBackupsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
