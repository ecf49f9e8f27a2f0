/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover with the entries of a catalogue, and a line for an own wording. */
#pragma once

#include "scheme/nst-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_CODE_CHOOSER (nst_code_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NstCodeChooser, nst_code_chooser, NST, CODE_CHOOSER, GtkPopover)

/* Signal "chosen" (const char *code or own wording). */
GtkWidget *nst_code_chooser_new (NstCatalogue *catalogue);
/* Codes that are not offered any more. */
void nst_code_chooser_set_used (NstCodeChooser *self, const char *const *codes);

G_END_DECLS
