/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of an activity or of one of its dates (DOMAIN 4.13). */
#include "config.h"

#include "model/nst-mark.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "activity", "activity", N_("Activity"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_INT (1, "occurrence", N_("Date or topic, from 1; none: the whole activity"), 0),
  NST_FIELD_CODE (1, "status", "mark-status", N_("Status"), NST_FIELD_REQUIRED),
  NST_FIELD_DATE (1, "date", N_("Date"), 0),
  NST_FIELD_TEXT (1, "result", N_("Result"), NST_FIELD_SEARCH),
  NST_FIELD_TEXT (1, "reason", N_("Reason"), NST_FIELD_SEARCH),
  NST_FIELD_DUE (1, "new_due", N_("New date"), 0),
  NST_FIELD_REF (1, "person", "person", N_("Marked by"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_mark_kind = {
  .name = "mark",
  .plural = "marks",
  .label = N_ ("Completion mark"),
  .title = "{activity}",
  .order = "date",
  .fields = fields,
  .get_type = nst_mark_get_type,
};

struct _NstMark
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstMark, nst_mark, nst_mark_kind)
