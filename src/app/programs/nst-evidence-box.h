/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files kept with a record as evidence: attach, open, keep elsewhere, remove. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_EVIDENCE_BOX (nst_evidence_box_get_type ())
G_DECLARE_FINAL_TYPE (NstEvidenceBox, nst_evidence_box, NST, EVIDENCE_BOX, GtkWidget)

GtkWidget *nst_evidence_box_new (void);
void nst_evidence_box_show (NstEvidenceBox *self, NstOffice *office, NstRecord *subject);
/* Asks for a file. */
void nst_evidence_box_attach (NstEvidenceBox *self);

G_END_DECLS
