/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the code of a page stands (DOCUMENTS 17, QR requisite). */
#include "config.h"

#include "documents/nst-code-mark.h"

#define MM (72 / 25.4)

#define SIDE (13 * MM)
#define FROM_EDGE (5 * MM)
/* Four dots of the smallest square: a camera wants that much white around it. */
#define QUIET (3 * MM)
/* The letters stand on the lower edge of the square, a little above it. */
#define ABOVE (0.8 * MM)

/* In the lower margin, its right edge that of the text; letters to the left of it. */
static double
place_below (NstPage *page, const NstSheet *sheet, double right, double lower)
{
  page->qr_x = right - SIDE;
  page->qr_y = lower - SIDE;
  page->code_x = sheet->left * MM;
  page->code_baseline = lower - ABOVE;
  page->code_turned = FALSE;
  return page->qr_x - QUIET - page->code_x;
}

/* In the right margin, its lower edge that of the text; letters above it, reading upwards. */
static double
place_beside (NstPage *page, const NstSheet *sheet)
{
  page->qr_x = page->width - FROM_EDGE - SIDE;
  page->qr_y = page->height - sheet->bottom * MM - SIDE;
  page->code_x = page->width - FROM_EDGE - ABOVE;
  page->code_baseline = page->qr_y - QUIET;
  page->code_turned = TRUE;
  return page->code_baseline - sheet->top * MM;
}

/**
 * nst_code_mark_place:
 * @page: gets the places of its square and of its letters
 * @sheet: what the page is like
 *
 * Upright in the lower margin, across in the right one, within a frame in the corner of the
 * text.
 *
 * Returns: how long the letters may be, points; turned ones begin at the square, others end
 *   there
 */
double
nst_code_mark_place (NstPage *page, const NstSheet *sheet)
{
  page->qr_size = SIDE;
  if (sheet->frame > 0)
    return place_below (page, sheet, page->width - sheet->right * MM,
                        page->height - sheet->bottom * MM);
  if (page->width > page->height)
    return place_beside (page, sheet);
  return place_below (page, sheet, page->width - sheet->right * MM, page->height - FROM_EDGE);
}
