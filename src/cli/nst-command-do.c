/* SPDX-License-Identifier: GPL-3.0-or-later */
/* do: a step of a life cycle, recorded for whoever took it; do --list: which there are. */
#include "config.h"

#include "cli/nst-cli.h"

#include "model/nst-error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  gboolean list;
  gboolean json;
  char *party;
  char *person;
  char *day;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->party);
  g_free (options->person);
  g_free (options->day);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A field that the step does not ask is a slip of the command line, not of the data. */
static gboolean
is_asked (const NstLifeStep *step, const NstKind *kind, const char *name, GError **error)
{
  if (nst_steps_find_ask (step, kind, name, NULL) != NULL)
    return TRUE;
  g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
               _ ("The step “%s” has no field “%s”; see “do --list”."), step->code, name);
  return FALSE;
}

static NstStepArgs *
make_args (NstOffice *office, const NstLifeStep *step, NstRecord *record, Options *options,
           char **words, GError **error)
{
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  GDate day;

  if (options->day != NULL)
    {
      if (!nst_cli_read_day ("--on", options->day, &day, error))
        return NULL;
      nst_step_args_set_date (args, &day);
    }
  if (options->party != NULL)
    nst_step_args_set_party (args, options->party);
  if (options->person != NULL)
    {
      g_autoptr (NstRecord) person =
          nst_cli_find_record (office, nst_kinds_find ("person"), options->person, error);

      if (person == NULL)
        return NULL;
      nst_step_args_set_person (args, nst_record_get_id (person));
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      const char *value;

      if (!nst_cli_split_assignment (words[i], &name, &value, error) ||
          !is_asked (step, nst_record_get_kind (record), name, error))
        return NULL;
      nst_step_args_set (args, name, value);
    }
  return g_steal_pointer (&args);
}

static gboolean
take_step (NstCli *cli, Options *options, char **words, GError **error)
{
  g_autoptr (NstOffice) office = nst_cli_open (cli, error);
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (NstStepArgs) args = NULL;
  g_autoptr (NstChange) done = NULL;
  const NstLifeStep *step;
  const char *kind = NULL;

  if (office == NULL)
    return FALSE;
  step = nst_steps_find (nst_office_get_scheme (office), words[0], &kind);
  if (step == NULL)
    {
      g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                   _ ("There is no step “%s”; see “do --list”."), words[0]);
      return FALSE;
    }
  record = nst_cli_find_record (office, nst_kinds_find (kind), words[1], error);
  if (record == NULL)
    return FALSE;
  args = make_args (office, step, record, options, words + 2, error);
  if (args == NULL || !nst_office_do (office, record, words[0], args, &done, error))
    return FALSE;
  nst_cli_say (cli, "%s", nst_change_get_title (done));
  return TRUE;
}

/* Each rule that refuses the step with what to do, or the state that it is not possible from. */
static void
print_why_not (const NstStepOffer *offer)
{
  for (guint i = 0; i < offer->reasons->len; i++)
    {
      const NstFinding *finding = g_ptr_array_index (offer->reasons, i);

      g_print ("    %s: %s %s\n", finding->rule->number, finding->text, finding->remedy);
    }
  if (offer->reasons->len == 0 && offer->why_not != NULL)
    g_print ("    %s\n", offer->why_not);
}

static void
print_step (NstJson *json, const char *kind, const NstLifeStep *step, const NstStepOffer *offer)
{
  g_autofree char *who = g_strjoinv (" ", step->who);
  g_autofree char *asks = g_strjoinv (" ", step->asks);
  g_autofree char *guards = g_strjoinv (" ", step->guards);

  if (json == NULL)
    {
      g_print ("%s%s  %s: %s\n", offer != NULL && !offer->possible ? "– " : "+ ", kind,
               step->code, step->title);
      if (asks[0] != '\0')
        g_print ("    %s: %s\n", _ ("asks"), asks);
      if (guards[0] != '\0')
        g_print ("    %s: %s\n", _ ("guards"), guards);
      if (offer != NULL)
        print_why_not (offer);
      return;
    }
  nst_json_begin_object (json, NULL);
  nst_json_add_text (json, "kind", kind);
  nst_json_add_text (json, "step", step->code);
  nst_json_add_text (json, "title", step->title);
  nst_json_add_text (json, "who", who);
  nst_json_add_text (json, "asks", asks);
  nst_json_add_text (json, "guards", guards);
  if (offer != NULL)
    {
      nst_json_add_bool (json, "possible", offer->possible);
      nst_json_add_text (json, "why_not", offer->why_not);
    }
  nst_json_end_object (json);
}

static void
list_all (NstOffice *office, NstJson *json)
{
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      NstLifeCycle *cycle =
          nst_scheme_get_life_cycle (nst_office_get_scheme (office), kinds[i]->name);
      GPtrArray *steps = cycle != NULL ? nst_life_cycle_get_steps (cycle) : NULL;

      for (guint s = 0; steps != NULL && s < steps->len; s++)
        print_step (json, kinds[i]->name, g_ptr_array_index (steps, s), NULL);
    }
}

/* Those possible now come first. */
static void
list_offers (NstOffice *office, NstRecord *record, NstJson *json)
{
  g_autoptr (GPtrArray) offers = NULL;
  NstRuleContext context;

  nst_office_get_context (office, &context);
  offers = nst_steps_list (&context, record);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < offers->len; i++)
      {
        NstStepOffer *offer = g_ptr_array_index (offers, i);

        if (offer->possible == (pass == 0))
          print_step (json, nst_record_get_kind (record)->name, offer->step, offer);
      }
}

static gboolean
list_steps (NstCli *cli, Options *options, int argc, char **argv, GError **error)
{
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (NstJson) json = options->json ? nst_json_new () : NULL;
  const NstKind *kind = NULL;

  if (argc == 3 && (kind = nst_cli_find_kind (argv[1], error)) == NULL)
    return FALSE;
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  if (kind != NULL && (record = nst_cli_find_record (office, kind, argv[2], error)) == NULL)
    return FALSE;
  if (json != NULL)
    nst_json_begin_array (json, NULL);
  if (record != NULL)
    list_offers (office, record, json);
  else
    list_all (office, json);
  if (json != NULL)
    {
      nst_json_end_array (json);
      nst_cli_print_json (json);
    }
  return TRUE;
}

gboolean
nst_command_do (NstCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Options) options = { FALSE };
  GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, NULL, NULL },
    { "for", 0, 0, G_OPTION_ARG_STRING, &options.party, NULL, NULL },
    { "person", 0, 0, G_OPTION_ARG_STRING, &options.person, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.day, NULL, NULL },
    { NULL },
  };

  if (!nst_cli_parse ("do", entries, &argc, &argv, error))
    return FALSE;
  if (options.list && (argc == 1 || argc == 3))
    return list_steps (cli, &options, argc, argv, error);
  if (options.list || argc < 3)
    return nst_cli_refuse_usage ("do ", _ ("name a step and a record"), error);
  return take_step (cli, &options, argv + 1, error);
}
