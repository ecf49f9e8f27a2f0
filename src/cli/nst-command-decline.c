/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decline: names and posts in all cases, with how far each form can be relied on. */
#include "config.h"

#include "cli/nst-cli.h"

#include "rules/nst-case-forms.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  NstGrammar *grammar;
  NstJson *json; /* NULL: lines */
  gboolean post;
  char *sex;
} Decline;

static void
decline_clear (Decline *self)
{
  g_clear_object (&self->grammar);
  g_free (self->sex);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decline, decline_clear)

static const char *const codes[] = { "nom", "gen", "dat", "acc", "ins", "pre" };
static const char *const levels[] = { "sure", "check", "ask" };

/* Surname and first name are a word each, the patronymic is the rest. */
static char *
decline_one (Decline *self, char **words, const char *text, NstCase to, NstSureness *sureness)
{
  guint count = g_strv_length (words);

  if (self->post)
    return nst_grammar_decline_post (self->grammar, text, to, sureness);
  return nst_grammar_decline_name (self->grammar, words[0], count > 1 ? words[1] : NULL,
                                   count > 2 ? words[2] : NULL, self->sex, to, sureness);
}

static void
tell (Decline *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  NstSureness worst = NST_SURE;

  if (self->json != NULL)
    {
      nst_json_begin_object (self->json, NULL);
      nst_json_add_text (self->json, "nom", text);
    }
  else
    g_print ("%s", text);
  for (guint to = NST_CASE_GEN; to <= NST_CASE_PRE; to++)
    {
      NstSureness sureness = NST_SURE;
      g_autofree char *form = decline_one (self, words, text, (NstCase) to, &sureness);

      worst = MAX (worst, sureness);
      if (self->json != NULL)
        nst_json_add_text (self->json, codes[to], form);
      else
        g_print ("\t%s", form);
    }
  if (self->json == NULL)
    {
      g_print ("\t%s\n", levels[worst]);
      return;
    }
  nst_json_add_text (self->json, "sureness", levels[worst]);
  nst_json_end_object (self->json);
}

static void
tell_lines (Decline *self)
{
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) >= 0)
    {
      g_autofree char *valid = g_utf8_make_valid (line, -1);

      g_strstrip (valid);
      if (*valid != '\0')
        tell (self, valid);
    }
  free (line);
}

static void
tell_form (Decline *self, const NstCaseForm *form)
{
  if (self->json == NULL)
    {
      g_print ("%s\t%s\t%s\n", form->field, form->text,
               form->typed ? _ ("typed") : levels[form->sureness]);
      return;
    }
  nst_json_begin_object (self->json, NULL);
  nst_json_add_text (self->json, "field", form->field);
  nst_json_add_text (self->json, "nom", form->nominative);
  nst_json_add_text (self->json, "text", form->text);
  nst_json_add_text (self->json, "sureness", levels[form->sureness]);
  nst_json_add_bool (self->json, "typed", form->typed);
  nst_json_end_object (self->json);
}

static gboolean
tell_person (NstCli *cli, Decline *self, const char *name, GError **error)
{
  g_autoptr (NstOffice) office = nst_cli_open (cli, error);
  g_autoptr (NstRecord) person = NULL;
  g_autoptr (GPtrArray) forms = NULL;

  if (office == NULL)
    return FALSE;
  person = nst_cli_find_record (office, nst_kinds_find ("person"), name, error);
  if (person == NULL)
    return FALSE;
  nst_case_forms_learn (self->grammar, NST_SOURCE (nst_office_get_store (office)));
  forms = nst_case_forms_list (self->grammar, person);
  for (guint i = 0; i < forms->len; i++)
    tell_form (self, forms->pdata[i]);
  return TRUE;
}

static gboolean
is_person (int argc, char **argv)
{
  return argc == 3 && (strcmp (argv[1], "person") == 0 || strcmp (argv[1], "people") == 0);
}

static gboolean
run (NstCli *cli, Decline *self, int argc, char **argv, GError **error)
{
  if (is_person (argc, argv))
    return tell_person (cli, self, argv[2], error);
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "-") == 0)
      tell_lines (self);
    else
      tell (self, argv[i]);
  return TRUE;
}

gboolean
nst_command_decline (NstCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Decline) self = { NULL };
  gboolean as_json = FALSE;
  g_autoptr (NstJson) json = NULL;
  GOptionEntry entries[] = {
    { "sex", 0, 0, G_OPTION_ARG_STRING, &self.sex, NULL, NULL },
    { "post", 0, 0, G_OPTION_ARG_NONE, &self.post, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
    { NULL },
  };

  if (!nst_cli_parse ("decline", entries, &argc, &argv, error))
    return FALSE;
  if (argc < 2)
    return nst_cli_refuse_usage ("decline ", _ ("name a person, or a full name in quotes"),
                                 error);
  if (self.sex != NULL && strcmp (self.sex, "m") != 0 && strcmp (self.sex, "f") != 0)
    return nst_cli_refuse_usage ("decline ", _ ("--sex is m or f"), error);
  self.grammar = nst_grammar_new (error);
  if (self.grammar == NULL)
    return FALSE;
  json = as_json ? nst_json_new () : NULL;
  self.json = json;
  if (json != NULL)
    nst_json_begin_array (json, NULL);
  if (!run (cli, &self, argc, argv, error))
    return FALSE;
  if (json == NULL)
    return TRUE;
  nst_json_end_array (json);
  nst_cli_print_json (json);
  return TRUE;
}
