/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mentoring programme (DOMAIN 4.10). */
#include "config.h"

#include "model/nst-program.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "group", "group", N_("Group"), NST_FIELD_SEARCH),
  NST_FIELD_REF (1, "territory", "territory", N_("Territory"), 0),
  NST_FIELD_STRING (1, "scheme", N_("Scheme"), NST_FIELD_INTERNAL | NST_FIELD_STEP),
  NST_FIELD_STRING (1, "scheme_version", N_("Version of the scheme"),
                    NST_FIELD_INTERNAL | NST_FIELD_STEP),
  NST_FIELD_CODES (1, "directions", "direction", N_("Directions"), NST_FIELD_SEARCH),
  NST_FIELD_STRING (1, "period_text", N_("Planned period, as printed"), 0),
  NST_FIELD_DATE (1, "start", N_("Start"), 0),
  NST_FIELD_DATE (1, "end", N_("End"), 0),
  NST_FIELD_TEXT (1, "goals", N_("Goals"), 0),
  NST_FIELD_TEXT (1, "difficulties", N_("Difficulties found"), 0),
  NST_FIELD_INT (1, "version", N_("Version"), NST_FIELD_STEP),
  NST_FIELD_REF (1, "previous", "program", N_("Earlier version"), NST_FIELD_STEP),
  NST_FIELD_CODE (1, "state", "program-state", N_("State"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "drafted_on", N_("Drafted on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "experienced_agreed_on",
                  N_("Agreed by the experienced team on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "developing_agreed_on",
                  N_("Agreed by the developing team on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "agreed_on", N_("Agreed on"), NST_FIELD_STEP),
  NST_FIELD_TEXT (1, "return_remark", N_("Remark"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "approved_on", N_("Approved on"), NST_FIELD_STEP),
  NST_FIELD_REF (1, "approved_by", "person", N_("Approved by"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "sent_on", N_("Sent to the operator on"), NST_FIELD_STEP),
  NST_FIELD_TEXT (1, "correction_reason", N_("Reason of the correction"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "extended_until", N_("Extended until"), NST_FIELD_STEP),
  NST_FIELD_CODE (1, "extension_reason", "extension-reason",
                  N_("Reason of the extension"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "ended_on", N_("Ended on"), NST_FIELD_STEP),
  NST_FIELD_CODE (1, "end_reason", "completion-reason", N_("Reason of the end"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "reported_on", N_("Reported on"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "accepted_on", N_("Accepted on"), NST_FIELD_STEP),
  NST_FIELD_TEXT (1, "note", N_("Note"), 0),
  NST_FIELD_DATE (2, "reapproved_on", N_("New version approved on"), NST_FIELD_STEP),
  NST_FIELD_TEXT (2, "rest_reason", N_("Why the other activities were not done"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_program_kind = {
  .name = "program",
  .plural = "programs",
  .label = N_ ("Programme"),
  .title = "{group}",
  .order = "group",
  .fields = fields,
  .get_type = nst_program_get_type,
};

struct _NstProgram
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstProgram, nst_program, nst_program_kind)
