/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented data for documents, made by hand (DOMAIN 17, DOCUMENTS 18). */
#pragma once

#include "documents/nst-pages.h"
#include "documents/nst-tree.h"
#include "documents/nst-value.h"

/* DOCUMENTS 18, F2: 160 letters. */
extern const char *const nst_fixture_long_name;

NstValue *nst_fixture_new (void);
NstValue *nst_fixture_dup (NstValue *root, const char *path);
void nst_fixture_set_activities (NstValue *root, guint count, guint long_ones);
void nst_fixture_set_members (NstValue *root, guint count);
void nst_fixture_set_long (NstValue *root);

NstTree *nst_fixture_expand (const char *form, NstValue *root, GPtrArray *missing);
NstPages *nst_fixture_lay_out (const char *form, NstValue *root, GPtrArray *missing);
