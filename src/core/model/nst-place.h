/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the installed program lies, when it was moved since it was built. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void nst_place_follow (void);

G_END_DECLS
