/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of the plan says about an activity. */
#pragma once

#include "rules/nst-progress.h"

G_BEGIN_DECLS

const char *nst_activity_words_get_state (NstActivityState state);
/* Class of style for the words of a state: "success", "error", "warning", "accent" or NULL. */
const char *nst_activity_words_get_style (NstActivityState state);
/* The schedule as printed; short: months shortened, without «г.». */
char *nst_activity_words_dup_due (NstRecord *record, gboolean brief);
/* The forms of work: the first one, and how many more. */
char *nst_activity_words_dup_forms (NstScheme *scheme, NstRecord *activity, gboolean brief);
/* Who answers for it by short names of roles, else as printed. */
char *nst_activity_words_dup_responsible (NstScheme *scheme, NstRecord *activity);
/* What became of it: a date, «2 из 4», «Не выполнено». */
char *nst_activity_words_dup_outcome (const NstRuleContext *context,
                                      const NstActivityProgress *progress);
/* A part of an activity: «Апрель 2022 г. – выполнено», «Тема 1: …». */
char *nst_activity_words_dup_part (const NstActivityProgress *progress, guint part);

G_END_DECLS
