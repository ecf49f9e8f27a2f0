/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks: strings that order records of one parent and always leave room between. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nst_rank_between (const char *before, const char *after);
char *nst_rank_nth (guint position);

G_END_DECLS
