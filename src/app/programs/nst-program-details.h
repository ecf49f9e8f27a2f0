/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a programme is about, its steps, its reports. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_PROGRAM_DETAILS (nst_program_details_get_type ())
G_DECLARE_FINAL_TYPE (NstProgramDetails, nst_program_details, NST, PROGRAM_DETAILS, GtkWidget)

void nst_program_details_show (NstProgramDetails *self, NstOffice *office, NstRecord *program);
/* Of the programme or of one of its reports. */
gboolean nst_program_details_focus (NstProgramDetails *self, NstRecord *record,
                                    const char *field);

G_END_DECLS
