/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Supplementary agreements (DOMAIN 4.9, 5.3): a new end or a new party of what is in force. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-step-run.h"

#define EXTENSION "EXTENSION"
#define REPLACEMENT "REPLACEMENT"

static NstRecord *
draft (NstStepRun *run, NstRecord *agreement, const char *kind, NstRecord *experienced,
       NstRecord *developing)
{
  NstSource *source = run->context->source;
  g_autoptr (NstRecord) group = nst_source_dup_ref (source, agreement, "group");
  g_autoptr (NstRecord) third = nst_source_dup_ref (source, agreement, "operator");
  NstRecord *supplement = nst_agreement_steps_draft (run, group, experienced, developing, third);

  nst_change_set_ref (run->change, supplement, "supplements", agreement);
  nst_change_set (run->change, supplement, "supplement_kind", kind);
  nst_change_set (run->change, supplement, "end", nst_record_get_text (agreement, "end"));
  return supplement;
}

/* One a pair: the term of each agreement in force goes on until the day (5.4). */
void
nst_supplement_steps_extend (NstStepRun *run, NstRecord *group, const char *until)
{
  NstSource *source = run->context->source;
  g_autoptr (GPtrArray) agreements = nst_source_list_of (source, "agreement", "group", group);

  for (guint i = 0; i < agreements->len; i++)
    {
      NstRecord *agreement = agreements->pdata[i];
      g_autoptr (NstRecord) experienced = nst_source_dup_ref (source, agreement, "experienced");
      g_autoptr (NstRecord) developing = nst_source_dup_ref (source, agreement, "developing");
      g_autoptr (NstRecord) supplement = NULL;
      GDate first;

      if (nst_record_get_ref (agreement, "supplements") != 0 ||
          !nst_rules_counts_as (run->context, agreement, "IN_FORCE", NULL))
        continue;
      supplement = draft (run, agreement, EXTENSION, experienced, developing);
      nst_change_set (run->change, supplement, "end", until);
      if (!nst_record_get_date (agreement, "end", &first))
        continue;
      g_date_add_days (&first, 1);
      nst_change_set_date (run->change, supplement, "start", &first);
    }
}

/* The agreement stays in force, the supplement names the party that enters (5.6). */
void
nst_supplement_steps_replace (NstStepRun *run, NstRecord *agreement, NstRecord *team)
{
  NstSource *source = run->context->source;
  gboolean experienced =
      g_strcmp0 (nst_record_get_text (team, "role"), NST_SIDE_EXPERIENCED) == 0;
  g_autoptr (NstRecord) other =
      nst_source_dup_ref (source, agreement, experienced ? "developing" : "experienced");
  g_autoptr (NstRecord) supplement =
      draft (run, agreement, REPLACEMENT, experienced ? team : other, experienced ? other : team);

  nst_change_set_date (run->change, supplement, "start", &run->date);
}

/* RETURNED to IN_FORCE; a supplement gives its new end or party to what it supplements. */
gboolean
nst_supplement_steps_register (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  static const char *const parties[] = { "experienced", "developing" };
  g_autoptr (NstRecord) agreement =
      nst_source_dup_ref (run->context->source, run->record, "supplements");

  nst_agreement_steps_number (run);
  if (agreement == NULL)
    return TRUE;
  nst_change_set (run->change, agreement, "end", nst_record_get_text (run->record, "end"));
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if (g_strcmp0 (nst_record_get_text (run->record, "supplement_kind"), REPLACEMENT) == 0)
      nst_change_set (run->change, agreement, parties[i],
                      nst_record_get_text (run->record, parties[i]));
  return TRUE;
}
