/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a step and people call a record: never by a raw code. */
#include "config.h"

#include "rules/nst-step-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NUMBER "number"
#define VERSION "version"

/* The field that the kind's title consists of, "{kind}". */
static const NstField *
find_title_field (const NstKind *kind)
{
  gsize length = strlen (kind->title);
  g_autofree char *name = length > 2 ? g_strndup (kind->title + 1, length - 2) : NULL;

  return name != NULL ? nst_kind_find_field (kind, name) : NULL;
}

/* Whether the scheme words the title; %FALSE while the code is unknown. */
gboolean
nst_steps_is_titled_by_code (NstRecord *record)
{
  const NstField *field = find_title_field (nst_record_get_kind (record));

  return field != NULL && field->type == NST_FIELD_TYPE_CODE &&
         nst_record_get_text (record, field->name) != NULL;
}

/* A kind titled "№ {number}", by the number that a record has or gets. */
static char *
dup_numbered_title (NstRecord *record, const char *number)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_auto (GStrv) parts = g_strsplit (kind->title, "{" NUMBER "}", 2);

  if (nst_kind_find_field (kind, NUMBER) == NULL || g_strv_length (parts) != 2)
    return NULL;
  return number != NULL ? g_strjoinv (number, parts) : g_strdup (_ ("without a number"));
}

/**
 * nst_steps_dup_title:
 * @scheme: what words codes
 * @record: a record
 *
 * Records that are titled by a code get the scheme's wording, those titled by a number that
 * they do not have yet are told to have none.
 *
 * Returns: (transfer full): how people call the record
 */
char *
nst_steps_dup_title (NstScheme *scheme, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  char *title = NULL;

  if (nst_steps_is_titled_by_code (record))
    title = nst_scheme_dup_title_of (scheme, find_title_field (kind)->target,
                                     nst_record_get_title (record));
  else if (nst_kind_find_field (kind, NUMBER) != NULL)
    title = dup_numbered_title (record, nst_record_get_text (record, NUMBER));
  return title != NULL ? title : g_strdup (nst_record_get_title (record));
}

/* The number may be given in the very step. */
static char *
dup_title_then (NstStepRun *run)
{
  const NstKind *kind = nst_record_get_kind (run->record);
  char *title = NULL;

  if (nst_kind_find_field (kind, NUMBER) != NULL)
    title = dup_numbered_title (run->record, nst_change_peek (run->change, run->record, NUMBER));
  return title != NULL ? title : nst_steps_dup_title (run->context->scheme, run->record);
}

/* The version that the step makes, else the one that it is about. */
static const char *
get_version (NstStepRun *run)
{
  const NstKind *kind = nst_record_get_kind (run->record);
  gboolean next = run->subject != NULL && nst_record_get_kind (run->subject) == kind;

  if (nst_kind_find_field (kind, VERSION) == NULL)
    return "";
  return nst_change_peek (run->change, next ? run->subject : run->record, VERSION);
}

/* The line of history, after the step is planned: {title} and {version} are filled in. */
char *
nst_step_run_dup_done (NstStepRun *run)
{
  const NstLifeStep *step = run->step;
  const char *done = step->done != NULL && step->done[0] != '\0' ? step->done : step->title;
  g_auto (GStrv) parts = g_strsplit (done, "{title}", -1);
  g_autofree char *title = dup_title_then (run);
  g_autofree char *titled = g_strjoinv (title, parts);
  g_auto (GStrv) rest = g_strsplit (titled, "{" VERSION "}", -1);
  const char *version = rest[0] != NULL && rest[1] != NULL ? get_version (run) : NULL;

  return g_strjoinv (version != NULL ? version : "1", rest);
}
