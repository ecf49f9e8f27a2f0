/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acceptance checks on a finished PDF (DOCUMENTS 18). */
#include "config.h"

#include "nst-pdf-checks.h"

#include <glib/gstdio.h>
#include <math.h>
#include <poppler.h>
#include <string.h>
#include <unistd.h>

/* Names of our own: newer versions of Poppler bring cleanup functions for theirs. */
typedef PopplerDocument PdfDocument;
typedef PopplerPage PdfPage;
typedef PopplerFontInfo PdfFontInfo;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfFontInfo, poppler_font_info_free)

#define MM 0.352778
#define TEXT_LEFT 30.0
#define TEXT_RIGHT 200.0
#define INDENT 12.5

static void
free_line (gpointer data)
{
  NstTextLine *line = data;

  g_free (line->text);
  g_free (line);
}

static void
free_page (gpointer data)
{
  NstPdfPage *page = data;

  g_array_unref (page->glyphs);
  g_array_unref (page->rules);
  g_ptr_array_unref (page->lines);
  g_free (page);
}

void
nst_pdf_free (NstPdf *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  g_free (self->path);
  g_free (self->text);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

static void
read_glyphs (NstPdfPage *page, PopplerPage *source)
{
  g_autofree char *text = poppler_page_get_text (source);
  GList *attributes = poppler_page_get_text_attributes (source);
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  guint i = 0;

  g_assert_true (poppler_page_get_text_layout (source, &boxes, &n_boxes));
  for (const char *p = text; *p != '\0' && i < n_boxes; p = g_utf8_next_char (p), i++)
    {
      NstGlyphBox glyph = { g_utf8_get_char (p), boxes[i].x1 * MM, boxes[i].y1 * MM,
                            boxes[i].x2 * MM,    boxes[i].y2 * MM, 0 };

      for (GList *l = attributes; l != NULL; l = l->next)
        {
          const PopplerTextAttributes *style = l->data;

          if ((int) i >= style->start_index && (int) i <= style->end_index)
            glyph.size = style->font_size;
        }
      g_array_append_val (page->glyphs, glyph);
    }
  poppler_page_free_text_attributes (attributes);
  g_free (boxes);
}

/* Straight strokes of the SVG that pdftocairo makes of one page. Cairo 1.18 writes a space after
 * each comma of a matrix, 1.16 does not. */
static void
read_rules (NstPdfPage *page, const char *path, int number)
{
  g_autofree char *first = g_strdup_printf ("%d", number);
  const char *argv[] = { "pdftocairo", "-svg", "-origpagesizes", "-f", first, "-l", first, path,
                         "-",          NULL };
  g_autofree char *svg = NULL;
  g_autoptr (GRegex) pattern = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &svg,
                               NULL, NULL, NULL));
  pattern = g_regex_new (
      "d=\"M ([-\\d.]+) ([-\\d.]+) L ([-\\d.]+) ([-\\d.]+) \" "
      "transform=\"matrix\\(([-\\d.]+), ?0, ?0, ?([-\\d.]+), ?([-\\d.]+), ?([-\\d.]+)\\)\"",
      0, 0, NULL);
  for (g_regex_match (pattern, svg, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      double n[8];
      NstRuleBox rule;

      for (int i = 0; i < 8; i++)
        {
          g_autofree char *word = g_match_info_fetch (match, i + 1);

          n[i] = g_ascii_strtod (word, NULL);
        }
      /* The tool shrinks the sheet a little; the path itself has the true lengths. */
      rule.x1 = n[0] * MM;
      rule.x2 = n[2] * MM;
      rule.y1 = (n[5] > 0 ? n[1] : page->height - n[1]) * MM;
      rule.y2 = (n[5] > 0 ? n[3] : page->height - n[3]) * MM;
      g_array_append_val (page->rules, rule);
    }
}

static gboolean
is_between (const NstPdfPage *page, const NstGlyphBox *left, const NstGlyphBox *right)
{
  double middle = (left->y1 + left->y2) / 2;

  for (guint i = 0; i < page->rules->len; i++)
    {
      const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, i);

      if (fabs (rule->x1 - rule->x2) < 0.01 && rule->x1 > left->x2 - 0.2 &&
          rule->x1 < right->x1 + 0.2 && middle > MIN (rule->y1, rule->y2) &&
          middle < MAX (rule->y1, rule->y2))
        return TRUE;
    }
  return FALSE;
}

static void
finish_line (NstPdfPage *page, NstTextLine **line, GString *text)
{
  if (*line == NULL)
    return;
  (*line)->text = g_strstrip (g_strdup (text->str));
  g_string_truncate (text, 0);
  if (*(*line)->text != '\0')
    g_ptr_array_add (page->lines, *line);
  else
    free_line (*line);
  *line = NULL;
}

static void
build_lines (NstPdfPage *page)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const NstGlyphBox *last = NULL;
  NstTextLine *line = NULL;

  for (guint i = 0; i < page->glyphs->len; i++)
    {
      const NstGlyphBox *glyph = &g_array_index (page->glyphs, NstGlyphBox, i);

      if (glyph->c == '\n')
        {
          finish_line (page, &line, text);
          last = NULL;
          continue;
        }
      if (glyph->c == ' ')
        {
          g_string_append_c (text, ' ');
          continue;
        }
      if (last != NULL && (fabs (glyph->y2 - last->y2) > 1.0 || is_between (page, last, glyph)))
        finish_line (page, &line, text);
      if (line == NULL)
        {
          line = g_new0 (NstTextLine, 1);
          line->x1 = glyph->x1;
          line->top = glyph->y1;
          line->bottom = glyph->y2;
          line->size = glyph->size;
        }
      g_string_append_unichar (text, glyph->c);
      line->x2 = glyph->x2;
      last = glyph;
    }
  finish_line (page, &line, text);
}

static char *
read_text (const char *path)
{
  const char *argv[] = { "pdftotext", path, "-", NULL };
  g_autofree char *text = NULL;
  GString *normal = g_string_new (NULL);

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text,
                               NULL, NULL, NULL));
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean space = *p == ' ' || *p == '\n' || *p == '\f';

      if (!space)
        g_string_append_c (normal, *p);
      else if (normal->len > 0 && normal->str[normal->len - 1] != ' ')
        g_string_append_c (normal, ' ');
    }
  return g_string_free (normal, FALSE);
}

/* Writes the file beside, for the tools that want one; without rules it is much quicker. */
NstPdf *
nst_pdf_open (GBytes *bytes, gboolean rules)
{
  NstPdf *self = g_new0 (NstPdf, 1);
  g_autoptr (PdfDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("nst-XXXXXX.pdf", &self->path, &error);

  g_assert_no_error (error);
  close (file);
  g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  self->pages = g_ptr_array_new_with_free_func (free_page);
  if (rules)
    self->text = read_text (self->path);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PdfPage) source = poppler_document_get_page (document, i);
      NstPdfPage *page = g_new0 (NstPdfPage, 1);

      page->glyphs = g_array_new (FALSE, FALSE, sizeof (NstGlyphBox));
      page->rules = g_array_new (FALSE, FALSE, sizeof (NstRuleBox));
      page->lines = g_ptr_array_new_with_free_func (free_line);
      poppler_page_get_size (source, &page->width, &page->height);
      read_glyphs (page, source);
      if (rules)
        read_rules (page, self->path, i + 1);
      build_lines (page);
      g_ptr_array_add (self->pages, page);
    }
  return self;
}

static gboolean
is_number (const NstTextLine *line)
{
  return line->bottom < 18;
}

static void
fail (guint page, const NstTextLine *line, const char *what)
{
  g_test_message ("page %u, %.1f mm: %s: “%s” %.2f–%.2f mm", page + 1, line->top, what,
                  line->text, line->x1, line->x2);
  g_test_fail ();
}

void
nst_pdf_check_size (NstPdf *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (self->pages, i);

      g_assert_cmpfloat_with_epsilon (page->width, 595.28, 0.5);
      g_assert_cmpfloat_with_epsilon (page->height, 841.89, 0.5);
    }
}

void
nst_pdf_check_margins (NstPdf *self, double left, double right)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);

          if (is_number (line))
            continue;
          if (line->x1 < left - 0.5 || line->x2 > right + 0.5)
            fail (i, line, "outside of the side margins");
          if (line->top < 20 - 0.5 || line->bottom > 277 + 0.5)
            fail (i, line, "outside of the upper and lower margins");
        }
    }
}

/* A rule to write on follows on the same line: what stands before it does not end the line. */
static gboolean
is_before_rule (const NstPdfPage *page, const NstTextLine *line)
{
  for (guint i = 0; i < page->rules->len; i++)
    {
      const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, i);
      double start = MIN (rule->x1, rule->x2);

      if (fabs (rule->y1 - rule->y2) < 0.01 && start > line->x2 - 0.5 && start < line->x2 + 15 &&
          rule->y1 > line->top && rule->y1 < line->bottom + 2)
        return TRUE;
    }
  return FALSE;
}

/* Lines of running text that go on below: the next one begins at the margin. A paragraph of
 * it begins with an indent. */
guint
nst_pdf_check_justified (NstPdf *self, double size)
{
  guint n = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (self->pages, i);
      gboolean in_body = FALSE;

      for (guint k = 0; k + 1 < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);
          const NstTextLine *next = g_ptr_array_index (page->lines, k + 1);
          gboolean right_size = fabs (line->size - size) < 0.1 && fabs (next->size - size) < 0.1;

          if (fabs (line->x1 - TEXT_LEFT - INDENT) < 0.4)
            in_body = TRUE;
          if (!in_body || !right_size || fabs (next->x1 - TEXT_LEFT) > 0.4 ||
              next->bottom - line->bottom > size * 1.35 * MM || next->bottom - line->bottom < 1)
            {
              in_body = FALSE;
              continue;
            }
          n++;
          if (fabs (line->x2 - TEXT_RIGHT) > 0.5 && !is_before_rule (page, line))
            fail (i, line, "not justified");
        }
    }
  return n;
}

guint
nst_pdf_check_indent (NstPdf *self, double size)
{
  guint n = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);

          if (fabs (line->size - size) > 0.1 || line->x1 < 35 || line->x1 > 50 ||
              fabs ((line->x1 + line->x2) / 2 - 115) < 1)
            continue;
          n++;
          if (fabs (line->x1 - 42.5) > 0.5)
            fail (i, line, "wrong indent");
        }
    }
  return n;
}

void
nst_pdf_check_type (NstPdf *self, double size, double pitch)
{
  guint n_body = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);
          const NstTextLine *next =
              k + 1 < page->lines->len ? g_ptr_array_index (page->lines, k + 1) : NULL;
          double distance = next != NULL ? (next->bottom - line->bottom) / MM : 0;

          if (line->size < 9 - 0.01)
            fail (i, line, "type under 9 pt");
          if (fabs (line->size - size) > 0.1 || is_number (line))
            continue;
          n_body++;
          if (next != NULL && fabs (next->x1 - TEXT_LEFT) < 0.4 &&
              fabs (next->size - size) < 0.1 && distance > 1 && distance < pitch * 1.4 &&
              fabs (distance - pitch) > 0.3)
            fail (i, line, "wrong pitch");
        }
    }
  g_assert_cmpuint (n_body, >, 5);
}

void
nst_pdf_check_fonts (NstPdf *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
  g_autoptr (PdfDocument) document = poppler_document_new_from_file (uri, NULL, &error);
  g_autoptr (PdfFontInfo) info = NULL;
  PopplerFontsIter *fonts = NULL;
  guint n = 0;

  g_assert_no_error (error);
  info = poppler_font_info_new (document);
  while (poppler_font_info_scan (info, 100, &fonts))
    {
      do
        {
          const char *name = poppler_fonts_iter_get_name (fonts);

          n++;
          g_assert_true (poppler_fonts_iter_is_embedded (fonts));
          g_assert_true (poppler_fonts_iter_is_subset (fonts));
          g_assert_cmpint (poppler_fonts_iter_get_font_type (fonts), !=, POPPLER_FONT_TYPE_TYPE3);
          g_assert_true (g_str_has_prefix (name, "LiberationSerif"));
        }
      while (poppler_fonts_iter_next (fonts));
      poppler_fonts_iter_free (fonts);
    }
  g_assert_cmpuint (n, >, 0);
}

void
nst_pdf_check_contains (NstPdf *self, const char *phrase)
{
  if (strstr (self->text, phrase) != NULL)
    return;
  g_test_message ("not in the text: “%s”", phrase);
  g_test_fail ();
}

void
nst_pdf_check_leftovers (NstPdf *self)
{
  static const char *const bad[] = { "{",    "}",         "⟦",        "⟧",   "None",
                                     "null", "undefined", "0 (ноль)", ", ,", "()",
                                     "..",   "\u00ad",    "\ufffd" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      if (strstr (self->text, bad[i]) == NULL)
        continue;
      g_test_message ("left over: “%s”", bad[i]);
      g_test_fail ();
    }
}

void
nst_pdf_check_numbers (NstPdf *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (self->pages, i);
      g_autofree char *expected = g_strdup_printf ("%u", i + 1);
      guint n = 0;
      double text_top = 300;
      double bottom = 0;

      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);

          if (!is_number (line))
            {
              text_top = MIN (text_top, line->top);
              continue;
            }
          n++;
          g_assert_cmpstr (line->text, ==, expected);
          g_assert_cmpfloat_with_epsilon ((line->x1 + line->x2) / 2, 115, 1.0);
          /* Digits reach 0.66 of the size above the baseline, which lies at 14 mm. */
          g_assert_cmpfloat (14 - 0.66 * 12 * MM, >=, 10);
          bottom = 14;
        }
      g_assert_cmpuint (n, ==, i == 0 ? 0 : 1);
      g_assert_cmpfloat (text_top - bottom, >=, 3);
    }
}

/* No glyph crosses an upright rule, and none lies on its neighbour. */
void
nst_pdf_check_cells (NstPdf *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (self->pages, i);
      const NstGlyphBox *last = NULL;

      for (guint k = 0; k < page->glyphs->len; k++)
        {
          const NstGlyphBox *glyph = &g_array_index (page->glyphs, NstGlyphBox, k);
          double middle = (glyph->y1 + glyph->y2) / 2;

          if (glyph->c == '\n' || glyph->c == ' ')
            continue;
          for (guint r = 0; r < page->rules->len; r++)
            {
              const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, r);

              if (fabs (rule->x1 - rule->x2) < 0.01 && middle > MIN (rule->y1, rule->y2) &&
                  middle < MAX (rule->y1, rule->y2) && glyph->x1 < rule->x1 - 0.2 &&
                  glyph->x2 > rule->x1 + 0.2)
                {
                  g_test_message ("page %u: a glyph at %.1f, %.1f mm crosses a rule", i + 1,
                                  glyph->x1, glyph->y1);
                  g_test_fail ();
                }
            }
          if (last != NULL && fabs (last->y2 - glyph->y2) < 0.5 && glyph->x1 < last->x2 - 0.5 &&
              glyph->x2 > last->x1 + 0.5)
            {
              g_test_message ("page %u: glyphs at %.1f, %.1f mm overlap", i + 1, glyph->x1,
                              glyph->y1);
              g_test_fail ();
            }
          last = glyph;
        }
    }
}

/* A wide gap of a justified line is no end of it; a rule of a table is. */
static gboolean
goes_on (const NstPdfPage *page, const NstTextLine *line)
{
  double start = 1000;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const NstTextLine *other = g_ptr_array_index (page->lines, i);

      if (fabs (other->bottom - line->bottom) < 0.3 && other->x1 > line->x2)
        start = MIN (start, other->x1);
    }
  for (guint i = 0; i < page->rules->len; i++)
    {
      const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, i);

      if (fabs (rule->x1 - rule->x2) < 0.01 && rule->x1 > line->x2 - 1 && rule->x1 < start &&
          MIN (rule->y1, rule->y2) < line->bottom && MAX (rule->y1, rule->y2) > line->top)
        return FALSE;
    }
  return start < line->x2 + 12;
}

/* A dash between words never begins a line; one that begins a list's item does. */
static gboolean
begins_badly (const NstTextLine *last, const NstTextLine *line)
{
  /* Alone in a cell it says that there is nothing; before digits it is a minus. */
  if (!g_regex_match_simple ("^(–|- )(?!\\d|$)", line->text, 0, 0))
    return FALSE;
  return last != NULL && fabs (last->x1 - line->x1) < 0.5 && line->top - last->top < 10 &&
         !g_regex_match_simple ("[;:.]$", last->text, 0, 0);
}

void
nst_pdf_check_no_break (NstPdf *self)
{
  g_autoptr (GRegex) end =
      g_regex_new ("(^|[\\s(«])([№§]|г\\.|ул\\.|(?<!\\p{Ll}[\\s\\x{a0}])(\\p{Lu}\\.){1,2}|"
                   "[вокуиасяВОКУИАС])$",
                   0, 0, NULL);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);
          const NstTextLine *next =
              k + 1 < page->lines->len ? g_ptr_array_index (page->lines, k + 1) : NULL;
          gboolean paragraph_ends = strcmp (line->text, "М.П.") == 0 ||
                                    strcmp (line->text, "№") == 0 ||
                                    (next != NULL && next->x1 > line->x1 + 10);

          /* «2022 г.» and «Иванова М.И.» may well end a line, and «№» stands over «п/п» in a
           * narrow head. */
          if (!paragraph_ends && g_regex_match (end, line->text, 0, NULL) &&
              !is_before_rule (page, line) && !goes_on (page, line) &&
              !g_regex_match_simple ("[\\d_][\\s\\x{a0}]г\\.$", line->text, 0, 0))
            fail (i, line, "ends badly");
          if (begins_badly (k > 0 ? g_ptr_array_index (page->lines, k - 1) : NULL, line))
            fail (i, line, "begins with a dash");
        }
    }
}

void
nst_pdf_check_quotes (NstPdf *self)
{
  gsize n[4] = { 0 };
  static const char *const marks[] = { "«", "»", "„", "“" };

  if (strchr (self->text, '"') != NULL)
    {
      g_test_message ("straight quotation marks");
      g_test_fail ();
    }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (const char *p = strstr (self->text, marks[i]); p != NULL; p = strstr (p + 1, marks[i]))
      n[i]++;
  g_assert_cmpuint (n[0], ==, n[1]);
  g_assert_cmpuint (n[2], ==, n[3]);
}

/* The first line of a page below its number. */
const NstTextLine *
nst_pdf_get_first_line (const NstPdfPage *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const NstTextLine *line = g_ptr_array_index (page->lines, i);

      if (!is_number (line))
        return line;
    }
  return NULL;
}

guint
nst_pdf_count_lines (const NstPdfPage *page, const char *needle)
{
  guint n = 0;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const NstTextLine *line = g_ptr_array_index (page->lines, i);

      n += strstr (line->text, needle) != NULL;
    }
  return n;
}
