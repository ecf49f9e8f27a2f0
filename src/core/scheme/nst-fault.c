/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a pack, by file and line. */
#include "config.h"

#include "scheme/nst-pack.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * nst_fault_free:
 * @self: (nullable): a fault
 */
void
nst_fault_free (NstFault *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->message);
  g_free (self->remedy);
  g_free (self);
}

/* Takes the message and the remedy; the list owns what is returned. */
NstFault *
nst_fault_add (GPtrArray *faults, const char *file, int line, char *message, char *remedy)
{
  NstFault *self = g_new0 (NstFault, 1);

  self->file = g_strdup (file);
  self->line = line;
  self->message = message;
  self->remedy = remedy;
  g_ptr_array_add (faults, self);
  return self;
}

/* By file and line, as people go through them. */
int
nst_fault_compare (gconstpointer a, gconstpointer b)
{
  const NstFault *first = *(const NstFault *const *) a;
  const NstFault *second = *(const NstFault *const *) b;
  int order = strcmp (first->file, second->file);

  return order != 0 ? order : first->line - second->line;
}

/* Whether the grammar has found fault with that line already. */
gboolean
nst_faults_has_form (GPtrArray *faults, const char *file, int line)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const NstFault *fault = faults->pdata[i];

      if (fault->form && fault->line == line && strcmp (fault->file, file) == 0)
        return TRUE;
    }
  return FALSE;
}

/* file:line: message. Remedy */
char *
nst_fault_to_text (const NstFault *self)
{
  if (self->line <= 0)
    return g_strdup_printf ("%s: %s. %s", self->file, self->message, self->remedy);
  return g_strdup_printf ("%s:%d: %s. %s", self->file, self->line, self->message, self->remedy);
}

/**
 * nst_scheme_faults_to_error:
 * @faults: (element-type NstFault): what is wrong with a pack
 * @error: (nullable): gets %NST_INPUT_ERROR_INVALID with the first fault and how many more
 *   there are; nothing when there is none
 */
void
nst_scheme_faults_to_error (GPtrArray *faults, GError **error)
{
  g_autofree char *first = NULL;

  if (faults->len == 0)
    return;
  first = nst_fault_to_text (faults->pdata[0]);
  if (faults->len == 1)
    g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID, first);
  else
    g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%s (and %u more fault)",
                              "%s (and %u more faults)", faults->len - 1),
                 first, faults->len - 1);
}
