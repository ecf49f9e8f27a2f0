/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Training for members of teams (DOMAIN 4.18). */
#include "config.h"

#include "model/nst-course.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (1, "title", N_("Title"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_STRING (1, "provider", N_("Provider"), NST_FIELD_SEARCH),
  NST_FIELD_INT (1, "hours", N_("Hours"), 0),
  NST_FIELD_DATE (1, "start", N_("From"), 0),
  NST_FIELD_DATE (1, "end", N_("To"), 0),
  NST_FIELD_BOOL (1, "mandatory", N_("Obligatory"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_course_kind = {
  .name = "course",
  .plural = "courses",
  .label = N_ ("Course"),
  .title = "{title}",
  .order = "start",
  .fields = fields,
  .get_type = nst_course_get_type,
};

struct _NstCourse
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstCourse, nst_course, nst_course_kind)
