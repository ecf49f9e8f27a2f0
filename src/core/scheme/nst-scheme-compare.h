/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes from one version of a scheme to another. */
#pragma once

#include "scheme/nst-scheme.h"

G_BEGIN_DECLS

/**
 * NstSchemeDifference:
 * @part: "catalogue", "limit", "text", "stage", "activity", "life-cycle", "rule",
 *   "indicator", "deadline", "extra-field" or "document"
 * @group: (nullable): within the part: name of the catalogue, code of the stage, kind
 * @code: what it is called there: code, key, number
 * @before: (nullable): how the older version words it; %NULL for what is new
 * @after: (nullable): how the newer one does; %NULL for what is gone
 */
typedef struct
{
  char *part;
  char *group;
  char *code;
  char *before;
  char *after;
} NstSchemeDifference;

GPtrArray *nst_scheme_compare (NstScheme *before, NstScheme *after);
void nst_scheme_difference_free (NstSchemeDifference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstSchemeDifference, nst_scheme_difference_free)

G_END_DECLS
