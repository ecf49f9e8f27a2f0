/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of programmes: list, plan, details, paper. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_PROGRAMS_VIEW (nst_programs_view_get_type ())
G_DECLARE_FINAL_TYPE (NstProgramsView, nst_programs_view, NST, PROGRAMS_VIEW, GtkWidget)

G_END_DECLS
