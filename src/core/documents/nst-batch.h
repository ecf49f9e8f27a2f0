/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many documents at once, on all cores. */
#pragma once

#include "documents/nst-documents.h"

G_BEGIN_DECLS

#define NST_TYPE_BATCH (nst_batch_get_type ())
G_DECLARE_FINAL_TYPE (NstBatch, nst_batch, NST, BATCH, GObject)

/**
 * NstBatchRefusal:
 * @record: what could not be printed
 * @form: by which form
 * @message: (nullable): why not; %NULL when only fields are missing
 * @missing: (nullable) (element-type utf8): fields that would have been blanks
 */
typedef struct
{
  NstRecord *record;
  char *form;
  char *message;
  GPtrArray *missing;
} NstBatchRefusal;

NstBatch *nst_batch_new (NstOffice *office, NstDocumentFormat format);
void nst_batch_set_folder (NstBatch *self, const char *path);
void nst_batch_set_file (NstBatch *self, const char *path);
void nst_batch_set_blanks (NstBatch *self, gboolean blanks);
void nst_batch_add (NstBatch *self, NstRecord *record, const char *form);
guint nst_batch_get_count (NstBatch *self);
guint nst_batch_get_done (NstBatch *self);

gboolean nst_batch_step (NstBatch *self);
gboolean nst_batch_finish (NstBatch *self, GError **error);
void nst_batch_cancel (NstBatch *self);

GPtrArray *nst_batch_get_refusals (NstBatch *self);
GPtrArray *nst_batch_get_files (NstBatch *self);

G_END_DECLS
