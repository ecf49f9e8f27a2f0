/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wording: how the office words the forms of its scheme. */
#include "config.h"

#include "cli/nst-cli.h"

#include "documents/nst-documents.h"
#include "documents/nst-wording-field.h"
#include "documents/nst-wordings.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Words from the input end somewhere, too. */
#define MAX_TEXT 65536

static const char *const states[] = { "original", "changed", "outdated", "lost" };

static const char *
get_state (const NstWordingPlace *place)
{
  if (place->left_out && place->state == NST_WORDING_CHANGED)
    return "left-out";
  return states[place->state];
}

static const char *
get_words (const NstWordingPlace *place)
{
  if (place->left_out)
    return "";
  return place->text != NULL ? place->text : place->original;
}

static guint
count_state (const NstWordingForm *form, NstWordingState state)
{
  guint count = 0;

  for (guint i = 0; i < form->places->len; i++)
    count += ((NstWordingPlace *) g_ptr_array_index (form->places, i))->state == state;
  return count;
}

static void
add_form (NstJson *json, NstOffice *office, const NstDocumentForm *document)
{
  g_autoptr (NstWordingForm) form =
      nst_wordings_read (office, nst_office_get_scheme (office), document->code);
  guint outdated = count_state (form, NST_WORDING_OUTDATED);
  guint lost = count_state (form, NST_WORDING_LOST);
  guint changed = count_state (form, NST_WORDING_CHANGED) + outdated;

  if (json == NULL)
    {
      g_print ("%s\t%u\t%u\t%s%s\n", document->code, form->version, changed, document->title,
               outdated + lost > 0 ? _ (" — the original has changed: compare") : "");
      return;
    }
  nst_json_begin_object (json, NULL);
  nst_json_add_text (json, "form", document->code);
  nst_json_add_text (json, "title", document->title);
  nst_json_add_int (json, "version", form->version);
  nst_json_add_int (json, "changed", changed);
  nst_json_add_int (json, "outdated", outdated);
  nst_json_add_int (json, "lost", lost);
  nst_json_end_object (json);
}

static void
add_place (NstJson *json, const NstWordingPlace *place)
{
  if (json == NULL)
    {
      g_print ("%s\t%s\t%s\n", place->node, get_state (place), get_words (place));
      return;
    }
  nst_json_begin_object (json, NULL);
  nst_json_add_text (json, "node", place->node);
  nst_json_add_text (json, "state", get_state (place));
  nst_json_add_text (json, "text", get_words (place));
  nst_json_end_object (json);
}

static NstWordingForm *
open_form (NstOffice *office, const char *code, GError **error)
{
  NstWordingForm *form = nst_wordings_read (office, nst_office_get_scheme (office), code);

  if (form == NULL)
    g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                 _ ("The scheme has no form “%s”; “wording list” tells them."), code);
  return form;
}

static gboolean
list (NstOffice *office, const char *code, gboolean as_json, GError **error)
{
  g_autoptr (NstJson) json = as_json ? nst_json_new () : NULL;
  g_autoptr (NstWordingForm) form = code != NULL ? open_form (office, code, error) : NULL;
  g_autoptr (GPtrArray) forms = NULL;

  if (code != NULL && form == NULL)
    return FALSE;
  if (json != NULL)
    nst_json_begin_array (json, NULL);
  forms = code == NULL ? nst_documents_list_forms (office, NULL) : NULL;
  for (guint i = 0; forms != NULL && i < forms->len; i++)
    add_form (json, office, g_ptr_array_index (forms, i));
  for (guint i = 0; form != NULL && i < form->places->len; i++)
    add_place (json, g_ptr_array_index (form->places, i));
  if (json == NULL)
    return TRUE;
  nst_json_end_array (json);
  nst_cli_print_json (json);
  return TRUE;
}

/* What can stand there, and what people call it. */
static void
add_fields (NstJson *json, NstOffice *office, const NstWordingForm *form,
            const NstWordingPlace *place)
{
  NstScheme *scheme = nst_office_get_scheme (office);
  g_autoptr (GPtrArray) fields = nst_wording_field_list (scheme, form, place);

  if (json != NULL)
    nst_json_begin_array (json, "fields");
  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = g_ptr_array_index (fields, i);
      g_autofree char *name = nst_wording_field_describe (scheme, form, place->names, field);
      g_autofree char *source = g_strdup_printf ("{%s}", field);

      if (json == NULL)
        {
          g_print ("  %s\t%s\n", source, name);
          continue;
        }
      nst_json_begin_object (json, NULL);
      nst_json_add_text (json, "field", source);
      nst_json_add_text (json, "name", name);
      nst_json_end_object (json);
    }
  if (json != NULL)
    nst_json_end_array (json);
}

static gboolean
show (NstOffice *office, const char *code, const char *node, gboolean as_json, GError **error)
{
  g_autoptr (NstWordingForm) form = open_form (office, code, error);
  const NstWordingPlace *place = form != NULL ? nst_wording_form_find (form, node) : NULL;
  g_autoptr (NstJson) json = NULL;

  if (form == NULL)
    return FALSE;
  if (place == NULL)
    {
      g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                   _ ("Form %s has no place “%s”. “wording list %s” tells its places."), code,
                   node, code);
      return FALSE;
    }
  if (!as_json)
    {
      g_print ("%s\n", get_words (place));
      if (place->state != NST_WORDING_ORIGINAL)
        g_print ("%s %s\n", _ ("Original:"),
                 place->original != NULL ? place->original : _ ("there is none any more"));
      if (place->state == NST_WORDING_OUTDATED || place->state == NST_WORDING_LOST)
        g_print ("%s %s\n", _ ("The original has changed: compare. It was:"), place->replaced);
      add_fields (NULL, office, form, place);
      return TRUE;
    }
  json = nst_json_new ();
  nst_json_begin_object (json, NULL);
  nst_json_add_text (json, "node", place->node);
  nst_json_add_text (json, "state", get_state (place));
  nst_json_add_text (json, "text", get_words (place));
  nst_json_add_text (json, "original", place->original);
  nst_json_add_text (json, "replaced", place->replaced);
  nst_json_add_int (json, "version", place->version);
  add_fields (json, office, form, place);
  nst_json_end_object (json);
  nst_cli_print_json (json);
  return TRUE;
}

/* "-" takes the words from the input. */
static char *
dup_words (const char *word)
{
  g_autofree char *text = NULL;
  size_t size;

  if (strcmp (word, "-") != 0)
    return g_strdup (word);
  text = g_malloc0 (MAX_TEXT + 1);
  size = fread (text, 1, MAX_TEXT, stdin);
  text[size] = '\0';
  return g_utf8_make_valid (text, (gssize) size);
}

static gboolean
say_version (NstCli *cli, NstOffice *office, const char *code)
{
  nst_cli_say (cli, _ ("Version of the wording: %u"),
               nst_wordings_get_version (office, nst_office_get_scheme (office), code));
  return TRUE;
}

static gboolean
run (NstCli *cli, NstOffice *office, char **words, int n, gboolean leave_out, gboolean as_json,
     GError **error)
{
  g_autofree char *text = NULL;

  if (strcmp (words[0], "list") == 0 && n <= 2 && !leave_out)
    return list (office, words[1], as_json, error);
  if (strcmp (words[0], "show") == 0 && n == 3 && !leave_out)
    return show (office, words[1], words[2], as_json, error);
  if (strcmp (words[0], "set") == 0 && n == 3 && leave_out)
    return nst_wordings_leave_out (office, words[1], words[2], error) &&
           say_version (cli, office, words[1]);
  if (strcmp (words[0], "set") == 0 && n == 4 && !leave_out)
    {
      text = dup_words (words[3]);
      return nst_wordings_set (office, words[1], words[2], text, error) &&
             say_version (cli, office, words[1]);
    }
  if (strcmp (words[0], "restore") == 0 && (n == 2 || n == 3) && !leave_out)
    return nst_wordings_restore (office, words[1], words[2], error) &&
           say_version (cli, office, words[1]);
  return nst_cli_refuse_usage ("wording ", _ ("say list, show, set or restore"), error);
}

gboolean
nst_command_wording (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean as_json = FALSE;
  gboolean leave_out = FALSE;
  GOptionEntry entries[] = {
    { "leave-out", 0, 0, G_OPTION_ARG_NONE, &leave_out, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;

  if (!nst_cli_parse ("wording", entries, &argc, &argv, error))
    return FALSE;
  if (argc < 2)
    return nst_cli_refuse_usage ("wording ", _ ("say list, show, set or restore"), error);
  office = nst_cli_open (cli, error);
  return office != NULL && run (cli, office, argv + 1, argc - 1, leave_out, as_json, error);
}
