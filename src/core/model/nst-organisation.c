/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A school, a body or the operator (DOMAIN 4.3). */
#include "config.h"

#include "model/nst-organisation.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (1, "full_name",
                    N_("Full name"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH | NST_FIELD_DATED),
  NST_FIELD_STRING (1, "short_name", N_("Short name"), NST_FIELD_SEARCH | NST_FIELD_DATED),
  NST_FIELD_CODE (1, "kind", "organisation-kind", N_("Kind"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (1, "territory", "territory", N_("Territory"), 0),
  NST_FIELD_REF (1, "director", "person", N_("Head"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "phone", N_("Phone"), 0),
  NST_FIELD_STRING (1, "email", N_("E-mail"), 0),
  NST_FIELD_STRING (1, "site", N_("Website"), 0),
  NST_FIELD_STRING (1, "place", N_("Place"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "legal_address", N_("Legal address"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "inn", N_("INN"), NST_FIELD_SEARCH | NST_FIELD_DATED),
  NST_FIELD_STRING (1, "kpp", N_("KPP"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "ogrn", N_("OGRN"), NST_FIELD_DATED),
  NST_FIELD_CODE (1, "gram_gender", "gram-gender", N_("Gender of the name"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "name_gen", N_("Full name in the genitive"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "name_dat", N_("Full name in the dative"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "short_name_gen", N_("Short name in the genitive"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "parent_body", N_("Parent body"), NST_FIELD_DATED),
  NST_FIELD_REF (1, "signer", "person", N_("Who signs"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "signer_basis_gen", N_("Basis of signing (genitive)"), NST_FIELD_DATED),
  NST_FIELD_REF (1, "acting_head", "person", N_("Acting head"), NST_FIELD_DATED),
  NST_FIELD_DATE (1, "acting_from", N_("Acting from"), NST_FIELD_DATED),
  NST_FIELD_DATE (1, "acting_to", N_("Acting until"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "acting_basis", N_("Basis of acting"), NST_FIELD_DATED),
  NST_FIELD_BOOL (1, "uses_stamp", N_("Uses a stamp"), NST_FIELD_DATED),
  NST_FIELD_BOOL (1, "low_results", N_("In the list of low-results schools"), 0),
  NST_FIELD_DATE (1, "low_results_since", N_("In the list since"), 0),
  NST_FIELD_DATE (1, "low_results_until", N_("In the list until"), 0),
  NST_FIELD_STRING (1, "mentoring_url", N_("Mentoring section of the website"), 0),
  NST_FIELD_DATE (1, "target_model_since", N_("Target model since"), 0),
  NST_FIELD_REF (1, "school_curator", "person", N_("School curator"), 0),
  NST_FIELD_TEXT (1, "note", N_("Note"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_organisation_kind = {
  .name = "organisation",
  .plural = "organisations",
  .label = N_ ("Organisation"),
  .title = "{short_name|full_name}",
  .order = "full_name",
  .fields = fields,
  .get_type = nst_organisation_get_type,
};

struct _NstOrganisation
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstOrganisation, nst_organisation, nst_organisation_kind)
