/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due: deadlines of the scheme on the records of a base (DOMAIN 4.17, 15). */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstDeadlineState:
 * @NST_DEADLINE_UPCOMING: ahead, before its first reminder
 * @NST_DEADLINE_DUE_SOON: between its first reminder and its last day, which counts
 * @NST_DEADLINE_OVERDUE: its last day has passed and it is not fulfilled
 * @NST_DEADLINE_MET: fulfilled in time
 * @NST_DEADLINE_MET_LATE: fulfilled after its last day
 *
 * Computed from facts and a day, never stored.
 */
typedef enum
{
  NST_DEADLINE_UPCOMING,
  NST_DEADLINE_DUE_SOON,
  NST_DEADLINE_OVERDUE,
  NST_DEADLINE_MET,
  NST_DEADLINE_MET_LATE,
} NstDeadlineState;

/**
 * NstDeadline:
 * @text: the pack's wording, borrowed from the scheme
 * @key: the same for the same duty in every office and on every day: code, UUID and, of
 *   several dates, its number
 * @title: what is to be done
 * @record: on which record
 * @subject: how people call the record
 * @occurrence: which of several dates, from 1; 0 when there is one
 * @people: (element-type NstRecord): who is reminded; may be empty
 * @first: first day of the term; the same as @due when it is a day
 * @due: last day, counts
 * @met_on: day on which it was fulfilled; invalid when it was not, or the day is unknown
 * @state: as of the day
 * @days: until the last day; overdue and met late: after it
 * @reminders: (element-type GDate): days on which people are reminded, in order
 * @step: (nullable): step that fulfils it, or leads there now
 * @step_record: (nullable): record that the step is done on
 * @note: (nullable): what a person should know, such as a year without a calendar
 */
typedef struct
{
  const NstDeadlineText *text;
  char *key;
  char *title;
  NstRecord *record;
  char *subject;
  guint occurrence;
  GPtrArray *people;
  GDate first;
  GDate due;
  GDate met_on;
  NstDeadlineState state;
  int days;
  GArray *reminders;
  const NstLifeStep *step;
  NstRecord *step_record;
  char *note;
} NstDeadline;

NstDeadline *nst_deadline_copy (const NstDeadline *self);
void nst_deadline_free (NstDeadline *self);
const char *nst_deadline_state_get_code (NstDeadlineState state);
gboolean nst_deadline_is_open (const NstDeadline *self);
char *nst_deadline_dup_people (const NstDeadline *self);

/* By last day, fulfilled ones too (element-type NstDeadline). */
GPtrArray *nst_deadlines_list (const NstRuleContext *context, const GDate *until);
GPtrArray *nst_deadlines_list_of (const NstRuleContext *context, NstRecord *record);
/* What a person is to be told on a day, each deadline once. */
GPtrArray *nst_deadlines_list_reminders (const NstRuleContext *context, const GDate *since,
                                         const GDate *day);

/* All of them as an iCalendar (RFC 5545); @stamp is a moment of the base, ISO 8601 in UTC. */
char *nst_deadlines_to_ical (GPtrArray *deadlines, const char *name, const char *stamp);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstDeadline, nst_deadline_free)

G_END_DECLS
