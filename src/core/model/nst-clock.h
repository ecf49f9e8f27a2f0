/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that knows what day it is. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NST_TYPE_CLOCK (nst_clock_get_type ())
G_DECLARE_FINAL_TYPE (NstClock, nst_clock, NST, CLOCK, GObject)

NstClock *nst_clock_new (void);
NstClock *nst_clock_new_fixed (const GDate *today);
NstClock *nst_clock_copy (NstClock *self);
void nst_clock_follow (NstClock *self, NstClock *other);
void nst_clock_set_today (NstClock *self, const GDate *today);
void nst_clock_get_today (NstClock *self, GDate *today);
gboolean nst_clock_is_fixed (NstClock *self);
char *nst_clock_dup_timestamp (NstClock *self);

G_END_DECLS
