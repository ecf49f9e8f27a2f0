/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file kept with a record (DOMAIN 4.14). */
#include "config.h"

#include "model/nst-attachment.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_LINK (1, "subject", N_("Belongs to"), NST_FIELD_REQUIRED),
  NST_FIELD_STRING (1, "title", N_("Title"), NST_FIELD_SEARCH),
  NST_FIELD_CODE (1, "kind", "attachment-kind", N_("Kind"), 0),
  NST_FIELD_DATE (1, "date", N_("Date"), 0),
  NST_FIELD_STRING (1, "file_name", N_("File name"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_STRING (1, "sha256", N_("Hash"), NST_FIELD_REQUIRED | NST_FIELD_INTERNAL),
  NST_FIELD_INT (1, "size", N_("Size in bytes"), NST_FIELD_INTERNAL),
  NST_FIELD_STRING (1, "media_type", N_("Media type"), NST_FIELD_INTERNAL),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_attachment_kind = {
  .name = "attachment",
  .plural = "attachments",
  .label = N_ ("Attachment"),
  .title = "{title|file_name}",
  .order = "date",
  .fields = fields,
  .get_type = nst_attachment_get_type,
};

struct _NstAttachment
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstAttachment, nst_attachment, nst_attachment_kind)
