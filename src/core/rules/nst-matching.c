/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams could help a team: points that sort, and the reasons for them. */
#include "config.h"

#include "rules/nst-matching.h"

#include "rules/nst-rules-private.h"
#include "rules/nst-steps.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>

/* Used where a pack says nothing under "match.<name>"; a pack is free to weigh otherwise. */
static const struct
{
  const char *limit;
  guint weight;
} aspects[NST_MATCH_N_ASPECTS] = {
  { "match.direction", 40 }, { "match.territory", 20 }, { "match.free", 20 },
  { "match.evidence", 10 },  { "match.consent", 10 },
};

#define EVIDENCE_WORDS 3

/**
 * nst_match_free:
 * @self: (transfer full) (nullable): a match
 */
void
nst_match_free (NstMatch *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->team);
  for (guint i = 0; i < NST_MATCH_N_ASPECTS; i++)
    {
      g_free (self->reasons[i].text);
      g_free (self->reasons[i].detail);
    }
  g_free (self->condition);
  g_free (self->why_not);
  g_free (self);
}

/**
 * nst_matching_get_weight:
 * @scheme: (nullable): the regulation
 * @aspect: what points are given for
 *
 * Returns: the most points for it: the pack's limit, else a neutral constant
 */
guint
nst_matching_get_weight (NstScheme *scheme, NstMatchAspect aspect)
{
  gint64 weight = aspects[aspect].weight;

  if (scheme != NULL)
    weight = nst_scheme_get_limit_int (scheme, aspects[aspect].limit, weight);
  return (guint) CLAMP (weight, 0, 1000);
}

static char *
dup_paragraph (const NstRuleContext *context, const char *rule)
{
  const NstRuleText *text =
      context->scheme != NULL ? nst_scheme_find_rule (context->scheme, rule) : NULL;

  return text != NULL ? g_strdup (text->paragraph) : NULL;
}

/* "words (paragraph)", or the words alone where the pack has no such rule. */
static char *
with_paragraph (const NstRuleContext *context, const char *words, const char *rule)
{
  g_autofree char *paragraph = dup_paragraph (context, rule);

  return paragraph != NULL ? g_strdup_printf ("%s (%s)", words, paragraph) : g_strdup (words);
}

/**
 * nst_matching_list_groups:
 * @context: what may be read
 * @team: a team
 *
 * Returns: (transfer full) (element-type NstRecord): the groups that it takes part in now
 *   and that are formed, neither closed nor dissolved
 */
GPtrArray *
nst_matching_list_groups (const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (GPtrArray) parts = nst_source_list_of (context->source, "participant", "team", team);
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < parts->len; i++)
    {
      NstRecord *part = g_ptr_array_index (parts, i);
      g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, part, "group");
      GDate to;

      if (group == NULL || nst_record_get_text (group, "state") == NULL ||
          nst_rules_counts_as (context, group, "DRAFT", "CLOSED", "DISSOLVED", NULL))
        continue;
      if (nst_record_get_date (part, "to", &to) && g_date_compare (&to, &context->today) < 0)
        continue;
      g_ptr_array_add (groups, g_steal_pointer (&group));
    }
  return groups;
}

/* Its successor of the new year is the one to choose (R99). */
static gboolean
is_of_closed_year (const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (NstRecord) year = nst_source_dup_ref (context->source, team, "school_year");

  return year != NULL && g_strcmp0 (nst_record_get_text (year, "state"), "CLOSED") == 0;
}

/**
 * nst_matching_dup_why_not:
 * @context: what may be read
 * @team: a team of either role
 *
 * Returns: (transfer full) (nullable): why the team cannot be put into a group at all;
 *   %NULL when it can
 */
char *
nst_matching_dup_why_not (const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (GPtrArray) findings = NULL;

  if (nst_rules_counts_as (context, team, "WITHDRAWN", NULL))
    return g_strdup (_ ("has left the register"));
  if (is_of_closed_year (context, team))
    return g_strdup (_ ("belongs to a closed school year"));
  if (context->scheme != NULL)
    findings = nst_rules_check_one (context, team, "R15");
  if (findings != NULL && findings->len > 0)
    return g_strdup (((NstFinding *) g_ptr_array_index (findings, 0))->text);
  if (!nst_rules_counts_as (context, team, "REGISTERED", "ASSIGNED", NULL))
    return g_strdup (_ ("is not registered yet"));
  return NULL;
}

static char *
title_of_direction (const NstRuleContext *context, const char *code)
{
  g_autofree char *title = context->scheme != NULL
                               ? nst_scheme_dup_title_of (context->scheme, "direction", code)
                               : NULL;

  return title != NULL ? g_steal_pointer (&title) : g_strdup (code);
}

/* Own wordings are compared as people read them: case and ё do not tell them apart. */
static gboolean
names_direction (char **directions, const char *wanted)
{
  g_autofree char *folded = nst_russian_fold (wanted);

  for (guint i = 0; directions[i] != NULL; i++)
    {
      g_autofree char *other = nst_russian_fold (directions[i]);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static void
judge_direction (const NstRuleContext *context, NstRecord *developing, NstMatch *match)
{
  NstMatchReason *reason = &match->reasons[NST_MATCH_DIRECTION];
  g_auto (GStrv) wanted = nst_record_dup_list (developing, "directions");
  g_auto (GStrv) offered = nst_record_dup_list (match->team, "directions");
  g_autoptr (GString) shared = g_string_new (NULL);
  guint n = g_strv_length (wanted);
  guint hits = 0;

  for (guint i = 0; i < n; i++)
    if (names_direction (offered, wanted[i]))
      {
        g_autofree char *title = title_of_direction (context, wanted[i]);

        g_string_append_printf (shared, "%s%s", hits > 0 ? "; " : "", title);
        hits++;
      }
  reason->points = n > 0 ? reason->most * hits / n : 0;
  if (hits == 0)
    {
      g_autofree char *title =
          offered[0] != NULL ? title_of_direction (context, offered[0]) : NULL;

      reason->text = g_strdup (_ ("Another direction"));
      reason->detail = g_steal_pointer (&title);
      return;
    }
  if (hits == n)
    reason->text = g_strdup (_ ("Direction matches"));
  else
    reason->text = g_strdup_printf (_ ("%u of %u directions match"), hits, n);
  reason->detail = g_strdup (shared->str);
}

static void
judge_territory (const NstRuleContext *context, NstRecord *developing, NstMatch *match)
{
  NstMatchReason *reason = &match->reasons[NST_MATCH_TERRITORY];
  g_autoptr (NstRecord) ours = nst_source_dup_ref (context->source, developing, "organisation");
  g_autoptr (NstRecord) theirs =
      nst_source_dup_ref (context->source, match->team, "organisation");
  gint64 territory = ours != NULL ? nst_record_get_ref (ours, "territory") : 0;

  if (theirs != NULL && territory != 0 && nst_record_get_ref (theirs, "territory") == territory)
    {
      reason->points = reason->most;
      reason->text = g_strdup (_ ("Same territory"));
      reason->detail = g_strdup (_ ("they can meet in person"));
    }
  else
    {
      reason->text = g_strdup (_ ("Another territory"));
      if (theirs != NULL)
        reason->detail = g_strdup (nst_record_get_display (theirs, "territory"));
    }
}

static void
judge_free (const NstRuleContext *context, NstMatch *match)
{
  NstMatchReason *reason = &match->reasons[NST_MATCH_FREE];
  g_autoptr (GPtrArray) groups = nst_matching_list_groups (context, match->team);

  if (groups->len == 0)
    {
      reason->points = reason->most;
      reason->text = g_strdup (_ ("Free"));
      reason->detail = g_strdup (_ ("no other groups"));
      return;
    }
  if (groups->len == 1)
    reason->text =
        g_strdup_printf (_ ("Leads group %s"), nst_record_get_title (groups->pdata[0]));
  else
    reason->text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Leads %u group",
                                                 "Leads %u groups", groups->len),
                                    groups->len);
  reason->detail = with_paragraph (context, _ ("the operator's decision is needed"), "R4");
  match->condition = g_strdup (reason->detail);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\n,;", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += words[i][0] != '\0' ? 1 : 0;
  return n;
}

static void
judge_evidence (const NstRuleContext *context, NstMatch *match)
{
  NstMatchReason *reason = &match->reasons[NST_MATCH_EVIDENCE];
  guint words = count_words (nst_record_get_text (match->team, "evidence"));
  gint64 enough = EVIDENCE_WORDS;

  if (context->scheme != NULL)
    enough = nst_scheme_get_limit_int (context->scheme, "match.evidence-words", enough);
  if (words >= (guint) MAX (enough, 1))
    {
      reason->points = reason->most;
      reason->text = g_strdup (_ ("Results are described"));
      return;
    }
  reason->points = words > 0 ? reason->most / 2 : 0;
  reason->text = g_strdup (words > 0 ? _ ("Results are described briefly")
                                     : _ ("Results are not described"));
  reason->detail = with_paragraph (context, _ ("add what shows the experience"), "R12");
}

/* The day on which @team agreed to a pair with @developing, in a group not yet formed. */
static gboolean
find_consent (const NstRuleContext *context, NstRecord *developing, NstRecord *team, GDate *day)
{
  g_autoptr (GPtrArray) parts = nst_source_list_of (context->source, "participant", "team", team);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (NstRecord) group =
          nst_source_dup_ref (context->source, parts->pdata[i], "group");
      g_autoptr (GPtrArray) others = NULL;

      if (group == NULL || !nst_rules_counts_as (context, group, "DRAFT", NULL) ||
          !nst_record_get_date (parts->pdata[i], "consent_on", day))
        continue;
      others = nst_source_list_of (context->source, "participant", "group", group);
      for (guint k = 0; k < others->len; k++)
        if (nst_record_get_ref (others->pdata[k], "team") == nst_record_get_id (developing))
          return TRUE;
    }
  return FALSE;
}

static gboolean
find_request (const NstRuleContext *context, NstRecord *team, GDate *day)
{
  g_autoptr (GPtrArray) sent =
      nst_source_list_linked (context->source, "dispatch", "subject", team);

  for (guint i = 0; i < sent->len; i++)
    if (nst_record_get_date (sent->pdata[i], "sent_on", day) &&
        !nst_record_get_date (sent->pdata[i], "returned_on", NULL))
      return TRUE;
  return FALSE;
}

static void
judge_consent (const NstRuleContext *context, NstRecord *developing, NstMatch *match)
{
  NstMatchReason *reason = &match->reasons[NST_MATCH_CONSENT];
  g_autofree char *date = NULL;
  GDate day;

  if (find_consent (context, developing, match->team, &day))
    {
      date = nst_russian_date (&day);
      reason->points = reason->most;
      reason->text = g_strdup (_ ("Consent received"));
      reason->detail = g_steal_pointer (&date);
    }
  else if (find_request (context, match->team, &day))
    {
      date = nst_russian_date (&day);
      reason->points = reason->most / 2;
      reason->text = g_strdup (_ ("Consent is awaited"));
      reason->detail = g_strdup_printf (_ ("asked on %s"), date);
    }
  else
    {
      reason->text = g_strdup (_ ("Consent is not recorded yet"));
      reason->detail =
          with_paragraph (context, _ ("it is recorded when the group is formed"), "R9");
    }
}

static NstMatch *
match_new (const NstRuleContext *context, NstRecord *developing, NstRecord *team)
{
  NstMatch *self = g_new0 (NstMatch, 1);

  self->team = g_object_ref (team);
  for (guint i = 0; i < NST_MATCH_N_ASPECTS; i++)
    self->reasons[i].most = nst_matching_get_weight (context->scheme, (NstMatchAspect) i);
  judge_direction (context, developing, self);
  judge_territory (context, developing, self);
  judge_free (context, self);
  judge_evidence (context, self);
  judge_consent (context, developing, self);
  for (guint i = 0; i < NST_MATCH_N_ASPECTS; i++)
    {
      self->points += self->reasons[i].points;
      self->most += self->reasons[i].most;
    }
  self->why_not = nst_matching_dup_why_not (context, team);
  if (self->why_not == NULL && nst_record_get_ref (team, "organisation") ==
                                   nst_record_get_ref (developing, "organisation"))
    self->why_not = g_strdup (_ ("is a team of the same organisation"));
  return self;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const NstMatch *first = *(NstMatch *const *) a;
  const NstMatch *second = *(NstMatch *const *) b;
  g_autofree char *first_key = NULL;
  g_autofree char *second_key = NULL;

  if ((first->why_not != NULL) != (second->why_not != NULL))
    return first->why_not != NULL ? 1 : -1;
  if (first->points != second->points)
    return first->points > second->points ? -1 : 1;
  first_key = nst_russian_sort_key (nst_record_get_title (first->team));
  second_key = nst_russian_sort_key (nst_record_get_title (second->team));
  return g_strcmp0 (first_key, second_key);
}

/**
 * nst_matching_rank:
 * @context: what may be read
 * @developing: the team that needs help
 * @candidates: (element-type NstRecord): teams that could give it
 *
 * Points only sort: nothing is refused for want of them. The weights are the pack's limits
 * "match.direction", "match.territory", "match.free", "match.evidence" and
 * "match.consent"; directions are counted by share of those that @developing names, brief
 * evidence and a consent that was only asked for count half. Source: DOMAIN 4.5, 4.7, R4,
 * R5, R9, R12, R15.
 *
 * Returns: (transfer full) (element-type NstMatch): most points first, those that cannot
 *   be chosen last
 */
GPtrArray *
nst_matching_rank (const NstRuleContext *context, NstRecord *developing, GPtrArray *candidates)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_match_free);

  g_return_val_if_fail (context != NULL && NST_IS_RECORD (developing), matches);

  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (matches, match_new (context, developing, candidates->pdata[i]));
  g_ptr_array_sort (matches, compare_matches);
  return matches;
}
