/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A written consent of a person (DOMAIN 4.26). */
#include "config.h"

#include "model/nst-consent.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "person", "person", N_("Person"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_CODE (1, "kind", "consent-kind", N_("Kind"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (1, "order", "order", N_("Order"), 0),
  NST_FIELD_REF (1, "group", "group", N_("Group"), 0),
  NST_FIELD_DATE (1, "date", N_("Given on"), 0),
  NST_FIELD_DATE (1, "withdrawn_on", N_("Withdrawn on"), 0),
  NST_FIELD_TEXT (1, "note", N_("Note"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_consent_kind = {
  .name = "consent",
  .plural = "consents",
  .label = N_ ("Consent"),
  .title = "{person}",
  .order = "date",
  .fields = fields,
  .get_type = nst_consent_get_type,
};

struct _NstConsent
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstConsent, nst_consent, nst_consent_kind)
