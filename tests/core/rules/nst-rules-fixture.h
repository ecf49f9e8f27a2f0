/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group and its programme in memory, for tests of rules: in order until a test spoils it. */
#pragma once

#include "model/nst-change.h"
#include "rules/nst-rules.h"

typedef struct
{
  NstScheme *scheme;
  NstSource *empty;
  NstSource *source;
  NstChange *change;
  GHashTable *records;
  NstRuleContext context;
} NstRulesFixture;

void nst_rules_fixture_set_up (NstRulesFixture *f, gconstpointer data);
void nst_rules_fixture_tear_down (NstRulesFixture *f, gconstpointer data);
NstRecord *nst_rules_fixture_add (NstRulesFixture *f, const char *key, const char *kind,
                                  ...) G_GNUC_NULL_TERMINATED;
NstRecord *nst_rules_fixture_get (NstRulesFixture *f, const char *key);
void nst_rules_fixture_set (NstRulesFixture *f, const char *key, const char *field,
                            const char *value);
void nst_rules_fixture_look (NstRulesFixture *f, const char *day);
char *nst_rules_fixture_due (const char *phrase);
void nst_rules_fixture_fill (NstRulesFixture *f);
