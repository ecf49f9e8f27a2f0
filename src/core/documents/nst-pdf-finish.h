/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF says to readers and cairo cannot write. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *nst_pdf_finish (GBytes *pdf, GPtrArray *alternatives, GError **error);

G_END_DECLS
