/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreements of an office, the most urgent first. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_AGREEMENT_LIST (nst_agreement_list_get_type ())
G_DECLARE_FINAL_TYPE (NstAgreementList, nst_agreement_list, NST, AGREEMENT_LIST, GtkWidget)

/* Signals "selected" (NstRecord *), "activated" (NstRecord *), "counted". */
void nst_agreement_list_set_office (NstAgreementList *self, NstOffice *office);
void nst_agreement_list_select (NstAgreementList *self, NstRecord *agreement);
NstRecord *nst_agreement_list_get_selected (NstAgreementList *self);
void nst_agreement_list_focus_search (NstAgreementList *self);
guint nst_agreement_list_get_total (NstAgreementList *self);
guint nst_agreement_list_get_n_signed (NstAgreementList *self);
/* (transfer container) (element-type NstRecord): those that wait for a signature. */
GPtrArray *nst_agreement_list_list_waiting (NstAgreementList *self);
GListModel *nst_agreement_list_get_shown (NstAgreementList *self);

G_END_DECLS
