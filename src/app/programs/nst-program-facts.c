/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of programmes is filtered and sorted by. */
#include "config.h"

#include "app/programs/nst-program-facts.h"

#include "rules/nst-progress.h"

#include <string.h>

struct _NstProgramFacts
{
  NstOffice *office;
  GHashTable *facts; /* local id -> NstProgramFact */
};

/**
 * nst_program_facts_new:
 * @office: an office
 *
 * For as long as nothing changes in the base.
 *
 * Returns: (transfer full): facts that are worked out when they are asked for
 */
NstProgramFacts *
nst_program_facts_new (NstOffice *office)
{
  NstProgramFacts *self = g_new0 (NstProgramFacts, 1);

  self->office = g_object_ref (office);
  self->facts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

/**
 * nst_program_facts_free:
 * @self: (nullable): facts
 */
void
nst_program_facts_free (NstProgramFacts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->facts);
  g_object_unref (self->office);
  g_free (self);
}

/* A state of a pack's own counts as one of these. */
static gboolean
is_end (const NstLifeState *state)
{
  const char *code = state == NULL              ? NULL
                     : state->counts_as != NULL ? state->counts_as
                                                : state->code;

  return code != NULL && (strcmp (code, "CLOSED") == 0 || strcmp (code, "TERMINATED") == 0);
}

static NstProgramFact *
work_out (NstProgramFacts *self, NstRecord *program)
{
  NstProgramFact *fact = g_new0 (NstProgramFact, 1);
  g_autoptr (GPtrArray) next = NULL;
  g_autoptr (NstProgress) progress = NULL;
  NstRuleContext context;

  nst_office_get_look (self->office, &context);
  next = nst_source_list_of (context.source, "program", "previous", program);
  context.scheme = nst_office_get_scheme_of (self->office, program);
  fact->replaced = next->len > 0;
  fact->ended = is_end (nst_steps_get_state (&context, program));
  if (!fact->replaced && !fact->ended)
    {
      progress = nst_progress_new (&context, program);
      fact->overdue = progress->overdue;
    }
  return fact;
}

/**
 * nst_program_facts_get:
 * @self: facts
 * @program: a programme
 *
 * Returns: (transfer none): how it stands
 */
const NstProgramFact *
nst_program_facts_get (NstProgramFacts *self, NstRecord *program)
{
  gint64 id = nst_record_get_id (program);
  NstProgramFact *fact = g_hash_table_lookup (self->facts, &id);

  if (fact == NULL)
    {
      fact = work_out (self, program);
      g_hash_table_insert (self->facts, g_memdup2 (&id, sizeof id), fact);
    }
  return fact;
}

/**
 * nst_program_facts_compare:
 * @self: facts
 * @first: a programme
 * @second: another one
 *
 * Returns: negative when the first needs more attention: what is late, what runs, what began last
 */
int
nst_program_facts_compare (NstProgramFacts *self, NstRecord *first, NstRecord *second)
{
  const NstProgramFact *one = nst_program_facts_get (self, first);
  const NstProgramFact *other = nst_program_facts_get (self, second);
  int order;

  if (one->overdue != other->overdue)
    return one->overdue > other->overdue ? -1 : 1;
  if (one->ended != other->ended)
    return one->ended ? 1 : -1;
  order = g_strcmp0 (nst_record_get_text (second, "start"), nst_record_get_text (first, "start"));
  if (order != 0)
    return order;
  return nst_record_get_id (first) < nst_record_get_id (second) ? -1 : 1;
}
