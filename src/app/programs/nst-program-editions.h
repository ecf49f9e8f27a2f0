/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier versions of a programme: when, why and by what each was followed. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @list anew; gives how many earlier versions there are. */
guint nst_program_editions_fill (GtkListBox *list, NstOffice *office, NstRecord *program);

G_END_DECLS
