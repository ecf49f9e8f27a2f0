/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge: two records that are one become one; merge --list: which those probably are. */
#include "config.h"

#include "cli/nst-cli.h"

#include "cli/nst-render.h"
#include "model/nst-error.h"
#include "rules/nst-merge.h"
#include "rules/nst-typed.h"

#include <glib/gi18n.h>

static const char *const kinds[] = { "person", "organisation", NULL };

static void
add_duplicate (NstJson *json, const NstDuplicate *duplicate)
{
  nst_json_begin_object (json, NULL);
  nst_json_add_text (json, "kind", nst_record_get_kind (duplicate->first)->name);
  nst_json_add_int (json, "first", nst_record_get_id (duplicate->first));
  nst_json_add_int (json, "second", nst_record_get_id (duplicate->second));
  nst_json_add_text (json, "first_title", nst_record_get_title (duplicate->first));
  nst_json_add_text (json, "second_title", nst_record_get_title (duplicate->second));
  nst_json_begin_array (json, "why");
  for (guint i = 0; duplicate->why[i] != NULL; i++)
    nst_json_add_text (json, NULL, duplicate->why[i]);
  nst_json_end_array (json);
  nst_json_end_object (json);
}

static void
print_duplicate (const NstDuplicate *duplicate)
{
  g_autofree char *why = g_strjoinv (", ", duplicate->why);

  g_print ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "  %s = %s (%s)\n",
           nst_record_get_kind (duplicate->first)->name, nst_record_get_id (duplicate->first),
           nst_record_get_id (duplicate->second), nst_record_get_title (duplicate->first),
           nst_record_get_title (duplicate->second), why);
}

static gboolean
list_duplicates (NstCli *cli, const NstKind *kind, gboolean as_json, GError **error)
{
  g_autoptr (NstOffice) office = nst_cli_open (cli, error);
  g_autoptr (NstJson) json = as_json ? nst_json_new () : NULL;
  NstRuleContext context;

  if (office == NULL)
    return FALSE;
  nst_office_get_context (office, &context);
  if (json != NULL)
    nst_json_begin_array (json, NULL);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const NstKind *one = nst_kinds_find (kinds[i]);
      g_autoptr (GPtrArray) found = NULL;

      if (kind != NULL && kind != one)
        continue;
      found = nst_merge_list_duplicates (&context, one);
      for (guint j = 0; j < found->len; j++)
        if (json != NULL)
          add_duplicate (json, found->pdata[j]);
        else
          print_duplicate (found->pdata[j]);
    }
  if (json == NULL)
    return TRUE;
  nst_json_end_array (json);
  nst_cli_print_json (json);
  return TRUE;
}

/* FIELD=VALUE words: what the joined record shall have. */
static GHashTable *
read_choices (NstOffice *office, NstRecord *record, char **words, GError **error)
{
  g_autoptr (GHashTable) choices =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      const char *value;
      const NstField *field;
      char *text = NULL;

      if (!nst_cli_split_assignment (words[i], &name, &value, error))
        return NULL;
      field = nst_scheme_find_field_of (nst_office_get_scheme (office), record, name);
      if (field == NULL)
        {
          g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE, _ ("%s have no field “%s”."),
                       nst_record_get_kind (record)->plural, name);
          return NULL;
        }
      if (!nst_typed_parse (nst_office_get_scheme (office), field, value, &text, error))
        return NULL;
      g_hash_table_insert (choices, g_steal_pointer (&name), text);
    }
  return g_steal_pointer (&choices);
}

/* What was decided by the rule that the first record stands, for a person to look at. */
static void
tell_conflicts (NstCli *cli, NstRecord *keep, NstRecord *gone, GHashTable *choices)
{
  g_autoptr (GArray) conflicts = nst_merge_list_conflicts (keep, gone);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const NstMergeConflict *conflict = &g_array_index (conflicts, NstMergeConflict, i);

      if (!g_hash_table_contains (choices, conflict->field->name))
        nst_cli_say (cli, _ ("%s (%s): kept “%s”, not “%s”"), _ (conflict->field->label),
                     conflict->field->name, nst_record_get_display (keep, conflict->field->name),
                     nst_record_get_display (gone, conflict->field->name));
    }
}

static gboolean
merge (NstCli *cli, const NstKind *kind, char **words, GError **error)
{
  g_autoptr (NstOffice) office = nst_cli_open (cli, error);
  g_autoptr (NstRecord) keep = NULL;
  g_autoptr (NstRecord) gone = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (GHashTable) choices = NULL;
  NstRuleContext context;

  if (office == NULL)
    return FALSE;
  keep = nst_cli_find_record (office, kind, words[0], error);
  gone = keep != NULL ? nst_cli_find_record (office, kind, words[1], error) : NULL;
  choices = gone != NULL ? read_choices (office, keep, words + 2, error) : NULL;
  if (choices == NULL)
    return FALSE;
  nst_office_get_context (office, &context);
  change = nst_merge_plan (&context, keep, gone, choices, error);
  if (change == NULL)
    return FALSE;
  tell_conflicts (cli, keep, gone, choices);
  if (!nst_store_apply (nst_office_get_store (office), change, error))
    return FALSE;
  nst_cli_say (cli, "%s", nst_change_get_title (change));
  return TRUE;
}

gboolean
nst_command_merge (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean list = FALSE;
  gboolean json = FALSE;
  GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };
  const NstKind *kind = NULL;

  if (!nst_cli_parse ("merge", entries, &argc, &argv, error))
    return FALSE;
  if (argc > 1 && (kind = nst_cli_find_kind (argv[1], error)) == NULL)
    return FALSE;
  if (list && argc <= 2)
    return list_duplicates (cli, kind, json, error);
  if (list || argc < 4)
    return nst_cli_refuse_usage ("merge ", _ ("name a kind and two records"), error);
  return merge (cli, kind, argv + 2, error);
}
