/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A team or person on one side of a group (DOMAIN 4.7). */
#include "config.h"

#include "model/nst-participant.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "group", "group", N_("Group"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_CODE (1, "side", "team-role", N_("Side"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (1, "team", "team", N_("Team"), NST_FIELD_SEARCH),
  NST_FIELD_REF (1, "person", "person", N_("Person"), NST_FIELD_SEARCH),
  NST_FIELD_DATE (1, "from", N_("From"), 0),
  NST_FIELD_DATE (1, "to", N_("Until"), 0),
  NST_FIELD_DATE (1, "consent_on", N_("Consent given on"), 0),
  NST_FIELD_REF (2, "replaces", "participant", N_("In place of"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_participant_kind = {
  .name = "participant",
  .plural = "participants",
  .label = N_ ("Participant of a group"),
  .title = "{team}{person}",
  .order = "side",
  .fields = fields,
  .get_type = nst_participant_get_type,
};

struct _NstParticipant
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstParticipant, nst_participant, nst_participant_kind)
