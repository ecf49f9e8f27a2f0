/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office itself: who works with this base (exactly one record). */
#include "config.h"

#include "model/nst-office-card.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (1, "name", N_("Name"), NST_FIELD_REQUIRED),
  NST_FIELD_CODE (1, "role", "role", N_("Role"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (1, "organisation", "organisation", N_("Organisation"), 0),
  NST_FIELD_REF (1, "person", "person", N_("Who works here"), 0),
  NST_FIELD_STRING (1, "scheme", N_("Scheme"), NST_FIELD_REQUIRED | NST_FIELD_INTERNAL),
  NST_FIELD_CODE (3, "standard", "document-standard", N_("Standard of papers"), 0),
  NST_FIELD_BOOL (3, "no_codes", N_("Papers without the printed code"), 0),
  NST_FIELD_BOOL (3, "two_sided", N_("Printed on both sides"), 0),
  NST_FIELD_BOOL (1, "demo", N_("Demonstration data"), NST_FIELD_INTERNAL),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_office_card_kind = {
  .name = "office",
  .plural = "offices",
  .label = N_ ("Office"),
  .title = "{name}",
  .order = "name",
  .fields = fields,
  .get_type = nst_office_card_get_type,
};

struct _NstOfficeCard
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstOfficeCard, nst_office_card, nst_office_card_kind)
