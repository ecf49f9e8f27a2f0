/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who acts for a party of a record: the head of a school, the curator, the coordinator. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) */
NstRecord *nst_step_person_dup (NstOffice *office, NstRecord *record, const char *party);
/* (nullable): the side of the record's group that the office's own school is on. */
const char *nst_step_person_get_own_side (NstOffice *office, NstRecord *record);

G_END_DECLS
