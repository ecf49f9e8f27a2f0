/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Demonstration data: events by day, replayed through the same door as people's work. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

GStrv nst_demo_list (void);
char *nst_demo_dup_audience (const char *name);
gboolean nst_demo_get_day (const char *name, GDate *day);
gboolean nst_demo_replay (NstOffice *office, const char *name, const char *role,
                          const GDate *until, GError **error);
NstOffice *nst_demo_create (const char *path, const char *name, const char *role,
                            const GDate *until, NstClock *clock, GError **error);

G_END_DECLS
