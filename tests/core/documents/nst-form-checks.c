/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every form whatever it says (DOCUMENTS 18). */
#include "config.h"

#include "nst-form-checks.h"

#include <math.h>
#include <poppler.h>
#include <string.h>

#define NUMBER_BOTTOM 18.0

/* A page that another one follows is filled at least so far. */
#define SPARSE 0.4

/* C1: other forms have upright pages only. */
static const char *const across[] = { "D1",  "D2",  "D9",   "D10", "D11",
                                      "D12", "D25", "D25a", "D30", NULL };
/* C21: quotation marks of verbatim rows are left as the regulation has them. */
static const char *const verbatim[] = { "D5", "D6", "D7", NULL };

static gboolean
is_across (const NstPdfPage *page)
{
  return page->width > page->height;
}

static void
fail (guint page, const NstTextLine *line, const char *what)
{
  g_test_message ("page %u, %.1f mm: %s: “%s” %.2f–%.2f mm", page + 1, line->top, what,
                  line->text, line->x1, line->x2);
  g_test_fail ();
}

static void
check_size (const NstPdfPage *page, const char *form)
{
  gboolean wide = is_across (page);

  g_assert_cmpfloat_with_epsilon (page->width, wide ? 841.89 : 595.28, 0.5);
  g_assert_cmpfloat_with_epsilon (page->height, wide ? 595.28 : 841.89, 0.5);
  if (wide)
    g_assert_true (g_strv_contains (across, form));
}

/* The sheet that a page is printed on: the last one of its orientation. */
static const NstSheet *
find_sheet (const NstTree *tree, const NstPdfPage *page)
{
  const NstSheet *found = &tree->sheet;

  for (guint i = 0; i < tree->blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (tree->blocks, i);

      if (block->type == NST_BLOCK_SECTION &&
          (block->sheet->width > block->sheet->height) == is_across (page))
        found = block->sheet;
    }
  return found;
}

static gboolean
is_number (const NstTextLine *line)
{
  return line->bottom < NUMBER_BOTTOM;
}

/* C2 and the smallest type of C5. */
static void
check_lines (const NstPdfPage *page, guint number, const NstSheet *sheet)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const NstTextLine *line = g_ptr_array_index (page->lines, i);

      if (line->size < 9 - 0.01)
        fail (number, line, "type under 9 pt");
      if (sheet->numbered && is_number (line))
        continue;
      if (line->x1 < sheet->left - 0.5 || line->x2 > sheet->width - sheet->right + 0.5)
        fail (number, line, "outside of the side margins");
      if (line->top < sheet->top - 0.5 || line->bottom > sheet->height - sheet->bottom + 0.5)
        fail (number, line, "outside of the upper and lower margins");
    }
}

/* C9. */
static void
check_number (const NstPdfPage *page, guint number, const NstSheet *sheet)
{
  g_autofree char *expected = g_strdup_printf ("%u", number + 1);
  double middle = (sheet->left + sheet->width - sheet->right) / 2;
  guint n = 0;

  if (!sheet->numbered)
    return;
  for (guint i = 0; i < page->lines->len; i++)
    {
      const NstTextLine *line = g_ptr_array_index (page->lines, i);

      if (!is_number (line))
        continue;
      n++;
      g_assert_cmpstr (line->text, ==, expected);
      g_assert_cmpfloat_with_epsilon ((line->x1 + line->x2) / 2, middle, 1.0);
    }
  g_assert_cmpuint (n, ==, number == 0 ? 0 : 1);
}

static gboolean
has_upright (const NstPdfPage *page, double x)
{
  for (guint i = 0; i < page->rules->len; i++)
    {
      const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, i);

      if (fabs (rule->x1 - rule->x2) < 0.01 && fabs (rule->x1 - x) < 0.5)
        return TRUE;
    }
  return FALSE;
}

/* C11: the rules of a table that stands in the text, and that they fill its width. */
static void
check_columns (NstPdf *pdf, const NstTable *table, const NstSheet *sheet)
{
  double x = sheet->left;

  g_assert_cmpfloat_with_epsilon (nst_table_get_width (table),
                                  sheet->width - sheet->left - sheet->right, 0.01);
  for (guint i = 0; i <= table->columns->len; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < pdf->pages->len && !found; k++)
        found = has_upright (g_ptr_array_index (pdf->pages, k), x);
      if (!found)
        {
          g_test_message ("no rule of a table at %.1f mm", x);
          g_test_fail ();
        }
      if (i < table->columns->len)
        x += g_array_index (table->columns, double, i);
    }
}

static void
append_letters (GString *text, const char *from)
{
  for (const char *p = from; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (text, g_utf8_get_char (p));
}

static void
append_rows (GString *text, const GPtrArray *rows)
{
  for (guint r = 0; r < rows->len; r++)
    {
      const NstRow *row = g_ptr_array_index (rows, r);

      for (guint c = 0; c < row->cells->len; c++)
        {
          const NstCell *cell = g_ptr_array_index (row->cells, c);

          for (guint b = 0; b < cell->blocks->len; b++)
            {
              const NstBlock *inner = g_ptr_array_index (cell->blocks, b);
              g_autofree char *line =
                  inner->paragraph != NULL ? nst_paragraph_dup_text (inner->paragraph) : NULL;

              if (inner->type == NST_BLOCK_TABLE)
                append_rows (text, inner->table->rows);
              append_letters (text, line != NULL ? line : "");
            }
        }
    }
}

/* Letters that a page may begin with inside a table: those of header rows, one table after the
 * other, and of all rows of tables that have none. */
static char *
dup_headers (const NstTree *tree)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tree->blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (tree->blocks, i);

      if (block->type == NST_BLOCK_TABLE)
        append_rows (text,
                     block->table->header->len > 0 ? block->table->header : block->table->rows);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_in_table (const NstPdfPage *page, const NstTextLine *line)
{
  double middle = (line->top + line->bottom) / 2;

  for (guint i = 0; i < page->rules->len; i++)
    {
      const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, i);

      if (fabs (rule->x1 - rule->x2) < 0.01 && middle > MIN (rule->y1, rule->y2) &&
          middle < MAX (rule->y1, rule->y2))
        return TRUE;
    }
  return FALSE;
}

/* C10: a page that begins inside a table begins with a header. */
static void
check_header (const NstPdfPage *page, guint number, const char *headers)
{
  const NstTextLine *line = nst_pdf_get_first_line (page);
  g_autoptr (GString) letters = g_string_new (NULL);

  if (number == 0 || line == NULL || *headers == '\0' || !is_in_table (page, line))
    return;
  append_letters (letters, line->text);
  if (strstr (headers, letters->str) == NULL)
    fail (number, line, "the header is not repeated");
}

/* C3, C4 and the rest of C5 where the document is running text. */
static void
check_body (NstPdf *pdf, const char *form)
{
  static const struct
  {
    const char *form;
    double size;
    double pitch;
  } bodies[] = {
    { "D3", 12, 15 },  { "D27", 12, 15 }, { "D4a", 14, 18 }, { "D4b", 14, 18 },
    { "D4f", 14, 18 }, { "D4e", 14, 18 }, { "D6", 14, 18 },  { "D7", 14, 18 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (strcmp (bodies[i].form, form) == 0)
      {
        nst_pdf_check_justified (pdf, bodies[i].size);
        nst_pdf_check_indent (pdf, bodies[i].size);
        nst_pdf_check_type (pdf, bodies[i].size, bodies[i].pitch);
      }
}

static gboolean
begins_anew (const NstPdfPage *page, const NstPdfPage *next)
{
  const NstTextLine *line = nst_pdf_get_first_line (next);

  return is_across (next) != is_across (page) ||
         (line != NULL && g_str_has_prefix (line->text, "Приложение"));
}

/* C13: nothing but a signature on a page; and none that hardly begins when another follows. */
static void
check_fill (NstPdf *pdf)
{
  for (guint i = 0; i < pdf->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (pdf->pages, i);
      const NstPdfPage *next =
          i + 1 < pdf->pages->len ? g_ptr_array_index (pdf->pages, i + 1) : NULL;
      double height = page->height * 25.4 / 72;
      double bottom = 0;
      guint n = 0;

      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);

          n += is_number (line) ? 0 : 1;
          bottom = MAX (bottom, line->bottom);
        }
      if (n >= 4 && (next == NULL || begins_anew (page, next) || bottom > SPARSE * height))
        continue;
      g_test_message ("page %u of %u: %u lines, down to %.0f of %.0f mm", i + 1, pdf->pages->len,
                      n, bottom, height);
      g_test_fail ();
    }
}

/* A long name makes no type of a certificate smaller (DOCUMENTS 14, 17). */
static void
check_certificate (NstPdf *pdf, const char *form)
{
  const NstPdfPage *page = g_ptr_array_index (pdf->pages, 0);
  double largest = 0;
  guint n_body = 0;

  if (strcmp (form, "D30") != 0 && strcmp (form, "D30a") != 0)
    return;
  for (guint i = 0; i < page->lines->len; i++)
    {
      const NstTextLine *line = g_ptr_array_index (page->lines, i);

      largest = MAX (largest, line->size);
      n_body += fabs (line->size - 14) < 0.1;
    }
  g_assert_cmpfloat_with_epsilon (largest, strcmp (form, "D30") == 0 ? 30 : 24, 0.1);
  g_assert_cmpuint (n_body, >, 4);
}

/* C22: what the file says of itself. */
static void
check_file (NstPdf *pdf, const NstTree *tree, const char *form)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (pdf->path, NULL, NULL);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);
  g_autofree char *title = NULL;
  gboolean named;

  g_assert_no_error (error);
  title = poppler_document_get_title (document);
  named = title != NULL && *title != '\0' && strstr (title, ".pdf") == NULL;
  if (!named)
    {
      g_test_message ("%s has no title: %s", form, title);
      g_test_fail ();
    }
  g_assert_cmpstr (title, ==, tree->title);
  g_object_unref (document);
}

/* C12: a row over all columns, which heads those below, is not the last of a page. */
static void
check_last_row (NstPdf *pdf, guint number)
{
  const NstPdfPage *page = g_ptr_array_index (pdf->pages, number);
  const NstPdfPage *next =
      number + 1 < pdf->pages->len ? g_ptr_array_index (pdf->pages, number + 1) : NULL;
  const NstTextLine *first = next != NULL ? nst_pdf_get_first_line (next) : NULL;
  double bottom = 0;
  guint n = 0;

  if (first == NULL || !is_in_table (next, first))
    return;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < page->rules->len; i++)
      {
        const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, i);
        double end = MAX (rule->y1, rule->y2);

        if (fabs (rule->x1 - rule->x2) > 0.01)
          continue;
        if (pass == 0)
          bottom = MAX (bottom, end);
        else
          n += fabs (end - bottom) < 0.2;
      }
  if (n > 2 || bottom < page->height * 25.4 / 72 / 2)
    return;
  g_test_message ("page %u ends with the heading of rows", number + 1);
  g_test_fail ();
}

/* C17: in the right corner of the first page. */
static void
check_grif (const NstPdfPage *page, gboolean older)
{
  double left = older ? 125 : 120;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const NstTextLine *line = g_ptr_array_index (page->lines, i);

      if (!g_str_has_prefix (line->text, "УТВЕРЖД"))
        continue;
      g_assert_cmpstr (line->text, ==, "УТВЕРЖДАЮ");
      g_assert_cmpfloat_with_epsilon (line->x1, left, 0.5);
      g_assert_cmpfloat (line->bottom, <, 297.0 / 4);
    }
}

void
nst_form_check (NstPdf *pdf, const NstTree *tree, const char *form, gboolean older)
{
  g_autofree char *headers = dup_headers (tree);
  const NstSheet *sheet = &tree->sheet;

  for (guint i = 0; i < pdf->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (pdf->pages, i);
      const NstSheet *own = find_sheet (tree, page);

      check_size (page, form);
      check_lines (page, i, own);
      check_number (page, i, own);
      if (own->frame < 1)
        {
          check_header (page, i, headers);
          check_last_row (pdf, i);
        }
    }
  check_grif (g_ptr_array_index (pdf->pages, 0), older);
  check_fill (pdf);
  check_file (pdf, tree, form);
  check_certificate (pdf, form);
  check_body (pdf, form);
  for (guint i = 0; i < tree->blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (tree->blocks, i);

      if (block->type == NST_BLOCK_SECTION)
        sheet = block->sheet;
      if (block->type == NST_BLOCK_TABLE && block->table->ruled)
        check_columns (pdf, block->table, sheet);
    }
  nst_pdf_check_fonts (pdf);
  nst_pdf_check_leftovers (pdf);
  nst_pdf_check_cells (pdf);
  nst_pdf_check_no_break (pdf);
  if (!g_strv_contains (verbatim, form))
    nst_pdf_check_quotes (pdf);
}

/* C28: neither people's own phones nor, with @own, any phone or address at all. */
void
nst_form_check_no_contacts (NstPdf *pdf, gboolean own)
{
  const char *pattern = own ? "\\(\\d{3,5}\\) ?\\d|\\S@\\S" : "\\(9\\d\\d\\) ?\\d";

  if (!g_regex_match_simple (pattern, pdf->text, 0, 0))
    return;
  g_test_message ("contacts are printed");
  g_test_fail ();
}

static void
count_blanks (GArray *wanted, GPtrArray *blocks, double width)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (blocks, i);

      for (guint k = 0; block->paragraph != NULL && k < block->paragraph->runs->len; k++)
        {
          const NstRun *run = g_ptr_array_index (block->paragraph->runs, k);

          if (run->text == NULL && run->blank >= 10 && run->blank < width)
            g_array_append_val (wanted, run->blank);
        }
      for (guint r = 0;
           block->table != NULL && !block->table->ruled && r < block->table->rows->len; r++)
        {
          const NstRow *row = g_ptr_array_index (block->table->rows, r);
          guint column = 0;

          for (guint c = 0; c < row->cells->len; c++)
            {
              const NstCell *cell = g_ptr_array_index (row->cells, c);
              double inner = -2 * block->table->pad_x;

              for (guint n = 0; n < cell->span; n++)
                inner += g_array_index (block->table->columns, double, column++);
              count_blanks (wanted, cell->blocks, inner);
            }
        }
    }
}

/* C29: a rule to write on is as wide as the form says. */
void
nst_form_check_rules (NstPdf *pdf, const NstTree *tree)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (double));

  count_blanks (wanted, tree->blocks, tree->sheet.width - tree->sheet.left - tree->sheet.right);
  for (guint p = 0; p < pdf->pages->len; p++)
    {
      const NstPdfPage *page = g_ptr_array_index (pdf->pages, p);

      for (guint i = 0; i < page->rules->len; i++)
        {
          const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, i);

          for (guint k = 0; fabs (rule->y1 - rule->y2) < 0.01 && k < wanted->len; k++)
            if (fabs (fabs (rule->x2 - rule->x1) - g_array_index (wanted, double, k)) < 0.3)
              {
                g_array_remove_index_fast (wanted, k);
                break;
              }
        }
    }
  for (guint k = 0; k < wanted->len; k++)
    {
      g_test_message ("no rule of %.1f mm", g_array_index (wanted, double, k));
      g_test_fail ();
    }
}

static const NstTextLine *
find_only (NstPdf *pdf, const char *text)
{
  const NstTextLine *found = NULL;

  for (guint i = 0; i < pdf->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (pdf->pages, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);

          if (strcmp (line->text, text) != 0)
            continue;
          if (found != NULL)
            return NULL;
          found = line;
        }
    }
  return found;
}

/* C29: what is filled in shifts no other field: words that stand alone in both stand at one
 * place of the line. */
guint
nst_form_check_places (NstPdf *blank, NstPdf *filled)
{
  guint n = 0;

  for (guint i = 0; i < blank->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (blank->pages, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);
          const NstTextLine *other =
              g_utf8_strlen (line->text, -1) > 4 ? find_only (filled, line->text) : NULL;

          if (other == NULL || fabs (other->size - line->size) > 0.1 ||
              find_only (blank, line->text) == NULL)
            continue;
          n++;
          if (fabs (line->x1 - other->x1) > 0.5)
            fail (i, line, "stands elsewhere when other fields are filled in");
        }
    }
  return n;
}
