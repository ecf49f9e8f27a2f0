/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value of an indicator that people bring, and where it is from (DOMAIN 4.16). */
#include "config.h"

#include "model/nst-indicator-entry.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (5, "code", N_("Code"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_INT (5, "year", N_("Year"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (5, "territory", "territory", N_("Territory"), 0),
  NST_FIELD_STRING (5, "value", N_("Value"), NST_FIELD_REQUIRED),
  NST_FIELD_STRING (5, "source", N_("Source"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_REF (5, "person", "person", N_("Who brought it"), 0),
  NST_FIELD_REF (5, "organisation", "organisation", N_("Office that brought it"), 0),
  NST_FIELD_DATE (5, "date", N_("Date"), 0),
  NST_FIELD_TEXT (5, "note", N_("Note"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_indicator_entry_kind = {
  .name = "indicator_value",
  .plural = "indicator_values",
  .label = N_ ("Value of an indicator"),
  .title = "{code}, {year}: {value}",
  .order = "code",
  .fields = fields,
  .get_type = nst_indicator_entry_get_type,
};

struct _NstIndicatorEntry
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstIndicatorEntry, nst_indicator_entry, nst_indicator_entry_kind)
