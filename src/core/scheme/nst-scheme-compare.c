/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes from one version of a scheme to another. */
#include "config.h"

#include "scheme/nst-scheme-compare.h"

#include "scheme/nst-scheme-private.h"

#include <string.h>

/* One thing that a scheme says: where, under which code, in which words. */
typedef struct
{
  const char *part;
  char *group;
  char *code;
  char *words;
  gboolean matched;
} Row;

/**
 * nst_scheme_difference_free:
 * @self: (nullable): a difference
 */
void
nst_scheme_difference_free (NstSchemeDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->part);
  g_free (self->group);
  g_free (self->code);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
row_free (Row *self)
{
  g_free (self->group);
  g_free (self->code);
  g_free (self->words);
  g_free (self);
}

/* Takes the words. */
static void
add (GPtrArray *rows, const char *part, const char *group, const char *code, char *words)
{
  Row *row = g_new0 (Row, 1);

  row->part = part;
  row->group = g_strdup (group);
  row->code = g_strdup (code);
  row->words = words;
  g_ptr_array_add (rows, row);
}

/* Words that are not empty, with semicolons between them. */
static char *join (const char *first, ...) G_GNUC_NULL_TERMINATED;

static char *
join (const char *first, ...)
{
  GString *words = g_string_new (first);
  const char *next;
  va_list args;

  va_start (args, first);
  while ((next = va_arg (args, const char *)) != NULL)
    if (next[0] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", next);
  va_end (args);
  return g_string_free (words, FALSE);
}

#define OR_NOTHING(text) ((text) != NULL ? (text) : "")

static void
add_catalogues (NstScheme *scheme, GPtrArray *rows)
{
  g_autoptr (GList) names = nst_scheme_list_catalogues (scheme);

  for (GList *name = names; name != NULL; name = name->next)
    {
      NstCatalogue *catalogue = nst_scheme_get_catalogue (scheme, name->data);

      for (guint i = 0; i < nst_catalogue_get_size (catalogue); i++)
        {
          const NstCatalogueEntry *entry = nst_catalogue_get_nth (catalogue, i);
          g_autofree char *aliases = g_strjoinv ("; ", entry->aliases);

          /* States are told with their life cycle. */
          if (!g_str_has_suffix (name->data, "-state"))
            add (rows, "catalogue", name->data, entry->code,
                 join (entry->title, OR_NOTHING (entry->short_title), OR_NOTHING (entry->level),
                       OR_NOTHING (entry->note), aliases, NULL));
        }
    }
}

static void
add_limits (NstScheme *scheme, GPtrArray *rows)
{
  g_autoptr (GList) keys = nst_scheme_list_limits (scheme);

  for (GList *key = keys; key != NULL; key = key->next)
    add (rows, "limit", NULL, key->data, g_strdup (nst_scheme_get_limit (scheme, key->data)));
}

static void
add_texts (NstScheme *scheme, GPtrArray *rows)
{
  g_autoptr (GList) keys = nst_scheme_list_texts (scheme);

  for (GList *key = keys; key != NULL; key = key->next)
    add (rows, "text", NULL, key->data, g_strdup (nst_scheme_get_text (scheme, key->data)));
}

static void
add_plan (NstScheme *scheme, GPtrArray *rows)
{
  NstPlanTemplate *plan = nst_scheme_get_plan (scheme);
  GPtrArray *stages = nst_plan_template_get_stages (plan);
  GPtrArray *activities = nst_plan_template_get_activities (plan);

  for (guint i = 0; i < stages->len; i++)
    {
      const NstStageTemplate *stage = stages->pdata[i];

      add (rows, "stage", NULL, stage->code, join (stage->title, stage->due, NULL));
    }
  for (guint i = 0; i < activities->len; i++)
    {
      const NstActivityTemplate *activity = activities->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", activity->number);
      g_autofree char *roles = g_strjoinv (" ", activity->roles);
      g_autofree char *forms = g_strjoinv (" ", activity->forms);

      add (rows, "activity", activity->stage, number,
           join (activity->title, activity->due, activity->responsible, roles, forms,
                 OR_NOTHING (activity->report), OR_NOTHING (activity->course), NULL));
    }
}

static char *
dup_step_words (const NstLifeStep *step)
{
  g_autofree char *from = g_strjoinv (" ", step->from);
  g_autofree char *way = g_strdup_printf ("%s → %s", from, step->to);
  g_autofree char *who = g_strjoinv (" ", step->who);
  g_autofree char *guards = g_strjoinv (" ", step->guards);
  g_autofree char *asks = g_strjoinv (" ", step->asks);

  return join (step->title, way, who, guards, asks, step->operation, OR_NOTHING (step->paper),
               NULL);
}

static int
compare_cycles (gconstpointer a, gconstpointer b)
{
  return strcmp (nst_life_cycle_get_kind (*(NstLifeCycle *const *) a),
                 nst_life_cycle_get_kind (*(NstLifeCycle *const *) b));
}

static void
add_life_cycle (NstLifeCycle *cycle, GPtrArray *rows)
{
  const char *kind = nst_life_cycle_get_kind (cycle);
  GPtrArray *states = nst_life_cycle_get_states (cycle);
  GPtrArray *steps = nst_life_cycle_get_steps (cycle);
  GPtrArray *computed = nst_life_cycle_get_computed (cycle);

  for (guint i = 0; i < states->len; i++)
    {
      const NstLifeState *state = states->pdata[i];

      add (rows, "life-cycle", kind, state->code,
           join (state->title, state->tone, OR_NOTHING (state->counts_as), NULL));
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const NstLifeStep *step = steps->pdata[i];

      add (rows, "life-cycle", kind, step->code, dup_step_words (step));
    }
  for (guint i = 0; i < computed->len; i++)
    {
      const NstLifeComputed *row = computed->pdata[i];
      g_autofree char *from = g_strjoinv (" ", row->from);
      g_autofree char *when = g_strjoinv (" ", row->when);
      g_autofree char *code = g_strdup_printf ("%u", i + 1);
      g_autofree char *way = g_strdup_printf ("%s → %s", from, row->to);

      add (rows, "life-cycle", kind, code, join (way, when, NULL));
    }
}

static void
add_life_cycles (NstScheme *scheme, GPtrArray *rows)
{
  g_autoptr (GPtrArray) cycles = nst_scheme_list_life_cycles (scheme);

  g_ptr_array_sort (cycles, compare_cycles);
  for (guint i = 0; i < cycles->len; i++)
    add_life_cycle (cycles->pdata[i], rows);
}

static void
add_rules (NstScheme *scheme, GPtrArray *rows)
{
  GPtrArray *rules = nst_scheme_get_rules (scheme);
  GPtrArray *indicators = nst_scheme_get_indicators (scheme);

  for (guint i = 0; i < rules->len; i++)
    {
      const NstRuleText *rule = rules->pdata[i];

      add (rows, "rule", NULL, rule->number,
           join (rule->level, rule->paragraph, rule->text, rule->remedy, OR_NOTHING (rule->step),
                 NULL));
    }
  for (guint i = 0; i < indicators->len; i++)
    {
      const NstIndicatorText *indicator = indicators->pdata[i];

      add (rows, "indicator", NULL, indicator->code,
           join (indicator->title, indicator->unit, OR_NOTHING (indicator->formula),
                 OR_NOTHING (indicator->follows), indicator->school_years ? "school" : "",
                 indicator->printed ? "" : "unprinted", NULL));
    }
}

static void
add_extra_fields (NstScheme *scheme, GPtrArray *rows)
{
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GPtrArray *fields = nst_scheme_get_extra_fields (scheme, kinds[i]);

      for (guint j = 0; j < fields->len; j++)
        {
          const NstField *field = fields->pdata[j];
          g_autofree char *type = g_strdup_printf ("%d", (int) field->type);

          add (rows, "extra-field", kinds[i]->name, field->name,
               join (field->label, type, OR_NOTHING (field->target), NULL));
        }
    }
}

static char *
dup_deadline_words (const NstDeadlineText *deadline)
{
  g_autofree char *days = g_strdup_printf ("%d, %d", deadline->months, deadline->days);
  g_autofree char *who = g_strjoinv (" ", deadline->who);
  g_autofree char *when = g_strjoinv (" ", deadline->when);
  g_autofree char *met = g_strjoinv (" ", deadline->met);

  return join (deadline->title, OR_NOTHING (deadline->due), OR_NOTHING (deadline->due_limit),
               OR_NOTHING (deadline->after), days, OR_NOTHING (deadline->days_limit), who, when,
               met, NULL);
}

static void
add_deadlines (NstScheme *scheme, GPtrArray *rows)
{
  GPtrArray *deadlines = nst_scheme_get_deadlines (scheme);

  for (guint i = 0; i < deadlines->len; i++)
    {
      const NstDeadlineText *deadline = deadlines->pdata[i];

      add (rows, "deadline", deadline->kind, deadline->code, dup_deadline_words (deadline));
    }
}

static void
add_documents (NstScheme *scheme, GPtrArray *rows)
{
  GPtrArray *codes = nst_scheme_get_document_codes (scheme);

  for (guint i = 0; i < codes->len; i++)
    {
      xmlNode *document = nst_scheme_get_document (scheme, codes->pdata[i]);
      xmlBuffer *buffer = xmlBufferCreate ();

      xmlNodeDump (buffer, document->doc, document, 0, 0);
      add (rows, "document", NULL, codes->pdata[i],
           g_strdup ((const char *) xmlBufferContent (buffer)));
      xmlBufferFree (buffer);
    }
}

static GPtrArray *
list_rows (NstScheme *scheme)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  add_catalogues (scheme, rows);
  add_limits (scheme, rows);
  add_texts (scheme, rows);
  add_plan (scheme, rows);
  add_life_cycles (scheme, rows);
  add_rules (scheme, rows);
  add_deadlines (scheme, rows);
  add_extra_fields (scheme, rows);
  add_documents (scheme, rows);
  return rows;
}

static char *
dup_key (const Row *row, const char *name)
{
  return g_strjoin ("\n", row->part, OR_NOTHING (row->group), name, NULL);
}

/* Rows by part, group and code; activities have no code, they are the same when their words
 * are, wherever they stand in the stage. */
static GHashTable *
index_rows (GPtrArray *rows, gboolean by_words)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];

      if (!row->matched && (!by_words || strcmp (row->part, "activity") == 0))
        g_hash_table_insert (index, dup_key (row, by_words ? row->words : row->code), row);
    }
  return index;
}

/* Activities that are the same in both, though others before them came or went. */
static void
match_activities (GPtrArray *before, GPtrArray *after)
{
  g_autoptr (GHashTable) index = index_rows (before, TRUE);

  for (guint i = 0; i < after->len; i++)
    {
      Row *row = after->pdata[i];
      g_autofree char *key =
          strcmp (row->part, "activity") == 0 ? dup_key (row, row->words) : NULL;
      Row *same = key != NULL ? g_hash_table_lookup (index, key) : NULL;

      if (same != NULL && !same->matched)
        same->matched = row->matched = TRUE;
    }
}

/* What of a document is to be told: its title, not the whole template. */
static char *
dup_words (NstScheme *scheme, const Row *row)
{
  xmlChar *title;
  char *copy;

  if (row == NULL || strcmp (row->part, "document") != 0)
    return row != NULL ? g_strdup (row->words) : NULL;
  title = xmlGetNoNsProp (nst_scheme_get_document (scheme, row->code), BAD_CAST "title");
  copy = g_strdup (title != NULL ? (const char *) title : row->code);
  xmlFree (title);
  return copy;
}

static void
add_difference (GPtrArray *differences, NstScheme *before, const Row *old, NstScheme *after,
                const Row *now)
{
  const Row *row = now != NULL ? now : old;
  NstSchemeDifference *difference = g_new0 (NstSchemeDifference, 1);

  difference->part = g_strdup (row->part);
  difference->group = g_strdup (row->group);
  difference->code = g_strdup (row->code);
  difference->before = dup_words (before, old);
  difference->after = dup_words (after, now);
  g_ptr_array_add (differences, difference);
}

/**
 * nst_scheme_compare:
 * @before: a scheme
 * @after: the same in another version
 *
 * What a programme gets, loses and finds worded otherwise when it moves from one version to
 * the other: catalogues, limits, texts, rows of the plan, life cycles, rules, indicators,
 * extra fields and documents. A template that differs is named by its title on both sides.
 *
 * Returns: (transfer full) (element-type NstSchemeDifference): part by part, in the order of
 *   @after, then what is gone
 */
GPtrArray *
nst_scheme_compare (NstScheme *before, NstScheme *after)
{
  GPtrArray *differences =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nst_scheme_difference_free);
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GHashTable) index = NULL;

  g_return_val_if_fail (NST_IS_SCHEME (before) && NST_IS_SCHEME (after), differences);

  old = list_rows (before);
  now = list_rows (after);
  match_activities (old, now);
  index = index_rows (old, FALSE);
  for (guint i = 0; i < now->len; i++)
    {
      Row *row = now->pdata[i];
      g_autofree char *key = dup_key (row, row->code);
      Row *same = row->matched ? NULL : g_hash_table_lookup (index, key);

      if (same != NULL)
        same->matched = TRUE;
      if (!row->matched && (same == NULL || strcmp (same->words, row->words) != 0))
        add_difference (differences, before, same, after, row);
    }
  for (guint i = 0; i < old->len; i++)
    if (!((Row *) old->pdata[i])->matched)
      add_difference (differences, before, old->pdata[i], after, NULL);
  return differences;
}
