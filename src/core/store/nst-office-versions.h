/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves a programme to another version of its scheme (DOMAIN R80). */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

GStrv nst_office_list_versions (NstOffice *self, const char *id);
guint nst_office_count_programs (NstOffice *self, const char *id, const char *version);
gboolean nst_office_move_program (NstOffice *self, NstRecord *program, const char *version,
                                  NstChange **done, GError **error);

G_END_DECLS
