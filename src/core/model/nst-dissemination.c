/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A planned event or publication of a team (DOMAIN 4.28). */
#include "config.h"

#include "model/nst-dissemination.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "group", "group", N_("Group"), 0),
  NST_FIELD_REF (1, "team", "team", N_("Team"), 0),
  NST_FIELD_STRING (1, "title",
                    N_("Event or publication"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_STRING (1, "who", N_("Who"), 0),
  NST_FIELD_STRING (1, "place", N_("Where"), 0),
  NST_FIELD_DATE (1, "date", N_("When"), 0),
  NST_FIELD_DATE (1, "sent_on", N_("Sent to the operator on"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_dissemination_kind = {
  .name = "dissemination",
  .plural = "disseminations",
  .label = N_ ("Spreading of experience"),
  .title = "{title}",
  .order = "date",
  .fields = fields,
  .get_type = nst_dissemination_get_type,
};

struct _NstDissemination
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstDissemination, nst_dissemination, nst_dissemination_kind)
