/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of the table of teams. */
#include "config.h"

#include "app/teams/nst-teams-columns.h"

#include "app/widgets/nst-state-pill.h"

#include <glib/gi18n-lib.h>

const char *
nst_teams_column_get_field (NstTeamsColumn column)
{
  switch (column)
    {
    case NST_TEAMS_COLUMN_ORGANISATION:
      return "organisation";
    case NST_TEAMS_COLUMN_ROLE:
      return "role";
    case NST_TEAMS_COLUMN_DIRECTIONS:
      return "directions";
    case NST_TEAMS_COLUMN_STATE:
      return "state";
    case NST_TEAMS_COLUMN_LEADER:
    case NST_TEAMS_N_COLUMNS:
    default:
      return NULL;
    }
}

/* From GTK 4.12 on rows of a column view are as high as if every cell had all the width it likes:
 * a wrapped text would be cut off there instead of shortened. */
static GtkWidget *
new_label (int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (lines > 1 && gtk_check_version (4, 12, 0) != NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), lines);
    }
  return label;
}

/* Two lines of text with a warning sign behind: the cell's parts are found by name. */
static GtkWidget *
new_organisation_cell (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = new_label (2);
  GtkWidget *subtitle = new_label (1);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  /* Room for the name that tells a school from others. */
  gtk_label_set_width_chars (GTK_LABEL (title), 18);
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (sign, "warning");
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), subtitle);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), sign);
  return box;
}

GtkWidget *
nst_teams_column_new_cell (NstTeamsColumn column)
{
  GtkWidget *cell;

  switch (column)
    {
    case NST_TEAMS_COLUMN_ORGANISATION:
      cell = new_organisation_cell ();
      break;
    case NST_TEAMS_COLUMN_DIRECTIONS:
      cell = new_label (2);
      break;
    case NST_TEAMS_COLUMN_STATE:
      cell = g_object_new (NST_TYPE_STATE_PILL, "halign", GTK_ALIGN_START, NULL);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_first_child (cell)),
                               PANGO_ELLIPSIZE_NONE);
      break;
    case NST_TEAMS_COLUMN_ROLE:
      cell = new_label (1);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_NONE);
      break;
    case NST_TEAMS_COLUMN_LEADER:
    case NST_TEAMS_N_COLUMNS:
    default:
      cell = new_label (1);
      gtk_label_set_width_chars (GTK_LABEL (cell), 10);
      break;
    }
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  return cell;
}

static char *
dup_role (NstOffice *office, NstRecord *team)
{
  NstCatalogue *roles = nst_scheme_get_catalogue (nst_office_get_scheme (office), "team-role");
  const char *code = nst_record_get_text (team, "role");
  const NstCatalogueEntry *entry =
      roles != NULL && code != NULL ? nst_catalogue_find (roles, code) : NULL;

  if (entry == NULL)
    return g_strdup (code != NULL ? code : "");
  return g_strdup (entry->short_title != NULL ? entry->short_title : entry->title);
}

/* The regulation words directions in the middle of a sentence; a cell begins one. */
static char *
dup_direction (NstOffice *office, const char *code)
{
  NstCatalogue *directions =
      nst_scheme_get_catalogue (nst_office_get_scheme (office), "direction");
  const NstCatalogueEntry *entry =
      directions != NULL ? nst_catalogue_find (directions, code) : NULL;
  const char *title = code;
  char first[7] = "";

  if (entry != NULL)
    title = entry->short_title != NULL ? entry->short_title : entry->title;
  first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (title)), first)] = '\0';
  return g_strconcat (first, g_utf8_next_char (title), NULL);
}

static char *
dup_directions (NstOffice *office, NstRecord *team)
{
  g_auto (GStrv) codes = nst_record_dup_list (team, "directions");
  guint n = g_strv_length (codes);
  g_autofree char *title = NULL;

  if (n == 0)
    return g_strdup ("");
  title = dup_direction (office, codes[0]);
  return n == 1 ? g_steal_pointer (&title) : g_strdup_printf ("%s +%u", title, n - 1);
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text[0] != '\0' ? text : NULL);
}

static void
fill_organisation (GtkWidget *cell, NstOffice *office, const NstTeamFact *fact, NstRecord *team,
                   gboolean narrow)
{
  GtkWidget *lines = gtk_widget_get_first_child (cell);
  GtkWidget *subtitle = gtk_widget_get_last_child (lines);
  GtkWidget *sign = gtk_widget_get_last_child (cell);
  g_autofree char *role = dup_role (office, team);
  g_autofree char *directions = dup_directions (office, team);
  g_autofree char *both = g_strdup_printf ("%s · %s", role, directions);

  set_text (gtk_widget_get_first_child (lines), nst_record_get_display (team, "organisation"));
  gtk_label_set_text (GTK_LABEL (subtitle), both);
  gtk_widget_set_visible (subtitle, narrow);
  gtk_widget_set_visible (sign, fact->findings > 0);
  gtk_widget_set_tooltip_text (sign, fact->first_finding);
}

static void
fill_leader (GtkWidget *cell, const NstTeamFact *fact)
{
  set_text (cell, fact->leader != NULL ? fact->leader : _ ("Not appointed"));
  if (fact->leader == NULL)
    gtk_widget_add_css_class (cell, "error");
  else
    gtk_widget_remove_css_class (cell, "error");
}

/* Being in a group says more than the state that the register keeps. */
static char *
dup_state (NstOffice *office, const NstTeamFact *fact, NstRecord *team, const char **tone)
{
  NstRuleContext context;
  const NstLifeState *state;

  nst_office_get_look (office, &context);
  state = nst_steps_get_state (&context, team);
  *tone = state != NULL ? state->tone : "neutral";
  if (fact->group != NULL)
    return g_strdup_printf (_ ("In group %s"), fact->group);
  return g_strdup (state != NULL ? state->title : "");
}

void
nst_teams_column_fill (NstTeamsColumn column, GtkWidget *cell, NstOffice *office,
                       NstTeamFacts *facts, NstRecord *team, gboolean narrow)
{
  const NstTeamFact *fact = nst_team_facts_get (facts, team);
  g_autofree char *text = NULL;
  const char *tone = NULL;

  switch (column)
    {
    case NST_TEAMS_COLUMN_ORGANISATION:
      fill_organisation (cell, office, fact, team, narrow);
      break;
    case NST_TEAMS_COLUMN_ROLE:
      text = dup_role (office, team);
      set_text (cell, text);
      break;
    case NST_TEAMS_COLUMN_DIRECTIONS:
      text = dup_directions (office, team);
      set_text (cell, text);
      break;
    case NST_TEAMS_COLUMN_LEADER:
      fill_leader (cell, fact);
      break;
    case NST_TEAMS_COLUMN_STATE:
      text = dup_state (office, fact, team, &tone);
      g_object_set (cell, "state-title", text, "tone", tone, NULL);
      break;
    case NST_TEAMS_N_COLUMNS:
    default:
      break;
    }
}

char *
nst_teams_column_dup_row_name (NstOffice *office, NstTeamFacts *facts, NstRecord *team)
{
  const NstTeamFact *fact = nst_team_facts_get (facts, team);
  g_autofree char *role = dup_role (office, team);
  g_autofree char *directions = dup_directions (office, team);
  const char *tone = NULL;
  g_autofree char *state = dup_state (office, fact, team, &tone);
  g_autofree char *findings = fact->findings > 0
                                  ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, ", %u remark",
                                                                  ", %u remarks", fact->findings),
                                                     fact->findings)
                                  : g_strdup ("");

  return g_strdup_printf ("%s, %s, %s, %s%s", nst_record_get_display (team, "organisation"), role,
                          directions, state, findings);
}
