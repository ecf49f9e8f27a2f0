/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a copy of the base holds, and what restoring it would take away or bring back. */
#include "config.h"

#include "app/office/nst-backup-view.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More actions than that are told by their number: nobody reads them all here. */
#define SHOWN 30

static const char *const kinds[NST_BASE_FACTS_KINDS] = {
  N_ ("Teams"), N_ ("Groups"), N_ ("Agreements"), N_ ("Programmes"), N_ ("Issued documents"),
};

struct _NstBackupView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *fault;
  GtkLabel *heading;
  GtkLabel *about;
  GtkButton *restore;
  GtkBox *parts;

  char *path;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (NstBackupView, nst_backup_view, GTK_TYPE_WIDGET)

/* What the thread gets and gives. */
typedef struct
{
  char *base;
  char *path;
  NstBackup *backup;
  NstBackupPreview *preview;
} Look;

static void
look_free (Look *look)
{
  g_free (look->base);
  g_free (look->path);
  nst_backup_free (look->backup);
  nst_backup_preview_free (look->preview);
  g_free (look);
}

/**
 * nst_backup_view_dup_moment:
 * @backup: a copy
 *
 * Returns: (transfer full): day and time of the place where one is; of a file its name
 */
char *
nst_backup_view_dup_moment (const NstBackup *backup)
{
  g_autoptr (GDateTime) at =
      backup->at != NULL ? g_date_time_new_from_iso8601 (backup->at, NULL) : NULL;
  g_autoptr (GDateTime) here = at != NULL ? g_date_time_to_local (at) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (backup->number == 0)
    return g_path_get_basename (backup->path);
  day = nst_date_to_label (&backup->day);
  if (here == NULL)
    return g_steal_pointer (&day);
  time = g_date_time_format (here, "%H:%M");
  return g_strdup_printf ("%s, %s", day, time);
}

static GtkWidget *
add_part (NstBackupView *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->parts, box);
  return list;
}

static GtkWidget *
add_row (GtkWidget *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
add_holds (NstBackupView *self, const NstBaseFacts *then, const NstBaseFacts *now)
{
  GtkWidget *list = add_part (self, _ ("What the copy holds"));

  for (guint i = 0; i < NST_BASE_FACTS_KINDS; i++)
    {
      g_autofree char *words =
          now == NULL || now->counts[i] == then->counts[i]
              ? g_strdup_printf ("%" G_GINT64_FORMAT, then->counts[i])
              : g_strdup_printf (_ ("%d in the copy, %d now"), (int) then->counts[i],
                                 (int) now->counts[i]);
      GtkWidget *row = add_row (list, _ (kinds[i]), NULL);
      GtkWidget *number = gtk_label_new (words);

      gtk_widget_add_css_class (number, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      words, -1);
    }
}

static void
add_actions (NstBackupView *self, const char *title, GPtrArray *actions)
{
  GtkWidget *list;

  if (actions->len == 0)
    return;
  list = add_part (self, title);
  for (guint i = 0; i < MIN (actions->len, SHOWN); i++)
    {
      const NstBaseAction *action = actions->pdata[i];
      g_autofree char *day = nst_date_text_to_label (action->day);

      add_row (list, action->title, day);
    }
  if (actions->len > SHOWN)
    {
      guint rest = actions->len - SHOWN;
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more action", "and %u more actions", rest), rest);

      add_row (list, more, NULL);
    }
}

static gboolean
is_same (const NstBackupPreview *preview)
{
  return preview->readable && preview->lost->len == 0 && preview->regained->len == 0;
}

/* What restoring means, in one sentence. */
static const char *
get_meaning (const NstBackupPreview *preview)
{
  if (!preview->readable)
    return _ ("The present base cannot be read. It is put aside when the copy is restored.");
  if (is_same (preview))
    return _ ("The base holds exactly what this copy holds.");
  return _ ("The present state is kept as a copy first, so that restoring can be taken back.");
}

static void
show_look (NstBackupView *self, Look *look)
{
  g_autofree char *moment = nst_backup_view_dup_moment (look->backup);
  g_autofree char *size = g_format_size (look->backup->size);
  g_autofree char *about =
      look->backup->number > 0
          ? g_strdup_printf (_ ("Copy: %s. %s, checked.\n%s"),
                             nst_backup_reason_get_words (look->backup->reason), size,
                             get_meaning (look->preview))
          : g_strdup_printf (_ ("A file from elsewhere. %s, checked.\n%s"), size,
                             get_meaning (look->preview));
  GtkWidget *child;

  gtk_label_set_text (self->heading, moment);
  gtk_label_set_text (self->about, about);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
  add_actions (self, _ ("Would be lost: done since, not in the copy"), look->preview->lost);
  add_actions (self, _ ("Would come back: in the copy, not in the base"),
               look->preview->regained);
  add_holds (self, &look->backup->facts, look->preview->readable ? &look->preview->now : NULL);
  gtk_stack_set_visible_child_name (self->stack, "shown");
  gtk_widget_set_sensitive (GTK_WIDGET (self->restore), !is_same (look->preview));
  gtk_widget_grab_focus (GTK_WIDGET (self->restore));
}

static void
look_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
             GCancellable *cancellable G_GNUC_UNUSED)
{
  Look *look = data;
  GError *error = NULL;

  look->backup = nst_backups_load (look->base, look->path, &error);
  if (look->backup != NULL)
    look->preview = nst_backups_preview (look->base, look->backup, &error);
  if (look->preview != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  NstBackupView *self = NST_BACKUP_VIEW (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_look (self, g_task_get_task_data (G_TASK (result)));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->fault, words);
  gtk_stack_set_visible_child_name (self->stack, "fault");
}

void
nst_backup_view_show (NstBackupView *self, const char *base, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Look *look = g_new0 (Look, 1);

  g_return_if_fail (NST_IS_BACKUP_VIEW (self));

  look->base = g_strdup (base);
  look->path = g_strdup (path);
  g_free (self->path);
  self->path = g_strdup (path);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, nst_backup_view_show);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

static void
restore_cb (NstBackupView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.restore", "^ay", self->path);
}

static gboolean
nst_backup_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (NST_BACKUP_VIEW (widget)->stack),
                                 GTK_DIR_TAB_FORWARD);
}

static void
nst_backup_view_dispose (GObject *object)
{
  NstBackupView *self = NST_BACKUP_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_BACKUP_VIEW);

  G_OBJECT_CLASS (nst_backup_view_parent_class)->dispose (object);
}

static void
nst_backup_view_class_init (NstBackupViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_backup_view_dispose;
  widget_class->grab_focus = nst_backup_view_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "office/nst-backup-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NstBackupView, stack);
  gtk_widget_class_bind_template_child (widget_class, NstBackupView, fault);
  gtk_widget_class_bind_template_child (widget_class, NstBackupView, heading);
  gtk_widget_class_bind_template_child (widget_class, NstBackupView, about);
  gtk_widget_class_bind_template_child (widget_class, NstBackupView, restore);
  gtk_widget_class_bind_template_child (widget_class, NstBackupView, parts);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
nst_backup_view_init (NstBackupView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
