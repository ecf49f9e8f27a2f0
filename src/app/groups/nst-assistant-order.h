/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step 4 of forming a group: order and consents; says what will come to be. */
#pragma once

#include "app/groups/nst-group-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_ASSISTANT_ORDER (nst_assistant_order_get_type ())
G_DECLARE_FINAL_TYPE (NstAssistantOrder, nst_assistant_order, NST, ASSISTANT_ORDER, GtkWidget)

/* Signals "changed", and "accepted" when Enter ends the number. */
void nst_assistant_order_show (NstAssistantOrder *self, NstGroupDraft *draft);

G_END_DECLS
