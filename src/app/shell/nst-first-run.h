/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page: who works here, by which regulation, and what to begin with. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_FIRST_RUN (nst_first_run_get_type ())
G_DECLARE_FINAL_TYPE (NstFirstRun, nst_first_run, NST, FIRST_RUN, GtkWidget)

/* The answers go to the action app.start: role, scheme, organisation, person, demo. */
GtkWidget *nst_first_run_new (void);

G_END_DECLS
