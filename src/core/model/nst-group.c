/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mentoring group for a limited term (DOMAIN 4.7). */
#include "config.h"

#include "model/nst-group.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (1, "number", N_("Number"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_INT (1, "year", N_("Year"), 0),
  NST_FIELD_CODES (1, "directions", "direction", N_("Directions"), NST_FIELD_SEARCH),
  NST_FIELD_REF (1, "operator", "organisation", N_("Operator"), 0),
  NST_FIELD_REF (1, "coordinator", "person", N_("Coordinator"), 0),
  NST_FIELD_REF (1, "curator", "person", N_("Municipal curator"), 0),
  NST_FIELD_REF (1, "order", "order", N_("Order of assignment"), 0),
  NST_FIELD_TEXT (1, "operator_decision", N_("Decision of the operator on several teams"), 0),
  NST_FIELD_DATE (1, "period_start", N_("Start"), 0),
  NST_FIELD_DATE (1, "period_end", N_("End"), 0),
  NST_FIELD_TEXT (1, "meetings", N_("Frequency and format of meetings"), 0),
  NST_FIELD_STRING (1, "scheme", N_("Scheme"), NST_FIELD_INTERNAL),
  NST_FIELD_CODE (1, "state", "group-state", N_("State"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "formed_on", N_("Formed on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "closed_on", N_("Closed on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "dissolved_on", N_("Dissolved on"), NST_FIELD_STEP),
  NST_FIELD_TEXT (1, "ground", N_("Ground"), NST_FIELD_STEP),
  NST_FIELD_TEXT (1, "note", N_("Note"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_group_kind = {
  .name = "group",
  .plural = "groups",
  .label = N_ ("Mentoring group"),
  .title = "№ {number}",
  .order = "number",
  .fields = fields,
  .get_type = nst_group_get_type,
};

struct _NstGroup
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstGroup, nst_group, nst_group_kind)
