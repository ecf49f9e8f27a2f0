/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the window calls a programme. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/* «Горнобалыклейская → Песковатская»: what both names share is left out. */
char *nst_program_names_dup_brief (const char *from, const char *to);
/* The same of a programme's teams; without teams, the programme's own title. */
char *nst_program_names_dup_pair (NstOffice *office, NstRecord *program);
/* «Программа группы № 1 · утверждена 17.12.2021 · редакция 1». */
char *nst_program_names_dup_line (NstOffice *office, NstRecord *program);
/* «01.01.2022 – 31.12.2022»; with an extension, its end. */
char *nst_program_names_dup_period (NstRecord *program);
/* The programme that replaced @program by a correction, or NULL. */
NstRecord *nst_program_names_dup_next (NstOffice *office, NstRecord *program);

G_END_DECLS
