/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GListModel of the records that a query finds; it follows the store. */
#pragma once

#include "store/nst-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NST_TYPE_RECORD_LIST (nst_record_list_get_type ())
G_DECLARE_FINAL_TYPE (NstRecordList, nst_record_list, NST, RECORD_LIST, GObject)

NstRecordList *nst_record_list_new (NstStore *store, const NstQuery *query);
void nst_record_list_set_query (NstRecordList *self, const NstQuery *query);
guint nst_record_list_find (NstRecordList *self, gint64 id);

G_END_DECLS
