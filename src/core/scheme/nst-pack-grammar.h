/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of packs: files held against pack.rng, faults in plain words. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

gboolean nst_pack_grammar_check (xmlDoc *doc, const char *file, gboolean whole,
                                 GPtrArray *faults);

G_END_DECLS
