/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a template reads: texts, numbers, days, lists and objects with fields. */
#pragma once

#include "documents/nst-doubt.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NST_VALUE_TEXT,
  NST_VALUE_NUMBER,
  NST_VALUE_DATE,
  NST_VALUE_LIST,
  NST_VALUE_OBJECT,
} NstValueType;

/**
 * NstValueHint:
 * @NST_VALUE_PLAIN: any text
 * @NST_VALUE_NAME: full name of a person, who is its owner
 * @NST_VALUE_POST: post of a person, who is its owner
 *
 * What filters of case need to know.
 */
typedef enum
{
  NST_VALUE_PLAIN,
  NST_VALUE_NAME,
  NST_VALUE_POST,
} NstValueHint;

typedef struct _NstValue NstValue;

/**
 * NstValueResolver:
 * @object: the object asked
 * @name: of a field it has not been given
 * @user_data: of the object
 *
 * Returns: (transfer full) (nullable): the field, %NULL when it is unknown or empty
 */
typedef NstValue *(*NstValueResolver) (NstValue *object, const char *name, gpointer user_data);

/**
 * NstValueDescriber:
 * @object: the object asked
 * @name: of a field that is missing
 * @user_data: of the object
 *
 * Returns: (transfer full) (nullable): what people call it
 */
typedef char *(*NstValueDescriber) (NstValue *object, const char *name, gpointer user_data);

NstValue *nst_value_new_text (const char *text);
NstValue *nst_value_new_code (const char *code, const char *text);
NstValue *nst_value_new_owned (const char *text, NstValueHint hint, NstValue *owner);
NstValue *nst_value_new_number (gint64 number);
NstValue *nst_value_new_date (const GDate *date);
NstValue *nst_value_new_list (void);
NstValue *nst_value_new_object (void);
NstValue *nst_value_new_lazy (NstValueResolver resolver, NstValueDescriber describer,
                              gpointer user_data, GDestroyNotify destroy);
NstValue *nst_value_ref (NstValue *self);
void nst_value_unref (NstValue *self);

void nst_value_take (NstValue *self, const char *name, NstValue *field);
void nst_value_set_text (NstValue *self, const char *name, const char *text);
void nst_value_set_hinted (NstValue *self, const char *name, const char *text, NstValueHint hint);
void nst_value_append (NstValue *self, NstValue *item);
void nst_value_take_doubt (NstValue *self, NstDoubt *doubt);

NstValueType nst_value_get_type (const NstValue *self);
NstValueHint nst_value_get_hint (const NstValue *self);
NstValue *nst_value_get_owner (const NstValue *self);
const char *nst_value_get_text (const NstValue *self);
const char *nst_value_get_code (const NstValue *self);
gint64 nst_value_get_number (const NstValue *self);
const GDate *nst_value_get_date (const NstValue *self);
guint nst_value_get_length (const NstValue *self);
NstValue *nst_value_get_nth (const NstValue *self, guint position);
gpointer nst_value_get_data (const NstValue *self);
const NstDoubt *nst_value_get_doubt (const NstValue *self);

NstValue *nst_value_dup_field (NstValue *self, const char *name);
NstValue *nst_value_dup_path (NstValue *self, const char *path);
char *nst_value_dup_field_text (NstValue *self, const char *name);
char *nst_value_describe_path (NstValue *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstValue, nst_value_unref)

G_END_DECLS
