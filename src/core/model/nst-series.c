/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one sort of paper is numbered here (DOMAIN 4.32). */
#include "config.h"

#include "model/nst-series.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (2, "paper", N_("Sort of paper"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_INT (2, "year", N_("Year"), 0),
  NST_FIELD_STRING (2, "pattern", N_("Pattern of the number"), 0),
  NST_FIELD_INT (2, "first", N_("First number"), 0),
  NST_FIELD_BOOL (2, "by_hand", N_("Numbered by hand"), 0),
  NST_FIELD_TEXT (2, "note", N_("Note"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_series_kind = {
  .name = "series",
  .plural = "series",
  .label = N_ ("Number series"),
  .title = "{paper} {year}",
  .order = "paper",
  .fields = fields,
  .get_type = nst_series_get_type,
};

struct _NstSeries
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstSeries, nst_series, nst_series_kind)
