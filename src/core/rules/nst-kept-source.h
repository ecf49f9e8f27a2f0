/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base read once for one look at all of it. */
#pragma once

#include "model/nst-source.h"

G_BEGIN_DECLS

#define NST_TYPE_KEPT_SOURCE (nst_kept_source_get_type ())
G_DECLARE_FINAL_TYPE (NstKeptSource, nst_kept_source, NST, KEPT_SOURCE, GObject)

NstKeptSource *nst_kept_source_new (NstSource *base);

G_END_DECLS
