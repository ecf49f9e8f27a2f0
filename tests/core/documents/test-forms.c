/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every form of the pack from every record that it is for, on usual, long, many and no data
 * (DOCUMENTS 18, F1–F3, F5, F7), in both standards. With NST_FORMS_FOLDER the pages stay there,
 * to be looked at. */
#include "config.h"

#include "nst-form-checks.h"

#include "documents/nst-documents-private.h"
#include "documents/nst-documents.h"
#include "documents/nst-layouter.h"
#include "documents/nst-natural.h"
#include "import/nst-demo.h"
#include "scheme/nst-scheme-loader.h"

#include <glib/gstdio.h>
#include <string.h>

#define GROUPS 40
/* Forms without a corner block are one by both standards. */
#define SAME_BY_BOTH 15

typedef struct
{
  char *dir;
  NstOffice *office;
  NstClock *clock;
  gboolean older;
  GHashTable *seen; /* papers by form and record, as they were checked */
  guint n_same;
} Fixture;

/* In the data of a test: a base without records. */
#define EMPTY "empty"

static const char *const long_name =
    "Муниципальное бюджетное общеобразовательное учреждение „Средняя общеобразовательная школа "
    "№ 12 имени П.П. Заречного“ Верхнезареченского района Приречной области";
static const char *const long_post =
    "заместитель директора по учебно-воспитательной и научно-методической работе школы";
static const char *const long_mail =
    "municipalnaya.shkola.nomer.dvenadcat.zarechnogo@priirechye.example";

static NstClock *
new_clock (int day, int month, int year)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) day, month, (GDateYear) year);
  return nst_clock_new_fixed (&today);
}

static NstSource *
get_source (Fixture *f)
{
  return NST_SOURCE (nst_office_get_store (f->office));
}

static void
apply (Fixture *f, NstChange *change)
{
  g_autoptr (GError) error = NULL;

  nst_store_apply (nst_office_get_store (f->office), change, &error);
  g_assert_no_error (error);
}

static void
set_all (Fixture *f, const char *kind, const char *const *fields, const char *const *values)
{
  g_autoptr (NstChange) change = nst_change_new ("Long");
  g_autoptr (GPtrArray) records = nst_source_list (get_source (f), kind, NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    for (guint k = 0; fields[k] != NULL; k++)
      nst_change_set (change, records->pdata[i], fields[k], values[k]);
  apply (f, change);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const schemes[] = { "dubovka-mentoring", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GDate until;

  f->dir = g_dir_make_tmp ("nst-forms-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (f->dir, "office.nastavnik", NULL);
  f->clock = new_clock (10, 1, 2023);
  g_date_clear (&until, 1);
  g_date_set_dmy (&until, 10, 1, 2023);
  if (g_strcmp0 (data, EMPTY) == 0)
    f->office = nst_office_create (path, schemes, "OPERATOR", "Проба", f->clock, &error);
  else
    f->office = nst_demo_create (path, "dubovka", NULL, &until, f->clock, &error);
  g_assert_no_error (error);
  f->seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_hash_table_unref (f->seen);
  g_assert_finalize_object (f->office);
  g_object_unref (f->clock);
  remove_tree (f->dir);
  g_free (f->dir);
}

static void
keep (GBytes *bytes, const char *form)
{
  static guint n = 0;
  const char *folder = g_getenv ("NST_FORMS_FOLDER");
  g_autofree char *name = g_strdup_printf ("%03u-%s.pdf", ++n, form);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL)
    g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                         NULL);
}

static GBytes *
make (Fixture *f, NstRecord *record, const char *form, NstTree **tree)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstPages) pages = NULL;
  GBytes *bytes;

  *tree = nst_documents_expand (f->office, record, form, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  pages = nst_layouter_run (*tree);
  bytes = nst_pages_to_pdf (pages, &error);
  g_assert_no_error (error);
  keep (bytes, form);
  return bytes;
}

static NstPdf *
print (Fixture *f, NstRecord *record, const char *form, NstTree **tree)
{
  g_autoptr (GBytes) bytes = make (f, record, form, tree);

  return nst_pdf_open (bytes, TRUE);
}

/* What was checked before and is the same needs no second look. */
static gboolean
was_seen (Fixture *f, GBytes *bytes, NstRecord *record, const char *form)
{
  char *key = g_strdup_printf ("%s %s %d", form, nst_record_get_kind (record)->name,
                               (int) nst_record_get_id (record));
  GBytes *before = g_hash_table_lookup (f->seen, key);
  gboolean same = before != NULL && g_bytes_equal (before, bytes);

  f->n_same += same ? 1 : 0;
  g_hash_table_replace (f->seen, key, g_bytes_ref (bytes));
  return same;
}

/* Phones and addresses stand where the scheme lets them, and never in what is published. */
static void
check_contacts (Fixture *f, NstPdf *pdf, const char *form)
{
  const char *limit =
      nst_scheme_get_limit (nst_office_get_scheme (f->office), "contacts.documents");
  g_auto (GStrv) allowed = g_strsplit (limit != NULL ? limit : "", " ", -1);

  if (strcmp (form, "D8a") == 0)
    nst_form_check_no_contacts (pdf, TRUE);
  else if (!g_strv_contains ((const char *const *) allowed, form))
    nst_form_check_no_contacts (pdf, FALSE);
}

/* Gives how many papers of the form were made, @most at the utmost. */
static guint
check_form (Fixture *f, const char *form, const char *kind, guint most)
{
  g_autoptr (GPtrArray) records = nst_source_list (get_source (f), kind, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < records->len && n < most; i++)
    {
      NstRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) forms = nst_documents_list_forms_of (f->office, record);

      for (guint k = 0; k < forms->len; k++)
        {
          const NstDocumentForm *found = g_ptr_array_index (forms, k);
          g_autoptr (NstTree) tree = NULL;
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (NstPdf) pdf = NULL;

          if (strcmp (found->code, form) != 0)
            continue;
          bytes = make (f, record, form, &tree);
          n++;
          if (was_seen (f, bytes, record, form))
            continue;
          g_test_message ("%s of %s %d", form, kind, (int) nst_record_get_id (record));
          pdf = nst_pdf_open (bytes, TRUE);
          nst_form_check (pdf, tree, form, f->older);
          check_contacts (f, pdf, form);
        }
    }
  return n;
}

/* Every form that the catalogue of the pack names has its template, and prints. */
static void
check_all (Fixture *f, guint most)
{
  static const char *const kinds[] = {
    "office", "territory", "organisation", "person", "team",   "member",  "group",    "order",
    "basis",  "agreement", "program",      "report", "course", "consent", "activity", NULL,
  };
  g_autoptr (GPtrArray) forms = nst_documents_list_forms (f->office, NULL);

  for (guint i = 0; i < forms->len; i++)
    {
      const NstDocumentForm *form = g_ptr_array_index (forms, i);

      for (guint k = 0; kinds[k] != NULL; k++)
        check_form (f, form->code, kinds[k], most);
    }
}

/* By both standards of papers; most forms are the same by both. */
static void
check_both (Fixture *f, guint most)
{
  static const char *const fields[] = { "standard", NULL };
  static const char *const values[] = { "2016" };

  check_all (f, most);
  set_all (f, "office", fields, values);
  f->older = TRUE;
  check_all (f, most);
  /* C30: made twice, the same bytes. */
  g_assert_cmpuint (f->n_same, >=, SAME_BY_BOTH);
}

static void
add_agreement_of (NstChange *change, NstRecord *group, NstRecord *base, const char *kind)
{
  static const char *const same[] = { "experienced", "developing", "operator", "end", NULL };
  g_autofree char *number = g_strdup_printf ("1/%u", (guint) strlen (kind));
  g_autoptr (NstRecord) supplement =
      nst_change_add (change, "agreement", "number", number, "date", "2022-12-20", "start",
                      "2022-06-01", NULL);

  nst_change_set_ref (change, supplement, "group", group);
  nst_change_set_ref (change, supplement, "supplements", base);
  nst_change_set (change, supplement, "supplement_kind", kind);
  for (guint i = 0; same[i] != NULL; i++)
    nst_change_set (change, supplement, same[i], nst_record_get_text (base, same[i]));
}

/* What the demonstration does not come to: orders of other kinds, a memo, supplements. */
static void
add_papers (Fixture *f)
{
  static const char *const orders[] = { "REPLACEMENT", "TERMINATION", NULL };
  static const char *const bases[] = { "MEMO", "REQUEST", "CURATOR_PETITION", NULL };
  static const char *const supplements[] = { "REPLACEMENT", "EXTENSION", "EARLY_COMPLETION",
                                             NULL };
  g_autoptr (NstChange) change = nst_change_new ("Papers");
  g_autoptr (NstRecord) group = nst_source_dup (get_source (f), "group", 1);
  g_autoptr (GPtrArray) agreements =
      nst_source_list_of (get_source (f), "agreement", "group", group);

  for (guint i = 0; orders[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u-М", i + 7);
      g_autoptr (NstRecord) order =
          nst_change_add (change, "order", "kind", orders[i], "number", number, "date",
                          "2022-06-01", "text", "команды выполнили все", NULL);

      nst_change_set_ref (change, order, "group", group);
    }
  for (guint i = 0; bases[i] != NULL; i++)
    {
      g_autoptr (NstRecord) basis =
          nst_change_add (change, "basis", "kind", bases[i], "date", "2022-06-01", "text",
                          "школа закрывается на ремонт", NULL);

      nst_change_set_ref (change, basis, "group", group);
      nst_change_set (change, basis, "author", nst_record_get_text (group, "coordinator"));
    }
  for (guint i = 0; supplements[i] != NULL; i++)
    add_agreement_of (change, group, agreements->pdata[0], supplements[i]);
  apply (f, change);
}

static void
test_usual (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  add_papers (f);
  check_both (f, 2);
}

/* F2. */
static void
test_long (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const of_schools[] = { "full_name", "name_gen", "name_dat", "email", NULL };
  const char *const schools[] = { long_name, long_name, long_name, long_mail };
  static const char *const of_people[] = { "post", "email", NULL };
  const char *const people[] = { long_post, long_mail };

  g_assert_cmpint (g_utf8_strlen (long_name, -1), ==, 160);
  add_papers (f);
  set_all (f, "organisation", of_schools, schools);
  set_all (f, "person", of_people, people);
  check_both (f, 1);
}

static NstRecord *
add_team (NstChange *change, NstRecord *territory, guint number, const char *role)
{
  g_autofree char *name = g_strdup_printf ("Средняя школа № %u", number);
  g_autoptr (NstRecord) school =
      nst_change_add (change, "organisation", "full_name", name, "kind", "SCHOOL", "phone",
                      "(84458) 0-00-01", NULL);
  NstRecord *team = nst_change_add (change, "team", "role", role, "state", "ASSIGNED", "year",
                                    "2021", "directions", "DIR_QUALITY", NULL);

  nst_change_set_ref (change, school, "territory", territory);
  nst_change_set_ref (change, team, "organisation", school);
  return team;
}

/* F7 and F5: forty groups in one order and one territory, teams of twelve. */
static void
add_many (Fixture *f)
{
  g_autoptr (NstChange) change = nst_change_new ("Many");
  g_autoptr (NstRecord) order = nst_source_dup (get_source (f), "order", 2);
  g_autoptr (NstRecord) territory = nst_source_dup (get_source (f), "territory", 1);
  g_autoptr (NstRecord) person = nst_source_dup (get_source (f), "person", 2);

  for (guint i = 0; i < GROUPS; i++)
    {
      static const char *const roles[] = { "EXPERIENCED", "DEVELOPING" };
      g_autofree char *number = g_strdup_printf ("%u", i + 2);
      g_autoptr (NstRecord) group =
          nst_change_add (change, "group", "number", number, "state", "FORMED", "directions",
                          "DIR_QUALITY", "year", "2021", NULL);

      nst_change_set_ref (change, group, "order", order);
      nst_change_set_ref (change, group, "coordinator", person);
      for (guint k = 0; k < 2; k++)
        {
          g_autoptr (NstRecord) team = add_team (change, territory, 2 * i + k + 1, roles[k]);
          g_autoptr (NstRecord) entry =
              nst_change_add (change, "participant", "side", roles[k], NULL);

          nst_change_set_ref (change, entry, "group", group);
          nst_change_set_ref (change, entry, "team", team);
        }
    }
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (NstRecord) team = nst_source_dup (get_source (f), "team", 2);
      g_autoptr (NstRecord) somebody =
          nst_change_add (change, "person", "last", "Верхнезареченская-Ковалевская", "first",
                          "Александра", "middle", "Константиновна", "sex", "f", NULL);
      g_autoptr (NstRecord) member =
          nst_change_add (change, "member", "function", "педагог-организатор", NULL);

      nst_change_set_ref (change, member, "team", team);
      nst_change_set_ref (change, member, "person", somebody);
    }
  apply (f, change);
}

/* The page on which a row of the form begins: its number stands in the first column. */
static guint
find_row (NstPdf *pdf, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u.", number);

  for (guint i = 0; i < pdf->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (pdf->pages, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);

          if (line->x1 < 33 && strcmp (line->text, text) == 0)
            return i;
        }
    }
  g_test_message ("no row %u", number);
  g_test_fail ();
  return 0;
}

static void
test_many (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) territory = nst_source_dup (get_source (f), "territory", 1);
  g_autoptr (NstTree) tree = NULL;
  g_autoptr (NstPdf) pdf = NULL;

  add_many (f);
  check_all (f, 1);
  /* C12: both rows of a group stand on one page. */
  pdf = print (f, territory, "D1", &tree);
  for (guint i = 0; i <= GROUPS; i++)
    g_assert_cmpuint (find_row (pdf, 2 * i + 1), ==, find_row (pdf, 2 * i + 2));
}

static void
add_blanks (Fixture *f)
{
  static const char *const kinds[] = { "ASSIGNMENT", "REPLACEMENT", "TERMINATION" };
  g_autoptr (NstChange) change = nst_change_new ("Empty");
  g_autoptr (NstRecord) territory G_GNUC_UNUSED =
      nst_change_add (change, "territory", "name", "Район", "kind", "MUNICIPAL_DISTRICT", NULL);
  g_autoptr (NstRecord) group G_GNUC_UNUSED =
      nst_change_add (change, "group", "number", "1", NULL);
  g_autoptr (NstRecord) course G_GNUC_UNUSED =
      nst_change_add (change, "course", "title", "Курс", NULL);
  g_autoptr (NstRecord) basis G_GNUC_UNUSED =
      nst_change_add (change, "basis", "kind", "MEMO", NULL);
  g_autoptr (NstRecord) person G_GNUC_UNUSED =
      nst_change_add (change, "person", "last", "Лугова", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_object_unref (nst_change_add (change, "order", "kind", kinds[i], NULL));
  apply (f, change);
}

/* A programme has a plan; a form to fill in has none. */
static void
add_blank_program (Fixture *f)
{
  g_autoptr (NstChange) change = nst_change_new ("Programme");
  g_autoptr (NstRecord) group = nst_source_dup (get_source (f), "group", 1);
  g_autoptr (NstRecord) program = nst_change_add (change, "program", NULL);

  nst_change_set_ref (change, program, "group", group);
  apply (f, change);
}

static NstRecord *
find_record_of (Fixture *f, const char *form, const char *kind)
{
  g_autoptr (GPtrArray) records = nst_source_list (get_source (f), kind, NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GPtrArray) forms = nst_documents_list_forms_of (f->office, records->pdata[i]);

      for (guint k = 0; k < forms->len; k++)
        if (strcmp (((const NstDocumentForm *) forms->pdata[k])->code, form) == 0)
          return g_object_ref (records->pdata[i]);
    }
  return NULL;
}

static guint
compare_form (Fixture *blank, Fixture *full, const char *form, const char *kind)
{
  g_autoptr (NstRecord) record = find_record_of (blank, form, kind);
  g_autoptr (NstRecord) other = find_record_of (full, form, kind);
  g_autoptr (NstTree) tree = NULL;
  g_autoptr (NstTree) full_tree = NULL;
  g_autoptr (NstPdf) pdf = NULL;
  g_autoptr (NstPdf) full_pdf = NULL;

  if (record == NULL || other == NULL)
    return 0;
  g_test_message ("%s of %s", form, kind);
  pdf = print (blank, record, form, &tree);
  full_pdf = print (full, other, form, &full_tree);
  nst_form_check_rules (pdf, tree);
  return nst_form_check_places (pdf, full_pdf);
}

/* F3, C29: a paper without data is a form to fill in by hand. */
static void
test_empty (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *form;
    const char *kind;
  } papers[] = {
    { "D1", "territory" }, { "D4a", "order" },  { "D4b", "order" },     { "D4e", "basis" },
    { "D5", "program" },   { "D8", "group" },   { "D8a", "group" },     { "D9", "territory" },
    { "D11", "group" },    { "D12", "course" }, { "D25", "territory" }, { "D29", "person" },
    { "D29a", "person" },
  };
  Fixture full = { 0 };

  add_blanks (f);
  check_all (f, 1);
  add_blank_program (f);
  set_up (&full, NULL);
  add_papers (&full);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    g_assert_cmpuint (compare_form (f, &full, papers[i].form, papers[i].kind), >, 1);
  tear_down (&full, NULL);
}

static char *
dup_text (Fixture *f, const char *kind, gint64 id, const char *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstRecord) record = nst_source_dup (get_source (f), kind, id);
  g_autoptr (NstTree) tree =
      nst_documents_expand (f->office, record, form, NULL, NULL, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tree->blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (tree->blocks, i);
      g_autofree char *line =
          block->paragraph != NULL ? nst_paragraph_dup_text (block->paragraph) : NULL;

      g_string_append_printf (text, "%s\n", line != NULL ? line : "");
    }
  g_string_replace (text, "\u00a0", " ", 0);
  return g_string_free (text, FALSE);
}

static void
check_phrase (const char *text, const char *before, const char *last, const char *rest)
{
  g_autofree char *phrase = g_strdup_printf ("%s %s %s", before, last, rest);

  if (strstr (text, phrase) != NULL)
    return;
  g_test_message ("not printed: “%s”", phrase);
  g_test_fail ();
}

/* DOCUMENTS 1а: each kind of a supplement has its own clauses. */
static void
test_supplements (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const clauses[][2] = {
    { "С 1 июня 2022 г. права и обязанности Развивающейся организации",
      "Период менторства не изменяется: по 31 декабря 2022 г." },
    { "Продлить срок менторства, установленный пунктом 8.1",
      "по 31 декабря 2022 г. включительно" },
    { "выполненной и завершить менторство 31 декабря 2022 г.", "указанные в пункте 8.4" },
  };

  add_papers (f);
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      g_autofree char *text = dup_text (f, "agreement", i + 2, "D27");

      for (guint k = 0; k < G_N_ELEMENTS (clauses[i]); k++)
        g_assert_nonnull (strstr (text, clauses[i][k]));
      g_assert_nonnull (strstr (text, "Остальные условия Соглашения остаются без изменений."));
    }
}

/* C18: names of 15.7 where papers decline them: «в лице», «назначить», «координатору». */
static void
test_declension (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const people[][5] = {
    { "m", "Иванов", "Иванова", "Иванову", "Иванова" },
    { "m", "Ковалёв", "Ковалёва", "Ковалёву", "Ковалёва" },
    { "m", "Вольский", "Вольского", "Вольскому", "Вольского" },
    { "m", "Горячий", "Горячего", "Горячему", "Горячего" },
    { "m", "Черных", "Черных", "Черных", "Черных" },
    { "m", "Коваленко", "Коваленко", "Коваленко", "Коваленко" },
    { "m", "Шевчук", "Шевчука", "Шевчуку", "Шевчука" },
    { "m", "Соловей", "Соловья", "Соловью", "Соловья" },
    { "m", "Кравец", "Кравца", "Кравцу", "Кравца" },
    { "m", "Тер-Петросян", "Тер-Петросяна", "Тер-Петросяну", "Тер-Петросяна" },
    { "m", "Дюма", "Дюма", "Дюма", "Дюма" },
    { "f", "Иванова", "Ивановой", "Ивановой", "Иванову" },
    { "f", "Вольская", "Вольской", "Вольской", "Вольскую" },
    { "f", "Осадчая", "Осадчей", "Осадчей", "Осадчую" },
    { "f", "Шевчук", "Шевчук", "Шевчук", "Шевчук" },
    { "f", "Шульга", "Шульги", "Шульге", "Шульгу" },
    { "f", "Мельник-Соколова", "Мельник-Соколовой", "Мельник-Соколовой", "Мельник-Соколову" },
  };
  static const char *const fields[] = { "last", "first", "middle", "sex", NULL };

  add_papers (f);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      gboolean man = *people[i][0] == 'm';
      const char *const values[] = { people[i][1], man ? "Павел" : "Наталья",
                                     man ? "Ильич" : "Кузьминична", people[i][0] };
      g_autofree char *agreement = NULL;
      g_autofree char *assignment = NULL;
      g_autofree char *replacement = NULL;

      set_all (f, "person", fields, values);
      agreement = dup_text (f, "agreement", 1, "D3");
      assignment = dup_text (f, "order", 2, "D4a");
      replacement = dup_text (f, "order", 3, "D4b");
      check_phrase (agreement, "в лице директора", people[i][2],
                    man ? "Павла Ильича, действующего" : "Натальи Кузьминичны, действующего");
      check_phrase (replacement, "4. Координатору", people[i][3],
                    man ? "Павлу Ильичу:" : "Наталье Кузьминичне:");
      check_phrase (assignment, "2. Назначить координатором менторской группы № 1", people[i][4],
                    man ? "Павла Ильича," : "Наталью Кузьминичну,");
    }
}

/* Rows of a list stand as people count and spell. */
static void
test_natural (void)
{
  static const char *const order[] = { NULL,           "",           "Ежова",
                                       "Ёлкина",       "Жукова",     "Школа № 2",
                                       "школа № 02 А", "Школа № 10", "Школа №" };

  for (guint i = 1; i + 1 < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpint (nst_natural_compare (order[i - 1], order[i]), <, 0);
      g_assert_cmpint (nst_natural_compare (order[i], order[i - 1]), >, 0);
      g_assert_cmpint (nst_natural_compare (order[i], order[i]), ==, 0);
    }
}

/* The catalogue of forms and the templates are one list, in both packs. */
static void
test_catalogue (void)
{
  static const char *const packs[] = { "volgograd-mentoring", "dubovka-mentoring" };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NstScheme) scheme = nst_scheme_load_installed (packs[i], &error);
      NstCatalogue *catalogue;
      GPtrArray *codes;

      g_assert_no_error (error);
      catalogue = nst_scheme_get_catalogue (scheme, "document-form");
      codes = nst_scheme_get_document_codes (scheme);
      for (guint k = 0; k < codes->len; k++)
        if (nst_catalogue_find (catalogue, g_ptr_array_index (codes, k)) == NULL)
          {
            g_test_message ("%s: the catalogue lacks %s", packs[i],
                            (char *) g_ptr_array_index (codes, k));
            g_test_fail ();
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

  g_test_add ("/documents/forms/usual", Fixture, NULL, set_up, test_usual, tear_down);
  g_test_add ("/documents/forms/long", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/documents/forms/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/documents/forms/empty", Fixture, EMPTY, set_up, test_empty, tear_down);
  g_test_add ("/documents/forms/declension", Fixture, NULL, set_up, test_declension, tear_down);
  g_test_add ("/documents/forms/supplements", Fixture, NULL, set_up, test_supplements, tear_down);
  g_test_add_func ("/documents/forms/catalogue", test_catalogue);
  g_test_add_func ("/documents/forms/natural-order", test_natural);
  return g_test_run ();
}
