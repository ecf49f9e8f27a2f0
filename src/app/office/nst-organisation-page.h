/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of an organisation: its names, its head, its requisites, and what they were earlier.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_ORGANISATION_PAGE (nst_organisation_page_get_type ())
G_DECLARE_FINAL_TYPE (NstOrganisationPage, nst_organisation_page, NST, ORGANISATION_PAGE,
                      GtkWidget)

G_END_DECLS
