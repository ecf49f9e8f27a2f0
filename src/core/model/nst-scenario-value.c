/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one indicator of a scenario is supposed to be, or its target. */
#include "config.h"

#include "model/nst-scenario-value.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (5, "scenario", "scenario", N_("Scenario"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_STRING (5, "code", N_("Code"), NST_FIELD_REQUIRED),
  NST_FIELD_INT (5, "year", N_("Year"), NST_FIELD_REQUIRED),
  NST_FIELD_BOOL (5, "target", N_("Is the target"), 0),
  NST_FIELD_STRING (5, "value", N_("Value"), NST_FIELD_REQUIRED),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_scenario_value_kind = {
  .name = "scenario_value",
  .plural = "scenario_values",
  .label = N_ ("Supposed value"),
  .title = "{code}, {year}: {value}",
  .order = "code",
  .fields = fields,
  .get_type = nst_scenario_value_get_type,
};

struct _NstScenarioValue
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstScenarioValue, nst_scenario_value, nst_scenario_value_kind)
