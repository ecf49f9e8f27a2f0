/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's figure element: a chart of the items of a list (docs/templates.md). */
#include "config.h"

#include "documents/nst-template-figure.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
fail (NstExpansion *self, xmlNode *node, const char *message)
{
  if (self->error == NULL)
    self->error = g_error_new (NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                               _ ("Template, line %d: %s"), (int) node->line, message);
}

static gboolean
is_series (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "series") == 0;
}

static gint64
read_number (NstExpansion *self, xmlNode *series, const char *name)
{
  g_autofree char *path = nst_expansion_dup_attribute (series, name);
  g_autoptr (NstValue) value = path != NULL ? nst_scope_dup (self->scope, path) : NULL;

  if (value == NULL || nst_value_get_type (value) != NST_VALUE_NUMBER)
    return NST_PRINT_CHART_UNKNOWN;
  return nst_value_get_number (value);
}

static void
read_row (NstExpansion *self, xmlNode *node, NstPrintChart *chart)
{
  g_autofree char *label = nst_expansion_dup_attribute (node, "label");
  g_autofree char *text = nst_expansion_dup_plain (self, label != NULL ? label : "");

  nst_print_chart_add_row (chart, text);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_series (child) && xmlHasProp (child, (const xmlChar *) "of") != NULL)
      nst_print_chart_add_part (chart, read_number (self, child, "value"),
                                read_number (self, child, "of"));
    else if (is_series (child))
      nst_print_chart_add_value (chart, read_number (self, child, "value"));
}

/**
 * nst_template_figure_read:
 * @expansion: names that the template knows
 * @node: the element
 * @family: type family of the document
 *
 * Returns: (transfer full) (nullable): the chart; %NULL when there is no value to draw or the
 *   template is wrong
 */
NstPrintChart *
nst_template_figure_read (NstExpansion *expansion, xmlNode *node, const char *family)
{
  g_autofree char *name = nst_expansion_dup_attribute (node, "chart");
  g_autofree char *var = nst_expansion_dup_attribute (node, "var");
  g_autofree char *path = nst_expansion_dup_attribute (node, "in");
  g_autofree char *unit = NULL;
  g_autoptr (NstPrintChart) chart = NULL;
  g_autoptr (NstValue) list = NULL;
  NstPrintChartType type;

  if (var == NULL || path == NULL || !nst_print_chart_type_from_name (name, &type))
    {
      fail (expansion, node,
            _ ("“figure” needs the attributes “chart” (columns, stacks, bars or heat), “var” and "
               "“in”."));
      return NULL;
    }
  chart = nst_print_chart_new (type, family);
  unit = nst_expansion_dup_attribute (node, "unit");
  if (g_strcmp0 (unit, "pct") == 0)
    nst_print_chart_set_percent (chart);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_series (child))
      {
        g_autofree char *series = nst_expansion_dup_attribute (child, "name");

        nst_print_chart_add_series (chart, series);
      }
  list = nst_scope_dup (expansion->scope, path);
  for (guint i = 0; list != NULL && i < nst_value_get_length (list); i++)
    {
      guint depth = nst_expansion_begin_item (expansion, var, nst_value_get_nth (list, i), i + 1,
                                              nst_value_get_length (list));

      read_row (expansion, node, chart);
      nst_expansion_end_item (expansion, depth);
    }
  return nst_print_chart_is_known (chart) ? g_steal_pointer (&chart) : NULL;
}
