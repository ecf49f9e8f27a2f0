/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A municipal or urban district, or a part of a city (DOMAIN 4.2). */
#include "config.h"

#include "model/nst-territory.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (1, "name", N_("Name"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_CODE (1, "kind", "territory-kind", N_("Kind"), NST_FIELD_REQUIRED),
  NST_FIELD_STRING (1, "name_gen", N_("Name in the genitive"), 0),
  NST_FIELD_STRING (1, "name_pre", N_("Name in the prepositional"), 0),
  NST_FIELD_REF (1, "authority", "organisation", N_("Education authority"), 0),
  NST_FIELD_REF (1, "curator", "person", N_("Municipal curator"), 0),
  NST_FIELD_INT (1, "schools_total", N_("Schools"), 0),
  NST_FIELD_INT (1, "kindergartens_total", N_("Kindergartens"), 0),
  NST_FIELD_INT (1, "additional_total", N_("Additional education institutions"), 0),
  NST_FIELD_INT (1, "teachers_total", N_("Teachers"), 0),
  NST_FIELD_INT (1, "mentors_total", N_("Mentors"), 0),
  NST_FIELD_INT (1, "mentees_total", N_("Mentees"), 0),
  NST_FIELD_DATE (1, "totals_on", N_("Totals as of"), 0),
  NST_FIELD_BOOL (1, "has_concept", N_("Has a municipal concept document"), 0),
  NST_FIELD_STRING (1, "concept_link", N_("Link to the concept document"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_territory_kind = {
  .name = "territory",
  .plural = "territories",
  .label = N_ ("Territory"),
  .title = "{name}",
  .order = "name",
  .fields = fields,
  .get_type = nst_territory_get_type,
};

struct _NstTerritory
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstTerritory, nst_territory, nst_territory_kind)
