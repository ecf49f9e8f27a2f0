/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Courses of a team: who of its members is trained, ticked in place. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_COURSES_BOX (nst_courses_box_get_type ())
G_DECLARE_FINAL_TYPE (NstCoursesBox, nst_courses_box, NST, COURSES_BOX, GtkWidget)

void nst_courses_box_set_team (NstCoursesBox *self, NstOffice *office, NstRecord *team);

G_END_DECLS
