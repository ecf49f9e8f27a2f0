/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a team and its people were rewarded with. */
#pragma once

#include "app/widgets/nst-records-box.h"

G_BEGIN_DECLS

extern const NstRecordsForm nst_team_awards_form;

G_END_DECLS
