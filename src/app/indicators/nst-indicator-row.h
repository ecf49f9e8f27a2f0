/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value with its bar and its verdict, as a row. */
#pragma once

#include "indicators/nst-indicator-value.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list box row; @title NULL: the indicator's own name. */
GtkWidget *nst_indicator_row_new (const char *title, const char *detail,
                                  const NstIndicatorValue *value);

G_END_DECLS
