/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person should look at in the texts that were typed and are printed. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

GPtrArray *nst_text_faults_list (NstOffice *office, NstRecord *record, const char *form,
                                 GError **error);

G_END_DECLS
