/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits, for whom and since when: the matter of Today and of the sidebar's badges. */
#pragma once

#include "rules/nst-deadline.h"
#include "store/nst-office.h"

G_BEGIN_DECLS

/**
 * NstWaitingUrgency:
 * @NST_WAITING_LATE: its last day has passed
 * @NST_WAITING_NOW: waits today or this week
 * @NST_WAITING_SOON: due later, but within a month
 * @NST_WAITING_FAR: due after that: what comes next when nothing else waits
 */
typedef enum
{
  NST_WAITING_LATE,
  NST_WAITING_NOW,
  NST_WAITING_SOON,
  NST_WAITING_FAR,
} NstWaitingUrgency;

/**
 * NstWaiting:
 * @urgency: how soon
 * @section: name of the section that shows it
 * @record: (nullable): what is to be opened; %NULL: the section
 * @field: (nullable): field to move to
 * @step: (nullable): code of the step that is awaited
 * @title: what is to be done, or what is missing
 * @detail: on what, since when
 * @who: (nullable): who is waited for; %NULL: those who work here
 * @mine: whether those who work here can do it
 * @day: last day, or the day since which it waits; may be invalid
 * @days: days late, days of waiting, or days left
 * @optional: whether no paragraph of a regulation asks for it
 * @many: whether it stands for many records, of which @record is the first
 * @territory: (nullable): name of the territory that it is in
 * @group: (nullable): its group, as people call it
 */
typedef struct
{
  NstWaitingUrgency urgency;
  const char *section;
  NstRecord *record;
  char *field;
  const char *step;
  char *title;
  char *detail;
  char *who;
  gboolean mine;
  GDate day;
  guint days;
  gboolean optional;
  gboolean many;
  char *territory;
  char *group;
} NstWaiting;

typedef void (*NstWaitingCount) (const char *section, guint mine, guint others, gpointer data);

void nst_waiting_free (NstWaiting *self);
int nst_waiting_compare (const NstWaiting *first, const NstWaiting *second);
/* (element-type NstWaiting) (transfer full): most urgent first. */
GPtrArray *nst_waiting_list (NstOffice *office);
/* Deadlines of the scheme, beside what is there; and whether one is this office's. */
void nst_waiting_add_deadlines (const NstRuleContext *context, NstRecord *card, GPtrArray *found);
/* Where each of them waits. */
char *nst_waiting_dup_territory (const NstRuleContext *context, NstRecord *record);
void nst_waiting_find_places (const NstRuleContext *context, GPtrArray *found);
gboolean nst_waiting_is_ours (NstRecord *card, const NstDeadline *deadline);
/* Calls @count once for each section. */
void nst_waiting_count (NstOffice *office, NstWaitingCount count, gpointer data);

G_END_DECLS
