/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of 1,100 rows as DOCX and ODT against the same markup put together by hand, paired. */
#include "config.h"

#include "documents/nst-docx.h"
#include "documents/nst-odt.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 41
#define ROWS 1100
#define COLUMNS 4

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static const double widths[COLUMNS] = { 15, 75, 25, 55 };

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
median (double *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

static char *
make_cell (GRand *random, guint row, guint column)
{
  static const char *const works[] = { "Встреча с наставляемым", "Посещение урока",
                                       "Анализ занятия", "Консультация по документации" };
  static const char *const names[] = { "Иванова Анна Петровна", "Сидорова Мария Сергеевна",
                                       "Кузнецова Елена Ивановна", "Попова Ольга Николаевна" };

  if (column == 0)
    return g_strdup_printf ("%u", row + 1);
  if (column == 1)
    return g_strdup_printf ("%s № %d", works[g_rand_int_range (random, 0, 4)],
                            g_rand_int_range (random, 1, 400));
  if (column == 2)
    return g_strdup_printf ("%02d.%02d.2026", g_rand_int_range (random, 1, 28),
                            g_rand_int_range (random, 1, 13));
  return g_strdup (names[g_rand_int_range (random, 0, 4)]);
}

static GPtrArray *
make_cells (void)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GRand *random = g_rand_new_with_seed (1);

  for (guint i = 0; i < ROWS * COLUMNS; i++)
    g_ptr_array_add (cells, make_cell (random, i / COLUMNS, i % COLUMNS));
  g_rand_free (random);
  return cells;
}

static NstTree *
make_tree (GPtrArray *cells)
{
  NstTree *tree = nst_tree_new ();
  NstTable *table = nst_tree_add_table (tree->blocks);

  g_array_append_vals (table->columns, widths, COLUMNS);
  for (guint i = 0; i < ROWS; i++)
    {
      NstRow *row = nst_table_add_row (table, FALSE);

      for (guint k = 0; k < COLUMNS; k++)
        {
          NstCell *cell = nst_row_add_cell (row, 1);
          NstParagraph *paragraph = nst_tree_add_paragraph (cell->blocks, 12, 15);

          paragraph->align = NST_ALIGN_LEFT;
          nst_paragraph_add_text (paragraph, g_ptr_array_index (cells, i * COLUMNS + k), 0);
        }
    }
  return tree;
}

static la_ssize_t
append_cb (struct archive *archive G_GNUC_UNUSED, void *data, const void *part, size_t length)
{
  g_byte_array_append (data, part, (guint) length);
  return (la_ssize_t) length;
}

static void
add_part (struct archive *archive, const char *name, const char *content)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) strlen (content));
  archive_write_header (archive, entry);
  archive_write_data (archive, content, strlen (content));
  archive_entry_free (entry);
}

/* What the file cannot do without: text, table, packing. */
static GBytes *
write_floor (GPtrArray *cells)
{
  struct archive *archive = archive_write_new ();
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
                                          "xmlns:w=\"" W "\"><w:body><w:tbl>");

  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *text = g_markup_escape_text (g_ptr_array_index (cells, i), -1);

      if (i % COLUMNS == 0)
        g_string_append (xml, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
      g_string_append_printf (xml,
                              "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr><w:p>"
                              "<w:pPr><w:pStyle w:val=\"TableContents\"/></w:pPr><w:r><w:t>%s"
                              "</w:t></w:r></w:p></w:tc>",
                              (int) (widths[i % COLUMNS] * 56.7), text);
      if (i % COLUMNS == COLUMNS - 1)
        g_string_append (xml, "</w:tr>");
    }
  g_string_append (xml, "</w:tbl><w:p/></w:body></w:document>");
  archive_write_set_format_zip (archive);
  archive_write_open (archive, bytes, NULL, append_cb, NULL);
  add_part (archive, "word/document.xml", xml->str);
  archive_write_close (archive);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (void)
{
  g_autoptr (GPtrArray) cells = make_cells ();
  g_autoptr (NstTree) tree = make_tree (cells);
  double floors[ROUNDS];
  double docx[ROUNDS];
  double odt[ROUNDS];
  gsize sizes[3] = { 0 };

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GBytes) first = write_floor (cells);
      g_autoptr (GBytes) second = NULL;
      g_autoptr (GBytes) third = NULL;

      floors[i] = since (start);
      start = g_get_monotonic_time ();
      second = nst_docx_from_tree (tree, NULL);
      docx[i] = since (start);
      start = g_get_monotonic_time ();
      third = nst_odt_from_tree (tree, NULL);
      odt[i] = since (start);
      if (second == NULL || third == NULL)
        return 1;
      sizes[0] = g_bytes_get_size (first);
      sizes[1] = g_bytes_get_size (second);
      sizes[2] = g_bytes_get_size (third);
    }
  printf ("floor %.1f ms, %zu KB; docx %.1f ms, %zu KB, %.2f floors; odt %.1f ms, %zu KB, "
          "%.2f floors\n",
          median (floors), sizes[0] / 1024, median (docx), sizes[1] / 1024,
          median (docx) / median (floors), median (odt), sizes[2] / 1024,
          median (odt) / median (floors));
  return 0;
}
