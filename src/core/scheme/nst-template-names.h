/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What names lead to in templates of documents, for the check of packs. */
#pragma once

#include "scheme/nst-scheme.h"

G_BEGIN_DECLS

/**
 * NstTemplateSort:
 * @NST_TEMPLATE_UNKNOWN: there is no such name
 * @NST_TEMPLATE_ANY: any record: nothing can be said before
 * @NST_TEMPLATE_VALUE: a text, number, day, or a list of such
 * @NST_TEMPLATE_RECORD: a record of a kind, or a list of such
 * @NST_TEMPLATE_OUTCOME: what became of a programme
 * @NST_TEMPLATE_DOCUMENT: the paper itself
 * @NST_TEMPLATE_OBJECT: what is counted for a report, or a list of such
 */
typedef enum
{
  NST_TEMPLATE_UNKNOWN,
  NST_TEMPLATE_ANY,
  NST_TEMPLATE_VALUE,
  NST_TEMPLATE_RECORD,
  NST_TEMPLATE_OUTCOME,
  NST_TEMPLATE_DOCUMENT,
  NST_TEMPLATE_OBJECT,
} NstTemplateSort;

/**
 * NstTemplateType:
 * @sort: what a path leads to
 * @kind: (nullable): kind of the record
 * @object: (nullable): name of the object
 */
typedef struct
{
  NstTemplateSort sort;
  const NstKind *kind;
  const char *object;
} NstTemplateType;

NstTemplateType nst_template_names_find_root (NstScheme *scheme, GStrv kinds, const char *name);
NstTemplateType nst_template_names_find (NstScheme *scheme, NstTemplateType type,
                                         const char *name);
gboolean nst_template_names_is_filter (const char *name);

G_END_DECLS
