/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show KIND ID: one record with what belongs to it. */
#include "config.h"

#include "cli/nst-cli.h"

#include "cli/nst-derived.h"
#include "cli/nst-render.h"

#include <glib/gi18n.h>
#include <string.h>

static GPtrArray *
list_children (NstOffice *office, const NstKind *child, NstRecord *record)
{
  return nst_source_list_owned (NST_SOURCE (nst_office_get_store (office)), child, record);
}

static void
add_children (NstJson *json, NstOffice *office, NstRecord *record)
{
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) children = NULL;

      if (!nst_kind_belongs_to (kinds[i], nst_record_get_kind (record)))
        continue;
      children = list_children (office, kinds[i], record);
      nst_json_begin_array (json, kinds[i]->plural);
      for (guint c = 0; c < children->len; c++)
        {
          nst_json_begin_object (json, NULL);
          nst_render_fields (json, office, g_ptr_array_index (children, c));
          add_children (json, office, g_ptr_array_index (children, c));
          nst_json_end_object (json);
        }
      nst_json_end_array (json);
    }
}

static void
show_json (NstOffice *office, NstRecord *record)
{
  g_autoptr (NstJson) json = nst_json_new ();
  g_autoptr (GPtrArray) findings = NULL;
  NstRuleContext context;

  nst_office_get_context (office, &context);
  findings = nst_rules_check (&context, record);
  nst_json_begin_object (json, NULL);
  nst_render_fields (json, office, record);
  add_children (json, office, record);
  nst_derived_add_findings (json, "findings", office, findings);
  nst_json_end_object (json);
  nst_cli_print_json (json);
}

static void
show_state (NstOffice *office, NstRecord *record)
{
  const NstLifeState *state;
  NstRuleContext context;

  nst_office_get_context (office, &context);
  if (nst_scheme_get_life_cycle (context.scheme, nst_record_get_kind (record)->name) == NULL)
    return;
  state = nst_steps_get_state (&context, record);
  if (state != NULL)
    g_print ("%s: %s\n", _ ("State today"), state->title);
}

static void
show_text (NstOffice *office, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  const NstKind *const *kinds = nst_kinds_list ();
  g_autofree char *title = nst_render_title (office, record);
  g_autoptr (GPtrArray) fields =
      nst_scheme_list_fields (nst_office_get_scheme_of (office, record), kind, record);

  g_print ("%s %" G_GINT64_FORMAT ": %s\n", _ (kind->label), nst_record_get_id (record), title);
  show_state (office, record);
  for (guint i = 0; i < fields->len; i++)
    {
      const NstField *field = g_ptr_array_index (fields, i);
      g_autofree char *value = nst_render_value (office, record, field);

      if (value[0] != '\0' && !(field->flags & NST_FIELD_INTERNAL))
        g_print ("  %s (%s): %s\n", _ (field->label), field->name, value);
    }
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) children = NULL;

      if (!nst_kind_belongs_to (kinds[i], kind))
        continue;
      children = list_children (office, kinds[i], record);
      if (children->len == 0)
        continue;
      g_print ("\n");
      nst_render_table (office, kinds[i], children);
    }
}

gboolean
nst_command_show (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) record = NULL;
  const NstKind *kind;

  if (!nst_cli_parse ("show", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 3)
    return nst_cli_refuse_usage ("show ", _ ("name a kind and a record"), error);
  kind = nst_cli_find_kind (argv[1], error);
  office = kind != NULL ? nst_cli_open (cli, error) : NULL;
  if (office == NULL)
    return FALSE;
  record = nst_cli_find_record (office, kind, argv[2], error);
  if (record == NULL)
    return FALSE;
  if (json)
    show_json (office, record);
  else
    show_text (office, record);
  return TRUE;
}
