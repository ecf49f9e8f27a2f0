/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group that is being put together: what is chosen so far, and how it comes to be. */
#include "config.h"

#include "app/groups/nst-group-draft.h"

#include "app/widgets/nst-person-name.h"
#include "rules/nst-group-sides.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define FEWEST_MONTHS 1
#define MOST_MONTHS 60

static NstSource *
get_source (const NstGroupDraft *self)
{
  return NST_SOURCE (nst_office_get_store (self->office));
}

/* One more than the highest number in use: "7" after "6", whatever else is in the field. */
static char *
dup_next_number (const NstGroupDraft *self)
{
  g_autoptr (GPtrArray) groups = nst_source_list (get_source (self), "group", NULL, NULL);
  gint64 highest = 0;

  for (guint i = 0; i < groups->len; i++)
    highest = MAX (highest, nst_record_get_int (groups->pdata[i], "number"));
  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}

/* The number after the last order of assignment of the year, in the same form: «1-М», «2-М». */
static char *
dup_next_order (const NstGroupDraft *self)
{
  g_autoptr (GPtrArray) orders =
      nst_source_list (get_source (self), "order", "kind", "ASSIGNMENT");
  gint64 highest = 0;
  const char *rest = NULL;

  for (guint i = 0; i < orders->len; i++)
    {
      const char *number = nst_record_get_text (orders->pdata[i], "number");
      char *end = NULL;
      gint64 value = number != NULL ? g_ascii_strtoll (number, &end, 10) : 0;
      GDate date;

      if (value <= highest || !nst_record_get_date (orders->pdata[i], "date", &date) ||
          g_date_get_year (&date) != g_date_get_year (&self->order_date))
        continue;
      highest = value;
      rest = end;
    }
  return highest > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "%s", highest + 1, rest) : NULL;
}

/*
 * The period that the plan was written for: the month after the first one of its anchor
 * stage, which prepares it.
 */
static gboolean
get_plan_start (NstScheme *scheme, GDate *start)
{
  NstPlanTemplate *plan = nst_scheme_get_plan (scheme);
  const GDate *anchor = plan != NULL ? nst_plan_template_get_anchor (plan) : NULL;

  if (nst_scheme_get_limit_date (scheme, "plan.start", start))
    return TRUE;
  if (anchor == NULL || !g_date_valid (anchor))
    return FALSE;
  *start = *anchor;
  g_date_add_months (start, 1);
  return TRUE;
}

/* The plan's own first day while it is ahead, else the first day of the next month. */
static void
set_default_term (NstGroupDraft *self, const GDate *today)
{
  NstScheme *scheme = nst_office_get_scheme (self->office);
  guint min, max;

  nst_group_draft_get_months (self, &min, &max);
  self->months = max;
  if (get_plan_start (scheme, &self->start) && g_date_compare (&self->start, today) >= 0)
    return;
  self->start = *today;
  g_date_set_day (&self->start, 1);
  g_date_add_months (&self->start, 1);
}

/* The coordinator of the newest group, else somebody of the operator who is not its head. */
static NstRecord *
dup_coordinator (const NstGroupDraft *self)
{
  g_autoptr (GPtrArray) groups = nst_source_list (get_source (self), "group", NULL, NULL);
  g_autoptr (GPtrArray) people = NULL;

  for (guint i = groups->len; i > 0; i--)
    if (nst_record_get_ref (groups->pdata[i - 1], "coordinator") != 0)
      return nst_source_dup_ref (get_source (self), groups->pdata[i - 1], "coordinator");
  if (self->operator_ == NULL)
    return NULL;
  people = nst_source_list_of (get_source (self), "person", "organisation", self->operator_);
  for (guint i = 0; i < people->len; i++)
    if (nst_record_get_id (people->pdata[i]) != nst_record_get_ref (self->operator_, "director"))
      return g_object_ref (people->pdata[i]);
  return NULL;
}

static NstRecord *
dup_operator (const NstGroupDraft *self)
{
  g_autoptr (GPtrArray) all =
      nst_source_list (get_source (self), "organisation", "kind", "OPERATOR");

  return all->len > 0 ? g_object_ref (all->pdata[0]) : NULL;
}

static void
draft_team_free (NstDraftTeam *self)
{
  g_object_unref (self->team);
  g_free (self);
}

NstGroupDraft *
nst_group_draft_new (NstOffice *office)
{
  NstGroupDraft *self = g_new0 (NstGroupDraft, 1);

  self->office = g_object_ref (office);
  self->more = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_team_free);
  nst_clock_get_today (nst_office_get_clock (office), &self->order_date);
  self->number = dup_next_number (self);
  self->order_number = dup_next_order (self);
  self->operator_ = dup_operator (self);
  self->coordinator = dup_coordinator (self);
  set_default_term (self, &self->order_date);
  return self;
}

void
nst_group_draft_free (NstGroupDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->decision);
  g_free (self->operator_name);
  g_free (self->coordinator_name);
  g_free (self->curator_name);
  g_free (self->order_number);
  g_clear_pointer (&self->more, g_ptr_array_unref);
  g_clear_object (&self->developing);
  g_clear_object (&self->experienced);
  g_clear_object (&self->operator_);
  g_clear_object (&self->coordinator);
  g_clear_object (&self->curator);
  g_clear_object (&self->office);
  g_free (self);
}

/* The curator of the team's territory comes with the team. */
void
nst_group_draft_set_developing (NstGroupDraft *self, NstRecord *team)
{
  g_autoptr (NstRecord) organisation = NULL;
  g_autoptr (NstRecord) territory = NULL;

  if (!g_set_object (&self->developing, team))
    return;
  nst_group_draft_set_more (self, team, FALSE);
  organisation = nst_source_dup_ref (get_source (self), team, "organisation");
  territory = nst_source_dup_ref (get_source (self), organisation, "territory");
  g_clear_object (&self->curator);
  g_clear_pointer (&self->curator_name, g_free);
  self->curator = nst_source_dup_ref (get_source (self), territory, "curator");
  g_clear_object (&self->experienced);
}

void
nst_group_draft_set_experienced (NstGroupDraft *self, NstRecord *team, gboolean condition)
{
  g_set_object (&self->experienced, team);
  self->condition = condition;
}

gboolean
nst_group_draft_needs_decision (const NstGroupDraft *self)
{
  return self->condition || self->more->len > 0;
}

static guint
find_more (const NstGroupDraft *self, NstRecord *team)
{
  guint i = 0;

  while (i < self->more->len && ((NstDraftTeam *) self->more->pdata[i])->team != team)
    i++;
  return i;
}

gboolean
nst_group_draft_has_more (const NstGroupDraft *self, NstRecord *team)
{
  return find_more (self, team) < self->more->len;
}

void
nst_group_draft_set_more (NstGroupDraft *self, NstRecord *team, gboolean takes_part)
{
  guint i = find_more (self, team);
  NstDraftTeam *more;

  if (takes_part == (i < self->more->len) || (takes_part && team == self->developing))
    return;
  if (!takes_part)
    {
      g_ptr_array_remove_index (self->more, i);
      return;
    }
  more = g_new0 (NstDraftTeam, 1);
  more->team = g_object_ref (team);
  g_ptr_array_add (self->more, more);
}

char *
nst_group_draft_dup_developing (const NstGroupDraft *self)
{
  GString *words = g_string_new (nst_record_get_title (self->developing));

  for (guint i = 0; i < self->more->len; i++)
    g_string_append_printf (words, ", %s",
                            nst_record_get_title (((NstDraftTeam *) self->more->pdata[i])->team));
  return g_string_free (words, FALSE);
}

void
nst_group_draft_get_end (const NstGroupDraft *self, GDate *end)
{
  nst_russian_add_months (&self->start, self->months, end);
}

gboolean
nst_group_draft_has_consents (const NstGroupDraft *self)
{
  for (guint i = 0; i < self->more->len; i++)
    if (!g_date_valid (&((NstDraftTeam *) self->more->pdata[i])->consent))
      return FALSE;
  return g_date_valid (&self->developing_consent) && g_date_valid (&self->experienced_consent);
}

void
nst_group_draft_get_months (const NstGroupDraft *self, guint *min, guint *max)
{
  NstScheme *scheme = nst_office_get_scheme (self->office);

  *min = (guint) nst_scheme_get_limit_int (scheme, "program.months.min", FEWEST_MONTHS);
  *max = (guint) nst_scheme_get_limit_int (scheme, "program.months.max", MOST_MONTHS);
}

static void
set_person (NstChange *change, NstRecord *group, const char *field, NstRecord *known,
            const char *typed, NstRecord *organisation)
{
  g_autoptr (NstRecord) person = NULL;

  if (known == NULL && typed != NULL)
    {
      person = nst_person_name_add (change, typed);
      nst_change_set_ref (change, person, "organisation", organisation);
      known = person;
    }
  nst_change_set_ref (change, group, field, known);
}

static void
add_participant (NstChange *change, NstRecord *group, NstRecord *team, const GDate *consent)
{
  g_autoptr (NstRecord) participant =
      nst_change_add (change, "participant", "side", nst_record_get_text (team, "role"), NULL);

  nst_change_set_ref (change, participant, "group", group);
  nst_change_set_ref (change, participant, "team", team);
  nst_change_set_date (change, participant, "consent_on", consent);
}

/* In an empty base nobody has registered the operator before the first group. */
static NstRecord *
add_operator (NstGroupDraft *self, NstChange *change)
{
  if (self->operator_ != NULL || self->operator_name == NULL)
    return self->operator_ != NULL ? g_object_ref (self->operator_) : NULL;
  return nst_change_add (change, "organisation", "full_name", self->operator_name, "kind",
                         "OPERATOR", NULL);
}

static NstRecord *
add_group (NstGroupDraft *self, NstChange *change)
{
  g_autoptr (NstRecord) operator_ = add_operator (self, change);
  NstScheme *scheme = nst_office_get_scheme (self->office);
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (scheme, "group");
  NstRecord *group =
      nst_change_add (change, "group", "number", self->number, "directions",
                      nst_record_get_text (self->developing, "directions"), "operator_decision",
                      self->decision, "scheme", nst_scheme_get_id (scheme), "state",
                      cycle != NULL ? nst_life_cycle_get_initial (cycle) : NULL, NULL);
  GDate end;

  nst_group_draft_get_end (self, &end);
  nst_change_set_date (change, group, "period_start", &self->start);
  nst_change_set_date (change, group, "period_end", &end);
  nst_change_set_ref (change, group, "operator", operator_);
  set_person (change, group, "coordinator", self->coordinator, self->coordinator_name, operator_);
  set_person (change, group, "curator", self->curator, self->curator_name, NULL);
  add_participant (change, group, self->experienced, &self->experienced_consent);
  add_participant (change, group, self->developing, &self->developing_consent);
  for (guint i = 0; i < self->more->len; i++)
    {
      const NstDraftTeam *more = self->more->pdata[i];

      add_participant (change, group, more->team, &more->consent);
    }
  return group;
}

/* Adds the step to the change; what refuses it leaves the group a draft. */
static gboolean
plan_forming (NstGroupDraft *self, NstChange *change, NstRecord *group, GError **error)
{
  g_autofree char *day = nst_russian_date (&self->order_date);
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  nst_step_args_set (args, "number", self->order_number);
  nst_step_args_set (args, "date", day);
  nst_step_args_set_date (args, &self->order_date);
  return nst_steps_plan_after (&context, change, group, "form-group", args, error);
}

NstRecord *
nst_group_draft_form (NstGroupDraft *self, gboolean *formed, GError **error)
{
  g_autofree char *title = g_strdup_printf (_ ("Put together group № %s"), self->number);
  g_autoptr (NstChange) change = nst_change_new (title);
  g_autoptr (NstRecord) group = add_group (self, change);
  g_autoptr (GError) refused = NULL;

  *formed = FALSE;
  if (nst_group_draft_has_consents (self))
    *formed = plan_forming (self, change, group, &refused);
  if (!nst_store_apply (nst_office_get_store (self->office), change, error))
    {
      *formed = FALSE;
      return NULL;
    }
  if (refused != NULL)
    g_propagate_error (error, g_steal_pointer (&refused));
  return g_steal_pointer (&group);
}
