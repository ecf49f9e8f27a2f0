/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form of a name or post to look at, and the place to put it right. */
#pragma once

#include "documents/nst-documents.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_DOUBT_BUTTON (nst_doubt_button_get_type ())
G_DECLARE_FINAL_TYPE (NstDoubtButton, nst_doubt_button, NST, DOUBT_BUTTON, GtkWidget)

/* What is typed is kept with the person; the store tells of it and it can be undone. */
GtkWidget *nst_doubt_button_new (NstOffice *office, const NstDoubt *doubt);

G_END_DECLS
