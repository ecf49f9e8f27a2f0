/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a pack words a rule, an indicator. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NstRuleText:
 * @number: "R21"
 * @level: "error", "warning", "info" or "calculation"
 * @kind: kind of record that it is found on
 * @field: (nullable): field that it stands under
 * @paragraph: paragraph of the regulation: "Положение, п. 2.6"
 * @text: what is wrong, with {names} that the check fills in
 * @remedy: what to do
 * @step: (nullable): code of the step that mends it
 */
typedef struct
{
  char *number;
  char *level;
  char *kind;
  char *field;
  char *paragraph;
  char *text;
  char *remedy;
  char *step;
} NstRuleText;

/**
 * NstIndicatorText:
 * @code: "P1"
 * @title: verbatim name
 * @unit: "%", "ед.", "оценка"
 * @formula: name or formula that the indicators room computes
 * @source: paragraph
 * @words: (nullable): the formula in words
 * @follows: (nullable): how it follows from other indicators, where one of them is supposed
 * @school_years: whether it is counted by school years
 * @printed: whether reports print it; otherwise only the window and lists tell it
 */
typedef struct
{
  char *code;
  char *title;
  char *unit;
  char *formula;
  char *source;
  char *words;
  char *follows;
  gboolean school_years;
  gboolean printed;
} NstIndicatorText;

void nst_rule_text_free (NstRuleText *self);
void nst_indicator_text_free (NstIndicatorText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstRuleText, nst_rule_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstIndicatorText, nst_indicator_text_free)

G_END_DECLS
