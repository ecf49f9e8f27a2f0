/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step 1 of forming a group: the team that needs help. */
#pragma once

#include "app/groups/nst-group-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_ASSISTANT_NEED (nst_assistant_need_get_type ())
G_DECLARE_FINAL_TYPE (NstAssistantNeed, nst_assistant_need, NST, ASSISTANT_NEED, GtkWidget)

/* Signals "changed", and "accepted" when a team is activated. */
void nst_assistant_need_show (NstAssistantNeed *self, NstGroupDraft *draft);

G_END_DECLS
