/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both regulations to their last paragraph: counts and words (DOMAIN 3.1, 8, 9, 14, 18). */
#include "config.h"

#include "scheme/nst-scheme-loader.h"
#include "text/nst-due.h"

#include <string.h>

#define DUBOVKA "dubovka-mentoring"
#define REGION "volgograd-mentoring"

static NstScheme *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  NstScheme *scheme = nst_scheme_load_installed (id, &error);

  g_assert_no_error (error);
  return scheme;
}

static void
test_counts (void)
{
  static const struct
  {
    const char *pack;
    const char *catalogue;
    guint size;
  } cases[] = {
    { REGION, "direction", 10 },
    { REGION, "algorithm", 6 },
    { REGION, "near-term", 9 },
    { REGION, "working-group", 2 },
    { REGION, "monitoring-measure", 6 },
    { REGION, "monitoring-question", 3 },
    { REGION, "course", 1 },
    { REGION, "role", 13 },
    { REGION, "document-form", 26 },
    { DUBOVKA, "direction", 9 },
    { DUBOVKA, "form", 20 },
    { DUBOVKA, "algorithm", 7 },
    { DUBOVKA, "near-term", 9 },
    { DUBOVKA, "course", 2 },
    { DUBOVKA, "role", 13 },
    { DUBOVKA, "criterion", 3 },
    { DUBOVKA, "completion-reason", 3 },
    { DUBOVKA, "extension-reason", 2 },
    { DUBOVKA, "replacement-ground", 3 },
    { DUBOVKA, "required-document", 7 },
    { DUBOVKA, "document-form", 27 },
    { DUBOVKA, "working-group", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NstScheme) scheme = load (cases[i].pack);
      NstCatalogue *catalogue = nst_scheme_get_catalogue (scheme, cases[i].catalogue);

      g_test_message ("%s: %s", cases[i].pack, cases[i].catalogue);
      g_assert_nonnull (catalogue);
      g_assert_cmpuint (nst_catalogue_get_size (catalogue), ==, cases[i].size);
    }
}

/* Numbered texts: tasks, principles, motivation, legal basis. */
static void
assert_texts (NstScheme *scheme, const char *prefix, guint count)
{
  for (guint i = 1; i <= count + 1; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s.%u", prefix, i);

      g_test_message ("%s", key);
      if (i <= count)
        g_assert_nonnull (nst_scheme_get_text (scheme, key));
      else
        g_assert_null (nst_scheme_get_text (scheme, key));
    }
}

static void
test_numbered_texts (void)
{
  g_autoptr (NstScheme) region = load (REGION);
  g_autoptr (NstScheme) dubovka = load (DUBOVKA);

  assert_texts (region, "task", 8);
  assert_texts (region, "done", 3);
  assert_texts (region, "monitoring.goal", 4);
  assert_texts (region, "general.row", 8);
  assert_texts (region, "legal", 3);
  assert_texts (dubovka, "task", 9);
  assert_texts (dubovka, "principle", 4);
  assert_texts (dubovka, "general.row", 8);
  assert_texts (dubovka, "legal", 10);
}

static void
test_words (void)
{
  static const struct
  {
    const char *pack;
    const char *catalogue;
    const char *code;
    const char *title;
  } cases[] = {
    { REGION, "direction", "DIR_STAFF", "Управление кадровой политикой" },
    { DUBOVKA, "direction", "DIR_STAFF",
      "управление кадровой политикой и развитием кадрового потенциала" },
    { DUBOVKA, "direction", "DIR_SAFETY", "обеспечение комплексной безопасности" },
    { DUBOVKA, "form", "REFLECTION",
      "рефлексия и анализ деятельности участников менторской группы" },
    { DUBOVKA, "form", "TEAM_SWAP",
      "замена команды (временная работа специалистов опытной управленческой команды на базе "
      "организации развивающейся управленческой команды)" },
    { REGION, "algorithm", "6",
      "Подведение итогов реализации менторской программы, представление результатов" },
    { DUBOVKA, "algorithm", "6",
      "Актуализация, корректировка менторской программы (при необходимости)" },
    { REGION, "near-term", "N8", "Разработать менторскую программу (до 20.12.21 г.)." },
    { DUBOVKA, "completion-reason", "EARLY_SUCCESS",
      "успешного функционирования развивающейся управленческой команды" },
    { DUBOVKA, "extension-reason", "REQUEST", "по просьбе развивающейся управленческой команды" },
    { DUBOVKA, "replacement-ground", "NON_PERFORMANCE",
      "неисполнения одной из сторон своих обязанностей" },
    { DUBOVKA, "criterion", "1",
      "выполнение мероприятий менторской программы, достижение поставленных целей" },
    { REGION, "monitoring-measure", "M2",
      "Наличие программы по формированию резерва управленческих кадров." },
    { DUBOVKA, "course", "COURSE_PRACTICE",
      "Изучение эффективной управленческой практики \"Управление деятельностью образовательной "
      "организации\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NstScheme) scheme = load (cases[i].pack);
      g_autofree char *title =
          nst_scheme_dup_title_of (scheme, cases[i].catalogue, cases[i].code);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static void
assert_note (NstScheme *scheme, const char *catalogue, const char *code, const char *words)
{
  NstCatalogue *entries = nst_scheme_get_catalogue (scheme, catalogue);
  const NstCatalogueEntry *entry = nst_catalogue_find (entries, code);

  g_assert_nonnull (entry);
  g_assert_nonnull (entry->note);
  g_test_message ("%s", entry->note);
  g_assert_nonnull (strstr (entry->note, words));
}

/* Duties, terms of the steps, who answers, recommended functions. */
static void
test_notes (void)
{
  g_autoptr (NstScheme) region = load (REGION);
  g_autoptr (NstScheme) dubovka = load (DUBOVKA);

  assert_note (dubovka, "algorithm", "5", "(3 – 12 месяцев с момента согласования программы)");
  assert_note (dubovka, "algorithm", "5", "Координатор района (при необходимости)");
  assert_note (dubovka, "algorithm", "7",
               "В течение 30 дней с момента завершения менторской программы");
  assert_note (region, "near-term", "N7", "5-15.12.21 г.");
  assert_note (region, "working-group", "DIR_INNOV", "педагог - психолог, куратор проектов");
  assert_note (region, "working-group", "DIR_UPBRINGING",
               "методист (курирующий воспитательной деятельность), контактное лицо");
  assert_note (region, "role", "OPERATOR", "Обобщение эффективных управленческих практик.");
  assert_note (region, "role", "MUNICIPAL_CURATOR", "Контролирует реализацию программы.");
  assert_note (region, "role", "GROUP_PARTICIPANTS", "Реализовывают программу.");
}

/* C-3: four wordings of a direction, one code. */
static void
test_four_wordings (void)
{
  static const struct
  {
    const char *words;
    const char *code;
  } cases[] = {
    { "Управление развитием ОО", "DIR_DEV" },
    { "управление развитием образовательной организации", "DIR_DEV" },
    { "управление деятельностью ОО", "DIR_OPS" },
    { "организация адаптивного образования для детей с ОВЗ и детей-инвалидов", "DIR_ADAPT" },
    { "организация адаптивного образования", "DIR_ADAPT" },
    { "Организация воспитательной деятельности", "DIR_UPBRINGING" },
    { "организация воспитательной деятельности (в том числе внеурочной деятельности и "
      "дополнительного образования)",
      "DIR_UPBRINGING" },
    { "организация воспитательной деятельности (в том числе внеурочной деятельности, "
      "дополнительного образования)",
      "DIR_UPBRINGING" },
    { "Организация воспитательной работы (в том числе внеурочной деятельности и "
      "дополнительного образования)",
      "DIR_UPBRINGING" },
    { "управление кадровой политикой", "DIR_STAFF" },
    { "управление кадровой политикой и развитием кадрового потенциала", "DIR_STAFF" },
  };
  static const char *const packs[] = { REGION, DUBOVKA };

  for (guint p = 0; p < G_N_ELEMENTS (packs); p++)
    {
      g_autoptr (NstScheme) scheme = load (packs[p]);
      NstCatalogue *directions = nst_scheme_get_catalogue (scheme, "direction");

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          const NstCatalogueEntry *entry = nst_catalogue_find_title (directions, cases[i].words);

          g_test_message ("%s: %s", packs[p], cases[i].words);
          g_assert_nonnull (entry);
          g_assert_cmpstr (entry->code, ==, cases[i].code);
        }
    }
}

/* Days, quotas, coverage and the decisions of section 18 that are data. */
static void
test_limits (void)
{
  static const struct
  {
    const char *pack;
    const char *key;
    const char *value;
  } cases[] = {
    { DUBOVKA, "agreement.sent-by", "2021-11-19" },
    { DUBOVKA, "working-groups.by", "2021-11-19" },
    { DUBOVKA, "platform.join-by", "2021-11-25" },
    { DUBOVKA, "agreement.returned-by", "2021-11-26" },
    { DUBOVKA, "kick-off.by", "2021-11-30" },
    { DUBOVKA, "course.from", "2021-12-05" },
    { DUBOVKA, "course.to", "2021-12-15" },
    { DUBOVKA, "course.hours", "18" },
    { DUBOVKA, "program.due-by", "2021-12-20" }, /* C-7: the region's is the limit */
    { DUBOVKA, "dissemination.sent-by", "2021-12-20" },
    { DUBOVKA, "quota.MUNICIPAL_DISTRICT", "1" },
    { DUBOVKA, "quota.URBAN_DISTRICT", "1" },
    { DUBOVKA, "quota.CITY_TERRITORIAL_ADMIN", "2" }, /* C-1 */
    { REGION, "quota.CITY_TERRITORIAL_ADMIN", "1" },
    { REGION, "kind-from.SCHOOL", "2021" },
    { REGION, "kind-from.KINDERGARTEN", "2022" },
    { REGION, "kind-from.ADDITIONAL_EDUCATION", "2023" }, /* C-31 */
    { REGION, "coverage.base", "700" },
    { REGION, "coverage.2021.total", "70" },
    { REGION, "coverage.2022.total", "210" },
    { REGION, "coverage.2023.total", "350" },
    { REGION, "coverage.2024.total", "460" }, /* C-2 */
    { REGION, "coverage.2024.new", "140" },
    { REGION, "facts.groups", "55" }, /* C-30 */
    { REGION, "facts.schools", "108" },
    { REGION, "directions.groups.1", "30" }, /* C-10 */
    { REGION, "directions.groups.2", "22" },
    { REGION, "directions.groups.3", "3" },
    { REGION, "report.route", "CURATOR" }, /* C-4 */
    { DUBOVKA, "report.route", "COORDINATOR" },
    { DUBOVKA, "program.months.min", "3" }, /* C-16 */
    { DUBOVKA, "program.months.max", "12" },
    { DUBOVKA, "extension.months.max", "12" },
    { DUBOVKA, "extension.count", "1" }, /* C-33 */
    { DUBOVKA, "report.days", "30" },    /* C-34: calendar days */
    { DUBOVKA, "on-replacement", "NEW_AGREEMENT" },
    { REGION, "on-replacement", "NEW_AGREEMENT" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NstScheme) scheme = load (cases[i].pack);

      g_test_message ("%s: %s", cases[i].pack, cases[i].key);
      g_assert_cmpstr (nst_scheme_get_limit (scheme, cases[i].key), ==, cases[i].value);
    }
}

/* C-5: two roles; C-16, C-17: cited and worded as in the source. */
static void
test_contradictions (void)
{
  g_autoptr (NstScheme) dubovka = load (DUBOVKA);
  NstCatalogue *roles = nst_scheme_get_catalogue (dubovka, "role");
  GPtrArray *rows = nst_plan_template_get_activities (nst_scheme_get_plan (dubovka));
  const NstActivityTemplate *thirteen = rows->pdata[12];
  const NstActivityTemplate *nine = rows->pdata[8];

  g_assert_nonnull (nst_catalogue_find (roles, "COORDINATOR"));
  g_assert_nonnull (nst_catalogue_find (roles, "DISTRICT_COORDINATOR"));
  g_assert_nonnull (strstr (nst_scheme_find_rule (dubovka, "R21")->paragraph, "п. 2.6"));
  g_assert_cmpstr (thirteen->responsible, ==, "Развивающая управленческая команда");
  g_assert_cmpstr (thirteen->roles[0], ==, "DEVELOPING_TEAM");
  g_assert_cmpstr (nine->responsible, ==, "Региональный оператор");
  g_assert_nonnull (strstr (nst_scheme_get_text (dubovka, "coverage.note"), "490"));
  g_assert_nonnull (
      strstr (nst_scheme_get_text (dubovka, "purpose"), "управленческих работников"));
}

static void
assert_indicator (NstScheme *scheme, const char *code, const char *title, const char *unit)
{
  GPtrArray *all = nst_scheme_get_indicators (scheme);

  for (guint i = 0; i < all->len; i++)
    {
      const NstIndicatorText *text = all->pdata[i];

      if (strcmp (text->code, code) != 0)
        continue;
      g_assert_cmpstr (text->title, ==, title);
      g_assert_cmpstr (text->unit, ==, unit);
      return;
    }
  g_error ("no indicator %s", code);
}

/* V1–V9, M1–M7, K1–K8, T1–T6 (30), and N1–N6 of the base; Dubovka has all and P1–P6. */
static void
test_indicators (void)
{
  g_autoptr (NstScheme) region = load (REGION);
  g_autoptr (NstScheme) dubovka = load (DUBOVKA);

  g_assert_cmpuint (nst_scheme_get_indicators (region)->len, ==, 30 + 6);
  g_assert_cmpuint (nst_scheme_get_indicators (dubovka)->len, ==, 36 + 6);
  assert_indicator (region, "V3", "Всего (ОО)", "ОО");
  assert_indicator (region, "M7",
                    "Наличие муниципального концептуального документа по работе с "
                    "управленческими кадрами",
                    "да/нет");
  assert_indicator (dubovka, "K3",
                    "Доля управленческих команд повысивших свою квалификацию по вопросу "
                    "эффективности управления.",
                    "%");
  assert_indicator (dubovka, "K8", "[количество] прошедших повышение квалификации (резерв)",
                    "чел.");
}

/* The days of the region's nine items, as its plan reads them (8.4). */
static void
test_near_term_plan (void)
{
  static const char *const days[] = { "2021",       "2021-11-19",
                                      "2021-11-25", "2021-11-19",
                                      "2021-11-26", "2021-11-30",
                                      "2021-12-20", "2021-12-05..2021-12-15",
                                      "2021-12-20" };
  g_autoptr (NstScheme) region = load (REGION);
  GPtrArray *rows = nst_plan_template_get_activities (nst_scheme_get_plan (region));

  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (days));
  for (guint i = 0; i < rows->len; i++)
    {
      const NstActivityTemplate *row = rows->pdata[i];

      g_test_message ("%s: %s", row->title, row->due);
      g_assert_nonnull (strstr (row->due, days[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/scheme/regulations/counts", test_counts);
  g_test_add_func ("/scheme/regulations/numbered-texts", test_numbered_texts);
  g_test_add_func ("/scheme/regulations/words", test_words);
  g_test_add_func ("/scheme/regulations/notes", test_notes);
  g_test_add_func ("/scheme/regulations/four-wordings", test_four_wordings);
  g_test_add_func ("/scheme/regulations/limits", test_limits);
  g_test_add_func ("/scheme/regulations/contradictions", test_contradictions);
  g_test_add_func ("/scheme/regulations/indicators", test_indicators);
  g_test_add_func ("/scheme/regulations/near-term-plan", test_near_term_plan);
  return g_test_run ();
}
