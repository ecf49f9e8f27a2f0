/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events of a story, sent through the same door as people's work. */
#pragma once

#include "store/nst-office.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * NstReplay:
 * @office: where the story happens
 * @records: (element-type utf8 NstRecord): what the story has named so far, by key
 * @words: (nullable) (element-type utf8 utf8): what "{name}" in a value stands for
 * @chance: (nullable): decides what happens now and then
 * @months: how much later than written the story happens
 * @node: where it is, for messages
 * @name: of the story
 */
typedef struct
{
  NstOffice *office;
  GHashTable *records;
  GHashTable *words;
  GRand *chance;
  int months;
  xmlNode *node;
  const char *name;
} NstReplay;

void nst_replay_init (NstReplay *self, NstOffice *office, const char *name);
void nst_replay_clear (NstReplay *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NstReplay, nst_replay_clear)

gboolean nst_replay_is (xmlNode *node, const char *name);
char *nst_replay_dup_attribute (xmlNode *node, const char *name);
int nst_replay_get_number (xmlNode *node, const char *name);
gboolean nst_replay_read_day (xmlNode *node, const char *attribute, GDate *day);
gboolean nst_replay_fail (NstReplay *self, const char *message, GError **error);
gboolean nst_replay_pass_on (NstReplay *self, GError *local, GError **error);

void nst_replay_name (NstReplay *self, const char *key, NstRecord *record);
NstRecord *nst_replay_get (NstReplay *self, const char *key);
gboolean nst_replay_set_fields (NstReplay *self, NstChange *change, NstRecord *record,
                                GError **error);

gboolean nst_replay_play (NstReplay *self, xmlNode *story, const GDate *until, GError **error);

G_END_DECLS
