/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: the sidebar and the section beside it. */
#pragma once

#include "app/widgets/nst-section.h"
#include "store/nst-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_WINDOW (nst_window_get_type ())
G_DECLARE_FINAL_TYPE (NstWindow, nst_window, NST, WINDOW, AdwApplicationWindow)

NstWindow *nst_window_new (GtkApplication *application);
NstOffice *nst_window_get_office (NstWindow *self);
/* Shows the base of an office. */
void nst_window_set_office (NstWindow *self, NstOffice *office);
/* Asks who works here; the office comes by the application's action. */
void nst_window_show_first_run (NstWindow *self);
/* Says in words why a base does not open, and what to do. */
void nst_window_show_waiting (NstWindow *self);
void nst_window_show_error (NstWindow *self, const char *path, const GError *error);
void nst_window_show_section (NstWindow *self, const char *section);
/* Another day has begun: what is seen is counted anew. */
void nst_window_follow_day (NstWindow *self);
/* A page over the section: @record is what it shows, if it shows one. */
void nst_window_show_page (NstWindow *self, const char *page, NstRecord *record);
void nst_window_go_back (NstWindow *self);
void nst_window_say (NstWindow *self, const char *text);
/* With a button that does @action, which may be NULL. */
void nst_window_offer (NstWindow *self, const char *text, const char *button, const char *action);

NstSection *nst_window_get_section (NstWindow *self);
void nst_window_open_record (NstWindow *self, NstRecord *record, const char *field);
void nst_window_show_finder (NstWindow *self);
void nst_window_toggle_sidebar (NstWindow *self);
void nst_window_next_pane (NstWindow *self);

G_END_DECLS
