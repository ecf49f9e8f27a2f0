/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The packs that came with the program, and packs in folders. */
#include "config.h"

#include "scheme/nst-scheme-loader-private.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCHEMES_DIR "schemes"
#define DATADIR_VARIABLE "NASTAVNIK_DATADIR"

/**
 * nst_scheme_dup_data_dir:
 *
 * Returns: (transfer full): the folder of the packs: below NASTAVNIK_DATADIR where that is
 *   set, else where the program was installed
 */
char *
nst_scheme_dup_data_dir (void)
{
  const char *data = g_getenv (DATADIR_VARIABLE);

  return g_build_filename (data != NULL && data[0] != '\0' ? data : NST_PKGDATADIR, SCHEMES_DIR,
                           NULL);
}

static gboolean
is_pack_dir (const char *dir)
{
  g_autofree char *file = g_build_filename (dir, NST_PACK_FILE, NULL);

  return g_file_test (file, G_FILE_TEST_IS_REGULAR);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the folders in @dir that hold a pack, in order of the alphabet. */
static GStrv
list_packs (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (is_pack_dir (path))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

/**
 * nst_scheme_list_installed:
 *
 * Returns: (transfer full): names of the installed packs; the common layer is none
 */
GStrv
nst_scheme_list_installed (void)
{
  g_autofree char *dir = nst_scheme_dup_data_dir ();
  g_auto (GStrv) names = list_packs (dir);
  g_autoptr (GStrvBuilder) packs = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], NST_PACK_COMMON) != 0)
      g_strv_builder_add (packs, names[i]);
  return g_strv_builder_end (packs);
}

/* Names come from packs and people: only plain ones become a folder. */
static gboolean
is_name (const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;
  return id[0] != '\0';
}

/* NULL without an error when faults say why. */
NstPack *
nst_pack_new_installed (const char *id, gboolean check, GPtrArray *faults, GError **error)
{
  g_autofree char *schemes = nst_scheme_dup_data_dir ();
  g_autofree char *dir = g_build_filename (schemes, id, NULL);
  g_autofree char *file = g_strconcat (id, "/" NST_PACK_FILE, NULL);

  if (!is_name (id) || !is_pack_dir (dir))
    {
      g_autofree char *known = NULL;
      g_auto (GStrv) names = nst_scheme_list_installed ();

      known = g_strjoinv (", ", names);
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("There is no scheme “%s”; installed in “%s”: %s"), id, schemes, known);
      return NULL;
    }
  return nst_pack_new_from_dir (dir, file, check, faults, error);
}

/* One folder is one pack of the same name. */
static void
check_id (NstPack *pack, const char *dir, GPtrArray *faults)
{
  g_autofree char *absolute = g_canonicalize_filename (dir, NULL);
  g_autofree char *name = g_path_get_basename (absolute);

  /* A pack without a name has that fault already. */
  if (pack->id[0] != '\0' && strcmp (name, pack->id) != 0)
    nst_fault_add (faults, pack->file, 1,
                   g_strdup_printf (_ ("the folder “%s” holds a pack with the id “%s”"), name,
                                    pack->id),
                   g_strdup (_ ("Give folder and pack the same name")));
}

static GPtrArray *
new_faults (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) nst_fault_free);
}

/**
 * nst_scheme_read_installed:
 * @id: name of an installed pack
 * @error: %NST_INPUT_ERROR_UNKNOWN when there is none
 *
 * Returns: (transfer full) (nullable): the pack in one text, its further files inside, which
 *   is what a base keeps
 */
GBytes *
nst_scheme_read_installed (const char *id, GError **error)
{
  g_autoptr (GPtrArray) faults = new_faults ();
  g_autoptr (NstPack) pack = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  pack = nst_pack_new_installed (id, FALSE, faults, error);
  if (pack == NULL || faults->len > 0)
    {
      nst_scheme_faults_to_error (faults, error);
      return NULL;
    }
  return nst_pack_to_text (pack);
}

/**
 * nst_scheme_load_installed:
 * @id: name of an installed pack
 * @error: %NST_INPUT_ERROR_UNKNOWN when there is none, %NST_INPUT_ERROR_INVALID with its
 *   first fault
 *
 * Returns: (transfer full) (nullable): the scheme
 */
NstScheme *
nst_scheme_load_installed (const char *id, GError **error)
{
  g_autoptr (GPtrArray) faults = new_faults ();
  g_autoptr (NstScheme) scheme = NULL;
  NstPack *pack;

  g_return_val_if_fail (id != NULL, NULL);

  pack = nst_pack_new_installed (id, FALSE, faults, error);
  if (pack != NULL)
    scheme = nst_scheme_make (pack, NULL, NULL, NULL, faults);
  else if (faults->len == 0)
    return NULL;
  if (faults->len == 0)
    return g_steal_pointer (&scheme);
  nst_scheme_faults_to_error (faults, error);
  return NULL;
}

/* A pack beside the one that is checked; NULL when there is none, or faults say why not. */
NstPack *
nst_pack_new_beside (const char *parent, const char *id, gboolean check, GPtrArray *faults)
{
  g_autofree char *dir =
      strcmp (parent, ".") == 0 ? g_strdup (id) : g_build_filename (parent, id, NULL);
  g_autofree char *file = g_build_filename (dir, NST_PACK_FILE, NULL);

  if (!is_name (id) || !is_pack_dir (dir))
    return NULL;
  return nst_pack_new_from_dir (dir, file, check, faults, NULL);
}

/* A file that is there but no pack is a fault of it; one that is not there is an error. */
static gboolean
tell_unreadable (const char *file, GError *local, GPtrArray *faults, GError **error)
{
  if (local == NULL)
    return TRUE;
  if (local->domain != NST_INPUT_ERROR)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  nst_fault_add (faults, file, 0, g_strdup (_ ("the file is larger than 4 MiB")),
                 g_strdup (_ ("Choose the scheme.xml of a pack")));
  g_error_free (local);
  return TRUE;
}

/* The folder that holds the pack's folder, named as the person named that. */
static char *
dup_parent (const char *dir)
{
  g_autofree char *name = g_path_get_basename (dir);

  if (name[0] == '.')
    return g_build_filename (dir, "..", NULL);
  return g_path_get_dirname (dir);
}

static gboolean
check_dir (const char *dir, GPtrArray *faults, GError **error)
{
  g_autofree char *file = g_build_filename (dir, NST_PACK_FILE, NULL);
  g_autofree char *parent = dup_parent (dir);
  g_autoptr (NstScheme) scheme = NULL;
  GError *local = NULL;
  NstPack *pack = nst_pack_new_from_dir (dir, file, TRUE, faults, &local);

  if (pack == NULL)
    return tell_unreadable (file, local, faults, error);
  check_id (pack, dir, faults);
  scheme = nst_scheme_make (pack, NULL, NULL, parent, faults);
  return TRUE;
}

/* A text on its own, whatever it is called. */
static gboolean
check_file (const char *path, GPtrArray *faults, GError **error)
{
  GError *local = NULL;
  g_autoptr (GBytes) text = nst_pack_read_file (path, &local);
  g_autoptr (NstScheme) scheme = NULL;
  NstPack *pack;

  if (text == NULL)
    return tell_unreadable (path, local, faults, error);
  pack = nst_pack_new_from_text (text, path, TRUE, faults);
  if (pack != NULL)
    scheme = nst_scheme_make (pack, NULL, NULL, NULL, faults);
  return TRUE;
}

/**
 * nst_scheme_check_path:
 * @path: a pack's folder, its scheme.xml, a text with a whole pack, or a folder of packs
 * @error: when there is nothing to read
 *
 * Returns: (transfer full) (nullable) (element-type NstFault): what is wrong; empty when
 *   nothing is
 */
GPtrArray *
nst_scheme_check_path (const char *path, GError **error)
{
  g_autoptr (GPtrArray) faults = new_faults ();
  g_autofree char *name = NULL;
  g_auto (GStrv) packs = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_path_get_basename (path);
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *dir = g_path_get_dirname (path);
      gboolean read = strcmp (name, NST_PACK_FILE) == 0 ? check_dir (dir, faults, error)
                                                        : check_file (path, faults, error);

      return read ? g_steal_pointer (&faults) : NULL;
    }
  packs = list_packs (path);
  if (is_pack_dir (path) || packs[0] == NULL)
    return check_dir (path, faults, error) ? g_steal_pointer (&faults) : NULL;
  for (guint i = 0; packs[i] != NULL; i++)
    {
      g_autofree char *dir = g_build_filename (path, packs[i], NULL);

      if (!check_dir (dir, faults, error))
        return NULL;
    }
  return g_steal_pointer (&faults);
}
