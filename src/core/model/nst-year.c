/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A school year and whether it is closed (DOMAIN R99, R100). */
#include "config.h"

#include "model/nst-year.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (2, "number", N_("School year"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_DATE (2, "start", N_("First day"), 0),
  NST_FIELD_DATE (2, "end", N_("Last day"), 0),
  NST_FIELD_CODE (2, "state", "year-state", N_("State"), NST_FIELD_STEP),
  NST_FIELD_DATE (2, "closed_on", N_("Closed on"), NST_FIELD_STEP),
  NST_FIELD_DATE (2, "reopened_on", N_("Reopened on"), NST_FIELD_STEP),
  NST_FIELD_TEXT (2, "ground", N_("Why it was reopened"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_year_kind = {
  .name = "year",
  .plural = "years",
  .label = N_ ("School year"),
  .title = "{number}",
  .order = "number",
  .fields = fields,
  .get_type = nst_year_get_type,
};

struct _NstYear
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstYear, nst_year, nst_year_kind)
