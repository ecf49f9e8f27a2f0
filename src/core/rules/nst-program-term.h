/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From which day to which a programme runs, and when its reports are due. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

gboolean nst_program_term_get_start (NstRecord *program, GDate *start);
gboolean nst_program_term_get_end (NstRecord *program, GDate *end);
gboolean nst_program_term_get_report_due (NstScheme *scheme, NstRecord *program, GDate *due);
gboolean nst_program_term_get_max_end (NstScheme *scheme, NstRecord *program, GDate *end);

G_END_DECLS
