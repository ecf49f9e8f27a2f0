/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a record as a row that is edited in place. */
#pragma once

#include "store/nst-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_FIELD_ROW (nst_field_row_get_type ())
G_DECLARE_FINAL_TYPE (NstFieldRow, nst_field_row, NST, FIELD_ROW, AdwPreferencesRow)

/* For a boxed list (GtkListBox) or any box. Gives NULL when the kind has no such field. */
GtkWidget *nst_field_row_new (NstOffice *office, NstRecord *record, const char *field);
/* A row for a value of no record; nst_field_row_get_text () reads it. */
GtkWidget *nst_field_row_new_free (NstOffice *office, const NstField *field, const char *text);
/* Canonical text, or NULL. */
const char *nst_field_row_get_text (NstFieldRow *self);
const char *nst_field_row_get_field (NstFieldRow *self);
/* Another label than the field's own, for narrow places and parts of a record. */
void nst_field_row_set_label (NstFieldRow *self, const char *label);
/* Moves the keyboard to the row of @field among the children of @list; FALSE: not there. */
gboolean nst_field_rows_focus (GtkWidget *list, const char *field);
/* Appends rows for @fields (ends with NULL) to a list box. */
void nst_field_rows_fill (GtkListBox *list, NstOffice *office, NstRecord *record,
                          const char *const *fields);
/* The same to be read only; they do not follow the record. */
void nst_field_rows_fill_reading (GtkListBox *list, NstOffice *office, NstRecord *record,
                                  const char *const *fields);
/* Appends rows for the extra fields of the scheme; gives how many. */
guint nst_field_rows_fill_extra (GtkListBox *list, NstOffice *office, NstRecord *record);

G_END_DECLS
