/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnostics, a questionnaire: when, of whom, what follows (DOMAIN 4.23). */
#include "config.h"

#include "model/nst-survey.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (4, "group", "group", N_("Group"), 0),
  NST_FIELD_REF (4, "team", "team", N_("Team"), 0),
  NST_FIELD_STRING (4, "title", N_("Title"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_CODE (4, "kind", "survey-kind", N_("Kind"), 0),
  NST_FIELD_CODE (4, "point", "survey-point", N_("Entry or exit"), 0),
  NST_FIELD_DATE (4, "date", N_("Date"), 0),
  NST_FIELD_INT (4, "respondents", N_("How many answered"), 0),
  NST_FIELD_TEXT (4, "conclusions", N_("Conclusions"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_survey_kind = {
  .name = "survey",
  .plural = "surveys",
  .label = N_ ("Diagnostics"),
  .title = "{title}",
  .order = "date",
  .fields = fields,
  .get_type = nst_survey_get_type,
};

struct _NstSurvey
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstSurvey, nst_survey, nst_survey_kind)
