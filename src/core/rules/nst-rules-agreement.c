/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about three-party agreements. */
#include "config.h"

#include "rules/nst-agreement-days.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-program-term.h"
#include "rules/nst-rules-private.h"
#include "text/nst-russian.h"

/* How many parties stand in it: a party that is there twice is one. When each is there once or
 * more, a further entry counts too. */
static gint64
count_parties (GPtrArray *signatures, gint64 wanted)
{
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < signatures->len; i++)
    {
      const char *party = nst_record_get_text (signatures->pdata[i], "party");

      if (party != NULL)
        g_hash_table_add (parties, (gpointer) party);
    }
  if (g_hash_table_size (parties) < wanted)
    return g_hash_table_size (parties);
  return signatures->len;
}

/* R16: exactly three parties, each of them another one. */
static void
check_parties (const NstRuleContext *context, NstRecord *agreement, const NstRuleText *rule,
               GPtrArray *findings)
{
  g_autoptr (GPtrArray) signatures =
      nst_source_list_of (context->source, "signature", "agreement", agreement);
  gint64 wanted = nst_scheme_get_limit_int (context->scheme, "agreement.parties", 3);
  gint64 parties = count_parties (signatures, wanted);
  g_autofree char *found = nst_rules_dup_number (parties);
  g_autofree char *all = nst_rules_dup_number (wanted);

  if (parties != wanted && !nst_rules_counts_as (context, agreement, "CANCELLED", NULL))
    g_ptr_array_add (findings,
                     nst_finding_new (rule, agreement, "parties", found, "all", all, NULL));
}

/* R17: in force only with all signatures and the registered copy. */
static void
check_in_force (const NstRuleContext *context, NstRecord *agreement, const NstRuleText *rule,
                GPtrArray *findings)
{
  g_autoptr (GPtrArray) signatures = NULL;
  g_autofree char *signed_text = NULL;
  g_autofree char *all_text = NULL;
  guint n = 0;

  if (!nst_rules_counts_as (context, agreement, "IN_FORCE", NULL))
    return;
  signatures = nst_source_list_of (context->source, "signature", "agreement", agreement);
  for (guint i = 0; i < signatures->len; i++)
    if (nst_record_get_text (signatures->pdata[i], "signed_on") != NULL)
      n++;
  if (n == signatures->len &&
      n >= nst_scheme_get_limit_int (context->scheme, "agreement.parties", 3) &&
      nst_record_get_text (agreement, "returned_on") != NULL)
    return;
  signed_text = nst_rules_dup_number (n);
  all_text = nst_rules_dup_number (signatures->len);
  g_ptr_array_add (findings, nst_finding_new (rule, agreement, "signed", signed_text, "all",
                                              all_text, NULL));
}

/* R17: what is registered has the number that it was issued with (5.3). */
static void
check_numbered (const NstRuleContext *context, NstRecord *agreement, const NstRuleText *rule,
                GPtrArray *findings)
{
  const char *number = nst_record_get_text (agreement, "number");

  if ((number == NULL || number[0] == '\0') &&
      nst_rules_counts_as (context, agreement, "IN_FORCE", NULL))
    g_ptr_array_add (findings, nst_finding_new (rule, agreement, NULL));
}

/* What is over, or void, cannot be late any more. */
static gboolean
get_limit (const NstRuleContext *context, NstRecord *agreement, const char *key, GDate *limit)
{
  return nst_agreement_days_get_limit (context, agreement, key, limit) &&
         !nst_rules_counts_as (context, agreement, "CANCELLED", "ENDED", NULL);
}

static void
report_late (const NstRuleContext *context, NstRecord *agreement, const char *field,
             const GDate *limit, const NstRuleText *rule, GPtrArray *findings)
{
  g_autofree char *date_text = NULL;
  g_autofree char *limit_text = NULL;
  g_autofree char *days = NULL;
  GDate date;

  if (!nst_record_get_date (agreement, field, &date))
    date = context->today;
  if (g_date_compare (&date, limit) <= 0)
    return;
  date_text = nst_russian_date (&date);
  limit_text = nst_russian_date (limit);
  days = nst_rules_dup_number (g_date_days_between (limit, &date));
  g_ptr_array_add (findings, nst_finding_new (rule, agreement, "date", date_text, "limit",
                                              limit_text, "days", days, NULL));
}

/* R18: sent in time. */
static void
check_sent (const NstRuleContext *context, NstRecord *agreement, const NstRuleText *rule,
            GPtrArray *findings)
{
  GDate limit;

  if (get_limit (context, agreement, "agreement.sent-by", &limit))
    report_late (context, agreement, "sent_on", &limit, rule, findings);
}

/* R18, second half: back in time. */
static void
check_returned (const NstRuleContext *context, NstRecord *agreement, const NstRuleText *rule,
                GPtrArray *findings)
{
  GDate limit;

  if (get_limit (context, agreement, "agreement.returned-by", &limit))
    report_late (context, agreement, "returned_on", &limit, rule, findings);
}

/* R20: the agreement runs as long as the programme. */
static void
check_term (const NstRuleContext *context, NstRecord *agreement, const NstRuleText *rule,
            GPtrArray *findings)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, agreement, "group");
  g_autoptr (NstRecord) program = NULL;
  g_autofree char *end_text = NULL;
  g_autofree char *program_text = NULL;
  GDate end, program_end;

  if (group == NULL || nst_rules_counts_as (context, agreement, "CANCELLED", "ENDED", NULL))
    return;
  program = nst_group_sides_dup_program (context, group);
  if (program == NULL || !nst_record_get_date (agreement, "end", &end) ||
      !nst_program_term_get_end (program, &program_end) ||
      g_date_compare (&end, &program_end) == 0)
    return;
  end_text = nst_russian_date (&end);
  program_text = nst_russian_date (&program_end);
  g_ptr_array_add (findings, nst_finding_new (rule, agreement, "end", end_text, "program_end",
                                              program_text, NULL));
}

const NstRuleCheck nst_rules_agreement[] = {
  { "R16", "agreement", check_parties },
  { "R17", "agreement", check_in_force },
  { "R17a", "agreement", check_numbered },
  { "R18", "agreement", check_sent },
  { "R18a", "agreement", check_returned },
  { "R20", "agreement", check_term },
  { NULL, NULL, NULL },
};
