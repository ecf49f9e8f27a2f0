/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all kinds of records. */
#include "config.h"

#include "model/nst-activity.h"
#include "model/nst-agreement.h"
#include "model/nst-answer.h"
#include "model/nst-attachment.h"
#include "model/nst-award.h"
#include "model/nst-basis.h"
#include "model/nst-consent.h"
#include "model/nst-consultation.h"
#include "model/nst-course.h"
#include "model/nst-dispatch.h"
#include "model/nst-dissemination.h"
#include "model/nst-document.h"
#include "model/nst-former.h"
#include "model/nst-group.h"
#include "model/nst-indicator-entry.h"
#include "model/nst-indicator-target.h"
#include "model/nst-mark.h"
#include "model/nst-member.h"
#include "model/nst-merger.h"
#include "model/nst-office-card.h"
#include "model/nst-order.h"
#include "model/nst-organisation.h"
#include "model/nst-participant.h"
#include "model/nst-person.h"
#include "model/nst-practice.h"
#include "model/nst-program.h"
#include "model/nst-report.h"
#include "model/nst-scenario-value.h"
#include "model/nst-scenario.h"
#include "model/nst-series.h"
#include "model/nst-signature.h"
#include "model/nst-stage.h"
#include "model/nst-survey.h"
#include "model/nst-team.h"
#include "model/nst-territory.h"
#include "model/nst-training.h"
#include "model/nst-wording.h"
#include "model/nst-year.h"

#include <string.h>

/* Base version that brought the values of extra fields. */
#define EXTRA_VERSION 2

static const NstKind *const kinds[] = {
  &nst_office_card_kind,
  &nst_territory_kind,
  &nst_organisation_kind,
  &nst_person_kind,
  &nst_year_kind,
  &nst_team_kind,
  &nst_member_kind,
  &nst_group_kind,
  &nst_participant_kind,
  &nst_order_kind,
  &nst_agreement_kind,
  &nst_signature_kind,
  &nst_program_kind,
  &nst_stage_kind,
  &nst_activity_kind,
  &nst_mark_kind,
  &nst_report_kind,
  &nst_document_kind,
  &nst_attachment_kind,
  &nst_course_kind,
  &nst_training_kind,
  &nst_dissemination_kind,
  &nst_dispatch_kind,
  &nst_basis_kind,
  &nst_consent_kind,
  &nst_former_kind,
  &nst_merger_kind,
  &nst_series_kind,
  &nst_wording_kind,
  &nst_practice_kind,
  &nst_survey_kind,
  &nst_answer_kind,
  &nst_consultation_kind,
  &nst_award_kind,
  &nst_indicator_entry_kind,
  &nst_indicator_target_kind,
  &nst_scenario_kind,
  &nst_scenario_value_kind,
  NULL,
};

/**
 * nst_kinds_list:
 *
 * Returns: (transfer none): all kinds, those that others refer to first; NULL-terminated
 */
const NstKind *const *
nst_kinds_list (void)
{
  return kinds;
}

/**
 * nst_kinds_find:
 * @name: singular or plural
 *
 * Returns: (transfer none) (nullable): the kind
 */
const NstKind *
nst_kinds_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i]->name, name) == 0 || strcmp (kinds[i]->plural, name) == 0)
      return kinds[i];
  return NULL;
}

/**
 * nst_kinds_get_version:
 *
 * The base version that the tables of fields describe: the greatest `since` in them, and
 * not less than that which brought the table of extra fields.
 *
 * Returns: a version, from 1
 */
guint
nst_kinds_get_version (void)
{
  guint version = EXTRA_VERSION;

  for (guint i = 0; kinds[i] != NULL; i++)
    for (const NstField *field = kinds[i]->fields; field->name != NULL; field++)
      version = MAX (version, field->since);
  return version;
}
