/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: one row of an office's base as an object with real properties. */
#pragma once

#include "model/nst-kind.h"

G_BEGIN_DECLS

#define NST_TYPE_RECORD (nst_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (NstRecord, nst_record, NST, RECORD, GObject)

struct _NstRecordClass
{
  GObjectClass parent_class;
  const NstKind *kind;
};

const NstKind *nst_record_get_kind (NstRecord *self);
gint64 nst_record_get_id (NstRecord *self);
const char *nst_record_get_uuid (NstRecord *self);
gboolean nst_record_get_stale (NstRecord *self);
const char *nst_record_get_title (NstRecord *self);

const char *nst_record_get_text (NstRecord *self, const char *field);
gint64 nst_record_get_int (NstRecord *self, const char *field);
gint64 nst_record_get_ref (NstRecord *self, const char *field);
gboolean nst_record_get_bool (NstRecord *self, const char *field);
gboolean nst_record_get_date (NstRecord *self, const char *field, GDate *date);
GStrv nst_record_dup_list (NstRecord *self, const char *field);
gboolean nst_record_get_link (NstRecord *self, const char *field, const NstKind **kind,
                              gint64 *id);
const char *nst_record_get_display (NstRecord *self, const char *field);
GStrv nst_record_list_extra (NstRecord *self);

/* For the kinds' own files. */
void nst_record_class_set_kind (NstRecordClass *klass, const NstKind *kind);

#define NST_DEFINE_RECORD(TypeName, type_name, kind_data)                                        \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, NST_TYPE_RECORD)                                     \
  static void type_name##_class_init (TypeName##Class *klass)                                    \
  {                                                                                              \
    nst_record_class_set_kind (NST_RECORD_CLASS (klass), &(kind_data));                          \
  }                                                                                              \
  static void type_name##_init (TypeName *self G_GNUC_UNUSED) {}

G_END_DECLS
