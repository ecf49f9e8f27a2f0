/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed for the day beside a record's fields. */
#include "config.h"

#include "cli/nst-derived.h"

#include "cli/nst-render.h"
#include "text/nst-due.h"

#include <string.h>

static void
add_state (NstJson *json, const NstRuleContext *context, NstRecord *record)
{
  const char *kind = nst_record_get_kind (record)->name;
  const NstLifeState *state = NULL;

  if (nst_scheme_get_life_cycle (context->scheme, kind) == NULL)
    return;
  state = nst_steps_get_state (context, record);
  nst_json_add_text (json, "state_now", state != NULL ? state->code : NULL);
}

/* Counts of a programme on the day (DOMAIN 17.4). */
void
nst_derived_add_progress (NstJson *json, NstProgress *progress)
{
  nst_json_begin_object (json, "progress");
  nst_json_add_int (json, "total", progress->total);
  nst_json_add_int (json, "done", progress->done);
  nst_json_add_int (json, "not_done", progress->not_done);
  nst_json_add_int (json, "in_progress", progress->in_progress);
  nst_json_add_int (json, "planned", progress->planned);
  nst_json_add_int (json, "overdue", progress->overdue);
  nst_json_add_int (json, "occurrences", progress->occurrences);
  nst_json_add_int (json, "occurrences_done", progress->occurrences_done);
  nst_json_add_tenths (json, "percent_done", progress->permille);
  nst_json_add_tenths (json, "percent_not_done", 1000 - (gint64) progress->permille);
  nst_json_end_object (json);
}

static void
add_activity (NstJson *json, const NstRuleContext *context, NstRecord *activity)
{
  g_autoptr (NstRecord) program = nst_source_dup_ref (context->source, activity, "program");
  g_autoptr (NstProgress) progress = NULL;
  NstActivityProgress *found;

  if (program == NULL)
    return;
  progress = nst_progress_new (context, program);
  found = nst_progress_find (progress, nst_record_get_id (activity));
  if (found == NULL)
    return;
  nst_json_add_int (json, "number", found->number);
  nst_json_add_text (json, "state_now", nst_activity_state_get_code (found->state));
  nst_json_add_int (json, "overdue_days", found->overdue_days);
  nst_json_add_int (json, "parts", found->parts);
  nst_json_add_int (json, "parts_done", found->parts_done);
}

static void
add_phrase (NstJson *json, NstRecord *record, const char *field)
{
  const char *text = nst_record_get_text (record, field);
  g_autoptr (NstDue) due = text != NULL ? nst_due_from_canonical (text, NULL) : NULL;
  g_autofree char *phrase = due != NULL ? nst_due_to_phrase (due) : NULL;

  nst_json_add_text (json, "due_phrase", phrase);
}

/* Adds the state on the day, and what a kind has besides: progress, number, phrase. */
void
nst_derived_add (NstJson *json, NstOffice *office, NstRecord *record)
{
  const char *kind = nst_record_get_kind (record)->name;
  NstRuleContext context;

  nst_office_get_context (office, &context);
  add_state (json, &context, record);
  if (strcmp (kind, "program") == 0)
    {
      g_autoptr (NstProgress) progress = nst_progress_new (&context, record);

      nst_derived_add_progress (json, progress);
    }
  else if (strcmp (kind, "activity") == 0)
    {
      add_activity (json, &context, record);
      add_phrase (json, record, "due");
    }
  else if (strcmp (kind, "stage") == 0)
    add_phrase (json, record, "due");
}

/* An array of findings, each with number, level, where, words, remedy and paragraph. */
void
nst_derived_add_findings (NstJson *json, const char *key, NstOffice *office, GPtrArray *findings)
{
  nst_json_begin_array (json, key);
  for (guint i = 0; i < findings->len; i++)
    {
      NstFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *title = nst_render_title (office, finding->record);

      nst_json_begin_object (json, NULL);
      nst_json_add_text (json, "rule", finding->rule->number);
      nst_json_add_text (json, "level", finding->rule->level);
      nst_json_add_text (json, "kind", nst_record_get_kind (finding->record)->name);
      nst_json_add_int (json, "id", nst_record_get_id (finding->record));
      nst_json_add_text (json, "title", title);
      nst_json_add_text (json, "field", finding->field);
      nst_json_add_text (json, "text", finding->text);
      nst_json_add_text (json, "remedy", finding->remedy);
      nst_json_add_text (json, "paragraph", finding->rule->paragraph);
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
}
