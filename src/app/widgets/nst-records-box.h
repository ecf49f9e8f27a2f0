/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that belong to another one: a list that is added to, edited in place, removed from. */
#pragma once

#include "app/widgets/nst-state-pill.h"
#include "store/nst-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * NstRecordsForm:
 * @kind: kind of the records
 * @owner: their field that refers to whom they belong to
 * @child: (nullable): another kind that their subtitle tells of
 * @heading: above the list, marked for translation as all words here
 * @button: on the button that opens the form
 * @tip: what the button is for
 * @add: on the button that adds
 * @remove: on the button that removes
 * @empty: in place of an empty list
 * @today: whether "date" is today until something else is chosen
 * @asks: fields that the form asks for; the first names the record and is needed
 * @fields: fields of a row
 * @dup_title: (nullable): what a row is called; by default the title of the record
 * @dup_subtitle: (nullable): what stands under the title
 * @show_state: (nullable): words the pill of a row; without words there is none
 * @new_more: (nullable): one more row for what belongs to the record
 */
typedef struct
{
  const char *kind;
  const char *owner;
  const char *child;
  const char *heading;
  const char *button;
  const char *tip;
  const char *add;
  const char *remove;
  const char *empty;
  gboolean today;
  const char *const *asks;
  const char *const *fields;
  char *(*dup_title) (NstOffice *office, NstRecord *record);
  char *(*dup_subtitle) (NstOffice *office, NstRecord *record);
  void (*show_state) (NstOffice *office, NstRecord *record, NstStatePill *pill);
  GtkWidget *(*new_more) (NstOffice *office, NstRecord *record);
} NstRecordsForm;

#define NST_TYPE_RECORDS_BOX (nst_records_box_get_type ())
G_DECLARE_FINAL_TYPE (NstRecordsBox, nst_records_box, NST, RECORDS_BOX, GtkWidget)

void nst_records_box_set_owner (NstRecordsBox *self, const NstRecordsForm *form,
                                NstOffice *office, NstRecord *owner);

char *nst_records_dup_code (NstOffice *office, const char *catalogue, const char *code);
void nst_records_append_word (GString *words, const char *word);

G_END_DECLS
