/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions of the transitions that nobody performs: they come with the day. */
#include "config.h"

#include "rules/nst-life-conditions.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-program-term.h"
#include "rules/nst-steps.h"

#include <string.h>

typedef gboolean (*Condition) (const NstRuleContext *context, NstRecord *record,
                               const char *argument);

/* A date of the record; "@end" is the effective end of a programme. */
static gboolean
get_date (NstRecord *record, const char *name, GDate *date)
{
  const NstKind *kind = nst_record_get_kind (record);

  if (strcmp (name, "@end") == 0 && strcmp (kind->name, "program") == 0)
    return nst_program_term_get_end (record, date);
  if (name[0] == '@')
    name++;
  return nst_kind_find_field (kind, name) != NULL && nst_record_get_date (record, name, date);
}

static gboolean
is_after (const NstRuleContext *context, NstRecord *record, const char *argument)
{
  GDate date;

  return get_date (record, argument, &date) && g_date_compare (&context->today, &date) > 0;
}

static gboolean
is_since (const NstRuleContext *context, NstRecord *record, const char *argument)
{
  GDate date;

  return get_date (record, argument, &date) && g_date_compare (&context->today, &date) >= 0;
}

static gboolean
is_set (const NstRuleContext *context G_GNUC_UNUSED, NstRecord *record, const char *argument)
{
  return nst_kind_find_field (nst_record_get_kind (record), argument) != NULL &&
         nst_record_get_text (record, argument) != NULL;
}

static gboolean
is_unset (const NstRuleContext *context, NstRecord *record, const char *argument)
{
  return !is_set (context, record, argument);
}

static NstRecord *
dup_group (const NstRuleContext *context, NstRecord *record)
{
  if (strcmp (nst_record_get_kind (record)->name, "group") == 0)
    return g_object_ref (record);
  if (nst_kind_find_field (nst_record_get_kind (record), "group") == NULL)
    return NULL;
  return nst_source_dup_ref (context->source, record, "group");
}

static NstRecord *
dup_program (const NstRuleContext *context, NstRecord *record)
{
  g_autoptr (NstRecord) group = NULL;

  if (strcmp (nst_record_get_kind (record)->name, "program") == 0)
    return g_object_ref (record);
  if (nst_kind_find_field (nst_record_get_kind (record), "program") != NULL)
    return nst_source_dup_ref (context->source, record, "program");
  group = dup_group (context, record);
  return group != NULL ? nst_group_sides_dup_program (context, group) : NULL;
}

/* Another record of the kind names this one as the one before it. */
static gboolean
is_followed (const NstRuleContext *context, NstRecord *record, const char *argument)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_autoptr (GPtrArray) next = NULL;

  if (nst_record_get_id (record) <= 0 || nst_kind_find_field (kind, argument) == NULL)
    return FALSE;
  next = nst_source_list_of (context->source, kind->name, argument, record);
  return next->len > 0;
}

/* Every agreement that has not been cancelled; what supplements one does not bind by itself. */
static gboolean
all_agreements (const NstRuleContext *context, NstRecord *record, const char *argument)
{
  g_autoptr (NstRecord) group = dup_group (context, record);
  g_autoptr (GPtrArray) agreements = NULL;
  guint n = 0;

  if (group == NULL)
    return FALSE;
  agreements = nst_source_list_of (context->source, "agreement", "group", group);
  for (guint i = 0; i < agreements->len; i++)
    {
      if (nst_record_get_ref (agreements->pdata[i], "supplements") != 0 ||
          nst_steps_is_state (context, agreements->pdata[i], "CANCELLED"))
        continue;
      if (!nst_steps_is_state (context, agreements->pdata[i], argument))
        return FALSE;
      n++;
    }
  return n > 0;
}

static gboolean
program_is (const NstRuleContext *context, NstRecord *record, const char *argument)
{
  g_autoptr (NstRecord) program = dup_program (context, record);

  return nst_steps_is_state (context, program, argument);
}

static gboolean
group_is (const NstRuleContext *context, NstRecord *record, const char *argument)
{
  g_autoptr (NstRecord) group = dup_group (context, record);

  return nst_steps_is_state (context, group, argument);
}

/* "KIND:STATE|STATE": a report of the programme in one of the states. */
static gboolean
report_is (const NstRuleContext *context, NstRecord *record, const char *argument)
{
  g_autoptr (NstRecord) program = dup_program (context, record);
  g_auto (GStrv) parts = g_strsplit (argument, ":", 2);
  g_autoptr (GPtrArray) reports = NULL;

  if (program == NULL || g_strv_length (parts) != 2)
    return FALSE;
  reports = nst_source_list_of (context->source, "report", "program", program);
  for (guint i = 0; i < reports->len; i++)
    if (g_strcmp0 (nst_record_get_text (reports->pdata[i], "kind"), parts[0]) == 0 &&
        nst_steps_is_state (context, reports->pdata[i], parts[1]))
      return TRUE;
  return FALSE;
}

static const struct
{
  const char *name;
  Condition holds;
} conditions[] = {
  { "after", is_after },
  { "since", is_since },
  { "set", is_set },
  { "unset", is_unset },
  { "all-agreements", all_agreements },
  { "program", program_is },
  { "group", group_is },
  { "report", report_is },
  { "followed", is_followed },
};

/**
 * nst_life_conditions_hold:
 * @context: scheme, source and the day
 * @record: a record with a life cycle
 * @condition: "after:end", "since:start", "set:sent_on", "all-agreements:IN_FORCE",
 *   "program:IN_PROGRESS|EXTENDED", "report:FINAL_REPORT:SENT" and so on
 *
 * Returns: whether it holds on the day; an unknown condition never does
 */
gboolean
nst_life_conditions_hold (const NstRuleContext *context, NstRecord *record, const char *condition)
{
  g_auto (GStrv) parts = g_strsplit (condition, ":", 2);

  if (g_strv_length (parts) != 2)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (strcmp (conditions[i].name, parts[0]) == 0)
      return conditions[i].holds (context, record, parts[1]);
  return FALSE;
}
