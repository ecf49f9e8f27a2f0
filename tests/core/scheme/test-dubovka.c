/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pack of Dubovka and the one of the region say what their regulations say. */
#include "config.h"

#include "model/nst-kind.h"
#include "scheme/nst-scheme-loader.h"
#include "text/nst-due.h"

#include <string.h>

typedef struct
{
  NstScheme *scheme;
} Fixture;

static void
set_up (Fixture *f, gconstpointer id)
{
  g_autoptr (GError) error = NULL;

  f->scheme = nst_scheme_load_installed (id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (f->scheme);
}

static void
tear_down (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->scheme);
}

static void
assert_size (Fixture *f, const char *catalogue, guint size)
{
  NstCatalogue *codes = nst_scheme_get_catalogue (f->scheme, catalogue);

  g_assert_nonnull (codes);
  g_assert_cmpuint (nst_catalogue_get_size (codes), ==, size);
}

static void
assert_title (Fixture *f, const char *catalogue, const char *code, const char *title)
{
  g_autofree char *found = nst_scheme_dup_title_of (f->scheme, catalogue, code);

  g_assert_cmpstr (found, ==, title);
}

/* 9 directions, 20 forms, 3 stages, 5 + 9 + 4 rows (DOMAIN 9). */
static void
test_counts (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  NstPlanTemplate *plan = nst_scheme_get_plan (f->scheme);
  GPtrArray *rows = nst_plan_template_get_activities (plan);
  guint by_stage[3] = { 0 };
  guint dated = 0;

  assert_size (f, "direction", 9);
  assert_size (f, "form", 20);
  assert_size (f, "completion-reason", 3);
  assert_size (f, "replacement-ground", 3);
  assert_size (f, "extension-reason", 2);
  g_assert_cmpuint (nst_plan_template_get_stages (plan)->len, ==, 3);
  g_assert_cmpuint (rows->len, ==, 18);
  for (guint i = 0; i < rows->len; i++)
    {
      const NstActivityTemplate *row = rows->pdata[i];
      g_autoptr (NstDue) due = nst_due_from_canonical (row->due, NULL);

      g_assert_nonnull (due);
      g_assert_cmpuint (row->number, ==, i + 1);
      dated += nst_due_count (due);
      for (guint j = 0; j < 3; j++)
        {
          const NstStageTemplate *stage = nst_plan_template_get_stages (plan)->pdata[j];

          by_stage[j] += g_strcmp0 (stage->code, row->stage) == 0;
        }
    }
  g_assert_cmpuint (by_stage[0], ==, 5);
  g_assert_cmpuint (by_stage[1], ==, 9);
  g_assert_cmpuint (by_stage[2], ==, 4);
  g_assert_cmpuint (dated, ==, 22);
  g_assert_cmpuint (nst_scheme_get_indicators (f->scheme)->len, ==, 36 + 6);
}

static const NstActivityTemplate *
get_row (Fixture *f, guint number)
{
  return nst_plan_template_get_activities (nst_scheme_get_plan (f->scheme))->pdata[number - 1];
}

static void
assert_offsets (const NstActivityTemplate *row, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->offsets->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", g_array_index (row->offsets, int, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_phrase (const NstActivityTemplate *row, NstDueKind kind, const char *phrase)
{
  g_autoptr (NstDue) due = nst_due_from_canonical (row->due, NULL);
  g_autofree char *found = nst_due_to_phrase (due);

  g_assert_cmpint (nst_due_get_kind (due), ==, kind);
  g_assert_cmpstr (found, ==, phrase);
}

/* Words of the regulation with its misprints, and what the program makes of the months. */
static void
test_plan (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  const GDate *anchor = nst_plan_template_get_anchor (nst_scheme_get_plan (f->scheme));
  const NstActivityTemplate *row = get_row (f, 15);

  g_assert_cmpint (g_date_get_year (anchor), ==, 2021);
  g_assert_cmpint (g_date_get_month (anchor), ==, 12);
  g_assert_cmpstr (row->title, ==,
                   "Проведение супервизии \"на выходе\" (критический анализ деятельности опытной "
                   "управленческой команды развивающейся управленческой команды по "
                   "направлению/направления менторства)");
  row = get_row (f, 1);
  g_assert_cmpstr (row->title, ==, "Заключение 3-х стороннего соглашения");
  g_assert_cmpstr (row->responsible, ==, "Координатор, руководители рабочих групп");
  g_assert_true (g_strv_contains ((const char *const *) row->roles, "COORDINATOR"));
  g_assert_true (g_strv_contains ((const char *const *) row->roles, "TEAM_LEADER"));
  assert_phrase (row, NST_DUE_MONTH_RANGE, "Октябрь-ноябрь 2021 г.");
  assert_offsets (row, "-2 -1");
  row = get_row (f, 9);
  assert_phrase (row, NST_DUE_MONTH_LIST, "Декабрь 2021 г., апрель, сентябрь, декабрь 2022 г.");
  assert_offsets (row, "0 4 9 12");
  row = get_row (f, 11);
  assert_offsets (row, "2 5 10");
  g_assert_cmpuint (g_strv_length (row->topics), ==, 3);
  g_assert_nonnull (strstr (row->title, "Онлайн конференции по темам: 1.«Условия достижения"));
  g_assert_nonnull (strstr (row->title, "2.»Качество информационного"));
  row = get_row (f, 12);
  assert_phrase (row, NST_DUE_WHOLE_PERIOD, "На протяжении всего периода реализации программы");
  assert_offsets (row, "");
  g_assert_cmpstr (row->responsible, ==, "Развивающая управленческая команда");
  g_assert_nonnull (row->course);
  assert_phrase (get_row (f, 6), NST_DUE_BY_AGREEMENT, "По согласованию сторон");
  g_assert_cmpuint (g_strv_length (get_row (f, 6)->topics), ==, 2);
  g_assert_cmpuint (g_strv_length (get_row (f, 13)->topics), ==, 3);
  assert_phrase (get_row (f, 8), NST_DUE_MONTH, "Декабрь 2022 г.");
  assert_offsets (get_row (f, 8), "12");
  g_assert_cmpstr (get_row (f, 17)->report, ==, "D6");
  g_assert_cmpstr (get_row (f, 18)->report, ==, "D7");
  g_assert_null (get_row (f, 16)->report);
}

static void
test_stages (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  GPtrArray *stages = nst_plan_template_get_stages (nst_scheme_get_plan (f->scheme));
  const NstStageTemplate *first = stages->pdata[0];
  const NstStageTemplate *second = stages->pdata[1];
  const NstStageTemplate *third = stages->pdata[2];

  g_assert_cmpstr (first->title, ==, "Организационный этап");
  g_assert_cmpstr (second->title, ==, "Практический этап");
  g_assert_cmpstr (third->title, ==, "Заключительный этап");
  g_assert_cmpint (first->offset_from, ==, -1);
  g_assert_cmpint (first->offset_to, ==, -1);
  g_assert_cmpint (second->offset_from, ==, 0);
  g_assert_cmpint (second->offset_to, ==, 11);
  g_assert_cmpint (third->offset_from, ==, 11);
  g_assert_cmpint (third->offset_to, ==, 12);
}

static void
assert_date (Fixture *f, const char *key, int day, int month, int year)
{
  GDate date;

  g_assert_true (nst_scheme_get_limit_date (f->scheme, key, &date));
  g_assert_cmpint (g_date_get_day (&date), ==, day);
  g_assert_cmpint (g_date_get_month (&date), ==, month);
  g_assert_cmpint (g_date_get_year (&date), ==, year);
}

/* R10, R15, R18, R21, R23, R37, R71…R75 of DOMAIN 6. */
static void
test_limits (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  GDate date;

  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "program.months.min", 0), ==, 3);
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "program.months.max", 0), ==, 12);
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "extension.months.max", 0), ==, 12);
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "report.days", 0), ==, 30);
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "quota.MUNICIPAL_DISTRICT", 0), ==, 1);
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "quota.CITY_TERRITORIAL_ADMIN", 0), ==,
                   2);
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "kind-from.KINDERGARTEN", 0), ==, 2022);
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "coverage.2024.total", 0), ==, 460);
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "no.such.limit", -7), ==, -7);
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "agreement.sent-by", -7), ==, -7);
  assert_date (f, "agreement.sent-by", 19, 11, 2021);
  assert_date (f, "agreement.returned-by", 26, 11, 2021);
  assert_date (f, "platform.join-by", 25, 11, 2021);
  assert_date (f, "program.due-by", 20, 12, 2021);
  g_assert_false (nst_scheme_get_limit_date (f->scheme, "report.days", &date));
  g_assert_cmpstr (nst_scheme_get_text (f->scheme, "report.not-yet-due"), ==, "срок не наступил");
  g_assert_null (nst_scheme_get_text (f->scheme, "no.such.text"));
}

static void
test_wordings (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  NstCatalogue *directions = nst_scheme_get_catalogue (f->scheme, "direction");
  const NstRuleText *rule = nst_scheme_find_rule (f->scheme, "R21");

  assert_title (f, "direction", "DIR_QUALITY", "управление качеством образования");
  assert_title (f, "direction", "DIR_ADAPT",
                "организация адаптивного образования для детей с ОВЗ и детей-инвалидов");
  assert_title (f, "form", "FLASH_MEETING", "флэш-встреча (разовая встреча - обсуждение)");
  assert_title (f, "direction", "наше направление", "наше направление");
  assert_title (f, "team-state", "REGISTERED", "В реестре");
  g_assert_true (nst_catalogue_is_open (directions));
  g_assert_null (nst_catalogue_find (directions, "DIR_EARLY_PROFILE"));
  /* The four wordings of C-3 are one direction. */
  g_assert_cmpstr (nst_catalogue_find_title (directions, "Управление кадровой политикой.")->code,
                   ==, "DIR_STAFF");
  g_assert_null (nst_catalogue_find_title (directions, "управление"));
  g_assert_cmpstr (rule->paragraph, ==, "Положение, п. 2.6");
  g_assert_cmpstr (rule->level, ==, "error");
  g_assert_cmpstr (rule->remedy, ==, "Измените период: от {min} до {max} месяцев.");
}

/* Every code field of every record has its catalogue, in every pack. */
static void
test_catalogues_of_fields (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (const NstField *field = kinds[i]->fields; field->name != NULL; field++)
      if (field->type == NST_FIELD_TYPE_CODE || field->type == NST_FIELD_TYPE_CODES)
        {
          if (nst_scheme_get_catalogue (f->scheme, field->target) == NULL)
            g_error ("%s.%s: no catalogue “%s”", kinds[i]->name, field->name, field->target);
        }
}

/* The states of DOMAIN 5 and the ways between them. */
static void
test_life_cycles (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  NstLifeCycle *agreement = nst_scheme_get_life_cycle (f->scheme, "agreement");
  NstLifeCycle *program = nst_scheme_get_life_cycle (f->scheme, "program");
  const NstLifeStep *step = nst_life_cycle_find_step (agreement, "send-agreement");
  const NstLifeComputed *row;

  g_assert_cmpuint (nst_life_cycle_get_states (agreement)->len, ==, 8);
  g_assert_cmpuint (nst_life_cycle_get_states (program)->len, ==, 13);
  g_assert_cmpstr (nst_life_cycle_get_initial (agreement), ==, "DRAFTED");
  g_assert_cmpstr (step->from[0], ==, "DRAFTED");
  g_assert_cmpstr (step->to, ==, "SENT");
  g_assert_cmpstr (step->date_field, ==, "sent_on");
  g_assert_cmpstr (step->paper, ==, "D3");
  g_assert_true (step->sealed);
  step = nst_life_cycle_find_step (agreement, "sign-agreement");
  g_assert_cmpuint (g_strv_length (step->who), ==, 3);
  g_assert_cmpstr (step->to, ==, "");
  g_assert_false (step->sealed);
  g_assert_null (step->date_field);
  step = nst_life_cycle_find_step (program, "approve-program");
  g_assert_cmpstr (step->who[0], ==, "MUNICIPAL_CURATOR");
  g_assert_true (g_strv_contains ((const char *const *) step->guards, "R28"));
  row = nst_life_cycle_get_computed (program)->pdata[0];
  g_assert_cmpstr (row->from[0], ==, "SENT_TO_OPERATOR");
  g_assert_cmpstr (row->to, ==, "IN_PROGRESS");
  g_assert_cmpstr (row->when[0], ==, "since:start");
  g_assert_null (nst_life_cycle_find_step (program, "no-such-step"));
  g_assert_null (nst_life_cycle_find_state (program, NULL));
}

/* The templates are there for the documents room, with their lines. */
static void
test_documents (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  static const char *const codes[] = { "D3", "D5", "D6" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      xmlNode *node = nst_scheme_get_document (f->scheme, codes[i]);

      g_assert_nonnull (node);
      g_assert_cmpstr ((const char *) node->name, ==, "document");
      g_assert_cmpint (xmlGetLineNo (node), >, 0);
    }
  g_assert_null (nst_scheme_get_document (f->scheme, "D99"));
}

/* The region has ten directions and its own quota; six steps with nine near-term items. */
static void
test_region (Fixture *f, gconstpointer id G_GNUC_UNUSED)
{
  assert_size (f, "direction", 10);
  assert_title (f, "direction", "DIR_EARLY_PROFILE",
                "Ранняя профилизация при организации ФГОС нового поколения");
  assert_title (f, "direction", "DIR_DEV", "Управление развитием ОО");
  g_assert_cmpint (nst_scheme_get_limit_int (f->scheme, "quota.CITY_TERRITORIAL_ADMIN", 0), ==,
                   1);
  g_assert_cmpuint (nst_plan_template_get_activities (nst_scheme_get_plan (f->scheme))->len, ==,
                    9);
  g_assert_cmpuint (nst_plan_template_get_stages (nst_scheme_get_plan (f->scheme))->len, ==, 6);
  assert_size (f, "form", 0);
  assert_size (f, "team-state", 6);
  test_catalogues_of_fields (f, id);
}

static void
test_installed (void)
{
  g_auto (GStrv) packs = nst_scheme_list_installed ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NstScheme) none = NULL;

  g_assert_true (g_strv_contains ((const char *const *) packs, "dubovka-mentoring"));
  g_assert_true (g_strv_contains ((const char *const *) packs, "volgograd-mentoring"));
  g_assert_false (g_strv_contains ((const char *const *) packs, "common"));
  none = nst_scheme_load_installed ("no-such-pack", &error);
  g_assert_null (none);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "dubovka-mentoring"));
}

/* What a base keeps says the same as the folder. */
static void
test_kept_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = nst_scheme_read_installed ("dubovka-mentoring", &error);
  g_autoptr (NstScheme) scheme = NULL;

  g_assert_no_error (error);
  scheme = nst_scheme_load (text, "kept", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (nst_scheme_get_id (scheme), ==, "dubovka-mentoring");
  g_assert_cmpstr (nst_scheme_get_subject_kind (scheme), ==, "TEAM");
  g_assert_cmpuint (nst_plan_template_get_activities (nst_scheme_get_plan (scheme))->len, ==, 18);
  g_assert_nonnull (nst_scheme_get_document (scheme, "D3"));
}

#define ADD(path, id, function) g_test_add (path, Fixture, id, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  static const char dubovka[] = "dubovka-mentoring";

  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("/scheme/dubovka/counts", dubovka, test_counts);
  ADD ("/scheme/dubovka/plan", dubovka, test_plan);
  ADD ("/scheme/dubovka/stages", dubovka, test_stages);
  ADD ("/scheme/dubovka/limits", dubovka, test_limits);
  ADD ("/scheme/dubovka/wordings", dubovka, test_wordings);
  ADD ("/scheme/dubovka/catalogues-of-fields", dubovka, test_catalogues_of_fields);
  ADD ("/scheme/dubovka/life-cycles", dubovka, test_life_cycles);
  ADD ("/scheme/dubovka/documents", dubovka, test_documents);
  ADD ("/scheme/volgograd/region", "volgograd-mentoring", test_region);
  g_test_add_func ("/scheme/installed", test_installed);
  g_test_add_func ("/scheme/kept-text", test_kept_text);
  return g_test_run ();
}
