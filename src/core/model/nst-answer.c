/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one person, or all together, answered in one direction (DOMAIN 4.23). */
#include "config.h"

#include "model/nst-answer.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (4, "survey", "survey", N_("Diagnostics"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_CODE (4, "direction", "direction", N_("Direction"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (4, "person", "person", N_("Who answered"), 0),
  NST_FIELD_INT (4, "value", N_("Points"), NST_FIELD_REQUIRED),
  NST_FIELD_STRING (4, "note", N_("Note"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_answer_kind = {
  .name = "answer",
  .plural = "answers",
  .label = N_ ("Answer"),
  .title = "{survey}",
  .order = "direction",
  .fields = fields,
  .get_type = nst_answer_get_type,
};

struct _NstAnswer
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstAnswer, nst_answer, nst_answer_kind)
