/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files kept with a record as evidence: attach, open, keep elsewhere, remove. */
#include "config.h"

#include "app/programs/nst-evidence-box.h"

#include "app/programs/nst-evidence-row.h"
#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"
#include "model/nst-error.h"

#include <glib/gi18n.h>

/* The base is one file that people copy and send: a film does not belong into it. */
#define LARGEST (64 * 1024 * 1024)

struct _NstEvidenceBox
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *attach_button;
  GtkListBox *list;
  GtkWidget *hint;

  NstOffice *office;
  NstRecord *subject;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (NstEvidenceBox, nst_evidence_box, GTK_TYPE_WIDGET)

static gboolean
keep (NstEvidenceBox *self, const char *file_name, GBytes *bytes, GError **error)
{
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) attachment = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *type = NULL;
  g_autofree char *media_type = NULL;
  GDate today;

  if (g_bytes_get_size (bytes) > LARGEST)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s” is larger than 64 MB; attach a smaller copy"), file_name);
      return FALSE;
    }
  change = nst_change_new (_ ("Evidence attached"));
  sha256 = nst_change_attach (change, bytes);
  type = g_content_type_guess (file_name, g_bytes_get_data (bytes, NULL),
                               g_bytes_get_size (bytes), NULL);
  media_type = g_content_type_get_mime_type (type);
  nst_clock_get_today (nst_office_get_clock (self->office), &today);
  attachment = nst_change_add (change, "attachment", "file_name", file_name, "sha256", sha256,
                               "media_type", media_type, NULL);
  nst_change_set_int (change, attachment, "size", (gint64) g_bytes_get_size (bytes));
  nst_change_set_date (change, attachment, "date", &today);
  nst_change_set_link (change, attachment, "subject", self->subject);
  return nst_store_apply (nst_office_get_store (self->office), change, error);
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NstEvidenceBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->subject == NULL)
    return;
  if (bytes == NULL || !keep (self, name, bytes, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  NstEvidenceBox *self = data;

  if (self->subject != NULL)
    g_file_load_bytes_async (file, self->reading, file_read_cb, g_object_ref (self));
}

static gboolean
file_dropped_cb (GtkDropTarget *target G_GNUC_UNUSED, const GValue *value, double x G_GNUC_UNUSED,
                 double y G_GNUC_UNUSED, NstEvidenceBox *self)
{
  g_autoptr (GSList) files = NULL;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *file = files; file != NULL; file = file->next)
    file_chosen_cb (file->data, self);
  return TRUE;
}

static void
attach_clicked_cb (NstEvidenceBox *self)
{
  nst_evidence_box_attach (self);
}

static void
nst_evidence_box_dispose (GObject *object)
{
  NstEvidenceBox *self = NST_EVIDENCE_BOX (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->office);
  g_clear_object (&self->subject);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_EVIDENCE_BOX);
  G_OBJECT_CLASS (nst_evidence_box_parent_class)->dispose (object);
}

static void
nst_evidence_box_class_init (NstEvidenceBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_evidence_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-evidence-box.ui");
  gtk_widget_class_bind_template_child (widget_class, NstEvidenceBox, content);
  gtk_widget_class_bind_template_child (widget_class, NstEvidenceBox, attach_button);
  gtk_widget_class_bind_template_child (widget_class, NstEvidenceBox, list);
  gtk_widget_class_bind_template_child (widget_class, NstEvidenceBox, hint);
  gtk_widget_class_bind_template_callback (widget_class, attach_clicked_cb);
}

static void
nst_evidence_box_init (NstEvidenceBox *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->reading = g_cancellable_new ();
  g_signal_connect (target, "drop", G_CALLBACK (file_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
nst_evidence_box_new (void)
{
  return g_object_new (NST_TYPE_EVIDENCE_BOX, NULL);
}

/* A row that goes hands the keyboard on, else GTK looks for a place of its own. */
static void
save_focus (NstEvidenceBox *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (self->attach_button);
}

/**
 * nst_evidence_box_show:
 * @self: the box
 * @office: at whose base
 * @subject: what the files belong to
 *
 * Reads the files anew; call it again when the base changes.
 */
void
nst_evidence_box_show (NstEvidenceBox *self, NstOffice *office, NstRecord *subject)
{
  g_autoptr (GPtrArray) files = NULL;
  GtkWidget *row;

  g_return_if_fail (NST_IS_EVIDENCE_BOX (self));

  g_set_object (&self->office, office);
  g_set_object (&self->subject, subject);
  save_focus (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  files = nst_source_list_linked (NST_SOURCE (nst_office_get_store (office)), "attachment",
                                  "subject", subject);
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->list, nst_evidence_row_new (office, g_ptr_array_index (files, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), files->len > 0);
  gtk_widget_set_visible (self->hint, files->len == 0);
}

void
nst_evidence_box_attach (NstEvidenceBox *self)
{
  g_return_if_fail (NST_IS_EVIDENCE_BOX (self));

  if (self->subject != NULL)
    nst_file_choice_open (GTK_WIDGET (self), _ ("Attach evidence"), NULL, NULL, file_chosen_cb,
                          self);
}
