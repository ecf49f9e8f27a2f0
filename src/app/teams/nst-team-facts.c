/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists say about a team besides its fields: leader, group, findings. */
#include "config.h"

#include "app/teams/nst-team-facts.h"

#include "rules/nst-matching.h"
#include "text/nst-russian.h"

#define TEAMS_A_TURN 8

struct _NstTeamFacts
{
  GObject parent_instance;

  NstOffice *office;
  GHashTable *facts; /* gint64 id -> NstTeamFact */
  GPtrArray *pending;
  guint next;
  guint source;
  gboolean complete;
  guint without_group;
  guint with_findings;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstTeamFacts, nst_team_facts, G_TYPE_OBJECT)

static void
fact_free (NstTeamFact *fact)
{
  g_free (fact->leader);
  g_free (fact->group);
  g_free (fact->first_finding);
  g_free (fact);
}

static char *
dup_leader (const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (GPtrArray) members = nst_source_list_of (context->source, "member", "team", team);

  for (guint i = 0; i < members->len; i++)
    {
      NstRecord *member = g_ptr_array_index (members, i);
      g_auto (GStrv) roles = nst_record_dup_list (member, "roles");

      if (g_strv_contains ((const char *const *) roles, "LEADER") &&
          !nst_record_get_date (member, "to", NULL))
        {
          g_autoptr (NstRecord) person = nst_source_dup_ref (context->source, member, "person");

          return person == NULL ? NULL
                                : nst_russian_list_name (nst_record_get_text (person, "last"),
                                                         nst_record_get_text (person, "first"),
                                                         nst_record_get_text (person, "middle"));
        }
    }
  return NULL;
}

static NstTeamFact *
fact_new (NstOffice *office, NstRecord *team)
{
  NstTeamFact *fact = g_new0 (NstTeamFact, 1);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  NstRuleContext context;

  nst_office_get_look (office, &context);
  fact->leader = dup_leader (&context, team);
  groups = nst_matching_list_groups (&context, team);
  if (groups->len > 0)
    fact->group = g_strdup (nst_record_get_title (groups->pdata[0]));
  findings = nst_rules_check (&context, team);
  fact->findings = findings->len;
  if (findings->len > 0)
    fact->first_finding = g_strdup (((NstFinding *) findings->pdata[0])->text);
  return fact;
}

static gboolean
look_on_cb (gpointer data)
{
  NstTeamFacts *self = data;
  guint end;

  if (self->pending == NULL)
    {
      NstSource *source = NST_SOURCE (nst_office_get_store (self->office));

      self->pending = nst_source_list (source, "team", NULL, NULL);
      self->next = 0;
      self->without_group = self->with_findings = 0;
    }
  end = MIN (self->next + TEAMS_A_TURN, self->pending->len);
  for (; self->next < end; self->next++)
    {
      NstRecord *team = self->pending->pdata[self->next];
      const NstTeamFact *fact = nst_team_facts_get (self, team);

      if (fact->group == NULL && !nst_record_get_date (team, "withdrawn_on", NULL))
        self->without_group++;
      if (fact->findings > 0)
        self->with_findings++;
    }
  if (self->next < self->pending->len)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  self->complete = TRUE;
  self->source = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
start_again (NstTeamFacts *self)
{
  g_hash_table_remove_all (self->facts);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  self->complete = FALSE;
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, look_on_cb, self, NULL);
}

/* Anything may break or mend a rule of a team; looking again is cheap and in turns. */
static void
store_changed_cb (NstTeamFacts *self)
{
  start_again (self);
}

static void
nst_team_facts_finalize (GObject *object)
{
  NstTeamFacts *self = NST_TEAM_FACTS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_hash_table_unref (self->facts);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_team_facts_parent_class)->finalize (object);
}

static void
nst_team_facts_class_init (NstTeamFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_team_facts_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nst_team_facts_init (NstTeamFacts *self)
{
  self->facts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) fact_free);
}

NstTeamFacts *
nst_team_facts_new (NstOffice *office)
{
  NstTeamFacts *self = g_object_new (NST_TYPE_TEAM_FACTS, NULL);

  self->office = g_object_ref (office);
  g_signal_connect_object (nst_office_get_store (office), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  start_again (self);
  return self;
}

const NstTeamFact *
nst_team_facts_get (NstTeamFacts *self, NstRecord *team)
{
  gint64 id = nst_record_get_id (team);
  NstTeamFact *fact = g_hash_table_lookup (self->facts, &id);

  if (fact == NULL)
    {
      fact = fact_new (self->office, team);
      g_hash_table_insert (self->facts, g_memdup2 (&id, sizeof id), fact);
    }
  return fact;
}

gboolean
nst_team_facts_count (NstTeamFacts *self, guint *without_group, guint *with_findings)
{
  *without_group = self->without_group;
  *with_findings = self->with_findings;
  return self->complete;
}
