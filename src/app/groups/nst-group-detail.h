/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One group: participants, people, term, order, papers, findings, steps. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_GROUP_DETAIL (nst_group_detail_get_type ())
G_DECLARE_FINAL_TYPE (NstGroupDetail, nst_group_detail, NST, GROUP_DETAIL, GtkWidget)

void nst_group_detail_set_group (NstGroupDetail *self, NstOffice *office, NstRecord *group);
/* @record: the group, or its order. */
void nst_group_detail_edit (NstGroupDetail *self, NstRecord *record, const char *field);
void nst_group_detail_add_participant (NstGroupDetail *self);

G_END_DECLS
