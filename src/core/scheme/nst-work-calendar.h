/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days are worked: a production calendar as data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NstWorkCalendar NstWorkCalendar;

NstWorkCalendar *nst_work_calendar_load (const char *id, GError **error);
NstWorkCalendar *nst_work_calendar_new_from_text (GBytes *text, const char *file, GError **error);
void nst_work_calendar_merge (NstWorkCalendar *self, NstWorkCalendar *other);
void nst_work_calendar_free (NstWorkCalendar *self);

gboolean nst_work_calendar_knows (const NstWorkCalendar *self, int year);
const char *nst_work_calendar_get_source (const NstWorkCalendar *self, int year);
gboolean nst_work_calendar_is_working (const NstWorkCalendar *self, const GDate *day);
guint nst_work_calendar_count (const NstWorkCalendar *self, const GDate *first,
                               const GDate *last);

/* Both say whether they knew every year on the way; else only Saturdays and Sundays are off. */
gboolean nst_work_calendar_next (const NstWorkCalendar *self, const GDate *day, GDate *next);
gboolean nst_work_calendar_add (const NstWorkCalendar *self, const GDate *start, int days,
                                GDate *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstWorkCalendar, nst_work_calendar_free)

G_END_DECLS
