/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many papers made while the window goes on working. */
#pragma once

#include "documents/nst-batch.h"

G_BEGIN_DECLS

/**
 * NstPrintPlace:
 * @NST_PRINT_PRINTER: pages for the print dialog
 * @NST_PRINT_ONE_FILE: one PDF
 * @NST_PRINT_FILES: a file each, in a folder
 */
typedef enum
{
  NST_PRINT_PRINTER,
  NST_PRINT_ONE_FILE,
  NST_PRINT_FILES,
} NstPrintPlace;

#define NST_TYPE_PRINT_RUN (nst_print_run_get_type ())
G_DECLARE_FINAL_TYPE (NstPrintRun, nst_print_run, NST, PRINT_RUN, GObject)

/* Signals "progress" and "finished". @path: the file or the folder; NULL for the printer. */
NstPrintRun *nst_print_run_new (NstOffice *office, NstPrintPlace place, NstDocumentFormat format,
                                const char *path);
void nst_print_run_set_blanks (NstPrintRun *self, gboolean blanks);
/* Each is issued, or its frozen copy taken; only for a file each. */
void nst_print_run_set_issue (NstPrintRun *self, gboolean issue);
void nst_print_run_add (NstPrintRun *self, NstRecord *record, const char *form);

void nst_print_run_start (NstPrintRun *self);
/* What has been begun is finished; "finished" still comes. */
void nst_print_run_cancel (NstPrintRun *self);

guint nst_print_run_get_count (NstPrintRun *self);
guint nst_print_run_get_done (NstPrintRun *self);
guint nst_print_run_get_made (NstPrintRun *self);
gboolean nst_print_run_get_cancelled (NstPrintRun *self);
const GError *nst_print_run_get_error (NstPrintRun *self);
const char *nst_print_run_get_path (NstPrintRun *self);
NstPrintPlace nst_print_run_get_place (NstPrintRun *self);
/* (element-type NstBatchRefusal) (element-type NstPages) */
GPtrArray *nst_print_run_get_refusals (NstPrintRun *self);
GPtrArray *nst_print_run_get_parts (NstPrintRun *self);

G_END_DECLS
