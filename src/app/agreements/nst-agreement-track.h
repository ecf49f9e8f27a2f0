/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of an agreement: sent, signed by each party, returned, in force. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_AGREEMENT_TRACK (nst_agreement_track_get_type ())
G_DECLARE_FINAL_TYPE (NstAgreementTrack, nst_agreement_track, NST, AGREEMENT_TRACK, GtkWidget)

/* @findings (nullable) (element-type NstFinding): those of the agreement and its parties. */
void nst_agreement_track_show (NstAgreementTrack *self, NstOffice *office, NstRecord *agreement,
                               GPtrArray *findings);
/* Does what is awaited, today; FALSE when nothing is. */
gboolean nst_agreement_track_act (NstAgreementTrack *self);

G_END_DECLS
