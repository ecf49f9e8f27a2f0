/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds any person, organisation, team, group, agreement, programme or activity. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_FINDER (nst_finder_get_type ())
G_DECLARE_FINAL_TYPE (NstFinder, nst_finder, NST, FINDER, GtkPopover)

/* Choosing a row activates win.open. */
GtkWidget *nst_finder_new (void);
void nst_finder_set_office (NstFinder *self, NstOffice *office);

G_END_DECLS
