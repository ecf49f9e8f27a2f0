/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the numbers of papers: each once in its kind and year (R96), none left out (R97).
 */
#include "config.h"

#include "rules/nst-numbering.h"
#include "rules/nst-rules-private.h"

#include <string.h>

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
  static const char *const peers[] = { "operator", "supplements", NULL };

  report_taken (context, agreement, peers, rule, findings);
}

/* R96, second half: orders of one issuer. */
static void
check_order (const NstRuleContext *context, NstRecord *order, const NstRuleText *rule,
             GPtrArray *findings)
{
  static const char *const peers[] = { "issuer", NULL };

  report_taken (context, order, peers, rule, findings);
}

/* Whether the number right before is there: what most papers have, and cheap to ask. */
static gboolean
has_neighbour (const NstRuleContext *context, const NstNumberSeries *series, gint64 number,
               NstRecord *paper)
{
  g_autofree char *text = nst_numbering_format (series, number - 1);
  g_autoptr (GPtrArray) found =
      nst_source_list (context->source, nst_record_get_kind (paper)->name, "number", text);

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr (NstNumberSeries) other = nst_numbering_of (context, found->pdata[i]);

      if (other != NULL && other->office == series->office && other->year == series->year &&
          strcmp (other->paper, series->paper) == 0 &&
          nst_record_get_text (found->pdata[i], "date") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* R97: the gap stands on the paper that follows it. */
static void
check_gap (const NstRuleContext *context, NstRecord *paper, const NstRuleText *rule,
           GPtrArray *findings)
{
  g_autoptr (NstNumberSeries) series = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *year = NULL;
  gint64 number = 0;

  if (nst_record_get_text (paper, "date") == NULL ||
      nst_record_get_text (paper, "number") == NULL)
    return;
  series = nst_numbering_of (context, paper);
  if (series == NULL ||
      !nst_numbering_read (series, nst_record_get_text (paper, "number"), &number) ||
      number <= MAX (series->first, 1) || has_neighbour (context, series, number, paper))
    return;
  gap = nst_numbering_dup_gaps (context, series, number);
  if (gap == NULL)
    return;
  year = nst_rules_dup_number (series->year);
  g_ptr_array_add (findings, nst_finding_new (rule, paper, "numbers", gap, "year", year, NULL));
}

const NstRuleCheck nst_rules_number[] = {
  { "R96", "agreement", check_agreement },
  { "R96a", "order", check_order },
  { "R97", "agreement", check_gap },
  { "R97a", "order", check_gap },
  { NULL, NULL, NULL },
};
