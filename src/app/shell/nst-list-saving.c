/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a section shows as a file for Excel or Calc: asks where to, writes, tells. */
#include "config.h"

#include "app/shell/nst-list-saving.h"

#include "app/widgets/nst-file-choice.h"
#include "documents/nst-record-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#define RECORDS_KEY "nst-list-saving-records"

/* The records as they are filtered and sorted now. */
static GPtrArray *
list_shown (GListModel *shown)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; shown != NULL && i < g_list_model_get_n_items (shown); i++)
    {
      NstRecord *record = g_list_model_get_item (shown, i);

      if (NST_IS_RECORD (record) && !nst_record_get_stale (record))
        g_ptr_array_add (records, record);
      else
        g_object_unref (record);
    }
  return records;
}

/* A name without an ending is a file for Excel. */
static char *
dup_path (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  if (name == NULL || strchr (name, '.') != NULL)
    return g_steal_pointer (&path);
  return g_strconcat (path, ".xlsx", NULL);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  NstWindow *window = data;
  GPtrArray *records = g_object_get_data (data, RECORDS_KEY);
  g_autofree char *path = dup_path (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    text = g_strdup (_ ("A list can only be saved on this computer"));
  else if (nst_record_sheet_save (nst_window_get_office (window),
                                  nst_record_get_kind (records->pdata[0]), records, path, &error))
    text = g_strdup_printf (ngettext ("List of %u line saved: %s", "List of %u lines saved: %s",
                                      records->len),
                            records->len, path);
  nst_window_say (window, text != NULL ? text : error->message);
  g_object_set_data (data, RECORDS_KEY, NULL);
}

static void
unref_records (gpointer data)
{
  g_ptr_array_unref (data);
}

/**
 * nst_list_saving_ask:
 * @window: whose section shows a list
 *
 * Asks for a file and writes the records that are shown, in this order, in the columns of the
 * scheme. The ending of the name says which sort of file.
 */
void
nst_list_saving_ask (NstWindow *window)
{
  NstSection *section = nst_window_get_section (window);
  const char *kind = NULL;
  g_autoptr (GPtrArray) records =
      list_shown (section != NULL ? nst_section_get_shown (section, &kind) : NULL);
  g_autofree char *name = NULL;

  if (records->len == 0)
    {
      nst_window_say (window, _ ("There is no list here: open teams, groups, agreements or "
                                 "programmes"));
      return;
    }
  name = nst_record_sheet_dup_file_name (nst_window_get_office (window),
                                         nst_record_get_kind (records->pdata[0]),
                                         NST_SPREADSHEET_XLSX);
  g_object_set_data_full (G_OBJECT (window), RECORDS_KEY, g_steal_pointer (&records),
                          unref_records);
  nst_file_choice_save (GTK_WIDGET (window), _ ("Save the list (.xlsx, .ods or .csv)"), name,
                        chosen_cb, window);
}
