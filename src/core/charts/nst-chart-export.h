/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files. */
#pragma once

#include "charts/nst-chart.h"

G_BEGIN_DECLS

/* By the suffix of @path: .svg, .png or .pdf; written beside and renamed. */
gboolean nst_chart_save (const NstChart *self, const char *path, GError **error);
/* @format "svg", "png" or "pdf". */
GBytes *nst_chart_to_bytes (const NstChart *self, const char *format, GError **error);

G_END_DECLS
