/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things stand on the day: states, shares, what comes next, who has been trained. */
#include "config.h"

#include "documents/nst-derived-fields.h"
#include "documents/nst-derived-private.h"
#include "documents/nst-natural.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-program-term.h"
#include "rules/nst-steps.h"

#include <string.h>

/* The state that is computed for the day, in words. */
static NstValue *
get_state (const NstDerivedQuery *query)
{
  const NstRuleContext *context = &query->data->context;
  const NstLifeState *state;

  if (nst_scheme_get_life_cycle (context->scheme, nst_record_get_kind (query->record)->name) ==
      NULL)
    return NULL;
  state = nst_steps_get_state (context, query->record);
  return state != NULL ? nst_value_new_code (state->code, state->title) : NULL;
}

static NstValue *
get_program (const NstDerivedQuery *query)
{
  return nst_derived_take_record (query, nst_group_sides_dup_program (&query->data->context,
                                                                      query->record));
}

static NstValue *
get_count (const NstDerivedQuery *query)
{
  const NstProgress *progress = nst_derived_fields_get_progress (query->data, query->record);

  if (strcmp (query->name, "done-share") == 0)
    return progress->total > 0 ? nst_value_new_number (progress->permille) : NULL;
  return nst_value_new_number (progress->overdue);
}

static gboolean
is_open (const NstOccurrence *occurrence, const GDate *today)
{
  switch (occurrence->state)
    {
    case NST_ACTIVITY_PLANNED:
    case NST_ACTIVITY_DUE:
    case NST_ACTIVITY_OVERDUE:
    case NST_ACTIVITY_PARTLY:
    case NST_ACTIVITY_POSTPONED:
      return g_date_valid (&occurrence->last) && g_date_compare (&occurrence->last, today) >= 0;
    case NST_ACTIVITY_DONE:
    case NST_ACTIVITY_NOT_DONE:
    case NST_ACTIVITY_CANCELLED:
    default:
      return FALSE;
    }
}

/* What has the nearest last day of all that is not done yet; "next-date" is that day. */
static NstValue *
get_next (const NstDerivedQuery *query)
{
  const NstProgress *progress = nst_derived_fields_get_progress (query->data, query->record);
  const GDate *today = &query->data->context.today;
  const GDate *day = NULL;
  NstRecord *found = NULL;
  NstValue *value;

  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);

      for (guint k = 0; k < stage->activities->len; k++)
        {
          const NstActivityProgress *activity = g_ptr_array_index (stage->activities, k);

          for (guint n = 0; n < activity->occurrences->len; n++)
            {
              const NstOccurrence *occurrence = g_ptr_array_index (activity->occurrences, n);

              if (!is_open (occurrence, today) ||
                  (day != NULL && g_date_compare (&occurrence->last, day) >= 0))
                continue;
              day = &occurrence->last;
              found = activity->activity;
            }
        }
    }
  if (found == NULL)
    return NULL;
  value = nst_record_value_new (query->data, found);
  nst_value_take (value, "next-date", nst_value_new_date (day));
  return value;
}

static NstValue *
get_report_due (const NstDerivedQuery *query)
{
  GDate due;

  g_date_clear (&due, 1);
  if (!nst_program_term_get_report_due (query->data->context.scheme, query->record, &due))
    return NULL;
  return nst_value_new_date (&due);
}

static NstValue *
get_last_report (const NstDerivedQuery *query)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_of (query->data->context.source, "report", "program", query->record);
  NstRecord *found = NULL;

  for (guint i = 0; i < all->len; i++)
    if (found == NULL || nst_record_get_id (all->pdata[i]) > nst_record_get_id (found))
      found = all->pdata[i];
  return found != NULL ? nst_record_value_new (query->data, found) : NULL;
}

/* The team in which a trained person works, on the day. */
static NstRecord *
dup_team_of (const NstDerivedQuery *query, NstRecord *training)
{
  NstSource *source = query->data->context.source;
  g_autoptr (NstRecord) person = nst_source_dup_ref (source, training, "person");
  g_autoptr (GPtrArray) entries =
      person != NULL ? nst_source_list_of (source, "member", "person", person) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (nst_group_sides_is_active (entries->pdata[i], &query->data->context.today))
      return nst_source_dup_ref (source, entries->pdata[i], "team");
  return NULL;
}

static NstValue *
get_team (const NstDerivedQuery *query)
{
  return nst_derived_take_record (query, dup_team_of (query, query->record));
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GHashTable *names = user_data;

  return nst_natural_compare (g_hash_table_lookup (names, *(gpointer const *) a),
                              g_hash_table_lookup (names, *(gpointer const *) b));
}

/* Who was sent to the course, by name. */
static NstValue *
get_trainees (const NstDerivedQuery *query)
{
  NstSource *source = query->data->context.source;
  GPtrArray *all = nst_source_list_of (source, "training", "course", query->record);
  g_autoptr (GHashTable) names = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (NstRecord) person = nst_source_dup_ref (source, all->pdata[i], "person");
      g_autofree char *title =
          person != NULL ? nst_steps_dup_title (query->data->context.scheme, person) : NULL;

      g_hash_table_insert (names, all->pdata[i],
                           g_utf8_casefold (title != NULL ? title : "", -1));
    }
  g_ptr_array_sort_with_data (all, compare_names, names);
  return nst_derived_take_records (query, all);
}

static NstValue *
get_trained (const NstDerivedQuery *query)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_of (query->data->context.source, "training", "course", query->record);
  guint done = 0;

  for (guint i = 0; i < all->len; i++)
    done += nst_record_get_text (all->pdata[i], "completed_on") != NULL;
  if (strcmp (query->name, "trainees-total") == 0)
    return nst_value_new_number (all->len);
  if (strcmp (query->name, "trained") == 0)
    return nst_value_new_number (done);
  return all->len > 0 ? nst_value_new_number ((2000 * done + all->len) / (2 * all->len)) : NULL;
}

const NstDerivedField nst_derived_control[] = {
  { "team", "state-now", get_state },
  { "group", "state-now", get_state },
  { "agreement", "state-now", get_state },
  { "program", "state-now", get_state },
  { "report", "state-now", get_state },
  { "group", "program", get_program },
  { "program", "done-share", get_count },
  { "program", "overdue", get_count },
  { "program", "next", get_next },
  { "program", "report-due", get_report_due },
  { "program", "last-report", get_last_report },
  { "training", "team", get_team },
  { "course", "trained", get_trained },
  { "course", "trainees", get_trainees },
  { "course", "trainees-total", get_trained },
  { "course", "trained-share", get_trained },
  { NULL, NULL, NULL },
};
