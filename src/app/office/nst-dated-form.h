/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New values of some fields from a day on, as a small form in a popover. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_DATED_FORM (nst_dated_form_get_type ())
G_DECLARE_FINAL_TYPE (NstDatedForm, nst_dated_form, NST, DATED_FORM, GtkPopover)

/* @fields ends with NULL; each is kept by date. */
GtkWidget *nst_dated_form_new (NstOffice *office, NstRecord *record, const char *const *fields);

G_END_DECLS
