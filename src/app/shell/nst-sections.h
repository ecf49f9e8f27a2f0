/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sections the window has, and which of them shows a record. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/**
 * NstSectionInfo:
 * @name: as in the option --section
 * @title: what people read, marked for translation
 * @icon: symbolic icon
 * @kinds: names of the kinds whose records it shows, parted by blanks
 * @get_type: its view
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  const char *kinds;
  GType (*get_type) (void);
} NstSectionInfo;

guint nst_sections_count (void);
const NstSectionInfo *nst_sections_get (guint position);
const NstSectionInfo *nst_sections_find (const char *name);
const NstSectionInfo *nst_sections_find_page (const char *name);
/* The section of a record and the record itself as that section knows it. */
const NstSectionInfo *nst_sections_resolve (NstOffice *office, NstRecord *record,
                                            NstRecord **shown);

G_END_DECLS
