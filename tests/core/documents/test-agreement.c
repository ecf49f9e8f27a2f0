/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreement on paper: DOCUMENTS 1 and checks C1–C9, C14–C16, C20, C21. */
#include "config.h"

#include "nst-fixture.h"
#include "nst-pdf-checks.h"

#include <math.h>
#include <string.h>

static NstPdf *
print (NstValue *root, GPtrArray *missing)
{
  g_autoptr (NstPages) pages = nst_fixture_lay_out ("D3", root, missing);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nst_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  return nst_pdf_open (bytes, TRUE);
}

/* Everything that is asked of running text holds for the usual case. */
static void
test_agreement_usual (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NstPdf) pdf = print (root, missing);

  g_assert_cmpuint (missing->len, ==, 0);
  g_assert_cmpuint (pdf->pages->len, >=, 4);
  nst_pdf_check_size (pdf);
  nst_pdf_check_margins (pdf, 30, 200);
  g_assert_cmpuint (nst_pdf_check_justified (pdf, 12), >, 60);
  g_assert_cmpuint (nst_pdf_check_indent (pdf, 12), >=, 60);
  nst_pdf_check_type (pdf, 12, 15);
  nst_pdf_check_fonts (pdf);
  nst_pdf_check_leftovers (pdf);
  nst_pdf_check_numbers (pdf);
  nst_pdf_check_cells (pdf);
  nst_pdf_check_no_break (pdf);
  nst_pdf_check_quotes (pdf);
}

/* Who hears the page hears its words in their order, a line of print a line. */
static void
test_agreement_heard (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstPages) pages = nst_fixture_lay_out ("D3", root, NULL);
  g_autofree char *text = nst_pages_dup_text (pages, 0);
  g_autofree char *last = nst_pages_dup_text (pages, nst_pages_get_count (pages) - 1);

  g_strdelimit (text, "\n", ' ');
  g_assert_true (g_str_has_prefix (text, "СОГЛАШЕНИЕ О МЕНТОРСТВЕ № 34/12"));
  g_assert_nonnull (strstr (text, "«19»"));
  g_assert_nonnull (strstr (text, "в лице директора"));
  g_assert_cmpstr (text, !=, last);
}

/* The model wording of DOCUMENTS 1 with the data put in. */
static void
test_agreement_wording (void)
{
  static const char *const phrases[] = {
    "СОГЛАШЕНИЕ О МЕНТОРСТВЕ № 34/12",
    "«19» ноября 2021 г.",
    "именуемое в дальнейшем «Опытная организация», в лице директора Воронцовой Галины Андреевны, "
    "действующего на основании Устава, с первой стороны,",
    "в лице директора Луговой Ирины Денисовны, действующего на основании Устава, со второй "
    "стороны, и",
    "в лице ректора Савельева Павла Ильича, действующего на основании Устава, с третьей стороны, "
    "совместно именуемые «Стороны», руководствуясь Положением о системе менторства",
    "1.2. Менторство осуществляется по направлению: управление качеством образования.",
    "образуют менторскую группу № 1.",
    "которую утверждает отдел по образованию администрации Дубовского муниципального района.",
    "2.2.2. выбирать по согласованию с развивающейся командой формы и кратность встреч;",
    "Степанцова Дарья Игоревна, 8 (900) 000-00-09, gornobalykley@example.org",
    "в течение 5 (пяти) рабочих дней.",
    "С новым участником заключается новое соглашение, а настоящее Соглашение прекращается. "
    "Период менторства",
    "в течение 3 (трех) лет после прекращения Соглашения.",
    "8.1. Срок менторства – 12 (двенадцать) месяцев: с 1 января 2022 г. по 31 декабря 2022 г.",
    "на период до 12 (двенадцати) месяцев.",
    "В течение 30 (тридцати) дней с момента завершения Программы: а) развивающаяся команда",
    "не менее чем за 30 (тридцать) дней.",
    "9.5. Соглашение составлено в 3 (трех) экземплярах равной юридической силы, по одному для "
    "каждой из Сторон.",
    "10. Реквизиты и подписи Сторон",
  };
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstPdf) pdf = print (root, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    nst_pdf_check_contains (pdf, phrases[i]);
  g_assert_null (strstr (pdf->text, "†"));
}

/* C14: three columns in order, three rules at one level. */
static void
check_three_parties (NstPdf *pdf)
{
  const NstPdfPage *last = g_ptr_array_index (pdf->pages, pdf->pages->len - 1);
  const char *first = strstr (pdf->text, "ИНН 3405000001");
  const char *second = strstr (pdf->text, "ИНН 3405000002");
  const char *third = strstr (pdf->text, "ИНН 3444000003");
  double level = 0;
  guint n = 0;

  g_assert_true (first != NULL && second != NULL && third != NULL);
  for (guint i = 0; i < last->rules->len; i++)
    {
      const NstRuleBox *rule = &g_array_index (last->rules, NstRuleBox, i);

      if (fabs (rule->x2 - rule->x1 - 25) > 0.3)
        continue;
      if (n > 0)
        g_assert_cmpfloat_with_epsilon (rule->y1, level, 0.3);
      level = rule->y1;
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < last->lines->len; i++)
    {
      const NstTextLine *line = g_ptr_array_index (last->lines, i);

      /* Columns are 56 mm wide: a line does not reach into the next one. */
      if (strstr (line->text, "Воронцова") != NULL && line->top > level - 6)
        g_assert_cmpfloat (line->x1, <, 86);
    }
}

static void
test_agreement_parties (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstPdf) pdf = print (root, NULL);

  check_three_parties (pdf);
}

/* F2: the longest names, posts and addresses stay in their places. */
static void
test_agreement_long (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstPdf) pdf = NULL;

  g_assert_cmpint (g_utf8_strlen (nst_fixture_long_name, -1), ==, 160);
  nst_fixture_set_long (root);
  pdf = print (root, NULL);
  nst_pdf_check_margins (pdf, 30, 200);
  nst_pdf_check_cells (pdf);
  nst_pdf_check_justified (pdf, 12);
  nst_pdf_check_contains (pdf, "Муниципальное бюджетное общеобразовательное учреждение «Средняя "
                               "общеобразовательная школа № 12 имени П.П. Заречного» "
                               "Верхнезареченского района Приречной области, именуемое");
  check_three_parties (pdf);
}

/* Where a field is missing the page says which; a rule for the hand is none of these. */
static void
test_agreement_gaps (void)
{
  g_autoptr (NstValue) full = nst_fixture_new ();
  g_autoptr (NstValue) none = nst_value_new_object ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NstPages) known = nst_fixture_lay_out ("D3", full, NULL);
  g_autoptr (NstPages) blank = nst_fixture_lay_out ("D3", none, missing);
  guint found = 0;

  for (guint page = 0; page < nst_pages_get_count (known); page++)
    {
      g_autoptr (GArray) gaps = nst_pages_list_gaps (known, page);

      g_assert_cmpuint (gaps->len, ==, 0);
    }
  for (guint page = 0; page < nst_pages_get_count (blank); page++)
    {
      g_autoptr (GArray) gaps = nst_pages_list_gaps (blank, page);
      double width = 0;
      double height = 0;

      nst_pages_get_size (blank, page, &width, &height);
      for (guint i = 0; i < gaps->len; i++)
        {
          const NstPageGap *gap = &g_array_index (gaps, NstPageGap, i);

          g_assert_cmpuint (gap->missing, <, missing->len);
          g_assert_cmpfloat (gap->x, >=, 0);
          g_assert_cmpfloat (gap->x + gap->width, <=, width);
          g_assert_cmpfloat (gap->y + gap->height, <=, height);
        }
      found += gaps->len;
    }
  g_assert_cmpuint (found, >=, missing->len / 2);
}

/* C29: a form without data prints rules and tells what is missing. */
static void
test_agreement_blank (void)
{
  g_autoptr (NstValue) root = nst_value_new_object ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NstPdf) pdf = print (root, missing);
  const NstPdfPage *first = g_ptr_array_index (pdf->pages, 0);
  guint n = 0;

  g_assert_cmpuint (missing->len, >, 20);
  nst_pdf_check_contains (pdf, "«___» __________ 20___ г.");
  nst_pdf_check_margins (pdf, 30, 200);
  for (guint i = 0; i < first->rules->len; i++)
    {
      const NstRuleBox *rule = &g_array_index (first->rules, NstRuleBox, i);

      n += fabs (rule->x2 - rule->x1 - 120) < 0.3;
    }
  g_assert_cmpuint (n, ==, 3);
}

/* C30: two runs give the same bytes. */
static void
test_agreement_same_bytes (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstPages) first = nst_fixture_lay_out ("D3", root, NULL);
  g_autoptr (NstPages) second = nst_fixture_lay_out ("D3", root, NULL);
  g_autoptr (GBytes) first_bytes = nst_pages_to_pdf (first, NULL);
  g_autoptr (GBytes) second_bytes = nst_pages_to_pdf (second, NULL);

  g_assert_true (g_bytes_equal (first_bytes, second_bytes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

  g_test_add_func ("/documents/agreement/usual", test_agreement_usual);
  g_test_add_func ("/documents/agreement/heard", test_agreement_heard);
  g_test_add_func ("/documents/agreement/wording", test_agreement_wording);
  g_test_add_func ("/documents/agreement/parties", test_agreement_parties);
  g_test_add_func ("/documents/agreement/long", test_agreement_long);
  g_test_add_func ("/documents/agreement/gaps", test_agreement_gaps);
  g_test_add_func ("/documents/agreement/blank", test_agreement_blank);
  g_test_add_func ("/documents/agreement/same-bytes", test_agreement_same_bytes);
  return g_test_run ();
}
