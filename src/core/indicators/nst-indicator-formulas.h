/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formulas that a scheme may name. */
#pragma once

#include "indicators/nst-formula-value.h"
#include "indicators/nst-indicator-value.h"
#include "rules/nst-progress.h"

G_BEGIN_DECLS

/* Fills @value by a formula over programmes; FALSE: the program cannot read it. */
gboolean nst_indicator_formula_is_of_office (const char *text);
gboolean nst_indicator_formula_run (const char *text, const NstRuleContext *context,
                                    GPtrArray *programs, const NstFormulaScope *scope,
                                    NstIndicatorValue *value);

G_END_DECLS
