/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a tree as a stack of items of a given width. */
#pragma once

#include "documents/nst-hyphenator.h"
#include "documents/nst-item.h"
#include "documents/nst-shaper.h"

G_BEGIN_DECLS

/**
 * NstFlow:
 * @shaper: measures
 * @hyphenator: divides words
 * @tables: (element-type NstTableBox): made on the way; they must outlive the items
 */
typedef struct
{
  NstShaper *shaper;
  NstHyphenator *hyphenator;
  GPtrArray *tables;
} NstFlow;

GPtrArray *nst_flow_stack (NstFlow *self, GPtrArray *blocks, double width);

G_END_DECLS
