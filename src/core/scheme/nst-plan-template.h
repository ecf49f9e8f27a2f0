/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan that a programme is made from: stages and activities, verbatim. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NstStageTemplate:
 * @number: as printed, "I"
 * @title: verbatim without months: "Организационный этап"
 * @due: canonical schedule of the stage
 * @offset_from: months from the first month of the anchor stage to its first month
 * @offset_to: the same to its last month
 */
typedef struct
{
  char *code;
  char *number;
  char *title;
  char *due;
  int offset_from;
  int offset_to;
} NstStageTemplate;

/**
 * NstActivityTemplate:
 * @stage: code of its stage
 * @number: shown number, from 1 through the whole plan
 * @title: verbatim, with its topics inside as the source prints them
 * @short_title: for lists
 * @topics: numbered topics inside it, may be empty
 * @due: canonical schedule of the source
 * @offsets: months from the first month of the anchor stage, one an occurrence; for a
 *   month range its two ends; empty when the schedule names no month
 * @responsible: verbatim
 * @roles: role codes of those who are responsible
 * @forms: codes of the form catalogue
 * @report: (nullable): document code that the activity consists of (R92)
 * @course: (nullable): title of the course inside it
 */
typedef struct
{
  char *stage;
  guint number;
  char *title;
  char *short_title;
  GStrv topics;
  char *due;
  GArray *offsets;
  char *responsible;
  GStrv roles;
  GStrv forms;
  char *report;
  char *course;
} NstActivityTemplate;

NstStageTemplate *nst_stage_template_new (void);
void nst_stage_template_free (NstStageTemplate *self);
NstActivityTemplate *nst_activity_template_new (void);
void nst_activity_template_free (NstActivityTemplate *self);

#define NST_TYPE_PLAN_TEMPLATE (nst_plan_template_get_type ())
G_DECLARE_FINAL_TYPE (NstPlanTemplate, nst_plan_template, NST, PLAN_TEMPLATE, GObject)

NstPlanTemplate *nst_plan_template_new (void);
const GDate *nst_plan_template_get_anchor (NstPlanTemplate *self);
GPtrArray *nst_plan_template_get_stages (NstPlanTemplate *self);
GPtrArray *nst_plan_template_get_activities (NstPlanTemplate *self);

/* What loaders add; the template takes it. */
void nst_plan_template_set_anchor (NstPlanTemplate *self, const GDate *anchor);
void nst_plan_template_take_stage (NstPlanTemplate *self, NstStageTemplate *stage);
void nst_plan_template_take_activity (NstPlanTemplate *self, NstActivityTemplate *activity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstStageTemplate, nst_stage_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstActivityTemplate, nst_activity_template_free)

G_END_DECLS
