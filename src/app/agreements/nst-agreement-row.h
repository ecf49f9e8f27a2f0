/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agreement in the list: who with whom, the signatures, who is awaited. */
#pragma once

#include "app/agreements/nst-agreement-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_AGREEMENT_ROW (nst_agreement_row_get_type ())
G_DECLARE_FINAL_TYPE (NstAgreementRow, nst_agreement_row, NST, AGREEMENT_ROW, GtkWidget)

GtkWidget *nst_agreement_row_new (void);
void nst_agreement_row_show (NstAgreementRow *self, NstOffice *office, NstRecord *agreement,
                             NstGrammar *grammar);
const char *nst_agreement_row_get_name (NstAgreementRow *self);
/* «МКОУ Горнобалыклейская СШ → МКОУ Песковатская СШ», @brief without what both share. */
char *nst_agreement_dup_pair (NstRecord *agreement, gboolean brief);

G_END_DECLS
