/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about teams, their members and organisations. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-rules-private.h"
#include "text/nst-russian.h"

static gboolean
is_empty (NstRecord *record, const char *field)
{
  const char *text = nst_record_get_text (record, field);

  return text == NULL || text[0] == '\0';
}

static char *
dup_role_title (const NstRuleContext *context, const char *role)
{
  return nst_scheme_dup_title_of (context->scheme, "team-role", role);
}

/* R2: a team names at least one direction. */
static void
check_directions (const NstRuleContext *context G_GNUC_UNUSED, NstRecord *team,
                  const NstRuleText *rule, GPtrArray *findings)
{
  if (is_empty (team, "directions"))
    g_ptr_array_add (findings,
                     nst_finding_new (rule, team, "team", nst_record_get_title (team), NULL));
}

/* R2a, R2b: what the registry form prints of the school: its head, how to reach it (5.1). */
static NstRecord *
dup_school_to_judge (const NstRuleContext *context, NstRecord *team)
{
  if (!nst_rules_counts_as (context, team, "SUBMITTED", NULL))
    return NULL;
  return nst_source_dup_ref (context->source, team, "organisation");
}

static void
check_director (const NstRuleContext *context, NstRecord *team, const NstRuleText *rule,
                GPtrArray *findings)
{
  g_autoptr (NstRecord) school = dup_school_to_judge (context, team);

  if (school != NULL && nst_record_get_ref (school, "director") == 0)
    g_ptr_array_add (findings, nst_finding_new (rule, team, "organisation",
                                                nst_record_get_title (school), NULL));
}

static void
check_school_contacts (const NstRuleContext *context, NstRecord *team, const NstRuleText *rule,
                       GPtrArray *findings)
{
  g_autoptr (NstRecord) school = dup_school_to_judge (context, team);

  if (school != NULL && is_empty (school, "phone") && is_empty (school, "email"))
    g_ptr_array_add (findings, nst_finding_new (rule, team, "organisation",
                                                nst_record_get_title (school), NULL));
}

/* R12: an experienced team has evidence of its results. */
static void
check_evidence (const NstRuleContext *context G_GNUC_UNUSED, NstRecord *team,
                const NstRuleText *rule, GPtrArray *findings)
{
  if (g_strcmp0 (nst_record_get_text (team, "role"), NST_SIDE_EXPERIENCED) == 0 &&
      is_empty (team, "evidence"))
    g_ptr_array_add (findings,
                     nst_finding_new (rule, team, "team", nst_record_get_title (team), NULL));
}

static guint
count_members (const NstRuleContext *context, NstRecord *team, const char *role)
{
  g_autoptr (GPtrArray) members = nst_source_list_of (context->source, "member", "team", team);
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    if (nst_rules_has_code (members->pdata[i], "roles", role) &&
        nst_group_sides_is_active (members->pdata[i], &context->today))
      n++;
  return n;
}

/* R13: exactly one leader. */
static void
check_leader (const NstRuleContext *context, NstRecord *team, const NstRuleText *rule,
              GPtrArray *findings)
{
  guint n = count_members (context, team, "LEADER");
  g_autofree char *leaders = nst_rules_dup_number (n);

  if (n != 1)
    g_ptr_array_add (findings, nst_finding_new (rule, team, "leaders", leaders, "team",
                                                nst_record_get_title (team), NULL));
}

/* R13, second half: at least one contact. */
static void
check_contact (const NstRuleContext *context, NstRecord *team, const NstRuleText *rule,
               GPtrArray *findings)
{
  if (count_members (context, team, "CONTACT") == 0)
    g_ptr_array_add (findings, nst_finding_new (rule, team, "contacts", "0", "team",
                                                nst_record_get_title (team), NULL));
}

/* R14: contacts of each member, its own or those of the person. */
static void
check_member_contacts (const NstRuleContext *context, NstRecord *member, const NstRuleText *rule,
                       GPtrArray *findings)
{
  g_autoptr (NstRecord) person = nst_source_dup_ref (context->source, member, "person");

  if (!is_empty (member, "phone") || !is_empty (member, "email"))
    return;
  if (person != NULL && (!is_empty (person, "phone") || !is_empty (person, "mobile") ||
                         !is_empty (person, "email")))
    return;
  g_ptr_array_add (findings,
                   nst_finding_new (rule, member, "person",
                                    person != NULL ? nst_record_get_title (person) : NULL, NULL));
}

/* R14, second half: what each member is. "Contact person" alone will do, "member" says nothing.
 */
static void
check_member_post (const NstRuleContext *context, NstRecord *member, const NstRuleText *rule,
                   GPtrArray *findings)
{
  g_autoptr (NstRecord) person = nst_source_dup_ref (context->source, member, "person");

  if (!is_empty (member, "function") || nst_rules_has_code (member, "roles", "LEADER") ||
      nst_rules_has_code (member, "roles", "CONTACT") ||
      (person != NULL && !is_empty (person, "post")))
    return;
  g_ptr_array_add (findings,
                   nst_finding_new (rule, member, "person",
                                    person != NULL ? nst_record_get_title (person) : NULL, NULL));
}

/* R15: kinds of organisations join year by year. */
static void
check_kind_by_year (const NstRuleContext *context, NstRecord *team, const NstRuleText *rule,
                    GPtrArray *findings)
{
  g_autoptr (NstRecord) organisation = nst_source_dup_ref (context->source, team, "organisation");
  const char *kind = organisation != NULL ? nst_record_get_text (organisation, "kind") : NULL;
  g_autofree char *key = g_strconcat ("kind-from.", kind != NULL ? kind : "", NULL);
  gint64 from = nst_scheme_get_limit_int (context->scheme, key, 0);
  gint64 year = nst_record_get_int (team, "year");
  g_autofree char *title = NULL;
  g_autofree char *year_text = nst_rules_dup_number (year);
  g_autofree char *from_text = nst_rules_dup_number (from);

  if (kind == NULL || from == 0 || year == 0 || year >= from)
    return;
  title = nst_scheme_dup_title_of (context->scheme, "organisation-kind", kind);
  g_ptr_array_add (findings, nst_finding_new (rule, team, "kind", title, "year", year_text,
                                              "from", from_text, "organisation",
                                              nst_record_get_title (organisation), NULL));
}

static gint64
get_territory (const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (NstRecord) organisation = nst_source_dup_ref (context->source, team, "organisation");

  return organisation != NULL ? nst_record_get_ref (organisation, "territory") : 0;
}

/* Teams of one territory and year in the registry, by side; some work in groups already. */
typedef struct
{
  guint own;
  guint other;
  guint in_groups;
} Registry;

static gboolean
count_registry (const NstRuleContext *context, NstRecord *team, Registry *registry)
{
  const char *role = nst_record_get_text (team, "role");
  const char *year = nst_record_get_text (team, "year");
  gint64 territory = get_territory (context, team);
  g_autoptr (GPtrArray) teams = NULL;

  *registry = (Registry){ 0 };
  if (role == NULL || territory == 0 || year == NULL ||
      !nst_rules_counts_as (context, team, "SUBMITTED", NULL))
    return FALSE;
  teams = nst_source_list (context->source, "team", "year", year);
  for (guint i = 0; i < teams->len; i++)
    {
      if (nst_rules_counts_as (context, teams->pdata[i], "WITHDRAWN", NULL) ||
          get_territory (context, teams->pdata[i]) != territory)
        continue;
      if (nst_rules_counts_as (context, teams->pdata[i], "ASSIGNED", NULL))
        registry->in_groups++;
      if (g_strcmp0 (nst_record_get_text (teams->pdata[i], "role"), role) == 0)
        registry->own++;
      else
        registry->other++;
    }
  return TRUE;
}

/* Nobody of the other side at all, or a spare experienced team in a registry without groups.
 * A further developing team may join a group 1:2 (R4), and where groups work already a
 * newcomer may replace a team: those are worth a word only (R11a). */
static gboolean
is_alone (NstRecord *team, const Registry *registry)
{
  gboolean experienced =
      g_strcmp0 (nst_record_get_text (team, "role"), NST_SIDE_EXPERIENCED) == 0;

  return registry->other == 0 ||
         (experienced && registry->in_groups == 0 && registry->own > registry->other);
}

static void
report_partner (const NstRuleContext *context, NstRecord *team, const Registry *registry,
                const NstRuleText *rule, GPtrArray *findings)
{
  gboolean experienced =
      g_strcmp0 (nst_record_get_text (team, "role"), NST_SIDE_EXPERIENCED) == 0;
  g_autofree char *title =
      dup_role_title (context, experienced ? NST_SIDE_DEVELOPING : NST_SIDE_EXPERIENCED);
  g_autofree char *own = nst_rules_dup_number (registry->own);
  g_autofree char *other = nst_rules_dup_number (registry->other);

  g_ptr_array_add (findings, nst_finding_new (rule, team, "role", title, "experienced",
                                              experienced ? own : other, "developing",
                                              experienced ? other : own, NULL));
}

/* R11: a team that is submitted has a partner of the other role in territory and year. */
static void
check_partner (const NstRuleContext *context, NstRecord *team, const NstRuleText *rule,
               GPtrArray *findings)
{
  Registry registry;

  if (count_registry (context, team, &registry) && is_alone (team, &registry))
    report_partner (context, team, &registry, rule, findings);
}

/* R11, second half: partners are there, but not one for each. */
static void
check_pairing (const NstRuleContext *context, NstRecord *team, const NstRuleText *rule,
               GPtrArray *findings)
{
  Registry registry;

  if (count_registry (context, team, &registry) && !is_alone (team, &registry) &&
      registry.own > registry.other)
    report_partner (context, team, &registry, rule, findings);
}

static void
collect_groups (const NstRuleContext *context, NstRecord *team, GHashTable *groups)
{
  g_autoptr (GPtrArray) entries =
      nst_source_list_of (context->source, "participant", "team", team);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (NstRecord) group =
          nst_source_dup_ref (context->source, entries->pdata[i], "group");

      if (group != NULL && nst_group_sides_is_active (entries->pdata[i], &context->today) &&
          !nst_rules_counts_as (context, group, "CLOSED", "DISSOLVED", NULL))
        g_hash_table_add (groups, GSIZE_TO_POINTER ((gsize) nst_record_get_id (group)));
    }
}

/* R6: an organisation in several groups is worth knowing. */
static void
check_several_groups (const NstRuleContext *context, NstRecord *organisation,
                      const NstRuleText *rule, GPtrArray *findings)
{
  g_autoptr (GPtrArray) teams =
      nst_source_list_of (context->source, "team", "organisation", organisation);
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  g_autofree char *count = NULL;

  for (guint i = 0; i < teams->len; i++)
    collect_groups (context, teams->pdata[i], groups);
  if (g_hash_table_size (groups) < 2)
    return;
  count = nst_rules_dup_number (g_hash_table_size (groups));
  g_ptr_array_add (findings,
                   nst_finding_new (rule, organisation, "organisation",
                                    nst_record_get_title (organisation), "groups", count, NULL));
}

/* R70: everybody on an obligatory course takes it. */
static void
check_training (const NstRuleContext *context, NstRecord *training, const NstRuleText *rule,
                GPtrArray *findings)
{
  g_autoptr (NstRecord) course = nst_source_dup_ref (context->source, training, "course");
  GDate end;

  if (course == NULL || !nst_record_get_bool (course, "mandatory") ||
      nst_record_get_date (training, "completed_on", NULL) ||
      !nst_record_get_date (course, "end", &end) || g_date_compare (&context->today, &end) <= 0)
    return;
  g_ptr_array_add (findings, nst_finding_new (rule, training, "person",
                                              nst_record_get_display (training, "person"),
                                              "course", nst_record_get_title (course), NULL));
}

static gboolean
is_trained (const NstRuleContext *context, NstRecord *course, NstRecord *person)
{
  g_autoptr (GPtrArray) trainings =
      nst_source_list_of (context->source, "training", "person", person);

  for (guint i = 0; i < trainings->len; i++)
    if (nst_record_get_ref (trainings->pdata[i], "course") == nst_record_get_id (course))
      return TRUE;
  return FALSE;
}

/* R70, second half: a member whom nobody has put on the list of the year's obligatory course. */
static void
check_enrolled (const NstRuleContext *context, NstRecord *member, const NstRuleText *rule,
                GPtrArray *findings)
{
  g_autoptr (NstRecord) team = nst_source_dup_ref (context->source, member, "team");
  g_autoptr (NstRecord) person = nst_source_dup_ref (context->source, member, "person");
  g_autoptr (GPtrArray) courses = NULL;

  if (team == NULL || person == NULL || !nst_rules_counts_as (context, team, "ASSIGNED", NULL))
    return;
  courses = nst_source_list (context->source, "course", NULL, NULL);
  for (guint i = 0; i < courses->len; i++)
    {
      GDate end;

      if (!nst_record_get_bool (courses->pdata[i], "mandatory") ||
          !nst_record_get_date (courses->pdata[i], "end", &end) ||
          g_date_compare (&context->today, &end) <= 0 ||
          g_date_get_year (&end) != nst_record_get_int (team, "year") ||
          !nst_group_sides_is_active (member, &end) ||
          is_trained (context, courses->pdata[i], person))
        continue;
      g_ptr_array_add (findings,
                       nst_finding_new (rule, member, "person", nst_record_get_title (person),
                                        "course", nst_record_get_title (courses->pdata[i]),
                                        NULL));
    }
}

/* The later of two days; FALSE when one is missing. */
static gboolean
get_later (NstRecord *record, const char *first, const char *second, GDate *later)
{
  GDate a, b;

  if (!nst_record_get_date (record, first, &a) || !nst_record_get_date (record, second, &b))
    return FALSE;
  *later = g_date_compare (&a, &b) > 0 ? a : b;
  return TRUE;
}

/* R71: members register on the platform and join its community by the day of the scheme. */
static void
check_platform (const NstRuleContext *context, NstRecord *member, const NstRuleText *rule,
                GPtrArray *findings)
{
  g_autoptr (NstRecord) team = nst_source_dup_ref (context->source, member, "team");
  g_autoptr (NstRecord) person = nst_source_dup_ref (context->source, member, "person");
  g_autofree char *limit_text = NULL;
  g_autofree char *days = NULL;
  GDate limit, joined;

  if (team == NULL || person == NULL || nst_rules_counts_as (context, team, "WITHDRAWN", NULL) ||
      !nst_scheme_get_limit_date (context->scheme, "platform.join-by", &limit) ||
      nst_record_get_int (team, "year") != g_date_get_year (&limit))
    return;
  if (!get_later (person, "platform_registered_on", "platform_joined_on", &joined))
    joined = context->today;
  if (g_date_compare (&joined, &limit) <= 0)
    return;
  limit_text = nst_russian_date (&limit);
  days = nst_rules_dup_number (g_date_days_between (&limit, &joined));
  g_ptr_array_add (findings,
                   nst_finding_new (rule, member, "person", nst_record_get_title (person),
                                    "limit", limit_text, "days", days, NULL));
}

const NstRuleCheck nst_rules_team[] = {
  { "R2a", "team", check_director },       { "R2b", "team", check_school_contacts },
  { "R2", "team", check_directions },      { "R6", "organisation", check_several_groups },
  { "R11", "team", check_partner },        { "R11a", "team", check_pairing },
  { "R12", "team", check_evidence },       { "R13", "team", check_leader },
  { "R13a", "team", check_contact },       { "R14", "member", check_member_contacts },
  { "R14a", "member", check_member_post }, { "R15", "team", check_kind_by_year },
  { "R70", "training", check_training },   { "R70a", "member", check_enrolled },
  { "R71", "member", check_platform },     { NULL, NULL, NULL },
};
