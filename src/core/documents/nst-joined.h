/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that reach over several rows of a table. */
#pragma once

#include "documents/nst-tree.h"

G_BEGIN_DECLS

guint nst_joined_count (GPtrArray *rows, guint row, guint column);

G_END_DECLS
