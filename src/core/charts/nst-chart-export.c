/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files. */
#include "config.h"

#include "charts/nst-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/nst-error.h"

/* Pixels of a picture file for each pixel of the chart: sharp on paper too. */
#define PNG_SCALE 2.0
/* A pixel of the chart is 3/4 of a point on paper. */
#define POINTS 0.75

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (const char *format, double width, double height, double *scale, GByteArray *bytes)
{
  if (strcmp (format, "png") == 0)
    {
      *scale = PNG_SCALE;
      return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * PNG_SCALE),
                                         (int) ceil (height * PNG_SCALE));
    }
  *scale = POINTS;
  if (strcmp (format, "pdf") == 0)
    return cairo_pdf_surface_create_for_stream (append_bytes, bytes, width * POINTS,
                                                height * POINTS);
  return cairo_svg_surface_create_for_stream (append_bytes, bytes, width * POINTS,
                                              height * POINTS);
}

/**
 * nst_chart_to_bytes:
 * @self: a chart
 * @format: "svg", "png" or "pdf"
 * @error: where to put %NST_INPUT_ERROR_UNKNOWN (no such format) or %NST_STORE_ERROR_SQL
 *
 * On white, in the light colours.
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *
nst_chart_to_bytes (const NstChart *self, const char *format, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  NstChartTheme theme;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height, scale = 1;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && format != NULL, NULL);

  if (strcmp (format, "svg") != 0 && strcmp (format, "png") != 0 && strcmp (format, "pdf") != 0)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("A chart cannot be kept as “%s”: name the file .svg, .png or .pdf"),
                   format);
      return NULL;
    }
  nst_chart_get_size (self, &width, &height);
  surface = make_surface (format, width, height, &scale, bytes);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  nst_chart_theme_init (&theme, FALSE);
  nst_chart_draw (self, cr, &theme);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (strcmp (format, "png") == 0 && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("The chart “%s” could not be drawn: %s"), nst_chart_get_title (self),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * nst_chart_save:
 * @self: a chart
 * @path: ends with .svg, .png or .pdf
 * @error: where to put %NST_INPUT_ERROR_UNKNOWN (no such format) or %NST_STORE_ERROR_SQL
 *
 * Written beside and renamed, so that there is never half a file.
 *
 * Returns: whether it was written
 */
gboolean
nst_chart_save (const NstChart *self, const char *path, GError **error)
{
  g_autofree char *name = NULL, *format = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failed = NULL;
  const char *dot;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  name = g_path_get_basename (path);
  dot = strrchr (name, '.');
  format = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
  bytes = nst_chart_to_bytes (self, format, error);
  if (bytes == NULL)
    return FALSE;
  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0644, &failed))
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("The chart could not be written to “%s”: %s"), path, failed->message);
  return FALSE;
}
