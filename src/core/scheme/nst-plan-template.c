/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan that a programme is made from: stages and activities, verbatim. */
#include "config.h"

#include "scheme/nst-plan-template.h"

#include <string.h>

struct _NstPlanTemplate
{
  GObject parent_instance;

  GDate anchor;
  GPtrArray *stages;
  GPtrArray *activities;
};

G_DEFINE_FINAL_TYPE (NstPlanTemplate, nst_plan_template, G_TYPE_OBJECT)

/**
 * nst_stage_template_new:
 *
 * Returns: (transfer full): a stage of which nothing is known
 */
NstStageTemplate *
nst_stage_template_new (void)
{
  return g_new0 (NstStageTemplate, 1);
}

/**
 * nst_stage_template_free:
 * @self: (nullable): a stage that no plan owns
 */
void
nst_stage_template_free (NstStageTemplate *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->number);
  g_free (self->title);
  g_free (self->due);
  g_free (self);
}

/**
 * nst_activity_template_new:
 *
 * Returns: (transfer full): an activity of which nothing is known
 */
NstActivityTemplate *
nst_activity_template_new (void)
{
  NstActivityTemplate *self = g_new0 (NstActivityTemplate, 1);

  self->offsets = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

/**
 * nst_activity_template_free:
 * @self: (nullable): an activity that no plan owns
 */
void
nst_activity_template_free (NstActivityTemplate *self)
{
  if (self == NULL)
    return;
  g_free (self->stage);
  g_free (self->title);
  g_free (self->short_title);
  g_strfreev (self->topics);
  g_free (self->due);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_free (self->responsible);
  g_strfreev (self->roles);
  g_strfreev (self->forms);
  g_free (self->report);
  g_free (self->course);
  g_free (self);
}

static void
nst_plan_template_finalize (GObject *object)
{
  NstPlanTemplate *self = NST_PLAN_TEMPLATE (object);

  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  G_OBJECT_CLASS (nst_plan_template_parent_class)->finalize (object);
}

static void
nst_plan_template_class_init (NstPlanTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_plan_template_finalize;
}

static void
nst_plan_template_init (NstPlanTemplate *self)
{
  g_date_clear (&self->anchor, 1);
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_stage_template_free);
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_activity_template_free);
}

/**
 * nst_plan_template_new:
 *
 * Returns: (transfer full): a plan without rows
 */
NstPlanTemplate *
nst_plan_template_new (void)
{
  return g_object_new (NST_TYPE_PLAN_TEMPLATE, NULL);
}

/**
 * nst_plan_template_get_anchor:
 * @self: a plan
 *
 * Returns: (transfer none): first day of the month that offsets are counted from; not a
 *   valid date when the plan names no month
 */
const GDate *
nst_plan_template_get_anchor (NstPlanTemplate *self)
{
  g_return_val_if_fail (NST_IS_PLAN_TEMPLATE (self), NULL);
  return &self->anchor;
}

/**
 * nst_plan_template_set_anchor:
 * @self: a plan
 * @anchor: first day of the month that offsets are counted from
 */
void
nst_plan_template_set_anchor (NstPlanTemplate *self, const GDate *anchor)
{
  g_return_if_fail (NST_IS_PLAN_TEMPLATE (self) && anchor != NULL);
  self->anchor = *anchor;
}

/**
 * nst_plan_template_get_stages:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type NstStageTemplate): its stages in order
 */
GPtrArray *
nst_plan_template_get_stages (NstPlanTemplate *self)
{
  g_return_val_if_fail (NST_IS_PLAN_TEMPLATE (self), NULL);
  return self->stages;
}

/**
 * nst_plan_template_get_activities:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type NstActivityTemplate): rows of all stages in order
 */
GPtrArray *
nst_plan_template_get_activities (NstPlanTemplate *self)
{
  g_return_val_if_fail (NST_IS_PLAN_TEMPLATE (self), NULL);
  return self->activities;
}

/**
 * nst_plan_template_take_stage:
 * @self: a plan
 * @stage: (transfer full): its next stage
 */
void
nst_plan_template_take_stage (NstPlanTemplate *self, NstStageTemplate *stage)
{
  g_return_if_fail (NST_IS_PLAN_TEMPLATE (self) && stage != NULL);
  g_ptr_array_add (self->stages, stage);
}

/**
 * nst_plan_template_take_activity:
 * @self: a plan
 * @activity: (transfer full): its next row; gets the next number
 */
void
nst_plan_template_take_activity (NstPlanTemplate *self, NstActivityTemplate *activity)
{
  g_return_if_fail (NST_IS_PLAN_TEMPLATE (self) && activity != NULL);
  g_ptr_array_add (self->activities, activity);
  activity->number = self->activities->len;
}
