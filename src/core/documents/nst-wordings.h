/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an office words the forms of its scheme: kept by place, with a version. */
#pragma once

#include "documents/nst-pages.h"
#include "documents/nst-wording-form.h"
#include "store/nst-office.h"

G_BEGIN_DECLS

/* What is printed, and what is known of each place (transfer full). */
xmlNode *nst_wordings_get_document (NstOffice *office, NstScheme *scheme, const char *form);
NstWordingForm *nst_wordings_read (NstOffice *office, NstScheme *scheme, const char *form);
guint nst_wordings_get_version (NstOffice *office, NstScheme *scheme, const char *form);

/* Each one change, to be undone like any other. */
gboolean nst_wordings_check (NstOffice *office, const char *form, const char *node,
                             const char *text, GError **error);
gboolean nst_wordings_set (NstOffice *office, const char *form, const char *node,
                           const char *text, GError **error);
gboolean nst_wordings_leave_out (NstOffice *office, const char *form, const char *node,
                                 GError **error);
gboolean nst_wordings_restore (NstOffice *office, const char *form, const char *node,
                               GError **error);

/* The paper with one place worded so, and that place marked; @page gets where it stands. */
NstPages *nst_wordings_preview (NstOffice *office, NstRecord *record, const char *form,
                                const char *node, const char *text, guint *page, GError **error);
/* A record that the form is for, to show it with (transfer full, nullable). */
NstRecord *nst_wordings_find_example (NstOffice *office, const char *form);

G_END_DECLS
