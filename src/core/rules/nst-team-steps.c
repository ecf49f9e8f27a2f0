/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a team: entering the register (DOMAIN 5.1). */
#include "config.h"

#include "rules/nst-step-run.h"

/* SUBMITTED to REGISTERED: the partner that was there at the submission still is (R11); the rule
 * judges what is submitted, so it is asked before the state changes. */
gboolean
nst_team_steps_register (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) found = nst_rules_check_one (run->context, run->record, "R11");

  for (guint i = 0; i < found->len; i++)
    if (nst_finding_is_error (found->pdata[i]))
      nst_step_run_find (run, nst_finding_copy (found->pdata[i]));
  return TRUE;
}
