/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A supposition that is kept by name: what if; no fact is ever taken from it. */
#include "config.h"

#include "model/nst-scenario.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (5, "name", N_("Name"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_TEXT (5, "note", N_("Note"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_scenario_kind = {
  .name = "scenario",
  .plural = "scenarios",
  .label = N_ ("Scenario"),
  .title = "{name}",
  .order = "name",
  .fields = fields,
  .get_type = nst_scenario_get_type,
};

struct _NstScenario
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstScenario, nst_scenario, nst_scenario_kind)
