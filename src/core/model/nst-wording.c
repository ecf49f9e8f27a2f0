/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office's own words in place of those of a template (docs/templates.md). */
#include "config.h"

#include "model/nst-wording.h"

#include <glib/gi18n-lib.h>

/* Words are held against the pack before they are kept, so they are not typed over here. What
 * was restored keeps its record: the version of the template only rises. */
/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (4, "scheme", N_("Scheme"), NST_FIELD_REQUIRED | NST_FIELD_STEP),
  NST_FIELD_STRING (4, "form", N_("Form"), NST_FIELD_REQUIRED | NST_FIELD_STEP),
  NST_FIELD_STRING (4, "node", N_("Place in the template"), NST_FIELD_REQUIRED | NST_FIELD_STEP),
  NST_FIELD_TEXT (4, "text", N_("Own wording"), NST_FIELD_STEP),
  NST_FIELD_BOOL (4, "left_out", N_("Not printed"), NST_FIELD_STEP),
  NST_FIELD_TEXT (4, "original", N_("Wording of the pack"), NST_FIELD_STEP),
  NST_FIELD_INT (4, "version", N_("Version of the wording"), NST_FIELD_STEP),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_wording_kind = {
  .name = "wording",
  .plural = "wordings",
  .label = N_ ("Wording of a form"),
  .title = "{form} {node}",
  .order = "form",
  .fields = fields,
  .get_type = nst_wording_get_type,
};

struct _NstWording
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstWording, nst_wording, nst_wording_kind)
