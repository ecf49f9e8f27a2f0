/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Russian for print: dates, numbers in words, counted nouns, names in lists. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nst_russian_date (const GDate *date);       /* 29.10.2021 */
char *nst_russian_date_words (const GDate *date); /* 29 октября 2021 г. */
char *nst_russian_date_quoted (const GDate *date); /* «29» октября 2021 г.; NULL: blanks */
char *nst_russian_month (const GDate *date);       /* ноябрь 2021 г. */
char *nst_russian_period (const GDate *first, const GDate *last);
const char *nst_russian_month_name (GDateMonth month); /* ноябрь */

/* 3 (трех); @grammatical_case "nom", "gen", "acc", "pre"; @gender "m", "f", "n". */
char *nst_russian_number_words (gint64 number, const char *grammatical_case, const char *gender);
/* Form of the noun that agrees with @number: one, few, many. */
const char *nst_russian_plural (gint64 number, const char *one, const char *few,
                                const char *many);
/* The noun alone, as it agrees with @number: 3 and "месяц" give "месяца". */
char *nst_russian_count (gint64 number, const char *noun, const char *grammatical_case);
/* Tenths of a per cent: 944 gives «94,4 %» with a no-break space. */
char *nst_russian_percent (guint permille);

char *nst_russian_signature (const char *last, const char *first, const char *middle);
char *nst_russian_list_name (const char *last, const char *first, const char *middle);

/* DOMAIN R89: day + n months - 1 day; and whole months from first to last day. */
void nst_russian_add_months (const GDate *start, guint months_count, GDate *end);
guint nst_russian_months_between (const GDate *first, const GDate *last, gboolean *whole);

/* ё folded to е, lower case; sort key that compares by bytes. */
char *nst_russian_fold (const char *text);
char *nst_russian_sort_key (const char *text);

/* DOCUMENTS 16.4; @verbatim keeps to items 2 and 7. */
char *nst_russian_typography (const char *text, gboolean verbatim);

G_END_DECLS
