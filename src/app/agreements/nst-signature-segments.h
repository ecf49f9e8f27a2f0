/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three small bars: who has signed and who is awaited. */
#pragma once

#include "app/agreements/nst-agreement-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_SIGNATURE_SEGMENTS (nst_signature_segments_get_type ())
G_DECLARE_FINAL_TYPE (NstSignatureSegments, nst_signature_segments, NST, SIGNATURE_SEGMENTS,
                      GtkWidget)

void nst_signature_segments_set_status (NstSignatureSegments *self, NstAgreementStatus *status);

G_END_DECLS
