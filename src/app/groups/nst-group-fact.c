/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list says about a group: who with whom, how far. */
#include "config.h"

#include "app/groups/nst-group-fact.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-program-names.h"
#include "rules/nst-group-sides.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>

static char *
dup_side (const NstRuleContext *context, NstRecord *group, const char *side)
{
  g_autoptr (GPtrArray) entries = nst_group_sides_list (context, group, side);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            nst_record_get_title (entries->pdata[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Other schemes call their sides otherwise; then everybody is named in order. */
static char *
dup_teams (const NstRuleContext *context, NstRecord *group, gboolean brief)
{
  g_autofree char *experienced = dup_side (context, group, NST_SIDE_EXPERIENCED);
  g_autofree char *developing = dup_side (context, group, NST_SIDE_DEVELOPING);

  if (experienced[0] == '\0' && developing[0] == '\0')
    return dup_side (context, group, NULL);
  if (brief && experienced[0] != '\0' && developing[0] != '\0')
    return nst_program_names_dup_brief (experienced, developing);
  return g_strdup_printf ("%s → %s", experienced[0] != '\0' ? experienced : "?",
                          developing[0] != '\0' ? developing : "?");
}

char *
nst_group_fact_dup_period (NstRecord *group)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  GDate start, end;

  if (!nst_record_get_date (group, "period_start", &start) ||
      !nst_record_get_date (group, "period_end", &end))
    return NULL;
  first = nst_date_to_label (&start);
  last = nst_date_to_label (&end);
  return g_strdup_printf ("%s – %s", first, last);
}

NstGroupFact *
nst_group_fact_new (NstOffice *office, NstRecord *group)
{
  NstGroupFact *self = g_new0 (NstGroupFact, 1);
  g_autofree char *period = nst_group_fact_dup_period (group);
  g_autoptr (NstProgress) progress = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *share = NULL;
  const NstLifeState *state;
  const char *coordinator = nst_record_get_display (group, "coordinator");
  NstRuleContext context;

  nst_office_get_look (office, &context);
  self->teams = dup_teams (&context, group, FALSE);
  self->pair = dup_teams (&context, group, TRUE);
  self->second =
      g_strdup_printf ("%s%s%s", coordinator[0] != '\0' ? coordinator : _ ("no coordinator"),
                       period != NULL ? " · " : "", period != NULL ? period : "");
  self->program = nst_group_sides_dup_program (&context, group);
  if (self->program != NULL)
    progress = nst_progress_new (&context, self->program);
  self->permille = progress != NULL ? progress->permille : 0;
  findings = nst_rules_check (&context, group);
  self->findings = findings->len;
  state = nst_steps_get_state (&context, group);
  share = nst_russian_percent (self->permille);
  self->name =
      g_strdup_printf (_ ("Group %s, %s, %s, %s, done %s"), nst_record_get_title (group),
                       self->teams, self->second, state != NULL ? state->title : "", share);
  return self;
}

void
nst_group_fact_free (NstGroupFact *self)
{
  if (self == NULL)
    return;
  g_free (self->teams);
  g_free (self->pair);
  g_free (self->second);
  g_clear_object (&self->program);
  g_free (self->name);
  g_free (self);
}
