/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of a group: agreements with their supplements, orders, memos, the programme. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills the list anew; a row that opens something keeps its record as "nst-record". */
void nst_group_papers_fill (GtkListBox *list, NstOffice *office, NstRecord *group);

G_END_DECLS
