/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One editor for each type of field; each is a row that follows its binding. */
#pragma once

#include "app/widgets/nst-field-binding.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The right one for the field's type; read-only for what steps and the program set. */
GtkWidget *nst_field_editor_new (NstFieldBinding *binding);

/* One line: strings, numbers, schedules as phrases. */
GtkWidget *nst_field_entry_new (NstFieldBinding *binding);
/* A day: typed, or from a calendar. */
GtkWidget *nst_field_date_new (NstFieldBinding *binding);
/* One code of a catalogue. */
GtkWidget *nst_field_combo_new (NstFieldBinding *binding);
/* Several codes, and own wordings, as tags. */
GtkWidget *nst_field_tags_new (NstFieldBinding *binding);
/* Another record, chosen by search. */
GtkWidget *nst_field_reference_new (NstFieldBinding *binding);
/* Several lines. */
GtkWidget *nst_field_text_new (NstFieldBinding *binding);
/* Yes or no. */
GtkWidget *nst_field_switch_new (NstFieldBinding *binding);
/* What is only shown. */
GtkWidget *nst_field_fact_new (NstFieldBinding *binding);

G_END_DECLS
