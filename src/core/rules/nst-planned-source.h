/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base as it will be after a change: what guards of a step look at. */
#pragma once

#include "model/nst-change.h"
#include "model/nst-source.h"

G_BEGIN_DECLS

#define NST_TYPE_PLANNED_SOURCE (nst_planned_source_get_type ())
G_DECLARE_FINAL_TYPE (NstPlannedSource, nst_planned_source, NST, PLANNED_SOURCE, GObject)

NstPlannedSource *nst_planned_source_new (NstSource *base, NstChange *change);

G_END_DECLS
