/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One programme in the list: who with whom, when, how far, in which state. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_PROGRAM_ROW (nst_program_row_get_type ())
G_DECLARE_FINAL_TYPE (NstProgramRow, nst_program_row, NST, PROGRAM_ROW, GtkWidget)

GtkWidget *nst_program_row_new (void);
/* Gives what a screen reader says of the row, to be freed. */
char *nst_program_row_show (NstProgramRow *self, NstOffice *office, NstRecord *program);

G_END_DECLS
