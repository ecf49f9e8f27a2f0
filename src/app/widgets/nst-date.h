/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as the window shows and takes them. */
#pragma once

#include "app/widgets/nst-date-button.h"

G_BEGIN_DECLS

char *nst_date_to_label (const GDate *date);
char *nst_date_to_words (const GDate *date);
char *nst_date_text_to_label (const char *text);
gboolean nst_date_from_text (GDate *date, const char *text);
char *nst_date_to_text (const GDate *date);

G_END_DECLS
