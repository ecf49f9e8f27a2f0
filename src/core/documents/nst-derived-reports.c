/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived fields that reports, consents and certificates read. */
#include "config.h"

#include "documents/nst-calendar-value.h"
#include "documents/nst-coverage-value.h"
#include "documents/nst-derived-private.h"
#include "documents/nst-named-value.h"
#include "documents/nst-natural.h"

#include "rules/nst-group-sides.h"

#include <string.h>

#define NOTE_FORM "D6"
#define NOTE_KIND "SUMMARY_NOTE"

/* Shorter words of an organisation's name are found in every post. */
#define TELLING_WORD 4

static NstValue *
get_coverage (const NstDerivedQuery *query)
{
  return nst_coverage_value_new (query->data);
}

static NstValue *
get_calendar (const NstDerivedQuery *query)
{
  gboolean personal = strcmp (nst_record_get_kind (query->record)->name, "person") == 0;

  return nst_calendar_value_new (query->data, personal ? query->record : NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return nst_natural_compare (nst_record_get_text (*(NstRecord *const *) a, "name"),
                              nst_record_get_text (*(NstRecord *const *) b, "name"));
}

static NstValue *
get_territories (const NstDerivedQuery *query)
{
  GPtrArray *territories = nst_source_list (query->data->context.source, "territory", NULL, NULL);

  g_ptr_array_sort (territories, compare_names);
  return nst_derived_take_records (query, territories);
}

/* The office's own organisation, or the only operator that it knows. */
static NstValue *
get_operator (const NstDerivedQuery *query)
{
  NstSource *source = query->data->context.source;
  NstRecord *own = nst_source_dup_ref (source, query->record, "organisation");
  g_autoptr (GPtrArray) operators = NULL;

  if (own != NULL && g_strcmp0 (nst_record_get_text (own, "kind"), "OPERATOR") == 0)
    return nst_derived_take_record (query, own);
  g_clear_object (&own);
  operators = nst_source_list (source, "organisation", "kind", "OPERATOR");
  return operators->len == 1 ? nst_record_value_new (query->data, operators->pdata[0]) : NULL;
}

/* The answers of a territory to the concept of monitoring are extra fields of the pack, one for
 * each measure and question: "x-M1-TERMS". */
static const char *
get_answer (const NstDerivedQuery *query, const char *measure, const char *question)
{
  g_autofree char *name = g_strdup_printf ("x-%s-%s", measure, question);
  NstScheme *scheme = query->data->context.scheme;

  if (nst_scheme_find_field_of (scheme, query->record, name) == NULL)
    return NULL;
  return nst_record_get_text (query->record, name);
}

static NstValue *
make_answers (const NstDerivedQuery *query, const NstCatalogueEntry *measure)
{
  NstCatalogue *questions =
      nst_scheme_get_catalogue (query->data->context.scheme, "monitoring-question");
  NstValue *row = nst_named_value_new (measure->title);

  nst_value_set_text (row, "code", measure->code);
  nst_value_set_text (row, "title", measure->title);
  for (guint i = 0; questions != NULL && i < nst_catalogue_get_size (questions); i++)
    {
      const char *question = nst_catalogue_get_nth (questions, i)->code;
      const char *answer = get_answer (query, measure->code, question);
      g_autofree char *name = g_ascii_strdown (question, -1);

      if (answer != NULL)
        nst_named_value_put (row, name, g_ascii_strtoll (answer, NULL, 10));
    }
  return row;
}

static NstValue *
get_monitoring (const NstDerivedQuery *query)
{
  NstCatalogue *measures =
      nst_scheme_get_catalogue (query->data->context.scheme, "monitoring-measure");
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; measures != NULL && i < nst_catalogue_get_size (measures); i++)
    nst_value_append (list, make_answers (query, nst_catalogue_get_nth (measures, i)));
  return list;
}

/* How often the answer is yes; missing before the first answer. */
static NstValue *
get_monitoring_yes (const NstDerivedQuery *query)
{
  NstCatalogue *measures =
      nst_scheme_get_catalogue (query->data->context.scheme, "monitoring-measure");
  NstCatalogue *questions =
      nst_scheme_get_catalogue (query->data->context.scheme, "monitoring-question");
  const char *concept = nst_record_get_text (query->record, "has_concept");
  gboolean answered = concept != NULL;
  gint64 n = g_strcmp0 (concept, "1") == 0 ? 1 : 0;

  for (guint i = 0; measures != NULL && i < nst_catalogue_get_size (measures); i++)
    for (guint k = 0; questions != NULL && k < nst_catalogue_get_size (questions); k++)
      {
        const char *answer = get_answer (query, nst_catalogue_get_nth (measures, i)->code,
                                         nst_catalogue_get_nth (questions, k)->code);

        answered |= answer != NULL;
        n += g_strcmp0 (answer, "1") == 0 ? 1 : 0;
      }
  return answered ? nst_value_new_number (n) : NULL;
}

/* Pages of the note that was issued last and is enclosed with the final report. */
static NstValue *
get_note_pages (const NstDerivedQuery *query)
{
  NstSource *source = query->data->context.source;
  g_autoptr (GPtrArray) reports = nst_source_list_of (source, "report", "program", query->record);
  gint64 newest = 0, pages = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      g_autoptr (GPtrArray) documents = NULL;

      if (g_strcmp0 (nst_record_get_text (reports->pdata[i], "kind"), NOTE_KIND) != 0)
        continue;
      documents = nst_source_list_linked (source, "document", "subject", reports->pdata[i]);
      for (guint k = 0; k < documents->len; k++)
        {
          NstRecord *document = g_ptr_array_index (documents, k);

          if (g_strcmp0 (nst_record_get_text (document, "form"), NOTE_FORM) != 0 ||
              nst_record_get_id (document) < newest)
            continue;
          newest = nst_record_get_id (document);
          pages = nst_record_get_int (document, "pages");
        }
    }
  return pages > 0 ? nst_value_new_number (pages) : NULL;
}

/* «специалист ВГАПО» says already where; «методист» does not. */
static gboolean
names_place (const char *post, const char *organisation)
{
  g_auto (GStrv) words = g_strsplit_set (organisation, " «»\"„“()", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= TELLING_WORD && strstr (post, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Of the organisation a person works in, where her post does not say it. */
static NstValue *
get_workplace (const NstDerivedQuery *query)
{
  g_autoptr (NstRecord) organisation =
      nst_source_dup_ref (query->data->context.source, query->record, "organisation");
  const char *post = nst_record_get_text (query->record, "post");
  const char *name =
      organisation != NULL ? nst_record_get_text (organisation, "short_name") : NULL;
  const char *genitive =
      organisation != NULL ? nst_record_get_text (organisation, "short_name_gen") : NULL;

  if (genitive == NULL || (post != NULL && name != NULL && names_place (post, name)))
    return NULL;
  return nst_value_new_text (genitive);
}

NstRecord *
nst_derived_reports_dup_group (const NstRuleContext *context, NstRecord *record)
{
  g_autoptr (NstRecord) team = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  NstRecord *found = NULL;

  if (strcmp (nst_record_get_kind (record)->name, "group") == 0)
    return g_object_ref (record);
  team = nst_source_dup_ref (context->source, record, "team");
  entries =
      team != NULL ? nst_source_list_of (context->source, "participant", "team", team) : NULL;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (found == NULL || nst_group_sides_is_active (entries->pdata[i], &context->today))
      found = entries->pdata[i];
  return found != NULL ? nst_source_dup_ref (context->source, found, "group") : NULL;
}

static NstValue *
get_group (const NstDerivedQuery *query)
{
  return nst_derived_take_record (query, nst_derived_reports_dup_group (&query->data->context,
                                                                        query->record));
}

const NstDerivedField nst_derived_reports[] = {
  { "office", "coverage", get_coverage },
  { "office", "calendar", get_calendar },
  { "office", "territories", get_territories },
  { "office", "operator", get_operator },
  { "person", "calendar", get_calendar },
  { "person", "workplace-gen", get_workplace },
  { "member", "group", get_group },
  { "program", "note-pages", get_note_pages },
  { "territory", "monitoring", get_monitoring },
  { "territory", "monitoring-yes", get_monitoring_yes },
  { NULL, NULL, NULL },
};
