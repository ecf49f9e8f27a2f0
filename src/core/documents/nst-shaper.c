/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as glyphs: each word of a document is shaped once. */
#include "config.h"

#include "documents/nst-shaper.h"

#include "documents/nst-tree.h"

#include <pango/pangocairo.h>
#include <string.h>

struct _NstShaper
{
  PangoContext *context;
  char *family;
  GHashTable *words;
  GHashTable *metrics; /* size in hundredths of a point -> Metrics */
};

typedef struct
{
  double ascent;
  double descent;
} Metrics;

static void
free_glyph_item (gpointer data)
{
  pango_glyph_item_free (data);
}

static void
free_shaped (gpointer data)
{
  NstShaped *shaped = data;

  g_ptr_array_unref (shaped->items);
  g_free (shaped->text);
  g_free (shaped);
}

/**
 * nst_shaper_new:
 * @family: type family, such as "Liberation Serif"
 *
 * Measures in points without hinting, so that screen, file and printer agree.
 *
 * Returns: (transfer full): a shaper, to be used by one thread at a time
 */
NstShaper *
nst_shaper_new (const char *family)
{
  NstShaper *self = g_new0 (NstShaper, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  /* One of its own: a font map serves one thread at a time. */
  PangoFontMap *fonts = pango_cairo_font_map_new ();

  self->context = pango_font_map_create_context (fonts);
  g_object_unref (fonts);
  self->family = g_strdup (family);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_shaped);
  self->metrics = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("ru"));
  cairo_font_options_destroy (options);
  return self;
}

/**
 * nst_shaper_free:
 * @self: (nullable): a shaper
 */
void
nst_shaper_free (NstShaper *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->metrics);
  g_object_unref (self->context);
  g_free (self->family);
  g_free (self);
}

static PangoFontDescription *
describe (NstShaper *self, double size, guint flags)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, self->family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, (flags & NST_RUN_BOLD) != 0 ? PANGO_WEIGHT_BOLD
                                                                       : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, (flags & NST_RUN_ITALIC) != 0 ? PANGO_STYLE_ITALIC
                                                                        : PANGO_STYLE_NORMAL);
  return font;
}

static NstShaped *
shape (NstShaper *self, const char *text, double size, guint flags)
{
  NstShaped *shaped = g_new0 (NstShaped, 1);
  PangoAttrList *attributes = pango_attr_list_new ();
  int length = (int) strlen (text);
  PangoFontDescription *font = describe (self, size, flags);
  GList *items;

  shaped->text = g_strdup (text);
  shaped->items = g_ptr_array_new_with_free_func (free_glyph_item);
  pango_context_set_font_description (self->context, font);
  pango_font_description_free (font);
  items = pango_itemize (self->context, shaped->text, 0, length, attributes, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoGlyphItem *glyph_item = g_slice_new0 (PangoGlyphItem);

      glyph_item->item = l->data;
      glyph_item->glyphs = pango_glyph_string_new ();
      pango_shape_full (shaped->text + glyph_item->item->offset, glyph_item->item->length,
                        shaped->text, length, &glyph_item->item->analysis, glyph_item->glyphs);
      shaped->width += pango_units_to_double (pango_glyph_string_get_width (glyph_item->glyphs));
      g_ptr_array_add (shaped->items, glyph_item);
    }
  g_list_free (items);
  pango_attr_list_unref (attributes);
  return shaped;
}

/**
 * nst_shaper_shape:
 * @self: a shaper
 * @text: a word or a part of one; no-break spaces and hyphens look like plain ones
 * @length: bytes
 * @size: points
 * @flags: #NstRunFlags
 *
 * Returns: (transfer none): its glyphs, the same each time
 */
const NstShaped *
nst_shaper_shape (NstShaper *self, const char *text, gsize length, double size, guint flags)
{
  guint style = flags & (NST_RUN_BOLD | NST_RUN_ITALIC);
  GString *key = g_string_sized_new (length + 16);
  NstShaped *shaped;
  gsize start;

  g_string_printf (key, "%d %u ", (int) (size * 100), style);
  start = key->len;
  g_string_append_len (key, text, (gssize) length);
  /* One sign, one glyph: a reader of the file gets ordinary spaces and hyphens back. */
  g_string_replace (key, "\u00a0", " ", 0);
  g_string_replace (key, "\u2011", "-", 0);
  shaped = g_hash_table_lookup (self->words, key->str);
  if (shaped != NULL)
    {
      g_string_free (key, TRUE);
      return shaped;
    }
  shaped = shape (self, key->str + start, size, style);
  g_hash_table_insert (self->words, g_string_free (key, FALSE), shaped);
  return shaped;
}

static Metrics *
measure (NstShaper *self, double size)
{
  Metrics *found = g_new0 (Metrics, 1);
  PangoFontDescription *font = describe (self, size, 0);
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, font, NULL);

  found->ascent = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  found->descent = pango_units_to_double (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
  return found;
}

/**
 * nst_shaper_get_ascent:
 * @self: a shaper
 * @size: points
 * @descent: (out): how deep the family reaches below the baseline, points
 *
 * Returns: how high it reaches above the baseline, points
 */
double
nst_shaper_get_ascent (NstShaper *self, double size, double *descent)
{
  gpointer key = GINT_TO_POINTER ((int) (size * 100));
  Metrics *metrics = g_hash_table_lookup (self->metrics, key);

  if (metrics == NULL)
    {
      metrics = measure (self, size);
      g_hash_table_insert (self->metrics, key, metrics);
    }
  *descent = metrics->descent;
  return metrics->ascent;
}
