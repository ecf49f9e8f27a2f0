/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which people look for names and numbers in a list. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int nst_natural_compare (const char *first, const char *second);

G_END_DECLS
