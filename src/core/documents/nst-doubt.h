/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form of a name or post that a person should look at before it is printed. */
#pragma once

#include "text/nst-grammar.h"

G_BEGIN_DECLS

/**
 * NstDoubt:
 * @person: local id of the person, 0 when it is not known
 * @field: of the person, which a correction is written to: "fio_gen", "post_dat"
 * @nominative: what was declined
 * @form: as it is printed
 * @phrase: (nullable): the paragraph that it is printed in
 * @sureness: %NST_CHECK or %NST_ASK
 *
 * DOCUMENTS 15.5.
 */
typedef struct
{
  gint64 person;
  char *field;
  char *nominative;
  char *form;
  char *phrase;
  NstSureness sureness;
} NstDoubt;

NstDoubt *nst_doubt_new (gint64 person, const char *field, const char *nominative,
                         const char *form, NstSureness sureness);
NstDoubt *nst_doubt_copy (const NstDoubt *self);
void nst_doubt_free (NstDoubt *self);
gboolean nst_doubt_is_same (const NstDoubt *self, const NstDoubt *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstDoubt, nst_doubt_free)

/* Each doubt once (element-type NstDoubt). */
GPtrArray *nst_doubts_new (void);
void nst_doubts_add (GPtrArray *doubts, const NstDoubt *doubt);
void nst_doubts_set_phrase (GPtrArray *doubts, const char *phrase);

G_END_DECLS
