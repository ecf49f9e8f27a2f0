/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A combo row over a catalogue of the scheme, for forms not kept yet. */
#pragma once

#include "scheme/nst-scheme.h"

#include <adwaita.h>

G_BEGIN_DECLS

void nst_code_row_fill (AdwComboRow *row, NstScheme *scheme, const char *catalogue);
/* NULL: nothing chosen. */
const char *nst_code_row_get (AdwComboRow *row);

G_END_DECLS
