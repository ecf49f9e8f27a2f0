/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came back signed: the scans kept with an agreement. */
#include "config.h"

#include "app/agreements/nst-signed-copies.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const char *const suffixes[] = { "pdf", "png", "jpg", "jpeg", "tif", "tiff", NULL };

struct _NstSignedCopies
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *empty_row;

  NstOffice *office;
  NstRecord *agreement;
  GPtrArray *attachments;
  GPtrArray *rows;
  GCancellable *reading;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstSignedCopies, nst_signed_copies, GTK_TYPE_WIDGET)

static GBytes *
read_blob (NstSignedCopies *self, NstRecord *attachment, GError **error)
{
  return nst_store_get_blob (nst_office_get_store (self->office),
                             nst_record_get_text (attachment, "sha256"), error);
}

static void
row_activated_cb (GtkWidget *row, NstSignedCopies *self)
{
  NstRecord *attachment = g_object_get_data (G_OBJECT (row), "nst-attachment");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_blob (self, attachment, &error);

  if (bytes == NULL)
    nst_report_error (GTK_WIDGET (self), error);
  else
    g_signal_emit (self, signals[OPENED], 0, bytes);
}

static void
remove_clicked_cb (GtkWidget *button, NstSignedCopies *self)
{
  NstRecord *attachment = g_object_get_data (G_OBJECT (button), "nst-attachment");
  g_autoptr (NstChange) change = nst_change_new (_ ("Remove the attached file"));
  g_autoptr (GError) error = NULL;

  nst_change_remove (change, attachment);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static GtkWidget *
make_remove_button (NstSignedCopies *self, NstRecord *attachment)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove the attached file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the attached file"), -1);
  g_object_set_data_full (G_OBJECT (button), "nst-attachment", g_object_ref (attachment),
                          g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  return button;
}

static void
add_row (NstSignedCopies *self, NstRecord *attachment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;
  g_autofree char *size = NULL;
  g_autofree char *subtitle = NULL;
  GDate date;

  if (nst_record_get_date (attachment, "date", &date))
    {
      g_autofree char *day = nst_date_to_label (&date);

      title = g_strdup_printf (_ ("Scan of %s"), day);
    }
  else
    title = g_strdup (nst_record_get_title (attachment));
  size = g_format_size ((guint64) nst_record_get_int (attachment, "size"));
  subtitle = g_strdup_printf ("%s, %s", nst_record_get_text (attachment, "file_name"), size);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "x-office-document-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, attachment));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "nst-attachment", g_object_ref (attachment),
                          g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
keep (NstSignedCopies *self, const char *file_name, GBytes *bytes, GError **error)
{
  g_autoptr (NstChange) change = nst_change_new (_ ("Attach the signed copy"));
  g_autofree char *sha256 = nst_change_attach (change, bytes);
  g_autofree char *type = g_content_type_guess (file_name, g_bytes_get_data (bytes, NULL),
                                                g_bytes_get_size (bytes), NULL);
  g_autofree char *media_type = g_content_type_get_mime_type (type);
  NstRecord *attachment;
  GDate today;

  nst_clock_get_today (nst_office_get_clock (self->office), &today);
  attachment = nst_change_add (change, "attachment", "file_name", file_name, "sha256", sha256,
                               "media_type", media_type, NULL);
  nst_change_set_int (change, attachment, "size", (gint64) g_bytes_get_size (bytes));
  nst_change_set_date (change, attachment, "date", &today);
  nst_change_set_link (change, attachment, "subject", self->agreement);
  return nst_store_apply (nst_office_get_store (self->office), change, error);
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NstSignedCopies) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->agreement == NULL)
    return;
  if (bytes == NULL || !keep (self, name, bytes, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  NstSignedCopies *self = data;

  if (self->agreement != NULL)
    g_file_load_bytes_async (file, self->reading, file_read_cb, g_object_ref (self));
}

static gboolean
file_dropped_cb (GtkDropTarget *target G_GNUC_UNUSED, const GValue *value, double x G_GNUC_UNUSED,
                 double y G_GNUC_UNUSED, NstSignedCopies *self)
{
  if (!G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;
  file_chosen_cb (g_value_get_object (value), self);
  return TRUE;
}

static void
attach_clicked_cb (NstSignedCopies *self)
{
  nst_signed_copies_attach (self);
}

static void
nst_signed_copies_dispose (GObject *object)
{
  NstSignedCopies *self = NST_SIGNED_COPIES (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->office);
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_SIGNED_COPIES);
  G_OBJECT_CLASS (nst_signed_copies_parent_class)->dispose (object);
}

static void
nst_signed_copies_class_init (NstSignedCopiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_signed_copies_dispose;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "agreements/nst-signed-copies.ui");
  gtk_widget_class_bind_template_child (widget_class, NstSignedCopies, group);
  gtk_widget_class_bind_template_child (widget_class, NstSignedCopies, empty_row);
  gtk_widget_class_bind_template_callback (widget_class, attach_clicked_cb);
}

static void
nst_signed_copies_init (NstSignedCopies *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->rows = g_ptr_array_new ();
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (file_dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
nst_signed_copies_show (NstSignedCopies *self, NstOffice *office, NstRecord *agreement)
{
  g_return_if_fail (NST_IS_SIGNED_COPIES (self));

  g_set_object (&self->office, office);
  g_set_object (&self->agreement, agreement);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  self->attachments = nst_source_list_linked (NST_SOURCE (nst_office_get_store (office)),
                                              "attachment", "subject", agreement);
  for (guint i = 0; self->attachments != NULL && i < self->attachments->len; i++)
    add_row (self, g_ptr_array_index (self->attachments, i));
  gtk_widget_set_visible (self->empty_row, self->rows->len == 0);
}

void
nst_signed_copies_attach (NstSignedCopies *self)
{
  g_return_if_fail (NST_IS_SIGNED_COPIES (self));

  if (self->agreement != NULL)
    nst_file_choice_open (GTK_WIDGET (self), _ ("Attach the signed copy"),
                          _ ("Scans (PDF and pictures)"), suffixes, file_chosen_cb, self);
}

GBytes *
nst_signed_copies_dup_newest (NstSignedCopies *self)
{
  g_return_val_if_fail (NST_IS_SIGNED_COPIES (self), NULL);

  if (self->attachments == NULL || self->attachments->len == 0)
    return NULL;
  return read_blob (self, g_ptr_array_index (self->attachments, self->attachments->len - 1),
                    NULL);
}
