/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values by date: what a field held on a day, and how it changes from a day on (R101). */
#include "config.h"

#include "model/nst-values.h"

#include "model/nst-error.h"
#include "model/nst-extra.h"
#include "model/nst-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is typed of a value goes with it: forms of an old name must not stand for a new one. */
static const struct
{
  const char *kind;
  const char *field;
  const char *forms[6];
} cases[] = {
  { "organisation", "full_name", { "name_gen", "name_dat", NULL } },
  { "organisation", "short_name", { "short_name_gen", NULL } },
  { "person", "last", { "fio_gen", "fio_dat", "fio_acc", "fio_ins", "fio_pre", NULL } },
  { "person", "post", { "post_gen", "post_dat", "post_acc", "post_ins", "post_pre", NULL } },
};

/**
 * nst_values_is_dated:
 * @field: a field
 *
 * Returns: whether its earlier values are kept by date
 */
gboolean
nst_values_is_dated (const NstField *field)
{
  return (field->flags & NST_FIELD_DATED) != 0;
}

static char *
dup_day (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date),
                          (guint) g_date_get_month (date), g_date_get_day (date));
}

static int
compare_until (gconstpointer a, gconstpointer b)
{
  NstRecord *first = *(NstRecord *const *) a;
  NstRecord *second = *(NstRecord *const *) b;

  return g_strcmp0 (nst_record_get_text (first, "until"), nst_record_get_text (second, "until"));
}

/* What fields of the record held earlier, the oldest first. */
static GPtrArray *
list_formers (NstSource *source, NstRecord *record)
{
  GPtrArray *formers = nst_record_get_id (record) > 0
                           ? nst_source_list_linked (source, "former", "subject", record)
                           : g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_sort (formers, compare_until);
  return formers;
}

static gboolean
is_of (NstRecord *former, const NstField *field)
{
  return g_strcmp0 (nst_record_get_text (former, "field"), field->name) == 0;
}

/* The value that stood on the day: the one that ended first on it or after it. */
static NstRecord *
find_former (GPtrArray *formers, const NstField *field, const char *day)
{
  for (guint i = 0; i < formers->len; i++)
    if (is_of (formers->pdata[i], field) &&
        g_strcmp0 (nst_record_get_text (formers->pdata[i], "until"), day) >= 0)
      return formers->pdata[i];
  return NULL;
}

/* The last value that had ended before the day. */
static NstRecord *
find_before (GPtrArray *formers, const NstField *field, const char *day)
{
  NstRecord *found = NULL;

  for (guint i = 0; i < formers->len; i++)
    if (is_of (formers->pdata[i], field) &&
        g_strcmp0 (nst_record_get_text (formers->pdata[i], "until"), day) < 0)
      found = formers->pdata[i];
  return found;
}

static char *
dup_text (NstRecord *former, const NstField *field)
{
  const NstKind *kind = NULL;
  gint64 id = 0;

  if (field->type != NST_FIELD_TYPE_REF)
    return g_strdup (nst_record_get_text (former, "value"));
  if (!nst_record_get_link (former, "record", &kind, &id))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static const NstField *
find_field (NstRecord *record, const char *name)
{
  const NstField *field = nst_kind_find_field (nst_record_get_kind (record), name);

  /* Extra fields are known to packs only; none is kept by date. */
  if (field == NULL && nst_extra_is_name (name))
    return nst_extra_define_plain (name);
  if (field == NULL)
    g_critical ("%s has no field \"%s\"", nst_record_get_kind (record)->name, name);
  return field;
}

/**
 * nst_values_at:
 * @source: a source
 * @record: a record
 * @field: name of one of its fields
 * @date: a day
 *
 * Returns: (transfer full) (nullable): canonical text that the field had on the day; a field
 *   whose earlier values are not kept has its present one
 */
char *
nst_values_at (NstSource *source, NstRecord *record, const char *field, const GDate *date)
{
  const NstField *found = find_field (record, field);
  g_autoptr (GPtrArray) formers = NULL;
  g_autofree char *day = NULL;
  NstRecord *former;

  g_return_val_if_fail (found != NULL && date != NULL, NULL);

  if (!nst_values_is_dated (found))
    return g_strdup (nst_record_get_text (record, field));
  formers = list_formers (source, record);
  day = dup_day (date);
  former = find_former (formers, found, day);
  return former != NULL ? dup_text (former, found)
                        : g_strdup (nst_record_get_text (record, field));
}

/* The record with the same identity and its present values. */
static NstRecord *
clone_record (NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  NstRecord *copy =
      nst_record_new (kind, nst_record_get_id (record), nst_record_get_uuid (record));

  nst_record_set_title (copy, nst_record_get_title (record));
  nst_record_copy_extras (copy, record);
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      nst_record_set_slot (copy, i, nst_record_get_slot (record, i));
      if (kind->fields[i].type == NST_FIELD_TYPE_REF)
        nst_record_set_display (copy, i, nst_record_get_display (record, kind->fields[i].name));
    }
  return copy;
}

/**
 * nst_values_dup_at:
 * @source: a source
 * @record: a record
 * @date: a day
 *
 * Returns: (transfer full): the record as it was on the day; @record itself when it was no
 *   different
 */
NstRecord *
nst_values_dup_at (NstSource *source, NstRecord *record, const GDate *date)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_autoptr (GPtrArray) formers = NULL;
  g_autofree char *day = NULL;
  NstRecord *copy = NULL;

  if (!nst_kind_has_dated (kind) || !g_date_valid (date))
    return g_object_ref (record);
  formers = list_formers (source, record);
  day = dup_day (date);
  for (guint i = 0; formers->len > 0 && kind->fields[i].name != NULL; i++)
    {
      NstRecord *former = find_former (formers, &kind->fields[i], day);
      g_autofree char *text = former != NULL ? dup_text (former, &kind->fields[i]) : NULL;

      if (former == NULL)
        continue;
      if (copy == NULL)
        copy = clone_record (record);
      nst_record_set_slot (copy, i, text);
      if (kind->fields[i].type == NST_FIELD_TYPE_REF)
        nst_record_set_display (copy, i, nst_record_get_text (former, "shown"));
    }
  return copy != NULL ? copy : g_object_ref (record);
}

static void
free_value (gpointer data)
{
  NstDatedValue *value = data;

  g_free (value->text);
  g_free (value->shown);
  g_free (value->from);
  g_free (value->until);
  g_free (value->basis);
  g_free (value);
}

static char *
dup_next_day (const char *text)
{
  guint year = 0, month = 0, day = 0;
  GDate date;

  if (text == NULL || strlen (text) != 10)
    return NULL;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  day = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_add_days (&date, 1);
  return dup_day (&date);
}

/**
 * nst_values_list:
 * @source: a source
 * @record: a record
 * @field: name of one of its fields
 *
 * Returns: (transfer full) (element-type NstDatedValue): what the field held and holds, the
 *   oldest first, the present value last
 */
GPtrArray *
nst_values_list (NstSource *source, NstRecord *record, const char *field)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (free_value);
  const NstField *found = find_field (record, field);
  g_autoptr (GPtrArray) formers = NULL;
  NstDatedValue *value;

  g_return_val_if_fail (found != NULL, values);

  formers = list_formers (source, record);
  for (guint i = 0; i < formers->len; i++)
    {
      NstRecord *former = formers->pdata[i];

      if (!is_of (former, found))
        continue;
      value = g_new0 (NstDatedValue, 1);
      value->text = dup_text (former, found);
      value->shown = g_strdup (nst_record_get_text (former, "shown"));
      value->from = g_strdup (nst_record_get_text (former, "from"));
      value->until = g_strdup (nst_record_get_text (former, "until"));
      value->basis = g_strdup (nst_record_get_text (former, "basis"));
      g_ptr_array_add (values, value);
    }
  value = g_new0 (NstDatedValue, 1);
  value->text = g_strdup (nst_record_get_text (record, field));
  value->shown = g_strdup (nst_record_get_display (record, field));
  if (values->len > 0)
    value->from = dup_next_day (((NstDatedValue *) values->pdata[values->len - 1])->until);
  g_ptr_array_add (values, value);
  return values;
}

/* What is kept of a value: its text, or the record that it names, and how people read it. */
static void
put_value (NstSource *source, NstChange *change, NstRecord *former, const NstField *field,
           const char *text)
{
  g_autoptr (NstRecord) target = NULL;

  if (field->type != NST_FIELD_TYPE_REF)
    {
      nst_change_set (change, former, "value", text);
      nst_change_set (change, former, "shown", text);
      return;
    }
  if (text != NULL)
    target = nst_source_dup (source, field->target, g_ascii_strtoll (text, NULL, 10));
  nst_change_set_link (change, former, "record", target);
  nst_change_set (change, former, "shown", target != NULL ? nst_record_get_title (target) : NULL);
}

static NstRecord *
keep (NstSource *source, NstChange *change, NstRecord *record, const NstField *field,
      const char *text)
{
  NstRecord *former = nst_change_add (change, "former", "field", field->name, NULL);

  nst_change_set_link (change, former, "subject", record);
  put_value (source, change, former, field, text);
  return former;
}

/* The new value lies before a later one: it takes the rest of the value that stood then. */
static void
split (NstSource *source, NstChange *change, NstRecord *record, const NstField *field,
       NstRecord *former, const char *text, const char *day, const char *last, const char *basis)
{
  g_autoptr (NstRecord) inner = keep (source, change, record, field, text);

  nst_change_set (change, inner, "from", day);
  nst_change_set (change, inner, "until", nst_record_get_text (former, "until"));
  nst_change_set (change, inner, "basis", nst_record_get_text (former, "basis"));
  nst_change_set (change, former, "until", last);
  nst_change_set (change, former, "basis", basis);
}

static gboolean
refuse (const NstField *field, GError **error)
{
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               _ ("“%s” (%s) is not kept by date; change it without a day."), _ (field->label),
               field->name);
  return FALSE;
}

static void
set_from (NstSource *source, NstChange *change, NstRecord *record, const NstField *field,
          const char *text, const GDate *from, const char *basis)
{
  g_autoptr (GPtrArray) formers = list_formers (source, record);
  g_autofree char *day = dup_day (from);
  g_autofree char *last = NULL;
  g_autofree char *since = NULL;
  g_autoptr (NstRecord) former = NULL;
  NstRecord *standing = find_former (formers, field, day);
  NstRecord *before = find_before (formers, field, day);
  GDate eve = *from;
  gboolean same_day;

  g_date_subtract_days (&eve, 1);
  last = dup_day (&eve);
  same_day = before != NULL && g_strcmp0 (nst_record_get_text (before, "until"), last) == 0;
  if (standing != NULL && same_day)
    put_value (source, change, standing, field, text);
  else if (standing != NULL)
    split (source, change, record, field, standing, text, day, last, basis);
  if (standing != NULL || g_strcmp0 (text, nst_record_get_text (record, field->name)) == 0)
    return;
  if (!same_day)
    {
      former = keep (source, change, record, field, nst_record_get_text (record, field->name));
      since = before != NULL ? dup_next_day (nst_record_get_text (before, "until")) : NULL;
      nst_change_set (change, former, "from", since);
      nst_change_set (change, former, "until", last);
      nst_change_set (change, former, "basis", basis);
    }
  nst_change_set (change, record, field->name, text);
}

/**
 * nst_values_set_from:
 * @source: a source
 * @change: gets what is done
 * @record: a record of the base
 * @field: name of a field whose values are kept by date
 * @text: (nullable): canonical text that it has from the day on
 * @from: first day of the new value
 * @basis: (nullable): why: the paper that says so
 * @error: %NST_INPUT_ERROR for a field that is not kept by date
 *
 * The value that stood until the day before stays known (R101). A day before an earlier change
 * alters only what was valid between the two.
 *
 * Returns: %TRUE when the change holds it
 */
gboolean
nst_values_set_from (NstSource *source, NstChange *change, NstRecord *record, const char *field,
                     const char *text, const GDate *from, const char *basis, GError **error)
{
  const NstField *found = find_field (record, field);

  g_return_val_if_fail (found != NULL && from != NULL && g_date_valid (from), FALSE);

  if (!nst_values_is_dated (found))
    return refuse (found, error);
  if (text == NULL && (found->flags & NST_FIELD_REQUIRED))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                   _ ("%s (%s) must not be empty; fill it in."), _ (found->label), found->name);
      return FALSE;
    }
  set_from (source, change, record, found, text, from, basis);
  return TRUE;
}

static gboolean
is_kept_in (NstChange *change, NstRecord *record, const char *field)
{
  GPtrArray *items = nst_change_get_items (change);

  for (guint i = 0; i < items->len; i++)
    {
      NstChangeItem *item = g_ptr_array_index (items, i);

      if (item->op == NST_CHANGE_ADD &&
          strcmp (nst_record_get_kind (item->record)->name, "former") == 0 &&
          g_strcmp0 (nst_record_get_text (item->record, "field"), field) == 0)
        return TRUE;
      if (item->op == NST_CHANGE_SET && item->record == record &&
          strcmp (item->field->name, field) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * nst_values_clear_cases:
 * @source: a source
 * @change: holds a name or post that changes from a day on
 * @record: whose
 * @from: that day
 * @basis: (nullable): why
 *
 * Typed cases of a name that ends with the day before end with it, unless the change gives new
 * ones: papers decline the new name by rule then.
 */
void
nst_values_clear_cases (NstSource *source, NstChange *change, NstRecord *record,
                        const GDate *from, const char *basis)
{
  const NstKind *kind = nst_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (strcmp (cases[i].kind, kind->name) != 0 || !is_kept_in (change, record, cases[i].field))
        continue;
      for (guint j = 0; cases[i].forms[j] != NULL; j++)
        if (!is_kept_in (change, record, cases[i].forms[j]))
          set_from (source, change, record, nst_kind_find_field (kind, cases[i].forms[j]), NULL,
                    from, basis);
    }
}
