/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the journal of consultations (DOMAIN 4.24). */
#include "config.h"

#include "model/nst-consultation.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (4, "group", "group", N_("Group"), 0),
  NST_FIELD_DATE (4, "date", N_("Date"), 0),
  NST_FIELD_STRING (4, "subject", N_("Subject"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_REF (4, "organisation", "organisation", N_("Organisation that asked"), 0),
  NST_FIELD_REF (4, "person", "person", N_("Who asked"), 0),
  NST_FIELD_REF (4, "consultant", "person", N_("Who answered"), 0),
  NST_FIELD_CODE (4, "channel", "consultation-channel", N_("Channel"), 0),
  NST_FIELD_TEXT (4, "result", N_("Result"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_consultation_kind = {
  .name = "consultation",
  .plural = "consultations",
  .label = N_ ("Consultation"),
  .title = "{subject}",
  .order = "date",
  .fields = fields,
  .get_type = nst_consultation_get_type,
};

struct _NstConsultation
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstConsultation, nst_consultation, nst_consultation_kind)
