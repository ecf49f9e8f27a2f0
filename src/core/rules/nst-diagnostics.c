/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entry and exit diagnostics of a group side by side (DOMAIN 4.23). */
#include "config.h"

#include "rules/nst-diagnostics.h"

void
nst_diagnostics_line_free (NstDiagnosticsLine *self)
{
  g_free (self->kind);
  g_free (self->direction);
  g_free (self);
}

/**
 * nst_diagnostics_line_get_change:
 * @self: a line
 * @change: (out): mean at the exit less that at the entry
 *
 * Returns: whether there are answers on both sides
 */
gboolean
nst_diagnostics_line_get_change (const NstDiagnosticsLine *self, double *change)
{
  *change = 0;
  if (self->n_entry == 0 || self->n_exit == 0)
    return FALSE;
  *change = self->exit - self->entry;
  return TRUE;
}

static NstDiagnosticsLine *
get_line (GPtrArray *lines, const char *kind, const char *direction)
{
  NstDiagnosticsLine *line;

  for (guint i = 0; i < lines->len; i++)
    {
      line = g_ptr_array_index (lines, i);
      if (g_strcmp0 (line->kind, kind) == 0 && g_strcmp0 (line->direction, direction) == 0)
        return line;
    }
  line = g_new0 (NstDiagnosticsLine, 1);
  line->kind = g_strdup (kind);
  line->direction = g_strdup (direction);
  g_ptr_array_add (lines, line);
  return line;
}

/* The mean is kept as a sum until all are read. */
static void
add_answers (GPtrArray *lines, NstSource *source, NstRecord *survey, gboolean exit)
{
  g_autoptr (GPtrArray) answers = nst_source_list_of (source, "answer", "survey", survey);

  for (guint i = 0; i < answers->len; i++)
    {
      NstRecord *answer = g_ptr_array_index (answers, i);
      NstDiagnosticsLine *line;

      if (nst_record_get_text (answer, "direction") == NULL ||
          nst_record_get_text (answer, "value") == NULL)
        continue;
      line = get_line (lines, nst_record_get_text (survey, "kind"),
                       nst_record_get_text (answer, "direction"));
      *(exit ? &line->n_exit : &line->n_entry) += 1;
      *(exit ? &line->exit : &line->entry) += (double) nst_record_get_int (answer, "value");
    }
}

/**
 * nst_diagnostics_pair:
 * @source: what to read
 * @group: a group
 *
 * All answers of all entry diagnostics of the group count alike, as do those of the exit:
 * who answered may have changed between them.
 *
 * Returns: (transfer container) (element-type NstDiagnosticsLine): one line a kind of
 *   diagnostics and direction
 */
GPtrArray *
nst_diagnostics_pair (NstSource *source, NstRecord *group)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_diagnostics_line_free);
  g_autoptr (GPtrArray) surveys = nst_source_list_of (source, "survey", "group", group);

  for (guint i = 0; i < surveys->len; i++)
    {
      const char *point = nst_record_get_text (surveys->pdata[i], "point");

      if (g_strcmp0 (point, "ENTRY") == 0 || g_strcmp0 (point, "EXIT") == 0)
        add_answers (lines, source, surveys->pdata[i], g_str_equal (point, "EXIT"));
    }
  for (guint i = 0; i < lines->len; i++)
    {
      NstDiagnosticsLine *line = g_ptr_array_index (lines, i);

      line->entry /= MAX (line->n_entry, 1);
      line->exit /= MAX (line->n_exit, 1);
    }
  return lines;
}
