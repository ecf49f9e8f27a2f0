/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who acts for a party of a record: the head of a school, the curator, the coordinator. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) */
NstRecord *nst_step_person_dup (NstOffice *office, NstRecord *record, const char *party);

G_END_DECLS
