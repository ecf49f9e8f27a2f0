/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a name whose first letters tell it from others. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nst_initials_dup_words (const char *name);

G_END_DECLS
