/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of deadlines share. */
#pragma once

#include "rules/nst-deadline.h"

G_BEGIN_DECLS

/* Conditions of `when` and `met`, in nst-deadline-facts.c. */
gboolean nst_deadline_facts_is_known (const char *name);
gboolean nst_deadline_facts_hold (const NstRuleContext *context, NstRecord *record,
                                  GStrv conditions, const GDate *due, GDate *on);

/* Who and where, in nst-deadline-people.c. */
NstRecord *nst_deadline_dup_group (const NstRuleContext *context, NstRecord *record);
NstRecord *nst_deadline_dup_program (const NstRuleContext *context, NstRecord *record);
GPtrArray *nst_deadline_list_people (const NstRuleContext *context, NstRecord *record, GStrv who);

/* The dates of a programme's activities, in nst-deadline-activities.c. */
void nst_deadline_add_activities (const NstRuleContext *context, const NstDeadlineText *text,
                                  NstRecord *program, GPtrArray *deadlines);

/* In nst-deadlines.c. */
NstDeadline *nst_deadline_new (const NstRuleContext *context, const NstDeadlineText *text,
                               NstRecord *record, guint occurrence);
void nst_deadline_judge (NstDeadline *self, const NstRuleContext *context, gboolean met,
                         const GDate *on);

G_END_DECLS
