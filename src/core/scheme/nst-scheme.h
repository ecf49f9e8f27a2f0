/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scheme: one regulation as data, read from packs. */
#pragma once

#include "model/nst-record.h"
#include "scheme/nst-catalogue.h"
#include "scheme/nst-deadline-text.h"
#include "scheme/nst-life-cycle.h"
#include "scheme/nst-plan-template.h"
#include "scheme/nst-rule-text.h"
#include "scheme/nst-work-calendar.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

#define NST_TYPE_SCHEME (nst_scheme_get_type ())
G_DECLARE_FINAL_TYPE (NstScheme, nst_scheme, NST, SCHEME, GObject)

const char *nst_scheme_get_id (NstScheme *self);
const char *nst_scheme_get_version (NstScheme *self);
const char *nst_scheme_get_title (NstScheme *self);
const char *nst_scheme_get_summary (NstScheme *self);
const char *nst_scheme_get_subject_kind (NstScheme *self);

/* Catalogues by name: "direction", "form", "role", "team-role", "team-state", "sex"… */
NstCatalogue *nst_scheme_get_catalogue (NstScheme *self, const char *name);
char *nst_scheme_dup_title_of (NstScheme *self, const char *catalogue, const char *code);

/* Limits: "program.months.min" -> "3", "agreement.sent-by" -> "2021-11-19". */
const char *nst_scheme_get_limit (NstScheme *self, const char *key);
gint64 nst_scheme_get_limit_int (NstScheme *self, const char *key, gint64 fallback);
gboolean nst_scheme_get_limit_date (NstScheme *self, const char *key, GDate *date);

/* Texts with a key: phrases that the program shows or prints and a regulation words. */
const char *nst_scheme_get_text (NstScheme *self, const char *key);

NstPlanTemplate *nst_scheme_get_plan (NstScheme *self);
NstLifeCycle *nst_scheme_get_life_cycle (NstScheme *self, const char *kind);
GPtrArray *nst_scheme_get_rules (NstScheme *self);
NstRuleText *nst_scheme_find_rule (NstScheme *self, const char *number);

/* Documents: code -> the <document> element, owned by the scheme. */
GPtrArray *nst_scheme_get_document_codes (NstScheme *self);
xmlNode *nst_scheme_get_document (NstScheme *self, const char *code);
xmlNode *nst_scheme_get_block (NstScheme *self, const char *name);

/* Extra fields of records: list of #NstField, and fields of both sorts by name. */
GPtrArray *nst_scheme_get_extra_fields (NstScheme *self, const NstKind *kind);
const NstField *nst_scheme_find_field (NstScheme *self, const NstKind *kind, const char *name);
const NstField *nst_scheme_find_field_of (NstScheme *self, NstRecord *record, const char *name);
GPtrArray *nst_scheme_list_fields (NstScheme *self, const NstKind *kind, NstRecord *record);

/* Indicators: list of #NstIndicatorText. */
GPtrArray *nst_scheme_get_indicators (NstScheme *self);
const NstIndicatorText *nst_scheme_find_indicator (NstScheme *self, const char *code);

/* Deadlines: list of #NstDeadlineText, and the calendar that working days are counted by. */
GPtrArray *nst_scheme_get_deadlines (NstScheme *self);
const NstDeadlineText *nst_scheme_find_deadline (NstScheme *self, const char *code);
const NstWorkCalendar *nst_scheme_get_work_calendar (NstScheme *self);

G_END_DECLS
