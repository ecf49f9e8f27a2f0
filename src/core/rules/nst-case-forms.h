/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases of a person's name and post: typed, remembered or derived (DOCUMENTS 15.5). */
#pragma once

#include "model/nst-change.h"
#include "model/nst-source.h"
#include "text/nst-grammar.h"

G_BEGIN_DECLS

/**
 * NstCaseForm:
 * @field: of the person, which a correction is written to: "fio_gen" … "post_pre"
 * @nominative: what was declined
 * @to: the case
 * @text: the form
 * @sureness: how far it can be relied on; what a person typed is sure
 * @typed: whether a person typed it
 */
typedef struct
{
  char *field;
  char *nominative;
  NstCase to;
  char *text;
  NstSureness sureness;
  gboolean typed;
} NstCaseForm;

void nst_case_form_free (NstCaseForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstCaseForm, nst_case_form_free)

/* Five of the name, then five of the post when there is one (element-type NstCaseForm). */
GPtrArray *nst_case_forms_list (NstGrammar *grammar, NstRecord *person);
/* Posts that somebody declined by hand, for all who have the same post. */
void nst_case_forms_learn (NstGrammar *grammar, NstSource *source);
/* Keeps the day with forms that a person types. */
void nst_case_forms_date (NstChange *change, const GDate *today);

G_END_DECLS
