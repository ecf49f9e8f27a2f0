/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of a group: agreements with their supplements, orders, memos, the programme. */
#include "config.h"

#include "app/groups/nst-group-papers.h"

#include "app/groups/nst-group-fact.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-state-pill.h"
#include "text/nst-russian.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define INDENT 24

static NstSource *
get_source (NstOffice *office)
{
  return NST_SOURCE (nst_office_get_store (office));
}

static GtkWidget *
append_row (GtkListBox *list, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (list, row);
  return row;
}

/* An order or a memo has no page of its own: its row leads to the paper. */
static void
append_paper (GtkListBox *list, NstRecord *record, const char *title, const char *subtitle)
{
  GtkWidget *row = append_row (list, "text-x-generic-symbolic", title, subtitle);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, subtitle != NULL ? subtitle : "");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "nst-record", g_object_ref (record), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is over stays readable, but stands back. */
static gboolean
is_over (const NstRuleContext *context, NstRecord *record)
{
  return nst_steps_is_state (context, record, "ENDED|CANCELLED") ||
         nst_steps_is_state (context, record, "SUPERSEDED|TERMINATED");
}

static GtkWidget *
append_stated (GtkListBox *list, NstOffice *office, NstRecord *record, const char *icon,
               const char *title, const char *subtitle)
{
  GtkWidget *row = append_row (list, icon, title, subtitle);
  GtkWidget *pill = nst_state_pill_new (NULL, "neutral");
  g_autofree char *name = NULL;
  const NstLifeState *state;
  NstRuleContext context;

  nst_office_get_context (office, &context);
  state = nst_steps_get_state (&context, record);
  nst_state_pill_set_state (NST_STATE_PILL (pill), state);
  nst_state_pill_set_whole (NST_STATE_PILL (pill));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  if (is_over (&context, record))
    gtk_widget_add_css_class (row, "dim-label");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "nst-record", g_object_ref (record), g_object_unref);
  name = g_strdup_printf ("%s, %s, %s", title, subtitle, state != NULL ? state->title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* A supplement stands under its agreement, a little to the right. */
static void
append_supplements (GtkListBox *list, NstOffice *office, NstRecord *agreement)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_of (get_source (office), "agreement", "supplements", agreement);

  for (guint i = 0; i < all->len; i++)
    {
      const char *number = nst_record_get_text (all->pdata[i], "number");
      g_autofree char *title = number != NULL
                                   ? g_strdup_printf (_ ("Supplementary agreement № %s"), number)
                                   : g_strdup (_ ("Supplementary agreement"));
      g_autofree char *end = nst_date_text_to_label (nst_record_get_text (all->pdata[i], "end"));
      g_autofree char *until =
          end != NULL && *end != '\0' ? g_strdup_printf (_ ("until %s"), end) : g_strdup ("");
      GtkWidget *row =
          append_stated (list, office, all->pdata[i], "list-add-symbolic", title, until);

      gtk_widget_set_margin_start (row, INDENT);
    }
}

static char *
dup_sides (NstRecord *agreement)
{
  return g_strdup_printf ("%s → %s", nst_record_get_display (agreement, "experienced"),
                          nst_record_get_display (agreement, "developing"));
}

static void
append_agreement (GtkListBox *list, NstOffice *office, NstRecord *agreement)
{
  const char *number = nst_record_get_text (agreement, "number");
  g_autofree char *title = number != NULL ? g_strdup_printf (_ ("Agreement № %s"), number)
                                          : g_strdup (_ ("Agreement"));
  g_autofree char *sides = dup_sides (agreement);

  append_stated (list, office, agreement, "x-office-document-symbolic", title, sides);
  append_supplements (list, office, agreement);
}

/* Those that bind first, then what is over: one agreement a pair (R19). */
static void
append_agreements (GtkListBox *list, NstOffice *office, NstRecord *group)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_of (get_source (office), "agreement", "group", group);
  NstRuleContext context;

  nst_office_get_context (office, &context);
  for (guint over = 0; over < 2; over++)
    for (guint i = 0; i < all->len; i++)
      if (nst_record_get_ref (all->pdata[i], "supplements") == 0 &&
          is_over (&context, all->pdata[i]) == (over == 1))
        append_agreement (list, office, all->pdata[i]);
}

static void
append_program (GtkListBox *list, NstOffice *office, NstRecord *group)
{
  g_autoptr (NstGroupFact) fact = nst_group_fact_new (office, group);
  g_autofree char *share = NULL;
  g_autofree char *done = NULL;

  if (fact->program == NULL)
    return;
  share = nst_russian_percent (fact->permille);
  done = g_strdup_printf (_ ("done %s"), share);
  append_stated (list, office, fact->program, "view-list-symbolic", _ ("Programme"), done);
}

/* That of assignment, which has fields of its own below, and those that changed the group. */
static void
append_orders (GtkListBox *list, NstOffice *office, NstRecord *group)
{
  g_autoptr (GPtrArray) orders =
      nst_source_list_of (get_source (office), "order", "group", group);

  for (guint i = 0; i < orders->len; i++)
    {
      NstRecord *order = orders->pdata[i];
      const char *words = nst_record_get_text (order, "title");
      g_autofree char *day = nst_date_text_to_label (nst_record_get_text (order, "date"));
      g_autofree char *title = NULL;

      title = g_strdup_printf (_ ("Order %s %s"), day != NULL ? day : "",
                               nst_record_get_title (order));
      append_paper (list, order, title, words);
    }
}

static void
append_memos (GtkListBox *list, NstOffice *office, NstRecord *group)
{
  g_autoptr (GPtrArray) memos = nst_source_list_of (get_source (office), "basis", "group", group);
  NstScheme *scheme = nst_office_get_scheme (office);

  for (guint i = 0; i < memos->len; i++)
    {
      const char *code = nst_record_get_text (memos->pdata[i], "ground");
      const char *text = nst_record_get_text (memos->pdata[i], "text");
      g_autofree char *day =
          nst_date_text_to_label (nst_record_get_text (memos->pdata[i], "date"));
      g_autofree char *title = g_strdup_printf (_ ("Memo of %s"), day != NULL ? day : "");
      g_autofree char *ground =
          code != NULL ? nst_scheme_dup_title_of (scheme, "replacement-ground", code) : NULL;
      g_autofree char *words = NULL;

      words = ground != NULL && text != NULL ? g_strdup_printf ("%s: %s", ground, text)
                                             : g_strdup (ground != NULL ? ground : text);
      append_paper (list, memos->pdata[i], title, words);
    }
}

void
nst_group_papers_fill (GtkListBox *list, NstOffice *office, NstRecord *group)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  append_agreements (list, office, group);
  append_program (list, office, group);
  append_orders (list, office, group);
  append_memos (list, office, group);
}
