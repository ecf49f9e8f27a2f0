/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the base while the program runs: kept beside the work, restored, taken back. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_SAFEKEEPING (nst_safekeeping_get_type ())
G_DECLARE_FINAL_TYPE (NstSafekeeping, nst_safekeeping, NST, SAFEKEEPING, GObject)

/* Adds to the application the actions "write-copy" (a path), "restore" (the path of a copy) and
 * "take-back". After a restore the action "retry" reads the base anew. */
NstSafekeeping *nst_safekeeping_new (GtkApplication *application);
/* Whose base is looked after from now on; what was left uncopied is copied beside the work. */
void nst_safekeeping_set_office (NstSafekeeping *self, NstOffice *office);

G_END_DECLS
