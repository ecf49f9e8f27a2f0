/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that a rule has found. */
#include "config.h"

#include "rules/nst-finding.h"

#include <string.h>

/* Puts the values in the place of {names}; a name without a value stays as it is. */
static char *
fill (const char *wording, GHashTable *values)
{
  GString *text = g_string_new (NULL);
  const char *at = wording != NULL ? wording : "";

  while (*at != '\0')
    {
      const char *open = strchr (at, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *name = NULL;
      const char *value;

      if (close == NULL)
        break;
      g_string_append_len (text, at, open - at);
      name = g_strndup (open + 1, (gsize) (close - open - 1));
      value = g_hash_table_lookup (values, name);
      if (value != NULL)
        g_string_append (text, value);
      else
        g_string_append_len (text, open, close - open + 1);
      at = close + 1;
    }
  g_string_append (text, at);
  return g_string_free (text, FALSE);
}

/**
 * nst_finding_new:
 * @rule: the pack's wording; must outlive the finding
 * @record: what it is found on
 * @...: names and values (a value may be %NULL: nothing is put in), ended by a %NULL name
 *
 * Fills the {names} of the wording with the values. The finding stands under the field
 * that the pack names.
 *
 * Returns: (transfer full): a finding
 */
NstFinding *
nst_finding_new (const NstRuleText *rule, NstRecord *record, ...)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  NstFinding *self = g_new0 (NstFinding, 1);
  const char *name;
  va_list args;

  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (NST_IS_RECORD (record), NULL);

  va_start (args, record);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);

      g_hash_table_insert (values, (gpointer) name, (gpointer) (value != NULL ? value : ""));
    }
  va_end (args);

  self->rule = rule;
  self->record = g_object_ref (record);
  self->field = g_strdup (rule->field);
  self->text = fill (rule->text, values);
  self->remedy = fill (rule->remedy, values);
  return self;
}

/**
 * nst_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): a copy
 */
NstFinding *
nst_finding_copy (const NstFinding *self)
{
  NstFinding *copy = g_new0 (NstFinding, 1);

  copy->rule = self->rule;
  copy->record = g_object_ref (self->record);
  copy->field = g_strdup (self->field);
  copy->text = g_strdup (self->text);
  copy->remedy = g_strdup (self->remedy);
  return copy;
}

/**
 * nst_finding_free:
 * @self: (nullable): a finding
 */
void
nst_finding_free (NstFinding *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_free (self->field);
  g_free (self->text);
  g_free (self->remedy);
  g_free (self);
}

/**
 * nst_finding_is_error:
 * @self: a finding
 *
 * Returns: whether it refuses the step that it guards; warnings and the like only speak
 */
gboolean
nst_finding_is_error (const NstFinding *self)
{
  return strcmp (self->rule->level, "error") == 0;
}
