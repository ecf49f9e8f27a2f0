/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far an agreement has come: who signed, who is awaited and since when. */
#pragma once

#include "store/nst-office.h"
#include "text/nst-grammar.h"

G_BEGIN_DECLS

/**
 * NstAgreementWait:
 * @NST_AGREEMENT_WAIT_SEND: to be sent to the organisations
 * @NST_AGREEMENT_WAIT_SIGN: a signature is awaited
 * @NST_AGREEMENT_WAIT_RETURN: the signed paper is awaited
 * @NST_AGREEMENT_WAIT_REGISTER: the paper that came is to be registered
 * @NST_AGREEMENT_WAIT_NOTHING: in force, over or cancelled
 */
typedef enum
{
  NST_AGREEMENT_WAIT_SEND,
  NST_AGREEMENT_WAIT_SIGN,
  NST_AGREEMENT_WAIT_RETURN,
  NST_AGREEMENT_WAIT_REGISTER,
  NST_AGREEMENT_WAIT_NOTHING,
} NstAgreementWait;

/**
 * NstAgreementStatus:
 * @state: code of the state on the day
 * @signatures: (element-type NstRecord): in the order of the parties
 * @n_signed: how many of them are signed
 * @awaited: (nullable): the signature that is awaited, borrowed from @signatures
 * @wait: what happens next
 * @since: day that the waiting began; valid when @days is not negative
 * @days: days since then, -1 when unknown
 * @limit: day that the regulation gives for it; not valid when it gives none
 * @late: whether @limit has passed
 */
typedef struct
{
  char *state;
  GPtrArray *signatures;
  guint n_signed;
  NstRecord *awaited;
  NstAgreementWait wait;
  GDate since;
  int days;
  GDate limit;
  gboolean late;
} NstAgreementStatus;

NstAgreementStatus *nst_agreement_status_new (NstOffice *office, NstRecord *agreement);
void nst_agreement_status_free (NstAgreementStatus *self);
/* One line for a list; @grammar (nullable) puts the awaited person's post in its case. */
char *nst_agreement_status_dup_text (NstAgreementStatus *self, NstOffice *office,
                                     NstRecord *agreement, NstGrammar *grammar);
/* "neutral", "waiting", "good", "bad" */
const char *nst_agreement_status_get_tone (NstAgreementStatus *self);
/* The most urgent first. */
int nst_agreement_status_compare (NstAgreementStatus *a, NstAgreementStatus *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstAgreementStatus, nst_agreement_status_free)

G_END_DECLS
