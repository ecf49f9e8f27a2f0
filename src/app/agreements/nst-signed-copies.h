/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came back signed: the scans kept with an agreement. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_SIGNED_COPIES (nst_signed_copies_get_type ())
G_DECLARE_FINAL_TYPE (NstSignedCopies, nst_signed_copies, NST, SIGNED_COPIES, GtkWidget)

/* Signal "opened" (GBytes *scan): a person wants to see it. Files can be dropped on it. */
void nst_signed_copies_show (NstSignedCopies *self, NstOffice *office, NstRecord *agreement);
void nst_signed_copies_attach (NstSignedCopies *self);
/* (transfer full) (nullable): the newest one, as it was taken in. */
GBytes *nst_signed_copies_dup_newest (NstSignedCopies *self);

G_END_DECLS
