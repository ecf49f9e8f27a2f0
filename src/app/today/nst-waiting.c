/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits, for whom and since when: the matter of Today and of the sidebar's badges. */
#include "config.h"

#include "app/today/nst-waiting.h"

#include "app/widgets/nst-date.h"
#include "text/nst-due.h"

#include <glib/gi18n.h>

/* What is due further away than this is no matter of today. */
#define SOON_DAYS 31
#define WEEK_DAYS 7

typedef struct
{
  NstOffice *office;
  NstSource *source;
  NstRuleContext context;
  char *role;
  gint64 organisation;
  GPtrArray *found;
} Gathering;

void
nst_waiting_free (NstWaiting *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_free (self->field);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->who);
  g_free (self->territory);
  g_free (self->group);
  g_free (self);
}

static NstWaitingUrgency
get_urgency (int left)
{
  if (left < 0)
    return NST_WAITING_LATE;
  if (left <= WEEK_DAYS)
    return NST_WAITING_NOW;
  return left <= SOON_DAYS ? NST_WAITING_SOON : NST_WAITING_FAR;
}

static NstWaiting *
add (Gathering *self, NstWaitingUrgency urgency, const char *section, NstRecord *record)
{
  NstWaiting *waiting = g_new0 (NstWaiting, 1);

  waiting->urgency = urgency;
  waiting->section = section;
  waiting->record = g_object_ref (record);
  g_ptr_array_add (self->found, waiting);
  return waiting;
}

/* Days from @first to today; 0 when it is not known or still ahead. */
static guint
days_since (Gathering *self, const GDate *first)
{
  int days;

  if (!g_date_valid (first))
    return 0;
  days = g_date_days_between (first, &self->context.today);
  return days > 0 ? (guint) days : 0;
}

static char *
title_of_role (Gathering *self, const char *code)
{
  return nst_scheme_dup_title_of (self->context.scheme, "role", code);
}

/* Each party of an agreement on its way that has not signed yet. */
static void
add_signatures (Gathering *self, NstRecord *agreement)
{
  g_autoptr (GPtrArray) signatures =
      nst_source_list_of (self->source, "signature", "agreement", agreement);
  GDate sent;

  nst_record_get_date (agreement, "sent_on", &sent);
  for (guint i = 0; signatures != NULL && i < signatures->len; i++)
    {
      NstRecord *signature = g_ptr_array_index (signatures, i);
      g_autofree char *since = nst_date_to_label (&sent);
      NstWaiting *waiting;

      if (nst_record_get_text (signature, "signed_on") != NULL)
        continue;
      waiting = add (self, NST_WAITING_NOW, "agreements", signature);
      waiting->day = sent;
      waiting->days = days_since (self, &sent);
      waiting->mine = self->organisation != 0 &&
                      nst_record_get_ref (signature, "organisation") == self->organisation;
      waiting->who = g_strdup (nst_record_get_display (signature, "organisation"));
      waiting->title =
          g_strdup_printf (_ ("Signature on agreement %s"), nst_record_get_title (agreement));
      waiting->detail = g_strdup_printf (_ ("Group %s · waiting since %s"),
                                         nst_record_get_display (agreement, "group"), since);
    }
}

/* A record in a state that waits: for the step that may come next. */
static void
add_step (Gathering *self, const char *section, NstRecord *record)
{
  const NstLifeState *state = nst_steps_get_state (&self->context, record);
  g_autoptr (NstStepOffer) offer = NULL;
  NstWaiting *waiting;
  gboolean mine;

  if (state == NULL || g_strcmp0 (state->tone, "waiting") != 0)
    return;
  offer = nst_steps_find_next (&self->context, record, self->role);
  if (offer == NULL)
    return;
  mine =
      self->role != NULL && g_strv_contains ((const char *const *) offer->step->who, self->role);
  waiting = add (self, NST_WAITING_NOW, section, record);
  waiting->mine = mine;
  waiting->step = offer->step->code;
  waiting->title = g_strdup_printf ("%s: %s", offer->step->title, nst_record_get_title (record));
  waiting->detail = g_strdup (state->title);
  waiting->who = mine ? NULL : title_of_role (self, offer->step->who[0]);
}

static void
add_steps (Gathering *self, const char *kind, const char *section)
{
  g_autoptr (GPtrArray) records = nst_source_list (self->source, kind, NULL, NULL);

  if (nst_scheme_get_life_cycle (self->context.scheme, kind) == NULL)
    return;
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      NstRecord *record = g_ptr_array_index (records, i);
      guint before = self->found->len;

      if (g_strcmp0 (kind, "agreement") == 0 && nst_record_get_text (record, "sent_on") != NULL &&
          nst_record_get_text (record, "cancelled_on") == NULL &&
          nst_record_get_text (record, "ended_on") == NULL)
        add_signatures (self, record);
      if (self->found->len == before)
        add_step (self, section, record);
    }
}

static void
describe_activity (Gathering *self, NstWaiting *waiting, NstRecord *program,
                   const NstActivityProgress *progress)
{
  g_autofree char *day = nst_date_to_label (&waiting->day);
  const gboolean late = waiting->urgency == NST_WAITING_LATE;

  waiting->days =
      late ? progress->overdue_days
           : (guint) MAX (0, g_date_days_between (&self->context.today, &waiting->day));
  waiting->who = g_strdup (nst_record_get_text (progress->activity, "responsible"));
  waiting->title = g_strdup_printf (late ? _ ("No mark: “%s”") : "%s",
                                    nst_record_get_title (progress->activity));
  waiting->detail = g_strdup_printf (late ? _ ("Programme %s, activity %u · was due %s")
                                          : _ ("Programme %s, activity %u · due %s"),
                                     nst_record_get_title (program), progress->number, day);
}

static void
add_activity (Gathering *self, NstRecord *program, const NstActivityProgress *progress)
{
  NstWaitingUrgency urgency = NST_WAITING_LATE;
  const NstOccurrence *next = NULL;
  NstWaiting *waiting;
  int left;

  if (progress->state == NST_ACTIVITY_DONE || progress->state == NST_ACTIVITY_CANCELLED ||
      progress->state == NST_ACTIVITY_NOT_DONE)
    return;
  for (guint i = 0; next == NULL && i < progress->occurrences->len; i++)
    {
      const NstOccurrence *occurrence = g_ptr_array_index (progress->occurrences, i);

      if (occurrence->state != NST_ACTIVITY_DONE && occurrence->state != NST_ACTIVITY_NOT_DONE)
        next = occurrence;
    }
  if (progress->state != NST_ACTIVITY_OVERDUE)
    {
      if (next == NULL)
        return;
      left = g_date_days_between (&self->context.today, &next->last);
      if (left < 0)
        return;
      urgency = get_urgency (left);
    }
  waiting = add (self, urgency, "programs", progress->activity);
  if (next != NULL)
    waiting->day = next->last;
  describe_activity (self, waiting, program, progress);
}

/* Activities of an approved programme that is not reported on yet. */
static void
add_activities (Gathering *self, NstRecord *program)
{
  g_autoptr (NstProgress) progress = NULL;

  if (nst_record_get_text (program, "approved_on") == NULL ||
      nst_record_get_text (program, "reported_on") != NULL ||
      nst_record_get_text (program, "ended_on") != NULL)
    return;
  progress = nst_progress_new (&self->context, program);
  for (guint i = 0; progress != NULL && i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);

      for (guint j = 0; j < stage->activities->len; j++)
        add_activity (self, program, g_ptr_array_index (stage->activities, j));
    }
}

static gboolean
was_replaced (Gathering *self, NstRecord *program)
{
  g_autoptr (GPtrArray) next = nst_source_list_of (self->source, "program", "previous", program);

  return next->len > 0;
}

static void
add_report (Gathering *self, NstRecord *report)
{
  g_autoptr (NstRecord) program = nst_source_dup_ref (self->source, report, "program");
  const char *text = nst_record_get_text (report, "due");
  g_autoptr (NstDue) due = text == NULL ? NULL : nst_due_from_canonical (text, NULL);
  g_autofree char *day = NULL;
  NstWaiting *waiting;
  NstDueTerm term;
  GDate start;
  GDate end;
  int left;

  if (due == NULL || nst_record_get_text (report, "issued_on") != NULL)
    return;
  g_date_clear (&start, 1);
  g_date_clear (&end, 1);
  if (program != NULL)
    {
      nst_record_get_date (program, "start", &start);
      nst_record_get_date (program, "end", &end);
    }
  if (!nst_due_resolve (due, &start, &end, &term))
    return;
  left = g_date_days_between (&self->context.today, &term.last);
  waiting = add (self, get_urgency (left), "programs", report);
  waiting->day = term.last;
  waiting->days = (guint) ABS (left);
  waiting->who = g_strdup (nst_record_get_display (report, "author"));
  day = nst_date_to_label (&term.last);
  waiting->title = g_strdup_printf (_ ("Report: %s"), nst_record_get_title (report));
  waiting->detail = g_strdup_printf (_ ("due %s"), day);
}

/**
 * nst_waiting_compare:
 * @first: something that waits
 * @second: something else
 *
 * Returns: negative when the first comes first: the more urgent, what those who work here can do
 *   themselves, what a regulation asks for, what waits longest or is next
 */
int
nst_waiting_compare (const NstWaiting *first, const NstWaiting *second)
{
  if (first->urgency != second->urgency)
    return first->urgency < second->urgency ? -1 : 1;
  if (first->mine != second->mine)
    return first->mine ? -1 : 1;
  if (first->optional != second->optional)
    return first->optional ? 1 : -1;
  if (first->days == second->days)
    return 0;
  /* Worst first; what is ahead: nearest first. */
  if (first->urgency >= NST_WAITING_SOON)
    return first->days < second->days ? -1 : 1;
  return first->days > second->days ? -1 : 1;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  return nst_waiting_compare (*(const NstWaiting *const *) a, *(const NstWaiting *const *) b);
}

static GPtrArray *
gather (NstOffice *office, const NstRuleContext *context)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (office);
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  Gathering self = { .office = office, .source = context->source, .context = *context };

  self.found = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_waiting_free);
  self.organisation = card == NULL ? 0 : nst_record_get_ref (card, "organisation");
  self.role = card == NULL ? NULL : g_strdup (nst_record_get_text (card, "role"));

  add_steps (&self, "team", "teams");
  add_steps (&self, "agreement", "agreements");
  add_steps (&self, "program", "programs");
  programs = nst_source_list (self.source, "program", NULL, NULL);
  for (guint i = 0; programs != NULL && i < programs->len; i++)
    if (!was_replaced (&self, g_ptr_array_index (programs, i)))
      add_activities (&self, g_ptr_array_index (programs, i));
  reports = nst_source_list (self.source, "report", NULL, NULL);
  for (guint i = 0; reports != NULL && i < reports->len; i++)
    add_report (&self, g_ptr_array_index (reports, i));
  if (card != NULL)
    nst_waiting_add_deadlines (&self.context, card, self.found);
  nst_waiting_find_places (&self.context, self.found);

  g_free (self.role);
  g_ptr_array_sort (self.found, compare);
  return self.found;
}

/**
 * nst_waiting_list:
 * @office: whose day it is
 *
 * Signatures that are missing, steps that may be taken now, activities without a mark,
 * reports and other deadlines that are due, as of the office's day. Kept with the look at the
 * base: the section and the badges of the sidebar ask for the same.
 *
 * Returns: (transfer full) (element-type NstWaiting): most urgent first
 */
GPtrArray *
nst_waiting_list (NstOffice *office)
{
  g_autofree char *key = NULL;
  NstRuleContext context;
  GPtrArray *found;

  g_return_val_if_fail (NST_IS_OFFICE (office), NULL);

  nst_office_get_look (office, &context);
  key = g_strdup_printf ("nst-waiting-%u", g_date_get_julian (&context.today));
  found = g_object_get_data (G_OBJECT (context.source), key);
  if (found != NULL)
    return g_ptr_array_ref (found);
  found = gather (office, &context);
  g_object_set_data_full (G_OBJECT (context.source), key, g_ptr_array_ref (found),
                          (GDestroyNotify) g_ptr_array_unref);
  return found;
}

/**
 * nst_waiting_count:
 * @office: whose day it is
 * @count: (scope call): gets a section, how much waits for those who work here, and how
 *   much waits for others
 * @data: given to @count
 */
void
nst_waiting_count (NstOffice *office, NstWaitingCount count, gpointer data)
{
  static const char *const sections[] = { "today", "teams", "agreements", "programs" };
  g_autoptr (GPtrArray) found = nst_waiting_list (office);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      guint mine = 0;
      guint others = 0;

      for (guint j = 0; found != NULL && j < found->len; j++)
        {
          const NstWaiting *waiting = g_ptr_array_index (found, j);

          if (waiting->urgency >= NST_WAITING_SOON ||
              (i > 0 && g_strcmp0 (waiting->section, sections[i]) != 0))
            continue;
          if (waiting->mine)
            mine++;
          else
            others++;
        }
      count (sections[i], mine, others, data);
    }
}
