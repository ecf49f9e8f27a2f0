/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something sent from office to office (DOMAIN 4.30). */
#include "config.h"

#include "model/nst-dispatch.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (1, "what", N_("What"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_LINK (1, "subject", N_("About"), 0),
  NST_FIELD_REF (1, "document", "document", N_("Document"), 0),
  NST_FIELD_REF (1, "sender", "organisation", N_("Sender"), 0),
  NST_FIELD_REF (1, "recipient", "organisation", N_("Recipient"), 0),
  NST_FIELD_REF (1, "recipient_person", "person", N_("To the person"), 0),
  NST_FIELD_CODE (1, "way", "dispatch-way", N_("Way"), 0),
  NST_FIELD_DATE (1, "sent_on", N_("Sent on"), 0),
  NST_FIELD_DATE (1, "received_on", N_("Received on"), 0),
  NST_FIELD_DATE (1, "returned_on", N_("Returned on"), 0),
  NST_FIELD_TEXT (1, "remarks", N_("Remarks"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_dispatch_kind = {
  .name = "dispatch",
  .plural = "dispatches",
  .label = N_ ("Dispatch"),
  .title = "{what}",
  .order = "sent_on",
  .fields = fields,
  .get_type = nst_dispatch_get_type,
};

struct _NstDispatch
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstDispatch, nst_dispatch, nst_dispatch_kind)
