/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ZIP file of parts, as Word and Writer keep their documents. */
#pragma once

#include "documents/nst-xml.h"

G_BEGIN_DECLS

typedef struct _NstOfficeFile NstOfficeFile;

NstOfficeFile *nst_office_file_new (const char *date);
void nst_office_file_free (NstOfficeFile *self);
void nst_office_file_add (NstOfficeFile *self, const char *name, const char *content);
void nst_office_file_take (NstOfficeFile *self, const char *name, NstXml *xml);
void nst_office_file_add_bytes (NstOfficeFile *self, const char *name, GBytes *content);
void nst_office_file_store (NstOfficeFile *self, const char *name, const char *content);
GBytes *nst_office_file_finish (NstOfficeFile *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstOfficeFile, nst_office_file_free)

G_END_DECLS
