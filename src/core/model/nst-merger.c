/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record that was found twice and joined with another (DOMAIN R98). */
#include "config.h"

#include "model/nst-merger.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_LINK (2, "subject", N_("Joined with"),
                  NST_FIELD_REQUIRED | NST_FIELD_OWNER | NST_FIELD_STEP),
  NST_FIELD_INT (2, "gone", N_("Number of the record that is gone"),
                 NST_FIELD_REQUIRED | NST_FIELD_STEP),
  NST_FIELD_STRING (2, "gone_uuid",
                    N_("Identity of the record that is gone"),
                    NST_FIELD_REQUIRED | NST_FIELD_INTERNAL | NST_FIELD_STEP),
  NST_FIELD_STRING (2, "title", N_("Title"),
                    NST_FIELD_PERSONAL | NST_FIELD_SEARCH | NST_FIELD_STEP),
  NST_FIELD_DATE (2, "date", N_("Date"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_merger_kind = {
  .name = "merger",
  .plural = "mergers",
  .label = N_ ("Joined record"),
  .title = "{title}",
  .order = "date",
  .fields = fields,
  .get_type = nst_merger_get_type,
};

struct _NstMerger
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstMerger, nst_merger, nst_merger_kind)
