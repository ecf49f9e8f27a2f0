/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person gives for a step. */
#include "config.h"

#include "rules/nst-step-run.h"

struct _NstStepArgs
{
  GHashTable *fields; /* name -> text */
  char *party;
  gint64 person;
  GDate date;
};

/**
 * nst_step_args_new:
 *
 * Returns: (transfer full): nothing given yet
 */
NstStepArgs *
nst_step_args_new (void)
{
  NstStepArgs *self = g_new0 (NstStepArgs, 1);

  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_date_clear (&self->date, 1);
  return self;
}

/**
 * nst_step_args_free:
 * @self: (nullable): what nst_step_args_new() gave
 */
void
nst_step_args_free (NstStepArgs *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->fields);
  g_free (self->party);
  g_free (self);
}

/**
 * nst_step_args_set:
 * @self: arguments
 * @field: name of a field that the step asks for, or of one of the record
 * @text: (nullable): as typed: days as 31.12.2022, codes or their wording
 */
void
nst_step_args_set (NstStepArgs *self, const char *field, const char *text)
{
  g_return_if_fail (self != NULL && field != NULL);

  if (text == NULL || text[0] == '\0')
    g_hash_table_remove (self->fields, field);
  else
    g_hash_table_insert (self->fields, g_strdup (field), g_strdup (text));
}

/**
 * nst_step_args_get:
 * @self: arguments
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): what was given for it
 */
const char *
nst_step_args_get (NstStepArgs *self, const char *field)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->fields, field);
}

/* Names of the fields that are given. */
GList *
nst_step_args_list (NstStepArgs *self)
{
  return g_list_sort (g_hash_table_get_keys (self->fields), (GCompareFunc) g_strcmp0);
}

/**
 * nst_step_args_set_party:
 * @self: arguments
 * @party: (nullable): code of the role that acts
 */
void
nst_step_args_set_party (NstStepArgs *self, const char *party)
{
  g_return_if_fail (self != NULL);

  g_free (self->party);
  self->party = g_strdup (party);
}

/**
 * nst_step_args_set_person:
 * @self: arguments
 * @person: local id of the person who acted, or 0
 */
void
nst_step_args_set_person (NstStepArgs *self, gint64 person)
{
  g_return_if_fail (self != NULL);

  self->person = person;
}

/**
 * nst_step_args_set_date:
 * @self: arguments
 * @date: (nullable): the day of the step
 */
void
nst_step_args_set_date (NstStepArgs *self, const GDate *date)
{
  g_return_if_fail (self != NULL);

  if (date != NULL)
    self->date = *date;
  else
    g_date_clear (&self->date, 1);
}

/**
 * nst_step_args_get_party:
 * @self: arguments
 *
 * Returns: (transfer none) (nullable): code of the role that acts
 */
const char *
nst_step_args_get_party (NstStepArgs *self)
{
  return self->party;
}

/**
 * nst_step_args_get_person:
 * @self: arguments
 *
 * Returns: local id of the person who acted, or 0
 */
gint64
nst_step_args_get_person (NstStepArgs *self)
{
  return self->person;
}

/**
 * nst_step_args_get_date:
 * @self: arguments
 * @date: (out): the day of the step
 *
 * Returns: whether a day was given
 */
gboolean
nst_step_args_get_date (NstStepArgs *self, GDate *date)
{
  *date = self->date;
  return g_date_valid (&self->date);
}
