/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the loader puts into a scheme. */
#pragma once

#include "scheme/nst-pack.h"
#include "scheme/nst-scheme.h"

G_BEGIN_DECLS

NstScheme *nst_scheme_new (void);

void nst_scheme_set_head (NstScheme *self, const char *id, const char *version,
                          const char *subject_kind, const char *title, const char *summary);
void nst_scheme_take_pack (NstScheme *self, NstPack *pack);
NstCatalogue *nst_scheme_ensure_catalogue (NstScheme *self, const char *name);
void nst_scheme_set_limit (NstScheme *self, const char *key, const char *value);
void nst_scheme_set_text (NstScheme *self, const char *key, const char *text);
void nst_scheme_take_plan (NstScheme *self, NstPlanTemplate *plan);
NstLifeCycle *nst_scheme_ensure_life_cycle (NstScheme *self, const char *kind);
void nst_scheme_take_rule (NstScheme *self, NstRuleText *rule);
void nst_scheme_take_deadline (NstScheme *self, NstDeadlineText *deadline);
void nst_scheme_take_indicator (NstScheme *self, NstIndicatorText *indicator);
void nst_scheme_take_extra_field (NstScheme *self, const NstKind *kind, const NstField *field);
void nst_scheme_put_documents_last (NstScheme *self, guint count);
void nst_scheme_set_document (NstScheme *self, const char *code, xmlNode *node);
void nst_scheme_set_block (NstScheme *self, const char *name, xmlNode *node);
void nst_scheme_derive_states (NstScheme *self);
GPtrArray *nst_scheme_list_life_cycles (NstScheme *self);

/* Names and keys in the order of the alphabet (transfer container). */
GList *nst_scheme_list_catalogues (NstScheme *self);
GList *nst_scheme_list_limits (NstScheme *self);
GList *nst_scheme_list_texts (NstScheme *self);

G_END_DECLS
