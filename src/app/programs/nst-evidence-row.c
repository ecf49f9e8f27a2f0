/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One attached file. */
#include "config.h"

#include "app/programs/nst-evidence-row.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"
#include "model/nst-error.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

struct _NstEvidenceRow
{
  AdwActionRow parent_instance;

  NstOffice *office;
  NstRecord *attachment;
};

G_DEFINE_FINAL_TYPE (NstEvidenceRow, nst_evidence_row, ADW_TYPE_ACTION_ROW)

static GBytes *
read_blob (NstEvidenceRow *self, GError **error)
{
  return nst_store_get_blob (nst_office_get_store (self->office),
                             nst_record_get_text (self->attachment, "sha256"), error);
}

static gboolean
write_file (NstEvidenceRow *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = read_blob (self, error);

  return bytes != NULL && g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                               (gssize) g_bytes_get_size (bytes), error);
}

/* What other programs are given: a copy, never the base's own file. Its folder is named after
 * the content, so that two files of one name do not meet. */
/* No program opens such a file: said in the window, without a dialog of GTK's own. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NstEvidenceRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) said = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) ||
      gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  said = g_error_new_literal (NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                              _ ("No program of this computer opens such a file; save it "
                                 "elsewhere with the button beside it"));
  nst_report_error (GTK_WIDGET (self), said);
}

static void
activated_cb (NstEvidenceRow *self)
{
  g_autofree char *name =
      g_path_get_basename (nst_record_get_text (self->attachment, "file_name"));
  g_autofree char *folder =
      g_build_filename (g_get_user_cache_dir (), "nastavnik", "opened",
                        nst_record_get_text (self->attachment, "sha256"), NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);

  g_mkdir_with_parents (folder, 0700);
  if (!write_file (self, path, &error))
    {
      nst_report_error (GTK_WIDGET (self), error);
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri_full (GTK_WINDOW (window), uri, GDK_CURRENT_TIME, NULL, shown_cb,
                     g_object_ref (self));
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  NstEvidenceRow *self = data;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (path != NULL && !write_file (self, path, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
save_clicked_cb (NstEvidenceRow *self)
{
  nst_file_choice_save (GTK_WIDGET (self), _ ("Save a copy"),
                        nst_record_get_text (self->attachment, "file_name"), file_chosen_cb,
                        self);
}

static void
remove_clicked_cb (NstEvidenceRow *self)
{
  g_autoptr (NstChange) change = nst_change_new (_ ("Evidence removed"));
  g_autoptr (GError) error = NULL;
  g_autoptr (NstEvidenceRow) kept = g_object_ref (self);

  nst_change_remove (change, self->attachment);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (kept), error);
}

static void
nst_evidence_row_dispose (GObject *object)
{
  NstEvidenceRow *self = NST_EVIDENCE_ROW (object);

  g_clear_object (&self->office);
  g_clear_object (&self->attachment);
  G_OBJECT_CLASS (nst_evidence_row_parent_class)->dispose (object);
}

static void
nst_evidence_row_class_init (NstEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_evidence_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-evidence-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
nst_evidence_row_init (NstEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nst_evidence_row_new:
 * @office: at whose base
 * @attachment: the file
 */
GtkWidget *
nst_evidence_row_new (NstOffice *office, NstRecord *attachment)
{
  NstEvidenceRow *self = g_object_new (NST_TYPE_EVIDENCE_ROW, NULL);
  g_autofree char *size = g_format_size ((guint64) nst_record_get_int (attachment, "size"));
  g_autofree char *day = nst_date_text_to_label (nst_record_get_text (attachment, "date"));
  g_autofree char *subtitle =
      day != NULL && *day != '\0' ? g_strdup_printf ("%s · %s", size, day) : g_strdup (size);

  self->office = g_object_ref (office);
  self->attachment = g_object_ref (attachment);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), nst_record_get_title (attachment));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  return GTK_WIDGET (self);
}
