/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list says about a group: who with whom, how far. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/**
 * NstGroupFact:
 * @teams: «Experienced → developing»
 * @pair: the same without the words that both names share
 * @second: coordinator and period, one line
 * @program: (nullable): newest programme
 * @permille: done share in tenths of a per cent
 * @findings: rules that it breaks
 * @name: the whole in words, for a screen reader
 */
typedef struct
{
  char *teams;
  char *pair;
  char *second;
  NstRecord *program;
  guint permille;
  guint findings;
  char *name;
} NstGroupFact;

NstGroupFact *nst_group_fact_new (NstOffice *office, NstRecord *group);
void nst_group_fact_free (NstGroupFact *self);
char *nst_group_fact_dup_period (NstRecord *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstGroupFact, nst_group_fact_free)

G_END_DECLS
