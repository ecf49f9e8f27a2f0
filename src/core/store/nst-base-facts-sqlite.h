/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a base holds, told in a few figures and titles, and a digest of all of it. */
#pragma once

#include "store/nst-sqlite.h"

G_BEGIN_DECLS

/* Kinds that a person knows a base by; NULL ends them. */
extern const char *const nst_base_facts_kinds[];
#define NST_BASE_FACTS_KINDS 5

/**
 * NstBaseFacts:
 * @version: of the tables
 * @changes: number of changes in the history
 * @last: of the last change: number, moment and title, to know it by
 * @counts: records of each of nst_base_facts_kinds
 * @titles: the last actions, the newest first
 */
typedef struct
{
  guint version;
  gint64 changes;
  char *last;
  gint64 counts[NST_BASE_FACTS_KINDS];
  GStrv titles;
} NstBaseFacts;

/**
 * NstBaseAction:
 * @key: the same in two bases for the same action only
 * @day: YYYY-MM-DD
 * @title: what was done
 */
typedef struct
{
  char *key;
  char *day;
  char *title;
} NstBaseAction;

gboolean nst_base_facts_read (NstSqlite *db, NstBaseFacts *facts, GError **error);
void nst_base_facts_clear (NstBaseFacts *self);
void nst_base_action_free (NstBaseAction *self);
GPtrArray *nst_base_facts_list_actions (NstSqlite *db, GError **error);
char *nst_base_facts_digest (NstSqlite *db, GError **error);

G_END_DECLS
