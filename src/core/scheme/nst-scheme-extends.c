/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pack takes over from the one that it extends (DOMAIN 7). */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const parts[] = { "limits",    "texts",      "plan",      "life-cycles",
                                     "rules",     "indicators", "documents", "extra-fields",
                                     "deadlines", NULL };

static void
take_free (NstTake *self)
{
  g_free (self->part);
  g_strfreev (self->codes);
  g_free (self->used);
  g_free (self);
}

static NstTake *
read_take (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "part", "catalogue", "codes", NULL };
  static const char *const elements[] = { NULL };
  g_autofree char *catalogue = nst_reader_dup (node, "catalogue");
  g_autofree char *part = NULL;
  NstTake *take;

  nst_reader_check (self, node, attributes, elements);
  if (catalogue != NULL)
    part = g_strconcat ("catalogue:", catalogue, NULL);
  else
    part = nst_reader_dup_choice (self, node, "part", parts);
  if (part == NULL)
    return NULL;
  take = g_new0 (NstTake, 1);
  take->part = g_steal_pointer (&part);
  take->codes = nst_reader_dup_words (node, "codes");
  take->used = g_new0 (gboolean, g_strv_length (take->codes) + 1);
  take->node = node;
  return take;
}

/* (transfer full) (element-type NstTake): what <extends> names. */
GPtrArray *
nst_reader_read_takes (NstReader *self, const xmlNode *extends)
{
  static const char *const attributes[] = { "pack", NULL };
  static const char *const elements[] = { "take", NULL };
  GPtrArray *takes = g_ptr_array_new_with_free_func ((GDestroyNotify) take_free);

  nst_reader_check (self, extends, attributes, elements);
  for (const xmlNode *child = extends->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "take"))
      {
        NstTake *take = read_take (self, child);

        if (take != NULL)
          g_ptr_array_add (takes, take);
      }
  return takes;
}

/* A code, or "coverage.*" for all that begin so. */
static gboolean
matches (const char *pattern, const char *code)
{
  gsize length = strlen (pattern);

  if (length > 0 && pattern[length - 1] == '*')
    return strncmp (pattern, code, length - 1) == 0;
  return strcmp (pattern, code) == 0;
}

/* With @code NULL: whether the list takes anything of the part. */
static gboolean
is_taken (GPtrArray *takes, const char *part, const char *code)
{
  gboolean taken = FALSE;

  for (guint i = 0; i < takes->len; i++)
    {
      NstTake *take = takes->pdata[i];

      if (strcmp (take->part, part) != 0)
        continue;
      if (code == NULL || take->codes[0] == NULL)
        {
          if (take->codes[0] == NULL)
            take->used[0] = TRUE;
          taken = TRUE;
        }
      for (guint j = 0; code != NULL && take->codes[j] != NULL; j++)
        if (matches (take->codes[j], code))
          {
            take->used[j] = TRUE;
            taken = TRUE;
          }
    }
  return taken;
}

/* Whether every pack between asks for something of the part. */
gboolean
nst_reader_wants_part (NstReader *self, const char *part)
{
  gboolean wanted = TRUE;

  for (guint i = 0; i < self->takes->len; i++)
    if (!is_taken (self->takes->pdata[i], part, NULL))
      wanted = FALSE;
  return wanted;
}

/* A fault and FALSE when the present pack has the entry already. */
gboolean
nst_reader_is_new (NstReader *self, const char *part, const char *code, const xmlNode *node)
{
  g_autofree char *key = g_strconcat (part, "\n", code, NULL);

  if (g_hash_table_contains (self->seen, key))
    {
      nst_reader_form_fault (self, node, g_strdup_printf (_ ("“%s” is there twice"), code),
                             _ ("Give one of them another code or remove it"));
      return FALSE;
    }
  g_hash_table_add (self->seen, g_steal_pointer (&key));
  return TRUE;
}

gboolean
nst_reader_wants (NstReader *self, const char *part, const char *code, const xmlNode *node)
{
  gboolean wanted = TRUE;

  if (!nst_reader_is_new (self, part, code, node))
    return FALSE;
  /* Each pack on the way is asked: what one does not take, another one has still named. */
  for (guint i = 0; i < self->takes->len; i++)
    if (!is_taken (self->takes->pdata[i], part, code))
      wanted = FALSE;
  return wanted;
}

/* When the extended pack has been read: what was named but not there. */
void
nst_reader_check_takes (NstReader *self, GPtrArray *takes)
{
  for (guint i = 0; i < takes->len; i++)
    {
      const NstTake *take = takes->pdata[i];

      if (take->codes[0] == NULL && !take->used[0])
        nst_reader_fault (self, take->node,
                          g_strdup_printf (_ ("the extended pack has no part “%s”"), take->part),
                          _ ("Remove this <take> or correct its name"));
      for (guint j = 0; take->codes[j] != NULL; j++)
        if (!take->used[j])
          nst_reader_fault (self, take->node,
                            g_strdup_printf (_ ("the extended pack has no “%s” in “%s”"),
                                             take->codes[j], take->part),
                            _ ("Remove the code or correct it"));
    }
}
