/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and posts in the right case, by rules kept as data (DOCUMENTS 15). */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NstCase:
 * @NST_CASE_NOM: nominative
 * @NST_CASE_GEN: genitive
 * @NST_CASE_DAT: dative
 * @NST_CASE_ACC: accusative
 * @NST_CASE_INS: instrumental
 * @NST_CASE_PRE: prepositional
 */
typedef enum
{
  NST_CASE_NOM,
  NST_CASE_GEN,
  NST_CASE_DAT,
  NST_CASE_ACC,
  NST_CASE_INS,
  NST_CASE_PRE,
} NstCase;

/**
 * NstSureness:
 * @NST_SURE: nothing to look at
 * @NST_CHECK: a person should look at it
 * @NST_ASK: not to be printed unseen: no sex or an unknown post, of which the nominative is
 *   given back; or a surname that goes by family habit or has several words, of which the
 *   likeliest form is given
 */
typedef enum
{
  NST_SURE,
  NST_CHECK,
  NST_ASK,
} NstSureness;

#define NST_TYPE_GRAMMAR (nst_grammar_get_type ())
G_DECLARE_FINAL_TYPE (NstGrammar, nst_grammar, NST, GRAMMAR, GObject)

/* Reads data/grammar of the installed or the source tree. */
NstGrammar *nst_grammar_new (GError **error);
NstGrammar *nst_grammar_new_from_path (const char *dir, GError **error);

/* @sex "m", "f" or NULL: told by the patronymic (DOCUMENTS 15.2). */
const char *nst_grammar_guess_sex (NstGrammar *self, const char *middle);
char *nst_grammar_decline_name (NstGrammar *self, const char *last, const char *first,
                                const char *middle, const char *sex, NstCase to,
                                NstSureness *sureness);
char *nst_grammar_decline_post (NstGrammar *self, const char *post, NstCase to,
                                NstSureness *sureness);
/* What a person typed for a post comes before the rules. */
void nst_grammar_learn_post (NstGrammar *self, const char *post, NstCase to, const char *form);
void nst_grammar_forget (NstGrammar *self);
/* A stored form with its case as "gen" … "pre" to NstCase. */
gboolean nst_case_from_code (const char *code, NstCase *grammatical_case);

G_END_DECLS
