/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step 2 of forming a group: the team that gives experience, best match first. */
#pragma once

#include "app/groups/nst-group-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_ASSISTANT_PARTNER (nst_assistant_partner_get_type ())
G_DECLARE_FINAL_TYPE (NstAssistantPartner, nst_assistant_partner, NST, ASSISTANT_PARTNER,
                      GtkWidget)

/* Signals "changed", and "accepted" when the chosen team is activated. */
void nst_assistant_partner_show (NstAssistantPartner *self, NstGroupDraft *draft);

G_END_DECLS
