/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of teams: search, chips, sortable table. */
#include "config.h"

#include "app/teams/nst-teams-list.h"

#include "app/teams/nst-teams-columns.h"
#include "app/teams/nst-teams-places.h"
#include "app/widgets/nst-row-name.h"
#include "app/widgets/nst-table-order.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"
#include "app/widgets/nst-wrap-layout.h"
#include "store/nst-record-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Below these widths a column gives way to a second line in the first one. */
#define WIDTH_OF_ALL 560
#define WIDTH_OF_ROLE 420

struct _NstTeamsList
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstTeamFacts *facts;
  NstRecordList *records;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GHashTable *bound; /* GtkListItem -> NstTeamsColumn, of rows on the screen */
  GtkColumnViewColumn *columns[NST_TEAMS_N_COLUMNS];
  GPtrArray *role_chips; /* toggle buttons; the first stands for all */
  GtkToggleButton *free_chip;
  GtkToggleButton *findings_chip;
  char *counts; /* what the footer says of all teams */
  guint width_source;
  int width;
  gboolean narrow;

  GtkSearchEntry *search_entry;
  GtkBox *chips;
  NstTeamsPlaces *places;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *table;
  GtkLabel *footer;
};

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstTeamsList, nst_teams_list, GTK_TYPE_WIDGET)

static const char *
get_role (NstTeamsList *self)
{
  for (guint i = 0; i < self->role_chips->len; i++)
    if (gtk_toggle_button_get_active (self->role_chips->pdata[i]))
      return g_object_get_data (self->role_chips->pdata[i], "nst-role");
  return NULL;
}

static gboolean
is_filtered (NstTeamsList *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0' ||
         get_role (self) != NULL || gtk_toggle_button_get_active (self->free_chip) ||
         gtk_toggle_button_get_active (self->findings_chip) ||
         nst_teams_places_is_chosen (self->places);
}

static void
show_footer (NstTeamsList *self)
{
  g_autofree char *shown = NULL;

  if (is_filtered (self))
    shown = g_strdup_printf (_ ("%s · shown %u"), self->counts,
                             g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  gtk_label_set_text (self->footer, shown != NULL ? shown : self->counts);
}

static void
update_page (NstTeamsList *self)
{
  show_footer (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "table");
  else
    gtk_stack_set_visible_child_name (self->stack, is_filtered (self) ? "nothing" : "empty");
}

static gboolean
fits_chips (gpointer item, gpointer user_data)
{
  NstTeamsList *self = user_data;
  const NstTeamFact *fact;

  if (!nst_teams_places_fits (self->places, item))
    return FALSE;
  if (!gtk_toggle_button_get_active (self->free_chip) &&
      !gtk_toggle_button_get_active (self->findings_chip))
    return TRUE;
  fact = nst_team_facts_get (self->facts, item);
  if (gtk_toggle_button_get_active (self->free_chip) &&
      (fact->group != NULL || nst_record_get_date (item, "withdrawn_on", NULL)))
    return FALSE;
  return !gtk_toggle_button_get_active (self->findings_chip) || fact->findings > 0;
}

/* What the database can tell is asked from it; only what rules tell is sifted here. */
static void
run_query (NstTeamsList *self)
{
  g_autoptr (NstQuery) query = NULL;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  const char *role = NULL;
  const char *field = NULL;
  gboolean descending = FALSE;
  gboolean sift;

  if (self->records == NULL)
    return;
  query = nst_query_new (nst_kinds_find ("team"));
  role = get_role (self);
  if (role != NULL)
    nst_query_where (query, "role", role);
  if (words[0] != '\0')
    nst_query_search (query, words);
  field = nst_table_order_get (self->table, self->columns, &descending);
  if (field != NULL)
    nst_query_sort (query, field, descending);
  nst_record_list_set_query (self->records, query);

  sift = gtk_toggle_button_get_active (self->free_chip) ||
         gtk_toggle_button_get_active (self->findings_chip) ||
         nst_teams_places_is_chosen (self->places);
  if (sift)
    {
      g_autoptr (GtkFilter) filter = GTK_FILTER (gtk_custom_filter_new (fits_chips, self, NULL));

      gtk_filter_list_model_set_filter (self->filtered, filter);
    }
  else
    gtk_filter_list_model_set_filter (self->filtered, NULL);
  update_page (self);
}

static void
filter_changed_cb (NstTeamsList *self)
{
  run_query (self);
}

static void
search_stopped_cb (NstTeamsList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
search_done_cb (NstTeamsList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
show_all_cb (NstTeamsList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  nst_teams_places_choose_all (self->places);
  gtk_toggle_button_set_active (self->free_chip, FALSE);
  gtk_toggle_button_set_active (self->findings_chip, FALSE);
  if (self->role_chips->len > 0)
    gtk_toggle_button_set_active (self->role_chips->pdata[0], TRUE);
}

static void
row_activated_cb (NstTeamsList *self)
{
  NstRecord *team = nst_teams_list_get_selected (self);

  if (team != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, team);
}

static void
selected_cb (NstTeamsList *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, nst_teams_list_get_selected (self));
}

static void
fill_cell (NstTeamsList *self, GtkListItem *item, NstTeamsColumn column)
{
  NstRecord *team = gtk_list_item_get_item (item);

  if (team == NULL || self->facts == NULL)
    return;
  nst_teams_column_fill (column, gtk_list_item_get_child (item), self->office, self->facts, team,
                         self->narrow);
  if (column == NST_TEAMS_COLUMN_ORGANISATION)
    {
      g_autofree char *name = nst_teams_column_dup_row_name (self->office, self->facts, team);
      g_autofree char *place =
          g_strdup_printf (_ ("%u of %u"), gtk_list_item_get_position (item) + 1,
                           g_list_model_get_n_items (G_LIST_MODEL (self->selection)));

      nst_row_set_name (item, name, place);
    }
}

static void
fill_all_cells (NstTeamsList *self)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    fill_cell (self, item, (NstTeamsColumn) GPOINTER_TO_UINT (column));
}

static void
cell_setup_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item,
               gpointer column)
{
  gtk_list_item_set_child (item, nst_teams_column_new_cell (
                                     (NstTeamsColumn) GPOINTER_TO_UINT (column)));
}

static void
cell_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  NstTeamsList *self = g_object_get_data (G_OBJECT (factory), "nst-list");

  g_hash_table_insert (self->bound, item, column);
  fill_cell (self, item, (NstTeamsColumn) GPOINTER_TO_UINT (column));
}

static void
cell_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  NstTeamsList *self = g_object_get_data (G_OBJECT (factory), "nst-list");

  g_hash_table_remove (self->bound, item);
}

static void
set_chip_count (GtkToggleButton *chip, const char *title, gint64 count)
{
  g_autofree char *label =
      count < 0 ? g_strdup (title) : g_strdup_printf ("%s %" G_GINT64_FORMAT, title, count);

  gtk_label_set_text (g_object_get_data (G_OBJECT (chip), "nst-label"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
update_counts (NstTeamsList *self)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  guint without_group, with_findings;
  gboolean complete = nst_team_facts_count (self->facts, &without_group, &with_findings);
  gint64 all = nst_source_count (source, "team", NULL, NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->role_chips->len; i++)
    {
      const char *role = g_object_get_data (self->role_chips->pdata[i], "nst-role");
      const char *title = g_object_get_data (self->role_chips->pdata[i], "nst-title");

      set_chip_count (self->role_chips->pdata[i], title,
                      role == NULL ? all : nst_source_count (source, "team", "role", role));
    }
  set_chip_count (self->free_chip, _ ("Without group"), complete ? (gint64) without_group : -1);
  set_chip_count (self->findings_chip, _ ("Remarks"), complete ? (gint64) with_findings : -1);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u team", "%u teams", (gulong) all),
                          (guint) all);
  g_free (self->counts);
  self->counts = complete ? g_strdup_printf (_ ("%s · in groups %u"), text,
                                             (guint) all - MIN (without_group, (guint) all))
                          : g_steal_pointer (&text);
  show_footer (self);
}

static void
facts_changed_cb (NstTeamsList *self)
{
  GtkFilter *filter = gtk_filter_list_model_get_filter (self->filtered);

  if (filter != NULL)
    gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
  fill_all_cells (self);
  update_counts (self);
  update_page (self);
}

static GtkToggleButton *
append_chip (NstTeamsList *self, const char *title, const char *icon)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "nst-chip");
  g_object_set_data (G_OBJECT (chip), "nst-label", label);
  g_object_set_data_full (G_OBJECT (chip), "nst-title", g_strdup (title), g_free);
  g_signal_connect_swapped (chip, "toggled", G_CALLBACK (filter_changed_cb), self);
  gtk_box_append (self->chips, chip);
  return GTK_TOGGLE_BUTTON (chip);
}

static void
append_role_chip (NstTeamsList *self, const char *code, const char *title)
{
  GtkToggleButton *chip = append_chip (self, title, NULL);

  g_object_set_data_full (G_OBJECT (chip), "nst-role", g_strdup (code), g_free);
  if (self->role_chips->len > 0)
    gtk_toggle_button_set_group (chip, self->role_chips->pdata[0]);
  g_ptr_array_add (self->role_chips, chip);
}

static void
make_chips (NstTeamsList *self)
{
  NstCatalogue *roles =
      nst_scheme_get_catalogue (nst_office_get_scheme (self->office), "team-role");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  g_ptr_array_set_size (self->role_chips, 0);
  self->free_chip = self->findings_chip = NULL;

  append_role_chip (self, NULL, _ ("All"));
  for (guint i = 0; roles != NULL && i < nst_catalogue_get_size (roles); i++)
    {
      const NstCatalogueEntry *entry = nst_catalogue_get_nth (roles, i);

      append_role_chip (self, entry->code,
                        entry->short_title != NULL ? entry->short_title : entry->title);
    }
  self->free_chip = append_chip (self, _ ("Without group"), NULL);
  self->findings_chip = append_chip (self, _ ("Remarks"), "dialog-warning-symbolic");
  gtk_toggle_button_set_active (self->role_chips->pdata[0], TRUE);
}

static GtkColumnViewColumn *
append_column (NstTeamsList *self, NstTeamsColumn column, const char *title, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;

  g_object_set_data (G_OBJECT (factory), "nst-list", self);
  g_signal_connect (factory, "setup", G_CALLBACK (cell_setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bind_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "unbind", G_CALLBACK (cell_unbind_cb), NULL);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (view_column, expand);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_append_column (self->table, view_column);
  self->columns[column] = view_column;
  g_object_unref (view_column);
  return view_column;
}

/* GTK 4.8 gives a hidden column its share of the room unless it asks for none. */
static void
show_column (NstTeamsList *self, NstTeamsColumn column, gboolean shown)
{
  GtkColumnViewColumn *view_column = self->columns[column];

  gtk_column_view_column_set_visible (view_column, shown);
  gtk_column_view_column_set_fixed_width (view_column, shown ? -1 : 0);
  if (column == NST_TEAMS_COLUMN_ORGANISATION || column == NST_TEAMS_COLUMN_DIRECTIONS)
    gtk_column_view_column_set_expand (view_column, shown);
}

static void
make_columns (NstTeamsList *self)
{
  append_column (self, NST_TEAMS_COLUMN_ORGANISATION, _ ("Organisation"), TRUE);
  append_column (self, NST_TEAMS_COLUMN_ROLE, _ ("Role"), FALSE);
  append_column (self, NST_TEAMS_COLUMN_DIRECTIONS, C_ ("column", "Directions"), TRUE);
  append_column (self, NST_TEAMS_COLUMN_LEADER, _ ("Leader"), FALSE);
  append_column (self, NST_TEAMS_COLUMN_STATE, _ ("State"), FALSE);
  for (guint i = 0; i < NST_TEAMS_N_COLUMNS; i++)
    if (nst_teams_column_get_field ((NstTeamsColumn) i) != NULL)
      nst_table_order_add (self->columns[i], nst_teams_column_get_field ((NstTeamsColumn) i));
  for (guint i = 0; i < NST_TEAMS_N_COLUMNS; i++)
    show_column (self, (NstTeamsColumn) i, TRUE);
  gtk_column_view_sort_by_column (self->table, self->columns[NST_TEAMS_COLUMN_ORGANISATION],
                                  GTK_SORT_ASCENDING);
}

static gboolean
fit_columns_cb (gpointer data)
{
  NstTeamsList *self = data;
  gboolean all = self->width >= WIDTH_OF_ALL;
  gboolean role = self->width >= WIDTH_OF_ROLE;

  self->width_source = 0;
  show_column (self, NST_TEAMS_COLUMN_DIRECTIONS, all);
  show_column (self, NST_TEAMS_COLUMN_LEADER, all);
  show_column (self, NST_TEAMS_COLUMN_ROLE, role);
  if (self->narrow == role)
    {
      self->narrow = !role;
      fill_all_cells (self);
    }
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (NstTeamsList *self)
{
  int width =
      (int) gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller));

  if (self->width == width || width == 0)
    return;
  self->width = width;
  if (self->width_source == 0)
    self->width_source = g_idle_add (fit_columns_cb, self);
}

static void
nst_teams_list_dispose (GObject *object)
{
  NstTeamsList *self = NST_TEAMS_LIST (object);

  g_clear_handle_id (&self->width_source, g_source_remove);
  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_TEAMS_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->records);
  g_clear_object (&self->facts);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_teams_list_parent_class)->dispose (object);
}

static void
nst_teams_list_finalize (GObject *object)
{
  NstTeamsList *self = NST_TEAMS_LIST (object);

  g_hash_table_unref (self->bound);
  g_ptr_array_unref (self->role_chips);
  g_free (self->counts);
  G_OBJECT_CLASS (nst_teams_list_parent_class)->finalize (object);
}

static void
nst_teams_list_class_init (NstTeamsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_teams_list_dispose;
  object_class->finalize = nst_teams_list_finalize;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", NST_TYPE_TEAMS_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, NST_TYPE_RECORD);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", NST_TYPE_TEAMS_LIST, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, NST_TYPE_RECORD);

  g_type_ensure (NST_TYPE_TEAMS_PLACES);
  g_type_ensure (NST_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "teams/nst-teams-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NstTeamsList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsList, chips);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsList, places);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsList, stack);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsList, scroller);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsList, table);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsList, footer);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
nst_teams_list_init (NstTeamsList *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  self->role_chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self,
                           G_CONNECT_SWAPPED);
  make_columns (self);
}

void
nst_teams_list_set_office (NstTeamsList *self, NstOffice *office)
{
  g_autoptr (NstQuery) query = NULL;

  if (!g_set_object (&self->office, office))
    return;
  gtk_column_view_set_model (self->table, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->records);
  g_clear_object (&self->facts);
  nst_teams_places_set_office (self->places, office);
  if (office == NULL)
    return;

  self->facts = nst_team_facts_new (office);
  g_signal_connect_object (self->facts, "changed", G_CALLBACK (facts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  make_chips (self);
  query = nst_query_new (nst_kinds_find ("team"));
  nst_query_sort (query, "organisation", FALSE);
  self->records = nst_record_list_new (nst_office_get_store (office), query);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->records)), NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (run_query), self, G_CONNECT_SWAPPED);
  update_counts (self);
  update_page (self);
  selected_cb (self);
}

NstRecord *
nst_teams_list_get_selected (NstTeamsList *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection)
                                 : NULL;
}

static guint
find_position (NstTeamsList *self, gint64 team)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (gtk_filter_list_model_get_filter (self->filtered) == NULL)
    return nst_record_list_find (self->records, team);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NstRecord) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (nst_record_get_id (item) == team)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
nst_teams_list_select (NstTeamsList *self, gint64 team)
{
  guint position;

  if (self->selection == NULL)
    return;
  position = find_position (self, team);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    {
      show_all_cb (self);
      position = find_position (self, team);
    }
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  /* The table's own list scrolls; GTK 4.8 has no call for it. */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->table)),
                              "list.scroll-to-item", "u", position);
}

void
nst_teams_list_focus (NstTeamsList *self)
{
  /* A table that is not on screen would swallow every key. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

void
nst_teams_list_focus_search (NstTeamsList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * nst_teams_list_get_shown:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): its records, as they are filtered now
 */
GListModel *
nst_teams_list_get_shown (NstTeamsList *self)
{
  g_return_val_if_fail (NST_IS_TEAMS_LIST (self), NULL);
  return self->filtered != NULL ? G_LIST_MODEL (self->filtered) : NULL;
}
