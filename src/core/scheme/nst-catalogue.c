/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A closed or open list of codes with their wording. */
#include "config.h"

#include "scheme/nst-catalogue.h"

#include <string.h>

struct _NstCatalogue
{
  GObject parent_instance;

  char *name;
  gboolean open;
  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (NstCatalogue, nst_catalogue, G_TYPE_OBJECT)

/**
 * nst_catalogue_entry_new:
 * @code: what records keep
 * @title: wording
 *
 * Returns: (transfer full): an entry with nothing else
 */
NstCatalogueEntry *
nst_catalogue_entry_new (const char *code, const char *title)
{
  NstCatalogueEntry *self = g_new0 (NstCatalogueEntry, 1);

  self->code = g_strdup (code);
  self->title = g_strdup (title);
  self->aliases = g_new0 (char *, 1);
  return self;
}

/**
 * nst_catalogue_entry_free:
 * @self: (nullable): an entry that no catalogue owns
 */
void
nst_catalogue_entry_free (NstCatalogueEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->note);
  g_free (self->level);
  g_strfreev (self->aliases);
  g_free (self);
}

static void
nst_catalogue_finalize (GObject *object)
{
  NstCatalogue *self = NST_CATALOGUE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (nst_catalogue_parent_class)->finalize (object);
}

static void
nst_catalogue_class_init (NstCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_catalogue_finalize;
}

static void
nst_catalogue_init (NstCatalogue *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_catalogue_entry_free);
}

/**
 * nst_catalogue_new:
 * @name: name by which fields of records call it: "direction"
 * @open: whether own wordings are taken besides its codes
 *
 * Returns: (transfer full): a catalogue without entries
 */
NstCatalogue *
nst_catalogue_new (const char *name, gboolean open)
{
  NstCatalogue *self = g_object_new (NST_TYPE_CATALOGUE, NULL);

  self->name = g_strdup (name);
  self->open = open;
  return self;
}

/**
 * nst_catalogue_is_open:
 * @self: a catalogue
 *
 * Returns: whether own wordings are taken besides its codes («выбрать, добавить свое»)
 */
gboolean
nst_catalogue_is_open (NstCatalogue *self)
{
  g_return_val_if_fail (NST_IS_CATALOGUE (self), FALSE);
  return self->open;
}

/**
 * nst_catalogue_set_open:
 * @self: a catalogue
 * @open: whether own wordings are taken besides its codes
 */
void
nst_catalogue_set_open (NstCatalogue *self, gboolean open)
{
  g_return_if_fail (NST_IS_CATALOGUE (self));
  self->open = open;
}

/**
 * nst_catalogue_get_size:
 * @self: a catalogue
 *
 * Returns: how many entries it has
 */
guint
nst_catalogue_get_size (NstCatalogue *self)
{
  g_return_val_if_fail (NST_IS_CATALOGUE (self), 0);
  return self->entries->len;
}

/**
 * nst_catalogue_get_nth:
 * @self: a catalogue
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the entry, in the order of the regulation
 */
const NstCatalogueEntry *
nst_catalogue_get_nth (NstCatalogue *self, guint position)
{
  g_return_val_if_fail (NST_IS_CATALOGUE (self), NULL);
  return position < self->entries->len ? self->entries->pdata[position] : NULL;
}

static gboolean
find_position (NstCatalogue *self, const char *code, guint *position)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const NstCatalogueEntry *entry = self->entries->pdata[i];

      if (strcmp (entry->code, code) == 0)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * nst_catalogue_find:
 * @self: a catalogue
 * @code: (nullable): a code
 *
 * Returns: (transfer none) (nullable): the entry with exactly this code
 */
const NstCatalogueEntry *
nst_catalogue_find (NstCatalogue *self, const char *code)
{
  guint position;

  g_return_val_if_fail (NST_IS_CATALOGUE (self), NULL);
  if (code == NULL || !find_position (self, code, &position))
    return NULL;
  return self->entries->pdata[position];
}

/* Letters without regard to case and ё, words with one space between, no mark at the end. */
static char *
simplify (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, c == 0x451 ? 0x435 : c);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  while (plain->len > 0 && strchr (" .;,", plain->str[plain->len - 1]) != NULL)
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

static gboolean
is_same (const char *wording, const char *plain)
{
  g_autofree char *other = wording != NULL ? simplify (wording) : NULL;

  return g_strcmp0 (other, plain) == 0;
}

/**
 * nst_catalogue_find_title:
 * @self: a catalogue
 * @title: (nullable): a wording as typed or as found in a file
 *
 * Compares with titles, short titles and the other wordings of each entry, without regard
 * to case, ё, spaces and a mark at the end.
 *
 * Returns: (transfer none) (nullable): the entry that is called so
 */
const NstCatalogueEntry *
nst_catalogue_find_title (NstCatalogue *self, const char *title)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (NST_IS_CATALOGUE (self), NULL);
  if (title == NULL || !g_utf8_validate (title, -1, NULL))
    return NULL;
  plain = simplify (title);
  if (plain[0] == '\0')
    return NULL;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const NstCatalogueEntry *entry = self->entries->pdata[i];

      if (is_same (entry->title, plain) || is_same (entry->short_title, plain))
        return entry;
      for (guint j = 0; entry->aliases != NULL && entry->aliases[j] != NULL; j++)
        if (is_same (entry->aliases[j], plain))
          return entry;
    }
  return NULL;
}

/**
 * nst_catalogue_take:
 * @self: a catalogue
 * @entry: (transfer full): an entry; it takes the place of one with the same code
 */
void
nst_catalogue_take (NstCatalogue *self, NstCatalogueEntry *entry)
{
  guint position;

  g_return_if_fail (NST_IS_CATALOGUE (self));
  g_return_if_fail (entry != NULL && entry->code != NULL);

  if (find_position (self, entry->code, &position))
    {
      nst_catalogue_entry_free (self->entries->pdata[position]);
      self->entries->pdata[position] = entry;
    }
  else
    g_ptr_array_add (self->entries, entry);
}
