/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scheme: one regulation as data, read from packs. */
#include "config.h"

#include "scheme/nst-scheme-private.h"

#include <stdio.h>
#include <string.h>

struct _NstScheme
{
  GObject parent_instance;

  char *id;
  char *version;
  char *title;
  char *summary;
  char *subject_kind;

  GPtrArray *packs;        /* own the XML that documents point into */
  GHashTable *catalogues;  /* name -> NstCatalogue */
  GHashTable *limits;      /* key -> value */
  GHashTable *texts;       /* key -> text */
  GHashTable *life_cycles; /* kind -> NstLifeCycle */
  GPtrArray *rules;
  GHashTable *rules_by_number;
  GPtrArray *indicators;
  GPtrArray *deadlines;
  GPtrArray *document_codes;
  GHashTable *documents; /* code -> xmlNode */
  GHashTable *blocks;    /* name -> xmlNode */
  GHashTable *extra;     /* NstKind -> GPtrArray of NstField */
  GPtrArray *no_extra;   /* what kinds without extra fields have */
  NstPlanTemplate *plan;
};

G_DEFINE_FINAL_TYPE (NstScheme, nst_scheme, G_TYPE_OBJECT)

static void
nst_scheme_finalize (GObject *object)
{
  NstScheme *self = NST_SCHEME (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->subject_kind, g_free);
  g_clear_pointer (&self->catalogues, g_hash_table_unref);
  g_clear_pointer (&self->limits, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->life_cycles, g_hash_table_unref);
  g_clear_pointer (&self->rules_by_number, g_hash_table_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->deadlines, g_ptr_array_unref);
  g_clear_pointer (&self->document_codes, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_hash_table_unref);
  g_clear_pointer (&self->blocks, g_hash_table_unref);
  g_clear_pointer (&self->extra, g_hash_table_unref);
  g_clear_pointer (&self->no_extra, g_ptr_array_unref);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  G_OBJECT_CLASS (nst_scheme_parent_class)->finalize (object);
}

static void
nst_scheme_class_init (NstSchemeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_scheme_finalize;
}

static void
nst_scheme_init (NstScheme *self)
{
  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_pack_free);
  self->catalogues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->life_cycles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_rule_text_free);
  self->rules_by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_indicator_text_free);
  self->deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_deadline_text_free);
  self->document_codes = g_ptr_array_new_with_free_func (g_free);
  self->documents = g_hash_table_new (g_str_hash, g_str_equal);
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->extra = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->no_extra = g_ptr_array_new ();
  self->plan = nst_plan_template_new ();
}

NstScheme *
nst_scheme_new (void)
{
  return g_object_new (NST_TYPE_SCHEME, NULL);
}

/**
 * nst_scheme_get_id:
 * @self: a scheme
 *
 * Returns: (transfer none): name of its pack: "dubovka-mentoring"
 */
const char *
nst_scheme_get_id (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->id;
}

/**
 * nst_scheme_get_version:
 * @self: a scheme
 *
 * Returns: (transfer none): version of its pack; a programme keeps the one it was made with
 */
const char *
nst_scheme_get_version (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->version;
}

/**
 * nst_scheme_get_title:
 * @self: a scheme
 *
 * Returns: (transfer none): what people read in a list of schemes
 */
const char *
nst_scheme_get_title (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->title;
}

/**
 * nst_scheme_get_summary:
 * @self: a scheme
 *
 * Returns: (transfer none) (nullable): one line about what it brings
 */
const char *
nst_scheme_get_summary (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->summary;
}

/**
 * nst_scheme_get_subject_kind:
 * @self: a scheme
 *
 * Returns: (transfer none): "TEAM", "PERSON" or "TERRITORY"
 */
const char *
nst_scheme_get_subject_kind (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->subject_kind;
}

/**
 * nst_scheme_get_catalogue:
 * @self: a scheme
 * @name: (nullable): "direction", "form", "role", "team-state" and so on
 *
 * Returns: (transfer none) (nullable): the catalogue; an empty one where the regulation has
 *   nothing to say
 */
NstCatalogue *
nst_scheme_get_catalogue (NstScheme *self, const char *name)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return name != NULL ? g_hash_table_lookup (self->catalogues, name) : NULL;
}

/**
 * nst_scheme_dup_title_of:
 * @self: a scheme
 * @catalogue: name of a catalogue
 * @code: (nullable): a code, or an own wording of an open catalogue
 *
 * Returns: (transfer full) (nullable): the wording for people; @code itself when the
 *   catalogue does not know it; %NULL when @code is %NULL
 */
char *
nst_scheme_dup_title_of (NstScheme *self, const char *catalogue, const char *code)
{
  NstCatalogue *codes = nst_scheme_get_catalogue (self, catalogue);
  const NstCatalogueEntry *entry = codes != NULL ? nst_catalogue_find (codes, code) : NULL;

  return g_strdup (entry != NULL ? entry->title : code);
}

/**
 * nst_scheme_get_limit:
 * @self: a scheme
 * @key: key of a limit: "program.months.min"
 *
 * Returns: (transfer none) (nullable): its value as written
 */
const char *
nst_scheme_get_limit (NstScheme *self, const char *key)
{
  g_return_val_if_fail (NST_IS_SCHEME (self) && key != NULL, NULL);
  return g_hash_table_lookup (self->limits, key);
}

/**
 * nst_scheme_get_limit_int:
 * @self: a scheme
 * @key: key of a limit
 * @fallback: given back where there is no such limit or it is not a whole number
 *
 * Returns: the number
 */
gint64
nst_scheme_get_limit_int (NstScheme *self, const char *key, gint64 fallback)
{
  const char *value = nst_scheme_get_limit (self, key);
  gint64 number;

  if (value == NULL ||
      !g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return fallback;
  return number;
}

/**
 * nst_scheme_get_limit_date:
 * @self: a scheme
 * @key: key of a limit
 * @date: (out): the day
 *
 * Returns: whether there is such a limit and it is a day
 */
gboolean
nst_scheme_get_limit_date (NstScheme *self, const char *key, GDate *date)
{
  const char *value = nst_scheme_get_limit (self, key);
  int year, month, day, length = 0;

  g_return_val_if_fail (date != NULL, FALSE);
  if (value == NULL || strlen (value) != 10 ||
      sscanf (value, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * nst_scheme_get_text:
 * @self: a scheme
 * @key: key of a text: "regulation.title"
 *
 * Returns: (transfer none) (nullable): the phrase of the regulation
 */
const char *
nst_scheme_get_text (NstScheme *self, const char *key)
{
  g_return_val_if_fail (NST_IS_SCHEME (self) && key != NULL, NULL);
  return g_hash_table_lookup (self->texts, key);
}

/**
 * nst_scheme_get_plan:
 * @self: a scheme
 *
 * Returns: (transfer none): the plan template; without rows when the scheme has none
 */
NstPlanTemplate *
nst_scheme_get_plan (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->plan;
}

/**
 * nst_scheme_get_life_cycle:
 * @self: a scheme
 * @kind: name of a kind of record: "team"
 *
 * Returns: (transfer none) (nullable): the life cycle of such records
 */
NstLifeCycle *
nst_scheme_get_life_cycle (NstScheme *self, const char *kind)
{
  g_return_val_if_fail (NST_IS_SCHEME (self) && kind != NULL, NULL);
  return g_hash_table_lookup (self->life_cycles, kind);
}

/**
 * nst_scheme_get_rules:
 * @self: a scheme
 *
 * Returns: (transfer none) (element-type NstRuleText): the rules that it words
 */
GPtrArray *
nst_scheme_get_rules (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->rules;
}

/**
 * nst_scheme_find_rule:
 * @self: a scheme
 * @number: "R21"
 *
 * Returns: (transfer none) (nullable): the rule as the scheme words it
 */
NstRuleText *
nst_scheme_find_rule (NstScheme *self, const char *number)
{
  g_return_val_if_fail (NST_IS_SCHEME (self) && number != NULL, NULL);
  return g_hash_table_lookup (self->rules_by_number, number);
}

/**
 * nst_scheme_get_document_codes:
 * @self: a scheme
 *
 * Returns: (transfer none) (element-type utf8): codes of the documents that have a template
 */
GPtrArray *
nst_scheme_get_document_codes (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->document_codes;
}

/**
 * nst_scheme_get_document:
 * @self: a scheme
 * @code: (nullable): code of a document: "D3"
 *
 * Returns: (transfer none) (nullable): its template, owned by the scheme
 */
xmlNode *
nst_scheme_get_document (NstScheme *self, const char *code)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return code != NULL ? g_hash_table_lookup (self->documents, code) : NULL;
}

/**
 * nst_scheme_get_indicators:
 * @self: a scheme
 *
 * Returns: (transfer none) (element-type NstIndicatorText): its indicators
 */
GPtrArray *
nst_scheme_get_indicators (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->indicators;
}

/**
 * nst_scheme_find_indicator:
 * @self: a scheme
 * @code: (nullable): of an indicator
 *
 * Returns: (transfer none) (nullable): its wording
 */
const NstIndicatorText *
nst_scheme_find_indicator (NstScheme *self, const char *code)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);

  for (guint i = 0; i < self->indicators->len; i++)
    if (g_strcmp0 (((const NstIndicatorText *) self->indicators->pdata[i])->code, code) == 0)
      return self->indicators->pdata[i];
  return NULL;
}

void
nst_scheme_set_head (NstScheme *self, const char *id, const char *version,
                     const char *subject_kind, const char *title, const char *summary)
{
  self->id = g_strdup (id);
  self->version = g_strdup (version);
  self->subject_kind = g_strdup (subject_kind);
  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
}

/* Keeps the pack's XML alive as long as the scheme. */
void
nst_scheme_take_pack (NstScheme *self, NstPack *pack)
{
  g_ptr_array_add (self->packs, pack);
}

NstCatalogue *
nst_scheme_ensure_catalogue (NstScheme *self, const char *name)
{
  NstCatalogue *catalogue = g_hash_table_lookup (self->catalogues, name);

  if (catalogue == NULL)
    {
      catalogue = nst_catalogue_new (name, FALSE);
      g_hash_table_insert (self->catalogues, g_strdup (name), catalogue);
    }
  return catalogue;
}

void
nst_scheme_set_limit (NstScheme *self, const char *key, const char *value)
{
  g_hash_table_replace (self->limits, g_strdup (key), g_strdup (value));
}

void
nst_scheme_set_text (NstScheme *self, const char *key, const char *text)
{
  g_hash_table_replace (self->texts, g_strdup (key), g_strdup (text));
}

void
nst_scheme_take_plan (NstScheme *self, NstPlanTemplate *plan)
{
  g_clear_object (&self->plan);
  self->plan = plan;
}

NstLifeCycle *
nst_scheme_ensure_life_cycle (NstScheme *self, const char *kind)
{
  NstLifeCycle *cycle = g_hash_table_lookup (self->life_cycles, kind);

  if (cycle == NULL)
    {
      cycle = nst_life_cycle_new (kind, "");
      g_hash_table_insert (self->life_cycles, g_strdup (kind), cycle);
    }
  return cycle;
}

/* A rule with the same number leaves its place to the new one. */
void
nst_scheme_take_rule (NstScheme *self, NstRuleText *rule)
{
  NstRuleText *old = g_hash_table_lookup (self->rules_by_number, rule->number);
  guint position;

  if (old != NULL && g_ptr_array_find (self->rules, old, &position))
    {
      g_hash_table_remove (self->rules_by_number, old->number);
      nst_rule_text_free (old);
      self->rules->pdata[position] = rule;
    }
  else
    g_ptr_array_add (self->rules, rule);
  g_hash_table_insert (self->rules_by_number, rule->number, rule);
}

void
nst_scheme_take_indicator (NstScheme *self, NstIndicatorText *indicator)
{
  for (guint i = 0; i < self->indicators->len; i++)
    {
      NstIndicatorText *old = self->indicators->pdata[i];

      if (strcmp (old->code, indicator->code) == 0)
        {
          nst_indicator_text_free (old);
          self->indicators->pdata[i] = indicator;
          return;
        }
    }
  g_ptr_array_add (self->indicators, indicator);
}

/**
 * nst_scheme_get_deadlines:
 * @self: a scheme
 *
 * Returns: (transfer none) (element-type NstDeadlineText): its deadlines
 */
GPtrArray *
nst_scheme_get_deadlines (NstScheme *self)
{
  g_return_val_if_fail (NST_IS_SCHEME (self), NULL);
  return self->deadlines;
}

/* A deadline of the same code leaves its place to the new one. */
void
nst_scheme_take_deadline (NstScheme *self, NstDeadlineText *deadline)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    if (strcmp (((NstDeadlineText *) self->deadlines->pdata[i])->code, deadline->code) == 0)
      {
        nst_deadline_text_free (self->deadlines->pdata[i]);
        self->deadlines->pdata[i] = deadline;
        return;
      }
  g_ptr_array_add (self->deadlines, deadline);
}

void
nst_scheme_set_block (NstScheme *self, const char *name, xmlNode *node)
{
  g_hash_table_insert (self->blocks, g_strdup (name), node);
}

/**
 * nst_scheme_get_block:
 * @self: a scheme
 * @name: of a block
 *
 * Returns: (nullable) (transfer none): the <block> that documents share under that name
 */
xmlNode *
nst_scheme_get_block (NstScheme *self, const char *name)
{
  return g_hash_table_lookup (self->blocks, name);
}

/* The first @count documents come after the others: what all regulations share is not what a
 * record of this one is usually printed by. */
void
nst_scheme_put_documents_last (NstScheme *self, guint count)
{
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (self->document_codes, g_ptr_array_steal_index (self->document_codes, 0));
}

void
nst_scheme_set_document (NstScheme *self, const char *code, xmlNode *node)
{
  char *key;

  if (g_hash_table_lookup_extended (self->documents, code, (gpointer *) &key, NULL))
    {
      g_hash_table_insert (self->documents, key, node);
      return;
    }
  key = g_strdup (code);
  g_ptr_array_add (self->document_codes, key);
  g_hash_table_insert (self->documents, key, node);
}

/**
 * nst_scheme_get_extra_fields:
 * @self: a scheme
 * @kind: a kind
 *
 * Returns: (transfer none) (element-type NstField): the extra fields of such records, in the
 *   pack's order; empty where it defines none
 */
GPtrArray *
nst_scheme_get_extra_fields (NstScheme *self, const NstKind *kind)
{
  GPtrArray *fields;

  g_return_val_if_fail (NST_IS_SCHEME (self) && kind != NULL, NULL);

  fields = g_hash_table_lookup (self->extra, kind);
  return fields != NULL ? fields : self->no_extra;
}

/* A field of the same name leaves its place to the new one. */
void
nst_scheme_take_extra_field (NstScheme *self, const NstKind *kind, const NstField *field)
{
  GPtrArray *fields = g_hash_table_lookup (self->extra, kind);

  if (fields == NULL)
    {
      fields = g_ptr_array_new ();
      g_hash_table_insert (self->extra, (gpointer) kind, fields);
    }
  for (guint i = 0; i < fields->len; i++)
    if (strcmp (((const NstField *) fields->pdata[i])->name, field->name) == 0)
      {
        fields->pdata[i] = (gpointer) field;
        return;
      }
  g_ptr_array_add (fields, (gpointer) field);
}

static GList *
list_keys (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);
}

GList *
nst_scheme_list_catalogues (NstScheme *self)
{
  return list_keys (self->catalogues);
}

GList *
nst_scheme_list_limits (NstScheme *self)
{
  return list_keys (self->limits);
}

GList *
nst_scheme_list_texts (NstScheme *self)
{
  return list_keys (self->texts);
}

/* (transfer container) (element-type NstLifeCycle): in no order. */
GPtrArray *
nst_scheme_list_life_cycles (NstScheme *self)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer cycle;

  g_hash_table_iter_init (&iter, self->life_cycles);
  while (g_hash_table_iter_next (&iter, NULL, &cycle))
    g_ptr_array_add (list, cycle);
  return list;
}

/* A catalogue "<kind>-state" for each life cycle, unless the pack words one itself. */
void
nst_scheme_derive_states (NstScheme *self)
{
  g_autoptr (GPtrArray) cycles = nst_scheme_list_life_cycles (self);

  for (guint i = 0; i < cycles->len; i++)
    {
      NstLifeCycle *cycle = cycles->pdata[i];
      GPtrArray *states = nst_life_cycle_get_states (cycle);
      g_autofree char *name = g_strconcat (nst_life_cycle_get_kind (cycle), "-state", NULL);
      NstCatalogue *catalogue = nst_scheme_ensure_catalogue (self, name);

      if (nst_catalogue_get_size (catalogue) > 0)
        continue;
      for (guint j = 0; j < states->len; j++)
        {
          const NstLifeState *state = states->pdata[j];
          NstCatalogueEntry *entry = nst_catalogue_entry_new (state->code, state->title);

          entry->note = g_strdup (state->tone);
          nst_catalogue_take (catalogue, entry);
        }
    }
}
