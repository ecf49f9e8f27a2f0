/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form of a name or post that a person should look at before it is printed. */
#include "config.h"

#include "documents/nst-doubt.h"

#include <string.h>

/**
 * nst_doubt_new:
 * @person: local id, 0 when it is not known
 * @field: that a correction is written to
 * @nominative: what was declined
 * @form: as it is printed
 * @sureness: how far it can be relied on
 *
 * Returns: (transfer full): a doubt without its phrase
 */
NstDoubt *
nst_doubt_new (gint64 person, const char *field, const char *nominative, const char *form,
               NstSureness sureness)
{
  NstDoubt *self = g_new0 (NstDoubt, 1);

  self->person = person;
  self->field = g_strdup (field);
  self->nominative = g_strdup (nominative);
  self->form = g_strdup (form);
  self->sureness = sureness;
  return self;
}

/**
 * nst_doubt_copy:
 * @self: a doubt
 *
 * Returns: (transfer full): the same
 */
NstDoubt *
nst_doubt_copy (const NstDoubt *self)
{
  NstDoubt *copy =
      nst_doubt_new (self->person, self->field, self->nominative, self->form, self->sureness);

  copy->phrase = g_strdup (self->phrase);
  return copy;
}

/**
 * nst_doubt_free:
 * @self: (transfer full): a doubt
 */
void
nst_doubt_free (NstDoubt *self)
{
  g_free (self->field);
  g_free (self->nominative);
  g_free (self->form);
  g_free (self->phrase);
  g_free (self);
}

/**
 * nst_doubt_is_same:
 * @self: a doubt
 * @other: another
 *
 * Returns: whether one correction settles both
 */
gboolean
nst_doubt_is_same (const NstDoubt *self, const NstDoubt *other)
{
  return self->person == other->person && strcmp (self->field, other->field) == 0 &&
         g_strcmp0 (self->nominative, other->nominative) == 0;
}

static void
free_doubt (gpointer data)
{
  nst_doubt_free (data);
}

/**
 * nst_doubts_new:
 *
 * Returns: (transfer full) (element-type NstDoubt): none yet
 */
GPtrArray *
nst_doubts_new (void)
{
  return g_ptr_array_new_with_free_func (free_doubt);
}

/**
 * nst_doubts_add:
 * @doubts: (element-type NstDoubt): what is doubted already
 * @doubt: another, copied unless it is there
 */
void
nst_doubts_add (GPtrArray *doubts, const NstDoubt *doubt)
{
  for (guint i = 0; i < doubts->len; i++)
    if (nst_doubt_is_same (doubts->pdata[i], doubt))
      return;
  g_ptr_array_add (doubts, nst_doubt_copy (doubt));
}

/**
 * nst_doubts_set_phrase:
 * @doubts: (element-type NstDoubt): what is doubted
 * @phrase: the paragraph of those that have none yet
 */
void
nst_doubts_set_phrase (GPtrArray *doubts, const char *phrase)
{
  for (guint i = 0; i < doubts->len; i++)
    {
      NstDoubt *doubt = doubts->pdata[i];

      if (doubt->phrase == NULL)
        doubt->phrase = g_strdup (phrase);
    }
}
