/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of programmes is filtered and sorted by, worked out once for each. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

typedef struct _NstProgramFacts NstProgramFacts;

/**
 * NstProgramFact:
 * @replaced: a newer version follows: it is not shown
 * @ended: its results are accepted, or it was terminated
 * @overdue: how many activities are late
 */
typedef struct
{
  gboolean replaced;
  gboolean ended;
  guint overdue;
} NstProgramFact;

NstProgramFacts *nst_program_facts_new (NstOffice *office);
void nst_program_facts_free (NstProgramFacts *self);
const NstProgramFact *nst_program_facts_get (NstProgramFacts *self, NstRecord *program);
int nst_program_facts_compare (NstProgramFacts *self, NstRecord *first, NstRecord *second);

G_END_DECLS
