/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that opens a calendar. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_DATE_BUTTON (nst_date_button_get_type ())
G_DECLARE_FINAL_TYPE (NstDateButton, nst_date_button, NST, DATE_BUTTON, GtkWidget)

/* Properties: "date" (YYYY-MM-DD or NULL), "show-label" (default FALSE: an icon).
 * Signal "picked": a person chose a day in the calendar. */
GtkWidget *nst_date_button_new (void);
const char *nst_date_button_get_date (NstDateButton *self);
void nst_date_button_set_date (NstDateButton *self, const char *date);

G_END_DECLS
