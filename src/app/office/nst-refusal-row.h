/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper that could not be printed, and the way to what it lacks. */
#pragma once

#include "documents/nst-batch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a list; activating it leads to the first of what is missing. */
GtkWidget *nst_refusal_row_new (NstOffice *office, const NstBatchRefusal *refusal);
/* For the list's "row-activated". */
void nst_refusal_row_activated (GtkListBox *list, GtkListBoxRow *row);

G_END_DECLS
