/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about what goes with a programme: general data, versions, agreements, confidence. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-steps.h"
#include "text/nst-russian.h"

#include <string.h>

static gboolean
has_text (NstRecord *record, const char *field)
{
  const char *text = record != NULL ? nst_record_get_text (record, field) : NULL;

  return text != NULL && text[0] != '\0';
}

/* Whether the pair's agreement binds, or has bound until the work was over. */
static gboolean
is_bound (const NstRuleContext *context, GPtrArray *agreements, NstRecord *experienced,
          NstRecord *developing)
{
  for (guint i = 0; i < agreements->len; i++)
    if (nst_record_get_ref (agreements->pdata[i], "experienced") ==
            nst_record_get_id (experienced) &&
        nst_record_get_ref (agreements->pdata[i], "developing") ==
            nst_record_get_id (developing) &&
        nst_rules_counts_as (context, agreements->pdata[i], "IN_FORCE", NULL))
      return TRUE;
  return FALSE;
}

static void
report_unbound (const NstRuleContext *context, NstRecord *group, NstRecord *record,
                const NstRuleText *rule, GPtrArray *findings)
{
  g_autoptr (GPtrArray) experienced =
      nst_group_sides_list_teams (context, group, NST_SIDE_EXPERIENCED);
  g_autoptr (GPtrArray) developing =
      nst_group_sides_list_teams (context, group, NST_SIDE_DEVELOPING);
  g_autoptr (GPtrArray) agreements =
      nst_source_list_of (context->source, "agreement", "group", group);

  for (guint i = 0; i < experienced->len; i++)
    for (guint j = 0; j < developing->len; j++)
      if (!is_bound (context, agreements, experienced->pdata[i], developing->pdata[j]))
        g_ptr_array_add (findings,
                         nst_finding_new (rule, record, "experienced",
                                          nst_record_get_title (experienced->pdata[i]),
                                          "developing",
                                          nst_record_get_title (developing->pdata[j]), NULL));
}

/* R19, C-6: order and agreement come in either order, but work without one is worth a word. */
static void
check_group_bound (const NstRuleContext *context, NstRecord *group, const NstRuleText *rule,
                   GPtrArray *findings)
{
  if (nst_steps_is_state (context, group, "WORKING"))
    report_unbound (context, group, group, rule, findings);
}

/* The same for a programme that is approved and does not run yet (5.4). */
static void
check_program_bound (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                     GPtrArray *findings)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, program, "group");

  if (group != NULL && nst_steps_is_state (context, program, "APPROVED|SENT_TO_OPERATOR"))
    report_unbound (context, group, program, rule, findings);
}

static void
report_row (const NstRuleContext *context, NstRecord *program, guint row, const NstRuleText *rule,
            GPtrArray *findings)
{
  g_autofree char *number = nst_rules_dup_number (row);
  g_autofree char *key = g_strconcat ("general.row.", number, NULL);

  g_ptr_array_add (findings, nst_finding_new (rule, program, "row", number, "title",
                                              nst_scheme_get_text (context->scheme, key), NULL));
}

/* Organisation and working group of one side: rows 1 and 5, 2 and 6. */
static void
check_side_rows (const NstRuleContext *context, NstRecord *program, NstRecord *group,
                 const char *side, guint row, const NstRuleText *rule, GPtrArray *findings)
{
  g_autoptr (GPtrArray) teams = nst_group_sides_list_teams (context, group, side);
  gboolean staffed = teams->len > 0;

  if (teams->len == 0)
    report_row (context, program, row, rule, findings);
  for (guint i = 0; i < teams->len; i++)
    {
      g_autoptr (GPtrArray) members =
          nst_source_list_of (context->source, "member", "team", teams->pdata[i]);
      guint active = 0;

      for (guint j = 0; j < members->len; j++)
        active += nst_group_sides_is_active (members->pdata[j], &context->today) ? 1 : 0;
      staffed = staffed && active > 0;
    }
  if (!staffed)
    report_row (context, program, row + 4, rule, findings);
}

/* R25: the eight rows of the general data; directions and period have cases of their own. */
static void
check_general_rows (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                    GPtrArray *findings)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, program, "group");
  g_autoptr (NstRecord) curator = NULL;

  if (group == NULL)
    return;
  check_side_rows (context, program, group, NST_SIDE_DEVELOPING, 1, rule, findings);
  check_side_rows (context, program, group, NST_SIDE_EXPERIENCED, 2, rule, findings);
  if (nst_record_get_ref (group, "coordinator") == 0)
    report_row (context, program, 7, rule, findings);
  curator = nst_group_sides_dup_curator (context, program);
  if (curator == NULL && nst_record_get_ref (group, "curator") == 0)
    report_row (context, program, 8, rule, findings);
}

/* R30: the curator approves a corrected version anew. */
static void
check_reapproved (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                  GPtrArray *findings)
{
  g_autofree char *date = NULL;
  GDate made;

  if (nst_record_get_ref (program, "previous") == 0 || has_text (program, "reapproved_on") ||
      !nst_steps_is_state (context, program, "SENT_TO_OPERATOR|IN_PROGRESS|EXTENDED"))
    return;
  if (nst_record_get_date (program, "drafted_on", &made))
    date = nst_russian_date (&made);
  g_ptr_array_add (findings, nst_finding_new (rule, program, "version",
                                              nst_record_get_text (program, "version"), "date",
                                              date, NULL));
}

/* Whether the office may read what a supervision found: a demonstration has all roles. */
static gboolean
office_may_read (const NstRuleContext *context)
{
  g_autoptr (GPtrArray) offices = nst_source_list (context->source, "office", NULL, NULL);
  const char *readers = nst_scheme_get_limit (context->scheme, "confidential.readers");
  g_auto (GStrv) roles = readers != NULL ? g_strsplit (readers, " ", -1) : NULL;
  NstRecord *office = offices->len > 0 ? offices->pdata[0] : NULL;
  const char *role = office != NULL ? nst_record_get_text (office, "role") : NULL;

  return roles == NULL || role == NULL || nst_record_get_bool (office, "demo") ||
         g_strv_contains ((const char *const *) roles, role);
}

/**
 * nst_rules_is_confidential:
 * @context: scheme, source and the day
 * @activity: an activity
 *
 * Returns: whether what it found stays within the group (R33): it has a form that the scheme
 *   keeps in confidence, or its title names such a thing
 */
gboolean
nst_rules_is_confidential (const NstRuleContext *context, NstRecord *activity)
{
  const char *forms = nst_scheme_get_limit (context->scheme, "confidential.forms");
  const char *words = nst_scheme_get_limit (context->scheme, "confidential.words");
  g_auto (GStrv) codes = g_strsplit (forms != NULL ? forms : "", " ", -1);
  const char *title = nst_record_get_text (activity, "title");
  g_autofree char *folded = title != NULL ? g_utf8_casefold (title, -1) : g_strdup ("");

  for (guint i = 0; codes[i] != NULL; i++)
    if (codes[i][0] != '\0' && nst_rules_has_code (activity, "forms", codes[i]))
      return TRUE;
  return words != NULL && strstr (folded, words) != NULL;
}

/**
 * nst_rules_may_read_mark:
 * @context: scheme, source and the day
 * @mark: a mark
 *
 * Returns: whether this office may see the result that the mark describes (R33): that it was
 *   held, and when, everybody may
 */
gboolean
nst_rules_may_read_mark (const NstRuleContext *context, NstRecord *mark)
{
  g_autoptr (NstRecord) activity = NULL;

  if (office_may_read (context))
    return TRUE;
  activity = nst_source_dup_ref (context->source, mark, "activity");
  return activity == NULL || !nst_rules_is_confidential (context, activity);
}

/**
 * nst_rules_may_read:
 * @context: scheme, source and the day
 * @record: a record
 * @field: name of one of its fields
 *
 * For all that shows values: lists, pages and papers.
 *
 * Returns: whether this office may see what the field holds (R33)
 */
gboolean
nst_rules_may_read (const NstRuleContext *context, NstRecord *record, const char *field)
{
  return strcmp (field, "result") != 0 ||
         strcmp (nst_record_get_kind (record)->name, "mark") != 0 ||
         nst_record_get_text (record, field) == NULL || nst_rules_may_read_mark (context, record);
}

/**
 * nst_rules_may_ask:
 * @context: scheme, source and the day
 * @record: a record
 * @field: name of one of its fields
 *
 * For all that chooses or orders records by a value: what may not be read may not be found out
 * by asking either, not even that there is something (R33).
 *
 * Returns: whether the record may be found by the field
 */
gboolean
nst_rules_may_ask (const NstRuleContext *context, NstRecord *record, const char *field)
{
  return strcmp (field, "result") != 0 ||
         strcmp (nst_record_get_kind (record)->name, "mark") != 0 ||
         nst_rules_may_read_mark (context, record);
}

/* R33: an office outside the group keeps no words of a supervision. */
static void
check_confidence (const NstRuleContext *context, NstRecord *mark, const NstRuleText *rule,
                  GPtrArray *findings)
{
  g_autoptr (NstRecord) activity = NULL;
  g_autofree char *number = NULL;

  if (!has_text (mark, "result") || nst_rules_may_read_mark (context, mark))
    return;
  activity = nst_source_dup_ref (context->source, mark, "activity");
  number = nst_rules_dup_activity_number (context, activity);
  g_ptr_array_add (findings, nst_finding_new (rule, mark, "number", number, NULL));
}

/* R34: how often they meet is for the parties; nothing is demanded. */
static void
check_meetings (const NstRuleContext *context, NstRecord *group, const NstRuleText *rule,
                GPtrArray *findings)
{
  if (!has_text (group, "meetings") && nst_steps_is_state (context, group, "BOUND|WORKING"))
    g_ptr_array_add (findings, nst_finding_new (rule, group, NULL));
}

/* R93: the final report judges each criterion of the scheme. */
static void
check_criteria (const NstRuleContext *context, NstRecord *report, const NstRuleText *rule,
                GPtrArray *findings)
{
  NstCatalogue *criteria = nst_scheme_get_catalogue (context->scheme, "criterion");

  if (criteria == NULL || !has_text (report, "issued_on") ||
      g_strcmp0 (nst_record_get_text (report, "kind"), "FINAL_REPORT") != 0)
    return;
  for (guint i = 0; i < nst_catalogue_get_size (criteria); i++)
    {
      const NstCatalogueEntry *entry = nst_catalogue_get_nth (criteria, i);
      g_autofree char *mark = g_strconcat ("criterion", entry->code, NULL);
      g_autofree char *text = g_strconcat (mark, "_text", NULL);

      if (!has_text (report, mark) || !has_text (report, text))
        g_ptr_array_add (findings, nst_finding_new (rule, report, "number", entry->code,
                                                    "criterion", entry->title, NULL));
    }
}

static gboolean
is_listed (const NstRuleContext *context, const char *key, const char *word)
{
  const char *limit = nst_scheme_get_limit (context->scheme, key);
  g_auto (GStrv) words = limit != NULL ? g_strsplit (limit, " ", -1) : NULL;

  return words != NULL && word != NULL && g_strv_contains ((const char *const *) words, word);
}

/* R85: people's own contacts are printed in the documents that the scheme names only. The frozen
 * data names each value that was printed: name="coordinator.mobile". */
static void
check_contacts (const NstRuleContext *context, NstRecord *document, const NstRuleText *rule,
                GPtrArray *findings)
{
  static const char *const fields[] = { ".mobile\"", ".platform_email\"", ".mobile,",
                                        ".mobile|" };
  const char *form = nst_record_get_text (document, "form");
  const char *data = nst_record_get_text (document, "data");

  if (data == NULL || nst_scheme_get_limit (context->scheme, "contacts.documents") == NULL ||
      is_listed (context, "contacts.documents", form))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strstr (data, fields[i]) != NULL)
      {
        g_ptr_array_add (findings, nst_finding_new (rule, document, "form", form, NULL));
        return;
      }
}

const NstRuleCheck nst_rules_control[] = {
  { "R19a", "group", check_group_bound },
  { "R19b", "program", check_program_bound },
  { "R25e", "program", check_general_rows },
  { "R30a", "program", check_reapproved },
  { "R33", "mark", check_confidence },
  { "R34", "group", check_meetings },
  { "R85", "document", check_contacts },
  { "R93", "report", check_criteria },
  { NULL, NULL, NULL },
};
