/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines as rows of a calendar (DOCUMENTS 14а.9). */
#include "config.h"

#include "documents/nst-calendar-value.h"

#include "rules/nst-deadline.h"

#include <string.h>

/* How far ahead it looks, unless the scheme says so. */
#define DAYS 92

static gboolean
is_for (const NstDeadline *deadline, NstRecord *person)
{
  if (person == NULL)
    return TRUE;
  for (guint i = 0; i < deadline->people->len; i++)
    if (nst_record_get_id (deadline->people->pdata[i]) == nst_record_get_id (person))
      return TRUE;
  return FALSE;
}

/* Its title would be in the user's language; the paper says by itself what it is about. */
static void
put_subject (NstRecordData *data, NstRecord *record, NstValue *row)
{
  static const char *const names[] = { "group", "person", "organisation" };
  const NstKind *kind = nst_record_get_kind (record);

  if (strcmp (kind->name, "office") == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NstRecord) subject = NULL;

      if (strcmp (kind->name, names[i]) == 0)
        subject = g_object_ref (record);
      else if (nst_kind_find_field (kind, names[i]) != NULL)
        subject = nst_source_dup_ref (data->context.source, record, names[i]);
      if (subject == NULL)
        continue;
      nst_value_take (row, names[i], nst_record_value_new (data, subject));
      return;
    }
}

static NstValue *
make_row (NstRecordData *data, const NstDeadline *deadline)
{
  NstValue *row = nst_value_new_object ();

  nst_value_take (row, "day", nst_value_new_date (&deadline->due));
  nst_value_set_text (row, "title", deadline->title);
  put_subject (data, deadline->record, row);
  nst_value_take (row, "people", nst_record_value_new_list (data, deadline->people));
  nst_value_set_text (row, "state", nst_deadline_state_get_code (deadline->state));
  nst_value_take (row, "days", nst_value_new_number (ABS (deadline->days)));
  return row;
}

static void
append (NstRecordData *data, NstRecord *person, GPtrArray *deadlines, gboolean overdue,
        NstValue *rows)
{
  for (guint i = 0; i < deadlines->len; i++)
    {
      const NstDeadline *deadline = g_ptr_array_index (deadlines, i);

      if (nst_deadline_is_open (deadline) && is_for (deadline, person) &&
          (deadline->state == NST_DEADLINE_OVERDUE) == overdue)
        nst_value_append (rows, make_row (data, deadline));
    }
}

/**
 * nst_calendar_value_new:
 * @data: of the document
 * @person: (nullable): whom it reminds; %NULL for everybody
 *
 * An object with "from", "until" and "rows": open deadlines, overdue ones first, by their day.
 *
 * Returns: (transfer full): the object
 */
NstValue *
nst_calendar_value_new (NstRecordData *data, NstRecord *person)
{
  NstValue *self = nst_value_new_object ();
  NstValue *rows = nst_value_new_list ();
  GDate until = data->context.today;
  g_autoptr (GPtrArray) deadlines = NULL;

  g_date_add_days (&until, (guint) MAX (0, nst_scheme_get_limit_int (data->context.scheme,
                                                                     "calendar.days", DAYS)));
  deadlines = nst_deadlines_list (&data->context, &until);
  append (data, person, deadlines, TRUE, rows);
  append (data, person, deadlines, FALSE, rows);
  nst_value_take (self, "from", nst_value_new_date (&data->context.today));
  nst_value_take (self, "until", nst_value_new_date (&until));
  nst_value_take (self, "rows", rows);
  return self;
}
