/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a correction of a programme has changed. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/**
 * NstProgramChange:
 * @title: what was added, taken out or changed
 * @details: (nullable): from what to what, a line for each field
 */
typedef struct
{
  char *title;
  char *details;
} NstProgramChange;

/* (element-type NstProgramChange): in the order of the plan, what was taken out last. */
GPtrArray *nst_program_changes_list (NstOffice *office, NstRecord *before, NstRecord *after);

G_END_DECLS
