/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One party of an agreement and its signature (DOMAIN 4.9). */
#include "config.h"

#include "model/nst-signature.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "agreement", "agreement",
                 N_("Agreement"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_RANK (1, "rank", N_("Position in the list"), 0),
  NST_FIELD_CODE (1, "party", "party", N_("Party"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (1, "organisation", "organisation", N_("Organisation"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (1, "person", "person", N_("Signatory"), 0),
  NST_FIELD_DATE (1, "signed_on", N_("Signed on"), NST_FIELD_STEP),
  NST_FIELD_CODE (1, "way", "sign-way", N_("Way"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_signature_kind = {
  .name = "signature",
  .plural = "signatures",
  .label = N_ ("Signature"),
  .title = "{organisation}",
  .order = "rank",
  .fields = fields,
  .get_type = nst_signature_get_type,
};

struct _NstSignature
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstSignature, nst_signature, nst_signature_kind)
