/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points as a ring with their number inside. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_MATCH_RING (nst_match_ring_get_type ())
G_DECLARE_FINAL_TYPE (NstMatchRing, nst_match_ring, NST, MATCH_RING, GtkWidget)

GtkWidget *nst_match_ring_new (guint points, guint most);

G_END_DECLS
