/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves a programme to another version of its scheme (DOMAIN R80). */
#include "config.h"

#include "store/nst-office-versions.h"

#include "model/nst-error.h"
#include "scheme/nst-scheme-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
compare_versions (gconstpointer a, gconstpointer b)
{
  return nst_scheme_version_compare (*(const char *const *) a, *(const char *const *) b);
}

/**
 * nst_office_list_versions:
 * @self: an office
 * @id: of a scheme
 *
 * Returns: (transfer full): the versions that its base keeps, the oldest first
 */
GStrv
nst_office_list_versions (NstOffice *self, const char *id)
{
  GStrv versions;

  g_return_val_if_fail (NST_IS_OFFICE (self) && id != NULL, NULL);

  versions = nst_store_list_versions (nst_office_get_store (self), id);
  qsort (versions, g_strv_length (versions), sizeof (char *), compare_versions);
  return versions;
}

/**
 * nst_office_count_programs:
 * @self: an office
 * @id: of a scheme
 * @version: a version of it
 *
 * Returns: how many programmes were made with that version or moved to it
 */
guint
nst_office_count_programs (NstOffice *self, const char *id, const char *version)
{
  g_autoptr (GPtrArray) programs = NULL;
  guint n = 0;

  g_return_val_if_fail (NST_IS_OFFICE (self), 0);

  programs = nst_source_list (NST_SOURCE (nst_office_get_store (self)), "program", "scheme", id);
  for (guint i = 0; i < programs->len; i++)
    if (g_strcmp0 (nst_record_get_text (programs->pdata[i], "scheme_version"), version) == 0)
      n++;
  return n;
}

/* A version of the programme that another one follows is kept as it was. */
static gboolean
is_followed (NstOffice *self, NstRecord *program)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (program));

  return nst_source_count (NST_SOURCE (nst_office_get_store (self)), "program", "previous", id) >
         0;
}

static gboolean
may_move (NstOffice *self, NstRecord *program, NstScheme *scheme, GError **error)
{
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (scheme, "program");
  const char *state = nst_record_get_text (program, "state");
  const char *has = nst_record_get_text (program, "scheme_version");

  if (g_strcmp0 (has, nst_scheme_get_version (scheme)) == 0)
    g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
                 _ ("The programme follows version %s of the scheme already."), has);
  else if (nst_record_get_text (program, "accepted_on") != NULL)
    g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
                 _ ("The programme is finished and its report accepted; it stays with version "
                    "%s of the scheme."),
                 has);
  else if (is_followed (self, program))
    g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
                 _ ("A newer version of the programme follows this one; move that one."));
  else if (state != NULL && cycle != NULL && nst_life_cycle_find_state (cycle, state) == NULL)
    g_set_error (
        error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
        _ ("Version %s of the scheme has no state “%s” that the programme is in; move it "
           "when it is in another state."),
        nst_scheme_get_version (scheme), state);
  else
    return TRUE;
  return FALSE;
}

/**
 * nst_office_move_program:
 * @self: an office
 * @program: a programme
 * @version: (nullable): a version of its scheme that the base keeps; %NULL for the newest
 * @done: (out) (optional) (transfer full): what has been done
 * @error: %NST_INPUT_ERROR_UNKNOWN for an unknown version, %NST_RULE_ERROR_NOT_NOW when the
 *   programme stays where it is, %NST_STORE_ERROR
 *
 * From then on rules, limits, wordings and papers of the programme are those of the other
 * version; nst_scheme_compare() tells beforehand what that changes. Its plan has been agreed
 * by people and stays as it is, papers that have been issued do too. One change, to be undone
 * like any other.
 *
 * Returns: %TRUE when it is done; nothing is changed otherwise
 */
gboolean
nst_office_move_program (NstOffice *self, NstRecord *program, const char *version,
                         NstChange **done, GError **error)
{
  g_autoptr (NstChange) change = NULL;
  g_autofree char *called = NULL;
  g_autofree char *title = NULL;
  const char *id;
  NstScheme *scheme;

  g_return_val_if_fail (NST_IS_OFFICE (self) && NST_IS_RECORD (program), FALSE);
  g_return_val_if_fail (strcmp (nst_record_get_kind (program)->name, "program") == 0, FALSE);

  id = nst_record_get_text (program, "scheme");
  scheme =
      nst_office_get_version (self,
                              id != NULL ? id : nst_scheme_get_id (nst_office_get_scheme (self)),
                              version, error);
  if (scheme == NULL || !may_move (self, program, scheme, error))
    return FALSE;
  called = nst_steps_dup_title (scheme, program);
  title = g_strdup_printf (_ ("Moved to version %s of the scheme: %s"),
                           nst_scheme_get_version (scheme), called);
  change = nst_change_new (title);
  nst_change_set_by_step (change, TRUE);
  nst_change_set (change, program, "scheme", nst_scheme_get_id (scheme));
  nst_change_set (change, program, "scheme_version", nst_scheme_get_version (scheme));
  if (!nst_store_apply (nst_office_get_store (self), change, error))
    return FALSE;
  if (done != NULL)
    *done = g_steal_pointer (&change);
  return TRUE;
}
