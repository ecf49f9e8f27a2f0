/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether every code that a pack mentions is there. */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include <glib/gi18n-lib.h>

/* Catalogues that say who may act, and which documents a regulation knows. */
#define ROLES "role"
#define PARTIES "party"
#define FORMS_OF_DOCUMENTS "document-form"
/* So many kinds of records have states that conditions ask for: a longer way is a circle. */
#define ASKED_KINDS 4

typedef struct
{
  NstReferenceKind kind;
  char *where;
  char *code;
  char *file;
  int line;
} Reference;

static void
reference_free (Reference *self)
{
  g_free (self->where);
  g_free (self->code);
  g_free (self->file);
  g_free (self);
}

/* @where: name of the catalogue, kind of the life cycle; else NULL. */
void
nst_reader_refer (NstReader *self, NstReferenceKind kind, const char *where, const char *code,
                  const xmlNode *node)
{
  Reference *reference;

  if (code == NULL || code[0] == '\0')
    return;
  if (self->references == NULL)
    self->references = g_ptr_array_new_with_free_func ((GDestroyNotify) reference_free);
  reference = g_new0 (Reference, 1);
  reference->kind = kind;
  reference->where = g_strdup (where);
  reference->code = g_strdup (code);
  reference->file = g_strdup (nst_pack_get_file_of (self->pack, node));
  reference->line = (int) xmlGetLineNo (node);
  g_ptr_array_add (self->references, reference);
}

void
nst_reader_refer_all (NstReader *self, NstReferenceKind kind, const char *where, GStrv codes,
                      const xmlNode *node)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    nst_reader_refer (self, kind, where, codes[i], node);
}

static gboolean
is_in_catalogue (NstScheme *scheme, const char *name, const char *code)
{
  NstCatalogue *catalogue = nst_scheme_get_catalogue (scheme, name);

  return catalogue != NULL && nst_catalogue_find (catalogue, code) != NULL;
}

static gboolean
is_step (NstScheme *scheme, const char *code)
{
  g_autoptr (GPtrArray) cycles = nst_scheme_list_life_cycles (scheme);

  for (guint i = 0; i < cycles->len; i++)
    if (nst_life_cycle_find_step (cycles->pdata[i], code) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_state (NstScheme *scheme, const char *kind, const char *code)
{
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (scheme, kind);

  return cycle != NULL && nst_life_cycle_find_state (cycle, code) != NULL;
}

/* The kind of record whose state a condition asks for. */
static const char *
get_asked_kind (const char *condition)
{
  static const char *const asked[][2] = {
    { "group:", "group" },
    { "program:", "program" },
    { "report:", "report" },
    { "all-agreements:", "agreement" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (g_str_has_prefix (condition, asked[i][0]))
      return asked[i][1];
  return NULL;
}

/* Whether the condition asks for the state of such records, or what it asks for does. */
static gboolean
leads_to (NstScheme *scheme, const char *condition, const char *kind, guint depth)
{
  const char *asked = get_asked_kind (condition);
  NstLifeCycle *cycle = asked != NULL ? nst_scheme_get_life_cycle (scheme, asked) : NULL;
  GPtrArray *rows;

  if (g_strcmp0 (asked, kind) == 0)
    return TRUE;
  if (cycle == NULL || depth > ASKED_KINDS)
    return FALSE;
  rows = nst_life_cycle_get_computed (cycle);
  for (guint i = 0; i < rows->len; i++)
    {
      const NstLifeComputed *row = rows->pdata[i];

      for (guint j = 0; row->when[j] != NULL; j++)
        if (leads_to (scheme, row->when[j], kind, depth + 1))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_there (NstScheme *scheme, const Reference *reference)
{
  const char *code = reference->code;

  switch (reference->kind)
    {
    case NST_REFERENCE_CATALOGUE:
      return is_in_catalogue (scheme, reference->where, code);
    case NST_REFERENCE_ACTOR:
      return is_in_catalogue (scheme, ROLES, code) || is_in_catalogue (scheme, PARTIES, code);
    case NST_REFERENCE_RULE:
      return nst_scheme_find_rule (scheme, code) != NULL;
    case NST_REFERENCE_STEP:
      return is_step (scheme, code);
    case NST_REFERENCE_STATE:
      return is_state (scheme, reference->where, code);
    case NST_REFERENCE_DOCUMENT:
      return nst_scheme_get_document (scheme, code) != NULL ||
             is_in_catalogue (scheme, FORMS_OF_DOCUMENTS, code);
    case NST_REFERENCE_PART:
      return nst_scheme_get_catalogue (scheme, code) != NULL;
    case NST_REFERENCE_LIMIT:
      return nst_scheme_get_limit (scheme, code) != NULL;
    case NST_REFERENCE_CONDITION:
      return !leads_to (scheme, code, reference->where, 0);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
dup_message (const Reference *reference)
{
  switch (reference->kind)
    {
    case NST_REFERENCE_CATALOGUE:
      return g_strdup_printf (_ ("the catalogue “%s” has no code “%s”"), reference->where,
                              reference->code);
    case NST_REFERENCE_ACTOR:
      return g_strdup_printf (_ ("there is no role or party “%s”"), reference->code);
    case NST_REFERENCE_RULE:
      return g_strdup_printf (_ ("there is no rule “%s”"), reference->code);
    case NST_REFERENCE_STEP:
      return g_strdup_printf (_ ("there is no step “%s”"), reference->code);
    case NST_REFERENCE_STATE:
      return g_strdup_printf (_ ("the life cycle of “%s” has no state “%s”"), reference->where,
                              reference->code);
    case NST_REFERENCE_DOCUMENT:
      return g_strdup_printf (_ ("there is no document “%s”"), reference->code);
    case NST_REFERENCE_PART:
      return g_strdup_printf (_ ("there is no catalogue “%s”"), reference->code);
    case NST_REFERENCE_LIMIT:
      return g_strdup_printf (_ ("there is no limit “%s”"), reference->code);
    case NST_REFERENCE_CONDITION:
      return g_strdup_printf (_ ("“%s” asks for the state that it is to give: “%s” leads back"),
                              reference->where, reference->code);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* When everything is read: a fault for each code that is nowhere. */
void
nst_reader_resolve (NstReader *self)
{
  for (guint i = 0; self->references != NULL && i < self->references->len; i++)
    {
      const Reference *reference = self->references->pdata[i];

      if (!is_there (self->scheme, reference))
        nst_fault_add (self->faults, reference->file, reference->line, dup_message (reference),
                       g_strdup (_ ("Correct the code, define it or take it over")));
    }
}
