/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file to read or to write. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NstFileChosen:
 * @file: what was chosen; nothing is called when the person gave up
 * @user_data: given to the asking function
 */
typedef void (*NstFileChosen) (GFile *file, gpointer user_data);

/* @owner: dropped with it, the answer goes nowhere. @suffixes: "pdf", "png"…, or NULL. */
void nst_file_choice_open (GtkWidget *owner, const char *title, const char *kind_of_file,
                           const char *const *suffixes, NstFileChosen chosen, gpointer user_data);
void nst_file_choice_save (GtkWidget *owner, const char *title, const char *file_name,
                           NstFileChosen chosen, gpointer user_data);
void nst_file_choice_folder (GtkWidget *owner, const char *title, NstFileChosen chosen,
                             gpointer user_data);

G_END_DECLS
