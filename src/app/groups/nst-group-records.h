/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a group has besides its papers: practices, diagnostics, consultations, events. */
#pragma once

#include "app/widgets/nst-records-box.h"

G_BEGIN_DECLS

extern const NstRecordsForm nst_practices_form;
extern const NstRecordsForm nst_surveys_form;
extern const NstRecordsForm nst_consultations_form;
extern const NstRecordsForm nst_disseminations_form;

/* Entry and exit side by side, a row a direction; returns how many rows there are. */
guint nst_diagnostics_list_fill (GtkListBox *list, NstOffice *office, NstRecord *group);

G_END_DECLS
