/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, when, by whom and who recorded it. */
#pragma once

#include "store/nst-store.h"

G_BEGIN_DECLS

/**
 * NstHistoryEntry:
 * @id: number of the change in this base
 * @office: UUID of the office that made it
 * @sequence: its running number in that office
 * @day: the clock's day, YYYY-MM-DD
 * @at: moment of recording, ISO 8601
 * @title: what was done
 * @kind: "action", "undo", "redo", or "start" for the office itself
 * @undone: whether it is undone now
 * @party: (nullable): role that acted, when it was not the recorder
 * @person: name of the acting person, or %NULL
 * @recorder: who recorded it
 */
typedef struct
{
  gint64 id;
  char *office;
  gint64 sequence;
  char *day;
  char *at;
  char *title;
  char *kind;
  gboolean undone;
  char *party;
  char *person;
  char *recorder;
} NstHistoryEntry;

GPtrArray *nst_history_list (NstStore *store, NstRecord *record, guint limit, GError **error);
void nst_history_entry_free (NstHistoryEntry *self);

G_END_DECLS
