/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A practice of management worth telling others of (DOMAIN 4.22). */
#include "config.h"

#include "model/nst-practice.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (4, "group", "group", N_("Group"), 0),
  NST_FIELD_REF (4, "team", "team", N_("Team"), 0),
  NST_FIELD_STRING (4, "title", N_("Title"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_CODE (4, "direction", "direction", N_("Direction"), 0),
  NST_FIELD_TEXT (4, "description", N_("Description"), NST_FIELD_SEARCH),
  NST_FIELD_TEXT (4, "results", N_("Results"), 0),
  NST_FIELD_STRING (4, "event", N_("Where it was presented"), NST_FIELD_SEARCH),
  NST_FIELD_DATE (4, "date", N_("Presented on"), 0),
  NST_FIELD_STRING (4, "link", N_("Link"), 0),
  NST_FIELD_CODE (4, "status", "practice-status", N_("State"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_practice_kind = {
  .name = "practice",
  .plural = "practices",
  .label = N_ ("Best practice"),
  .title = "{title}",
  .order = "title",
  .fields = fields,
  .get_type = nst_practice_get_type,
};

struct _NstPractice
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstPractice, nst_practice, nst_practice_kind)
