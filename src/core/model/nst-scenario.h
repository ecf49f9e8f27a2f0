/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A supposition that is kept by name: what if; no fact is ever taken from it. */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_SCENARIO (nst_scenario_get_type ())
G_DECLARE_FINAL_TYPE (NstScenario, nst_scenario, NST, SCENARIO, NstRecord)

extern const NstKind nst_scenario_kind;

G_END_DECLS
