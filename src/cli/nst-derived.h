/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed for the day beside a record's fields. */
#pragma once

#include "cli/nst-cli.h"

G_BEGIN_DECLS

void nst_derived_add (NstJson *json, NstOffice *office, NstRecord *record);
void nst_derived_add_progress (NstJson *json, NstProgress *progress);
void nst_derived_add_findings (NstJson *json, const char *key, NstOffice *office,
                               GPtrArray *findings);

G_END_DECLS
