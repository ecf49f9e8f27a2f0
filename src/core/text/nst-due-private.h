/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a schedule share. */
#pragma once

#include "text/nst-due.h"

G_BEGIN_DECLS

/**
 * NstDuePoint:
 * @year: 0 when the year is not said
 * @month: 0 when only the year is said
 * @day: 0 when only the month is said
 *
 * A day, a month or a year of a schedule.
 */
typedef struct
{
  int year;
  int month;
  int day;
} NstDuePoint;

struct _NstDue
{
  NstDueKind kind;
  GArray *points; /* (element-type NstDuePoint) */
  guint number;   /* days or months of the kinds that count them */
  char *phrase;   /* word for word; NULL: as printed by default */
};

NstDue *nst_due_new (NstDueKind kind);
void nst_due_add_point (NstDue *self, NstDuePoint point);
NstDuePoint nst_due_get_point (const NstDue *self, guint index);
gboolean nst_due_point_is_valid (NstDuePoint point);
int nst_due_point_compare (gconstpointer a, gconstpointer b);
/* Points in order, none twice, a range not backwards; the error names @phrase. */
gboolean nst_due_check_points (NstDue *self, const char *phrase, GError **error);
char *nst_due_print (const NstDue *self);
char *nst_due_print_machine (const NstDue *self);
NstDue *nst_due_parse_machine (const char *machine);
/* Takes @phrase as the words of @self, unless they are those of default print. */
void nst_due_keep_phrase (NstDue *self, const char *phrase);

G_END_DECLS
