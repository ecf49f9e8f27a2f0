/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling a person that something went wrong, or well, from anywhere in the window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *nst_report_dup_words (const GError *error);
void nst_report_error (GtkWidget *widget, const GError *error);
void nst_report_note (GtkWidget *widget, const char *text);
void nst_report_open (GtkWidget *widget, const char *kind, gint64 id, const char *field);

G_END_DECLS
