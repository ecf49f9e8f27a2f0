/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that finds a record as one types, or takes what is typed as a new one. */
#pragma once

#include "store/nst-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_RECORD_ENTRY (nst_record_entry_get_type ())
G_DECLARE_FINAL_TYPE (NstRecordEntry, nst_record_entry, NST, RECORD_ENTRY, AdwEntryRow)

/* Property "record": what is picked, NULL while the text is a new one or empty. */
void nst_record_entry_set_kind (NstRecordEntry *self, NstOffice *office, const char *kind);
/* Shown before anything is typed: records whose @field is @value. */
void nst_record_entry_set_first (NstRecordEntry *self, const char *field, const char *value);
NstRecord *nst_record_entry_get_record (NstRecordEntry *self);
void nst_record_entry_set_record (NstRecordEntry *self, NstRecord *record);
/* Trimmed; NULL when nothing is typed. */
char *nst_record_entry_dup_text (NstRecordEntry *self);

G_END_DECLS
