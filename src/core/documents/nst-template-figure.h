/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's figure element: a chart of the items of a list (docs/templates.md). */
#pragma once

#include "charts/nst-chart-print.h"
#include "documents/nst-expansion.h"

G_BEGIN_DECLS

/* NULL when there is nothing to draw; a fault is in @expansion. */
NstPrintChart *nst_template_figure_read (NstExpansion *expansion, xmlNode *node,
                                         const char *family);

G_END_DECLS
