/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the rules and indicators of a pack. */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include "model/nst-kind.h"
#include "scheme/nst-formula.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const none[] = { NULL };

/* A kind of record and, when given, a field of it. */
static void
check_place (NstReader *self, const char *kind_name, const char *field, const xmlNode *node)
{
  const NstKind *kind = kind_name != NULL ? nst_kinds_find (kind_name) : NULL;

  if (kind_name == NULL)
    return;
  if (kind == NULL)
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("there is no kind of record “%s”"), kind_name),
                      _ ("Name a kind such as team, group, agreement or program"));
  else if (field != NULL && nst_kind_find_field (kind, field) == NULL)
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("“%s” has no field “%s”"), kind_name, field),
                      _ ("Name a field of the record as the table of fields does"));
}

static void
read_rule (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "number",    "level", "kind", "field",
                                            "paragraph", "step",  NULL };
  static const char *const elements[] = { "text", "remedy", NULL };
  static const char *const levels[] = { "error", "warning", "info", "calculation", NULL };
  g_autoptr (NstRuleText) rule = g_new0 (NstRuleText, 1);

  nst_reader_check (self, node, attributes, elements);
  rule->number = nst_reader_dup_required (self, node, "number");
  rule->level = nst_reader_dup_choice (self, node, "level", levels);
  rule->kind = nst_reader_dup_required (self, node, "kind");
  rule->field = nst_reader_dup (node, "field");
  rule->paragraph = nst_reader_dup_required (self, node, "paragraph");
  rule->step = nst_reader_dup (node, "step");
  rule->text = nst_reader_dup_child (self, node, "text", TRUE);
  rule->remedy = nst_reader_dup_child (self, node, "remedy", TRUE);
  check_place (self, rule->kind, rule->field, node);
  if (rule->number == NULL || rule->level == NULL || rule->kind == NULL ||
      rule->paragraph == NULL || rule->text == NULL || rule->remedy == NULL)
    return;
  if (!nst_reader_wants (self, "rules", rule->number, node))
    return;
  nst_reader_refer (self, NST_REFERENCE_STEP, NULL, rule->step, node);
  nst_scheme_take_rule (self->scheme, g_steal_pointer (&rule));
}

/* <rules><rule number="R21" …><text>…</text><remedy>…</remedy></rule></rules> */
void
nst_reader_read_rules (NstReader *self, const xmlNode *node)
{
  static const char *const elements[] = { "rule", NULL };

  nst_reader_check (self, node, none, elements);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "rule"))
      read_rule (self, child);
}

/* Where the codes of a formula are written. */
typedef struct
{
  NstReader *reader;
  const xmlNode *node;
} Place;

static void
refer_code (const NstField *field, const NstKind *kind, const char *code, gpointer user_data)
{
  const Place *place = user_data;

  if (strcmp (field->name, "state") == 0)
    nst_reader_refer (place->reader, NST_REFERENCE_STATE, kind->name, code, place->node);
  else
    nst_reader_refer (place->reader, NST_REFERENCE_CATALOGUE, field->target, code, place->node);
}

static void
refer_limit (const NstField *field G_GNUC_UNUSED, const NstKind *kind G_GNUC_UNUSED,
             const char *code, gpointer user_data)
{
  const Place *place = user_data;

  nst_reader_refer (place->reader, NST_REFERENCE_LIMIT, NULL, code, place->node);
}

static void
check_formula (NstReader *self, const char *text, gboolean relation, const xmlNode *node)
{
  Place place = { self, node };
  const char *remedy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NstFormula) formula = relation ? nst_formula_parse_relation (text, &remedy, &error)
                                            : nst_formula_parse (text, &remedy, &error);

  if (formula == NULL)
    nst_reader_fault (self, node, g_strdup (error->message), remedy);
  else
    nst_formula_visit_codes (formula, refer_code, refer_limit, &place);
}

static gboolean
are_school_years (NstReader *self, const xmlNode *node)
{
  g_autofree char *years = nst_reader_dup (node, "years");

  if (years != NULL && strcmp (years, "school") != 0 && strcmp (years, "calendar") != 0)
    nst_reader_fault (self, node, g_strdup_printf (_ ("there are no years “%s”"), years),
                      _ ("Write years=\"school\" or years=\"calendar\""));
  return g_strcmp0 (years, "school") == 0;
}

static gboolean
is_printed (NstReader *self, const xmlNode *node)
{
  g_autofree char *printed = nst_reader_dup (node, "printed");

  if (printed != NULL && strcmp (printed, "no") != 0 && strcmp (printed, "yes") != 0)
    nst_reader_fault (self, node, g_strdup_printf (_ ("“%s” is neither yes nor no"), printed),
                      _ ("Write printed=\"no\" for what no report prints"));
  return g_strcmp0 (printed, "no") != 0;
}

static void
read_indicator (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "code",  "title", "unit",    "formula", "source",
                                            "words", "years", "follows", "printed", NULL };
  g_autoptr (NstIndicatorText) indicator = g_new0 (NstIndicatorText, 1);

  nst_reader_check (self, node, attributes, none);
  indicator->code = nst_reader_dup_required (self, node, "code");
  indicator->title = nst_reader_dup_required (self, node, "title");
  indicator->unit = nst_reader_dup_required (self, node, "unit");
  indicator->formula = nst_reader_dup (node, "formula");
  indicator->source = nst_reader_dup_required (self, node, "source");
  indicator->words = nst_reader_dup (node, "words");
  indicator->follows = nst_reader_dup (node, "follows");
  if (indicator->code == NULL || indicator->title == NULL || indicator->unit == NULL ||
      indicator->source == NULL || !nst_reader_wants (self, "indicators", indicator->code, node))
    return;
  indicator->school_years = are_school_years (self, node);
  indicator->printed = is_printed (self, node);
  if (indicator->formula != NULL)
    check_formula (self, indicator->formula, FALSE, node);
  if (indicator->follows != NULL)
    check_formula (self, indicator->follows, TRUE, node);
  nst_scheme_take_indicator (self->scheme, g_steal_pointer (&indicator));
}

/* <indicators><indicator code="P1" …/></indicators> */
void
nst_reader_read_indicators (NstReader *self, const xmlNode *node)
{
  static const char *const elements[] = { "indicator", NULL };

  nst_reader_check (self, node, none, elements);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "indicator"))
      read_indicator (self, child);
}
