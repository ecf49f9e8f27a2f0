/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as plain text with semicolons. */
#include "config.h"

#include "documents/nst-spreadsheet-private.h"

#include <string.h>

/* Excel takes a file for UTF-8 only with it; others pass over it. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* A cell that begins so is a formula to Excel and Calc. A phone is none: "+7 900 000-00-00". */
static gboolean
is_formula (const char *text)
{
  if (*text == '\0' || strchr ("=+-@\t\r", *text) == NULL)
    return FALSE;
  return (*text != '+' && *text != '-') || strspn (text, "+-0123456789 ().,") != strlen (text);
}

static void
append_quoted (GString *out, const char *text, const char *mark)
{
  g_string_append_printf (out, "\"%s", mark);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_text (GString *out, const char *text)
{
  const char *mark = is_formula (text) ? "'" : "";

  if (strpbrk (text, ";\"\r\n\t") != NULL)
    append_quoted (out, text, mark);
  else
    g_string_append_printf (out, "%s%s", mark, text);
}

/* 83,3 and 29.10.2021: a file with semicolons is one of the Russian locale throughout. */
static void
append_cell (GString *out, const NstCell *cell)
{
  if (cell->text == NULL)
    return;
  if (cell->type == NST_CELL_DATE)
    g_string_append_printf (out, "%.2s.%.2s.%.4s", cell->text + 8, cell->text + 5, cell->text);
  else if (cell->type == NST_CELL_NUMBER)
    {
      g_autofree char *number = g_strdelimit (g_strdup (cell->text), ".", ',');

      g_string_append (out, number);
    }
  else
    append_text (out, cell->text);
}

/* Semicolons, because where a comma parts decimals Excel parts cells with them, and UTF-8 with
 * its mark; with commas or without the mark a double click shows one column of wrong letters.
 * What begins like a formula gets an apostrophe, since the format has no other way to say it. */
GBytes *
nst_spreadsheet_to_csv (const NstSpreadsheet *self)
{
  GString *out = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ';');
      append_text (out, ((NstSpreadsheetColumn *) g_ptr_array_index (self->columns, i))->heading);
    }
  g_string_append (out, "\r\n");
  for (guint r = 0; r < self->rows->len; r++)
    {
      GArray *row = g_ptr_array_index (self->rows, r);

      for (guint i = 0; i < self->columns->len; i++)
        {
          if (i > 0)
            g_string_append_c (out, ';');
          if (i < row->len)
            append_cell (out, &g_array_index (row, NstCell, i));
        }
      g_string_append (out, "\r\n");
    }
  return g_string_free_to_bytes (out);
}
