/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office at work: its base, its schemes, its clock, and the steps people take. */
#pragma once

#include "rules/nst-progress.h"
#include "rules/nst-steps.h"
#include "store/nst-store.h"

G_BEGIN_DECLS

#define NST_TYPE_OFFICE (nst_office_get_type ())
G_DECLARE_FINAL_TYPE (NstOffice, nst_office, NST, OFFICE, GObject)

NstOffice *nst_office_create (const char *path, const char *const *schemes, const char *role,
                              const char *name, NstClock *clock, GError **error);
NstOffice *nst_office_open (const char *path, NstClock *clock, GError **error);
char *nst_office_dup_default_path (void);

NstStore *nst_office_get_store (NstOffice *self);
NstClock *nst_office_get_clock (NstOffice *self);
NstScheme *nst_office_get_scheme (NstOffice *self);
GPtrArray *nst_office_get_schemes (NstOffice *self);
NstScheme *nst_office_get_version (NstOffice *self, const char *id, const char *version,
                                   GError **error);
NstScheme *nst_office_get_scheme_of (NstOffice *self, NstRecord *record);
void nst_office_get_context (NstOffice *self, NstRuleContext *context);
/* The same for a look at much of the base: read once until something changes. */
void nst_office_get_look (NstOffice *self, NstRuleContext *context);

/* The record that describes the office itself (kind "office"). */
NstRecord *nst_office_dup_card (NstOffice *self);
gboolean nst_office_is_demo (NstOffice *self);

gboolean nst_office_do (NstOffice *self, NstRecord *record, const char *step, NstStepArgs *args,
                        NstChange **done, GError **error);
/* Sets one field as a change of its own, named after it. */
gboolean nst_office_set (NstOffice *self, NstRecord *record, const char *field, const char *typed,
                         GError **error);

G_END_DECLS
