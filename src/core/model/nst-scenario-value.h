/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one indicator of a scenario is supposed to be, or its target. */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_SCENARIO_VALUE (nst_scenario_value_get_type ())
G_DECLARE_FINAL_TYPE (NstScenarioValue, nst_scenario_value, NST, SCENARIO_VALUE, NstRecord)

extern const NstKind nst_scenario_value_kind;

G_END_DECLS
