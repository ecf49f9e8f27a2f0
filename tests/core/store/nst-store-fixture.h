/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new base in a new directory, for tests of the store. */
#pragma once

#include "store/nst-store.h"

typedef struct
{
  char *dir;
  char *path;
  NstClock *clock;
  NstStore *store;
} NstStoreFixture;

void nst_store_fixture_set_up (NstStoreFixture *f, gconstpointer data);
void nst_store_fixture_tear_down (NstStoreFixture *f, gconstpointer data);
void nst_store_fixture_reopen (NstStoreFixture *f);
NstRecord *nst_store_fixture_add_person (NstStoreFixture *f, const char *last);
