/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far an agreement has come: who signed, who is awaited and since when. */
#include "config.h"

#include "app/agreements/nst-agreement-status.h"

#include "rules/nst-agreement-days.h"

#include <glib/gi18n.h>

/* A signature that takes longer than a working week is shown as late. */
#define PATIENCE_DAYS 5
/* Until then the day is said; later it is the number of days that tells. */
#define FRESH_DAYS 2

static gboolean
is_over (const char *state)
{
  return g_strcmp0 (state, "IN_FORCE") == 0 || g_strcmp0 (state, "ENDED") == 0 ||
         g_strcmp0 (state, "CANCELLED") == 0;
}

static void
take_later (GDate *date, NstRecord *record, const char *field)
{
  GDate other;

  if (nst_record_get_date (record, field, &other) &&
      (!g_date_valid (date) || g_date_compare (&other, date) > 0))
    *date = other;
}

static void
find_wait (NstAgreementStatus *self, NstRecord *agreement)
{
  GDate date;

  if (is_over (self->state))
    self->wait = NST_AGREEMENT_WAIT_NOTHING;
  else if (!nst_record_get_date (agreement, "sent_on", &date))
    self->wait = NST_AGREEMENT_WAIT_SEND;
  else if (self->awaited != NULL)
    self->wait = NST_AGREEMENT_WAIT_SIGN;
  else if (!nst_record_get_date (agreement, "returned_on", &date))
    self->wait = NST_AGREEMENT_WAIT_RETURN;
  else
    self->wait = NST_AGREEMENT_WAIT_REGISTER;
}

static void
read_signatures (NstAgreementStatus *self, NstRuleContext *context, NstRecord *agreement)
{
  self->signatures = nst_source_list_of (context->source, "signature", "agreement", agreement);
  if (self->signatures == NULL)
    self->signatures = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->signatures->len; i++)
    {
      NstRecord *signature = g_ptr_array_index (self->signatures, i);
      GDate date;

      if (nst_record_get_date (signature, "signed_on", &date))
        self->n_signed++;
      else if (self->awaited == NULL)
        self->awaited = signature;
      take_later (&self->since, signature, "signed_on");
    }
}

/**
 * nst_agreement_status_new:
 *
 * Returns: (transfer full): what to show of @agreement on the office's day
 */
NstAgreementStatus *
nst_agreement_status_new (NstOffice *office, NstRecord *agreement)
{
  NstAgreementStatus *self = g_new0 (NstAgreementStatus, 1);
  NstRuleContext context;
  const NstLifeState *state;

  nst_office_get_look (office, &context);
  state = nst_steps_get_state (&context, agreement);
  self->state = g_strdup (state != NULL ? state->code : nst_record_get_text (agreement, "state"));
  g_date_clear (&self->since, 1);
  g_date_clear (&self->limit, 1);
  self->days = -1;
  take_later (&self->since, agreement, "sent_on");
  read_signatures (self, &context, agreement);
  take_later (&self->since, agreement, "returned_on");
  find_wait (self, agreement);

  if (self->wait == NST_AGREEMENT_WAIT_SEND)
    nst_agreement_days_get_limit (&context, agreement, "agreement.sent-by", &self->limit);
  else if (self->wait != NST_AGREEMENT_WAIT_NOTHING)
    nst_agreement_days_get_limit (&context, agreement, "agreement.returned-by", &self->limit);
  self->late = self->wait != NST_AGREEMENT_WAIT_NOTHING && g_date_valid (&self->limit) &&
               g_date_compare (&context.today, &self->limit) > 0;
  if (g_date_valid (&self->since))
    self->days = MAX (0, g_date_days_between (&self->since, &context.today));
  return self;
}

void
nst_agreement_status_free (NstAgreementStatus *self)
{
  g_free (self->state);
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_free (self);
}

static char *
short_day (const GDate *date)
{
  return g_strdup_printf ("%02u.%02u", g_date_get_day (date), (guint) g_date_get_month (date));
}

/* «ректора»: whom we wait for, or NULL when the post is unknown or has no sure case. */
static char *
dup_awaited_post (NstAgreementStatus *self, NstOffice *office, NstGrammar *grammar)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (office));
  g_autoptr (NstRecord) person = nst_source_dup_ref (source, self->awaited, "person");
  const char *typed = person != NULL ? nst_record_get_text (person, "post_acc") : NULL;
  const char *post = person != NULL ? nst_record_get_text (person, "post") : NULL;
  NstSureness sureness = NST_ASK;
  g_autofree char *declined = NULL;

  if (typed != NULL)
    return g_strdup (typed);
  if (post == NULL || grammar == NULL || strchr (post, ' ') != NULL)
    return NULL;
  declined = nst_grammar_decline_post (grammar, post, NST_CASE_ACC, &sureness);
  return sureness == NST_SURE ? g_steal_pointer (&declined) : NULL;
}

static char *
dup_party (NstAgreementStatus *self, NstOffice *office)
{
  const char *code = nst_record_get_text (self->awaited, "party");

  return nst_scheme_dup_title_of (nst_office_get_scheme (office), "party",
                                  code != NULL ? code : "");
}

static char *
dup_sign_text (NstAgreementStatus *self, NstOffice *office, NstGrammar *grammar)
{
  g_autofree char *post = dup_awaited_post (self, office, grammar);
  g_autofree char *party = post == NULL ? dup_party (self, office) : NULL;
  g_autofree char *day = NULL;

  if (self->days < 0)
    return post != NULL ? g_strdup_printf (_ ("waiting for the %s"), post)
                        : g_strdup_printf (_ ("waiting: %s"), party);
  if (self->days > FRESH_DAYS)
    return post != NULL
               /* Translators: whom (a post in the accusative), how many days */
               ? g_strdup_printf (ngettext ("waiting for the %s for %d day",
                                            "waiting for the %s for %d days",
                                            (gulong) self->days),
                                  post, self->days)
               : g_strdup_printf (ngettext ("waiting for %2$d day: %1$s",
                                            "waiting for %2$d days: %1$s", (gulong) self->days),
                                  party, self->days);
  day = short_day (&self->since);
  return post != NULL ? g_strdup_printf (_ ("waiting for the %s since %s"), post, day)
                      : g_strdup_printf (_ ("waiting since %2$s: %1$s"), party, day);
}

static char *
dup_send_text (NstAgreementStatus *self)
{
  g_autofree char *day = NULL;

  if (!g_date_valid (&self->limit))
    return g_strdup (_ ("to be sent"));
  day = short_day (&self->limit);
  return self->late ? g_strdup_printf (_ ("not sent by %s"), day)
                    : g_strdup_printf (_ ("send by %s"), day);
}

static char *
dup_return_text (NstAgreementStatus *self)
{
  g_autofree char *day = NULL;

  if (!g_date_valid (&self->limit))
    return g_strdup (_ ("waiting for the signed paper"));
  day = short_day (&self->limit);
  return self->late ? g_strdup_printf (_ ("not back by %s"), day)
                    : g_strdup_printf (_ ("back by %s"), day);
}

static char *
dup_over_text (NstAgreementStatus *self, NstRecord *agreement)
{
  const char *field = "end";
  GDate date;
  g_autofree char *day = NULL;

  if (g_strcmp0 (self->state, "CANCELLED") == 0)
    return g_strdup (_ ("cancelled"));
  if (g_strcmp0 (self->state, "ENDED") == 0 && nst_record_get_date (agreement, "ended_on", &date))
    field = "ended_on";
  if (!nst_record_get_date (agreement, field, &date))
    return g_strdup (g_strcmp0 (self->state, "ENDED") == 0 ? _ ("ended") : _ ("in force"));
  day = g_strdup_printf ("%02u.%02u.%u", g_date_get_day (&date), (guint) g_date_get_month (&date),
                         g_date_get_year (&date));
  return g_strcmp0 (self->state, "ENDED") == 0 ? g_strdup_printf (_ ("ended on %s"), day)
                                               : g_strdup_printf (_ ("in force until %s"), day);
}

char *
nst_agreement_status_dup_text (NstAgreementStatus *self, NstOffice *office, NstRecord *agreement,
                               NstGrammar *grammar)
{
  switch (self->wait)
    {
    case NST_AGREEMENT_WAIT_SEND:
      return dup_send_text (self);
    case NST_AGREEMENT_WAIT_SIGN:
      return dup_sign_text (self, office, grammar);
    case NST_AGREEMENT_WAIT_RETURN:
      return dup_return_text (self);
    case NST_AGREEMENT_WAIT_REGISTER:
      return g_strdup (_ ("to be registered"));
    case NST_AGREEMENT_WAIT_NOTHING:
    default:
      return dup_over_text (self, agreement);
    }
}

const char *
nst_agreement_status_get_tone (NstAgreementStatus *self)
{
  if (self->wait == NST_AGREEMENT_WAIT_NOTHING)
    return g_strcmp0 (self->state, "IN_FORCE") == 0 ? "good" : "neutral";
  if (self->late || (self->wait == NST_AGREEMENT_WAIT_SIGN && self->days >= PATIENCE_DAYS))
    return "bad";
  return "waiting";
}

/* Those that wait come before those that do not, the longest waiting first. */
int
nst_agreement_status_compare (NstAgreementStatus *a, NstAgreementStatus *b)
{
  static const int order[] = { 2, 0, 1, 1, 3 };

  if (a->late != b->late)
    return a->late ? -1 : 1;
  if (order[a->wait] != order[b->wait])
    return order[a->wait] - order[b->wait];
  if (a->wait == NST_AGREEMENT_WAIT_NOTHING)
    return 0;
  return b->days - a->days;
}
