/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step 3 of forming a group: term and people, filled in from what the base knows. */
#pragma once

#include "app/groups/nst-group-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_ASSISTANT_TERM (nst_assistant_term_get_type ())
G_DECLARE_FINAL_TYPE (NstAssistantTerm, nst_assistant_term, NST, ASSISTANT_TERM, GtkWidget)

/* Signals "changed", and "accepted" when Enter ends a field. */
void nst_assistant_term_show (NstAssistantTerm *self, NstGroupDraft *draft);
/* FALSE: nothing is missing that only a person knows. */
gboolean nst_assistant_term_focus_missing (NstAssistantTerm *self);
gboolean nst_assistant_term_is_complete (NstAssistantTerm *self);
char *nst_assistant_term_dup_missing (NstAssistantTerm *self);

G_END_DECLS
