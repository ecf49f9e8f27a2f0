/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typographer (DOCUMENTS 16.4, items 1–6); «⍽» stands for a no-break space. */
#include "config.h"

#include "text/nst-russian.h"

static char *
show (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  return g_strjoinv ("⍽", parts);
}

typedef struct
{
  const char *given;
  const char *expected;
} Sample;

static const Sample samples[] = {
  /* 1 */
  { "Лицей \"Эрудит\"", "Лицей «Эрудит»" },
  { "\"Школа \"Мастер\"\"", "«Школа „Мастер“»" },
  { "«Школа «Мастер»»", "«Школа „Мастер“»" },
  { "«Школа „Мастер“ района»", "«Школа „Мастер“ района»" },
  { "(\"Опыт\")", "(«Опыт»)" },
  { "День \"Команда", "День \"Команда" },
  { "ГАУ ДПО «ВГАПО»", "ГАУ ДПО «ВГАПО»" },
  /* 2 */
  { "№ 5", "№⍽5" },
  { "§ 3", "§⍽3" },
  { "ст. 9 и п. 3.4", "ст.⍽9 и⍽п.⍽3.4" },
  { "г. Волгоград, ул. Мира, д. 19", "г.⍽Волгоград, ул.⍽Мира, д.⍽19" },
  { "2021 г.", "2021⍽г." },
  { "20 мм", "20⍽мм" },
  { "12 месяцев", "12⍽месяцев" },
  { "М.И. Иванова", "М.И.⍽Иванова" },
  { "и. о. директора", "и.⍽о.⍽директора" },
  { "т. е. так", "т.⍽е. так" },
  { "школы и т. д.", "школы и⍽т.⍽д." },
  { "наставник – наставляемый", "наставник⍽– наставляемый" },
  { "в школе и на уроке", "в⍽школе и⍽на⍽уроке" },
  { "В школе от завуча до ректора", "В⍽школе от⍽завуча до⍽ректора" },
  { "29 октября 2021 г.", "29⍽октября⍽2021⍽г." },
  { "Декабрь 2021 г. – ноябрь 2022 г.", "Декабрь 2021⍽г.⍽– ноябрь⍽2022⍽г." },
  /* 3 */
  { "М. И. Иванова", "М.И.⍽Иванова" },
  { "М.И.Иванова", "М.И.⍽Иванова" },
  /* 4 */
  { "руководитель - руководитель", "руководитель⍽– руководитель" },
  { "руководитель — руководитель", "руководитель⍽– руководитель" },
  { "2020-2024", "2020–2024" },
  { "3-12 месяцев", "3–12⍽месяцев" },
  { "5-15.12.21", "5–15.12.21" },
  { "педагог-психолог", "педагог-психолог" },
  { "ГОСТ Р 7.0.97-2016", "ГОСТ Р 7.0.97-2016" },
  { "8 (84458) 1-23-45", "8 (84458) 1-23-45" },
  { "3-х сторонний", "трехсторонний" },
  { "3-х стороннего", "трехстороннего" },
  /* 5 */
  { "N 5", "№⍽5" },
  { "№5", "№⍽5" },
  { "№№ 3, 4", "№⍽3, 4" },
  { "2021–2022гг.", "2021–2022⍽гг." },
  { "83,3%", "83,3⍽%" },
  { "83,3 %", "83,3⍽%" },
  /* 6 */
  { "два  слова", "два слова" },
  { "слово , слово .", "слово, слово." },
  /* further ones of each kind */
  { "МОУ \"СОШ № 3 \"Центр\"\"", "МОУ «СОШ №⍽3 „Центр“»" },
  { "\"Опыт\", \"Рост\"", "«Опыт», «Рост»" },
  { "пп. 3, 4 ст. 12", "пп.⍽3, 4 ст.⍽12" },
  { "ч. 2 п. 3 ст. 9", "ч.⍽2 п.⍽3 ст.⍽9" },
  { "с. Песковатка, р. п. Дубки", "с.⍽Песковатка, р.⍽п.⍽Дубки" },
  { "не позднее 10 дней до срока", "не⍽позднее 10⍽дней до⍽срока" },
  { "из школы за год", "из⍽школы за⍽год" },
  { "2021-2022 гг.", "2021–2022⍽гг." },
  { "N 5-к", "№⍽5-к" },
  { "4-х сторонний", "четырехсторонний" },
  { "Положение, утв. приказом", "Положение, утв. приказом" },
  { "", "" },
};

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *set = nst_russian_typography (samples[i].given, 0);
      g_autofree char *again = nst_russian_typography (set, 0);
      g_autofree char *shown = show (set);

      g_assert_cmpstr (shown, ==, samples[i].expected);
      g_assert_cmpstr (again, ==, set);
    }
}

/* A verbatim row keeps its letters and marks; only its spaces do not break. */
static void
test_verbatim (void)
{
  static const Sample kept[] = {
    { "Заключение 3-х стороннего соглашения", "Заключение 3-х стороннего соглашения" },
    { "супервизии \"на входе\" (в школе)", "супервизии \"на⍽входе\" (в⍽школе)" },
    { "2.»Качество обеспечения ОО»", "2.»Качество обеспечения ОО»" },
    { "Ноябрь 2021 г. - все", "Ноябрь 2021⍽г. - все" },
    { "приказ №181 от 28.10.2021 г.", "приказ №181 от⍽28.10.2021⍽г." },
    { "два  слова , слово", "два  слова , слово" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *set = nst_russian_typography (kept[i].given, NST_TYPOGRAPHY_VERBATIM);
      g_autofree char *shown = show (set);

      g_assert_cmpstr (shown, ==, kept[i].expected);
    }
}

static void
assert_set (const char *given, NstTypography flags, const char *expected)
{
  g_autofree char *set = nst_russian_typography (given, flags);
  g_autofree char *again = nst_russian_typography (set, flags);
  g_autofree char *shown = show (set);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpstr (again, ==, set);
}

/* Item 3, the setting initials_gap. */
static void
test_initials_gap (void)
{
  assert_set ("М.И. Иванова", NST_TYPOGRAPHY_INITIALS_GAP, "М.⍽И.⍽Иванова");
  assert_set ("М. И. Иванова", NST_TYPOGRAPHY_INITIALS_GAP, "М.⍽И.⍽Иванова");
  assert_set ("Иванова М.И.", NST_TYPOGRAPHY_INITIALS_GAP, "Иванова М.⍽И.");
  assert_set ("А. Ким", NST_TYPOGRAPHY_INITIALS_GAP, "А.⍽Ким");
}

/* Item 6: a heading has no full stop at its end, unless it is that of an abbreviation. */
static void
test_heading (void)
{
  assert_set ("Общие положения.", NST_TYPOGRAPHY_HEADING, "Общие положения");
  assert_set ("Приложение № 5.", NST_TYPOGRAPHY_HEADING, "Приложение №⍽5");
  assert_set ("Программа на 2025 г.", NST_TYPOGRAPHY_HEADING, "Программа на⍽2025⍽г.");
  assert_set ("Планы и др.", NST_TYPOGRAPHY_HEADING, "Планы и⍽др.");
  assert_set ("Школа «Мастер».", NST_TYPOGRAPHY_HEADING, "Школа «Мастер»");
  assert_set ("Общие положения.", 0, "Общие положения.");
}

/* Items 1 and 6: what a person is told of a text of her own. */
static void
test_faults (void)
{
  g_assert_cmpint (nst_russian_text_faults ("Школа «Мастер», 2025 г."), ==, 0);
  g_assert_cmpint (nst_russian_text_faults ("Школа «Мастер, 2025 г."), ==, NST_TEXT_FAULT_QUOTE);
  g_assert_cmpint (nst_russian_text_faults ("Школа \"Мастер"), ==, NST_TEXT_FAULT_QUOTE);
  g_assert_cmpint (nst_russian_text_faults ("два  слова"), ==, NST_TEXT_FAULT_SPACES);
  g_assert_cmpint (nst_russian_text_faults ("слово , слово"), ==, NST_TEXT_FAULT_MARK);
  g_assert_cmpint (nst_russian_text_faults ("слово  ."), ==,
                   NST_TEXT_FAULT_SPACES | NST_TEXT_FAULT_MARK);
}

/* Text that is no UTF-8 does not stop the print. */
static void
test_hostile (void)
{
  g_autofree char *set = nst_russian_typography ("\"\377\"", 0);

  g_assert_true (g_utf8_validate (set, -1, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/text/typography/samples", test_samples);
  g_test_add_func ("/text/typography/verbatim", test_verbatim);
  g_test_add_func ("/text/typography/initials-gap", test_initials_gap);
  g_test_add_func ("/text/typography/heading", test_heading);
  g_test_add_func ("/text/typography/faults", test_faults);
  g_test_add_func ("/text/typography/hostile", test_hostile);
  return g_test_run ();
}
