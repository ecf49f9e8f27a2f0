/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the numbers of papers: each once in its kind and year (R96). */
#include "config.h"

#include "rules/nst-rules-private.h"

static gboolean
is_same (NstRecord *first, NstRecord *second, const char *field)
{
  return g_strcmp0 (nst_record_get_text (first, field), nst_record_get_text (second, field)) == 0;
}

/* The other paper of the same number, kind and year; @peer names what must be equal too. */
static gboolean
is_taken (const NstRuleContext *context, NstRecord *paper, const char *const *peers)
{
  g_autoptr (GPtrArray) others =
      nst_source_list (context->source, nst_record_get_kind (paper)->name, "number",
                       nst_record_get_text (paper, "number"));
  GDate date, other;

  nst_record_get_date (paper, "date", &date);
  for (guint i = 0; i < others->len; i++)
    {
      gboolean same = nst_record_get_id (others->pdata[i]) != nst_record_get_id (paper) &&
                      nst_record_get_date (others->pdata[i], "date", &other) &&
                      g_date_get_year (&other) == g_date_get_year (&date);

      for (guint j = 0; same && peers[j] != NULL; j++)
        same = is_same (paper, others->pdata[i], peers[j]);
      if (same)
        return TRUE;
    }
  return FALSE;
}

static void
report_taken (const NstRuleContext *context, NstRecord *paper, const char *const *peers,
              const NstRuleText *rule, GPtrArray *findings)
{
  const char *number = nst_record_get_text (paper, "number");
  g_autofree char *year = NULL;
  GDate date;

  if (number == NULL || !nst_record_get_date (paper, "date", &date) ||
      !is_taken (context, paper, peers))
    return;
  year = nst_rules_dup_number (g_date_get_year (&date));
  g_ptr_array_add (findings, nst_finding_new (rule, paper, "number", number, "year", year, NULL));
}

/* R96: agreements of one operator. */
static void
check_agreement (const NstRuleContext *context, NstRecord *agreement, const NstRuleText *rule,
                 GPtrArray *findings)
{
  static const char *const peers[] = { "operator", NULL };

  report_taken (context, agreement, peers, rule, findings);
}

/* R96, second half: orders of one kind and issuer. */
static void
check_order (const NstRuleContext *context, NstRecord *order, const NstRuleText *rule,
             GPtrArray *findings)
{
  static const char *const peers[] = { "issuer", "kind", NULL };

  report_taken (context, order, peers, rule, findings);
}

const NstRuleCheck nst_rules_number[] = {
  { "R96", "agreement", check_agreement },
  { "R96a", "order", check_order },
  { NULL, NULL, NULL },
};
