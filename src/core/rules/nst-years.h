/* SPDX-License-Identifier: GPL-3.0-or-later */
/* School years: which one a day lies in, and whether it is closed (R99, R100). */
#pragma once

#include "model/nst-change.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

gboolean nst_years_read (const NstRuleContext *context, const char *number, GDate *start,
                         GDate *end);
guint nst_years_get_start_year (const NstRuleContext *context, const GDate *day);
char *nst_years_dup_number (const NstRuleContext *context, const GDate *day);
gboolean nst_years_get_days (const NstRuleContext *context, NstRecord *year, GDate *start,
                             GDate *end);
GPtrArray *nst_years_list_closed (const NstRuleContext *context);
GPtrArray *nst_years_list_overlaps (const NstRuleContext *context);
NstRecord *nst_years_dup_of (const NstRuleContext *context, const GDate *day);
GPtrArray *nst_years_list_teams (const NstRuleContext *context, NstRecord *year);

G_END_DECLS
