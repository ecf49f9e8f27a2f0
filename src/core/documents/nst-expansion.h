/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template at work: its fields in running text (docs/templates.md). */
#pragma once

#include "documents/nst-scope.h"
#include "documents/nst-tree.h"
#include "text/nst-grammar.h"
#include "text/nst-typographer.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * NstExpansion:
 * @scope: names known here
 * @grammar: (nullable): declines
 * @typographer: sets text for print
 * @missing: (element-type utf8): what prints as a rule
 * @doubts: (nullable) (element-type NstDoubt): forms that a person should look at
 * @frozen: XML of every field read, in order
 * @typography: what holds for the whole document
 * @blank: width of the rule for a missing value, mm
 * @error: (nullable): the first fault of the template
 */
typedef struct
{
  NstScope *scope;
  NstGrammar *grammar;
  NstTypographer *typographer;
  GPtrArray *missing;
  GPtrArray *doubts;
  GString *frozen;
  NstTypography typography;
  double blank;
  GError *error;
} NstExpansion;

gboolean nst_expansion_test (NstExpansion *self, xmlNode *node);
char *nst_expansion_dup_attribute (xmlNode *node, const char *name);
char *nst_expansion_dup_plain (NstExpansion *self, const char *text);
char *nst_expansion_dup_plain_nodes (NstExpansion *self, xmlNode *first);
void nst_expansion_add_string (NstExpansion *self, GString *out, const char *text, int line);
void nst_expansion_add_nodes (NstExpansion *self, GString *out, xmlNode *first);
void nst_expansion_add_bold (GString *out, gboolean on);
guint nst_expansion_begin_item (NstExpansion *self, const char *name, NstValue *item,
                                guint number, guint count);
void nst_expansion_end_item (NstExpansion *self, guint depth);
void nst_expansion_end_phrase (NstExpansion *self, const char *marked);
void nst_expansion_put (NstExpansion *self, const char *marked, NstTypography typography,
                        GPtrArray *blocks, NstParagraph *first);

G_END_DECLS
