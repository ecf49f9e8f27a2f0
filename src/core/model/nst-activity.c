/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the plan (DOMAIN 4.12). */
#include "config.h"

#include "model/nst-activity.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "program", "program", N_("Programme"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_REF (1, "stage", "stage", N_("Stage"), NST_FIELD_REQUIRED),
  NST_FIELD_RANK (1, "rank", N_("Position in the list"), 0),
  NST_FIELD_TEXT (1, "title", N_("Title"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_STRING (1, "short_title", N_("Short title"), NST_FIELD_SEARCH),
  NST_FIELD_LIST (1, "topics", N_("Topics"), NST_FIELD_SEARCH),
  NST_FIELD_CODES (1, "forms", "form", N_("Forms of work"), 0),
  NST_FIELD_DUE (1, "due", N_("Due"), 0),
  NST_FIELD_STRING (1, "responsible", N_("Responsible"), 0),
  NST_FIELD_CODES (1, "responsible_roles", "role", N_("Responsible roles"), 0),
  NST_FIELD_STRING (1, "report", N_("Report document"), NST_FIELD_INTERNAL),
  NST_FIELD_REF (1, "course", "course", N_("Course"), 0),
  NST_FIELD_STRING (1, "place", N_("Place or link"), 0),
  NST_FIELD_BOOL (1, "verbatim", N_("Wording of the template"), NST_FIELD_INTERNAL),
  NST_FIELD_DATE (1, "cancelled_on", N_("Cancelled on"), NST_FIELD_STEP),
  NST_FIELD_TEXT (1, "cancel_reason", N_("Reason of the cancellation"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_activity_kind = {
  .name = "activity",
  .plural = "activities",
  .label = N_ ("Activity"),
  .title = "{short_title|title}",
  .order = "rank",
  .fields = fields,
  .get_type = nst_activity_get_type,
};

struct _NstActivity
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstActivity, nst_activity, nst_activity_kind)
