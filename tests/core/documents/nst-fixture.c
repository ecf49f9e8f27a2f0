/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented data for documents, made by hand (DOMAIN 17, DOCUMENTS 18). */
#include "config.h"

#include "nst-fixture.h"

#include "documents/nst-layouter.h"
#include "documents/nst-template.h"
#include "scheme/nst-scheme-loader.h"

const char *const nst_fixture_long_name =
    "Муниципальное бюджетное общеобразовательное учреждение „Средняя общеобразовательная школа "
    "№ 12 имени П.П. Заречного“ Верхнезареченского района Приречной области";

static NstValue *
new_person (const char *last, const char *first, const char *middle, const char *post,
            const char *phone, const char *email)
{
  NstValue *person = nst_value_new_object ();
  g_autofree char *fio = g_strdup_printf ("%s %s %s", last, first, middle);
  NstValue *phones = nst_value_new_list ();

  nst_value_set_text (person, "last", last);
  nst_value_set_text (person, "first", first);
  nst_value_set_text (person, "middle", middle);
  nst_value_set_hinted (person, "fio", fio, NST_VALUE_NAME);
  nst_value_set_hinted (person, "post", post, NST_VALUE_POST);
  nst_value_set_text (person, "phone", phone);
  nst_value_set_text (person, "email", email);
  nst_value_append (phones, nst_value_new_text (phone));
  nst_value_take (person, "phones", phones);
  return person;
}

static NstValue *
new_member (NstValue *person, const char *function)
{
  NstValue *member = nst_value_new_object ();
  NstValue *contacts = nst_value_new_list ();
  g_autofree char *phone = nst_value_dup_field_text (person, "phone");

  nst_value_take (member, "person", person);
  nst_value_set_text (member, "function", function);
  nst_value_set_text (member, "phone", phone);
  nst_value_append (contacts, nst_value_new_text (phone));
  nst_value_take (member, "contacts", contacts);
  return member;
}

static NstValue *
new_organisation (const char *name, const char *inn, const char *phone, const char *email,
                  NstValue *director)
{
  NstValue *organisation = nst_value_new_object ();

  nst_value_set_text (organisation, "full_name", name);
  nst_value_set_text (organisation, "inn", inn);
  nst_value_set_text (organisation, "kpp", "340501001");
  nst_value_set_text (organisation, "ogrn", "1023400000010");
  nst_value_set_text (organisation, "legal_address",
                      "404002, Волгоградская область, г. Дубовка, ул. Мира, д. 1");
  nst_value_set_text (organisation, "phone", phone);
  nst_value_set_text (organisation, "email", email);
  nst_value_set_text (organisation, "place", "г. Дубовка");
  nst_value_set_text (organisation, "gram_gender", "n");
  nst_value_set_text (organisation, "signer_basis_gen", "Устава");
  nst_value_take (organisation, "director", director);
  return organisation;
}

static NstValue *
new_day (int day, int month, int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  return nst_value_new_date (&date);
}

static NstValue *
new_experienced (NstValue *territory)
{
  NstValue *team = nst_value_new_object ();
  NstValue *members = nst_value_new_list ();
  NstValue *organisation = new_organisation (
      "Муниципальное казенное общеобразовательное учреждение Горнобалыклейская средняя школа "
      "Дубовского муниципального района Волгоградской области",
      "3405000001", "8 (84458) 0-00-01", "gornobalykley@example.org",
      new_person ("Воронцова", "Галина", "Андреевна", "директор", "8 (900) 000-00-08", NULL));

  nst_value_take (organisation, "territory", nst_value_ref (territory));
  nst_value_take (team, "organisation", organisation);
  nst_value_append (members, new_member (new_person ("Воронцова", "Галина", "Андреевна",
                                                     "директор", "8 (900) 000-00-08", NULL),
                                         "Директор учреждения, руководитель группы"));
  nst_value_append (members, new_member (new_person ("Степанцова", "Дарья", "Игоревна",
                                                     "методист", "8 (900) 000-00-09", NULL),
                                         "контактное лицо"));
  nst_value_append (members, new_member (new_person ("Журавина", "Нина", "Романовна", "методист",
                                                     "8 (900) 000-00-10", NULL),
                                         "контактное лицо"));
  nst_value_take (team, "leader", nst_value_ref (nst_value_get_nth (members, 0)));
  nst_value_take (team, "contact", nst_value_ref (nst_value_get_nth (members, 1)));
  nst_value_take (team, "members", members);
  return team;
}

static NstValue *
new_developing (NstValue *territory)
{
  NstValue *team = nst_value_new_object ();
  NstValue *members = nst_value_new_list ();
  NstValue *organisation = new_organisation (
      "Муниципальное казенное общеобразовательное учреждение Песковатская средняя школа "
      "Дубовского муниципального района Волгоградской области",
      "3405000002", "8 (84458) 0-00-02", "peskovatka@example.org",
      new_person ("Лугова", "Ирина", "Денисовна", "директор", "8 (900) 000-00-04", NULL));

  nst_value_take (organisation, "territory", nst_value_ref (territory));
  nst_value_take (team, "organisation", organisation);
  nst_value_append (members, new_member (new_person ("Лугова", "Ирина", "Денисовна", "директор",
                                                     "8 (900) 000-00-04", NULL),
                                         "Директор учреждения, руководитель группы"));
  nst_value_append (members, new_member (new_person ("Зимина", "Вера", "Олеговна", "методист",
                                                     "8 (900) 000-00-05", NULL),
                                         "Методист, контактное лицо"));
  nst_value_append (members, new_member (new_person ("Крылатова", "Алла", "Юрьевна", "педагог",
                                                     "8 (900) 000-00-06", NULL),
                                         "Ответственная за воспитательную работу, контактное "
                                         "лицо"));
  nst_value_append (members, new_member (new_person ("Тихонова", "Светлана", "Борисовна",
                                                     "методист", "8 (900) 000-00-07", NULL),
                                         "Методист, контактное лицо"));
  nst_value_take (team, "leader", nst_value_ref (nst_value_get_nth (members, 0)));
  nst_value_take (team, "contact", nst_value_ref (nst_value_get_nth (members, 1)));
  nst_value_take (team, "members", members);
  return team;
}

static void
add_limits (NstValue *root)
{
  static const struct
  {
    const char *key;
    int value;
  } limits[] = {
    { "limit:agreement.copies", 3 },
    { "limit:agreement.contact-change.days", 5 },
    { "limit:agreement.confidential.years", 3 },
    { "limit:agreement.extension.months", 12 },
    { "limit:agreement.report.days", 30 },
    { "limit:agreement.termination-notice.days", 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    nst_value_take (root, limits[i].key, nst_value_new_number (limits[i].value));
  nst_value_set_text (root, "limit:on-replacement", "NEW_AGREEMENT");
  nst_value_set_text (root, "text:regulation.title_ins",
                      "Положением о системе менторства управленческих команд образовательных "
                      "организаций Дубовского муниципального района");
  nst_value_set_text (root, "text:report.all-done", "Все мероприятия программы выполнены.");
}

static NstValue *
new_activity (guint number, const char *title, const char *due, const char *responsible)
{
  NstValue *activity = nst_value_new_object ();

  nst_value_take (activity, "number", nst_value_new_number (number));
  nst_value_set_text (activity, "title", title);
  nst_value_set_text (activity, "due", due);
  nst_value_set_text (activity, "responsible", responsible);
  nst_value_set_text (activity, "verbatim", "1");
  return activity;
}

static NstValue *
new_mark (const char *status, const char *result, const char *reason)
{
  NstValue *mark = nst_value_new_object ();

  nst_value_set_text (mark, "status", status);
  nst_value_set_text (mark, "result", result);
  nst_value_set_text (mark, "reason", reason);
  nst_value_take (mark, "date", new_day (26, 11, 2021));
  return mark;
}

/**
 * nst_fixture_set_activities:
 * @root: data
 * @count: how many activities the programme gets, in three stages
 * @long_ones: how many of them have titles of 900 letters (F4)
 */
void
nst_fixture_set_activities (NstValue *root, guint count, guint long_ones)
{
  static const char *const titles[] = { "Организационный этап", "Практический этап",
                                        "Заключительный этап" };
  static const char *const numbers[] = { "I", "II", "III" };
  static const char *const dues[] = { "ноябрь 2021 г.", "декабрь 2021 г. – ноябрь 2022 г.",
                                      "ноябрь-декабрь 2022 г." };
  g_autoptr (NstValue) program = nst_fixture_dup (root, "program");
  NstValue *stages = nst_value_new_list ();
  NstValue *done = nst_value_new_list ();
  NstValue *failed = nst_value_new_list ();
  NstValue *outcome = nst_value_new_object ();
  guint number = 1;

  for (guint s = 0; s < 3; s++)
    {
      NstValue *stage = nst_value_new_object ();
      NstValue *activities = nst_value_new_list ();

      nst_value_set_text (stage, "number", numbers[s]);
      nst_value_set_text (stage, "title", titles[s]);
      nst_value_set_text (stage, "due", dues[s]);
      for (guint i = 0; i < count / 3; i++, number++)
        {
          GString *title = g_string_new ("Практикум-семинар \"Актуализация локальной документации"
                                         " - как инструмент управления развитием\"");
          gboolean is_done = number % 4 != 0;
          NstValue *activity;

          while (number > 5 && number <= 5 + long_ones && g_utf8_strlen (title->str, -1) < 900)
            g_string_append (title, " (практический разбор и анализ документов, регламентирующих "
                                    "направление менторства)");
          activity = new_activity (number, title->str, "Октябрь-ноябрь 2021 г.",
                                   "Опытная управленческая команда при содействии развивающейся "
                                   "управленческой команды");
          g_string_free (title, TRUE);
          nst_value_take (activity, "mark",
                          is_done ? new_mark ("DONE", "протокол № 3", NULL)
                                  : new_mark ("NOT_DONE", NULL, "карантин в школе"));
          nst_value_take (activity, "outcome-date", new_day (26, 11, 2021));
          nst_value_set_text (activity, "outcome-reason", is_done ? NULL : "карантин в школе");
          nst_value_append (is_done ? done : failed, nst_value_ref (activity));
          nst_value_append (activities, activity);
        }
      nst_value_take (stage, "activities", activities);
      nst_value_append (stages, stage);
    }
  nst_value_take (program, "stages", stages);
  nst_value_take (outcome, "total", nst_value_new_number (number - 1));
  nst_value_take (outcome, "done", nst_value_new_number (nst_value_get_length (done)));
  nst_value_take (outcome, "failed", nst_value_new_number (nst_value_get_length (failed)));
  nst_value_take (outcome, "done-share", nst_value_new_number (778));
  nst_value_take (outcome, "failed-share", nst_value_new_number (222));
  nst_value_take (outcome, "done-rows", done);
  nst_value_take (outcome, "failed-rows", failed);
  nst_value_take (root, "outcome", outcome);
}

/**
 * nst_fixture_set_members:
 * @root: data
 * @count: how many people the developing team gets (F5)
 */
void
nst_fixture_set_members (NstValue *root, guint count)
{
  g_autoptr (NstValue) team = nst_fixture_dup (root, "agreement.developing");
  NstValue *members = nst_value_new_list ();

  for (guint i = 0; i < count; i++)
    nst_value_append (members,
                      new_member (new_person ("Верхнезареченская-Ковалевская", "Александра",
                                              "Константиновна", "методист", "8 (900) 000-00-07",
                                              NULL),
                                  "Заместитель директора по учебно-воспитательной работе, "
                                  "контактное лицо"));
  nst_value_take (team, "members", members);
}

/**
 * nst_fixture_set_long:
 * @root: data; gets the long name, post and address of F2 wherever they can stand
 */
void
nst_fixture_set_long (NstValue *root)
{
  static const char *const paths[] = { "agreement.experienced", "agreement.developing" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (NstValue) team = nst_fixture_dup (root, paths[i]);
      g_autoptr (NstValue) organisation = nst_fixture_dup (team, "organisation");
      g_autoptr (NstValue) director = nst_fixture_dup (organisation, "director");

      nst_value_set_text (organisation, "full_name", nst_fixture_long_name);
      nst_value_set_text (organisation, "email",
                          "administration.secretary-office.verkhnezarechenskaya@example.org");
      nst_value_set_hinted (director, "post",
                            "исполняющий обязанности директора школы по административно-"
                            "хозяйственной работе",
                            NST_VALUE_POST);
    }
}

static NstValue *
new_program (NstValue *group)
{
  NstValue *program = nst_value_new_object ();

  nst_value_take (program, "group", nst_value_ref (group));
  nst_value_take (program, "start", new_day (1, 1, 2022));
  nst_value_take (program, "end", new_day (31, 12, 2022));
  nst_value_set_text (program, "period_text", "2022 год");
  nst_value_take (program, "approved_on", new_day (17, 12, 2021));
  return program;
}

static NstValue *
new_report (void)
{
  NstValue *report = nst_value_new_object ();

  nst_value_set_text (report, "number", "1");
  nst_value_take (report, "issued_on", new_day (28, 12, 2022));
  nst_value_set_text (report, "results",
                      "Управленческая команда освоила приемы анализа качества образования и "
                      "составила план контроля на следующий учебный год.");
  nst_value_set_text (report, "conclusions", "Цели программы достигнуты.");
  nst_value_set_text (report, "proposals", "Продолжить обмен опытом в 2023 году.");
  return report;
}

static NstValue *
new_agreement (NstValue *group, NstValue *experienced, NstValue *developing, NstValue *operator)
{
  NstValue *agreement = nst_value_new_object ();

  nst_value_set_text (agreement, "number", "34/12");
  nst_value_take (agreement, "date", new_day (19, 11, 2021));
  nst_value_set_text (agreement, "place", "г. Дубовка");
  nst_value_take (agreement, "start", new_day (1, 1, 2022));
  nst_value_take (agreement, "end", new_day (31, 12, 2022));
  nst_value_take (agreement, "months", nst_value_new_number (12));
  nst_value_take (agreement, "whole-term", nst_value_new_number (1));
  nst_value_take (agreement, "group", nst_value_ref (group));
  nst_value_take (agreement, "experienced", nst_value_ref (experienced));
  nst_value_take (agreement, "developing", nst_value_ref (developing));
  nst_value_take (agreement, "operator", nst_value_ref (operator));
  return agreement;
}

/**
 * nst_fixture_new:
 *
 * The Dubovka case (F1).
 *
 * Returns: (transfer full): data for D3, D5 and D6
 */
NstValue *
nst_fixture_new (void)
{
  NstValue *root = nst_value_new_object ();
  NstValue *body = nst_value_new_object ();
  NstValue *group = nst_value_new_object ();
  NstValue *directions = nst_value_new_list ();
  NstValue *sides[2] = { nst_value_new_list (), nst_value_new_list () };
  NstValue *agreements = nst_value_new_list ();
  g_autoptr (NstValue) territory = nst_value_new_object ();
  g_autoptr (NstValue) operator= new_organisation (
      "Государственное автономное учреждение дополнительного профессионального образования "
      "«Волгоградская государственная академия последипломного образования»",
      "3444000003", "8 (8442) 00-00-01", "operator@example.org",
      new_person ("Савельев", "Павел", "Ильич", "ректор", "8 (8442) 00-00-02", NULL));
  g_autoptr (NstValue) experienced = NULL;
  g_autoptr (NstValue) developing = NULL;
  NstValue *agreement;

  nst_value_set_text (body, "full_name",
                      "Отдел по образованию администрации Дубовского муниципального района");
  nst_value_take (territory, "authority", body);
  experienced = new_experienced (territory);
  developing = new_developing (territory);
  nst_value_append (directions, nst_value_new_text ("управление качеством образования"));
  nst_value_append (sides[0], nst_value_ref (experienced));
  nst_value_append (sides[1], nst_value_ref (developing));
  nst_value_set_text (group, "number", "1");
  nst_value_take (group, "directions", directions);
  nst_value_take (group, "operator", nst_value_ref (operator));
  nst_value_take (group, "experienced-teams", sides[0]);
  nst_value_take (group, "developing-teams", sides[1]);
  nst_value_take (group, "coordinator",
                  new_person ("Сорокина", "Тамара", "Геннадьевна", "специалист ВГАПО",
                              "8 (8442) 000-003", "sorokina-ta@example.org"));
  nst_value_take (group, "curator",
                  new_person ("Гордеева", "Лидия", "Степановна",
                              "заместитель начальника отдела по образованию", "8 (84458) 0-00-03",
                              "gordeeva@example.org"));
  agreement = new_agreement (group, experienced, developing, operator);
  {
    NstValue *named = nst_value_new_object ();

    nst_value_set_text (named, "number", "34/12");
    nst_value_take (named, "date", new_day (19, 11, 2021));
    nst_value_append (agreements, named);
    nst_value_take (group, "valid-agreements", agreements);
  }
  nst_value_take (root, "agreement", agreement);
  nst_value_take (root, "program", new_program (group));
  nst_value_take (root, "report", new_report ());
  add_limits (root);
  nst_fixture_set_activities (root, 18, 0);
  nst_value_unref (group);
  return root;
}

/**
 * nst_fixture_dup:
 * @root: data
 * @path: names with full stops between them
 *
 * Returns: (transfer full): what is there
 */
NstValue *
nst_fixture_dup (NstValue *root, const char *path)
{
  NstValue *value = nst_value_dup_path (root, path);

  g_assert_nonnull (value);
  return value;
}

static NstScheme *
get_scheme (void)
{
  static NstScheme *scheme;
  g_autoptr (GError) error = NULL;

  if (scheme == NULL)
    scheme = nst_scheme_load_installed ("dubovka-mentoring", &error);
  g_assert_no_error (error);
  return scheme;
}

/**
 * nst_fixture_expand:
 * @form: of the pack dubovka-mentoring
 * @root: data
 * @missing: (nullable): gets what is missing
 *
 * Returns: (transfer full): the document
 */
NstTree *
nst_fixture_expand (const char *form, NstValue *root, GPtrArray *missing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstGrammar) grammar = nst_grammar_new (NULL);
  g_autoptr (NstTypographer) typographer = nst_typographer_new ();
  xmlNode *document = nst_scheme_get_document (get_scheme (), form);
  NstTree *tree;

  g_assert_nonnull (document);
  tree = nst_template_expand (document, root, grammar, typographer, missing, NULL, &error);
  g_assert_no_error (error);
  g_free (tree->date);
  tree->date = g_strdup ("2021-11-19");
  return tree;
}

/**
 * nst_fixture_lay_out:
 * @form: of the pack dubovka-mentoring
 * @root: data
 * @missing: (nullable): gets what is missing
 *
 * Returns: (transfer full): its pages
 */
NstPages *
nst_fixture_lay_out (const char *form, NstValue *root, GPtrArray *missing)
{
  g_autoptr (NstTree) tree = nst_fixture_expand (form, root, missing);

  return nst_layouter_run (tree);
}
