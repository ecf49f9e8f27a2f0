/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the store room share. */
#pragma once

#include "store/nst-sqlite.h"
#include "store/nst-store.h"

G_BEGIN_DECLS

struct _NstStore
{
  GObject parent_instance;

  NstSqlite *db;
  NstClock *clock;
  char *path;
  char *office;      /* UUID of the office whose changes are made here */
  char *recorder;    /* who records, for the history */
  NstStoreGate gate; /* NULL: only what the tables of fields say is checked */
  gpointer gate_data;
  GHashTable *alive;   /* RecordKey -> NstRecord, not owned: one object for a record */
  GHashTable *selects; /* NstKind -> SQL that reads its rows, without the condition */
};

/**
 * NstTouched:
 * @kind: kind of the record
 * @id: its local id
 *
 * A record that a change has made, altered or removed.
 */
typedef struct
{
  const NstKind *kind;
  gint64 id;
} NstTouched;

NstRecord *nst_store_lookup_alive (NstStore *self, const NstKind *kind, gint64 id);
void nst_store_adopt (NstStore *self, NstRecord *record);
void nst_store_refresh (NstStore *self, GArray *touched);
void nst_store_emit (NstStore *self, GArray *touched, const char *title, const char *how);

G_END_DECLS
