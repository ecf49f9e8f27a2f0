/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnostics, a questionnaire: when, of whom, what follows (DOMAIN 4.23). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_SURVEY (nst_survey_get_type ())
G_DECLARE_FINAL_TYPE (NstSurvey, nst_survey, NST, SURVEY, NstRecord)

extern const NstKind nst_survey_kind;

G_END_DECLS
