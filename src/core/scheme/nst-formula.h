/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed little language of indicators: what is counted, as a tree to be evaluated. */
#pragma once

#include "model/nst-kind.h"

G_BEGIN_DECLS

/* A formula may be so long, in characters, and its parts stand so deep in each other. */
#define NST_FORMULA_LENGTH 1200
#define NST_FORMULA_DEPTH 4

/**
 * NstFormulaType:
 * @NST_FORMULA_BUILTIN: an algorithm of the program that is named
 * @NST_FORMULA_COUNT: records of a kind
 * @NST_FORMULA_DISTINCT: different records that a path leads to
 * @NST_FORMULA_SUM: numbers that a path leads to
 * @NST_FORMULA_SHARE: the first part out of the second
 * @NST_FORMULA_LIMIT: a limit of the scheme
 * @NST_FORMULA_VALUE: the value of another indicator, in a relation
 * @NST_FORMULA_RUNNING: its sum over the years, in a relation
 */
typedef enum
{
  NST_FORMULA_BUILTIN,
  NST_FORMULA_COUNT,
  NST_FORMULA_DISTINCT,
  NST_FORMULA_SUM,
  NST_FORMULA_SHARE,
  NST_FORMULA_LIMIT,
  NST_FORMULA_VALUE,
  NST_FORMULA_RUNNING,
} NstFormulaType;

/**
 * NstFormulaTest:
 * @NST_FORMULA_COMPARES: with a value, by the sign
 * @NST_FORMULA_IN: is one of several texts, or a day of the year
 * @NST_FORMULA_HAS: a list holds the text
 * @NST_FORMULA_KNOWN: there is a value
 * @NST_FORMULA_EMPTY: there is none
 * @NST_FORMULA_ACTIVE: the day is within its "from" and "to"
 * @NST_FORMULA_SOME: there is such a record that leads to the same one
 */
typedef enum
{
  NST_FORMULA_COMPARES,
  NST_FORMULA_IN,
  NST_FORMULA_HAS,
  NST_FORMULA_KNOWN,
  NST_FORMULA_EMPTY,
  NST_FORMULA_ACTIVE,
  NST_FORMULA_SOME,
} NstFormulaTest;

/**
 * NstFormulaSign:
 *
 * What a comparison asks for.
 */
typedef enum
{
  NST_FORMULA_EQUAL,
  NST_FORMULA_UNEQUAL,
  NST_FORMULA_LESS,
  NST_FORMULA_AT_MOST,
  NST_FORMULA_MORE,
  NST_FORMULA_AT_LEAST,
} NstFormulaSign;

/**
 * NstFormulaValue:
 * @NST_FORMULA_TEXT: texts as written: codes, a day as 2022-12-31, "1" and "0" for yes and no
 * @NST_FORMULA_NUMBER: a whole number
 * @NST_FORMULA_YEAR: Y, the year that is asked for
 * @NST_FORMULA_TODAY: the day as of which is counted
 * @NST_FORMULA_TERRITORY: T, the territory that is asked for; all, when none is
 */
typedef enum
{
  NST_FORMULA_TEXT,
  NST_FORMULA_NUMBER,
  NST_FORMULA_YEAR,
  NST_FORMULA_TODAY,
  NST_FORMULA_TERRITORY,
} NstFormulaValue;

/**
 * NstFormulaPath:
 * @kind: where it begins
 * @fields: (element-type NstField): the way; empty: the record itself
 * @target: (nullable): kind of record that it leads to; %NULL when to a value
 */
typedef struct
{
  const NstKind *kind;
  GPtrArray *fields;
  const NstKind *target;
} NstFormulaPath;

typedef struct _NstFormulaQuery NstFormulaQuery;

/**
 * NstFormulaCondition:
 * @test: what is asked
 * @negated: whether the opposite
 * @size: whether the number of entries of the list is meant
 * @paths: (element-type NstFormulaPath): the first that has a value counts
 * @sign: of a comparison
 * @value: what is compared with
 * @texts: (nullable): of a text value
 * @number: of a number
 * @some: (nullable): records, and the path that leads to the same one as @paths
 */
typedef struct
{
  NstFormulaTest test;
  gboolean negated;
  gboolean size;
  GPtrArray *paths;
  NstFormulaSign sign;
  NstFormulaValue value;
  GStrv texts;
  gint64 number;
  NstFormulaQuery *some;
} NstFormulaCondition;

struct _NstFormulaQuery
{
  NstFormulaPath *path;
  GPtrArray *conditions;
};

/**
 * NstFormula:
 * @type: what it does
 * @name: (nullable): of the built-in, the limit or the indicator
 * @query: (nullable): what is counted
 * @parts: of a share
 * @when: (nullable): unless this counts something, nothing is known
 */
typedef struct _NstFormula NstFormula;
struct _NstFormula
{
  NstFormulaType type;
  char *name;
  NstFormulaQuery *query;
  NstFormula *parts[2];
  NstFormula *when;
};

/**
 * NstFormulaCodeFunc:
 * @field: a field of codes
 * @kind: its kind of record
 * @code: what it is compared with
 * @user_data: of the caller
 */
typedef void (*NstFormulaCodeFunc) (const NstField *field, const NstKind *kind, const char *code,
                                    gpointer user_data);

NstFormula *nst_formula_parse (const char *text, const char **remedy, GError **error);
NstFormula *nst_formula_parse_relation (const char *text, const char **remedy, GError **error);
void nst_formula_free (NstFormula *self);
void nst_formula_visit_codes (const NstFormula *self, NstFormulaCodeFunc visit,
                              NstFormulaCodeFunc visit_limit, gpointer user_data);
const char *const *nst_formula_list_builtins (void);

/* For the parser alone. */
void nst_formula_path_free (NstFormulaPath *self);
void nst_formula_query_free (NstFormulaQuery *self);
void nst_formula_condition_free (NstFormulaCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstFormula, nst_formula_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstFormulaPath, nst_formula_path_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstFormulaQuery, nst_formula_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstFormulaCondition, nst_formula_condition_free)

G_END_DECLS
