/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call the fields that no record keeps. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *nst_derived_labels_find (const char *name);

G_END_DECLS
