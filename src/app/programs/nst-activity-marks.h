/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of an activity as the window puts, changes and removes them. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/**
 * NstActivityMark:
 * @part: date or topic, from 1; 0 for the whole
 * @status: code
 * @date: (nullable): YYYY-MM-DD
 * @text: result or reason, as the status wants it
 * @new_due: phrase, for what is postponed
 */
typedef struct
{
  guint part;
  const char *status;
  const char *date;
  const char *text;
  const char *new_due;
} NstActivityMark;

/* @part -1: of whichever part. */
NstRecord *nst_activity_marks_dup_newest (NstOffice *office, NstRecord *activity, int part);
char *nst_activity_marks_dup_new_due (NstRecord *mark);
gboolean nst_activity_marks_put (NstOffice *office, NstRecord *activity,
                                 const NstActivityMark *mark, GError **error);
gboolean nst_activity_marks_set (NstOffice *office, NstRecord *mark, const char *field,
                                 const char *typed, GError **error);
gboolean nst_activity_marks_remove (NstOffice *office, NstRecord *mark, GError **error);
/* The first date or topic without a mark; 0 when there is only the whole. */
guint nst_activity_marks_find_open (const NstActivityProgress *progress);

G_END_DECLS
