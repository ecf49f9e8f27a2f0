/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acceptance checks on a finished PDF (DOCUMENTS 18): text and boxes by poppler, rules from
 * an SVG rendering. Each check fails the running test and says where. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All lengths in mm from the upper left corner of the sheet. */
typedef struct
{
  gunichar c;
  double x1;
  double y1;
  double x2;
  double y2;
  double size;
} NstGlyphBox;

typedef struct
{
  char *text;
  double x1;
  double x2;
  double top;
  double bottom;
  double size;
} NstTextLine;

typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} NstRuleBox;

typedef struct
{
  double width;
  double height;
  GArray *glyphs;   /* NstGlyphBox */
  GPtrArray *lines; /* NstTextLine; lines of cells apart from each other */
  GArray *rules;    /* NstRuleBox */
} NstPdfPage;

typedef struct
{
  char *path;
  GPtrArray *pages; /* NstPdfPage */
  char *text;       /* of the whole, spaces normal, divided words joined */
} NstPdf;

NstPdf *nst_pdf_open (GBytes *bytes, gboolean rules);
void nst_pdf_free (NstPdf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstPdf, nst_pdf_free)

void nst_pdf_check_size (NstPdf *self);                               /* C1 */
void nst_pdf_check_margins (NstPdf *self, double left, double right); /* C2 */
guint nst_pdf_check_justified (NstPdf *self, double size);            /* C3 */
guint nst_pdf_check_indent (NstPdf *self, double size);               /* C4 */
void nst_pdf_check_type (NstPdf *self, double size, double pitch);    /* C5 */
void nst_pdf_check_fonts (NstPdf *self);                              /* C6 */
void nst_pdf_check_contains (NstPdf *self, const char *phrase);       /* C7 */
void nst_pdf_check_leftovers (NstPdf *self);                          /* C8 */
void nst_pdf_check_numbers (NstPdf *self);                            /* C9 */
void nst_pdf_check_cells (NstPdf *self);                              /* C16 */
void nst_pdf_check_no_break (NstPdf *self);                           /* C20 */
void nst_pdf_check_quotes (NstPdf *self);                             /* C21 */
const NstTextLine *nst_pdf_get_first_line (const NstPdfPage *page);
guint nst_pdf_count_lines (const NstPdfPage *page, const char *needle);

G_END_DECLS
