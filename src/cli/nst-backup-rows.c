/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept copies as lines and as JSON. */
#include "config.h"

#include "cli/nst-backup-rows.h"

#include "model/nst-kind.h"

#include <glib/gi18n.h>

static void
put_day (const GDate *day, char *text, gsize size)
{
  if (!g_date_valid (day) || g_date_strftime (text, size, "%Y-%m-%d", day) == 0)
    text[0] = '\0';
}

/* Number, day, why, how large. */
void
nst_backup_rows_print (NstBackup *backup)
{
  g_autofree char *size = g_format_size (backup->size);
  char day[16];

  put_day (&backup->day, day, sizeof day);
  g_print ("%5u  %s  %10s  %s\n", backup->number, day, size,
           nst_backup_reason_get_words (backup->reason));
}

/* How many records of each kind; beside them how many there are now. */
void
nst_backup_rows_print_holds (const NstBaseFacts *then, const NstBaseFacts *now)
{
  for (guint i = 0; i < NST_BASE_FACTS_KINDS; i++)
    {
      const char *label = _ (nst_kinds_find (nst_base_facts_kinds[i])->label);

      if (now == NULL)
        g_print (_ ("%s: %d\n"), label, (int) then->counts[i]);
      else
        g_print (_ ("%s: %d, now %d\n"), label, (int) then->counts[i], (int) now->counts[i]);
    }
}

void
nst_backup_rows_add_holds (NstJson *json, const char *key, const NstBaseFacts *facts)
{
  nst_json_begin_object (json, key);
  for (guint i = 0; i < NST_BASE_FACTS_KINDS; i++)
    nst_json_add_int (json, nst_base_facts_kinds[i], facts->counts[i]);
  nst_json_end_object (json);
}

/* Members of an object that is begun already. */
void
nst_backup_rows_add (NstJson *json, NstBackup *backup)
{
  char day[16];

  put_day (&backup->day, day, sizeof day);
  nst_json_add_int (json, "number", backup->number);
  nst_json_add_text (json, "day", day[0] != '\0' ? day : NULL);
  nst_json_add_text (json, "at", backup->at);
  nst_json_add_text (json, "reason", nst_backup_reason_get_code (backup->reason));
  nst_json_add_text (json, "program", backup->program);
  nst_json_add_int (json, "base_version", backup->facts.version);
  nst_json_add_int (json, "size", (gint64) backup->size);
  nst_json_add_text (json, "sha256", backup->hash);
  nst_json_add_text (json, "path", backup->path);
  nst_json_add_int (json, "changes", backup->facts.changes);
  nst_backup_rows_add_holds (json, "holds", &backup->facts);
  nst_json_begin_array (json, "last");
  for (char **title = backup->facts.titles; title != NULL && *title != NULL; title++)
    nst_json_add_text (json, NULL, *title);
  nst_json_end_array (json);
}
