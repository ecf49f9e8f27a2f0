/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the education authority by which a team is put forward. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_REGISTRY_ORDER (nst_registry_order_get_type ())
G_DECLARE_FINAL_TYPE (NstRegistryOrder, nst_registry_order, NST, REGISTRY_ORDER, GtkWidget)

void nst_registry_order_set_team (NstRegistryOrder *self, NstOffice *office, NstRecord *team);

G_END_DECLS
