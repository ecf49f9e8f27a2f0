/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order of the operator, a body or a school (DOMAIN 4.8). */
#include "config.h"

#include "model/nst-order.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_CODE (1, "kind", "order-kind", N_("Kind"), NST_FIELD_REQUIRED),
  NST_FIELD_STRING (1, "number", N_("Number"), NST_FIELD_SEARCH),
  NST_FIELD_DATE (1, "date", N_("Date"), 0),
  NST_FIELD_STRING (1, "title", N_("Title"), NST_FIELD_SEARCH),
  NST_FIELD_STRING (1, "act_name", N_("Name of the act"), 0),
  NST_FIELD_REF (1, "issuer", "organisation", N_("Issued by"), 0),
  NST_FIELD_REF (1, "signer", "person", N_("Signed by"), 0),
  NST_FIELD_STRING (1, "place", N_("Place"), 0),
  NST_FIELD_REF (1, "group", "group", N_("Group"), 0),
  NST_FIELD_REF (1, "basis", "basis", N_("Basis"), 0),
  NST_FIELD_TEXT (1, "text", N_("Text"), 0),
  NST_FIELD_REF (1, "control", "person", N_("Control"), 0),
  NST_FIELD_REF (1, "executor", "person", N_("Executor"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_order_kind = {
  .name = "order",
  .plural = "orders",
  .label = N_ ("Order"),
  .title = "№ {number}",
  .order = "date",
  .fields = fields,
  .get_type = nst_order_get_type,
};

struct _NstOrder
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstOrder, nst_order, nst_order_kind)
