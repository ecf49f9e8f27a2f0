/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a tree as a stack of items of a given width. */
#pragma once

#include "documents/nst-item.h"
#include "documents/nst-press.h"

G_BEGIN_DECLS

/**
 * NstFlow:
 * @press: sets the lines
 * @tables: (element-type NstTableBox): made on the way; they must outlive the items
 */
typedef struct
{
  NstPress *press;
  GPtrArray *tables;
} NstFlow;

GPtrArray *nst_flow_stack (NstFlow *self, GPtrArray *blocks, double width);

G_END_DECLS
