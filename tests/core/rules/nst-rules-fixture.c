/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group and its programme in memory, for tests of rules: in order until a test spoils it. */
#include "config.h"

#include "nst-rules-fixture.h"

#include "model/nst-rank.h"
#include "rules/nst-planned-source.h"
#include "scheme/nst-scheme-loader.h"
#include "text/nst-due.h"

/* A base without records: what the planned source of the fixture lies upon. */
#define NST_TYPE_EMPTY_SOURCE (nst_empty_source_get_type ())
G_DECLARE_FINAL_TYPE (NstEmptySource, nst_empty_source, NST, EMPTY_SOURCE, GObject)

struct _NstEmptySource
{
  GObject parent_instance;
};

static void nst_empty_source_iface_init (NstSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstEmptySource, nst_empty_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SOURCE,
                                                      nst_empty_source_iface_init))

static NstRecord *
empty_dup (NstSource *self G_GNUC_UNUSED, const NstKind *kind G_GNUC_UNUSED,
           gint64 id G_GNUC_UNUSED)
{
  return NULL;
}

static GPtrArray *
empty_list (NstSource *self G_GNUC_UNUSED, const NstKind *kind G_GNUC_UNUSED,
            const char *field G_GNUC_UNUSED, const char *value G_GNUC_UNUSED)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static gint64
empty_count (NstSource *self G_GNUC_UNUSED, const NstKind *kind G_GNUC_UNUSED,
             const char *field G_GNUC_UNUSED, const char *value G_GNUC_UNUSED)
{
  return 0;
}

static void
nst_empty_source_iface_init (NstSourceInterface *iface)
{
  iface->dup = empty_dup;
  iface->list = empty_list;
  iface->count = empty_count;
}

static void
nst_empty_source_class_init (NstEmptySourceClass *klass G_GNUC_UNUSED)
{
}

static void
nst_empty_source_init (NstEmptySource *self G_GNUC_UNUSED)
{
}

void
nst_rules_fixture_set_up (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  f->scheme = nst_scheme_load_installed ("dubovka-mentoring", &error);
  g_assert_no_error (error);
  f->empty = g_object_new (NST_TYPE_EMPTY_SOURCE, NULL);
  f->source = NULL;
  f->change = nst_change_new ("Fixture");
  f->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

void
nst_rules_fixture_tear_down (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&f->source);
  g_clear_object (&f->empty);
  g_clear_pointer (&f->records, g_hash_table_unref);
  g_clear_object (&f->change);
  g_assert_finalize_object (f->scheme);
}

NstRecord *
nst_rules_fixture_get (NstRulesFixture *f, const char *key)
{
  NstRecord *record = g_hash_table_lookup (f->records, key);

  if (record == NULL)
    g_error ("there is no record %s", key);
  return record;
}

/* A value "@key" refers to a record of the fixture, "due:phrase" is a schedule. */
void
nst_rules_fixture_set (NstRulesFixture *f, const char *key, const char *field, const char *value)
{
  NstRecord *record = nst_rules_fixture_get (f, key);

  if (value != NULL && value[0] == '@')
    nst_change_set_ref (f->change, record, field, nst_rules_fixture_get (f, value + 1));
  else if (value != NULL && g_str_has_prefix (value, "due:"))
    {
      g_autofree char *due = nst_rules_fixture_due (value + 4);

      nst_change_set (f->change, record, field, due);
    }
  else
    nst_change_set (f->change, record, field, value);
}

NstRecord *
nst_rules_fixture_add (NstRulesFixture *f, const char *key, const char *kind, ...)
{
  NstRecord *record = nst_change_add (f->change, kind, NULL);
  const char *field;
  va_list args;

  g_hash_table_insert (f->records, g_strdup (key), record);
  if (nst_kind_find_field (nst_record_get_kind (record), "rank") != NULL)
    {
      g_autofree char *rank = nst_rank_nth (g_hash_table_size (f->records));

      nst_change_set (f->change, record, "rank", rank);
    }
  va_start (args, kind);
  while ((field = va_arg (args, const char *)) != NULL)
    nst_rules_fixture_set (f, key, field, va_arg (args, const char *));
  va_end (args);
  return record;
}

char *
nst_rules_fixture_due (const char *phrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstDue) due = nst_due_parse (phrase, &error);

  g_assert_no_error (error);
  return nst_due_to_canonical (due);
}

/* What the rules see from now on, on a day as YYYY-MM-DD. */
void
nst_rules_fixture_look (NstRulesFixture *f, const char *day)
{
  guint y, m, d;

  g_assert_cmpint (sscanf (day, "%u-%u-%u", &y, &m, &d), ==, 3);
  g_clear_object (&f->source);
  f->source = NST_SOURCE (nst_planned_source_new (f->empty, f->change));
  f->context.scheme = f->scheme;
  f->context.source = f->source;
  g_date_clear (&f->context.today, 1);
  g_date_set_dmy (&f->context.today, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
}

static void
fill_people (NstRulesFixture *f)
{
  nst_rules_fixture_add (f, "curator", "person", "last", "Гордеева", NULL);
  nst_rules_fixture_add (f, "other", "person", "last", "Чужая", NULL);
  nst_rules_fixture_add (f, "coordinator", "person", "last", "Сорокина", NULL);
  nst_rules_fixture_add (f, "leader1", "person", "last", "Воронцова", "phone", "1",
                         "platform_registered_on", "2021-11-22", "platform_joined_on",
                         "2021-11-24", NULL);
  nst_rules_fixture_add (f, "leader2", "person", "last", "Лугова", "phone", "2",
                         "platform_registered_on", "2021-11-22", "platform_joined_on",
                         "2021-11-24", NULL);
  nst_rules_fixture_add (f, "territory", "territory", "name", "Дубовский муниципальный район",
                         "kind", "MUNICIPAL_DISTRICT", "curator", "@curator", NULL);
  nst_rules_fixture_add (f, "school1", "organisation", "kind", "SCHOOL", "territory",
                         "@territory", NULL);
  nst_rules_fixture_add (f, "school2", "organisation", "kind", "SCHOOL", "territory",
                         "@territory", NULL);
  nst_rules_fixture_add (f, "operator", "organisation", "kind", "OPERATOR", NULL);
}

static void
fill_teams (NstRulesFixture *f)
{
  nst_rules_fixture_add (f, "team1", "team", "organisation", "@school1", "role", "EXPERIENCED",
                         "directions", "D", "evidence", "Результаты", "year", "2021", "state",
                         "SUBMITTED", NULL);
  nst_rules_fixture_add (f, "team2", "team", "organisation", "@school2", "role", "DEVELOPING",
                         "directions", "D", "year", "2021", "state", "SUBMITTED", NULL);
  nst_rules_fixture_add (f, "member1", "member", "team", "@team1", "person", "@leader1", "roles",
                         "LEADER\nCONTACT", NULL);
  nst_rules_fixture_add (f, "member2", "member", "team", "@team2", "person", "@leader2", "roles",
                         "LEADER\nCONTACT", NULL);
}

static void
fill_group (NstRulesFixture *f)
{
  nst_rules_fixture_add (f, "order", "order", "kind", "ASSIGNMENT", "number", "1-М", "date",
                         "2021-11-10", NULL);
  nst_rules_fixture_add (f, "group", "group", "number", "1", "year", "2021", "order", "@order",
                         "coordinator", "@coordinator", "operator", "@operator", "state",
                         "FORMED", NULL);
  nst_rules_fixture_add (f, "side1", "participant", "group", "@group", "side", "EXPERIENCED",
                         "team", "@team1", "consent_on", "2021-11-09", NULL);
  nst_rules_fixture_add (f, "side2", "participant", "group", "@group", "side", "DEVELOPING",
                         "team", "@team2", "consent_on", "2021-11-09", NULL);
  nst_rules_fixture_add (f, "agreement", "agreement", "group", "@group", "experienced", "@team1",
                         "developing", "@team2", "operator", "@operator", "sent_on", "2021-11-19",
                         "returned_on", "2021-11-26", "registered_on", "2021-11-26", "end",
                         "2022-12-31", "state", "IN_FORCE", NULL);
  nst_rules_fixture_add (f, "sign1", "signature", "agreement", "@agreement", "party",
                         "EXPERIENCED", "organisation", "@school1", "signed_on", "2021-11-22",
                         NULL);
  nst_rules_fixture_add (f, "sign2", "signature", "agreement", "@agreement", "party",
                         "DEVELOPING", "organisation", "@school2", "signed_on", "2021-11-23",
                         NULL);
  nst_rules_fixture_add (f, "sign3", "signature", "agreement", "@agreement", "party", "OPERATOR",
                         "organisation", "@operator", "signed_on", "2021-11-24", NULL);
  nst_rules_fixture_add (f, "plan", "dissemination", "group", "@group", "title", "Семинар",
                         "sent_on", "2021-12-20", NULL);
}

static void
fill_program (NstRulesFixture *f)
{
  nst_rules_fixture_add (f, "program", "program", "group", "@group", "directions", "D", "start",
                         "2022-01-01", "end", "2022-12-31", "version", "1",
                         "experienced_agreed_on", "2021-12-31", "developing_agreed_on",
                         "2021-12-31", "agreed_on", "2021-12-31", "approved_on", "2022-01-01",
                         "approved_by", "@curator", "sent_on", "2022-01-01", "state",
                         "SENT_TO_OPERATOR", NULL);
  nst_rules_fixture_add (f, "stage1", "stage", "program", "@program", "title", "Первый этап",
                         "due", "due:Январь 2022 г.", NULL);
  nst_rules_fixture_add (f, "stage2", "stage", "program", "@program", "title", "Второй этап",
                         "due", "due:Февраль-декабрь 2022 г.", NULL);
  nst_rules_fixture_add (f, "activity1", "activity", "program", "@program", "stage", "@stage1",
                         "title", "Встреча", "due", "due:Январь 2022 г.", "responsible",
                         "Руководители", NULL);
  nst_rules_fixture_add (f, "activity2", "activity", "program", "@program", "stage", "@stage2",
                         "title", "Семинар", "due", "due:Март 2022 г.", "responsible",
                         "Руководители", NULL);
  nst_rules_fixture_add (f, "mark1", "mark", "activity", "@activity1", "status", "DONE", "date",
                         "2022-01-20", NULL);
  nst_rules_fixture_add (f, "mark2", "mark", "activity", "@activity2", "status", "NOT_DONE",
                         "reason", "карантин", "date", "2022-03-31", NULL);
  nst_rules_fixture_add (f, "note", "report", "program", "@program", "kind", "SUMMARY_NOTE",
                         "conclusions", "Выводы", "issued_on", "2022-12-28", "state", "ISSUED",
                         NULL);
  nst_rules_fixture_add (f, "final", "report", "program", "@program", "kind", "FINAL_REPORT",
                         "issued_on", "2022-12-30", "state", "ISSUED", NULL);
}

void
nst_rules_fixture_fill (NstRulesFixture *f)
{
  fill_people (f);
  fill_teams (f);
  fill_group (f);
  fill_program (f);
  nst_rules_fixture_add (f, "course", "course", "title", "Курс", "mandatory", "1", "end",
                         "2021-12-15", NULL);
  nst_rules_fixture_add (f, "training", "training", "course", "@course", "person", "@leader2",
                         "completed_on", "2021-12-15", NULL);
}
