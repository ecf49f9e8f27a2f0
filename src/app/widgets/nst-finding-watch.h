/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of one record, kept fresh and shared by everything that shows them. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

#define NST_TYPE_FINDING_WATCH (nst_finding_watch_get_type ())
G_DECLARE_FINAL_TYPE (NstFindingWatch, nst_finding_watch, NST, FINDING_WATCH, GObject)

/* One watch a record: the same object while anyone holds it. Signal "changed". */
NstFindingWatch *nst_finding_watch_dup (NstOffice *office, NstRecord *record);
/* (element-type NstFinding): on the record and on what belongs to it; borrowed. */
GPtrArray *nst_finding_watch_get_all (NstFindingWatch *self);
/* (transfer container): those on the record itself, about @field. */
GPtrArray *nst_finding_watch_list (NstFindingWatch *self, const char *field);

G_END_DECLS
