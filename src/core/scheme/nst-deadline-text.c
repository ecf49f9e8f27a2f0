/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a pack words a deadline (DOMAIN 4.17, 15). */
#include "config.h"

#include "scheme/nst-deadline-text.h"

/**
 * nst_deadline_text_list_conditions:
 *
 * Returns: (transfer none): names that `when` and `met` of a deadline may begin with, before
 *   the colon of their argument
 */
const char *const *
nst_deadline_text_list_conditions (void)
{
  static const char *const names[] = {
    "set",      "unset",   "state", "not-state", "year",  "in-group",      "step",
    "document", "report",  "all",   "any",       "teams", "working-group", "activity",
    "course",   "program", "ended", "level",     NULL,
  };

  return names;
}

/**
 * nst_deadline_text_free:
 * @self: (nullable): a deadline's wording that no scheme owns
 */
void
nst_deadline_text_free (NstDeadlineText *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->kind);
  g_free (self->title);
  g_free (self->short_title);
  g_strfreev (self->who);
  g_free (self->due);
  g_free (self->due_limit);
  g_free (self->after);
  g_free (self->days_limit);
  g_free (self->moved);
  g_strfreev (self->when);
  g_strfreev (self->met);
  g_clear_pointer (&self->leads, g_array_unref);
  g_strfreev (self->steps);
  g_free (self->paragraph);
  g_free (self->remedy);
  g_free (self);
}
