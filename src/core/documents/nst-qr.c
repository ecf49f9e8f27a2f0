/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A square code that a camera reads, by libqrencode; nothing where that was left out. */
#include "config.h"

#include "documents/nst-qr.h"

#include <string.h>

#if NST_HAVE_QRENCODE
#include <qrencode.h>
#endif

struct _NstQr
{
  guint width;
  guint8 *dots; /* 1 is black, row after row */
};

#if NST_HAVE_QRENCODE
/* The strongest correction that the smallest square has room for: large dots survive a bad
 * scan better than many of them. */
static QRcode *
encode (const char *text)
{
  static const QRecLevel levels[] = { QR_ECLEVEL_H, QR_ECLEVEL_Q, QR_ECLEVEL_M, QR_ECLEVEL_L };
  QRcode *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      QRcode *code = QRcode_encodeString (text, 1, levels[i], QR_MODE_8, 0);

      if (code == NULL || (best != NULL && code->width >= best->width))
        {
          QRcode_free (code);
          continue;
        }
      QRcode_free (best);
      best = code;
    }
  return best;
}
#endif

/**
 * nst_qr_new:
 * @text: capitals and digits are coded closest
 *
 * Returns: (transfer full) (nullable): the code; %NULL when it is too long, or the program
 *   was built without libqrencode
 */
NstQr *
nst_qr_new (const char *text G_GNUC_UNUSED)
{
  NstQr *self = NULL;

#if NST_HAVE_QRENCODE
  QRcode *code = encode (text);

  if (code != NULL)
    {
      guint n = (guint) (code->width * code->width);

      self = g_new0 (NstQr, 1);
      self->width = (guint) code->width;
      self->dots = g_new0 (guint8, n);
      for (guint i = 0; i < n; i++)
        self->dots[i] = code->data[i] & 1;
    }
  QRcode_free (code);
#endif
  return self;
}

/**
 * nst_qr_free:
 * @self: (nullable): a code
 */
void
nst_qr_free (NstQr *self)
{
  if (self == NULL)
    return;
  g_free (self->dots);
  g_free (self);
}

/**
 * nst_qr_draw:
 * @self: a code
 * @cr: where to
 * @x: left edge, points
 * @y: upper edge, points
 * @size: of a side, points
 *
 * Black dots in one path, neighbours of a row as one bar; the quiet margin is the caller's.
 */
void
nst_qr_draw (const NstQr *self, cairo_t *cr, double x, double y, double size)
{
  double dot = size / self->width;

  for (guint row = 0; row < self->width; row++)
    {
      for (guint column = 0; column < self->width; column++)
        {
          const guint8 *dots = self->dots + row * self->width;
          guint end = column;

          while (end < self->width && dots[end])
            end++;
          if (end == column)
            continue;
          cairo_rectangle (cr, x + column * dot, y + row * dot, (end - column) * dot, dot);
          column = end;
        }
    }
  cairo_fill (cr);
}
