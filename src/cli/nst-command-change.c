/* SPDX-License-Identifier: GPL-3.0-or-later */
/* add, set, remove: one change each, by the store's door. */
#include "config.h"

#include "cli/nst-cli.h"

#include "model/nst-change.h"
#include "model/nst-error.h"
#include "model/nst-values.h"
#include "rules/nst-typed.h"
#include "text/nst-russian.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* From which day the new values are valid, and by what paper; without a day they are put right.
 */
typedef struct
{
  char *on;
  char *basis;
  GDate day;
} Validity;

static void
validity_clear (Validity *validity)
{
  g_free (validity->on);
  g_free (validity->basis);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Validity, validity_clear)

static gboolean
put (NstOffice *office, NstChange *change, NstRecord *record, const NstField *field,
     const char *text, const Validity *validity, GError **error)
{
  if (validity != NULL && validity->on != NULL)
    return nst_values_set_from (NST_SOURCE (nst_office_get_store (office)), change, record,
                                field->name, text, &validity->day, validity->basis, error);
  nst_change_set_field (change, record, field, text);
  return TRUE;
}

/* What the regulation requires beyond the table of fields; the store knows no packs. */
static gboolean
has_required (NstOffice *office, NstRecord *record, GError **error)
{
  GPtrArray *extra =
      nst_scheme_get_extra_fields (nst_office_get_scheme (office), nst_record_get_kind (record));

  for (guint i = 0; i < extra->len; i++)
    {
      const NstField *field = g_ptr_array_index (extra, i);

      if (!(field->flags & NST_FIELD_REQUIRED) ||
          nst_record_get_text (record, field->name) != NULL)
        continue;
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                   _ ("%s (%s) must not be empty; fill it in."), _ (field->label), field->name);
      return FALSE;
    }
  return TRUE;
}

/* Puts FIELD=VALUE words into the change. */
static gboolean
assign (NstOffice *office, NstChange *change, NstRecord *record, char **words,
        const Validity *validity, GError **error)
{
  const NstKind *kind = nst_record_get_kind (record);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      const char *value;
      const NstField *field;

      if (!nst_cli_split_assignment (words[i], &name, &value, error))
        return FALSE;
      field = nst_scheme_find_field_of (nst_office_get_scheme_of (office, record), record, name);
      if (field == NULL)
        {
          g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE, _ ("%s have no field “%s”."),
                       kind->plural, name);
          return FALSE;
        }
      if (field->flags & NST_FIELD_STEP)
        {
          g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                       _ ("“%s” of a %s changes by steps only; see “do --list”."), name,
                       kind->name);
          return FALSE;
        }
      if (!nst_typed_parse (nst_office_get_scheme_of (office, record), field, value, &text,
                            error))
        return FALSE;
      if (!put (office, change, record, field, text, validity, error))
        return FALSE;
    }
  return TRUE;
}

/* A base has exactly one office card; init makes it. */
static gboolean
is_single (const NstKind *kind, GError **error)
{
  if (strcmp (kind->name, "office") != 0)
    return FALSE;
  g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
               _ ("A base has exactly one office; change it by “set office 1 FIELD=VALUE…”."));
  return TRUE;
}

gboolean
nst_command_add (NstCli *cli, int argc, char **argv, GError **error)
{
  GOptionEntry entries[] = { { NULL } };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autofree char *title = NULL;
  const NstKind *kind;

  if (!nst_cli_parse ("add", entries, &argc, &argv, error))
    return FALSE;
  if (argc < 3)
    return nst_cli_refuse_usage ("add ", _ ("name a kind and at least one field"), error);
  kind = nst_cli_find_kind (argv[1], error);
  if (kind == NULL || is_single (kind, error))
    return FALSE;
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Add: %s"), _ (kind->label));
  change = nst_change_new (title);
  record = nst_change_add (change, kind->name, NULL);
  if (!assign (office, change, record, argv + 2, NULL, error) ||
      !has_required (office, record, error) ||
      !nst_store_apply (nst_office_get_store (office), change, error))
    return FALSE;
  printf ("%" G_GINT64_FORMAT "\n", nst_record_get_id (record));
  return TRUE;
}

static gboolean
find (NstCli *cli, char **argv, NstOffice **office, NstRecord **record, GError **error)
{
  const NstKind *kind = nst_cli_find_kind (argv[1], error);

  *office = kind != NULL ? nst_cli_open (cli, error) : NULL;
  *record = *office != NULL ? nst_cli_find_record (*office, kind, argv[2], error) : NULL;
  return *record != NULL;
}

/* A change is recorded on its day or later, as every step is. */
static gboolean
read_validity (NstCli *cli, Validity *validity, GError **error)
{
  GDate today;

  if (validity->on == NULL)
    return validity->basis == NULL ||
           nst_cli_refuse_usage ("set ", _ ("--basis needs a day: --on"), error);
  if (!nst_cli_read_day ("--on", validity->on, &validity->day, error))
    return FALSE;
  nst_clock_get_today (cli->clock, &today);
  if (g_date_compare (&validity->day, &today) <= 0)
    return TRUE;
  g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                       _ ("The day is later than today; record the change on its day."));
  return FALSE;
}

static char *
dup_title (NstRecord *record, const Validity *validity)
{
  const char *kind = _ (nst_record_get_kind (record)->label);
  g_autofree char *day = NULL;

  if (validity->on == NULL)
    return g_strdup_printf (_ ("Change: %s %s"), kind, nst_record_get_title (record));
  day = nst_russian_date (&validity->day);
  return g_strdup_printf (_ ("Change from %s: %s %s"), day, kind, nst_record_get_title (record));
}

gboolean
nst_command_set (NstCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Validity) validity = { NULL };
  GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &validity.on, NULL, NULL },
    { "basis", 0, 0, G_OPTION_ARG_STRING, &validity.basis, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autofree char *title = NULL;

  if (!nst_cli_parse ("set", entries, &argc, &argv, error))
    return FALSE;
  if (argc < 4)
    return nst_cli_refuse_usage ("set ", _ ("name a kind, a record and at least one field"),
                                 error);
  if (!find (cli, argv, &office, &record, error) || !read_validity (cli, &validity, error))
    return FALSE;
  title = dup_title (record, &validity);
  change = nst_change_new (title);
  if (!assign (office, change, record, argv + 3, &validity, error))
    return FALSE;
  if (validity.on != NULL)
    nst_values_clear_cases (NST_SOURCE (nst_office_get_store (office)), change, record,
                            &validity.day, validity.basis);
  return nst_store_apply (nst_office_get_store (office), change, error);
}

gboolean
nst_command_remove (NstCli *cli, int argc, char **argv, GError **error)
{
  GOptionEntry entries[] = { { NULL } };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autofree char *title = NULL;

  if (!nst_cli_parse ("remove", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 3)
    return nst_cli_refuse_usage ("remove ", _ ("name a kind and a record"), error);
  if (!find (cli, argv, &office, &record, error) ||
      is_single (nst_record_get_kind (record), error))
    return FALSE;
  title = g_strdup_printf (_ ("Remove: %s %s"), _ (nst_record_get_kind (record)->label),
                           nst_record_get_title (record));
  change = nst_change_new (title);
  nst_change_remove (change, record);
  return nst_store_apply (nst_office_get_store (office), change, error);
}
