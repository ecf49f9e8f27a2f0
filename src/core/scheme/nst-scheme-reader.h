/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read the parts of a pack share. */
#pragma once

#include "scheme/nst-pack.h"
#include "scheme/nst-scheme-private.h"

G_BEGIN_DECLS

/**
 * NstTake:
 * @part: "limits", "plan" … or "catalogue:direction"
 * @codes: entries, "name*" for all that begin so; empty: the whole part
 * @used: whether entries of it were found
 * @node: where it is written
 *
 * What a pack takes over from the one it extends (DOMAIN 7).
 */
typedef struct
{
  char *part;
  GStrv codes;
  gboolean *used;
  const xmlNode *node;
} NstTake;

/**
 * NstReferenceKind:
 *
 * Where a code that a pack mentions must be found.
 */
typedef enum
{
  NST_REFERENCE_CATALOGUE,
  NST_REFERENCE_ACTOR,
  NST_REFERENCE_RULE,
  NST_REFERENCE_STEP,
  NST_REFERENCE_STATE,
  NST_REFERENCE_DOCUMENT,
  NST_REFERENCE_CONDITION,
  NST_REFERENCE_PART,
  NST_REFERENCE_LIMIT,
} NstReferenceKind;

/**
 * NstReader:
 * @scheme: what is being made
 * @faults: (element-type NstFault): what is wrong
 * @pack: the pack being read
 * @takes: (element-type GPtrArray): one list of #NstTake for each extending pack, outer first
 * @seen: entries of the present pack, for duplicates
 * @references: what must be found when everything is read
 * @chain: (element-type utf8): packs being read, for circles
 * @lookup: (nullable): gives packs that are extended
 * @user_data: for @lookup
 * @check: whether extended packs are held against the grammar too
 * @beside: (nullable): folder where extended packs are looked for first
 */
typedef struct
{
  NstScheme *scheme;
  GPtrArray *faults;
  NstPack *pack;
  GPtrArray *takes;
  GHashTable *seen;
  GPtrArray *references;
  GPtrArray *chain;
  NstPackLookup lookup;
  gpointer user_data;
  gboolean check;
  const char *beside;
} NstReader;

/* Of sense; and of form, which the grammar may have found already. */
void nst_reader_fault (NstReader *self, const xmlNode *node, char *message, const char *remedy);
void nst_reader_form_fault (NstReader *self, const xmlNode *node, char *message,
                            const char *remedy);
void nst_reader_check (NstReader *self, const xmlNode *node, const char *const *attributes,
                       const char *const *elements);
char *nst_reader_dup (const xmlNode *node, const char *attribute);
char *nst_reader_dup_required (NstReader *self, const xmlNode *node, const char *attribute);
GStrv nst_reader_dup_words (const xmlNode *node, const char *attribute);
gboolean nst_reader_get_yes (NstReader *self, const xmlNode *node, const char *attribute);
char *nst_reader_dup_choice (NstReader *self, const xmlNode *node, const char *attribute,
                             const char *const *choices);
char *nst_reader_dup_text (const xmlNode *node);
char *nst_reader_dup_child (NstReader *self, const xmlNode *node, const char *element,
                            gboolean required);
GStrv nst_reader_dup_children (const xmlNode *node, const char *element);
gboolean nst_reader_is (const xmlNode *node, const char *element);

/* Whether the entry is to be read: taken over, and not there twice in one pack. */
gboolean nst_reader_wants (NstReader *self, const char *part, const char *code,
                           const xmlNode *node);
gboolean nst_reader_is_new (NstReader *self, const char *part, const char *code,
                            const xmlNode *node);
gboolean nst_reader_wants_part (NstReader *self, const char *part);

void nst_reader_refer (NstReader *self, NstReferenceKind kind, const char *where,
                       const char *code, const xmlNode *node);
void nst_reader_refer_all (NstReader *self, NstReferenceKind kind, const char *where, GStrv codes,
                           const xmlNode *node);
void nst_reader_resolve (NstReader *self);

/* What only a pack in the making needs. */
void nst_reader_check_sense (NstReader *self, NstPack *pack);
void nst_reader_check_template (NstReader *self, const xmlNode *document);

/* The parts, by file. */
void nst_reader_read_catalogue (NstReader *self, const xmlNode *node);
void nst_reader_read_limits (NstReader *self, const xmlNode *node);
void nst_reader_read_texts (NstReader *self, const xmlNode *node);
void nst_reader_read_plan (NstReader *self, const xmlNode *node);
void nst_reader_read_life_cycle (NstReader *self, const xmlNode *node);
void nst_reader_read_rules (NstReader *self, const xmlNode *node);
void nst_reader_read_indicators (NstReader *self, const xmlNode *node);
void nst_reader_read_extra_fields (NstReader *self, const xmlNode *node);
void nst_reader_read_deadlines (NstReader *self, const xmlNode *node);
void nst_reader_read_documents (NstReader *self, const xmlNode *node);
GPtrArray *nst_reader_read_takes (NstReader *self, const xmlNode *extends);
void nst_reader_check_takes (NstReader *self, GPtrArray *takes);

G_END_DECLS
