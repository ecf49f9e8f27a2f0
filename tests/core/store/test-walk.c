/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks all tables of fields: each field is entered, changed and undone by the door. */
#include "config.h"

#include "nst-store-fixture.h"

#include <string.h>

/* Two canonical values of a type; the first is entered, the second changed to. */
static const char *
sample (const NstField *field, guint nth)
{
  switch (field->type)
    {
    case NST_FIELD_TYPE_INT:
      return nth == 0 ? "7" : "12";
    case NST_FIELD_TYPE_BOOL:
      return nth == 0 ? "1" : "0";
    case NST_FIELD_TYPE_DATE:
      return nth == 0 ? "2021-11-26" : "2022-12-31";
    case NST_FIELD_TYPE_CODES:
    case NST_FIELD_TYPE_LIST:
      return nth == 0 ? "ONE" : "ONE\nсвоя формулировка";
    case NST_FIELD_TYPE_TEXT:
      return nth == 0 ? "строка" : "первая строка\nвторая «строка», 100 %";
    case NST_FIELD_TYPE_LINK:
      return nth == 0 ? "person/1" : "person/2";
    case NST_FIELD_TYPE_DUE:
      return nth == 0 ? "2021-11" : "2021-10..2021-11";
    case NST_FIELD_TYPE_STRING:
    case NST_FIELD_TYPE_CODE:
    case NST_FIELD_TYPE_RANK:
    case NST_FIELD_TYPE_REF:
    default:
      return nth == 0 ? "ОДИН" : "Ёлка";
    }
}

static NstRecord *add_record (NstStoreFixture *f, NstChange *change, const NstKind *kind,
                              GPtrArray *made);

/* A record that a required reference may name; made in the same change when needed. */
static void
fill_required (NstStoreFixture *f, NstChange *change, NstRecord *record, GPtrArray *made)
{
  const NstKind *kind = nst_record_get_kind (record);

  for (const NstField *field = kind->fields; field->name != NULL; field++)
    {
      if (!(field->flags & NST_FIELD_REQUIRED))
        continue;
      if (field->type == NST_FIELD_TYPE_REF)
        nst_change_set_ref (change, record, field->name,
                            add_record (f, change, nst_kinds_find (field->target), made));
      else
        nst_change_set (change, record, field->name, sample (field, 0));
    }
}

static NstRecord *
add_record (NstStoreFixture *f, NstChange *change, const NstKind *kind, GPtrArray *made)
{
  NstRecord *record = nst_change_add (change, kind->name, NULL);

  g_ptr_array_add (made, record);
  fill_required (f, change, record, made);
  return record;
}

static void
set_value (NstStoreFixture *f, NstChange *change, NstRecord *record, const NstField *field,
           guint nth, GPtrArray *made)
{
  if (field->type == NST_FIELD_TYPE_REF)
    nst_change_set_ref (change, record, field->name,
                        add_record (f, change, nst_kinds_find (field->target), made));
  else
    nst_change_set (change, record, field->name, sample (field, nth));
}

static void
apply (NstStoreFixture *f, NstChange *change)
{
  g_autoptr (GError) error = NULL;

  nst_store_apply (f->store, change, &error);
  g_assert_no_error (error);
}

static void
undo (NstStoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  nst_store_undo (f->store, NULL, &error);
  g_assert_no_error (error);
}

static char *
text_in_base (NstStoreFixture *f, const NstKind *kind, gint64 id, const char *field)
{
  g_autoptr (NstRecord) record = nst_store_dup (f->store, kind, id, NULL);

  return record != NULL ? g_strdup (nst_record_get_text (record, field)) : NULL;
}

static void
walk_field (NstStoreFixture *f, const NstKind *kind, const NstField *field)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NstChange) make = nst_change_new ("Make");
  g_autoptr (NstChange) enter = nst_change_new ("Enter");
  g_autoptr (NstChange) alter = nst_change_new ("Alter");
  NstRecord *record = add_record (f, make, kind, made);
  g_autofree char *before = NULL;
  g_autofree char *entered = NULL;
  g_autofree char *altered = NULL;
  g_autofree char *undone = NULL;
  gint64 id;

  apply (f, make);
  id = nst_record_get_id (record);
  g_assert_cmpint (id, >, 0);
  before = text_in_base (f, kind, id, field->name);
  set_value (f, enter, record, field, 0, made);
  apply (f, enter);
  entered = text_in_base (f, kind, id, field->name);
  g_assert_nonnull (entered);
  set_value (f, alter, record, field, 1, made);
  apply (f, alter);
  altered = text_in_base (f, kind, id, field->name);
  g_assert_cmpstr (altered, !=, entered);
  if (field->type != NST_FIELD_TYPE_REF)
    g_assert_cmpstr (altered, ==, sample (field, 1));
  g_clear_pointer (&made, g_ptr_array_unref);
  g_assert_finalize_object (g_steal_pointer (&alter));
  g_clear_object (&enter);
  g_clear_object (&make);

  nst_store_fixture_reopen (f);
  undo (f);
  undone = text_in_base (f, kind, id, field->name);
  g_assert_cmpstr (undone, ==, entered);
  if (g_strcmp0 (before, entered) != 0)
    {
      g_free (g_steal_pointer (&undone));
      undo (f);
      undone = text_in_base (f, kind, id, field->name);
      g_assert_cmpstr (undone, ==, before);
    }
}

static void
test_walk (NstStoreFixture *f, gconstpointer data)
{
  const NstKind *kind = data;
  g_autoptr (NstRecord) one = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstRecord) two = nst_store_fixture_add_person (f, "Зимина");

  g_clear_object (&one);
  g_clear_object (&two);
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    walk_field (f, kind, field);
}

int
main (int argc, char *argv[])
{
  const NstKind *const *kinds = nst_kinds_list ();

  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/walk/%s", kinds[i]->name);

      g_test_add (path, NstStoreFixture, kinds[i], nst_store_fixture_set_up, test_walk,
                  nst_store_fixture_tear_down);
    }
  return g_test_run ();
}
