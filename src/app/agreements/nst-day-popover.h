/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar that records a day only when told to. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "chosen" (const char *day): YYYY-MM-DD. */
#define NST_TYPE_DAY_POPOVER (nst_day_popover_get_type ())
G_DECLARE_FINAL_TYPE (NstDayPopover, nst_day_popover, NST, DAY_POPOVER, GtkPopover)

void nst_day_popover_set_day (NstDayPopover *self, const GDate *day);

G_END_DECLS
