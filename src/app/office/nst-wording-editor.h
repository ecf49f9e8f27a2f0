/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place of a template: its words, the fields that can stand there, the way back. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_WORDING_EDITOR (nst_wording_editor_get_type ())
G_DECLARE_FINAL_TYPE (NstWordingEditor, nst_wording_editor, NST, WORDING_EDITOR, GtkWidget)

/* Signals: "typed" after each letter, "left" when Escape leads back to the list. */
void nst_wording_editor_show (NstWordingEditor *self, NstOffice *office, const char *form,
                              const char *node);
/* Keeps what was typed, when it can be; it is kept also when the focus leaves. */
gboolean nst_wording_editor_save (NstWordingEditor *self);
/* (transfer full) (nullable): what stands there now. */
char *nst_wording_editor_dup_text (NstWordingEditor *self);

G_END_DECLS
