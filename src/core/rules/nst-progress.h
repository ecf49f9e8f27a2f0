/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a programme is on a day: states of activities, shares, occurrences. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstActivityState:
 * @NST_ACTIVITY_PLANNED: ahead
 * @NST_ACTIVITY_DUE: its month is running
 * @NST_ACTIVITY_OVERDUE: its last day passed without a mark
 * @NST_ACTIVITY_PARTLY: at least one part is done
 * @NST_ACTIVITY_DONE: everything is done
 * @NST_ACTIVITY_NOT_DONE: marked not done, with a reason
 * @NST_ACTIVITY_POSTPONED: moved to a new schedule
 * @NST_ACTIVITY_CANCELLED: taken out by a correction
 *
 * DOMAIN 5.5; computed from marks, schedule and a day, never stored.
 */
typedef enum
{
  NST_ACTIVITY_PLANNED,
  NST_ACTIVITY_DUE,
  NST_ACTIVITY_OVERDUE,
  NST_ACTIVITY_PARTLY,
  NST_ACTIVITY_DONE,
  NST_ACTIVITY_NOT_DONE,
  NST_ACTIVITY_POSTPONED,
  NST_ACTIVITY_CANCELLED,
} NstActivityState;

/**
 * NstOccurrence:
 * @number: from 1 within its activity
 * @first: first day of the due
 * @last: last day of the due
 * @mark: (nullable): its newest mark up to the day
 * @state: as of the day
 */
typedef struct
{
  guint number;
  GDate first;
  GDate last;
  NstRecord *mark;
  NstActivityState state;
} NstOccurrence;

/**
 * NstActivityProgress:
 * @activity: the record
 * @number: shown number, from 1 through the programme
 * @state: as of the day
 * @mark: (nullable): newest mark of the activity as a whole, else of its parts
 * @occurrences: (element-type NstOccurrence): dated ones; empty for schedules without dates
 * @parts_done: occurrences or topics done
 * @parts: occurrences, or topics when there are no dates; 0 when it has neither
 * @times: how often something of it was done, when it has no dates
 * @overdue_days: days since the last day of the due, 0 unless overdue
 */
typedef struct
{
  NstRecord *activity;
  guint number;
  NstActivityState state;
  NstRecord *mark;
  GPtrArray *occurrences;
  guint parts_done;
  guint parts;
  guint times;
  guint overdue_days;
} NstActivityProgress;

/**
 * NstStageProgress:
 * @stage: the record
 * @number: from 1
 * @activities: (element-type NstActivityProgress): in order
 * @done: how many are done
 */
typedef struct
{
  NstRecord *stage;
  guint number;
  GPtrArray *activities;
  guint done;
} NstStageProgress;

/**
 * NstProgress:
 * @stages: (element-type NstStageProgress): in order
 * @total: activities of the programme that are not cancelled
 * @done: done (R35)
 * @not_done: marked not done
 * @in_progress: partly done
 * @planned: neither marked nor overdue (due ones too)
 * @overdue: overdue
 * @occurrences: dated occurrences
 * @occurrences_done: of these done
 * @permille: done share in tenths of a per cent, half up (R35): 944 is 94,4 %
 */
typedef struct
{
  GPtrArray *stages;
  guint total;
  guint done;
  guint not_done;
  guint in_progress;
  guint planned;
  guint overdue;
  guint occurrences;
  guint occurrences_done;
  guint permille;
} NstProgress;

NstProgress *nst_progress_new (const NstRuleContext *context, NstRecord *program);
void nst_progress_free (NstProgress *self);
NstActivityProgress *nst_progress_find (NstProgress *self, gint64 activity);
/* Numbers of activities that are neither done nor explained, "6, 7, 10"; NULL when none is. */
char *nst_progress_dup_unexplained (const NstRuleContext *context, NstRecord *program);
const char *nst_activity_state_get_code (NstActivityState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstProgress, nst_progress_free)

G_END_DECLS
