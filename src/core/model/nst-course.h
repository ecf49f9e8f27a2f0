/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Training for members of teams (DOMAIN 4.18). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_COURSE (nst_course_get_type ())
G_DECLARE_FINAL_TYPE (NstCourse, nst_course, NST, COURSE, NstRecord)

extern const NstKind nst_course_kind;

G_END_DECLS
