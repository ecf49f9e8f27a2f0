/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators of a scheme, computed for programmes on a day. */
#pragma once

#include "indicators/nst-indicator-value.h"
#include "rules/nst-progress.h"

G_BEGIN_DECLS

/* Programmes in force (no earlier versions) that run in a year (0: all), by id. */
GPtrArray *nst_indicators_list_programs (const NstRuleContext *context, guint year);
/* Those of groups in which a territory (0: any) takes part. */
GPtrArray *nst_indicators_list_programs_in (const NstRuleContext *context, guint year,
                                            gint64 territory);
/* (element-type guint): years that programmes touch, ascending. */
GArray *nst_indicators_list_years (const NstRuleContext *context);
/* The same context on the last day of a year, or today when the year is not over. */
void nst_indicators_move_to_year (NstRuleContext *context, guint year);

/* (element-type NstIndicatorValue): all indicators of the scheme, in its order. */
GPtrArray *nst_indicators_compute (const NstRuleContext *context, GPtrArray *programs);
GPtrArray *nst_indicators_compute_one (const NstRuleContext *context, NstRecord *program);
/* Of the whole office, or of a territory. */
GPtrArray *nst_indicators_compute_year (const NstRuleContext *context, guint year,
                                        gint64 territory);

/* (element-type NstRecord): what an indicator of the office counted. */
GPtrArray *nst_indicators_list_records (const NstRuleContext *context, const char *code,
                                        guint year, gint64 territory, GError **error);
GPtrArray *nst_indicators_list_records_of (const NstRuleContext *context, const char *code,
                                           GPtrArray *programs, gint64 territory, GError **error);

/* One line a value, with a heading; @subject names what it is about. */
void nst_indicators_append_csv (GString *csv, const char *subject, GPtrArray *values);

G_END_DECLS
