/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demonstration's base as of a day, in a directory of its own. */
#pragma once

#include "store/nst-office.h"

typedef struct
{
  char *dir;
  char *path;
  NstClock *clock;
  NstOffice *office;
  NstRuleContext context;
} NstDemoFixture;

void nst_demo_fixture_set_up (NstDemoFixture *f, gconstpointer day);
void nst_demo_fixture_tear_down (NstDemoFixture *f, gconstpointer day);
void nst_demo_fixture_look (NstDemoFixture *f, const char *day);
NstRecord *nst_demo_fixture_dup (NstDemoFixture *f, const char *kind, guint number);
void nst_demo_fixture_assert_state (NstDemoFixture *f, const char *kind, const char *expected);
