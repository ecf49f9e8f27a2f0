/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of entry and exit diagnostics, read from the base. */
#pragma once

#include "charts/nst-chart-slope.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstSurveySlope:
 * @title: kind of diagnostics
 * @slope: (transfer full): its lines; taken by who draws it
 */
typedef struct
{
  char *title;
  NstSlope *slope;
} NstSurveySlope;

/* (element-type NstSurveySlope): points of two kinds are never compared. */
GPtrArray *nst_charts_read_slopes (const NstRuleContext *context, guint year);

G_END_DECLS
