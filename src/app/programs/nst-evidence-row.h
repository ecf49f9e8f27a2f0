/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One attached file. */
#pragma once

#include "store/nst-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_EVIDENCE_ROW (nst_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (NstEvidenceRow, nst_evidence_row, NST, EVIDENCE_ROW, AdwActionRow)

GtkWidget *nst_evidence_row_new (NstOffice *office, NstRecord *attachment);

G_END_DECLS
