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
  { "", "" },
};

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *set = nst_russian_typography (samples[i].given, FALSE);
      g_autofree char *again = nst_russian_typography (set, FALSE);
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
      g_autofree char *set = nst_russian_typography (kept[i].given, TRUE);
      g_autofree char *shown = show (set);

      g_assert_cmpstr (shown, ==, kept[i].expected);
    }
}

/* Text that is no UTF-8 does not stop the print. */
static void
test_hostile (void)
{
  g_autofree char *set = nst_russian_typography ("\"\377\"", FALSE);

  g_assert_true (g_utf8_validate (set, -1, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/text/typography/samples", test_samples);
  g_test_add_func ("/text/typography/verbatim", test_verbatim);
  g_test_add_func ("/text/typography/hostile", test_hostile);
  return g_test_run ();
}
