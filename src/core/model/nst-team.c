/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A management team of one organisation (DOMAIN 4.5). */
#include "config.h"

#include "model/nst-team.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "organisation", "organisation",
                 N_("Organisation"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_CODE (1, "role", "team-role", N_("Role"), NST_FIELD_REQUIRED),
  NST_FIELD_CODES (1, "directions", "direction", N_("Directions"), NST_FIELD_SEARCH),
  NST_FIELD_TEXT (1, "evidence", N_("Results that show experience"), 0),
  NST_FIELD_TEXT (1, "difficulties", N_("Difficulties"), 0),
  NST_FIELD_STRING (1, "note", N_("Note (proposals, wishes)"), 0),
  NST_FIELD_INT (1, "year", N_("Year of inclusion"), 0),
  NST_FIELD_REF (1, "registry_order", "order", N_("Registry order"), 0),
  NST_FIELD_CODE (1, "state", "team-state", N_("State"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "submitted_on", N_("Submitted on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "returned_on", N_("Returned on"), NST_FIELD_STEP),
  NST_FIELD_TEXT (1, "return_remark", N_("Remark"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "registered_on", N_("Registered on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "withdrawn_on", N_("Withdrawn on"), NST_FIELD_STEP),
  NST_FIELD_REF (2, "school_year", "year", N_("School year"), NST_FIELD_STEP),
  NST_FIELD_REF (2, "previous", "team", N_("Team of the year before"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_team_kind = {
  .name = "team",
  .plural = "teams",
  .label = N_ ("Team"),
  .title = "{organisation}",
  .order = "organisation",
  .fields = fields,
  .get_type = nst_team_get_type,
};

struct _NstTeam
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstTeam, nst_team, nst_team_kind)
