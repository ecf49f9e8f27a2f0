/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a template in a text buffer: what is not typed goes as a whole or stays. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nst_wording_buffer_prepare (GtkTextBuffer *buffer);
void nst_wording_buffer_fill (GtkTextBuffer *buffer, GPtrArray *words);
char *nst_wording_buffer_dup_text (GtkTextBuffer *buffer);
void nst_wording_buffer_insert (GtkTextBuffer *buffer, const char *label, const char *source);
void nst_wording_buffer_toggle (GtkTextBuffer *buffer, const char *style);

G_END_DECLS
