/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programmes of an office, with search. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_PROGRAMS_LIST (nst_programs_list_get_type ())
G_DECLARE_FINAL_TYPE (NstProgramsList, nst_programs_list, NST, PROGRAMS_LIST, GtkWidget)

/* Signals "activated" (NstRecord) and "counted": the number of programmes may be another. */
void nst_programs_list_set_office (NstProgramsList *self, NstOffice *office);
/* All programmes, whatever is searched for. */
guint nst_programs_list_get_total (NstProgramsList *self);
NstRecord *nst_programs_list_dup_only (NstProgramsList *self);
/* As if @words were typed. */
void nst_programs_list_search (NstProgramsList *self, const char *words);
void nst_programs_list_focus_search (NstProgramsList *self);
GListModel *nst_programs_list_get_shown (NstProgramsList *self);

G_END_DECLS
