/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One agreement: its way, the signed copy, the parties, its fields. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_AGREEMENT_DETAIL (nst_agreement_detail_get_type ())
G_DECLARE_FINAL_TYPE (NstAgreementDetail, nst_agreement_detail, NST, AGREEMENT_DETAIL, GtkWidget)

/*
 * Property "show-document-button". Signals "document-wanted": show the document's pages;
 * "scan-wanted" (GBytes *): show this one; "shown": the scans or anything else changed.
 */
void nst_agreement_detail_show (NstAgreementDetail *self, NstOffice *office,
                                NstRecord *agreement);
void nst_agreement_detail_focus (NstAgreementDetail *self, const char *field);
/* Does what is awaited, today; FALSE when nothing is. */
gboolean nst_agreement_detail_act (NstAgreementDetail *self);
void nst_agreement_detail_attach (NstAgreementDetail *self);
GBytes *nst_agreement_detail_dup_scan (NstAgreementDetail *self);

G_END_DECLS
