/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far one activity is on a day, by its marks and its schedule. */
#pragma once

#include "rules/nst-progress.h"

G_BEGIN_DECLS

NstActivityProgress *nst_activity_progress_new (const NstRuleContext *context, NstRecord *program,
                                                NstRecord *activity, guint number);
void nst_activity_progress_free (NstActivityProgress *self);

G_END_DECLS
