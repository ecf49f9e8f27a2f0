/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields, conditions and lists of a template in the words of people. */
#include "config.h"

#include "documents/nst-wording-field.h"

#include "documents/nst-derived-labels.h"
#include "model/nst-kind.h"
#include "scheme/nst-template-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names lead to others; a pack that leads in a circle is not followed round it. */
#define DEEPEST 12
/* A text of the scheme in the place of its key, letters. */
#define LONGEST 48

static const struct
{
  const char *filter;
  const char *label;
} cases[] = {
  { "gen", N_ ("genitive") },       { "dat", N_ ("dative") },
  { "acc", N_ ("accusative") },     { "ins", N_ ("instrumental") },
  { "pre", N_ ("prepositional") },  { "nw", N_ ("figures and words") },
  { "sig", N_ ("initials first") }, { "list", N_ ("initials last") },
};

/* What is counted or derived, unless the names of derived fields have it already. */
static const struct
{
  const char *name;
  const char *label;
} derived[] = {
  { "whole-term", N_ ("Whole months") },
  { "state-now", N_ ("State") },
  { "signed", N_ ("How many have signed") },
  { "agree", N_ ("Sex") },
  { "title", N_ ("Title") },
  { "day", N_ ("Day") },
  { "days", N_ ("Days left") },
  { "from", N_ ("From") },
  { "until", N_ ("Until") },
  { "rows", N_ ("Rows") },
  { "year", N_ ("Year") },
  { "share", N_ ("Share") },
  { "total", N_ ("Total") },
  { "all", N_ ("All") },
  { "done", N_ ("Done things") },
  { "failed", N_ ("Things not done") },
  { "failed-share", N_ ("Share not done") },
  { "outcome-date", N_ ("Done on") },
  { "outcome-reason", N_ ("Why not done") },
  { "outcome-total", N_ ("Total") },
  { "outcome-done", N_ ("Done things") },
  { "outcome-failed", N_ ("Things not done") },
  { "outcome-share", N_ ("Share done") },
  { "overdue", N_ ("Overdue activities") },
  { "next-date", N_ ("Day of the next activity") },
  { "group-numbers", N_ ("Numbers of the groups") },
  { "trained", N_ ("How many are trained") },
  { "trainees-total", N_ ("How many take part") },
  { "today", N_ ("Today's date") },
  { "calendar", N_ ("Calendar") },
  { "outcome", N_ ("Outcome of the programme") },
  { "coverage", N_ ("Coverage") },
  { "whole", N_ ("Altogether") },
  { "programs", N_ ("Programmes") },
  { "groups-of-year", N_ ("Groups of the year") },
  { "schools", N_ ("Schools") },
  { "schools-of-year", N_ ("Schools of the year") },
  { "directions", N_ ("Directions") },
  { "years", N_ ("Years") },
  { "ahead", N_ ("Not begun yet") },
  { "running", N_ ("Under way") },
  { "completed", N_ ("Completed") },
  { "early", N_ ("Completed early") },
  { "terminated", N_ ("Terminated") },
  { "extended", N_ ("Extended") },
  { "late", N_ ("Late") },
  { "ended", N_ ("Ended") },
  { "inside", N_ ("Inside the territory") },
  { "mean-share", N_ ("Mean share done") },
  { "new", N_ ("New") },
  { "new-share", N_ ("Share of the new") },
  { "total-share", N_ ("Share of all") },
  { "plan-new", N_ ("Plan: new") },
  { "plan-percent", N_ ("Plan, per cent") },
  { "plan-sum", N_ ("Plan since the beginning") },
  { "plan-total", N_ ("Plan: total") },
  { "measures", N_ ("Measures") },
  { "terms", N_ ("Terms") },
  { "people", N_ ("Responsible people") },
  { "monitoring-yes", N_ ("How many answered yes") },
};

static const char *
find_derived (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (strcmp (derived[i].name, name) == 0)
      return _ (derived[i].label);
  return nst_derived_labels_find (name);
}

static const NstWordingName *
find_name (const NstWordingName *names, const char *name)
{
  while (names != NULL && strcmp (names->name, name) != 0)
    names = names->outer;
  return names;
}

/* Hardly anybody has an acting head: it is the head that is meant. */
static char *
dup_usual (const char *paths)
{
  g_auto (GStrv) parts = g_strsplit (paths, ",", -1);
  guint usual = 0;

  while (parts[usual] != NULL && parts[usual + 1] != NULL &&
         g_str_has_suffix (g_strstrip (parts[usual]), ".acting"))
    usual++;
  return g_strdup (parts[0] != NULL ? g_strstrip (parts[usual]) : "");
}

/* The way from the record that is printed, names of the template replaced by what they mean. */
static char *
dup_way (const NstWordingName *names, const char *paths)
{
  char *way = dup_usual (paths);

  for (guint depth = 0; depth < DEEPEST && strchr (way, ':') == NULL; depth++)
    {
      gsize length = strcspn (way, ".");
      g_autofree char *first = g_strndup (way, length);
      const NstWordingName *name = find_name (names, first);
      g_autofree char *meant = name != NULL ? dup_usual (name->path) : NULL;
      char *longer;

      if (meant == NULL)
        return way;
      longer = g_strconcat (meant, way + length, NULL);
      names = name->outer;
      g_free (way);
      way = longer;
    }
  return way;
}

static const char *
find_label (NstScheme *scheme, NstTemplateType type, const char *name)
{
  const NstField *field = NULL;
  NstTemplateType next;

  if (type.sort == NST_TEMPLATE_RECORD)
    field = nst_scheme_find_field (scheme, type.kind, name);
  if (field != NULL)
    return g_dgettext (GETTEXT_PACKAGE, field->label);
  next = nst_template_names_find (scheme, type, name);
  if (find_derived (name) == name && next.sort == NST_TEMPLATE_RECORD)
    return g_dgettext (GETTEXT_PACKAGE, next.kind->label);
  return find_derived (name);
}

static GStrv
dup_kinds (const NstWordingForm *form)
{
  xmlChar *text = xmlGetNoNsProp (form->document, BAD_CAST "kind");
  GStrv kinds = g_strsplit (text != NULL ? (const char *) text : "", " ", -1);

  xmlFree (text);
  return kinds;
}

static char *
dup_of_scheme (NstScheme *scheme, const char *path)
{
  const char *key = strchr (path, ':') + 1;
  const char *text = NULL;
  g_autofree char *start = NULL;

  if (g_str_has_prefix (path, "limit:"))
    text = nst_scheme_get_limit (scheme, key);
  else if (g_str_has_prefix (path, "text:"))
    text = nst_scheme_get_text (scheme, key);
  if (text == NULL || g_utf8_strlen (text, -1) <= LONGEST)
    return g_strdup (text != NULL ? text : key);
  start = g_utf8_substring (text, 0, LONGEST);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* What leads from the record to the field, two steps at most: whose and who. */
static void
shorten (GPtrArray *steps, GPtrArray *labels)
{
  static const char *const plain[] = { "organisation", "person", NULL };
  static const char *const usual[] = { "program", "group", "agreement", NULL };

  for (guint i = steps->len; i-- > 0;)
    if (g_strv_contains (plain, steps->pdata[i]) ||
        (steps->len > 2 && g_strv_contains (usual, steps->pdata[i])))
      {
        g_ptr_array_remove_index (steps, i);
        g_ptr_array_remove_index (labels, i);
      }
  if (labels->len > 2)
    g_ptr_array_remove_range (labels, 1, labels->len - 2);
}

/* «Developing team, Head: post»: whose, who, what. */
static char *
describe_way (NstScheme *scheme, const NstWordingForm *form, const char *way)
{
  g_auto (GStrv) kinds = dup_kinds (form);
  g_auto (GStrv) words = g_strsplit (way, ".", -1);
  NstTemplateType type = nst_template_names_find_root (scheme, kinds, words[0]);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GString *label = g_string_new (NULL);
  guint n = g_strv_length (words);
  guint i;

  if (n == 1)
    return g_string_free (g_string_append (label,
                                           type.kind != NULL
                                               ? g_dgettext (GETTEXT_PACKAGE, type.kind->label)
                                               : find_derived (words[0])),
                          FALSE);
  if (type.sort == NST_TEMPLATE_DOCUMENT)
    return g_string_free (g_string_append (label, _ ("Number of the paper")), FALSE);
  for (i = 1; i + 1 < n; i++)
    {
      g_ptr_array_add (steps, words[i]);
      g_ptr_array_add (labels, (gpointer) find_label (scheme, type, words[i]));
      type = nst_template_names_find (scheme, type, words[i]);
    }
  shorten (steps, labels);
  for (guint k = 0; k < labels->len; k++)
    g_string_append_printf (label, "%s%s", k > 0 ? ", " : "", (const char *) labels->pdata[k]);
  g_string_append_printf (label, "%s%s", labels->len > 0 ? ": " : "",
                          find_label (scheme, type, words[i]));
  return g_string_free (label, FALSE);
}

static char *
describe_paths (NstScheme *scheme, const NstWordingForm *form, const NstWordingName *names,
                const char *paths)
{
  g_autofree char *usual = dup_usual (paths);
  g_autofree char *way = NULL;

  if (*usual == '\'')
    return g_strndup (usual + 1, strcspn (usual + 1, "'"));
  if (g_str_has_suffix (usual, "-number") && strchr (usual, '.') == NULL)
    return g_strdup (_ ("No. in order"));
  if (g_str_has_suffix (usual, "-count") && strchr (usual, '.') == NULL)
    return g_strdup (_ ("how many there are"));
  way = dup_way (names, usual);
  if (*way == '\'')
    return g_strndup (way + 1, strcspn (way + 1, "'"));
  if (strchr (way, ':') != NULL)
    return dup_of_scheme (scheme, way);
  return describe_way (scheme, form, way);
}

/* Words that agree with a field are words; a case is told behind it. */
static char *
add_filter (char *label, const char *filter)
{
  static const char *const words[] = { "agree", "pl", "cnt", NULL };
  g_auto (GStrv) parts = g_strsplit (filter, ":", 3);
  char *longer;

  if (parts[0] == NULL)
    return label;
  if (g_strv_contains (words, parts[0]) && parts[1] != NULL)
    {
      g_free (label);
      return g_strdup (parts[1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (strcmp (cases[i].filter, parts[0]) == 0)
      {
        longer = g_strdup_printf ("%s (%s)", label, _ (cases[i].label));
        g_free (label);
        return longer;
      }
  return label;
}

/**
 * nst_wording_field_describe:
 * @scheme: a scheme
 * @form: a form of it
 * @names: (nullable): what is known at the place
 * @field: what stands in braces: "exp-signer.fio|gen|blank:70"
 *
 * Returns: (transfer full): what people call it
 */
char *
nst_wording_field_describe (NstScheme *scheme, const NstWordingForm *form,
                            const NstWordingName *names, const char *field)
{
  g_auto (GStrv) parts = g_strsplit (field, "|", -1);
  char *label = describe_paths (scheme, form, names, parts[0] != NULL ? parts[0] : "");

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    label = add_filter (label, g_strstrip (parts[i]));
  return label;
}

static char *
describe_one (NstScheme *scheme, const NstWordingForm *form, const NstWordingName *names,
              const char *condition)
{
  g_auto (GStrv) words = g_strsplit (condition, " ", 3);
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;

  if (words[0] != NULL && words[1] != NULL && strcmp (words[0], "not") == 0)
    {
      label = describe_paths (scheme, form, names, condition + strlen ("not "));
      /* Translators: a condition of a template: the field is not filled in */
      return words[2] == NULL ? g_strdup_printf (_ ("no “%s”"), label)
                              : g_strdup_printf (_ ("not: %s"), label);
    }
  label = describe_paths (scheme, form, names, words[0] != NULL ? words[0] : "");
  if (words[0] == NULL || words[1] == NULL || words[2] == NULL)
    /* Translators: a condition of a template: the field is filled in */
    return g_strdup_printf (_ ("there is “%s”"), label);
  value = g_strdup (words[2]);
  g_strstrip (g_strdelimit (value, "'", ' '));
  if (strcmp (value, "0") == 0 && strcmp (words[1], ">") != 0)
    return g_strdup_printf (*words[1] == '=' ? _ ("no “%s”") : _ ("there is “%s”"), label);
  /* Translators: a condition of a template: a field, a sign such as “=”, a value */
  return g_strdup_printf (_ ("“%s” %s %s"), label, *words[1] == '!' ? "≠" : words[1], value);
}

/**
 * nst_wording_field_describe_test:
 * @scheme: a scheme
 * @form: a form of it
 * @names: (nullable): what is known at the place
 * @condition: of an <if>
 *
 * Returns: (transfer full): the condition in words
 */
char *
nst_wording_field_describe_test (NstScheme *scheme, const NstWordingForm *form,
                                 const NstWordingName *names, const char *condition)
{
  g_auto (GStrv) ors = g_strsplit (condition, " or ", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; ors[i] != NULL; i++)
    {
      g_auto (GStrv) ands = g_strsplit (ors[i], " and ", -1);

      if (i > 0)
        g_string_append_printf (words, " %s ", _ ("or"));
      for (guint k = 0; ands[k] != NULL; k++)
        {
          g_autofree char *one = describe_one (scheme, form, names, g_strstrip (ands[k]));

          if (k > 0)
            g_string_append_printf (words, " %s ", _ ("and"));
          g_string_append (words, one);
        }
    }
  return g_string_free (words, FALSE);
}

static gboolean
is_root (NstScheme *scheme, const NstWordingForm *form, const char *name)
{
  g_auto (GStrv) kinds = dup_kinds (form);

  return nst_template_names_find_root (scheme, kinds, name).sort != NST_TEMPLATE_UNKNOWN;
}

/* Whether a name means the same there; what is no name of the template is known everywhere,
 * unless it is of a list in the middle of a line. */
static gboolean
is_known (NstScheme *scheme, const NstWordingForm *form, const NstWordingName *here,
          const NstWordingName *there, const char *paths)
{
  g_auto (GStrv) parts = g_strsplit (paths, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *path = g_strstrip (parts[i]);
      g_autofree char *first = g_strndup (path, strcspn (path, "."));
      const NstWordingName *used;

      if (strchr (path, ':') == NULL && g_str_has_suffix (first, "-number"))
        first[strlen (first) - strlen ("-number")] = '\0';
      else if (strchr (path, ':') == NULL && g_str_has_suffix (first, "-count"))
        first[strlen (first) - strlen ("-count")] = '\0';
      used = find_name (there, first);
      if (find_name (here, first) != used || *first == '\'' ||
          (used == NULL && strchr (path, ':') == NULL && !is_root (scheme, form, first)))
        return FALSE;
    }
  return TRUE;
}

static void
add_fields (NstScheme *scheme, const NstWordingForm *form, const NstWordingPlace *from,
            const NstWordingPlace *place, GPtrArray *fields)
{
  const char *text = from->original != NULL ? from->original : "";

  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{'))
    {
      g_autofree char *field = g_strndup (p + 1, strcspn (p + 1, "}"));
      g_autofree char *paths = g_strndup (field, strcspn (field, "|"));

      if (is_known (scheme, form, place->names, from->names, paths) &&
          !g_ptr_array_find_with_equal_func (fields, field, g_str_equal, NULL))
        g_ptr_array_add (fields, g_steal_pointer (&field));
    }
}

/**
 * nst_wording_field_list:
 * @scheme: a scheme
 * @form: a form of it
 * @place: one of its places
 *
 * Returns: (transfer full) (element-type utf8): fields that the form uses and that are known at
 *   the place, those of the place itself first
 */
GPtrArray *
nst_wording_field_list (NstScheme *scheme, const NstWordingForm *form,
                        const NstWordingPlace *place)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  add_fields (scheme, form, place, place, fields);
  for (guint i = 0; i < form->places->len; i++)
    add_fields (scheme, form, g_ptr_array_index (form->places, i), place, fields);
  return fields;
}
