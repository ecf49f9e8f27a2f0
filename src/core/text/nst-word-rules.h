/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of declension rules: endings and exceptions (data/grammar/README.md). */
#pragma once

#include "text/nst-grammar.h"

G_BEGIN_DECLS

typedef struct _NstWordRules NstWordRules;

/**
 * NstWordMatch:
 * @NST_WORD_MATCH_ANY: exceptions before endings
 * @NST_WORD_MATCH_WORD: exceptions only
 * @NST_WORD_MATCH_END: endings only
 */
typedef enum
{
  NST_WORD_MATCH_ANY,
  NST_WORD_MATCH_WORD,
  NST_WORD_MATCH_END,
} NstWordMatch;

NstWordRules *nst_word_rules_load (const char *path, GError **error);
void nst_word_rules_free (NstWordRules *self);
gboolean nst_word_rules_has (NstWordRules *self, const char *word, char sex, NstWordMatch match);
char *nst_word_rules_decline (NstWordRules *self, const char *word, char sex, NstCase to,
                              NstWordMatch match, NstSureness *sureness);
char *nst_word_rules_decline_parts (NstWordRules *self, const char *word, char sex, NstCase to,
                                    NstWordMatch match, NstSureness *sureness);
char nst_word_rules_guess_sex (NstWordRules *self, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstWordRules, nst_word_rules_free)

G_END_DECLS
