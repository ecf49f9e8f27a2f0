/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A square code that a camera reads. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _NstQr NstQr;

NstQr *nst_qr_new (const char *text);
void nst_qr_free (NstQr *self);
void nst_qr_draw (const NstQr *self, cairo_t *cr, double x, double y, double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstQr, nst_qr_free)

G_END_DECLS
