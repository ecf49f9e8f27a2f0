/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a template as people read them: fields by name, marks as they look. */
#pragma once

#include "documents/nst-wording-form.h"
#include "scheme/nst-scheme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NstWordingWord:
 * @text: what people read; "\n" between paragraphs, U+2028 between lines of one
 * @source: (nullable): what the template has there, for what is not typed: a field, a rule, the
 *   beginning or end of a condition
 * @depth: of a beginning and its end: the same number, from 1
 * @bold: bold
 * @italic: italic
 */
typedef struct
{
  char *text;
  char *source;
  guint depth;
  gboolean bold;
  gboolean italic;
} NstWordingWord;

GPtrArray *nst_wording_words_new (NstScheme *scheme, const NstWordingForm *form,
                                  const NstWordingPlace *place, const char *text);
char *nst_wording_words_dup_markup (GPtrArray *words);
char *nst_wording_words_dup_plain (GPtrArray *words);

G_END_DECLS
