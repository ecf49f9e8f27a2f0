/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines for a calendar: all, of one territory, of one person. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_CALENDAR_EXPORT (nst_calendar_export_get_type ())
G_DECLARE_FINAL_TYPE (NstCalendarExport, nst_calendar_export, NST, CALENDAR_EXPORT, GtkWidget)

void nst_calendar_export_set_office (NstCalendarExport *self, NstOffice *office);
void nst_calendar_export_ask (NstCalendarExport *self);

G_END_DECLS
