/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms a group in four steps, in the window itself. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_GROUP_ASSISTANT (nst_group_assistant_get_type ())
G_DECLARE_FINAL_TYPE (NstGroupAssistant, nst_group_assistant, NST, GROUP_ASSISTANT, GtkWidget)

/* Signals "formed" (NstRecord group), "stepped" (guint step, guint count) and "left". */
void nst_group_assistant_set_office (NstGroupAssistant *self, NstOffice *office);
/* Goes on with what was begun; @team (nullable): begins with it. */
void nst_group_assistant_start (NstGroupAssistant *self, NstRecord *team);
void nst_group_assistant_leave (NstGroupAssistant *self);

G_END_DECLS
