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
/* февраль, май 2021 г., январь 2022 г. */
char *nst_russian_month_list (const GDate *days, gsize count);
char *nst_russian_years (int first, int last);       /* 2020–2024 годы */
char *nst_russian_years_short (int first, int last); /* 2021–2022 гг. */
char *nst_russian_school_year (const GDate *day);    /* 2025/26 учебный год */

/* 3 (трех); @grammatical_case "nom" … "pre"; @gender "m", "f", "n". */
char *nst_russian_number_words (gint64 number, const char *grammatical_case, const char *gender);
/* The word alone, NULL over 999 999; and the figure: 12 500. */
char *nst_russian_number_spelt (gint64 number, const char *grammatical_case, const char *gender);
char *nst_russian_number (gint64 number);
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

/**
 * NstTypography:
 * @NST_TYPOGRAPHY_PLAIN: all items of DOCUMENTS 16.4
 * @NST_TYPOGRAPHY_VERBATIM: items 2 and 7 only: a row that must keep its letters
 * @NST_TYPOGRAPHY_HEADING: a heading, which has no full stop at its end
 * @NST_TYPOGRAPHY_INITIALS_GAP: «М. И. Иванова», the setting initials_gap
 */
typedef enum
{
  NST_TYPOGRAPHY_PLAIN = 0,
  NST_TYPOGRAPHY_VERBATIM = 1 << 0,
  NST_TYPOGRAPHY_HEADING = 1 << 1,
  NST_TYPOGRAPHY_INITIALS_GAP = 1 << 2,
} NstTypography;

char *nst_russian_typography (const char *text, NstTypography flags);

/**
 * NstTextFault:
 * @NST_TEXT_FAULT_QUOTE: a quotation mark without its partner
 * @NST_TEXT_FAULT_SPACES: two spaces one after the other
 * @NST_TEXT_FAULT_MARK: a space before a comma or a full stop
 *
 * What is told to the person who typed a text (DOCUMENTS 16.4, items 1 and 6).
 */
typedef enum
{
  NST_TEXT_FAULT_QUOTE = 1 << 0,
  NST_TEXT_FAULT_SPACES = 1 << 1,
  NST_TEXT_FAULT_MARK = 1 << 2,
} NstTextFault;

NstTextFault nst_russian_text_faults (const char *text);

G_END_DECLS
