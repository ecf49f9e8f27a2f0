/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Activities come into the plan and leave it, while the plan may be changed. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

gboolean nst_activity_plan_is_open (NstOffice *office, NstRecord *program);
gint64 nst_activity_plan_add_after (NstOffice *office, NstRecord *activity, GError **error);
gboolean nst_activity_plan_remove (NstOffice *office, NstRecord *activity, GError **error);

G_END_DECLS
