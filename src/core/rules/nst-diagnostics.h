/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entry and exit diagnostics of a group side by side. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstDiagnosticsLine:
 * @kind: (nullable): kind of the diagnostics, a code; points of two kinds are never compared
 * @direction: direction, a code or an own wording
 * @n_entry: how many answers there are at the entry
 * @n_exit: how many at the exit
 * @entry: their mean at the entry; 0 without answers
 * @exit: their mean at the exit; 0 without answers
 */
typedef struct
{
  char *kind;
  char *direction;
  guint n_entry;
  guint n_exit;
  double entry;
  double exit;
} NstDiagnosticsLine;

void nst_diagnostics_line_free (NstDiagnosticsLine *self);
gboolean nst_diagnostics_line_get_change (const NstDiagnosticsLine *self, double *change);

GPtrArray *nst_diagnostics_pair (NstSource *source, NstRecord *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstDiagnosticsLine, nst_diagnostics_line_free)

G_END_DECLS
