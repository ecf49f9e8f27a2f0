/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value that a field had until a day (DOMAIN 4.3, R101). */
#include "config.h"

#include "model/nst-former.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_LINK (2, "subject", N_("Belongs to"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_STRING (2, "field", N_("Field"), NST_FIELD_REQUIRED),
  NST_FIELD_TEXT (2, "value", N_("Value"), NST_FIELD_PERSONAL),
  NST_FIELD_LINK (2, "record", N_("Record"), 0),
  NST_FIELD_STRING (2, "shown", N_("As shown"), NST_FIELD_PERSONAL | NST_FIELD_SEARCH),
  NST_FIELD_DATE (2, "from", N_("From"), 0),
  NST_FIELD_DATE (2, "until", N_("Until"), NST_FIELD_REQUIRED),
  NST_FIELD_STRING (2, "basis", N_("Basis of the change"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_former_kind = {
  .name = "former",
  .plural = "formers",
  .label = N_ ("Former value"),
  .title = "{shown}",
  .order = "until",
  .fields = fields,
  .get_type = nst_former_get_type,
};

struct _NstFormer
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstFormer, nst_former, nst_former_kind)
