/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes iCalendar text: lines folded, values escaped (RFC 5545, 3.1 and 3.3.11). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NstIcal NstIcal;

NstIcal *nst_ical_new (void);
void nst_ical_free (NstIcal *self);
void nst_ical_begin (NstIcal *self, const char *component);
void nst_ical_end (NstIcal *self, const char *component);
void nst_ical_add (NstIcal *self, const char *name, const char *value);
void nst_ical_add_text (NstIcal *self, const char *name, const char *text);
void nst_ical_add_day (NstIcal *self, const char *name, const GDate *day);
const char *nst_ical_get_text (NstIcal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstIcal, nst_ical_free)

G_END_DECLS
