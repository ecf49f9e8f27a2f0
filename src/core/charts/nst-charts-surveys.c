/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of entry and exit diagnostics, read from the base. */
#include "config.h"

#include "charts/nst-charts-surveys.h"

#include <glib/gi18n-lib.h>

#include "rules/nst-diagnostics.h"

static void
survey_slope_free (NstSurveySlope *self)
{
  g_free (self->title);
  nst_slope_free (self->slope);
  g_free (self);
}

static char *
dup_title (const NstRuleContext *context, const char *catalogue, const char *code)
{
  NstCatalogue *all = nst_scheme_get_catalogue (context->scheme, catalogue);
  const NstCatalogueEntry *entry =
      all != NULL && code != NULL ? nst_catalogue_find (all, code) : NULL;

  if (entry == NULL)
    return g_strdup (code != NULL ? code : _ ("Other diagnostics"));
  return g_strdup (entry->short_title != NULL ? entry->short_title : entry->title);
}

static NstSurveySlope *
get_slope (const NstRuleContext *context, GPtrArray *slopes, const char *kind)
{
  g_autofree char *title = dup_title (context, "survey-kind", kind);
  NstSurveySlope *found;

  for (guint i = 0; i < slopes->len; i++)
    {
      found = g_ptr_array_index (slopes, i);
      if (g_str_equal (found->title, title))
        return found;
    }
  found = g_new0 (NstSurveySlope, 1);
  found->title = g_steal_pointer (&title);
  found->slope = nst_slope_new (_ ("Direction"));
  g_ptr_array_add (slopes, found);
  return found;
}

/* The mean of all answers grows by those of one more group. */
static void
add_answers (double *mean, guint *n, double more, guint n_more)
{
  *mean = (*mean * *n + more * n_more) / (*n + n_more);
  *n += n_more;
}

static void
add_line (const NstRuleContext *context, GPtrArray *slopes, const NstDiagnosticsLine *pair)
{
  NstSlope *slope = get_slope (context, slopes, pair->kind)->slope;
  g_autofree char *label = dup_title (context, "direction", pair->direction);
  NstSlopeLine fresh = { label, pair->entry, pair->exit, pair->n_entry, pair->n_exit };

  for (guint i = 0; i < slope->lines->len; i++)
    {
      NstSlopeLine *line = g_ptr_array_index (slope->lines, i);

      if (!g_str_equal (line->label, label))
        continue;
      add_answers (&line->entry, &line->n_entry, pair->entry, pair->n_entry);
      add_answers (&line->exit, &line->n_exit, pair->exit, pair->n_exit);
      return;
    }
  nst_slope_add (slope, &fresh);
}

/**
 * nst_charts_read_slopes:
 * @context: scheme, source and the day
 * @year: groups of this year; 0 for all
 *
 * Only what a group answered both at the entry and at the exit is counted, so that the two
 * sides are about the same groups.
 *
 * Returns: (transfer full) (element-type NstSurveySlope): one a kind of diagnostics
 */
GPtrArray *
nst_charts_read_slopes (const NstRuleContext *context, guint year)
{
  g_autoptr (GPtrArray) groups = nst_source_list (context->source, "group", NULL, NULL);
  GPtrArray *slopes = g_ptr_array_new_with_free_func ((GDestroyNotify) survey_slope_free);

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (GPtrArray) pairs = NULL;
      double change;

      if (year > 0 && (guint) nst_record_get_int (groups->pdata[i], "year") != year)
        continue;
      pairs = nst_diagnostics_pair (context->source, groups->pdata[i]);
      for (guint k = 0; k < pairs->len; k++)
        if (nst_diagnostics_line_get_change (pairs->pdata[k], &change))
          add_line (context, slopes, pairs->pdata[k]);
    }
  return slopes;
}
