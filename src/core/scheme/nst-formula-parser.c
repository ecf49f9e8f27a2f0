/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a formula of an indicator; what is wrong is told with its place. */
#include "config.h"

#include "scheme/nst-formula.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many conditions a query may have, and steps a path. */
#define CONDITIONS 12
#define STEPS 5

typedef struct
{
  const char *text;
  const char *at;
  guint depth;
  gboolean relation; /* between indicators: no records are counted in it */
  const char *remedy;
  GError *error; /* the first one */
} Parser;

static NstFormula *read_expression (Parser *self);
static NstFormulaQuery *read_query (Parser *self);

/* Takes the message; the first fault is the one that is told. */
static gpointer
refuse (Parser *self, const char *at, char *message, const char *remedy)
{
  if (self->error == NULL)
    {
      g_set_error (&self->error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("formula, character %ld: %s"),
                   g_utf8_pointer_to_offset (self->text, at) + 1, message);
      self->remedy = remedy;
    }
  g_free (message);
  return NULL;
}

static void
skip_blanks (Parser *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

/* What stands here, for messages: a word, a sign, or the end. */
static char *
dup_here (Parser *self)
{
  const char *end;

  skip_blanks (self);
  if (*self->at == '\0')
    return g_strdup (_ ("the end"));
  for (end = self->at; g_ascii_isalnum (*end) || *end == '_' || *end == '-';)
    end++;
  if (end == self->at)
    end = g_utf8_next_char (end);
  return g_strndup (self->at, (gsize) (end - self->at));
}

static gpointer
refuse_here (Parser *self, const char *expected, const char *remedy)
{
  g_autofree char *here = dup_here (self);

  return refuse (self, self->at, g_strdup_printf (_ ("%s is expected, not “%s”"), expected, here),
                 remedy);
}

static gboolean
take_sign (Parser *self, const char *sign)
{
  skip_blanks (self);
  if (!g_str_has_prefix (self->at, sign))
    return FALSE;
  self->at += strlen (sign);
  return TRUE;
}

static gboolean
need_sign (Parser *self, const char *sign)
{
  g_autofree char *quoted = NULL;

  if (self->error == NULL && take_sign (self, sign))
    return TRUE;
  quoted = g_strdup_printf ("“%s”", sign);
  refuse_here (self, quoted,
               _ ("Close every bracket, and separate the parts of a share by a comma"));
  return FALSE;
}

/* A word of letters, digits, "_" and, for built-ins, "-". */
static char *
peek_word (Parser *self, gboolean dashes)
{
  const char *end;

  skip_blanks (self);
  if (!g_ascii_isalpha (*self->at))
    return NULL;
  for (end = self->at; g_ascii_isalnum (*end) || *end == '_' || (dashes && *end == '-');)
    end++;
  return g_strndup (self->at, (gsize) (end - self->at));
}

static gboolean
take_word (Parser *self, const char *word)
{
  g_autofree char *here = peek_word (self, FALSE);

  if (g_strcmp0 (here, word) != 0)
    return FALSE;
  self->at += strlen (word);
  return TRUE;
}

static gboolean
enter (Parser *self)
{
  if (++self->depth <= NST_FORMULA_DEPTH)
    return TRUE;
  refuse (self, self->at,
          g_strdup_printf (_ ("more than %d parts stand in each other"), NST_FORMULA_DEPTH),
          _ ("Say it with fewer “some” inside each other"));
  return FALSE;
}

/* 'SCHOOL' */
static char *
read_text (Parser *self)
{
  const char *from, *end;

  skip_blanks (self);
  from = self->at;
  if (*from != '\'')
    return refuse_here (self, _ ("a text in single quotation marks"),
                        _ ("Write codes as 'SCHOOL' and days as '2022-12-31'"));
  end = strchr (from + 1, '\'');
  if (end == NULL || end == from + 1)
    return refuse (self, from,
                   g_strdup (end == NULL ? _ ("the text is not closed")
                                         : _ ("the text is empty")),
                   _ ("Write codes as 'SCHOOL' and days as '2022-12-31'"));
  self->at = end + 1;
  return g_strndup (from + 1, (gsize) (end - from - 1));
}

/* One field further; FALSE when there is no such. */
static gboolean
add_step (Parser *self, NstFormulaPath *path, const NstKind *kind, const char *at,
          const char *name)
{
  const NstField *field = nst_kind_find_field (kind, name);

  if (field == NULL)
    {
      refuse (self, at, g_strdup_printf (_ ("“%s” has no field “%s”"), kind->name, name),
              _ ("Name a field of the record as the table of fields does"));
      return FALSE;
    }
  if (path->fields->len == STEPS)
    {
      refuse (self, at, g_strdup_printf (_ ("a path has at most %d steps"), STEPS),
              _ ("Begin at a record that is nearer"));
      return FALSE;
    }
  g_ptr_array_add (path->fields, (gpointer) field);
  path->target = field->type == NST_FIELD_TYPE_REF ? nst_kinds_find (field->target) : NULL;
  return TRUE;
}

/* The fields after the first: ".team.organisation". */
static gboolean
read_steps (Parser *self, NstFormulaPath *path)
{
  while (*self->at == '.')
    {
      g_autofree char *name = NULL;
      const char *at = ++self->at;

      if (path->target == NULL)
        {
          refuse (self, at, g_strdup (_ ("only a reference leads further")),
                  _ ("End the path at a field that is a value"));
          return FALSE;
        }
      name = peek_word (self, FALSE);
      if (name == NULL || !add_step (self, path, path->target, at, name))
        {
          refuse_here (self, _ ("the name of a field"), _ ("Write a path as team.organisation"));
          return FALSE;
        }
      self->at += strlen (name);
    }
  return TRUE;
}

static NstFormulaPath *
path_new (const NstKind *kind)
{
  NstFormulaPath *path = g_new0 (NstFormulaPath, 1);

  path->kind = kind;
  path->target = kind;
  path->fields = g_ptr_array_new ();
  return path;
}

/* "group", "participant.team.organisation": from a kind of record. */
static NstFormulaPath *
read_kind_path (Parser *self)
{
  g_autofree char *name = peek_word (self, FALSE);
  const NstKind *kind = name != NULL ? nst_kinds_find (name) : NULL;
  g_autoptr (NstFormulaPath) path = NULL;

  if (name == NULL)
    return refuse_here (self, _ ("a kind of record"),
                        _ ("Name a kind such as team, group, agreement or program"));
  if (kind == NULL)
    return refuse (self, self->at, g_strdup_printf (_ ("there is no kind of record “%s”"), name),
                   _ ("Name a kind such as team, group, agreement or program"));
  self->at += strlen (name);
  path = path_new (kind);
  return read_steps (self, path) ? g_steal_pointer (&path) : NULL;
}

/* "year", "team.organisation", "this": from the record that a condition is about. */
static NstFormulaPath *
read_path (Parser *self, const NstKind *kind)
{
  g_autofree char *name = peek_word (self, FALSE);
  g_autoptr (NstFormulaPath) path = path_new (kind);

  if (name == NULL)
    return refuse_here (self, _ ("the name of a field"), _ ("Write a path as team.organisation"));
  if (strcmp (name, "this") != 0 && !add_step (self, path, kind, self->at, name))
    return NULL;
  self->at += strlen (name);
  return read_steps (self, path) ? g_steal_pointer (&path) : NULL;
}

static NstFieldType
get_type_of (const NstFormulaPath *path)
{
  return path->fields->len == 0
             ? NST_FIELD_TYPE_REF
             : ((const NstField *) path->fields->pdata[path->fields->len - 1])->type;
}

static gboolean
is_list (NstFieldType type)
{
  return type == NST_FIELD_TYPE_CODES || type == NST_FIELD_TYPE_LIST;
}

/* some(training.person = person where …) */
static gboolean
read_some (Parser *self, NstFormulaCondition *condition, const NstKind *kind)
{
  NstFormulaPath *path;
  const NstFormulaPath *inner;
  const char *at;

  if (!need_sign (self, "(") || !enter (self))
    return FALSE;
  condition->some = g_new0 (NstFormulaQuery, 1);
  condition->some->conditions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nst_formula_condition_free);
  at = self->at;
  condition->some->path = read_kind_path (self);
  inner = condition->some->path;
  if (inner == NULL || !need_sign (self, "="))
    return FALSE;
  path = read_path (self, kind);
  if (path == NULL)
    return FALSE;
  g_ptr_array_add (condition->paths, path);
  if (path->target == NULL || path->target != inner->target)
    {
      refuse (self, at,
              g_strdup (_ ("both sides of “some” must lead to the same kind of record")),
              _ ("Write some(member.team = team) or some(training.person = this)"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_sign (Parser *self, NstFormulaSign *sign)
{
  static const struct
  {
    const char *written;
    NstFormulaSign sign;
  } signs[] = { { "!=", NST_FORMULA_UNEQUAL },  { "<=", NST_FORMULA_AT_MOST },
                { ">=", NST_FORMULA_AT_LEAST }, { "<", NST_FORMULA_LESS },
                { ">", NST_FORMULA_MORE },      { "=", NST_FORMULA_EQUAL } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (take_sign (self, signs[i].written))
      {
        *sign = signs[i].sign;
        return TRUE;
      }
  refuse_here (self, _ ("a comparison"),
               _ ("Write =, !=, <, <=, >, >=, in, has, is known or is empty"));
  return FALSE;
}

static gboolean
read_value (Parser *self, NstFormulaCondition *condition)
{
  char *end = NULL;

  skip_blanks (self);
  if (take_word (self, "Y"))
    condition->value = NST_FORMULA_YEAR;
  else if (take_word (self, "T"))
    condition->value = NST_FORMULA_TERRITORY;
  else if (take_word (self, "today"))
    condition->value = NST_FORMULA_TODAY;
  else if (take_word (self, "yes"))
    condition->texts = g_strsplit ("1", ",", 1);
  else if (take_word (self, "no"))
    condition->texts = g_strsplit ("0", ",", 1);
  else if (g_ascii_isdigit (*self->at))
    {
      condition->value = NST_FORMULA_NUMBER;
      condition->number = g_ascii_strtoll (self->at, &end, 10);
      self->at = end;
    }
  else if (*self->at == '\'')
    {
      condition->texts = g_new0 (char *, 2);
      condition->texts[0] = read_text (self);
    }
  else
    refuse_here (self, _ ("a value"), _ ("Write Y, T, today, yes, no, a number or a 'text'"));
  return self->error == NULL;
}

/* ('SCHOOL', 'KINDERGARTEN') or Y */
static gboolean
read_choices (Parser *self, NstFormulaCondition *condition)
{
  g_autoptr (GPtrArray) texts = NULL;

  if (take_word (self, "Y"))
    {
      condition->value = NST_FORMULA_YEAR;
      return TRUE;
    }
  if (!need_sign (self, "("))
    return FALSE;
  texts = g_ptr_array_new_with_free_func (g_free);
  do
    {
      char *text = read_text (self);

      if (text == NULL)
        return FALSE;
      g_ptr_array_add (texts, text);
    }
  while (take_sign (self, ","));
  g_ptr_array_add (texts, NULL);
  condition->texts = (GStrv) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
  return need_sign (self, ")");
}

/* Whether a field of the type may be compared so. */
static gboolean
fits (const NstFormulaCondition *condition, const NstFormulaPath *path)
{
  NstFieldType type = get_type_of (path);
  const NstField *field =
      path->fields->len > 0 ? path->fields->pdata[path->fields->len - 1] : NULL;
  gboolean ordered = condition->test == NST_FORMULA_COMPARES &&
                     condition->sign != NST_FORMULA_EQUAL &&
                     condition->sign != NST_FORMULA_UNEQUAL;
  gboolean texts = condition->value == NST_FORMULA_TEXT;

  if (condition->size)
    return is_list (type) && condition->test == NST_FORMULA_COMPARES &&
           condition->value == NST_FORMULA_NUMBER;
  if (condition->test == NST_FORMULA_KNOWN || condition->test == NST_FORMULA_EMPTY)
    return TRUE;
  if (condition->test == NST_FORMULA_HAS)
    return is_list (type) && texts;
  if (condition->value == NST_FORMULA_TERRITORY)
    return !ordered && path->target != NULL && strcmp (path->target->name, "territory") == 0;
  if (type == NST_FIELD_TYPE_INT)
    return condition->value == NST_FORMULA_NUMBER || condition->value == NST_FORMULA_YEAR;
  if (type == NST_FIELD_TYPE_DATE)
    return condition->value == NST_FORMULA_YEAR || condition->value == NST_FORMULA_TODAY ||
           (texts && condition->test == NST_FORMULA_COMPARES &&
            nst_field_check (field, condition->texts[0], NULL));
  if (type == NST_FIELD_TYPE_BOOL)
    return texts && !ordered && condition->test == NST_FORMULA_COMPARES &&
           (strcmp (condition->texts[0], "1") == 0 || strcmp (condition->texts[0], "0") == 0);
  return texts && !ordered && (type == NST_FIELD_TYPE_CODE || type == NST_FIELD_TYPE_STRING);
}

static void
check_types (Parser *self, const NstFormulaCondition *condition, const char *at)
{
  for (guint i = 0; i < condition->paths->len; i++)
    if (!fits (condition, condition->paths->pdata[i]))
      refuse (self, at, g_strdup (_ ("such a field is not compared so")),
              _ ("Compare codes with 'texts', numbers with numbers or Y, days with today, "
                 "'2022-12-31' or Y, territories with T; lists by has or size()"));
}

/* first(from, group.formed_on), size(directions), or a path. */
static gboolean
read_operand (Parser *self, NstFormulaCondition *condition, const NstKind *kind)
{
  gboolean first = take_word (self, "first");
  gboolean bracket;

  condition->size = !first && take_word (self, "size");
  bracket = first || condition->size;
  if (bracket && !need_sign (self, "("))
    return FALSE;
  do
    {
      NstFormulaPath *path = read_path (self, kind);

      if (path == NULL)
        return FALSE;
      g_ptr_array_add (condition->paths, path);
    }
  while (first && take_sign (self, ","));
  return !bracket || need_sign (self, ")");
}

static gboolean
read_comparison (Parser *self, NstFormulaCondition *condition, const NstKind *kind)
{
  const char *at;

  skip_blanks (self);
  at = self->at;
  if (!read_operand (self, condition, kind))
    return FALSE;
  if (take_word (self, "is"))
    {
      condition->test = take_word (self, "known") ? NST_FORMULA_KNOWN : NST_FORMULA_EMPTY;
      if (condition->test == NST_FORMULA_EMPTY && !take_word (self, "empty"))
        refuse_here (self, _ ("“known” or “empty”"), _ ("Write is known or is empty"));
    }
  else if (take_word (self, "in"))
    {
      condition->test = NST_FORMULA_IN;
      read_choices (self, condition);
    }
  else if (take_word (self, "has"))
    {
      condition->test = NST_FORMULA_HAS;
      condition->texts = g_new0 (char *, 2);
      condition->texts[0] = read_text (self);
    }
  else if (read_sign (self, &condition->sign))
    read_value (self, condition);
  if (self->error == NULL)
    check_types (self, condition, at);
  return self->error == NULL;
}

static void read_where (Parser *self, NstFormulaQuery *query);

static NstFormulaCondition *
read_condition (Parser *self, const NstKind *kind)
{
  g_autoptr (NstFormulaCondition) condition = g_new0 (NstFormulaCondition, 1);

  condition->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_formula_path_free);
  condition->negated = take_word (self, "not");
  if (take_word (self, "active"))
    {
      condition->test = NST_FORMULA_ACTIVE;
      if (nst_kind_find_field (kind, "from") == NULL || nst_kind_find_field (kind, "to") == NULL)
        refuse (self, self->at,
                g_strdup_printf (_ ("“%s” has no first and last day"), kind->name),
                _ ("Ask “active” of members and participants"));
    }
  else if (take_word (self, "some"))
    {
      condition->test = NST_FORMULA_SOME;
      if (read_some (self, condition, kind))
        {
          read_where (self, condition->some);
          need_sign (self, ")");
        }
      self->depth--;
    }
  else
    read_comparison (self, condition, kind);
  return self->error == NULL ? g_steal_pointer (&condition) : NULL;
}

/* where year = Y and state != 'DRAFT' */
static void
read_where (Parser *self, NstFormulaQuery *query)
{
  if (!take_word (self, "where"))
    return;
  do
    {
      NstFormulaCondition *condition = read_condition (self, query->path->kind);

      if (condition == NULL)
        return;
      g_ptr_array_add (query->conditions, condition);
      if (query->conditions->len > CONDITIONS)
        refuse (self, self->at,
                g_strdup_printf (_ ("there are more than %d conditions"), CONDITIONS),
                _ ("Say it with fewer conditions"));
    }
  while (self->error == NULL && take_word (self, "and"));
}

static NstFormulaQuery *
read_query (Parser *self)
{
  g_autoptr (NstFormulaQuery) query = g_new0 (NstFormulaQuery, 1);

  query->conditions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nst_formula_condition_free);
  query->path = read_kind_path (self);
  if (query->path != NULL)
    read_where (self, query);
  return self->error == NULL ? g_steal_pointer (&query) : NULL;
}

static void
check_query (Parser *self, const NstFormula *formula, const char *at)
{
  const NstFormulaPath *path = formula->query->path;

  if (formula->type == NST_FORMULA_COUNT && path->fields->len > 0)
    refuse (self, at, g_strdup (_ ("“count” counts records of a kind, not a path")),
            _ ("Write count(group) or distinct(participant.team)"));
  else if (formula->type == NST_FORMULA_DISTINCT &&
           (path->fields->len == 0 || path->target == NULL))
    refuse (self, at, g_strdup (_ ("“distinct” needs a path to a record")),
            _ ("Write distinct(participant.team.organisation)"));
  else if (formula->type == NST_FORMULA_SUM && get_type_of (path) != NST_FIELD_TYPE_INT)
    refuse (self, at, g_strdup (_ ("“sum” needs a path to a number")),
            _ ("Write sum(territory.teachers_total)"));
}

/* What stands in the brackets of a word. */
static void
read_inside (Parser *self, NstFormula *formula)
{
  const char *at = self->at;

  if (formula->type == NST_FORMULA_LIMIT || formula->type == NST_FORMULA_VALUE ||
      formula->type == NST_FORMULA_RUNNING)
    formula->name = read_text (self);
  else if (formula->type == NST_FORMULA_SHARE)
    {
      for (guint i = 0; i < 2 && self->error == NULL && (i == 0 || need_sign (self, ",")); i++)
        formula->parts[i] = read_expression (self);
      for (guint i = 0; i < 2; i++)
        if (formula->parts[i] != NULL && formula->parts[i]->type == NST_FORMULA_SHARE)
          refuse (self, at, g_strdup (_ ("a share stands in a share")),
                  _ ("Write counts, sums and limits in a share"));
    }
  else
    {
      formula->query = read_query (self);
      if (formula->query != NULL)
        check_query (self, formula, at);
    }
}

static NstFormula *
read_expression (Parser *self)
{
  static const struct
  {
    const char *word;
    NstFormulaType type;
    int relation; /* 0: only of records, 1: only of indicators, -1: of both */
  } words[] = {
    { "count", NST_FORMULA_COUNT, 0 },     { "distinct", NST_FORMULA_DISTINCT, 0 },
    { "sum", NST_FORMULA_SUM, 0 },         { "share", NST_FORMULA_SHARE, -1 },
    { "limit", NST_FORMULA_LIMIT, -1 },    { "value", NST_FORMULA_VALUE, 1 },
    { "running", NST_FORMULA_RUNNING, 1 },
  };
  g_autoptr (NstFormula) formula = g_new0 (NstFormula, 1);

  if (!enter (self))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words) && formula->type == NST_FORMULA_BUILTIN; i++)
    if ((words[i].relation < 0 || words[i].relation == self->relation) &&
        take_word (self, words[i].word))
      formula->type = words[i].type;
  if (formula->type == NST_FORMULA_BUILTIN)
    return refuse_here (self, _ ("count, distinct, sum, share or limit"),
                        _ ("Write for instance count(group where year = Y), or one of the names "
                           "of data/schemes/README.md"));
  if (need_sign (self, "("))
    read_inside (self, formula);
  if (self->error == NULL)
    need_sign (self, ")");
  self->depth--;
  return self->error == NULL ? g_steal_pointer (&formula) : NULL;
}

static NstFormula *
read_formula (Parser *self)
{
  g_autofree char *name = peek_word (self, TRUE);
  g_autoptr (NstFormula) formula = NULL;

  if (!self->relation && name != NULL && g_strv_contains (nst_formula_list_builtins (), name))
    {
      formula = g_new0 (NstFormula, 1);
      self->at += strlen (name);
      formula->name = g_steal_pointer (&name);
    }
  else
    formula = read_expression (self);
  if (formula != NULL && formula->type != NST_FORMULA_BUILTIN && take_word (self, "when"))
    formula->when = read_expression (self);
  skip_blanks (self);
  if (self->error == NULL && *self->at != '\0')
    refuse_here (self, _ ("the end"), _ ("Write one formula; join conditions by “and”"));
  return self->error == NULL ? g_steal_pointer (&formula) : NULL;
}

static NstFormula *
parse (const char *text, gboolean relation, const char **remedy, GError **error)
{
  Parser parser = { text, text, 0, relation, NULL, NULL };
  g_autoptr (NstFormula) formula = NULL;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  if (g_utf8_strlen (text, -1) > NST_FORMULA_LENGTH)
    refuse (&parser, text,
            g_strdup_printf (_ ("it is longer than %d characters"), NST_FORMULA_LENGTH),
            _ ("Say it more briefly"));
  else
    formula = read_formula (&parser);
  if (remedy != NULL)
    *remedy = parser.remedy;
  if (parser.error == NULL)
    return g_steal_pointer (&formula);
  g_propagate_error (error, parser.error);
  return NULL;
}

/**
 * nst_formula_parse:
 * @text: a formula as a pack writes it
 * @remedy: (out) (nullable): what to do when it is wrong
 * @error: what is wrong, and at which character
 *
 * Names of records and fields are checked here; codes and limits belong to the scheme, see
 * nst_formula_visit_codes().
 *
 * Returns: (transfer full) (nullable): what it says
 */
NstFormula *
nst_formula_parse (const char *text, const char **remedy, GError **error)
{
  return parse (text, FALSE, remedy, error);
}

/**
 * nst_formula_parse_relation:
 *
 * As nst_formula_parse(), but of how an indicator follows from others: value, running, share
 * and limit.
 */
NstFormula *
nst_formula_parse_relation (const char *text, const char **remedy, GError **error)
{
  return parse (text, TRUE, remedy, error);
}
