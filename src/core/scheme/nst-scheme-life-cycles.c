/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the life cycles of a pack: states, steps and what comes by itself. */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include "model/nst-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const none[] = { NULL };

/* What operations and conditions packs may name; the rules room carries them out. */
static const char *const operations[] = {
  "form-group",        "close-group",        "dissolve-group",    "draft-agreements",
  "replace-team",      "send-agreement",     "sign-agreement",    "agree-program",
  "return-program",    "approve-program",    "send-program",      "correct-program",
  "extend-program",    "end-program",        "terminate-program", "accept-program",
  "complete-activity", "issue-report",       "send-report",       "accept-report",
  "close-year",        "register-agreement", "end-agreement",     "cancel-agreement",
  "register-team",     "reapprove-program",  "forward-report",    NULL,
};
static const char *const conditions[] = {
  "after", "since",          "set",     "unset",    "report",
  "group", "all-agreements", "program", "followed", NULL
};

/* The field must be one of the record, or of any record when @kind is NULL. */
static void
check_field (NstReader *self, const NstKind *kind, const char *name, const xmlNode *node)
{
  const NstKind *const *kinds = nst_kinds_list ();
  gboolean found = kind != NULL && nst_kind_find_field (kind, name) != NULL;

  for (guint i = 0; kind == NULL && !found && kinds[i] != NULL; i++)
    found = nst_kind_find_field (kinds[i], name) != NULL;
  if (!found)
    nst_reader_fault (self, node, g_strdup_printf (_ ("there is no field “%s”"), name),
                      _ ("Name a field of the record as the table of fields does"));
}

static void
read_state (NstReader *self, NstLifeCycle *cycle, const char *part, const xmlNode *node)
{
  static const char *const attributes[] = { "code", "title", "tone", "counts-as", NULL };
  static const char *const tones[] = { "neutral", "waiting", "good", "bad", NULL };
  g_autoptr (NstLifeState) state = g_new0 (NstLifeState, 1);

  nst_reader_check (self, node, attributes, none);
  state->code = nst_reader_dup_required (self, node, "code");
  state->title = nst_reader_dup_required (self, node, "title");
  state->tone = nst_reader_dup_choice (self, node, "tone", tones);
  state->counts_as = nst_reader_dup (node, "counts-as");
  nst_reader_refer (self, NST_REFERENCE_STATE, nst_life_cycle_get_kind (cycle), state->counts_as,
                    node);
  if (state->code == NULL || state->title == NULL || state->tone == NULL ||
      !nst_reader_is_new (self, part, state->code, node))
    return;
  nst_life_cycle_take_state (cycle, g_steal_pointer (&state));
}

/* "issue-report", or with an argument: "issue-report:FINAL_REPORT". */
static void
check_operation (NstReader *self, const char *operation, const xmlNode *node)
{
  g_auto (GStrv) words = g_strsplit (operation, ":", 2);

  if (words[0] != NULL && !g_strv_contains (operations, words[0]))
    nst_reader_fault (self, node, g_strdup_printf (_ ("there is no operation “%s”"), operation),
                      _ ("Correct it; the guide to packs lists the operations"));
}

/* "reason" must be asked, "reason?" may be left out. */
static void
check_asks (NstReader *self, GStrv asks, const xmlNode *node)
{
  for (guint i = 0; asks[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup (asks[i]);

      if (g_str_has_suffix (name, "?"))
        name[strlen (name) - 1] = '\0';
      check_field (self, NULL, name, node);
    }
}

static void
check_step (NstReader *self, const char *kind, const NstLifeStep *step, const xmlNode *node)
{
  nst_reader_refer_all (self, NST_REFERENCE_STATE, kind, step->from, node);
  nst_reader_refer (self, NST_REFERENCE_STATE, kind, step->to, node);
  nst_reader_refer_all (self, NST_REFERENCE_ACTOR, NULL, step->who, node);
  nst_reader_refer_all (self, NST_REFERENCE_RULE, NULL, step->guards, node);
  nst_reader_refer (self, NST_REFERENCE_DOCUMENT, NULL, step->paper, node);
  check_operation (self, step->operation, node);
  check_asks (self, step->asks, node);
  if (step->date_field != NULL)
    check_field (self, nst_kinds_find (kind), step->date_field, node);
}

static char *
dup_or_empty (const xmlNode *node, const char *attribute)
{
  char *text = nst_reader_dup (node, attribute);

  return text != NULL ? text : g_strdup ("");
}

static void
read_step (NstReader *self, NstLifeCycle *cycle, const xmlNode *node)
{
  static const char *const attributes[] = { "code",  "title",  "done",      "from",       "to",
                                            "who",   "guards", "operation", "date-field", "asks",
                                            "paper", "sealed", NULL };
  const char *kind = nst_life_cycle_get_kind (cycle);
  g_autoptr (NstLifeStep) step = g_new0 (NstLifeStep, 1);

  nst_reader_check (self, node, attributes, none);
  step->code = nst_reader_dup_required (self, node, "code");
  step->title = nst_reader_dup_required (self, node, "title");
  step->done = nst_reader_dup_required (self, node, "done");
  step->from = nst_reader_dup_words (node, "from");
  step->to = dup_or_empty (node, "to");
  step->who = nst_reader_dup_words (node, "who");
  step->guards = nst_reader_dup_words (node, "guards");
  step->operation = dup_or_empty (node, "operation");
  step->date_field = nst_reader_dup (node, "date-field");
  step->asks = nst_reader_dup_words (node, "asks");
  step->paper = nst_reader_dup (node, "paper");
  step->sealed = nst_reader_get_yes (self, node, "sealed");
  check_step (self, kind, step, node);
  /* One code, one step: whoever names a step does not name the kind of record. */
  if (step->code == NULL || step->title == NULL || step->done == NULL ||
      !nst_reader_is_new (self, "step", step->code, node))
    return;
  nst_life_cycle_take_step (cycle, g_steal_pointer (&step));
}

static void
check_conditions (NstReader *self, const char *kind, GStrv when, const xmlNode *node)
{
  nst_reader_refer_all (self, NST_REFERENCE_CONDITION, kind, when, node);
  for (guint i = 0; when[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (when[i], ":", 2);

      if (!g_strv_contains (conditions, words[0]) || words[1] == NULL || words[1][0] == '\0')
        nst_reader_fault (self, node, g_strdup_printf (_ ("“%s” is not a condition"), when[i]),
                          _ ("Write a known one with its argument, such as after:end"));
    }
}

static void
read_computed (NstReader *self, NstLifeCycle *cycle, const xmlNode *node)
{
  static const char *const attributes[] = { "from", "to", "when", NULL };
  const char *kind = nst_life_cycle_get_kind (cycle);
  g_autoptr (NstLifeComputed) row = g_new0 (NstLifeComputed, 1);

  nst_reader_check (self, node, attributes, none);
  row->from = nst_reader_dup_words (node, "from");
  row->to = nst_reader_dup_required (self, node, "to");
  row->when = nst_reader_dup_words (node, "when");
  nst_reader_refer_all (self, NST_REFERENCE_STATE, kind, row->from, node);
  nst_reader_refer (self, NST_REFERENCE_STATE, kind, row->to, node);
  check_conditions (self, kind, row->when, node);
  if (row->to != NULL)
    nst_life_cycle_take_computed (cycle, g_steal_pointer (&row));
}

static gboolean
has_computed (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "computed"))
      return TRUE;
  return FALSE;
}

static void
read_rows (NstReader *self, NstLifeCycle *cycle, const xmlNode *node)
{
  g_autofree char *part = g_strconcat ("state:", nst_life_cycle_get_kind (cycle), NULL);

  if (has_computed (node))
    nst_life_cycle_clear_computed (cycle);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "state"))
      read_state (self, cycle, part, child);
    else if (nst_reader_is (child, "step"))
      read_step (self, cycle, child);
    else if (nst_reader_is (child, "computed"))
      read_computed (self, cycle, child);
}

/*
 * <life-cycle kind="team" initial="DRAFT"><state …/><step …/><computed …/></life-cycle>
 *
 * States and steps join those beneath, with the same code they replace them; computed
 * transitions have an order and replace all.
 */
void
nst_reader_read_life_cycle (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "kind", "initial", NULL };
  static const char *const elements[] = { "state", "step", "computed", NULL };
  g_autofree char *kind = nst_reader_dup_required (self, node, "kind");
  g_autofree char *initial = nst_reader_dup (node, "initial");
  NstLifeCycle *cycle;

  nst_reader_check (self, node, attributes, elements);
  if (kind == NULL)
    return;
  if (nst_kinds_find (kind) == NULL)
    {
      nst_reader_fault (self, node, g_strdup_printf (_ ("there is no kind of record “%s”"), kind),
                        _ ("Name a kind such as team, group, agreement or program"));
      return;
    }
  if (!nst_reader_wants (self, "life-cycles", kind, node))
    return;
  cycle = nst_scheme_ensure_life_cycle (self->scheme, kind);
  if (initial != NULL)
    nst_life_cycle_set_initial (cycle, initial);
  nst_reader_refer (self, NST_REFERENCE_STATE, kind, initial, node);
  read_rows (self, cycle, node);
}
