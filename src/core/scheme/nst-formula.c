/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a formula of an indicator consists of; nst-formula-parser.c reads it. */
#include "config.h"

#include "scheme/nst-formula.h"

#include <string.h>

/* Algorithms with more in them than counting: plans that do not add up, reports in time, … */
static const char *const builtins[] = { "done-share",
                                        "not-done-share",
                                        "criterion1",
                                        "criterion2",
                                        "criterion3",
                                        "reports-in-time",
                                        "coverage-percent",
                                        "coverage-new",
                                        "coverage-total",
                                        "groups",
                                        "schools",
                                        "groups-by-directions-1",
                                        "groups-by-directions-2",
                                        "groups-by-directions-3",
                                        "groups-against-quota",
                                        "teams-trained",
                                        NULL };

/**
 * nst_formula_list_builtins:
 *
 * Returns: (transfer none): names of the algorithms that a pack may name as a formula
 */
const char *const *
nst_formula_list_builtins (void)
{
  return builtins;
}

/**
 * nst_formula_path_free:
 * @self: (nullable): a path
 */
void
nst_formula_path_free (NstFormulaPath *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->fields);
  g_free (self);
}

/**
 * nst_formula_condition_free:
 * @self: (nullable): a condition
 */
void
nst_formula_condition_free (NstFormulaCondition *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->paths);
  g_strfreev (self->texts);
  nst_formula_query_free (self->some);
  g_free (self);
}

/**
 * nst_formula_query_free:
 * @self: (nullable): a query
 */
void
nst_formula_query_free (NstFormulaQuery *self)
{
  if (self == NULL)
    return;
  nst_formula_path_free (self->path);
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

/**
 * nst_formula_free:
 * @self: (nullable): a formula
 */
void
nst_formula_free (NstFormula *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  nst_formula_query_free (self->query);
  nst_formula_free (self->parts[0]);
  nst_formula_free (self->parts[1]);
  nst_formula_free (self->when);
  g_free (self);
}

static void
visit_query (const NstFormulaQuery *query, NstFormulaCodeFunc visit, gpointer user_data)
{
  for (guint i = 0; query != NULL && i < query->conditions->len; i++)
    {
      const NstFormulaCondition *condition = query->conditions->pdata[i];

      visit_query (condition->some, visit, user_data);
      for (guint k = 0; condition->texts != NULL && k < condition->paths->len; k++)
        {
          const NstFormulaPath *path = condition->paths->pdata[k];
          const NstField *field = path->fields->pdata[path->fields->len - 1];
          const NstKind *kind = path->kind;

          for (guint n = 0; n + 1 < path->fields->len; n++)
            kind = nst_kinds_find (((const NstField *) path->fields->pdata[n])->target);
          if (field->type != NST_FIELD_TYPE_CODE && field->type != NST_FIELD_TYPE_CODES)
            continue;
          for (guint n = 0; condition->texts[n] != NULL; n++)
            visit (field, kind, condition->texts[n], user_data);
        }
    }
}

/**
 * nst_formula_visit_codes:
 * @self: (nullable): a formula
 * @visit: called for every code that a field is compared with
 * @visit_limit: called for every limit, without field and kind
 * @user_data: for both
 */
void
nst_formula_visit_codes (const NstFormula *self, NstFormulaCodeFunc visit,
                         NstFormulaCodeFunc visit_limit, gpointer user_data)
{
  if (self == NULL)
    return;
  if (self->type == NST_FORMULA_LIMIT)
    visit_limit (NULL, NULL, self->name, user_data);
  visit_query (self->query, visit, user_data);
  nst_formula_visit_codes (self->parts[0], visit, visit_limit, user_data);
  nst_formula_visit_codes (self->parts[1], visit, visit_limit, user_data);
  nst_formula_visit_codes (self->when, visit, visit_limit, user_data);
}
