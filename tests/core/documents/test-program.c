/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programme and the note on paper: tables over pages, checks C1, C2, C6–C10, C12, C16. */
#include "config.h"

#include "nst-fixture.h"
#include "nst-pdf-checks.h"

#include <math.h>
#include <string.h>

static NstPdf *
print (const char *file, NstValue *root)
{
  g_autoptr (NstPages) pages = nst_fixture_lay_out (file, root, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nst_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  return nst_pdf_open (bytes, TRUE);
}

static void
check_common (NstPdf *pdf)
{
  nst_pdf_check_size (pdf);
  nst_pdf_check_margins (pdf, 30, 200);
  nst_pdf_check_fonts (pdf);
  nst_pdf_check_leftovers (pdf);
  nst_pdf_check_numbers (pdf);
  nst_pdf_check_cells (pdf);
}

/* Position and widths of the plan's columns: 10 + 76 + 28 + 31 + 25 mm from 30 mm (C11). */
static void
check_columns (const NstPdfPage *page)
{
  static const double edges[] = { 30, 40, 116, 144, 175, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      gboolean found = FALSE;

      for (guint r = 0; r < page->rules->len && !found; r++)
        {
          const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, r);

          found = fabs (rule->x1 - rule->x2) < 0.01 && fabs (rule->x1 - edges[i]) < 0.5;
        }
      g_assert_true (found);
    }
}

/* C10: every page on which the plan goes on begins with its header. */
static void
check_header (NstPdf *pdf, guint first_page)
{
  for (guint i = first_page; i < pdf->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (pdf->pages, i);

      if (nst_pdf_count_lines (page, "Опытная") == 0)
        continue;
      g_assert_cmpuint (nst_pdf_count_lines (page, "Мероприятия"), ==, 1);
      g_assert_cmpuint (nst_pdf_count_lines (page, "Ответственные"), ==, 1);
      if (i > first_page)
        g_assert_cmpfloat (nst_pdf_get_first_line (page)->top, <, 26);
      check_columns (page);
    }
}

/* Eight rows of general data, stages, eighteen activities, marks, three signatures. */
static void
test_program_usual (void)
{
  static const char *const phrases[] = {
    "УТВЕРЖДАЮ Заместитель начальника отдела по образованию",
    "«17» декабря 2021 г.",
    "менторская группа № 1 · соглашение о менторстве от 19.11.2021 № 34/12",
    "Направление/направления менторства",
    "Муниципальный куратор",
    "I. Организационный этап (ноябрь 2021 г.):",
    "II. Практический этап (декабрь 2021 г. – ноябрь 2022 г.):",
    "III. Заключительный этап (ноябрь-декабрь 2022 г.):",
    "Лугова Ирина Денисовна",
    "8 (900) 000-00-07",
    "Руководитель опытной управленческой команды, директор",
    "Координатор, специалист ВГАПО",
  };
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstPdf) pdf = print ("D5", root);

  check_common (pdf);
  check_header (pdf, 1);
  nst_pdf_check_no_break (pdf);
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    nst_pdf_check_contains (pdf, phrases[i]);
  g_assert_nonnull (strstr (pdf->text, "Выполнено 26.11.2021"));
  g_assert_nonnull (strstr (pdf->text, "карантин"));
}

/* C17: the approval stands in the right corner, 80 mm wide at most. */
static void
test_program_grif (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstPdf) pdf = print ("D5", root);
  const NstTextLine *line = nst_pdf_get_first_line (g_ptr_array_index (pdf->pages, 0));

  g_assert_cmpstr (line->text, ==, "УТВЕРЖДАЮ");
  g_assert_cmpfloat_with_epsilon (line->x1, 120, 0.3);
}

/* F4, F5 and F2 together: sixty activities, two of 900 letters, twelve people, long names. */
static void
test_program_long (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstPdf) pdf = NULL;

  nst_fixture_set_activities (root, 60, 2);
  nst_fixture_set_members (root, 12);
  nst_fixture_set_long (root);
  pdf = print ("D5", root);
  check_common (pdf);
  check_header (pdf, 3);
  nst_pdf_check_contains (pdf, "Константиновна");
  g_assert_cmpuint (pdf->pages->len, >, 8);
}

/* The shares of 17.4 add up to the whole, the tables have their headers on each page. */
static void
test_note_usual (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstPdf) pdf = print ("D6", root);

  check_common (pdf);
  nst_pdf_check_justified (pdf, 14);
  nst_pdf_check_indent (pdf, 14);
  nst_pdf_check_type (pdf, 14, 18);
  nst_pdf_check_contains (pdf,
                          "Период: январь – декабрь 2022 г. Направление: управление качеством "
                          "образования. Опытная команда: Муниципальное казенное");
  nst_pdf_check_contains (pdf,
                          "Программой предусмотрено 18 (восемнадцать) мероприятий. Выполнено "
                          "14, что составляет 77,8 %; не выполнено 4, или 22,2 %.");
  nst_pdf_check_contains (pdf, "Таблица 2 – Невыполненные мероприятия");
  nst_pdf_check_contains (pdf, "3. Общие выводы. Цели программы достигнуты.");
  nst_pdf_check_contains (pdf, "И.Д. Лугова");
}

/* An empty second table is one sentence of the scheme. */
static void
test_note_all_done (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstValue) outcome = nst_fixture_dup (root, "outcome");
  g_autoptr (NstPdf) pdf = NULL;

  nst_value_take (outcome, "failed-rows", nst_value_new_list ());
  pdf = print ("D6", root);
  nst_pdf_check_contains (pdf, "Все мероприятия программы выполнены.");
  g_assert_null (strstr (pdf->text, "Таблица 2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

  g_test_add_func ("/documents/program/usual", test_program_usual);
  g_test_add_func ("/documents/program/grif", test_program_grif);
  g_test_add_func ("/documents/program/long", test_program_long);
  g_test_add_func ("/documents/note/usual", test_note_usual);
  g_test_add_func ("/documents/note/all-done", test_note_all_done);
  return g_test_run ();
}
