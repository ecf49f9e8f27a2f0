/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A combo row over a catalogue of the scheme, for forms not kept yet. */
#include "config.h"

#include "app/teams/nst-code-row.h"

static NstCatalogue *
get_catalogue (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), "nst-catalogue");
}

void
nst_code_row_fill (AdwComboRow *row, NstScheme *scheme, const char *catalogue)
{
  NstCatalogue *codes = nst_scheme_get_catalogue (scheme, catalogue);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; codes != NULL && i < nst_catalogue_get_size (codes); i++)
    gtk_string_list_append (titles, nst_catalogue_get_nth (codes, i)->title);
  g_object_set_data_full (G_OBJECT (row), "nst-catalogue",
                          codes != NULL ? g_object_ref (codes) : NULL, g_object_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
}

const char *
nst_code_row_get (AdwComboRow *row)
{
  NstCatalogue *codes = get_catalogue (row);
  guint position = adw_combo_row_get_selected (row);

  if (codes == NULL || position >= nst_catalogue_get_size (codes))
    return NULL;
  return nst_catalogue_get_nth (codes, position)->code;
}
