/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Style sheets of the sections. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nst_style_load (void);

G_END_DECLS
