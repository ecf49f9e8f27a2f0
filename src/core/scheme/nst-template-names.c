/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What names lead to in templates of documents, for the check of packs. */
#include "config.h"

#include "scheme/nst-template-names.h"

#include <string.h>

/* The fields that the documents room derives (docs/templates.md); without a target: values. */
static const struct
{
  const char *kind;
  const char *name;
  const char *target;
} derived[] = {
  { "person", "fio", NULL },
  { "person", "sex-code", NULL },
  { "person", "agree", NULL },
  { "person", "phones", NULL },
  { "member", "contacts", NULL },
  { "organisation", "acting", "person" },
  { "team", "members", "member" },
  { "team", "leader", "member" },
  { "team", "contact", "member" },
  { "group", "experienced-teams", "team" },
  { "group", "developing-teams", "team" },
  { "group", "valid-agreements", "agreement" },
  { "group", "operator", "organisation" },
  { "agreement", "months", NULL },
  { "agreement", "whole-term", NULL },
  { "activity", "number", NULL },
  { "activity", "mark", "mark" },
  { "activity", "outcome-date", NULL },
  { "activity", "outcome-reason", NULL },
  { "stage", "activities", "activity" },
  { "office", "experienced-teams", "team" },
  { "office", "developing-teams", "team" },
  { "office", "groups", "group" },
  { "territory", "experienced-teams", "team" },
  { "territory", "developing-teams", "team" },
  { "territory", "groups", "group" },
  { "territory", "registry", "team" },
  { "team", "groups", "group" },
  { "team", "pair", NULL },
  { "group", "territory", "territory" },
  { "order", "coordinators", "person" },
  { "order", "territories", "territory" },
  { "order", "agreement-due", NULL },
  { "order", "program-due", NULL },
  { "order", "replacement", "participant" },
  { "person", "group-numbers", NULL },
  { "participant", "order", "order" },
  { "agreement", "replacement", "participant" },
  { "agreement", "signed", NULL },
  { "team", "state-now", NULL },
  { "group", "state-now", NULL },
  { "agreement", "state-now", NULL },
  { "program", "state-now", NULL },
  { "report", "state-now", NULL },
  { "group", "program", "program" },
  { "program", "done-share", NULL },
  { "program", "overdue", NULL },
  { "program", "next", "activity" },
  { "program", "report-due", NULL },
  { "program", "last-report", "report" },
  { "activity", "next-date", NULL },
  { "training", "team", "team" },
  { "course", "trained", NULL },
  { "course", "trainees", "training" },
  { "course", "trainees-total", NULL },
  { "course", "trained-share", NULL },
  { "office", "coverage", "@coverage" },
  { "office", "calendar", "@calendar" },
  { "office", "territories", "territory" },
  { "office", "operator", "organisation" },
  { "person", "calendar", "@calendar" },
  { "person", "workplace-gen", NULL },
  { "member", "group", "group" },
  { "program", "note-pages", NULL },
  { "territory", "monitoring", "@measure" },
  { "territory", "monitoring-yes", NULL },
  { "stage", "outcome-total", NULL },
  { "stage", "outcome-done", NULL },
  { "stage", "outcome-failed", NULL },
  { "stage", "outcome-share", NULL },
};

/* What is counted for reports: the object, its field and what that is; without it: a value. */
static const struct
{
  const char *object;
  const char *name;
  const char *target;
} counted[] = {
  { "@coverage", "year", NULL },
  { "@coverage", "day", NULL },
  { "@coverage", "groups", NULL },
  { "@coverage", "groups-of-year", NULL },
  { "@coverage", "schools", NULL },
  { "@coverage", "schools-of-year", NULL },
  { "@coverage", "years", "@coverage-year" },
  { "@coverage", "by-count", "@coverage-count" },
  { "@coverage", "directions", "@coverage-direction" },
  { "@coverage", "programs", "@coverage-programs" },
  { "@coverage", "quarters", "@coverage-programs" },
  { "@coverage", "kinds", "@coverage-row" },
  { "@coverage", "territories", "@coverage-row" },
  { "@coverage", "whole", "@coverage-row" },
  { "@coverage", "indicators", "@coverage-indicator" },
  { "@coverage", "shares", "@coverage-indicator" },
  { "@coverage", "steps", "@coverage-steps" },
  { "@coverage-year", "year", NULL },
  { "@coverage-year", "plan-percent", NULL },
  { "@coverage-year", "plan-new", NULL },
  { "@coverage-year", "plan-total", NULL },
  { "@coverage-year", "plan-sum", NULL },
  { "@coverage-year", "odd", NULL },
  { "@coverage-year", "new", NULL },
  { "@coverage-year", "total", NULL },
  { "@coverage-year", "new-share", NULL },
  { "@coverage-year", "total-share", NULL },
  { "@coverage-count", "count", NULL },
  { "@coverage-count", "more", NULL },
  { "@coverage-count", "groups", NULL },
  { "@coverage-count", "groups-of-year", NULL },
  { "@coverage-direction", "title", NULL },
  { "@coverage-direction", "short", NULL },
  { "@coverage-direction", "groups", NULL },
  { "@coverage-programs", "number", NULL },
  { "@coverage-programs", "year", NULL },
  { "@coverage-programs", "all", NULL },
  { "@coverage-programs", "ahead", NULL },
  { "@coverage-programs", "running", NULL },
  { "@coverage-programs", "completed", NULL },
  { "@coverage-programs", "early", NULL },
  { "@coverage-programs", "terminated", NULL },
  { "@coverage-programs", "extended", NULL },
  { "@coverage-programs", "late", NULL },
  { "@coverage-programs", "mean-share", NULL },
  { "@coverage-steps", "name", NULL },
  { "@coverage-steps", "groups", NULL },
  { "@coverage-steps", "agreements", NULL },
  { "@coverage-steps", "agreements-of", NULL },
  { "@coverage-steps", "programs", NULL },
  { "@coverage-steps", "programs-of", NULL },
  { "@coverage-steps", "schedule", NULL },
  { "@coverage-steps", "schedule-of", NULL },
  { "@coverage-steps", "reports", NULL },
  { "@coverage-steps", "reports-of", NULL },
  { "@coverage-row", "territory", "territory" },
  { "@coverage-row", "title", NULL },
  { "@coverage-row", "all", NULL },
  { "@coverage-row", "of-year", NULL },
  { "@coverage-row", "inside", NULL },
  { "@coverage-row", "share", NULL },
  { "@coverage-row", "groups", NULL },
  { "@coverage-row", "ended", NULL },
  { "@coverage-row", "done-share", NULL },
  { "@coverage-row", "late", NULL },
  { "@coverage-indicator", "code", NULL },
  { "@coverage-indicator", "title", NULL },
  { "@coverage-indicator", "unit", NULL },
  { "@coverage-indicator", "share", NULL },
  { "@coverage-indicator", "by-hand", NULL },
  { "@coverage-indicator", "plan", NULL },
  { "@coverage-indicator", "fact", NULL },
  { "@coverage-indicator", "less", NULL },
  { "@coverage-indicator", "difference", NULL },
  { "@calendar", "from", NULL },
  { "@calendar", "until", NULL },
  { "@calendar", "rows", "@calendar-row" },
  { "@calendar-row", "day", NULL },
  { "@calendar-row", "title", NULL },
  { "@calendar-row", "group", "group" },
  { "@calendar-row", "person", "person" },
  { "@calendar-row", "organisation", "organisation" },
  { "@calendar-row", "people", "person" },
  { "@calendar-row", "state", NULL },
  { "@calendar-row", "days", NULL },
  { "@measure", "code", NULL },
  { "@measure", "title", NULL },
  { "@measure", "measures", NULL },
  { "@measure", "terms", NULL },
  { "@measure", "people", NULL },
};

static const char *const outcome_values[] = { "total",      "done",         "failed",
                                              "done-share", "failed-share", NULL };
static const char *const outcome_rows[] = { "done-rows", "failed-rows", "supervisions", NULL };

static const char *const filters[] = { "gen", "dat",   "acc",  "ins",   "pre",   "sig",   "list",
                                       "d",   "D",     "Q",    "iso",   "MY",    "MYs",   "range",
                                       "nw",  "cnt",   "pl",   "agree", "pct",   "join",  "cap",
                                       "low", "whole", "code", "opt",   "quiet", "blank", NULL };

static NstTemplateType
make (NstTemplateSort sort, const NstKind *kind)
{
  NstTemplateType type = { sort, kind, NULL };

  return type;
}

/* A kind of record, or with "@" an object that is counted. */
static NstTemplateType
make_record (const char *kind)
{
  NstTemplateType object = { NST_TEMPLATE_OBJECT, NULL, kind };
  const NstKind *found;

  if (*kind == '@')
    return object;
  found = nst_kinds_find (kind);
  return make (found != NULL ? NST_TEMPLATE_RECORD : NST_TEMPLATE_ANY, found);
}

/* Whether there is such a filter, or a word of its sort that says how a field is printed. */
gboolean
nst_template_names_is_filter (const char *name)
{
  return g_strv_contains (filters, name);
}

static NstTemplateType
find_field (const NstField *field)
{
  if (field->type == NST_FIELD_TYPE_REF)
    return make_record (field->target);
  return make (field->type == NST_FIELD_TYPE_LINK ? NST_TEMPLATE_ANY : NST_TEMPLATE_VALUE, NULL);
}

/* Records of the kind whose plural is named and which refer to this one. */
static NstTemplateType
find_children (const NstKind *kind, const char *plural)
{
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (const NstField *field = kinds[i]->fields; field->name != NULL; field++)
      if (strcmp (kinds[i]->plural, plural) == 0 && field->type == NST_FIELD_TYPE_REF &&
          strcmp (field->target, kind->name) == 0)
        return make (NST_TEMPLATE_RECORD, kinds[i]);
  return make (NST_TEMPLATE_UNKNOWN, NULL);
}

static NstTemplateType
find_of_kind (NstScheme *scheme, const NstKind *kind, const char *name)
{
  const NstField *field = nst_scheme_find_field (scheme, kind, name);

  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (strcmp (derived[i].kind, kind->name) == 0 && strcmp (derived[i].name, name) == 0)
      return derived[i].target != NULL ? make_record (derived[i].target)
                                       : make (NST_TEMPLATE_VALUE, NULL);
  return field != NULL ? find_field (field) : find_children (kind, name);
}

static NstTemplateType
find_counted (const char *object, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (strcmp (counted[i].object, object) == 0 && strcmp (counted[i].name, name) == 0)
      return counted[i].target != NULL ? make_record (counted[i].target)
                                       : make (NST_TEMPLATE_VALUE, NULL);
  return make (NST_TEMPLATE_UNKNOWN, NULL);
}

/*
 * @type: what the path led to so far
 * @name: its next name
 *
 * Returns: what it leads to now
 */
NstTemplateType
nst_template_names_find (NstScheme *scheme, NstTemplateType type, const char *name)
{
  switch (type.sort)
    {
    case NST_TEMPLATE_RECORD:
      return find_of_kind (scheme, type.kind, name);
    case NST_TEMPLATE_ANY:
      return type;
    case NST_TEMPLATE_OUTCOME:
      if (g_strv_contains (outcome_rows, name))
        return make_record ("activity");
      if (strcmp (name, "stage-rows") == 0)
        return make_record ("stage");
      return make (g_strv_contains (outcome_values, name) ? NST_TEMPLATE_VALUE
                                                          : NST_TEMPLATE_UNKNOWN,
                   NULL);
    case NST_TEMPLATE_DOCUMENT:
      return make (strcmp (name, "number") == 0 ? NST_TEMPLATE_VALUE : NST_TEMPLATE_UNKNOWN,
                   NULL);
    case NST_TEMPLATE_OBJECT:
      return find_counted (type.object, name);
    case NST_TEMPLATE_VALUE:
    case NST_TEMPLATE_UNKNOWN:
    default:
      return make (NST_TEMPLATE_UNKNOWN, NULL);
    }
}

/* Whether a programme can be found from records of one of the kinds. */
static gboolean
have_program (GStrv kinds)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const NstKind *kind = nst_kinds_find (kinds[i]);

      if (kind != NULL &&
          (strcmp (kind->name, "program") == 0 || strcmp (kind->name, "group") == 0 ||
           strcmp (kind->name, "member") == 0 || nst_kind_find_field (kind, "program") != NULL))
        return TRUE;
    }
  return FALSE;
}

/*
 * @kinds: kinds of records that the document is printed from
 * @name: the first name of a path
 *
 * Returns: what it means when no let and no for-each has given it another sense
 */
NstTemplateType
nst_template_names_find_root (NstScheme *scheme, GStrv kinds, const char *name)
{
  if (g_str_has_prefix (name, "limit:"))
    return make (nst_scheme_get_limit (scheme, name + strlen ("limit:")) != NULL
                     ? NST_TEMPLATE_VALUE
                     : NST_TEMPLATE_UNKNOWN,
                 NULL);
  if (g_str_has_prefix (name, "text:"))
    return make (nst_scheme_get_text (scheme, name + strlen ("text:")) != NULL
                     ? NST_TEMPLATE_VALUE
                     : NST_TEMPLATE_UNKNOWN,
                 NULL);
  if (g_str_has_prefix (name, "catalogue:") || g_str_has_prefix (name, "short:"))
    return make (nst_scheme_get_catalogue (scheme, strchr (name, ':') + 1) != NULL
                     ? NST_TEMPLATE_VALUE
                     : NST_TEMPLATE_UNKNOWN,
                 NULL);
  if (strcmp (name, "today") == 0)
    return make (NST_TEMPLATE_VALUE, NULL);
  if (strcmp (name, "office") == 0)
    return make_record (name);
  if (strcmp (name, "document") == 0)
    return make (NST_TEMPLATE_DOCUMENT, NULL);
  if (g_strv_contains ((const char *const *) kinds, name))
    return make_record (name);
  if (have_program (kinds) && (strcmp (name, "program") == 0 || strcmp (name, "report") == 0))
    return make_record (name);
  if (have_program (kinds) && strcmp (name, "outcome") == 0)
    return make (NST_TEMPLATE_OUTCOME, NULL);
  return make (NST_TEMPLATE_UNKNOWN, NULL);
}
