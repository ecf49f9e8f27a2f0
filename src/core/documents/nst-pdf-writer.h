/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One PDF of one document or of many. */
#pragma once

#include "documents/nst-pages.h"

G_BEGIN_DECLS

typedef struct _NstPdfWriter NstPdfWriter;

NstPdfWriter *nst_pdf_writer_new (gboolean many);
void nst_pdf_writer_free (NstPdfWriter *self);
void nst_pdf_writer_add (NstPdfWriter *self, NstPages *pages);
GBytes *nst_pdf_writer_finish (NstPdfWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstPdfWriter, nst_pdf_writer_free)

G_END_DECLS
