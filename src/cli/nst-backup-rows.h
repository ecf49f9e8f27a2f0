/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept copies as lines and as JSON. */
#pragma once

#include "cli/nst-json.h"
#include "store/nst-backups.h"

G_BEGIN_DECLS

void nst_backup_rows_print (NstBackup *backup);
void nst_backup_rows_print_holds (const NstBaseFacts *then, const NstBaseFacts *now);
void nst_backup_rows_add (NstJson *json, NstBackup *backup);
void nst_backup_rows_add_holds (NstJson *json, const char *key, const NstBaseFacts *facts);

G_END_DECLS
