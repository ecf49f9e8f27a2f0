/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file to read or to write; the one place that uses GtkFileChooserNative. */
#include "config.h"

#include "app/widgets/nst-file-choice.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkNativeDialog *dialog;
  NstFileChosen chosen;
  gpointer user_data;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_object (&asking->dialog);
  g_free (asking);
}

static void
dialog_answered_cb (GtkNativeDialog *dialog, int response, gpointer owner)
{
  Asking *asking = g_object_get_data (G_OBJECT (dialog), "nst-asking");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  NstFileChosen chosen = asking->chosen;
  gpointer user_data = asking->user_data;
  g_autoptr (GObject) kept G_GNUC_UNUSED = g_object_ref (owner);

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    chosen (file, user_data);
  /* Drops the reference that has kept the dialog alive while it was open. */
  g_object_set_data (G_OBJECT (dialog), "nst-asking", NULL);
}

static void
ask (GtkWidget *owner, GtkFileChooserNative *native, NstFileChosen chosen, gpointer user_data)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->dialog = GTK_NATIVE_DIALOG (native);
  asking->chosen = chosen;
  asking->user_data = user_data;
  g_object_set_data_full (G_OBJECT (native), "nst-asking", asking, asking_free);
  g_signal_connect_object (native, "response", G_CALLBACK (dialog_answered_cb), owner, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
nst_file_choice_open (GtkWidget *owner, const char *title, const char *kind_of_file,
                      const char *const *suffixes, NstFileChosen chosen, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (owner, GTK_TYPE_WINDOW));
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                   _ ("_Cancel"));

  if (suffixes != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, kind_of_file);
      for (gsize i = 0; suffixes[i] != NULL; i++)
        gtk_file_filter_add_suffix (filter, suffixes[i]);
      gtk_file_filter_set_name (all, _ ("All files"));
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), all);
    }
  ask (owner, native, chosen, user_data);
}

void
nst_file_choice_save (GtkWidget *owner, const char *title, const char *file_name,
                      NstFileChosen chosen, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (owner, GTK_TYPE_WINDOW));
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                   _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file_name);
  ask (owner, native, chosen, user_data);
}

/**
 * nst_file_choice_folder:
 * @owner: who asks
 * @title: of the dialog
 * @chosen: called with the folder
 * @user_data: given to @chosen
 */
void
nst_file_choice_folder (GtkWidget *owner, const char *title, NstFileChosen chosen,
                        gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (owner, GTK_TYPE_WINDOW));
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                   _ ("_Choose"), _ ("_Cancel"));
  const char *usual = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (usual != NULL ? usual : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (native), folder, NULL);
  ask (owner, native, chosen, user_data);
}
