/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the main window asks of each of its sections. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_SECTION (nst_section_get_type ())
G_DECLARE_INTERFACE (NstSection, nst_section, NST, SECTION, GtkWidget)

/**
 * NstSectionInterface:
 * @set_office: shows the records of an office, or of none
 * @open: shows a record that belongs to the section and moves to a field of it; %NULL, of pages
 *   only: what the page shows by itself
 * @focus_search: opens the list's search
 * @print: prints what is shown; %FALSE when there is nothing to print
 * @get_record: (transfer none) (nullable): what is chosen, whose papers the window can show
 * @get_shown: (transfer none) (nullable): records of the list, as it is filtered, and their kind
 * @offer: of the page that prints many papers: of which kind, and what was shown before
 *
 * Every method may be left out.
 */
struct _NstSectionInterface
{
  GTypeInterface parent_iface;

  void (*set_office) (NstSection *self, NstOffice *office);
  void (*open) (NstSection *self, NstRecord *record, const char *field);
  void (*focus_search) (NstSection *self);
  gboolean (*print) (NstSection *self);
  NstRecord *(*get_record) (NstSection *self);
  GListModel *(*get_shown) (NstSection *self, const char **kind);
  void (*offer) (NstSection *self, const char *kind, GListModel *shown);
};

void nst_section_set_office (NstSection *self, NstOffice *office);
void nst_section_open (NstSection *self, NstRecord *record, const char *field);
void nst_section_focus_search (NstSection *self);
gboolean nst_section_print (NstSection *self);
NstRecord *nst_section_get_record (NstSection *self);
GListModel *nst_section_get_shown (NstSection *self, const char **kind);
void nst_section_offer (NstSection *self, const char *kind, GListModel *shown);
gboolean nst_section_is_shown (NstSection *self);

G_END_DECLS
