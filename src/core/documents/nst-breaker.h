/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph's runs as lines, broken for the whole paragraph at once. */
#pragma once

#include "documents/nst-hyphenator.h"
#include "documents/nst-line.h"
#include "documents/nst-shaper.h"
#include "documents/nst-tree.h"

G_BEGIN_DECLS

GPtrArray *nst_breaker_break (NstShaper *shaper, NstHyphenator *hyphenator,
                              const NstParagraph *paragraph, double width, double size,
                              gboolean narrow, gboolean *overfull);

G_END_DECLS
