/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a pack words a deadline (DOMAIN 4.17, 15). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NstDeadlineText:
 * @code: "N5"
 * @kind: kind of record that has it: one deadline a record
 * @title: what is to be done, verbatim
 * @short_title: (nullable): for narrow places
 * @who: role or party codes of those who are reminded; empty where the record's own
 *   schedule names them
 * @due: (nullable): canonical schedule of the source
 * @due_limit: (nullable): key of the limit that holds the day instead
 * @after: (nullable): field with the day of the event, "@start" or "@end" of the programme
 * @months: months from that event
 * @days: days from that event, after the months
 * @days_limit: (nullable): key of the limit that holds the days instead
 * @working: whether @days are working days
 * @moves: whether a deadline on a day off moves to the next working day
 * @schedule: whether the dates are those of the record's own activities
 * @since: first year of a yearly deadline, 0 when the base says it
 * @moved: (nullable): field with a later day that takes the place of the due day
 * @when: conditions that make the record have the deadline
 * @met: conditions that fulfil it
 * @leads: (element-type guint): days before the due day on which people are reminded
 * @steps: codes of the steps that fulfil it, in the order they are done
 * @paragraph: paragraph of the regulation
 * @remedy: what to do
 *
 * Exactly one of @due, @due_limit, @after and @schedule is there.
 */
typedef struct
{
  char *code;
  char *kind;
  char *title;
  char *short_title;
  GStrv who;
  char *due;
  char *due_limit;
  char *after;
  int months;
  int days;
  char *days_limit;
  gboolean working;
  gboolean moves;
  gboolean schedule;
  int since;
  char *moved;
  GStrv when;
  GStrv met;
  GArray *leads;
  GStrv steps;
  char *paragraph;
  char *remedy;
} NstDeadlineText;

/* Names of the conditions of `when` and `met`; the rules room knows what they mean. */
const char *const *nst_deadline_text_list_conditions (void);
void nst_deadline_text_free (NstDeadlineText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstDeadlineText, nst_deadline_text_free)

G_END_DECLS
