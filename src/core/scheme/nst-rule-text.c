/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a pack words a rule, an indicator. */
#include "config.h"

#include "scheme/nst-rule-text.h"

/**
 * nst_rule_text_free:
 * @self: (nullable): a rule's wording that no scheme owns
 */
void
nst_rule_text_free (NstRuleText *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->level);
  g_free (self->kind);
  g_free (self->field);
  g_free (self->paragraph);
  g_free (self->text);
  g_free (self->remedy);
  g_free (self->step);
  g_free (self);
}

/**
 * nst_indicator_text_free:
 * @self: (nullable): an indicator's wording that no scheme owns
 */
void
nst_indicator_text_free (NstIndicatorText *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->formula);
  g_free (self->source);
  g_free (self->words);
  g_free (self->follows);
  g_free (self);
}
