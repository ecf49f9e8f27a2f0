/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One deadline of a record, judged for a day. */
#include "config.h"

#include "rules/nst-deadline-private.h"

#include "rules/nst-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * nst_deadline_copy:
 * @self: a deadline
 *
 * Returns: (transfer full): a copy
 */
NstDeadline *
nst_deadline_copy (const NstDeadline *self)
{
  NstDeadline *copy = g_memdup2 (self, sizeof (NstDeadline));

  copy->key = g_strdup (self->key);
  copy->title = g_strdup (self->title);
  copy->record = g_object_ref (self->record);
  copy->subject = g_strdup (self->subject);
  copy->people = g_ptr_array_ref (self->people);
  copy->reminders = g_array_ref (self->reminders);
  copy->step_record = self->step_record != NULL ? g_object_ref (self->step_record) : NULL;
  copy->note = g_strdup (self->note);
  return copy;
}

/**
 * nst_deadline_free:
 * @self: (nullable): a deadline
 */
void
nst_deadline_free (NstDeadline *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->title);
  g_clear_object (&self->record);
  g_free (self->subject);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->reminders, g_array_unref);
  g_clear_object (&self->step_record);
  g_free (self->note);
  g_free (self);
}

/**
 * nst_deadline_state_get_code:
 * @state: a state
 *
 * Returns: (transfer none): "UPCOMING", "DUE_SOON", "OVERDUE", "MET" or "MET_LATE"
 */
const char *
nst_deadline_state_get_code (NstDeadlineState state)
{
  static const char *const codes[] = { "UPCOMING", "DUE_SOON", "OVERDUE", "MET", "MET_LATE" };

  g_return_val_if_fail (state < G_N_ELEMENTS (codes), NULL);
  return codes[state];
}

/**
 * nst_deadline_is_open:
 * @self: a deadline
 *
 * Returns: whether it still waits for somebody
 */
gboolean
nst_deadline_is_open (const NstDeadline *self)
{
  return self->state != NST_DEADLINE_MET && self->state != NST_DEADLINE_MET_LATE;
}

/**
 * nst_deadline_dup_people:
 * @self: a deadline
 *
 * Returns: (transfer full): names of those who are reminded, with commas; empty when nobody
 *   is known
 */
char *
nst_deadline_dup_people (const NstDeadline *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->people->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            nst_record_get_title (self->people->pdata[i]));
  return g_string_free (names, FALSE);
}

/* A record that is only planned has no UUID yet. */
static char *
dup_key (const char *code, NstRecord *record, guint occurrence)
{
  const char *uuid = nst_record_get_uuid (record);
  g_autofree char *id = uuid != NULL
                            ? g_strdup (uuid)
                            : g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (record));

  return occurrence > 0 ? g_strdup_printf ("%s-%s-%u", code, id, occurrence)
                        : g_strdup_printf ("%s-%s", code, id);
}

/* Where a step of a kind is done for the record: on it, its programme or its group. */
static NstRecord *
dup_step_record (const NstRuleContext *context, NstRecord *record, const char *kind)
{
  if (strcmp (nst_record_get_kind (record)->name, kind) == 0)
    return g_object_ref (record);
  if (strcmp (kind, "program") == 0)
    return nst_deadline_dup_program (context, record);
  if (strcmp (kind, "group") == 0)
    return nst_deadline_dup_group (context, record);
  return NULL;
}

/* The first step that can start from the present state, else the first one. */
static void
choose_step (NstDeadline *self, const NstRuleContext *context)
{
  for (guint i = 0; self->text->steps[i] != NULL; i++)
    {
      const char *kind = NULL;
      const NstLifeStep *step = nst_steps_find (context->scheme, self->text->steps[i], &kind);
      g_autoptr (NstRecord) target = NULL;
      g_autofree char *from = NULL;

      if (step == NULL)
        continue;
      target = dup_step_record (context, self->record, kind);
      from = step->from != NULL ? g_strjoinv ("|", step->from) : g_strdup ("");
      if (self->step != NULL && (target == NULL || !nst_steps_is_state (context, target, from)))
        continue;
      self->step = step;
      g_set_object (&self->step_record, target);
      if (target != NULL && (from[0] == '\0' || nst_steps_is_state (context, target, from)))
        return;
    }
}

/* A number alone does not say what it is a number of; an activity is told by its group. */
static char *
dup_subject (const NstRuleContext *context, NstRecord *record)
{
  g_autoptr (NstRecord) group = NULL;
  g_autofree char *title = NULL;

  if (strcmp (nst_record_get_kind (record)->name, "activity") == 0)
    {
      group = nst_deadline_dup_group (context, record);
      if (group != NULL)
        record = group;
    }
  title = nst_steps_dup_title (context->scheme, record);
  if (!g_str_has_prefix (title, "№"))
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s %s", _ (nst_record_get_kind (record)->label), title);
}

/* A deadline of a record; its days are still to be set, then it is judged. */
NstDeadline *
nst_deadline_new (const NstRuleContext *context, const NstDeadlineText *text, NstRecord *record,
                  guint occurrence)
{
  NstDeadline *self = g_new0 (NstDeadline, 1);

  self->text = text;
  self->key = dup_key (text->code, record, occurrence);
  self->title = g_strdup (text->title);
  self->record = g_object_ref (record);
  self->subject = dup_subject (context, record);
  self->occurrence = occurrence;
  self->people = nst_deadline_list_people (context, record, text->who);
  g_date_clear (&self->first, 1);
  g_date_clear (&self->due, 1);
  g_date_clear (&self->met_on, 1);
  self->reminders = g_array_new (FALSE, FALSE, sizeof (GDate));
  return self;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return g_date_compare (a, b);
}

static void
set_reminders (NstDeadline *self)
{
  for (guint i = 0; i < self->text->leads->len; i++)
    {
      GDate day = self->due;

      g_date_subtract_days (&day, g_array_index (self->text->leads, guint, i));
      g_array_append_val (self->reminders, day);
    }
  g_array_sort (self->reminders, compare_days);
}

static NstDeadlineState
get_open_state (const NstDeadline *self, const GDate *today)
{
  if (g_date_compare (today, &self->due) > 0)
    return NST_DEADLINE_OVERDUE;
  if (self->reminders->len > 0 &&
      g_date_compare (today, &g_array_index (self->reminders, GDate, 0)) >= 0)
    return NST_DEADLINE_DUE_SOON;
  return NST_DEADLINE_UPCOMING;
}

/* State, days, reminders and the step, once the days of the deadline are set. */
void
nst_deadline_judge (NstDeadline *self, const NstRuleContext *context, gboolean met,
                    const GDate *on)
{
  set_reminders (self);
  if (met)
    {
      self->state = NST_DEADLINE_MET;
      if (g_date_valid (on))
        {
          self->met_on = *on;
          self->days = MAX (g_date_days_between (&self->due, on), 0);
          if (self->days > 0)
            self->state = NST_DEADLINE_MET_LATE;
        }
      return;
    }
  self->state = get_open_state (self, &context->today);
  self->days = ABS (g_date_days_between (&context->today, &self->due));
  choose_step (self, context);
}
