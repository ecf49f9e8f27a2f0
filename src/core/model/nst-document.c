/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that has left as paper (DOMAIN 4.31). */
#include "config.h"

#include "model/nst-document.h"

#include <glib/gi18n-lib.h>

/* What is issued is not typed over (R82, R83): its fields come with the steps. */
/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_LINK (1, "subject", N_("Belongs to"), NST_FIELD_REQUIRED | NST_FIELD_STEP),
  NST_FIELD_STRING (1, "form", N_("Form"), NST_FIELD_REQUIRED | NST_FIELD_STEP),
  NST_FIELD_STRING (1, "title", N_("Title"), NST_FIELD_SEARCH | NST_FIELD_STEP),
  NST_FIELD_STRING (1, "number", N_("Number"), NST_FIELD_SEARCH | NST_FIELD_STEP),
  NST_FIELD_DATE (1, "date", N_("Date"), NST_FIELD_STEP),
  NST_FIELD_INT (1, "version", N_("Version"), NST_FIELD_STEP),
  NST_FIELD_STRING (1, "scheme", N_("Scheme"), NST_FIELD_INTERNAL),
  NST_FIELD_STRING (1, "scheme_version", N_("Version of the scheme"), NST_FIELD_INTERNAL),
  NST_FIELD_INT (4, "template_version", N_("Version of the wording"), NST_FIELD_STEP),
  NST_FIELD_TEXT (1, "data", N_("Frozen data"), NST_FIELD_INTERNAL),
  NST_FIELD_STRING (1, "code", N_("Printed code"), NST_FIELD_SEARCH | NST_FIELD_INTERNAL),
  NST_FIELD_STRING (1, "pdf", N_("Hash of the PDF"), NST_FIELD_INTERNAL),
  NST_FIELD_INT (1, "pages", N_("Pages"), NST_FIELD_STEP),
  NST_FIELD_CODE (1, "state", "document-state", N_("State"), NST_FIELD_STEP),
  NST_FIELD_REF (1, "next", "document", N_("Next version"), NST_FIELD_STEP),
  NST_FIELD_DATE (1, "annulled_on", N_("Annulled on"), NST_FIELD_STEP),
  NST_FIELD_TEXT (1, "annul_reason", N_("Reason of the annulment"), NST_FIELD_STEP),
  NST_FIELD_REF (1, "scan", "attachment", N_("Signed scan"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_document_kind = {
  .name = "document",
  .plural = "documents",
  .label = N_ ("Issued document"),
  .title = "{title}",
  .order = "date",
  .fields = fields,
  .get_type = nst_document_get_type,
};

struct _NstDocument
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstDocument, nst_document, nst_document_kind)
