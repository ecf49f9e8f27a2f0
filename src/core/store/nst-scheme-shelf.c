/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The packs that a base keeps: every version that it uses, side by side (DOMAIN 7, R80). */
#include "config.h"

#include "store/nst-scheme-shelf.h"

#include "model/nst-error.h"
#include "scheme/nst-scheme-loader.h"
#include "scheme/nst-scheme-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The layer that lies beneath every pack. */
#define COMMON "common"
/* Setting "pack:ID@VERSION": which versions lie beneath that one, "ID@VERSION" a line. Without
 * it a newer pack beneath would change what an older one above it says. */
#define SETTING_BENEATH "pack:%s@%s"
/* A pack that extends itself by way of others never gets into a base. */
#define MAX_DEPTH 8

struct _NstSchemeShelf
{
  NstStore *store;
  GHashTable *schemes; /* "ID@VERSION" -> NstScheme */
  guint n_followed;
};

/* What the loader asks while one version is read. */
typedef struct
{
  NstStore *store;
  GStrv beneath;
} Lookup;

/* A shelf for the packs of a base, which must outlive it. */
NstSchemeShelf *
nst_scheme_shelf_new (NstStore *store)
{
  NstSchemeShelf *self = g_new0 (NstSchemeShelf, 1);

  self->store = store;
  self->schemes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

/* Schemes that somebody still holds find no others any more. */
void
nst_scheme_shelf_free (NstSchemeShelf *self)
{
  GHashTableIter iter;
  gpointer scheme;

  if (self == NULL)
    return;
  g_hash_table_iter_init (&iter, self->schemes);
  while (g_hash_table_iter_next (&iter, NULL, &scheme))
    nst_scheme_set_family (scheme, NULL, NULL);
  g_hash_table_unref (self->schemes);
  g_free (self);
}

static char *
dup_newest (NstStore *store, const char *id)
{
  g_auto (GStrv) versions = nst_store_list_versions (store, id);
  const char *newest = NULL;

  for (guint i = 0; versions[i] != NULL; i++)
    if (newest == NULL || nst_scheme_version_compare (versions[i], newest) > 0)
      newest = versions[i];
  return g_strdup (newest);
}

static char *
dup_beneath (NstStore *store, const char *id, const char *version)
{
  g_autofree char *key = g_strdup_printf (SETTING_BENEATH, id, version);

  return nst_store_dup_setting (store, key);
}

static gboolean keep_newest (NstStore *store, const char *id, guint depth, GError **error);

/* Notes the newest version of a pack beneath, and of what lies beneath that. */
static gboolean
note_pack (NstStore *store, const char *id, guint depth, GString *beneath, GError **error)
{
  g_autofree char *version = NULL;
  g_autofree char *further = NULL;

  if (depth > MAX_DEPTH || !keep_newest (store, id, depth + 1, error))
    return FALSE;
  version = dup_newest (store, id);
  g_string_append_printf (beneath, "%s%s@%s", beneath->len > 0 ? "\n" : "", id, version);
  further = dup_beneath (store, id, version);
  if (further != NULL && further[0] != '\0')
    g_string_append_printf (beneath, "\n%s", further);
  return TRUE;
}

/* Notes once for all what a kept version is read with. */
static gboolean
note_beneath (NstStore *store, const char *id, const char *version, GBytes *text, guint depth,
              GError **error)
{
  g_autofree char *known = dup_beneath (store, id, version);
  g_autofree char *key = g_strdup_printf (SETTING_BENEATH, id, version);
  g_autofree char *own = NULL;
  g_autofree char *extended = NULL;
  g_autoptr (GString) beneath = g_string_new (NULL);

  if (known != NULL || strcmp (id, COMMON) == 0)
    return TRUE;
  nst_scheme_version_read (text, &own, &extended);
  if (!note_pack (store, COMMON, depth, beneath, error) ||
      (extended != NULL && !note_pack (store, extended, depth, beneath, error)))
    return FALSE;
  return nst_store_set_setting (store, key, beneath->str, error);
}

/* Only a pack in good order gets into a base; what it extends is checked with it. */
static gboolean
is_in_order (const char *id, GError **error)
{
  g_autofree char *schemes = nst_scheme_dup_data_dir ();
  g_autofree char *dir = g_build_filename (schemes, id, NULL);
  g_autoptr (GPtrArray) faults = nst_scheme_check_path (dir, error);

  if (faults == NULL)
    return FALSE;
  nst_scheme_faults_to_error (faults, error);
  return faults->len == 0;
}

static gboolean
take_installed (NstStore *store, const char *id, guint depth, GError **error)
{
  g_autoptr (GBytes) text = nst_scheme_read_installed (id, error);
  g_autofree char *version = NULL;
  g_autofree char *extended = NULL;

  if (text == NULL || (depth == 0 && !is_in_order (id, error)))
    return FALSE;
  nst_scheme_version_read (text, &version, &extended);
  return nst_store_keep_pack (store, id, version, text, error) &&
         note_beneath (store, id, version, text, depth, error);
}

/* Versions that were kept before notes were made get theirs from what is kept with them. */
static gboolean
note_kept (NstStore *store, const char *id, guint depth, GError **error)
{
  g_auto (GStrv) versions = nst_store_list_versions (store, id);

  for (guint i = 0; strcmp (id, COMMON) != 0 && versions[i] != NULL; i++)
    {
      g_autofree char *known = dup_beneath (store, id, versions[i]);
      g_autoptr (GBytes) text =
          known == NULL ? nst_store_get_pack (store, id, versions[i]) : NULL;
      g_autofree char *version = NULL;
      g_autofree char *extended = NULL;
      g_autofree char *common = NULL;
      g_autofree char *other = NULL;
      g_autofree char *key = g_strdup_printf (SETTING_BENEATH, id, versions[i]);
      g_autoptr (GString) beneath = g_string_new (NULL);

      if (text == NULL)
        continue;
      nst_scheme_version_read (text, &version, &extended);
      common = dup_newest (store, COMMON);
      other = extended != NULL ? dup_newest (store, extended) : NULL;
      if (common == NULL || (extended != NULL && other == NULL))
        {
          if (!note_beneath (store, id, versions[i], text, depth, error))
            return FALSE;
          continue;
        }
      g_string_append_printf (beneath, "%s@%s", COMMON, common);
      if (other != NULL)
        g_string_append_printf (beneath, "\n%s@%s", extended, other);
      if (!nst_store_set_setting (store, key, beneath->str, error))
        return FALSE;
    }
  return TRUE;
}

/* A newer installed version joins those that are kept. One with faults is left alone as long
 * as there is an older one to work with. */
static gboolean
keep_newest (NstStore *store, const char *id, guint depth, GError **error)
{
  g_autofree char *newest = dup_newest (store, id);
  g_autofree char *installed = nst_scheme_version_dup_installed (id);
  g_autoptr (GError) local = NULL;

  if (!note_kept (store, id, depth, error))
    return FALSE;
  if (newest != NULL &&
      (installed == NULL || nst_scheme_version_compare (installed, newest) <= 0))
    return TRUE;
  if (take_installed (store, id, depth, &local))
    return TRUE;
  if (newest != NULL && local->domain == NST_INPUT_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static GBytes *
look_up (const char *id, gpointer user_data)
{
  const Lookup *lookup = user_data;
  g_autofree char *newest = NULL;

  for (guint i = 0; lookup->beneath[i] != NULL; i++)
    {
      const char *at = strrchr (lookup->beneath[i], '@');

      if (at != NULL && strlen (id) == (gsize) (at - lookup->beneath[i]) &&
          g_str_has_prefix (lookup->beneath[i], id))
        return nst_store_get_pack (lookup->store, id, at + 1);
    }
  newest = dup_newest (lookup->store, id);
  return newest != NULL ? nst_store_get_pack (lookup->store, id, newest) : NULL;
}

static NstScheme *
find_version (const char *id, const char *version, gpointer user_data)
{
  return nst_scheme_shelf_get (user_data, id, version, NULL);
}

static NstScheme *
load (NstSchemeShelf *self, const char *id, const char *version, GError **error)
{
  g_autoptr (GBytes) text = nst_store_get_pack (self->store, id, version);
  g_autofree char *file_name = g_strdup_printf ("%s@%s.xml", id, version);
  g_autofree char *beneath = dup_beneath (self->store, id, version);
  g_auto (GStrv) lines = g_strsplit (beneath != NULL ? beneath : "", "\n", -1);
  Lookup lookup = { self->store, lines };

  if (text == NULL)
    {
      g_auto (GStrv) versions = nst_store_list_versions (self->store, id);
      g_autofree char *known = g_strjoinv (", ", versions);

      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("The base has no version %s of the scheme “%s”; it keeps: %s."), version,
                   id, known[0] != '\0' ? known : "—");
      return NULL;
    }
  return nst_scheme_load (text, file_name, look_up, &lookup, NULL, error);
}

/*
 * @version: (nullable): NULL for the newest
 *
 * Returns: (transfer none) (nullable): the scheme in that version, read when first asked for
 */
NstScheme *
nst_scheme_shelf_get (NstSchemeShelf *self, const char *id, const char *version, GError **error)
{
  g_autofree char *newest = version == NULL ? dup_newest (self->store, id) : NULL;
  const char *asked = version != NULL ? version : newest != NULL ? newest : "";
  g_autofree char *key = g_strconcat (id, "@", asked, NULL);
  NstScheme *scheme = g_hash_table_lookup (self->schemes, key);

  if (scheme != NULL)
    return scheme;
  scheme = load (self, id, asked, error);
  if (scheme == NULL)
    return NULL;
  nst_scheme_set_family (scheme, find_version, self);
  g_hash_table_insert (self->schemes, g_steal_pointer (&key), scheme);
  return scheme;
}

/*
 * Keeps what is installed when it is new to the base.
 *
 * Returns: (transfer none): the newest version of a scheme that the office follows
 */
NstScheme *
nst_scheme_shelf_follow (NstSchemeShelf *self, const char *id, GError **error)
{
  g_auto (GStrv) versions = NULL;

  if (!keep_newest (self->store, id, 0, error))
    return NULL;
  versions = nst_store_list_versions (self->store, id);
  self->n_followed += g_strv_length (versions);
  return nst_scheme_shelf_get (self, id, NULL, error);
}

/* A base with one scheme in one version, which most are, need not ask by which one to go. */
void
nst_scheme_shelf_introduce (NstSchemeShelf *self)
{
  GHashTableIter iter;
  gpointer scheme;

  g_hash_table_iter_init (&iter, self->schemes);
  while (g_hash_table_iter_next (&iter, NULL, &scheme))
    nst_scheme_set_family (scheme, self->n_followed > 1 ? find_version : NULL, self);
}
