/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the plan of a pack: stages and activities, their schedules from the words. */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include "text/nst-due.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define ROLES "role"
#define FORMS "form"

/* A schedule from the words of the regulation; a fault and NULL when they say nothing. */
static NstDue *
parse_due (NstReader *self, const xmlNode *node)
{
  g_autofree char *phrase = nst_reader_dup_required (self, node, "due");
  g_autoptr (GError) error = NULL;
  NstDue *due = NULL;

  if (phrase != NULL)
    due = nst_due_parse (phrase, &error);
  if (error != NULL)
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("the schedule “%s” is not understood"), phrase),
                      error->message);
  return due;
}

static int
months_from (const GDate *anchor, const GDate *date)
{
  return (g_date_get_year (date) - g_date_get_year (anchor)) * 12 +
         (int) g_date_get_month (date) - (int) g_date_get_month (anchor);
}

/* Months from the anchor: one an occurrence, of a range its two ends. */
static void
add_offsets (const GDate *anchor, const NstDue *due, GArray *offsets)
{
  g_autoptr (GArray) terms = nst_due_get_terms (due);

  if (!g_date_valid (anchor))
    return;
  for (guint i = 0; i < terms->len; i++)
    {
      const NstDueTerm *term = &g_array_index (terms, NstDueTerm, i);
      int first = months_from (anchor, &term->first);
      int last = months_from (anchor, &term->last);

      g_array_append_val (offsets, first);
      if (nst_due_get_kind (due) == NST_DUE_MONTH_RANGE)
        g_array_append_val (offsets, last);
    }
}

static char *
offsets_to_text (GArray *offsets)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", g_array_index (offsets, int, i));
  return g_string_free (text, FALSE);
}

/* The offsets that the pack writes must be those of its words. */
static void
check_offsets (NstReader *self, const xmlNode *node, GArray *offsets)
{
  g_auto (GStrv) words = nst_reader_dup_words (node, "offsets");
  g_autofree char *written = g_strjoinv (" ", words);
  g_autofree char *found = offsets_to_text (offsets);
  g_autofree char *remedy = NULL;

  if (xmlHasProp ((xmlNode *) node, BAD_CAST "offsets") == NULL || g_str_equal (written, found))
    return;
  remedy = g_strdup_printf (_ ("Write “%s”, or correct the schedule"), found);
  nst_reader_fault (self, node,
                    g_strdup_printf (_ ("the offsets “%s” are not those of the schedule"),
                                     written),
                    remedy);
}

static void
read_activity (NstReader *self, NstPlanTemplate *plan, const NstStageTemplate *stage,
               const xmlNode *node)
{
  static const char *const attributes[] = { "short", "due",    "offsets", "responsible", "roles",
                                            "forms", "report", "course",  NULL };
  static const char *const elements[] = { "title", "topic", NULL };
  g_autoptr (NstActivityTemplate) activity = nst_activity_template_new ();
  g_autoptr (NstDue) due = parse_due (self, node);

  nst_reader_check (self, node, attributes, elements);
  activity->stage = g_strdup (stage->code);
  activity->title = nst_reader_dup_child (self, node, "title", TRUE);
  activity->short_title = nst_reader_dup (node, "short");
  activity->topics = nst_reader_dup_children (node, "topic");
  activity->responsible = nst_reader_dup_required (self, node, "responsible");
  activity->roles = nst_reader_dup_words (node, "roles");
  activity->forms = nst_reader_dup_words (node, "forms");
  activity->report = nst_reader_dup (node, "report");
  activity->course = nst_reader_dup (node, "course");
  nst_reader_refer_all (self, NST_REFERENCE_CATALOGUE, ROLES, activity->roles, node);
  nst_reader_refer_all (self, NST_REFERENCE_CATALOGUE, FORMS, activity->forms, node);
  nst_reader_refer (self, NST_REFERENCE_DOCUMENT, NULL, activity->report, node);
  if (due == NULL || activity->title == NULL || activity->responsible == NULL)
    return;
  activity->due = nst_due_to_canonical (due);
  add_offsets (nst_plan_template_get_anchor (plan), due, activity->offsets);
  check_offsets (self, node, activity->offsets);
  nst_plan_template_take_activity (plan, g_steal_pointer (&activity));
}

static void
read_stage (NstReader *self, NstPlanTemplate *plan, const xmlNode *node)
{
  static const char *const attributes[] = { "code", "number", "title", "due", NULL };
  static const char *const elements[] = { "activity", NULL };
  g_autoptr (NstStageTemplate) stage = nst_stage_template_new ();
  g_autoptr (NstDue) due = parse_due (self, node);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (int));
  const NstStageTemplate *taken = stage;

  nst_reader_check (self, node, attributes, elements);
  stage->code = nst_reader_dup_required (self, node, "code");
  stage->number = nst_reader_dup (node, "number");
  stage->title = nst_reader_dup_required (self, node, "title");
  if (due == NULL || stage->code == NULL || stage->title == NULL)
    return;
  if (!nst_reader_is_new (self, "plan:stage", stage->code, node))
    return;
  stage->due = nst_due_to_canonical (due);
  add_offsets (nst_plan_template_get_anchor (plan), due, offsets);
  if (offsets->len > 0)
    {
      stage->offset_from = g_array_index (offsets, int, 0);
      stage->offset_to = g_array_index (offsets, int, offsets->len - 1);
    }
  nst_plan_template_take_stage (plan, g_steal_pointer (&stage));
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "activity"))
      read_activity (self, plan, taken, child);
}

/* "2021-12": the month that offsets are counted from. */
static void
read_anchor (NstReader *self, NstPlanTemplate *plan, const xmlNode *node)
{
  g_autofree char *text = nst_reader_dup (node, "anchor");
  int year = 0, month = 0, length = 0;
  GDate anchor;

  if (text == NULL)
    return;
  if (sscanf (text, "%4d-%2d%n", &year, &month, &length) == 2 && text[length] == '\0' &&
      g_date_valid_dmy (1, (GDateMonth) month, (GDateYear) year))
    {
      g_date_clear (&anchor, 1);
      g_date_set_dmy (&anchor, 1, (GDateMonth) month, (GDateYear) year);
      nst_plan_template_set_anchor (plan, &anchor);
      return;
    }
  nst_reader_form_fault (self, node, g_strdup_printf (_ ("“%s” is not a month"), text),
                         _ ("Write year and month, such as 2021-12"));
}

/* <plan anchor="2021-12"><stage …><activity …/></stage></plan>; a whole, never merged. */
void
nst_reader_read_plan (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "anchor", NULL };
  static const char *const elements[] = { "stage", NULL };
  g_autoptr (NstPlanTemplate) plan = NULL;

  if (!nst_reader_wants (self, "plan", "plan", node))
    return;
  plan = nst_plan_template_new ();
  nst_reader_check (self, node, attributes, elements);
  read_anchor (self, plan, node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "stage"))
      read_stage (self, plan, child);
  nst_scheme_take_plan (self->scheme, g_steal_pointer (&plan));
}
