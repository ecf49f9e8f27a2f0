/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A three-party agreement (DOMAIN 4.9). */
#include "config.h"

#include "model/nst-agreement.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "group", "group", N_("Group"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (1, "experienced", "team",
                 N_("Experienced team"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_REF (1, "developing", "team",
                 N_("Developing team"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_REF (1, "operator", "organisation", N_("Operator"), NST_FIELD_REQUIRED),
  NST_FIELD_STRING (1, "number", N_("Number"), NST_FIELD_SEARCH),
  NST_FIELD_DATE (1, "date", N_("Date"), 0),
  NST_FIELD_STRING (1, "place", N_("Place"), 0),
  NST_FIELD_DATE (1, "start", N_("Start"), 0),
  NST_FIELD_DATE (1, "end", N_("End"), 0),
  NST_FIELD_INT (1, "copies", N_("Copies"), 0),
  NST_FIELD_CODE (1, "state", "agreement-state", N_("State"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "sent_on", N_("Sent on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "returned_on", N_("Returned on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "registered_on", N_("Registered on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "ended_on", N_("Ended on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "cancelled_on", N_("Cancelled on"), NST_FIELD_STEP),
  NST_FIELD_REF (1, "previous", "agreement", N_("Follows the agreement"), 0),
  NST_FIELD_TEXT (1, "note", N_("Note"), 0),
  NST_FIELD_REF (2, "supplements", "agreement", N_("Supplements the agreement"), NST_FIELD_STEP),
  NST_FIELD_CODE (2, "supplement_kind", "supplement-kind",
                  N_("What it supplements"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_agreement_kind = {
  .name = "agreement",
  .plural = "agreements",
  .label = N_ ("Agreement"),
  .title = "№ {number}",
  .order = "number",
  .fields = fields,
  .get_type = nst_agreement_get_type,
};

struct _NstAgreement
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstAgreement, nst_agreement, nst_agreement_kind)
