/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parses a file of a pack safely, and says in plain words what stopped it. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* The greatest file of a pack; the packs that we know have a hundredth of it. */
#define NST_PACK_MAX_BYTES (4 * 1024 * 1024)

xmlDoc *nst_pack_parse (GBytes *text, const char *file, GPtrArray *faults);

G_END_DECLS
