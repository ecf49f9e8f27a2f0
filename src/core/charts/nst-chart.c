/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart with a title that can be drawn on any cairo context, or kept as a file. */
#include "config.h"

#include "charts/nst-chart.h"

#include "charts/nst-chart-pen.h"

#define MARGIN 18.0
#define TITLE_HEIGHT 34.0
#define HEADING_HEIGHT 26.0
#define SPACING 12.0

typedef struct
{
  char *heading;
  const NstPlot *plot;
  gpointer data;
} Part;

struct _NstChart
{
  char *title;
  double width;
  GString *summary;
  GPtrArray *parts;
};

static void
part_free (Part *part)
{
  part->plot->free (part->data);
  g_free (part->heading);
  g_free (part);
}

/**
 * nst_chart_new:
 * @title: stands above it
 * @width: in pixels, margins included
 *
 * Returns: (transfer full): an empty chart, free with nst_chart_free()
 */
NstChart *
nst_chart_new (const char *title, double width)
{
  NstChart *self = g_new0 (NstChart, 1);

  self->title = g_strdup (title);
  self->width = width;
  self->summary = g_string_new (NULL);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  return self;
}

/**
 * nst_chart_free:
 * @self: (nullable): a chart
 */
void
nst_chart_free (NstChart *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_string_free (self->summary, TRUE);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * nst_chart_take:
 * @self: a chart
 * @heading: (nullable): stands above this part
 * @plot: kind of picture
 * @data: (transfer full): what it is drawn from
 */
void
nst_chart_take (NstChart *self, const char *heading, const NstPlot *plot, gpointer data)
{
  Part *part = g_new0 (Part, 1);
  g_autofree char *summary = NULL;

  g_return_if_fail (self != NULL && plot != NULL);

  part->heading = g_strdup (heading);
  part->plot = plot;
  part->data = data;
  g_ptr_array_add (self->parts, part);
  summary = plot->dup_summary (data);
  if (self->summary->len > 0)
    g_string_append_c (self->summary, '\n');
  g_string_append (self->summary, summary);
}

/**
 * nst_chart_get_length:
 * @self: a chart
 *
 * Returns: how many pictures stand under its title
 */
guint
nst_chart_get_length (const NstChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

/**
 * nst_chart_get_heading:
 * @self: a chart
 * @part: number of a picture, from 0
 *
 * Returns: (transfer none) (nullable): what stands above it
 */
const char *
nst_chart_get_heading (const NstChart *self, guint part)
{
  g_return_val_if_fail (self != NULL && part < self->parts->len, NULL);

  return ((const Part *) g_ptr_array_index (self->parts, part))->heading;
}

/**
 * nst_chart_list_rows:
 * @self: a chart
 * @part: number of a picture, from 0
 *
 * Returns: (transfer full) (element-type GStrv): what it shows as a table; the first row holds
 *   the headings
 */
GPtrArray *
nst_chart_list_rows (const NstChart *self, guint part)
{
  const Part *one;

  g_return_val_if_fail (self != NULL && part < self->parts->len, NULL);

  one = g_ptr_array_index (self->parts, part);
  return one->plot->list_rows (one->data);
}

/**
 * nst_chart_get_title:
 * @self: a chart
 *
 * Returns: (transfer none): what stands above it
 */
const char *
nst_chart_get_title (const NstChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * nst_chart_get_summary:
 * @self: a chart
 *
 * Returns: (transfer none): what it shows, in words
 */
const char *
nst_chart_get_summary (const NstChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->summary->str;
}

/**
 * nst_chart_get_size:
 * @self: a chart
 * @width: (out): in pixels
 * @height: (out): in pixels
 */
void
nst_chart_get_size (const NstChart *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->width;
  *height = 2 * MARGIN + TITLE_HEIGHT;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      *height += part->plot->get_height (part->data) + SPACING +
                 (part->heading != NULL ? HEADING_HEIGHT : 0);
    }
}

/**
 * nst_chart_draw:
 * @self: a chart
 * @cr: a context
 * @theme: colours
 *
 * Draws background, title and all parts.
 */
void
nst_chart_draw (const NstChart *self, cairo_t *cr, const NstChartTheme *theme)
{
  NstChartText title = { MARGIN, MARGIN + TITLE_HEIGHT / 2 - 4, 0, 17, TRUE, 0, &theme->text };
  double y = MARGIN + TITLE_HEIGHT, room, width, height;

  g_return_if_fail (self != NULL && cr != NULL && theme != NULL);

  nst_chart_get_size (self, &width, &height);
  room = width - 2 * MARGIN;
  title.width = room;
  cairo_save (cr);
  nst_chart_pen_color (cr, &theme->background);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  nst_chart_pen_text (cr, theme, &title, self->title);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      double tall = part->plot->get_height (part->data);

      if (part->heading != NULL)
        {
          NstChartText heading = {
            MARGIN, y + HEADING_HEIGHT / 2, 0, 13, TRUE, room, &theme->text
          };

          nst_chart_pen_text (cr, theme, &heading, part->heading);
          y += HEADING_HEIGHT;
        }
      cairo_save (cr);
      cairo_translate (cr, MARGIN, y);
      part->plot->draw (cr, theme, room, tall, part->data);
      cairo_restore (cr);
      y += tall + SPACING;
    }
  cairo_restore (cr);
}
