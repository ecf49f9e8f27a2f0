/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about groups, their sides and the quota of a territory. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-rules-private.h"
#include "text/nst-russian.h"

static gboolean
is_draft (const NstRuleContext *context, NstRecord *group)
{
  return nst_record_get_text (group, "state") == NULL ||
         nst_rules_counts_as (context, group, "DRAFT", NULL);
}

static gboolean
is_team_group (const NstRuleContext *context)
{
  return g_strcmp0 (nst_scheme_get_subject_kind (context->scheme), "TEAM") == 0;
}

/* R1: the team's role is the side it stands on, and it stands there once. */
static void
check_side (const NstRuleContext *context, NstRecord *entry, const NstRuleText *rule,
            GPtrArray *findings)
{
  g_autoptr (NstRecord) team = nst_source_dup_ref (context->source, entry, "team");
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, entry, "group");
  const char *side = nst_record_get_text (entry, "side");
  const char *role = team != NULL ? nst_record_get_text (team, "role") : NULL;
  g_autofree char *side_title = NULL;
  g_autofree char *role_title = NULL;
  guint places = 0;

  if (team == NULL || group == NULL || side == NULL || role == NULL)
    return;
  {
    g_autoptr (GPtrArray) entries = nst_group_sides_list (context, group, NULL);

    for (guint i = 0; i < entries->len; i++)
      if (nst_record_get_ref (entries->pdata[i], "team") == nst_record_get_id (team))
        places++;
  }
  if (g_strcmp0 (side, role) == 0 && places <= 1)
    return;
  side_title = nst_scheme_dup_title_of (context->scheme, "team-role", side);
  role_title = nst_scheme_dup_title_of (context->scheme, "team-role", role);
  g_ptr_array_add (findings, nst_finding_new (rule, entry, "team", nst_record_get_title (team),
                                              "role", role_title, "side", side_title, NULL));
}

static void
report_missing_side (const NstRuleContext *context, NstRecord *group, const char *side,
                     const NstRuleText *rule, GPtrArray *findings)
{
  g_autoptr (GPtrArray) entries = nst_group_sides_list (context, group, side);
  g_autofree char *title = NULL;

  if (entries->len > 0)
    return;
  title = nst_scheme_dup_title_of (context->scheme, "team-role", side);
  g_ptr_array_add (findings, nst_finding_new (rule, group, "role", title, NULL));
}

/* R3: both roles are there. */
static void
check_both_sides (const NstRuleContext *context, NstRecord *group, const NstRuleText *rule,
                  GPtrArray *findings)
{
  if (!is_team_group (context))
    return;
  report_missing_side (context, group, NST_SIDE_EXPERIENCED, rule, findings);
  report_missing_side (context, group, NST_SIDE_DEVELOPING, rule, findings);
}

/* R4: several teams on one side need the operator's decision. */
static void
check_several_teams (const NstRuleContext *context, NstRecord *group, const NstRuleText *rule,
                     GPtrArray *findings)
{
  g_autoptr (GPtrArray) experienced = nst_group_sides_list (context, group, NST_SIDE_EXPERIENCED);
  g_autoptr (GPtrArray) developing = nst_group_sides_list (context, group, NST_SIDE_DEVELOPING);
  g_autofree char *first = nst_rules_dup_number (experienced->len);
  g_autofree char *second = nst_rules_dup_number (developing->len);

  if ((experienced->len <= 1 && developing->len <= 1) ||
      nst_record_get_text (group, "operator_decision") != NULL)
    return;
  g_ptr_array_add (findings, nst_finding_new (rule, group, "experienced", first, "developing",
                                              second, NULL));
}

/* R5: one organisation does not stand on both sides. */
static void
check_different_organisations (const NstRuleContext *context, NstRecord *group,
                               const NstRuleText *rule, GPtrArray *findings)
{
  g_autoptr (GPtrArray) experienced =
      nst_group_sides_list_teams (context, group, NST_SIDE_EXPERIENCED);
  g_autoptr (GPtrArray) developing =
      nst_group_sides_list_teams (context, group, NST_SIDE_DEVELOPING);

  for (guint i = 0; i < experienced->len; i++)
    for (guint j = 0; j < developing->len; j++)
      if (nst_record_get_ref (experienced->pdata[i], "organisation") ==
          nst_record_get_ref (developing->pdata[j], "organisation"))
        g_ptr_array_add (findings, nst_finding_new (rule, group, "organisation",
                                                    nst_record_get_display (developing->pdata[j],
                                                                            "organisation"),
                                                    NULL));
}

/* R7: a formed group has an order with number and date. */
static void
check_order (const NstRuleContext *context, NstRecord *group, const NstRuleText *rule,
             GPtrArray *findings)
{
  g_autoptr (NstRecord) order = NULL;

  if (is_draft (context, group))
    return;
  order = nst_source_dup_ref (context->source, group, "order");
  if (order == NULL || nst_record_get_text (order, "number") == NULL ||
      nst_record_get_text (order, "date") == NULL)
    g_ptr_array_add (findings, nst_finding_new (rule, group, NULL));
}

/* R8: a formed group has a coordinator. */
static void
check_coordinator (const NstRuleContext *context G_GNUC_UNUSED, NstRecord *group,
                   const NstRuleText *rule, GPtrArray *findings)
{
  if (!is_draft (context, group) && nst_record_get_ref (group, "coordinator") == 0)
    g_ptr_array_add (findings, nst_finding_new (rule, group, NULL));
}

/* R9: both teams agree to work together. */
static void
check_consent (const NstRuleContext *context, NstRecord *entry, const NstRuleText *rule,
               GPtrArray *findings)
{
  g_autoptr (NstRecord) who = NULL;

  if (nst_record_get_text (entry, "consent_on") != NULL ||
      !nst_group_sides_is_active (entry, &context->today))
    return;
  /* By the record itself: an entry that is only planned has nothing to display yet. */
  who = nst_source_dup_ref (context->source, entry, "team");
  if (who == NULL)
    who = nst_source_dup_ref (context->source, entry, "person");
  g_ptr_array_add (findings,
                   nst_finding_new (rule, entry, "team",
                                    who != NULL ? nst_record_get_title (who) : "", NULL));
}

/* R19: each pair of teams has its own agreement. */
static void
check_pairs (const NstRuleContext *context, NstRecord *group, const NstRuleText *rule,
             GPtrArray *findings)
{
  g_autoptr (GPtrArray) experienced = NULL;
  g_autoptr (GPtrArray) developing = NULL;
  g_autoptr (GPtrArray) agreements = NULL;

  if (is_draft (context, group) ||
      nst_rules_counts_as (context, group, "CLOSED", "DISSOLVED", NULL))
    return;
  experienced = nst_group_sides_list_teams (context, group, NST_SIDE_EXPERIENCED);
  developing = nst_group_sides_list_teams (context, group, NST_SIDE_DEVELOPING);
  agreements = nst_source_list_of (context->source, "agreement", "group", group);
  for (guint i = 0; i < experienced->len; i++)
    for (guint j = 0; j < developing->len; j++)
      {
        gboolean found = FALSE;

        for (guint k = 0; k < agreements->len; k++)
          found =
              found || (nst_record_get_ref (agreements->pdata[k], "experienced") ==
                            nst_record_get_id (experienced->pdata[i]) &&
                        nst_record_get_ref (agreements->pdata[k], "developing") ==
                            nst_record_get_id (developing->pdata[j]) &&
                        !nst_rules_counts_as (context, agreements->pdata[k], "CANCELLED", NULL));
        if (!found)
          g_ptr_array_add (findings,
                           nst_finding_new (rule, group, "experienced",
                                            nst_record_get_title (experienced->pdata[i]),
                                            "developing",
                                            nst_record_get_title (developing->pdata[j]), NULL));
      }
}

static void
add_year (GHashTable *years, gint64 year)
{
  if (year > 0 && !g_hash_table_contains (years, GSIZE_TO_POINTER ((gsize) year)))
    g_hash_table_insert (years, GSIZE_TO_POINTER ((gsize) year), GUINT_TO_POINTER (0));
}

/* A team of the register that has never been in a group. */
static gboolean
is_waiting (const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (!nst_rules_counts_as (context, team, "REGISTERED", NULL))
    return FALSE;
  entries = nst_source_list_of (context->source, "participant", "team", team);
  return entries->len == 0;
}

/* Pairs of teams that the operator has registered for a territory and year: each of them fills a
 * place of the quota until its group is formed (17.2, 08.11.2021). */
static guint
count_pairs (const NstRuleContext *context, NstRecord *territory, gint64 year)
{
  g_autoptr (GPtrArray) schools =
      nst_source_list_of (context->source, "organisation", "territory", territory);
  guint experienced = 0, developing = 0;

  for (guint i = 0; i < schools->len; i++)
    {
      g_autoptr (GPtrArray) teams =
          nst_source_list_of (context->source, "team", "organisation", schools->pdata[i]);

      for (guint j = 0; j < teams->len; j++)
        {
          if (nst_record_get_int (teams->pdata[j], "year") != year ||
              !is_waiting (context, teams->pdata[j]))
            continue;
          if (g_strcmp0 (nst_record_get_text (teams->pdata[j], "role"), NST_SIDE_EXPERIENCED) ==
              0)
            experienced++;
          else
            developing++;
        }
    }
  return MIN (experienced, developing);
}

/* Groups by year, also the years in which the territory has teams but no group. */
static GHashTable *
count_groups_by_year (const NstRuleContext *context, NstRecord *territory)
{
  g_autoptr (GPtrArray) groups = nst_source_list (context->source, "group", NULL, NULL);
  g_autoptr (GPtrArray) schools =
      nst_source_list_of (context->source, "organisation", "territory", territory);
  GHashTable *years = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < schools->len; i++)
    {
      g_autoptr (GPtrArray) teams =
          nst_source_list_of (context->source, "team", "organisation", schools->pdata[i]);

      for (guint j = 0; j < teams->len; j++)
        add_year (years, nst_record_get_int (teams->pdata[j], "year"));
    }
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (NstRecord) place = nst_group_sides_dup_territory (context, groups->pdata[i]);
      gsize year = (gsize) nst_record_get_int (groups->pdata[i], "year");

      if (place == NULL || nst_record_get_id (place) != nst_record_get_id (territory) ||
          nst_rules_counts_as (context, groups->pdata[i], "DISSOLVED", NULL))
        continue;
      g_hash_table_insert (
          years, GSIZE_TO_POINTER (year),
          GUINT_TO_POINTER (
              GPOINTER_TO_UINT (g_hash_table_lookup (years, GSIZE_TO_POINTER (year))) + 1));
    }
  if (g_hash_table_size (years) == 0)
    add_year (years, g_date_get_year (&context->today));
  return years;
}

static void
report_quota (const NstRuleContext *context, NstRecord *territory, const NstRuleText *rule,
              GPtrArray *findings, gboolean above)
{
  g_autofree char *key = g_strconcat ("quota.", nst_record_get_text (territory, "kind"), NULL);
  gint64 quota = nst_scheme_get_limit_int (context->scheme, key, -1);
  g_autofree char *quota_text = nst_rules_dup_number (quota);
  g_autoptr (GHashTable) years = NULL;
  GHashTableIter iter;
  gpointer year, groups;

  if (quota < 0)
    return;
  years = count_groups_by_year (context, territory);
  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &year, &groups))
    {
      gint64 n = GPOINTER_TO_UINT (groups) +
                 (above ? 0 : count_pairs (context, territory, (gint64) GPOINTER_TO_SIZE (year)));
      g_autofree char *year_text = nst_rules_dup_number ((gint64) GPOINTER_TO_SIZE (year));
      g_autofree char *groups_text = nst_rules_dup_number (n);
      g_autofree char *difference = nst_rules_dup_number (above ? n - quota : quota - n);

      if (above ? n <= quota : n >= quota)
        continue;
      g_ptr_array_add (findings,
                       nst_finding_new (rule, territory, "territory",
                                        nst_record_get_title (territory), "groups", groups_text,
                                        "quota", quota_text, "year", year_text, "missing",
                                        difference, "excess", difference, NULL));
    }
}

/* R10: fewer groups, and pairs of teams for them, than the quota. */
static void
check_quota_missing (const NstRuleContext *context, NstRecord *territory, const NstRuleText *rule,
                     GPtrArray *findings)
{
  report_quota (context, territory, rule, findings, FALSE);
}

/* R10, second half: more groups than the quota. */
static void
check_quota_excess (const NstRuleContext *context, NstRecord *territory, const NstRuleText *rule,
                    GPtrArray *findings)
{
  report_quota (context, territory, rule, findings, TRUE);
}

/* R32: a replacement has the coordinator's memo, a ground and an order with number and date. */
static void
check_replacement (const NstRuleContext *context, NstRecord *order, const NstRuleText *rule,
                   GPtrArray *findings)
{
  g_autoptr (NstRecord) basis = NULL;

  if (g_strcmp0 (nst_record_get_text (order, "kind"), "REPLACEMENT") != 0)
    return;
  basis = nst_source_dup_ref (context->source, order, "basis");
  if (basis == NULL || g_strcmp0 (nst_record_get_text (basis, "kind"), "MEMO") != 0 ||
      nst_record_get_text (basis, "ground") == NULL ||
      nst_record_get_text (order, "number") == NULL ||
      nst_record_get_text (order, "date") == NULL)
    g_ptr_array_add (findings, nst_finding_new (rule, order, NULL));
}

/* R75: the plan of spreading experience goes to the operator by the day of the scheme. */
static void
check_dissemination (const NstRuleContext *context, NstRecord *group, const NstRuleText *rule,
                     GPtrArray *findings)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *limit_text = NULL;
  g_autofree char *days = NULL;
  GDate limit, sent;

  if (!nst_scheme_get_limit_date (context->scheme, "dissemination.sent-by", &limit) ||
      nst_record_get_int (group, "year") != g_date_get_year (&limit) ||
      is_draft (context, group) ||
      nst_rules_counts_as (context, group, "CLOSED", "DISSOLVED", NULL))
    return;
  sent = context->today;
  items = nst_source_list_of (context->source, "dissemination", "group", group);
  for (guint i = 0; i < items->len; i++)
    if (nst_record_get_date (items->pdata[i], "sent_on", &sent))
      break;
  if (!g_date_valid (&sent))
    sent = context->today;
  if (g_date_compare (&sent, &limit) <= 0)
    return;
  limit_text = nst_russian_date (&limit);
  days = nst_rules_dup_number (g_date_days_between (&limit, &sent));
  g_ptr_array_add (findings,
                   nst_finding_new (rule, group, "limit", limit_text, "days", days, NULL));
}

const NstRuleCheck nst_rules_group[] = {
  { "R1", "participant", check_side },
  { "R3", "group", check_both_sides },
  { "R4", "group", check_several_teams },
  { "R5", "group", check_different_organisations },
  { "R7", "group", check_order },
  { "R8", "group", check_coordinator },
  { "R9", "participant", check_consent },
  { "R10", "territory", check_quota_missing },
  { "R10a", "territory", check_quota_excess },
  { "R19", "group", check_pairs },
  { "R32", "order", check_replacement },
  { "R75", "group", check_dissemination },
  { NULL, NULL, NULL },
};
