/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover that finds a record of a kind. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_RECORD_CHOOSER (nst_record_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NstRecordChooser, nst_record_chooser, NST, RECORD_CHOOSER, GtkPopover)

/* Signal "chosen" (NstRecord *record, or NULL for "none of them"). */
GtkWidget *nst_record_chooser_new (NstOffice *office, const NstKind *kind);
/* Offers to leave the reference empty. */
void nst_record_chooser_set_clearable (NstRecordChooser *self, gboolean clearable);

G_END_DECLS
