/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells people on their desktop what is due, once a day, while the program runs. */
#pragma once

#include "store/nst-office.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NST_TYPE_REMINDER (nst_reminder_get_type ())
G_DECLARE_FINAL_TYPE (NstReminder, nst_reminder, NST, REMINDER, GObject)

/* Signal "new-day": another day has begun since the base was opened. */
NstReminder *nst_reminder_new (GApplication *application);
/* Whose deadlines; %NULL: of nobody. */
void nst_reminder_set_office (NstReminder *self, NstOffice *office);
/* A clock that stands still is nobody's today: it reminds only when this is asked for. */
void nst_reminder_set_always (NstReminder *self, gboolean always);
gboolean nst_reminder_get_enabled (NstReminder *self);
/* The person's wish, kept for the next time. */
void nst_reminder_set_enabled (NstReminder *self, gboolean enabled);

G_END_DECLS
