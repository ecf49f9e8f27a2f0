/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person or a team was rewarded with, and its end (DOMAIN 4.21). */
#include "config.h"

#include "model/nst-award.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (4, "team", "team", N_("Team"), 0),
  NST_FIELD_REF (4, "person", "person", N_("Person"), 0),
  NST_FIELD_STRING (4, "title", N_("Title"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_CODE (4, "kind", "award-kind", N_("Kind"), 0),
  NST_FIELD_DATE (4, "date", N_("Date"), 0),
  NST_FIELD_STRING (4, "document", N_("Document"), NST_FIELD_SEARCH),
  NST_FIELD_STRING (4, "amount", N_("Amount"), 0),
  NST_FIELD_DATE (4, "cancelled_on", N_("Cancelled on"), 0),
  NST_FIELD_STRING (4, "cancel_reason", N_("Why cancelled"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_award_kind = {
  .name = "award",
  .plural = "awards",
  .label = N_ ("Award"),
  .title = "{title}",
  .order = "date",
  .fields = fields,
  .get_type = nst_award_get_type,
};

struct _NstAward
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstAward, nst_award, nst_award_kind)
