/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules and formulas may read: a small window on an office's base. */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_SOURCE (nst_source_get_type ())
G_DECLARE_INTERFACE (NstSource, nst_source, NST, SOURCE, GObject)

struct _NstSourceInterface
{
  GTypeInterface parent_iface;

  NstRecord *(*dup) (NstSource *self, const NstKind *kind, gint64 id);
  GPtrArray *(*list) (NstSource *self, const NstKind *kind, const char *field, const char *value);
  gint64 (*count) (NstSource *self, const NstKind *kind, const char *field, const char *value);
};

NstRecord *nst_source_dup (NstSource *self, const char *kind, gint64 id);
NstRecord *nst_source_dup_ref (NstSource *self, NstRecord *record, const char *field);
GPtrArray *nst_source_list (NstSource *self, const char *kind, const char *field,
                            const char *value);
GPtrArray *nst_source_list_of (NstSource *self, const char *kind, const char *field,
                               NstRecord *target);
GPtrArray *nst_source_list_linked (NstSource *self, const char *kind, const char *field,
                                   NstRecord *target);
GPtrArray *nst_source_list_owned (NstSource *self, const NstKind *kind, NstRecord *owner);
gint64 nst_source_count (NstSource *self, const char *kind, const char *field, const char *value);

G_END_DECLS
