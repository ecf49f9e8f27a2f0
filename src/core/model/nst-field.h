/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record's table of fields says. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NstFieldType:
 * @NST_FIELD_TYPE_STRING: one line of text
 * @NST_FIELD_TYPE_TEXT: text of several lines
 * @NST_FIELD_TYPE_INT: a whole number, canonical in decimal digits
 * @NST_FIELD_TYPE_BOOL: "1" or "0"
 * @NST_FIELD_TYPE_DATE: YYYY-MM-DD
 * @NST_FIELD_TYPE_REF: the local id of a record of kind `target`
 * @NST_FIELD_TYPE_CODE: one code of the catalogue `target`
 * @NST_FIELD_TYPE_CODES: codes of the catalogue `target`, or own wordings, one a line
 * @NST_FIELD_TYPE_LIST: texts, one a line
 * @NST_FIELD_TYPE_DUE: a schedule in the canonical form of the text room
 * @NST_FIELD_TYPE_LINK: any record, as "kind/id"
 * @NST_FIELD_TYPE_RANK: a rank string that orders records of one parent
 *
 * Every value has one canonical text; an unknown value is %NULL, never "".
 */
typedef enum
{
  NST_FIELD_TYPE_STRING,
  NST_FIELD_TYPE_TEXT,
  NST_FIELD_TYPE_INT,
  NST_FIELD_TYPE_BOOL,
  NST_FIELD_TYPE_DATE,
  NST_FIELD_TYPE_REF,
  NST_FIELD_TYPE_CODE,
  NST_FIELD_TYPE_CODES,
  NST_FIELD_TYPE_LIST,
  NST_FIELD_TYPE_DUE,
  NST_FIELD_TYPE_LINK,
  NST_FIELD_TYPE_RANK,
} NstFieldType;

/**
 * NstFieldFlags:
 * @NST_FIELD_REQUIRED: a record without it is incomplete and is refused
 * @NST_FIELD_PERSONAL: personal data (152-FZ): erasable, logged when exported
 * @NST_FIELD_SEARCH: its text is found by search
 * @NST_FIELD_OWNER: the record belongs to the one named here and is removed with it
 * @NST_FIELD_STEP: changed by steps of a life cycle; forms show it, people do not type it
 * @NST_FIELD_INTERNAL: not for people (ranks, hashes)
 * @NST_FIELD_DATED: what it was earlier is kept by date; a paper prints what was valid on its day
 */
typedef enum
{
  NST_FIELD_NONE = 0,
  NST_FIELD_REQUIRED = 1 << 0,
  NST_FIELD_PERSONAL = 1 << 1,
  NST_FIELD_SEARCH = 1 << 2,
  NST_FIELD_OWNER = 1 << 3,
  NST_FIELD_STEP = 1 << 4,
  NST_FIELD_INTERNAL = 1 << 5,
  NST_FIELD_DATED = 1 << 6,
} NstFieldFlags;

/**
 * NstField:
 * @since: base version that brought the field, from 1
 * @name: the field's name in columns, JSON, packages and templates
 * @type: what it holds
 * @target: kind (REF) or catalogue (CODE, CODES), else %NULL
 * @label: what people read, marked for translation; translate with gettext
 * @flags: #NstFieldFlags
 */
typedef struct
{
  guint since;
  const char *name;
  NstFieldType type;
  const char *target;
  const char *label;
  guint flags;
} NstField;

/* clang-format off */
#define NST_FIELD_STRING(since, name, label, flags) \
  { since, name, NST_FIELD_TYPE_STRING, NULL, label, flags }
#define NST_FIELD_TEXT(since, name, label, flags) \
  { since, name, NST_FIELD_TYPE_TEXT, NULL, label, flags }
#define NST_FIELD_INT(since, name, label, flags) \
  { since, name, NST_FIELD_TYPE_INT, NULL, label, flags }
#define NST_FIELD_BOOL(since, name, label, flags) \
  { since, name, NST_FIELD_TYPE_BOOL, NULL, label, flags }
#define NST_FIELD_DATE(since, name, label, flags) \
  { since, name, NST_FIELD_TYPE_DATE, NULL, label, flags }
#define NST_FIELD_REF(since, name, kind, label, flags) \
  { since, name, NST_FIELD_TYPE_REF, kind, label, flags }
#define NST_FIELD_CODE(since, name, catalogue, label, flags) \
  { since, name, NST_FIELD_TYPE_CODE, catalogue, label, flags }
#define NST_FIELD_CODES(since, name, catalogue, label, flags) \
  { since, name, NST_FIELD_TYPE_CODES, catalogue, label, flags }
#define NST_FIELD_LIST(since, name, label, flags) \
  { since, name, NST_FIELD_TYPE_LIST, NULL, label, flags }
#define NST_FIELD_DUE(since, name, label, flags) \
  { since, name, NST_FIELD_TYPE_DUE, NULL, label, flags }
#define NST_FIELD_LINK(since, name, label, flags) \
  { since, name, NST_FIELD_TYPE_LINK, NULL, label, flags }
#define NST_FIELD_RANK(since, name, label, flags) \
  { since, name, NST_FIELD_TYPE_RANK, NULL, label, (flags) | NST_FIELD_INTERNAL }
#define NST_FIELD_END { 0, NULL, 0, NULL, NULL, 0 }
/* clang-format on */

gboolean nst_field_check (const NstField *field, const char *text, GError **error);

char *nst_field_parse (const NstField *field, const char *typed, GError **error);

G_END_DECLS
