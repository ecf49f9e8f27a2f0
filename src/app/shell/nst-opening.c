/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which base is opened: the usual one, a new one, or a file from elsewhere. */
#include "config.h"

#include "app/shell/nst-opening.h"

#include "model/nst-error.h"
#include "scheme/nst-scheme-loader.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".nastavnik"

static char *
dup_data_dir (void)
{
  g_autofree char *usual = nst_office_dup_default_path ();

  return g_path_get_dirname (usual);
}

static gboolean
ensure_dir (const char *dir, GError **error)
{
  if (g_mkdir_with_parents (dir, 0700) == 0)
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
               _ ("The folder %s cannot be made; check that the disk is not full or read-only"),
               dir);
  return FALSE;
}

static gboolean
lies_in (const char *path, const char *dir)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_new_for_path (dir);

  return g_file_has_prefix (file, folder);
}

/* "base.nastavnik", then "base 2.nastavnik", until one is free. */
static char *
dup_free_path (const char *dir, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = g_str_has_suffix (name, SUFFIX) ? strrchr (name, '.') : NULL;

  if (dot != NULL)
    *dot = '\0';
  for (guint i = 1;; i++)
    {
      g_autofree char *file = i == 1 ? g_strdup_printf ("%s" SUFFIX, name)
                                     : g_strdup_printf ("%s %u" SUFFIX, name, i);
      g_autofree char *full = g_build_filename (dir, file, NULL);

      if (!g_file_test (full, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&full);
    }
}

/* The first base that is brought here is the one that the program opens from now on. */
static char *
dup_place (const char *dir, const char *path)
{
  g_autofree char *usual = nst_office_dup_default_path ();

  return g_file_test (usual, G_FILE_TEST_EXISTS) ? dup_free_path (dir, path)
                                                 : g_steal_pointer (&usual);
}

static char *
copy_in (const char *path, NstClock *clock, GError **error)
{
  g_autofree char *dir = dup_data_dir ();
  g_autofree char *copy = NULL;
  g_autoptr (NstStore) store = NULL;

  if (!ensure_dir (dir, error))
    return NULL;
  store = nst_store_open (path, clock, error);
  if (store == NULL)
    return NULL;
  copy = dup_place (dir, path);
  if (!nst_store_backup (store, copy, error))
    return NULL;
  return g_steal_pointer (&copy);
}

NstOffice *
nst_opening_file (const char *path, gboolean in_place, NstClock *clock, char **opened,
                  GError **error)
{
  g_autofree char *dir = dup_data_dir ();

  *opened = g_strdup (path);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
                   _ ("There is no file %s; check where it was put"), path);
      return NULL;
    }
  if (!in_place && !lies_in (path, dir))
    {
      char *copy = copy_in (path, clock, error);

      if (copy == NULL)
        return NULL;
      g_free (*opened);
      *opened = copy;
    }
  return nst_office_open (*opened, clock, error);
}

static gboolean
is_of_level (const NstCatalogueEntry *kind, const char *level)
{
  g_auto (GStrv) levels = g_strsplit (kind->level == NULL ? "" : kind->level, " ", -1);

  return g_strv_contains ((const char *const *) levels, level);
}

/* What kind of organisation has such an office, if the pack tells. */
static const char *
get_organisation_kind (NstOffice *office, NstRecord *card)
{
  NstScheme *scheme = nst_office_get_scheme (office);
  NstCatalogue *roles = nst_scheme_get_catalogue (scheme, "role");
  NstCatalogue *kinds = nst_scheme_get_catalogue (scheme, "organisation-kind");
  const char *role = nst_record_get_text (card, "role");
  const NstCatalogueEntry *entry =
      roles == NULL || role == NULL ? NULL : nst_catalogue_find (roles, role);

  if (entry == NULL || entry->level == NULL || kinds == NULL)
    return NULL;
  for (guint i = 0; i < nst_catalogue_get_size (kinds); i++)
    if (is_of_level (nst_catalogue_get_nth (kinds, i), entry->level))
      return nst_catalogue_get_nth (kinds, i)->code;
  return NULL;
}

/* What the person said of themselves is the first thing on file, in one change. */
static gboolean
introduce (NstOffice *office, const char *organisation, const char *person, GError **error)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (office);
  g_autoptr (NstChange) change = nst_change_new (_ ("First entries"));
  g_auto (GStrv) names = NULL;
  NstRecord *school = NULL;
  NstRecord *self = NULL;

  names = g_strsplit (person == NULL ? "" : person, " ", 3);
  if (organisation != NULL && *organisation != '\0')
    {
      school = nst_change_add (change, "organisation", "full_name", organisation, NULL);
      nst_change_set (change, school, "kind", get_organisation_kind (office, card));
      nst_change_set_ref (change, card, "organisation", school);
    }
  if (names[0] != NULL && *names[0] != '\0')
    {
      self = nst_change_add (change, "person", NULL);
      nst_change_set (change, self, "last", names[0]);
      if (names[1] != NULL)
        nst_change_set (change, self, "first", names[1]);
      if (names[1] != NULL && names[2] != NULL)
        nst_change_set (change, self, "middle", names[2]);
      if (school != NULL)
        nst_change_set_ref (change, self, "organisation", school);
      nst_change_set_ref (change, card, "person", self);
    }
  if (nst_change_get_items (change)->len == 0)
    return TRUE;
  /* The first Ctrl+Z does not take away who works here. */
  nst_change_set_sealed (change, TRUE);
  return nst_store_apply (nst_office_get_store (office), change, error);
}

NstOffice *
nst_opening_create (const char *path, const char *scheme, const char *role,
                    const char *organisation, const char *person, NstClock *clock, GError **error)
{
  const char *schemes[] = { scheme, NULL };
  g_autoptr (NstOffice) office = NULL;
  g_autofree char *dir = g_path_get_dirname (path);
  const char *name = organisation != NULL && *organisation != '\0' ? organisation : person;

  if (!ensure_dir (dir, error))
    return NULL;
  office = nst_office_create (path, schemes, role, name, clock, error);
  if (office == NULL || !introduce (office, organisation, person, error))
    return NULL;
  return g_steal_pointer (&office);
}

char *
nst_opening_dup_usual (void)
{
  g_autofree char *usual = nst_office_dup_default_path ();

  return g_file_test (usual, G_FILE_TEST_EXISTS) ? g_steal_pointer (&usual) : NULL;
}

/**
 * nst_opening_list_roles:
 * @scheme: a regulation
 *
 * Roles that an office can have: of each level the one that its pack names first; the
 * others are roles of people within such an office.
 *
 * Returns: (transfer container) (element-type NstCatalogueEntry): borrowed from @scheme
 */
GPtrArray *
nst_opening_list_roles (NstScheme *scheme)
{
  GPtrArray *roles = g_ptr_array_new ();
  g_autoptr (GHashTable) levels = g_hash_table_new (g_str_hash, g_str_equal);
  NstCatalogue *catalogue = nst_scheme_get_catalogue (scheme, "role");

  for (guint i = 0; catalogue != NULL && i < nst_catalogue_get_size (catalogue); i++)
    {
      const NstCatalogueEntry *entry = nst_catalogue_get_nth (catalogue, i);

      if (entry->level != NULL && g_hash_table_add (levels, entry->level))
        g_ptr_array_add (roles, (gpointer) entry);
    }
  return roles;
}
