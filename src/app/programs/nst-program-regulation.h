/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which version of its regulation a programme follows, and the way to a newer one. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @list anew. */
void nst_program_regulation_fill (GtkListBox *list, NstOffice *office, NstRecord *program);
/* Changes when @list should be filled anew. */
char *nst_program_regulation_dup_key (NstOffice *office, NstRecord *program);

G_END_DECLS
