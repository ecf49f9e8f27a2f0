/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person on a course (DOMAIN 4.18). */
#include "config.h"

#include "model/nst-training.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "course", "course", N_("Course"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_REF (1, "person", "person", N_("Person"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_DATE (1, "completed_on", N_("Completed on"), 0),
  NST_FIELD_STRING (1, "certificate", N_("Certificate number"), 0),
  NST_FIELD_DATE (1, "certificate_date", N_("Date of the certificate"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_training_kind = {
  .name = "training",
  .plural = "trainings",
  .label = N_ ("Training"),
  .title = "{person}",
  .order = "person",
  .fields = fields,
  .get_type = nst_training_get_type,
};

struct _NstTraining
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstTraining, nst_training, nst_training_kind)
