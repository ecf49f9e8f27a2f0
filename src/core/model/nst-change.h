/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A user's action as data: a title and what it changes in which record. */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_CHANGE (nst_change_get_type ())
G_DECLARE_FINAL_TYPE (NstChange, nst_change, NST, CHANGE, GObject)

/**
 * NstChangeOp:
 * @NST_CHANGE_ADD: a record comes to be
 * @NST_CHANGE_SET: one field gets another value
 * @NST_CHANGE_REMOVE: a record goes, with what belongs to it
 */
typedef enum
{
  NST_CHANGE_ADD,
  NST_CHANGE_SET,
  NST_CHANGE_REMOVE,
} NstChangeOp;

/**
 * NstChangeItem:
 * @op: what is done
 * @record: to which record
 * @field: (nullable): for %NST_CHANGE_SET, else %NULL
 * @before: (nullable): canonical text before
 * @after: (nullable): canonical text after
 */
typedef struct
{
  NstChangeOp op;
  NstRecord *record;
  const NstField *field;
  char *before;
  char *after;
} NstChangeItem;

NstChange *nst_change_new (const char *title);
const char *nst_change_get_title (NstChange *self);
void nst_change_set_title (NstChange *self, const char *title);
void nst_change_set_actor (NstChange *self, const char *party, gint64 person);
const char *nst_change_get_party (NstChange *self);
gint64 nst_change_get_person (NstChange *self);
void nst_change_set_sealed (NstChange *self, gboolean sealed);
gboolean nst_change_get_sealed (NstChange *self);
void nst_change_set_by_step (NstChange *self, gboolean by_step);
gboolean nst_change_get_by_step (NstChange *self);

NstRecord *nst_change_add (NstChange *self, const char *kind, ...) G_GNUC_NULL_TERMINATED;
NstRecord *nst_change_add_with_uuid (NstChange *self, const char *kind, const char *uuid);
void nst_change_set (NstChange *self, NstRecord *record, const char *field, const char *text);
void nst_change_set_field (NstChange *self, NstRecord *record, const NstField *field,
                           const char *text);
void nst_change_set_date (NstChange *self, NstRecord *record, const char *field,
                          const GDate *date);
void nst_change_set_int (NstChange *self, NstRecord *record, const char *field, gint64 value);
void nst_change_set_ref (NstChange *self, NstRecord *record, const char *field,
                         NstRecord *target);
void nst_change_set_link (NstChange *self, NstRecord *record, const char *field,
                          NstRecord *target);
void nst_change_remove (NstChange *self, NstRecord *record);
char *nst_change_attach (NstChange *self, GBytes *bytes);

void nst_change_continue (NstChange *self, NstChange *before);
void nst_change_join (NstChange *self, NstChange *next);

const char *nst_change_peek (NstChange *self, NstRecord *record, const char *field);
GPtrArray *nst_change_get_items (NstChange *self);
GHashTable *nst_change_get_blobs (NstChange *self);

G_END_DECLS
