/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole region from a few stories: places, organisations, people and groups by the year. */
#pragma once

#include "import/nst-replay.h"

G_BEGIN_DECLS

gboolean nst_region_play (NstReplay *replay, xmlNode *root, const GDate *until, GError **error);

G_END_DECLS
