/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A memo, request or petition (DOMAIN 4.27). */
#include "config.h"

#include "model/nst-basis.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_CODE (1, "kind", "basis-kind", N_("Kind"), NST_FIELD_REQUIRED),
  NST_FIELD_REF (1, "author", "person", N_("Author"), 0),
  NST_FIELD_REF (1, "group", "group", N_("Group"), 0),
  NST_FIELD_DATE (1, "date", N_("Date"), 0),
  NST_FIELD_CODE (1, "ground", "replacement-ground", N_("Ground"), 0),
  NST_FIELD_TEXT (1, "text", N_("Text"), NST_FIELD_SEARCH),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_basis_kind = {
  .name = "basis",
  .plural = "bases",
  .label = N_ ("Basis document"),
  .title = "{kind}",
  .order = "date",
  .fields = fields,
  .get_type = nst_basis_get_type,
};

struct _NstBasis
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstBasis, nst_basis, nst_basis_kind)
