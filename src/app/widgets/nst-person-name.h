/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A typed full name as the fields of a person. */
#pragma once

#include "model/nst-change.h"

G_BEGIN_DECLS

/* (transfer full): the person as part of @change; @typed is "Last First Middle". */
NstRecord *nst_person_name_add (NstChange *change, const char *typed);

G_END_DECLS
