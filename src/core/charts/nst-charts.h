/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts that there are, by name. */
#pragma once

#include "charts/nst-chart-bullet.h"
#include "charts/nst-chart.h"
#include "indicators/nst-indicator-value.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstChartInfo:
 * @name: as the command line takes it
 * @title: marked for translation; translate with gettext
 */
typedef struct
{
  const char *name;
  const char *title;
} NstChartInfo;

/* Ends with a name that is NULL. */
const NstChartInfo *nst_charts_list (void);
/* @year 0: as of the context's day. */
NstChart *nst_charts_make (const NstRuleContext *context, const char *name, guint year,
                           GError **error);
/* (element-type NstColumn): dates of programmes by month, for a chart of columns. */
GPtrArray *nst_charts_list_months (const NstRuleContext *context, GPtrArray *programs,
                                   guint before, guint after);
/* The bar of a share, or of a count against its plan. */
NstBullet *nst_charts_make_bullet (const NstIndicatorValue *value);
/* (element-type NstBullet): a bar for each value. */
GPtrArray *nst_charts_list_bullets (GPtrArray *values);

G_END_DECLS
