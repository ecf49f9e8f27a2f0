/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of what waits; of many lines, one fold a territory or a group, worst first. */
#pragma once

#include "app/today/nst-waiting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NstTodayFolds NstTodayFolds;

/* @list is borrowed: it outlives the folds. */
NstTodayFolds *nst_today_folds_new (GtkListBox *list);
void nst_today_folds_free (NstTodayFolds *self);
/* (element-type NstWaiting): worst first; kept. */
void nst_today_folds_set_office (NstTodayFolds *self, NstOffice *office);
void nst_today_folds_show (NstTodayFolds *self, GPtrArray *lines);
/* Whether the row was one that unfolds. */
gboolean nst_today_folds_activate (NstTodayFolds *self, GtkListBoxRow *row);

G_END_DECLS
