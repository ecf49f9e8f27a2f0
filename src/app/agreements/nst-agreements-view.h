/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of agreements: list, one agreement, its document. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_AGREEMENTS_VIEW (nst_agreements_view_get_type ())
G_DECLARE_FINAL_TYPE (NstAgreementsView, nst_agreements_view, NST, AGREEMENTS_VIEW, GtkWidget)

G_END_DECLS
