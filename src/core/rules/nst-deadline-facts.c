/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions of deadlines: whether a record has one, and what fulfils it on which day. */
#include "config.h"

#include "rules/nst-deadline-private.h"

#include "rules/nst-activity-progress.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-program-term.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-steps.h"

#include <string.h>

/* What a condition looks at; @on gets the day since when it holds, or stays invalid. */
typedef struct
{
  const NstRuleContext *context;
  NstRecord *record;
  const GDate *due;
  GDate *on;
} Look;

typedef gboolean (*Condition) (const Look *look, const char *argument);

static gboolean
is_kind (NstRecord *record, const char *kind)
{
  return strcmp (nst_record_get_kind (record)->name, kind) == 0;
}

static void
keep_later (GDate *kept, const GDate *day)
{
  if (g_date_valid (day) && (!g_date_valid (kept) || g_date_compare (day, kept) > 0))
    *kept = *day;
}

static void
keep_earlier (GDate *kept, const GDate *day)
{
  if (g_date_valid (day) && (!g_date_valid (kept) || g_date_compare (day, kept) < 0))
    *kept = *day;
}

/* A fact with a date in the future has not happened yet. */
static gboolean
has_value (const NstRuleContext *context, NstRecord *record, const char *field, GDate *on)
{
  const NstField *known = nst_kind_find_field (nst_record_get_kind (record), field);

  g_date_clear (on, 1);
  if (known == NULL || nst_record_get_text (record, field) == NULL)
    return FALSE;
  if (known->type != NST_FIELD_TYPE_DATE || !nst_record_get_date (record, field, on))
    return TRUE;
  return g_date_compare (on, &context->today) <= 0;
}

/* "field" or "reference.field". */
static gboolean
is_set (const Look *look, const char *argument)
{
  g_auto (GStrv) path = g_strsplit (argument, ".", 2);
  g_autoptr (NstRecord) other = NULL;

  if (path[0] == NULL)
    return FALSE;
  if (path[1] == NULL)
    return has_value (look->context, look->record, path[0], look->on);
  other = nst_source_dup_ref (look->context->source, look->record, path[0]);
  return other != NULL && has_value (look->context, other, path[1], look->on);
}

static gboolean
is_unset (const Look *look, const char *argument)
{
  gboolean set = is_set (look, argument);

  g_date_clear (look->on, 1);
  return !set;
}

/* The day is the earliest of those that steps to one of the states have left. */
static void
find_day_of_state (const Look *look, GStrv states)
{
  NstLifeCycle *cycle =
      nst_scheme_get_life_cycle (look->context->scheme, nst_record_get_kind (look->record)->name);
  GPtrArray *steps = nst_life_cycle_get_steps (cycle);

  for (guint i = 0; i < steps->len; i++)
    {
      const NstLifeStep *step = steps->pdata[i];
      GDate day;

      if (step->date_field == NULL || !g_strv_contains ((const char *const *) states, step->to) ||
          !has_value (look->context, look->record, step->date_field, &day))
        continue;
      keep_earlier (look->on, &day);
    }
}

static gboolean
is_state (const Look *look, const char *argument)
{
  g_auto (GStrv) states = g_strsplit (argument, "|", -1);

  if (!nst_steps_is_state (look->context, look->record, argument))
    return FALSE;
  find_day_of_state (look, states);
  return TRUE;
}

static gboolean
is_not_state (const Look *look, const char *argument)
{
  return !nst_steps_is_state (look->context, look->record, argument);
}

/* Year of the record, of its team or of its group; 0 when it is unknown. */
static gint64
get_year (const Look *look)
{
  g_autoptr (NstRecord) outer = NULL;
  NstRecord *record = look->record;
  GDate day;

  if (is_kind (record, "member"))
    record = outer = nst_source_dup_ref (look->context->source, record, "team");
  else if (nst_kind_find_field (nst_record_get_kind (record), "year") == NULL)
    record = outer = nst_deadline_dup_group (look->context, record);
  if (record == NULL)
    return 0;
  if (nst_record_get_int (record, "year") != 0)
    return nst_record_get_int (record, "year");
  if (is_kind (record, "group") && nst_record_get_date (record, "formed_on", &day))
    return g_date_get_year (&day);
  return g_date_get_year (&look->context->today);
}

/* A district owes what a year asks when the office worked in that year at all. */
static gboolean
has_worked_in (const NstRuleContext *context, const char *year)
{
  guint64 number = g_ascii_strtoull (year, NULL, 10);

  return g_date_get_year (&context->today) <= number ||
         nst_source_count (context->source, "team", "year", year) > 0 ||
         nst_source_count (context->source, "group", "year", year) > 0;
}

static gboolean
is_year (const Look *look, const char *argument)
{
  if (is_kind (look->record, "territory") || is_kind (look->record, "office"))
    return has_worked_in (look->context, argument);
  return get_year (look) == g_ascii_strtoll (argument, NULL, 10);
}

/* A team, or the team of a member, in a formed group that it has not been taken out of. */
static gboolean
is_in_group (const Look *look, const char *argument G_GNUC_UNUSED)
{
  NstSource *source = look->context->source;
  g_autoptr (NstRecord) team = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (is_kind (look->record, "member"))
    {
      GDate from;

      if (!nst_group_sides_is_active (look->record, &look->context->today) ||
          (nst_record_get_date (look->record, "from", &from) &&
           g_date_compare (&from, look->due) > 0))
        return FALSE;
      team = nst_source_dup_ref (source, look->record, "team");
    }
  else
    team = g_object_ref (look->record);
  if (team == NULL)
    return FALSE;
  entries = nst_source_list_of (source, "participant", "team", team);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (NstRecord) group = nst_source_dup_ref (source, entries->pdata[i], "group");

      if (group == NULL || nst_record_get_text (group, "formed_on") == NULL)
        continue;
      if (nst_record_get_text (group, "closed_on") != NULL ||
          nst_group_sides_is_active (entries->pdata[i], &look->context->today))
        return TRUE;
    }
  return FALSE;
}

/* The step has left its day on the record, or on the programme or group that it is done on. */
static gboolean
is_step_done (const Look *look, const char *argument)
{
  const char *kind = NULL;
  const NstLifeStep *step = nst_steps_find (look->context->scheme, argument, &kind);
  g_autoptr (NstRecord) target = NULL;

  if (step == NULL || step->date_field == NULL)
    return FALSE;
  if (is_kind (look->record, kind))
    target = g_object_ref (look->record);
  else if (strcmp (kind, "program") == 0)
    target = nst_deadline_dup_program (look->context, look->record);
  else if (strcmp (kind, "group") == 0)
    target = nst_deadline_dup_group (look->context, look->record);
  return target != NULL && has_value (look->context, target, step->date_field, look->on);
}

/* The earliest issued document of that form on the record. */
static gboolean
has_document (const Look *look, const char *argument)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_linked (look->context->source, "document", "subject", look->record);
  gboolean found = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      GDate day;

      if (g_strcmp0 (nst_record_get_text (all->pdata[i], "form"), argument) != 0 ||
          nst_steps_is_state (look->context, all->pdata[i], "DRAFT|ANNULLED") ||
          !has_value (look->context, all->pdata[i], "date", &day))
        continue;
      found = TRUE;
      keep_earlier (look->on, &day);
    }
  return found;
}

/* A yearly report counts for the year that it tells of. */
static gboolean
is_of_year (NstRecord *report, const GDate *due, const GDate *day)
{
  GDate as_of;

  if (!nst_record_get_date (report, "as_of", &as_of))
    as_of = *day;
  return g_date_get_year (&as_of) == g_date_get_year (due);
}

/* "KIND:FIELD": the earliest report of the kind with the field, on the programme if there is one.
 */
static gboolean
has_report (const Look *look, const char *argument)
{
  g_auto (GStrv) parts = g_strsplit (argument, ":", 2);
  g_autoptr (NstRecord) program = nst_deadline_dup_program (look->context, look->record);
  g_autoptr (GPtrArray) all = NULL;
  gboolean found = FALSE;

  if (g_strv_length (parts) != 2)
    return FALSE;
  all = program != NULL ? nst_source_list_of (look->context->source, "report", "program", program)
                        : nst_source_list (look->context->source, "report", "kind", parts[0]);
  for (guint i = 0; i < all->len; i++)
    {
      GDate day;

      if (g_strcmp0 (nst_record_get_text (all->pdata[i], "kind"), parts[0]) != 0 ||
          !has_value (look->context, all->pdata[i], parts[1], &day) ||
          (program == NULL && !is_of_year (all->pdata[i], look->due, &day)))
        continue;
      found = TRUE;
      keep_earlier (look->on, &day);
    }
  return found;
}

/* The earliest version of the group's programme that has the field: a correction is no delay. */
static gboolean
program_has (const Look *look, const char *argument)
{
  g_autoptr (NstRecord) group = nst_deadline_dup_group (look->context, look->record);
  g_autoptr (GPtrArray) versions = NULL;
  gboolean found = FALSE;

  if (group == NULL)
    return FALSE;
  versions = nst_source_list_of (look->context->source, "program", "group", group);
  for (guint i = 0; i < versions->len; i++)
    {
      GDate day;

      if (!has_value (look->context, versions->pdata[i], argument, &day))
        continue;
      found = TRUE;
      keep_earlier (look->on, &day);
    }
  return found;
}

/* "KIND:FIELD": records of the kind that refer to this one; cancelled ones do not count. */
static gboolean
count_related (const Look *look, const char *argument, gboolean all_of_them)
{
  g_auto (GStrv) parts = g_strsplit (argument, ":", 2);
  g_autoptr (GPtrArray) related = NULL;
  gboolean found = FALSE;

  if (g_strv_length (parts) != 2 || nst_kinds_find (parts[0]) == NULL)
    return FALSE;
  related = nst_source_list_of (look->context->source, parts[0],
                                nst_record_get_kind (look->record)->name, look->record);
  for (guint i = 0; i < related->len; i++)
    {
      GDate day;

      if (nst_steps_is_state (look->context, related->pdata[i], "CANCELLED"))
        continue;
      if (has_value (look->context, related->pdata[i], parts[1], &day))
        {
          if (all_of_them || !found)
            keep_later (look->on, &day);
          found = TRUE;
        }
      else if (all_of_them)
        return FALSE;
    }
  return found;
}

static gboolean
has_all (const Look *look, const char *argument)
{
  return count_related (look, argument, TRUE);
}

static gboolean
has_any (const Look *look, const char *argument)
{
  return count_related (look, argument, FALSE);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return g_date_compare (a, b);
}

/* Days on which teams of the role in the territory got the field, in order. */
static GArray *
list_days_of_teams (const Look *look, const char *role, const char *field)
{
  NstSource *source = look->context->source;
  GArray *days = g_array_new (FALSE, FALSE, sizeof (GDate));
  g_autoptr (GPtrArray) teams = nst_source_list (source, "team", "role", role);

  for (guint i = 0; i < teams->len; i++)
    {
      g_autoptr (NstRecord) organisation =
          nst_source_dup_ref (source, teams->pdata[i], "organisation");
      GDate day;

      if (organisation != NULL &&
          nst_record_get_ref (organisation, "territory") == nst_record_get_id (look->record) &&
          nst_record_get_int (teams->pdata[i], "year") <= g_date_get_year (look->due) &&
          has_value (look->context, teams->pdata[i], field, &day))
        g_array_append_val (days, day);
    }
  g_array_sort (days, compare_days);
  return days;
}

/* "ROLE:FIELD": as many teams of the role as the territory has groups by its quota. */
static gboolean
has_teams (const Look *look, const char *argument)
{
  g_auto (GStrv) parts = g_strsplit (argument, ":", 2);
  const char *kind =
      is_kind (look->record, "territory") ? nst_record_get_text (look->record, "kind") : NULL;
  g_autofree char *key = g_strconcat ("quota.", kind != NULL ? kind : "", NULL);
  gint64 quota = nst_scheme_get_limit_int (look->context->scheme, key, 1);
  g_autoptr (GArray) days = NULL;

  if (g_strv_length (parts) != 2 || kind == NULL)
    return FALSE;
  days = list_days_of_teams (look, parts[0], parts[1]);
  if (quota < 1 || days->len < quota)
    return FALSE;
  *look->on = g_array_index (days, GDate, quota - 1);
  return TRUE;
}

/* "ROLE": the working group of a team has somebody in the role; its day is when it was
 * complete in time, or when that person came. */
static gboolean
has_working_group (const Look *look, const char *argument)
{
  g_autoptr (GPtrArray) members =
      nst_source_list_of (look->context->source, "member", "team", look->record);
  gboolean found = FALSE;
  GDate last;

  g_date_clear (&last, 1);
  for (guint i = 0; i < members->len; i++)
    {
      gboolean wanted = nst_rules_has_code (members->pdata[i], "roles", argument);
      GDate from;

      g_date_clear (&from, 1);
      if (nst_record_get_date (members->pdata[i], "from", &from) &&
          g_date_compare (&from, &look->context->today) > 0)
        continue;
      if (wanted && (!found || (g_date_valid (&from) && g_date_valid (look->on) &&
                                g_date_compare (&from, look->on) < 0)))
        *look->on = from;
      found = found || wanted;
      if (g_date_valid (&from) && g_date_compare (&from, look->due) <= 0)
        keep_later (&last, &from);
    }
  if (found && g_date_valid (look->on) && g_date_compare (look->on, look->due) <= 0)
    keep_later (look->on, &last);
  return found;
}

static gboolean
names (NstRecord *activity, const char *words)
{
  const char *const texts[] = { nst_record_get_text (activity, "short_title"),
                                nst_record_get_text (activity, "title") };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = texts[i] != NULL ? g_utf8_casefold (texts[i], -1) : NULL;

      if (folded != NULL && strstr (folded, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* "KEY": the activity of the programme that the words of the limit name is done. */
static gboolean
has_activity (const Look *look, const char *argument)
{
  const char *stem = nst_scheme_get_limit (look->context->scheme, argument);
  g_autofree char *words = stem != NULL ? g_utf8_casefold (stem, -1) : NULL;
  g_autoptr (NstRecord) program = nst_deadline_dup_program (look->context, look->record);
  g_autoptr (GPtrArray) all = NULL;
  gboolean done = FALSE;

  if (words == NULL || program == NULL)
    return FALSE;
  all = nst_source_list_of (look->context->source, "activity", "program", program);
  for (guint i = 0; i < all->len && !done; i++)
    if (names (all->pdata[i], words))
      {
        NstActivityProgress *progress =
            nst_activity_progress_new (look->context, program, all->pdata[i], 0);

        done = progress->state == NST_ACTIVITY_DONE;
        if (done && progress->mark != NULL)
          nst_record_get_date (progress->mark, "date", look->on);
        nst_activity_progress_free (progress);
      }
  return done;
}

/* A member's person has finished an obligatory course. */
static gboolean
has_course (const Look *look, const char *argument G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) person =
      nst_source_dup_ref (look->context->source, look->record, "person");
  g_autoptr (GPtrArray) all = NULL;
  gboolean found = FALSE;

  if (person == NULL)
    return FALSE;
  all = nst_source_list_of (look->context->source, "training", "person", person);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (NstRecord) course =
          nst_source_dup_ref (look->context->source, all->pdata[i], "course");
      GDate day;

      if (course == NULL || !nst_record_get_bool (course, "mandatory") ||
          !has_value (look->context, all->pdata[i], "completed_on", &day))
        continue;
      found = TRUE;
      keep_earlier (look->on, &day);
    }
  return found;
}

/* The programme has run to its end, whatever it was. */
static gboolean
has_ended (const Look *look, const char *argument G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_deadline_dup_program (look->context, look->record);

  return program != NULL && nst_program_term_get_end (program, look->on) &&
         g_date_compare (look->on, &look->context->today) <= 0;
}

/* "OPERATOR": the office's role is of that level. */
static gboolean
is_level (const Look *look, const char *argument)
{
  NstCatalogue *roles = nst_scheme_get_catalogue (look->context->scheme, "role");
  const NstCatalogueEntry *role;

  if (roles == NULL || !is_kind (look->record, "office"))
    return FALSE;
  role = nst_catalogue_find (roles, nst_record_get_text (look->record, "role"));
  return role != NULL && g_strcmp0 (role->level, argument) == 0;
}

static const struct
{
  const char *name;
  Condition holds;
} conditions[] = {
  { "ended", has_ended },
  { "level", is_level },
  { "set", is_set },
  { "unset", is_unset },
  { "state", is_state },
  { "not-state", is_not_state },
  { "year", is_year },
  { "in-group", is_in_group },
  { "step", is_step_done },
  { "document", has_document },
  { "report", has_report },
  { "program", program_has },
  { "all", has_all },
  { "any", has_any },
  { "teams", has_teams },
  { "working-group", has_working_group },
  { "activity", has_activity },
  { "course", has_course },
};

/* Whether the name stands for a condition. */
gboolean
nst_deadline_facts_is_known (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (strcmp (conditions[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
holds (const Look *look, const char *condition)
{
  g_auto (GStrv) parts = g_strsplit (condition, ":", 2);

  for (guint i = 0; parts[0] != NULL && i < G_N_ELEMENTS (conditions); i++)
    if (strcmp (conditions[i].name, parts[0]) == 0)
      return conditions[i].holds (look, parts[1] != NULL ? parts[1] : "");
  return FALSE;
}

/* Whether all hold; @on: (out): the latest of their days, invalid when none is known. */
gboolean
nst_deadline_facts_hold (const NstRuleContext *context, NstRecord *record, GStrv words,
                         const GDate *due, GDate *on)
{
  g_date_clear (on, 1);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      GDate day;
      Look look = { context, record, due, &day };

      g_date_clear (&day, 1);
      if (!holds (&look, words[i]))
        return FALSE;
      keep_later (on, &day);
    }
  return TRUE;
}
