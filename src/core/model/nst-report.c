/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on a programme (DOMAIN 4.15). */
#include "config.h"

#include "model/nst-report.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_CODE (1, "kind", "report-kind", N_("Kind"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (1, "program", "program", N_("Programme"), 0),
  NST_FIELD_STRING (1, "number", N_("Number"), NST_FIELD_SEARCH),
  NST_FIELD_REF (1, "author", "person", N_("Author"), 0),
  NST_FIELD_DATE (1, "as_of", N_("As of"), 0),
  NST_FIELD_DATE (1, "due", N_("Due"), 0),
  NST_FIELD_TEXT (1, "results", N_("Results"), NST_FIELD_SEARCH),
  NST_FIELD_TEXT (1, "conclusions", N_("Conclusions"), NST_FIELD_SEARCH),
  NST_FIELD_TEXT (1, "proposals", N_("Proposals"), NST_FIELD_SEARCH),
  NST_FIELD_TEXT (1, "changes", N_("Changes and replacements"), 0),
  NST_FIELD_TEXT (1, "practices", N_("Practices to spread"), 0),
  NST_FIELD_CODE (1, "criterion1", "criterion-mark", N_("First criterion"), 0),
  NST_FIELD_TEXT (1, "criterion1_text", N_("First criterion, facts"), 0),
  NST_FIELD_CODE (1, "criterion2", "criterion-mark", N_("Second criterion"), 0),
  NST_FIELD_TEXT (1, "criterion2_text", N_("Second criterion, facts"), 0),
  NST_FIELD_CODE (1, "criterion3", "criterion-mark", N_("Third criterion"), 0),
  NST_FIELD_TEXT (1, "criterion3_text", N_("Third criterion, facts"), 0),
  NST_FIELD_TEXT (1, "snapshot", N_("Numbers on the day of issue"), NST_FIELD_INTERNAL),
  NST_FIELD_CODE (1, "state", "report-state", N_("State"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "issued_on", N_("Issued on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "sent_on", N_("Sent on"), NST_FIELD_STEP),
  NST_FIELD_REF (1, "sent_to", "person", N_("Sent to"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "accepted_on", N_("Accepted on"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_report_kind = {
  .name = "report",
  .plural = "reports",
  .label = N_ ("Report"),
  .title = "{kind}",
  .order = "as_of",
  .fields = fields,
  .get_type = nst_report_get_type,
};

struct _NstReport
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstReport, nst_report, nst_report_kind)
