/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits, for whom and since when: the matter of Today and of the sidebar's badges. */
#pragma once

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
 * @record: what is to be opened
 * @field: (nullable): field to move to
 * @title: what is to be done, or what is missing
 * @detail: on what, since when
 * @who: (nullable): who is waited for; %NULL: those who work here
 * @mine: whether those who work here can do it
 * @day: last day, or the day since which it waits; may be invalid
 * @days: days late, days of waiting, or days left
 */
typedef struct
{
  NstWaitingUrgency urgency;
  const char *section;
  NstRecord *record;
  char *field;
  char *title;
  char *detail;
  char *who;
  gboolean mine;
  GDate day;
  guint days;
} NstWaiting;

typedef void (*NstWaitingCount) (const char *section, guint mine, guint others, gpointer data);

void nst_waiting_free (NstWaiting *self);
/* (element-type NstWaiting) (transfer full): most urgent first. */
GPtrArray *nst_waiting_list (NstOffice *office);
/* Calls @count once for each section. */
void nst_waiting_count (NstOffice *office, NstWaitingCount count, gpointer data);

G_END_DECLS
