/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that templates read and no record keeps: full names, sides of a group, marks. */
#include "config.h"

#include "documents/nst-derived-fields.h"

#include "documents/nst-derived-private.h"
#include "rules/nst-group-sides.h"
#include "text/nst-russian.h"

#include <string.h>

typedef NstDerivedQuery Query;

static NstValue *
get_fio (const Query *query)
{
  GString *text = g_string_new (nst_record_get_text (query->record, "last"));
  static const char *const parts[] = { "first", "middle" };
  NstValue *value;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = nst_record_get_text (query->record, parts[i]);

      if (part != NULL)
        g_string_append_printf (text, " %s", part);
    }
  value = nst_value_new_owned (text->str, NST_VALUE_NAME, query->object);
  g_string_free (text, TRUE);
  return value;
}

static NstValue *
get_sex (const Query *query)
{
  const char *sex = nst_record_get_text (query->record, "sex");

  return sex != NULL ? nst_value_new_text (sex) : NULL;
}

/* Tells where a correction of a case goes. */
static NstValue *
get_id (const Query *query)
{
  return nst_value_new_number (nst_record_get_id (query->record));
}

/* DOCUMENTS 15.1: after a post a participle agrees with the post, which is masculine,
 * unless the pack says "person". */
static NstValue *
get_agree (const Query *query)
{
  const char *setting = nst_scheme_get_limit (query->data->context.scheme, "document.agree");

  if (g_strcmp0 (setting, "person") == 0)
    return get_sex (query);
  return nst_value_new_text ("m");
}

/* A consent that was taken back hides what it covered; who never gave one here has given
 * it at school (clause 7.2 of the agreement). */
static gboolean
may_print_contacts (const Query *query, NstRecord *person)
{
  g_autoptr (GPtrArray) consents =
      nst_source_list_of (query->data->context.source, "consent", "person", person);
  gboolean withdrawn = FALSE;

  for (guint i = 0; i < consents->len; i++)
    {
      NstRecord *consent = g_ptr_array_index (consents, i);

      if (g_strcmp0 (nst_record_get_text (consent, "kind"), "PERSONAL_DATA") != 0)
        continue;
      if (nst_record_get_text (consent, "withdrawn_on") == NULL)
        return TRUE;
      withdrawn = TRUE;
    }
  return !withdrawn;
}

static void
append_text (NstValue *list, const char *text)
{
  if (text != NULL)
    nst_value_append (list, nst_value_new_text (text));
}

static NstValue *
get_phones (const Query *query)
{
  NstValue *list = nst_value_new_list ();

  if (may_print_contacts (query, query->record))
    {
      append_text (list, nst_record_get_text (query->record, "phone"));
      append_text (list, nst_record_get_text (query->record, "mobile"));
    }
  return list;
}

static NstValue *
get_contacts (const Query *query)
{
  g_autoptr (NstRecord) person =
      nst_source_dup_ref (query->data->context.source, query->record, "person");
  NstValue *list = nst_value_new_list ();
  const char *phone = nst_record_get_text (query->record, "phone");
  const char *email = nst_record_get_text (query->record, "email");

  if (person == NULL || !may_print_contacts (query, person))
    return list;
  if (phone == NULL)
    phone = nst_record_get_text (person, "mobile");
  if (phone == NULL)
    phone = nst_record_get_text (person, "phone");
  append_text (list, phone);
  append_text (list, email != NULL ? email : nst_record_get_text (person, "email"));
  return list;
}

static NstValue *
get_acting (const Query *query)
{
  const GDate *day = &query->data->day;
  GDate from, to;

  if (!nst_record_get_date (query->record, "acting_from", &from) ||
      g_date_compare (&from, day) > 0)
    return NULL;
  if (nst_record_get_date (query->record, "acting_to", &to) && g_date_compare (&to, day) < 0)
    return NULL;
  return nst_derived_take_record (query, nst_source_dup_ref (query->data->context.source,
                                                             query->record, "acting_head"));
}

static gboolean
has_role (NstRecord *member, const char *role)
{
  g_auto (GStrv) roles = nst_record_dup_list (member, "roles");

  return roles != NULL && g_strv_contains ((const char *const *) roles, role);
}

static int
get_place (NstRecord *member)
{
  if (has_role (member, "LEADER"))
    return 0;
  return has_role (member, "CONTACT") ? 1 : 2;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  NstRecord *first = *(NstRecord *const *) a;
  NstRecord *second = *(NstRecord *const *) b;
  int difference = get_place (first) - get_place (second);

  if (difference == 0)
    difference =
        g_strcmp0 (nst_record_get_text (first, "rank"), nst_record_get_text (second, "rank"));
  return difference;
}

static GPtrArray *
list_members (const Query *query)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_of (query->data->context.source, "member", "team", query->record);
  GPtrArray *active = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *member = g_ptr_array_index (all, i);

      if (nst_group_sides_is_active (member, &query->data->context.today))
        g_ptr_array_add (active, g_object_ref (member));
    }
  g_ptr_array_sort (active, compare_members);
  return active;
}

static NstValue *
get_members (const Query *query)
{
  return nst_derived_take_records (query, list_members (query));
}

static NstValue *
get_by_role (const Query *query)
{
  g_autoptr (GPtrArray) members = list_members (query);
  const char *role = strcmp (query->name, "leader") == 0 ? "LEADER" : "CONTACT";

  for (guint i = 0; i < members->len; i++)
    {
      NstRecord *member = g_ptr_array_index (members, i);

      if (has_role (member, role))
        return nst_record_value_new (query->data, member);
    }
  return NULL;
}

static NstValue *
get_side (const Query *query)
{
  const char *side =
      strcmp (query->name, "experienced-teams") == 0 ? NST_SIDE_EXPERIENCED : NST_SIDE_DEVELOPING;

  return nst_derived_take_records (query, nst_group_sides_list_teams (&query->data->context,
                                                                      query->record, side));
}

static NstValue *
get_operator (const Query *query)
{
  return nst_derived_take_record (query, nst_group_sides_dup_operator (&query->data->context,
                                                                       query->record));
}

static NstValue *
get_agreements (const Query *query)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_of (query->data->context.source, "agreement", "group", query->record);
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *agreement = g_ptr_array_index (all, i);

      if (nst_record_get_text (agreement, "cancelled_on") == NULL)
        nst_value_append (list, nst_record_value_new (query->data, agreement));
    }
  return list;
}

/* R89; "whole-term" is false for the rest of a term after a replacement. */
static NstValue *
get_term (const Query *query)
{
  GDate start, end;
  gboolean whole = FALSE;
  guint months;

  if (!nst_record_get_date (query->record, "start", &start) ||
      !nst_record_get_date (query->record, "end", &end))
    return NULL;
  months = nst_russian_months_between (&start, &end, &whole);
  if (nst_record_get_text (query->record, "previous") != NULL)
    whole = FALSE;
  return nst_value_new_number (strcmp (query->name, "months") == 0 ? (gint64) months : whole);
}

/**
 * nst_derived_fields_get_progress:
 * @data: of the document
 * @program: a programme
 *
 * Returns: (transfer none): where it stands on the document's day, computed once
 */
NstProgress *
nst_derived_fields_get_progress (NstRecordData *data, NstRecord *program)
{
  if (data->progress == NULL || data->program != nst_record_get_id (program))
    {
      g_clear_pointer (&data->progress, nst_progress_free);
      data->progress = nst_progress_new (&data->context, program);
      data->program = nst_record_get_id (program);
    }
  return data->progress;
}

static NstActivityProgress *
find_activity (const Query *query)
{
  g_autoptr (NstRecord) program =
      nst_source_dup_ref (query->data->context.source, query->record, "program");

  if (program == NULL)
    return NULL;
  return nst_progress_find (nst_derived_fields_get_progress (query->data, program),
                            nst_record_get_id (query->record));
}

static NstValue *
get_number (const Query *query)
{
  const NstActivityProgress *progress = find_activity (query);

  return progress != NULL ? nst_value_new_number (progress->number) : NULL;
}

static NstValue *
get_mark (const Query *query)
{
  const NstActivityProgress *progress = find_activity (query);

  if (progress == NULL || progress->mark == NULL)
    return NULL;
  return nst_record_value_new (query->data, progress->mark);
}

/* An activity that a correction took out is not printed. */
static NstValue *
get_activities (const Query *query)
{
  g_autoptr (NstRecord) program =
      nst_source_dup_ref (query->data->context.source, query->record, "program");
  NstValue *list = nst_value_new_list ();
  NstProgress *progress;

  if (program == NULL)
    return list;
  progress = nst_derived_fields_get_progress (query->data, program);
  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);

      if (nst_record_get_id (stage->stage) != nst_record_get_id (query->record))
        continue;
      for (guint k = 0; k < stage->activities->len; k++)
        {
          const NstActivityProgress *activity = g_ptr_array_index (stage->activities, k);

          if (activity->state != NST_ACTIVITY_CANCELLED)
            nst_value_append (list, nst_record_value_new (query->data, activity->activity));
        }
    }
  return list;
}

static const NstDerivedField own[] = {
  { "person", "fio", get_fio },
  { "person", "sex-code", get_sex },
  { "person", "record-id", get_id },
  { "person", "agree", get_agree },
  { "person", "phones", get_phones },
  { "member", "contacts", get_contacts },
  { "organisation", "acting", get_acting },
  { "team", "members", get_members },
  { "team", "leader", get_by_role },
  { "team", "contact", get_by_role },
  { "group", "experienced-teams", get_side },
  { "group", "developing-teams", get_side },
  { "group", "valid-agreements", get_agreements },
  { "group", "operator", get_operator },
  { "agreement", "months", get_term },
  { "agreement", "whole-term", get_term },
  { "activity", "number", get_number },
  { "activity", "mark", get_mark },
  { "stage", "activities", get_activities },
  { NULL, NULL, NULL },
};

static const NstDerivedField *const tables[] = {
  own, nst_derived_registers, nst_derived_orders, nst_derived_control, nst_derived_reports,
};

/**
 * nst_derived_fields_find:
 * @object: made by nst_record_value_new()
 * @name: of a field
 * @value: (out) (transfer full) (nullable): what it is
 *
 * Returns: whether there is such a derived field
 */
gboolean
nst_derived_fields_find (NstValue *object, const char *name, NstValue **value)
{
  Query query = { nst_record_value_get_data (object), nst_record_value_get_record (object),
                  object, name };
  const char *kind = nst_record_get_kind (query.record)->name;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const NstDerivedField *field = tables[i]; field->name != NULL; field++)
      if (strcmp (field->kind, kind) == 0 && strcmp (field->name, name) == 0)
        {
          *value = field->derive (&query);
          return TRUE;
        }
  return FALSE;
}
