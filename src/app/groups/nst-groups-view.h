/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of groups: list, card, and the assistant that forms one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_GROUPS_VIEW (nst_groups_view_get_type ())
G_DECLARE_FINAL_TYPE (NstGroupsView, nst_groups_view, NST, GROUPS_VIEW, GtkWidget)

G_END_DECLS
