/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator of a year shall come to, over the regulation (DOMAIN 4.16). */
#include "config.h"

#include "model/nst-indicator-target.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (5, "code", N_("Code"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_INT (5, "year", N_("Year"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (5, "territory", "territory", N_("Territory"), 0),
  NST_FIELD_STRING (5, "value", N_("Target"), NST_FIELD_REQUIRED),
  NST_FIELD_TEXT (5, "note", N_("Note"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_indicator_target_kind = {
  .name = "indicator_target",
  .plural = "indicator_targets",
  .label = N_ ("Target of an indicator"),
  .title = "{code}, {year}: {value}",
  .order = "code",
  .fields = fields,
  .get_type = nst_indicator_target_get_type,
};

struct _NstIndicatorTarget
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstIndicatorTarget, nst_indicator_target, nst_indicator_target_kind)
