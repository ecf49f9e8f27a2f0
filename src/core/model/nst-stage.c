/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a programme (DOMAIN 4.11). */
#include "config.h"

#include "model/nst-stage.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "program", "program", N_("Programme"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_RANK (1, "rank", N_("Position in the list"), 0),
  NST_FIELD_STRING (1, "number", N_("Number"), 0),
  NST_FIELD_STRING (1, "title", N_("Title"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_DUE (1, "due", N_("Months"), 0),
  NST_FIELD_TEXT (1, "task", N_("Task"), 0),
  NST_FIELD_TEXT (1, "result", N_("Result"), 0),
  NST_FIELD_STRING (1, "result_form", N_("Form of the result"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_stage_kind = {
  .name = "stage",
  .plural = "stages",
  .label = N_ ("Stage"),
  .title = "{title}",
  .order = "rank",
  .fields = fields,
  .get_type = nst_stage_get_type,
};

struct _NstStage
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstStage, nst_stage, nst_stage_kind)
