/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in cases: the list of DOCUMENTS 15.7, its examples, and the people of DOMAIN 17. */
#include "config.h"

#include "text/nst-grammar.h"

#include <string.h>

typedef struct
{
  NstGrammar *grammar;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  f->grammar = nst_grammar_new (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->grammar);
}

/* A name part, its sex, and its genitive, dative and instrumental. */
typedef struct
{
  const char *word;
  const char *sex;
  const char *forms[3];
} Sample;

static const NstCase cases[] = { NST_CASE_GEN, NST_CASE_DAT, NST_CASE_INS };

static const Sample surnames[] = {
  { "Иванов", "m", { "Иванова", "Иванову", "Ивановым" } },
  { "Иванова", "f", { "Ивановой", "Ивановой", "Ивановой" } },
  { "Ковалёв", "m", { "Ковалёва", "Ковалёву", "Ковалёвым" } },
  { "Птицына", "f", { "Птицыной", "Птицыной", "Птицыной" } },
  { "Грин", "m", { "Грина", "Грину", "Грином" } },
  { "Грин", "f", { "Грин", "Грин", "Грин" } },
  { "Чаплин", "m", { "Чаплина", "Чаплину", "Чаплином" } },
  { "Вольский", "m", { "Вольского", "Вольскому", "Вольским" } },
  { "Вольская", "f", { "Вольской", "Вольской", "Вольской" } },
  { "Толстой", "m", { "Толстого", "Толстому", "Толстым" } },
  { "Горячий", "m", { "Горячего", "Горячему", "Горячим" } },
  { "Осадчая", "f", { "Осадчей", "Осадчей", "Осадчей" } },
  { "Береговой", "m", { "Берегового", "Береговому", "Береговым" } },
  { "Черных", "m", { "Черных", "Черных", "Черных" } },
  { "Черных", "f", { "Черных", "Черных", "Черных" } },
  { "Долгих", "f", { "Долгих", "Долгих", "Долгих" } },
  { "Эрих", "m", { "Эриха", "Эриху", "Эрихом" } },
  { "Коваленко", "m", { "Коваленко", "Коваленко", "Коваленко" } },
  { "Коваленко", "f", { "Коваленко", "Коваленко", "Коваленко" } },
  { "Дурново", "m", { "Дурново", "Дурново", "Дурново" } },
  { "Живаго", "m", { "Живаго", "Живаго", "Живаго" } },
  { "Шевчук", "m", { "Шевчука", "Шевчуку", "Шевчуком" } },
  { "Шевчук", "f", { "Шевчук", "Шевчук", "Шевчук" } },
  { "Долгих", "m", { "Долгих", "Долгих", "Долгих" } },
  { "Рябина", "f", { "Рябиной", "Рябиной", "Рябиной" } },
  { "Щербина", "f", { "Щербины", "Щербине", "Щербиной" } },
  { "Кузнец", "m", { "Кузнеца", "Кузнецу", "Кузнецом" } },
  { "Фрейндлих", "m", { "Фрейндлиха", "Фрейндлиху", "Фрейндлихом" } },
  { "Волчок", "m", { "Волчка", "Волчку", "Волчком" } },
  { "Гончар", "f", { "Гончар", "Гончар", "Гончар" } },
  { "Бабич", "m", { "Бабича", "Бабичу", "Бабичем" } },
  { "Коваль", "m", { "Коваля", "Ковалю", "Ковалем" } },
  { "Коваль", "f", { "Коваль", "Коваль", "Коваль" } },
  { "Соловей", "m", { "Соловья", "Соловью", "Соловьём" } },
  { "Кравец", "m", { "Кравца", "Кравцу", "Кравцом" } },
  { "Сорока", "m", { "Сороки", "Сороке", "Сорокой" } },
  { "Сорока", "f", { "Сороки", "Сороке", "Сорокой" } },
  { "Шульга", "f", { "Шульги", "Шульге", "Шульгой" } },
  { "Данелия", "m", { "Данелии", "Данелии", "Данелией" } },
  { "Данелия", "f", { "Данелии", "Данелии", "Данелией" } },
  { "Мазепа", "m", { "Мазепы", "Мазепе", "Мазепой" } },
  { "Окуджава", "m", { "Окуджавы", "Окуджаве", "Окуджавой" } },
  { "Дюма", "m", { "Дюма", "Дюма", "Дюма" } },
  { "Петипа", "m", { "Петипа", "Петипа", "Петипа" } },
  { "Гейне", "m", { "Гейне", "Гейне", "Гейне" } },
  { "Гулиа", "m", { "Гулиа", "Гулиа", "Гулиа" } },
  { "Мегре", "m", { "Мегре", "Мегре", "Мегре" } },
  { "Мкртчян", "m", { "Мкртчяна", "Мкртчяну", "Мкртчяном" } },
  { "Мкртчян", "f", { "Мкртчян", "Мкртчян", "Мкртчян" } },
  { "Ким", "m", { "Кима", "Киму", "Кимом" } },
  { "Цой", "m", { "Цоя", "Цою", "Цоем" } },
  { "Цой", "f", { "Цой", "Цой", "Цой" } },
  { "Шмидт", "f", { "Шмидт", "Шмидт", "Шмидт" } },
  { "Король", "m", { "Короля", "Королю", "Королём" } },
  { "Салтыков-Щедрин", "m", { "Салтыкова-Щедрина", "Салтыкову-Щедрину", "Салтыковым-Щедриным" } },
  { "Сидорова-Петрова",
    "f",
    { "Сидоровой-Петровой", "Сидоровой-Петровой", "Сидоровой-Петровой" } },
  { "Мельник-Соколова", "f", { "Мельник-Соколовой", "Мельник-Соколовой", "Мельник-Соколовой" } },
  { "Бонч-Бруевич", "m", { "Бонч-Бруевича", "Бонч-Бруевичу", "Бонч-Бруевичем" } },
  { "Тер-Петросян", "m", { "Тер-Петросяна", "Тер-Петросяну", "Тер-Петросяном" } },
  { "Соколов-Скаля", "m", { "Соколова-Скаля", "Соколову-Скаля", "Соколовым-Скаля" } },
  { "ван Дейк", "m", { "ван Дейка", "ван Дейку", "ван Дейком" } },
  { "Салтыков\342\200\221Щедрин",
    "m",
    { "Салтыкова\342\200\221Щедрина", "Салтыкову\342\200\221Щедрину",
      "Салтыковым\342\200\221Щедриным" } },
  { "ИВАНОВ", "m", { "ИВАНОВА", "ИВАНОВУ", "ИВАНОВЫМ" } },
};

static const Sample first_names[] = {
  { "Мария", "f", { "Марии", "Марии", "Марией" } },
  { "Наталья", "f", { "Натальи", "Наталье", "Натальей" } },
  { "Любовь", "f", { "Любови", "Любови", "Любовью" } },
  { "Юлия", "f", { "Юлии", "Юлии", "Юлией" } },
  { "Софья", "f", { "Софьи", "Софье", "Софьей" } },
  { "Эмма", "f", { "Эммы", "Эмме", "Эммой" } },
  { "Лев", "m", { "Льва", "Льву", "Львом" } },
  { "Павел", "m", { "Павла", "Павлу", "Павлом" } },
  { "Пётр", "m", { "Петра", "Петру", "Петром" } },
  { "Петр", "m", { "Петра", "Петру", "Петром" } },
  { "Илья", "m", { "Ильи", "Илье", "Ильёй" } },
  { "Никита", "m", { "Никиты", "Никите", "Никитой" } },
  { "Игорь", "m", { "Игоря", "Игорю", "Игорем" } },
  { "Юрий", "m", { "Юрия", "Юрию", "Юрием" } },
  { "Дмитрий", "m", { "Дмитрия", "Дмитрию", "Дмитрием" } },
  { "Айгуль", "f", { "Айгуль", "Айгуль", "Айгуль" } },
  { "Гузель", "f", { "Гузель", "Гузель", "Гузель" } },
};

static const Sample patronymics[] = {
  { "Игоревна", "f", { "Игоревны", "Игоревне", "Игоревной" } },
  { "Ильинична", "f", { "Ильиничны", "Ильиничне", "Ильиничной" } },
  { "Ильич", "m", { "Ильича", "Ильичу", "Ильичом" } },
  { "Кузьмич", "m", { "Кузьмича", "Кузьмичу", "Кузьмичом" } },
  { "Лукич", "m", { "Лукича", "Лукичу", "Лукичом" } },
  { "Никитич", "m", { "Никитича", "Никитичу", "Никитичем" } },
  { "Сергеевич", "m", { "Сергеевича", "Сергеевичу", "Сергеевичем" } },
  { "Мамед оглы", "m", { "Мамед оглы", "Мамед оглы", "Мамед оглы" } },
};

/* C18, «назначить»: the accusative of the list of 15.7. */
static const char *const accusatives[][3] = {
  { "Иванов", "m", "Иванова" },
  { "Иванова", "f", "Иванову" },
  { "Ковалёв", "m", "Ковалёва" },
  { "Птицына", "f", "Птицыну" },
  { "Грин", "m", "Грина" },
  { "Вольский", "m", "Вольского" },
  { "Вольская", "f", "Вольскую" },
  { "Толстой", "m", "Толстого" },
  { "Горячий", "m", "Горячего" },
  { "Осадчая", "f", "Осадчую" },
  { "Береговой", "m", "Берегового" },
  { "Черных", "m", "Черных" },
  { "Черных", "f", "Черных" },
  { "Долгих", "f", "Долгих" },
  { "Коваленко", "m", "Коваленко" },
  { "Коваленко", "f", "Коваленко" },
  { "Дурново", "m", "Дурново" },
  { "Живаго", "m", "Живаго" },
  { "Шевчук", "m", "Шевчука" },
  { "Шевчук", "f", "Шевчук" },
  { "Гончар", "f", "Гончар" },
  { "Бабич", "m", "Бабича" },
  { "Коваль", "m", "Коваля" },
  { "Коваль", "f", "Коваль" },
  { "Соловей", "m", "Соловья" },
  { "Кравец", "m", "Кравца" },
  { "Сорока", "m", "Сороку" },
  { "Сорока", "f", "Сороку" },
  { "Шульга", "f", "Шульгу" },
  { "Данелия", "m", "Данелию" },
  { "Дюма", "m", "Дюма" },
  { "Гейне", "m", "Гейне" },
  { "Гулиа", "m", "Гулиа" },
  { "Мкртчян", "m", "Мкртчяна" },
  { "Мкртчян", "f", "Мкртчян" },
  { "Ким", "m", "Кима" },
  { "Цой", "m", "Цоя" },
  { "Цой", "f", "Цой" },
  { "Шмидт", "f", "Шмидт" },
  { "Салтыков-Щедрин", "m", "Салтыкова-Щедрина" },
  { "Сидорова-Петрова", "f", "Сидорову-Петрову" },
  { "Мельник-Соколова", "f", "Мельник-Соколову" },
  { "Бонч-Бруевич", "m", "Бонч-Бруевича" },
  { "Тер-Петросян", "m", "Тер-Петросяна" },
  { "Соколов-Скаля", "m", "Соколова-Скаля" },
};

static void
test_accusatives (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < G_N_ELEMENTS (accusatives); i++)
    {
      g_autofree char *form = nst_grammar_decline_name (f->grammar, accusatives[i][0], NULL, NULL,
                                                        accusatives[i][1], NST_CASE_ACC, NULL);

      g_assert_cmpstr (form, ==, accusatives[i][2]);
    }
}

static void
check_samples (Fixture *f, const Sample *samples, guint count, guint part)
{
  for (guint i = 0; i < count; i++)
    for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
      {
        const char *word = samples[i].word;
        g_autofree char *form =
            nst_grammar_decline_name (f->grammar, part == 0 ? word : NULL,
                                      part == 1 ? word : NULL, part == 2 ? word : NULL,
                                      samples[i].sex, cases[c], NULL);

        g_assert_cmpstr (form, ==, samples[i].forms[c]);
      }
}

static void
test_surnames (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  check_samples (f, surnames, G_N_ELEMENTS (surnames), 0);
}

static void
test_first_names (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  check_samples (f, first_names, G_N_ELEMENTS (first_names), 1);
}

static void
test_patronymics (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  check_samples (f, patronymics, G_N_ELEMENTS (patronymics), 2);
}

/* Surname, first name, patronymic, case, expected. */
typedef struct
{
  const char *names[3];
  NstCase to;
  const char *expected;
} Person;

static const Person people[] = {
  { { "Иванова", "Мария", "Игоревна" }, NST_CASE_GEN, "Ивановой Марии Игоревны" },
  { { "Шевчук", "Ольга", "Петровна" }, NST_CASE_DAT, "Шевчук Ольге Петровне" },
  { { "Ковалёв", "Пётр", "Ильич" }, NST_CASE_ACC, "Ковалёва Петра Ильича" },
  { { "Черных", "Анна", "Львовна" }, NST_CASE_INS, "Черных Анной Львовной" },
  { { "Соловей", "Иван", "Кузьмич" }, NST_CASE_PRE, "Соловье Иване Кузьмиче" },
  { { "Иванова", "Мария", "Игоревна" }, NST_CASE_ACC, "Иванову Марию Игоревну" },
  { { "Воронцова", "Галина", "Андреевна" }, NST_CASE_GEN, "Воронцовой Галины Андреевны" },
  { { "Лугова", "Ирина", "Денисовна" }, NST_CASE_DAT, "Луговой Ирине Денисовне" },
  { { "Зимина", "Вера", "Олеговна" }, NST_CASE_ACC, "Зимину Веру Олеговну" },
  { { "Крылатова", "Алла", "Юрьевна" }, NST_CASE_INS, "Крылатовой Аллой Юрьевной" },
  { { "Тихонова", "Светлана", "Борисовна" }, NST_CASE_PRE, "Тихоновой Светлане Борисовне" },
  { { "Степанцова", "Дарья", "Игоревна" }, NST_CASE_DAT, "Степанцовой Дарье Игоревне" },
  { { "Журавина", "Нина", "Романовна" }, NST_CASE_GEN, "Журавиной Нины Романовны" },
  { { "Сорокина", "Тамара", "Геннадьевна" }, NST_CASE_ACC, "Сорокину Тамару Геннадьевну" },
  { { "Гордеева", "Лидия", "Степановна" }, NST_CASE_DAT, "Гордеевой Лидии Степановне" },
  { { "Гордеева", "Лидия", "Степановна" }, NST_CASE_NOM, "Гордеева Лидия Степановна" },
};

/* The sex is told by the patronymic; all these are sure but for the one with -ей. */
static void
test_people (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      NstSureness sureness;
      g_autofree char *text =
          nst_grammar_decline_name (f->grammar, people[i].names[0], people[i].names[1],
                                    people[i].names[2], NULL, people[i].to, &sureness);

      g_assert_cmpstr (text, ==, people[i].expected);
      g_assert_cmpint (sureness, ==,
                       strcmp (people[i].names[0], "Соловей") == 0 ? NST_CHECK : NST_SURE);
    }
}

static NstSureness
sureness_of (Fixture *f, const char *last, const char *first, const char *sex)
{
  NstSureness sureness;
  g_autofree char *text G_GNUC_UNUSED =
      nst_grammar_decline_name (f->grammar, last, first, NULL, sex, NST_CASE_GEN, &sureness);

  return sureness;
}

/* DOCUMENTS 15.4 and 15.5. */
static void
test_sureness (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const asked[] = { "Лев", "Заяц", "Козёл", "Павленок", "Швец", "де Голль" };

  g_assert_cmpint (sureness_of (f, "Иванов", NULL, "m"), ==, NST_SURE);
  g_assert_cmpint (sureness_of (f, "Вольский", NULL, "m"), ==, NST_SURE);
  g_assert_cmpint (sureness_of (f, "Коваленко", NULL, "f"), ==, NST_SURE);
  g_assert_cmpint (sureness_of (f, "Грин", NULL, "m"), ==, NST_CHECK);
  g_assert_cmpint (sureness_of (f, "Кравец", NULL, "m"), ==, NST_CHECK);
  g_assert_cmpint (sureness_of (f, "Коваль", NULL, "m"), ==, NST_CHECK);
  g_assert_cmpint (sureness_of (f, "Салтыков-Щедрин", NULL, "m"), ==, NST_CHECK);
  g_assert_cmpint (sureness_of (f, NULL, "Мария", "f"), ==, NST_SURE);
  g_assert_cmpint (sureness_of (f, NULL, "Бруна", "f"), ==, NST_CHECK);
  g_assert_cmpint (sureness_of (f, NULL, "Айгуль", "f"), ==, NST_CHECK);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_assert_cmpint (sureness_of (f, asked[i], NULL, "m"), ==, NST_ASK);
}

/* No sex: the nominative and a question; family habit: the likeliest form and a question. */
static void
test_unknown (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstSureness sureness;
  g_autofree char *no_sex = nst_grammar_decline_name (f->grammar, "Шевчук", "Саша", NULL, NULL,
                                                      NST_CASE_GEN, &sureness);
  g_autofree char *hare = NULL;

  g_assert_cmpstr (no_sex, ==, "Шевчук Саша");
  g_assert_cmpint (sureness, ==, NST_ASK);
  hare = nst_grammar_decline_name (f->grammar, "Заяц", "Иван", "Ильич", NULL, NST_CASE_GEN,
                                   &sureness);
  g_assert_cmpstr (hare, ==, "Зайца Ивана Ильича");
  g_assert_cmpint (sureness, ==, NST_ASK);
}

static void
test_sex (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const male[] = { "Сергеевич", "Ильич", "Мамед оглы", "Мамед-оглы",
                                      "Асан уулу" };
  static const char *const female[] = { "Игоревна", "Ильинична", "Никитишна", "Лейла кызы" };

  for (guint i = 0; i < G_N_ELEMENTS (male); i++)
    g_assert_cmpstr (nst_grammar_guess_sex (f->grammar, male[i]), ==, "m");
  for (guint i = 0; i < G_N_ELEMENTS (female); i++)
    g_assert_cmpstr (nst_grammar_guess_sex (f->grammar, female[i]), ==, "f");
  g_assert_null (nst_grammar_guess_sex (f->grammar, NULL));
  g_assert_null (nst_grammar_guess_sex (f->grammar, "Саша"));
}

static void
test_case_codes (void)
{
  NstCase found;

  g_assert_true (nst_case_from_code ("gen", &found));
  g_assert_cmpint (found, ==, NST_CASE_GEN);
  g_assert_true (nst_case_from_code ("pre", &found));
  g_assert_cmpint (found, ==, NST_CASE_PRE);
  g_assert_false (nst_case_from_code ("voc", &found));
}

#define ADD(path, function)                                                                      \
  g_test_add ("/text/grammar/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("surnames", test_surnames);
  ADD ("accusatives", test_accusatives);
  ADD ("first-names", test_first_names);
  ADD ("patronymics", test_patronymics);
  ADD ("people", test_people);
  ADD ("sureness", test_sureness);
  ADD ("unknown", test_unknown);
  ADD ("sex", test_sex);
  g_test_add_func ("/text/grammar/case-codes", test_case_codes);
  return g_test_run ();
}
