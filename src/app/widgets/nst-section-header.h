/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header bar that a section puts at its top. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_SECTION_HEADER (nst_section_header_get_type ())
G_DECLARE_FINAL_TYPE (NstSectionHeader, nst_section_header, NST, SECTION_HEADER, GtkWidget)

/* Properties: "title", "subtitle", "show-undo" (default TRUE), "show-sidebar-button" (default
 * TRUE). In a template, children of type "start" and "end" stand beside the title. */
GtkWidget *nst_section_header_new (void);
void nst_section_header_set_title (NstSectionHeader *self, const char *title);
void nst_section_header_set_subtitle (NstSectionHeader *self, const char *subtitle);
void nst_section_header_pack_start (NstSectionHeader *self, GtkWidget *child);
void nst_section_header_pack_end (NstSectionHeader *self, GtkWidget *child);

G_END_DECLS
