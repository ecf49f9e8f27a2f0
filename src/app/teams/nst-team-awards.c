/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a team and its people were rewarded with (DOMAIN 4.21). */
#include "config.h"

#include "app/teams/nst-team-awards.h"

#include "app/widgets/nst-date.h"

#include <glib/gi18n-lib.h>

static char *
describe (NstOffice *office, NstRecord *award)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *day = nst_date_text_to_label (nst_record_get_text (award, "date"));
  g_autofree char *kind =
      nst_records_dup_code (office, "award-kind", nst_record_get_text (award, "kind"));

  nst_records_append_word (words, day);
  nst_records_append_word (words, kind);
  nst_records_append_word (words, nst_record_get_display (award, "person"));
  nst_records_append_word (words, nst_record_get_text (award, "amount"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_state (NstOffice *office G_GNUC_UNUSED, NstRecord *award, NstStatePill *pill)
{
  const char *day = nst_record_get_text (award, "cancelled_on");
  g_autofree char *shown = nst_date_text_to_label (day);
  g_autofree char *words = g_strdup_printf (_ ("cancelled %s"), shown);

  gtk_widget_set_visible (GTK_WIDGET (pill), day != NULL);
  g_object_set (pill, "state-title", words, "tone", "bad", NULL);
}

const NstRecordsForm nst_team_awards_form = {
  .kind = "award",
  .owner = "team",
  .heading = N_ ("Awards"),
  .button = N_ ("Award"),
  .tip = N_ ("Enter an award"),
  .add = N_ ("Enter the award"),
  .remove = N_ ("Remove the award"),
  .empty = N_ ("No award has been entered."),
  .today = TRUE,
  .asks = (const char *const[]){ "title", "kind", "date", NULL },
  .fields = (const char *const[]){ "title", "kind", "person", "date", "document", "amount",
                                   "cancelled_on", "cancel_reason", NULL },
  .dup_subtitle = describe,
  .show_state = show_state,
};
