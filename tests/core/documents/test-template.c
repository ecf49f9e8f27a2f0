/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of templates: fields, filters, conditions, loops (docs/templates.md). */
#include "config.h"

#include "nst-fixture.h"

#include "documents/nst-figure.h"
#include "documents/nst-layouter.h"
#include "documents/nst-pages-private.h"
#include "documents/nst-template.h"
#include "model/nst-error.h"

#include <libxml/parser.h>
#include <string.h>

static NstTree *
expand (const char *body, NstValue *root, GPtrArray *missing, GError **error)
{
  g_autofree char *xml = g_strdup_printf ("<document>%s</document>", body);
  xmlDoc *document = xmlReadMemory (xml, (int) strlen (xml), NULL, "UTF-8", 0);
  g_autoptr (NstGrammar) grammar = nst_grammar_new (NULL);
  g_autoptr (NstTypographer) typographer = nst_typographer_new ();
  NstTree *tree;

  g_assert_nonnull (document);
  tree = nst_template_expand (xmlDocGetRootElement (document), root, grammar, typographer,
                              missing, NULL, error);
  xmlFreeDoc (document);
  return tree;
}

static void
check (NstValue *root, const char *text, const char *expected)
{
  g_autofree char *body = g_strdup_printf ("<p>%s</p>", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (NstTree) tree = expand (body, root, NULL, &error);
  const NstBlock *block;
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  block = g_ptr_array_index (tree->blocks, 0);
  printed = nst_paragraph_dup_text (block->paragraph);
  g_assert_cmpstr (printed, ==, expected);
}

/* Filters of DOCUMENTS 0.1. */
static void
test_template_filters (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();

  check (root, "{agreement.group.coordinator.fio}", "Сорокина Тамара Геннадьевна");
  check (root, "{agreement.group.coordinator.fio|gen}", "Сорокиной Тамары Геннадьевны");
  check (root, "{agreement.group.coordinator.fio|sig}", "Т.Г. Сорокина");
  check (root, "{agreement.group.coordinator.fio|list}", "Сорокина Т.Г.");
  check (root, "{agreement.operator.director.post|gen}", "ректора");
  check (root, "{agreement.date|d}", "19.11.2021");
  check (root, "{agreement.date|D}", "19 ноября 2021 г.");
  check (root, "{agreement.date|Q}", "«19» ноября 2021 г.");
  check (root, "{agreement.date|MY}", "ноябрь 2021 г.");
  check (root, "{agreement.start|range:agreement.end}", "январь – декабрь 2022 г.");
  check (root, "{3|nw:gen} {3|cnt:месяц}", "3 (трех) месяца");
  check (root, "{agreement.group.directions|pl:направлению/направлениям}", "направлению");
  check (root, "{agreement.operator.gram_gender|agree:именуемый/именуемая/именуемое}",
         "именуемое");
  check (root, "{833|pct}", "83,3 %");
  check (root, "{agreement.operator.director.post|cap}", "Ректор");
}

/* A missing value prints as a rule of the width given and is listed once. */
static void
test_template_missing (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (NstTree) tree = expand ("<p>№ {nothing.here|blank:17} {nothing.here|gen}"
                                     "{nothing.else|opt}{nothing.more|quiet}</p>",
                                     root, missing, &error);
  const NstBlock *block;
  guint n_blanks = 0;
  double first = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (missing, 0), ==, "nothing.here");
  block = g_ptr_array_index (tree->blocks, 0);
  for (guint i = 0; i < block->paragraph->runs->len; i++)
    {
      const NstRun *run = g_ptr_array_index (block->paragraph->runs, i);

      if (run->text != NULL)
        continue;
      first = n_blanks == 0 ? run->blank : first;
      n_blanks++;
    }
  g_assert_cmpuint (n_blanks, ==, 3);
  g_assert_cmpfloat_with_epsilon (first, 17, 0.01);
}

static char *
dup_first (NstTree *tree)
{
  const NstBlock *block = g_ptr_array_index (tree->blocks, 0);

  return nst_paragraph_dup_text (block->paragraph);
}

/* DOCUMENTS 16.4: a heading has no full stop; the setting of gaps between initials. */
static void
test_template_typography (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (NstTree) heading = expand ("<h>Общие положения.</h>", root, NULL, NULL);
  g_autoptr (NstTree) paragraph = NULL;
  g_autofree char *first = dup_first (heading);
  g_autofree char *second = NULL;

  g_assert_cmpstr (first, ==, "Общие положения");
  nst_value_set_text (root, "limit:document.initials_gap", "yes");
  paragraph = expand ("<p>{agreement.group.coordinator.fio|sig}.</p>", root, NULL, NULL);
  second = dup_first (paragraph);
  g_assert_cmpstr (second, ==, "Т. Г. Сорокина.");
}

/* DOCUMENTS 15.5: each form that is not sure is told once, with its phrase and where a
 * correction goes. */
static void
test_template_doubts (void)
{
  g_autoptr (NstValue) root = nst_value_new_object ();
  NstValue *person = nst_value_new_object ();
  g_autoptr (NstTree) tree = NULL;
  const NstDoubt *doubt;

  nst_value_set_text (person, "last", "Соловей");
  nst_value_set_text (person, "first", "Иван");
  nst_value_set_text (person, "middle", "Кузьмич");
  nst_value_set_text (person, "record-id", "7");
  nst_value_set_hinted (person, "fio", "Соловей Иван Кузьмич", NST_VALUE_NAME);
  nst_value_set_hinted (person, "post", "директор", NST_VALUE_POST);
  nst_value_take (root, "p", person);
  tree = expand ("<p>в лице {p.post|gen} {p.fio|gen}</p><p>за {p.fio|gen|cap}</p>", root, NULL,
                 NULL);
  g_assert_cmpuint (tree->doubts->len, ==, 1);
  doubt = g_ptr_array_index (tree->doubts, 0);
  g_assert_cmpint (doubt->person, ==, 7);
  g_assert_cmpstr (doubt->field, ==, "fio_gen");
  g_assert_cmpstr (doubt->nominative, ==, "Соловей Иван Кузьмич");
  g_assert_cmpstr (doubt->form, ==, "Соловья Ивана Кузьмича");
  g_assert_cmpstr (doubt->phrase, ==, "в лице директора Соловья Ивана Кузьмича");
  g_assert_cmpint (doubt->sureness, ==, NST_CHECK);
}

static void
test_template_conditions (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();

  check (root, "<if test=\"agreement.number\">да</if>", "да");
  check (root, "<if test=\"not agreement.number\">да</if>нет", "нет");
  check (root, "<if test=\"agreement.number = '34/12' and agreement.months > 11\">да</if>", "да");
  check (root, "<if test=\"agreement.months > 12 or agreement.number != '1'\">да</if>", "да");
  check (root,
         "<for-each var=\"m\" in=\"agreement.experienced.members\" between=\"; \">"
         "{m-number}. {m.person.fio|list}</for-each>",
         "1. Воронцова Г.А.; 2. Степанцова Д.И.; 3. Журавина Н.Р.");
  check (root, "срок до {agreement.end|D}. Далее", "срок до 31 декабря 2022 г. Далее");
}

/* Faults are told with the line where they stand. */
static void
test_template_faults (void)
{
  static const char *const bodies[] = { "<p>{agreement.number|nonsense}</p>",
                                        "<p>{agreement.number</p>",
                                        "<p>{agreement}</p>",
                                        "<nonsense/>",
                                        "<p><nonsense/></p>",
                                        "<for-each var=\"x\"/>" };
  g_autoptr (NstValue) root = nst_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *body = g_strconcat ("\n", bodies[i], NULL);

      g_assert_null (expand (body, root, NULL, &error));
      g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "2"));
    }
}

/* Pages across inside an upright document, with a frame of four lines twice (DOCUMENTS 14). */
static void
test_template_sections (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NstTree) tree = expand ("<p>one</p><section landscape=\"yes\" frame=\"12\"/>"
                                     "<p>two</p><section numbered=\"no\"/><p>three</p>",
                                     root, NULL, &error);
  g_autoptr (NstPages) pages = NULL;
  double width = 0;
  double height = 0;

  g_assert_no_error (error);
  pages = nst_layouter_run (tree);
  g_assert_cmpuint (nst_pages_get_count (pages), ==, 3);
  nst_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.5);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.5);
  nst_pages_get_size (pages, 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.5);
  g_assert_cmpfloat_with_epsilon (height, 595.28, 0.5);
  g_assert_nonnull (nst_pages_get_page (pages, 1)->number);
  g_assert_cmpuint (nst_pages_get_page (pages, 1)->rules->len, ==, 8);
  nst_pages_get_size (pages, 2, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.5);
  g_assert_null (nst_pages_get_page (pages, 2)->number);
}

static void
test_template_section_in_table (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NstTree) tree =
      expand ("<table columns=\"50\"><row><cell><section/></cell></row></table>", root, NULL,
              &error);

  g_assert_null (tree);
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
}

/* Heat cells with their wholes; many rows fill a page across but leave room for the caption;
 * a figure without a known value is left out. */
static void
test_template_figure (void)
{
  g_autoptr (NstValue) root = nst_value_new_object ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NstTree) tree = NULL;
  NstValue *list = nst_value_new_list ();
  const NstBlock *block;

  for (guint i = 0; i < 60; i++)
    {
      NstValue *row = nst_value_new_object ();

      nst_value_take (row, "done", nst_value_new_number (i % 3));
      nst_value_take (row, "all", nst_value_new_number (4));
      nst_value_append (list, row);
    }
  nst_value_take (root, "rows", list);
  tree = expand ("<section landscape=\"yes\"/>"
                 "<figure chart=\"bars\" var=\"r\" in=\"rows\" label=\"x\" caption=\"нет\">"
                 "<series value=\"r.unknown\"/></figure>"
                 "<figure chart=\"heat\" var=\"r\" in=\"rows\" label=\"x\" caption=\"Шаги\">"
                 "<series name=\"Шаг\" value=\"r.done\" of=\"r.all\"/></figure>",
                 root, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tree->blocks->len, ==, 3);
  block = g_ptr_array_index (tree->blocks, 1);
  g_assert_nonnull (block->figure);
  g_assert_cmpstr (block->figure->alternative, ==, "Рисунок 1 – Шаги: Шаг – 60 из 240.");
  /* 210 less 40 of margins and 30 for what stands below. */
  g_assert_cmpfloat_with_epsilon (block->figure->height, 140, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

  g_test_add_func ("/documents/template/filters", test_template_filters);
  g_test_add_func ("/documents/template/missing", test_template_missing);
  g_test_add_func ("/documents/template/typography", test_template_typography);
  g_test_add_func ("/documents/template/doubts", test_template_doubts);
  g_test_add_func ("/documents/template/conditions", test_template_conditions);
  g_test_add_func ("/documents/template/faults", test_template_faults);
  g_test_add_func ("/documents/template/sections", test_template_sections);
  g_test_add_func ("/documents/template/section-in-table", test_template_section_in_table);
  g_test_add_func ("/documents/template/figure", test_template_figure);
  return g_test_run ();
}
