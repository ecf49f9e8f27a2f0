/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of sections with what waits in each, and who works here. */
#pragma once

#include "store/nst-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_SIDEBAR (nst_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (NstSidebar, nst_sidebar, NST, SIDEBAR, GtkWidget)

/* Signal "activated" (const char *section). */
void nst_sidebar_set_office (NstSidebar *self, NstOffice *office);
void nst_sidebar_select (NstSidebar *self, const char *section);
/* @mine: waits for those who work here (blue); else @others (grey). */
void nst_sidebar_set_badge (NstSidebar *self, const char *section, guint mine, guint others);
void nst_sidebar_set_folded (NstSidebar *self, gboolean folded);
void nst_sidebar_focus (NstSidebar *self);

G_END_DECLS
