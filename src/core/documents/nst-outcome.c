/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a programme, for its reports (DOMAIN R35, R92). */
#include "config.h"

#include "documents/nst-outcome.h"

#include "documents/nst-derived-fields.h"
#include "documents/nst-named-value.h"

#define SUPERVISION "SUPERVISION"

/* The activity that consists of this very paper is done by it (R92). */
static gboolean
is_done (const NstActivityProgress *progress, const char *form)
{
  return progress->state == NST_ACTIVITY_DONE ||
         g_strcmp0 (nst_record_get_text (progress->activity, "report"), form) == 0;
}

static gboolean
get_date (const NstActivityProgress *progress, const GDate *today, GDate *date)
{
  if (progress->mark != NULL && nst_record_get_date (progress->mark, "date", date))
    return TRUE;
  *date = *today;
  return progress->mark == NULL;
}

static const char *
get_reason (NstRecordData *data, const NstActivityProgress *progress)
{
  g_autoptr (NstRecord) program =
      nst_source_dup_ref (data->context.source, progress->activity, "program");
  const char *reason = NULL;

  /* An early end gives one reason for all that is left (5.4). */
  if (program != NULL && nst_record_get_text (program, "rest_reason") != NULL &&
      progress->mark == NULL)
    return g_intern_string (nst_record_get_text (program, "rest_reason"));
  if (progress->mark != NULL)
    {
      reason = nst_record_get_text (progress->mark, "reason");
      if (reason == NULL && nst_rules_may_read_mark (&data->context, progress->mark))
        reason = nst_record_get_text (progress->mark, "result");
    }
  if (reason == NULL &&
      (progress->state == NST_ACTIVITY_PLANNED || progress->state == NST_ACTIVITY_DUE))
    reason = nst_scheme_get_text (data->context.scheme, "report.not-yet-due");
  return reason;
}

static NstValue *
make_row (NstRecordData *data, const NstActivityProgress *progress, gboolean done)
{
  NstValue *row = nst_record_value_new (data, progress->activity);
  GDate date;

  g_date_clear (&date, 1);
  if (done && get_date (progress, &data->context.today, &date))
    nst_value_take (row, "outcome-date", nst_value_new_date (&date));
  if (!done)
    nst_value_set_text (row, "outcome-reason", get_reason (data, progress));
  return row;
}

/* What became of a stage: "outcome-total", "outcome-done", "outcome-failed", "outcome-share". */
static NstValue *
make_stage (NstRecordData *data, const NstStageProgress *stage, const char *form)
{
  NstValue *row = nst_record_value_new (data, stage->stage);
  guint total = 0, done = 0;

  for (guint i = 0; i < stage->activities->len; i++)
    {
      const NstActivityProgress *activity = g_ptr_array_index (stage->activities, i);

      if (activity->state == NST_ACTIVITY_CANCELLED)
        continue;
      total++;
      done += is_done (activity, form);
    }
  nst_named_value_put (row, "outcome-total", total);
  nst_named_value_put (row, "outcome-done", done);
  nst_named_value_put (row, "outcome-failed", total - done);
  nst_named_value_put_share (row, "outcome-share", done, total);
  return row;
}

/* That it was held is told, what it found is not (R33). */
static gboolean
is_supervision (const NstActivityProgress *activity)
{
  g_auto (GStrv) forms = nst_record_dup_list (activity->activity, "forms");

  return forms != NULL && g_strv_contains ((const char *const *) forms, SUPERVISION);
}

/**
 * nst_outcome_new:
 * @data: of the document
 * @program: a programme
 * @form: code of the document being printed, such as "D6"
 *
 * An object with "total", "done", "failed" (counts), "done-share", "failed-share" (tenths of
 * a per cent, together 1000), "done-rows", "failed-rows" (activities with "outcome-date" or
 * "outcome-reason"), "stage-rows" (stages with "outcome-total", "outcome-done",
 * "outcome-failed", "outcome-share"), "supervisions" (activities). What is partly done or
 * postponed counts as not done (R35).
 *
 * Returns: (transfer full): the object
 */
NstValue *
nst_outcome_new (NstRecordData *data, NstRecord *program, const char *form)
{
  NstProgress *progress = nst_derived_fields_get_progress (data, program);
  NstValue *self = nst_value_new_object ();
  NstValue *rows[2] = { nst_value_new_list (), nst_value_new_list () };
  NstValue *stages = nst_value_new_list ();
  NstValue *supervisions = nst_value_new_list ();
  guint done;
  guint total;
  guint share;

  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);

      nst_value_append (stages, make_stage (data, stage, form));
      for (guint k = 0; k < stage->activities->len; k++)
        {
          const NstActivityProgress *activity = g_ptr_array_index (stage->activities, k);
          gboolean counts = is_done (activity, form);

          if (activity->state != NST_ACTIVITY_CANCELLED)
            nst_value_append (rows[counts ? 0 : 1], make_row (data, activity, counts));
          if (is_supervision (activity))
            nst_value_append (supervisions, make_row (data, activity, counts));
        }
    }
  done = nst_value_get_length (rows[0]);
  total = done + nst_value_get_length (rows[1]);
  share = total > 0 ? (2000 * done + total) / (2 * total) : 0;
  if (total > 0)
    {
      nst_value_take (self, "total", nst_value_new_number (total));
      nst_value_take (self, "done", nst_value_new_number (done));
      nst_value_take (self, "failed", nst_value_new_number (total - done));
      nst_value_take (self, "done-share", nst_value_new_number (share));
      nst_value_take (self, "failed-share", nst_value_new_number (1000 - share));
    }
  nst_value_take (self, "done-rows", rows[0]);
  nst_value_take (self, "failed-rows", rows[1]);
  nst_value_take (self, "stage-rows", stages);
  nst_value_take (self, "supervisions", supervisions);
  return self;
}
