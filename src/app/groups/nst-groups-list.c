/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mentoring groups: search, chips, rows. */
#include "config.h"

#include "app/groups/nst-groups-list.h"

#include "app/groups/nst-group-row.h"
#include "app/widgets/nst-row-name.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"
#include "app/widgets/nst-wrap-layout.h"
#include "store/nst-record-list.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Below this width the row does without its bar. */
#define WIDTH_OF_BAR 480

typedef enum
{
  PHASE_DRAFT,
  PHASE_ACTIVE,
  PHASE_ENDED,
  N_PHASES,
} Phase;

struct _NstGroupsList
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecordList *records;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GHashTable *bound; /* GtkListItem on the screen */
  guint refresh_source;
  gboolean narrow;

  GtkSearchEntry *search_entry;
  GtkToggleButton *all_chip;
  GtkToggleButton *draft_chip;
  GtkToggleButton *active_chip;
  GtkToggleButton *ended_chip;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
};

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstGroupsList, nst_groups_list, GTK_TYPE_WIDGET)

static Phase
get_phase (NstRecord *group)
{
  if (nst_record_get_date (group, "closed_on", NULL) ||
      nst_record_get_date (group, "dissolved_on", NULL))
    return PHASE_ENDED;
  return nst_record_get_date (group, "formed_on", NULL) ? PHASE_ACTIVE : PHASE_DRAFT;
}

static gboolean
is_filtered (NstGroupsList *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0' ||
         !gtk_toggle_button_get_active (self->all_chip);
}

/* A group is looked for by its schools and its people, who are records of their own. */
static gboolean
has_words (NstGroupsList *self, NstRecord *group, const char *typed)
{
  g_autoptr (NstGroupFact) fact = nst_group_fact_new (self->office, group);
  g_autofree char *text =
      g_strdup_printf ("%s %s", fact->name, nst_record_get_display (group, "curator"));
  g_autofree char *folded = nst_russian_fold (text);
  g_autofree char *wanted = nst_russian_fold (typed);
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
fits (gpointer item, gpointer user_data)
{
  NstGroupsList *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  Phase phase = get_phase (item);

  if (gtk_toggle_button_get_active (self->draft_chip) && phase != PHASE_DRAFT)
    return FALSE;
  if (gtk_toggle_button_get_active (self->active_chip) && phase != PHASE_ACTIVE)
    return FALSE;
  if (gtk_toggle_button_get_active (self->ended_chip) && phase != PHASE_ENDED)
    return FALSE;
  return typed[0] == '\0' || has_words (self, item, typed);
}

static void
update_page (NstGroupsList *self)
{
  if (self->selection != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, is_filtered (self) ? "nothing" : "empty");
}

static void
filter_changed_cb (NstGroupsList *self)
{
  if (self->filtered == NULL)
    return;
  if (is_filtered (self))
    {
      g_autoptr (GtkFilter) filter = GTK_FILTER (gtk_custom_filter_new (fits, self, NULL));

      gtk_filter_list_model_set_filter (self->filtered, filter);
    }
  else
    {
      gtk_filter_list_model_set_filter (self->filtered, NULL);
    }
  update_page (self);
}

static void
search_stopped_cb (NstGroupsList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
show_all_cb (NstGroupsList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_toggle_button_set_active (self->all_chip, TRUE);
  filter_changed_cb (self);
}

static void
activated_cb (NstGroupsList *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
selected_cb (NstGroupsList *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, nst_groups_list_get_selected (self));
}

static void
fill_row (NstGroupsList *self, GtkListItem *item)
{
  NstRecord *group = gtk_list_item_get_item (item);
  g_autoptr (NstGroupFact) fact = NULL;
  g_autofree char *place = NULL;

  if (group == NULL)
    return;
  fact = nst_group_fact_new (self->office, group);
  place = g_strdup_printf (_ ("%u of %u"), gtk_list_item_get_position (item) + 1,
                           g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  nst_group_row_show (NST_GROUP_ROW (gtk_list_item_get_child (item)), self->office, group, fact,
                      self->narrow);
  nst_row_set_name (item, fact->name, place);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item,
              gpointer self G_GNUC_UNUSED)
{
  gtk_list_item_set_child (item, nst_group_row_new ());
}

static void
row_bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item,
             NstGroupsList *self)
{
  g_hash_table_add (self->bound, item);
  fill_row (self, item);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item,
               NstGroupsList *self)
{
  g_hash_table_remove (self->bound, item);
}

static void
set_chip (GtkToggleButton *chip, const char *title, guint count)
{
  g_autofree char *label = g_strdup_printf ("%s %u", title, count);

  gtk_button_set_label (GTK_BUTTON (chip), label);
}

static void
update_chips (NstGroupsList *self)
{
  g_autoptr (GPtrArray) groups =
      nst_source_list (NST_SOURCE (nst_office_get_store (self->office)), "group", NULL, NULL);
  guint counts[N_PHASES] = { 0 };

  for (guint i = 0; i < groups->len; i++)
    counts[get_phase (groups->pdata[i])]++;
  set_chip (self->all_chip, _ ("All"), groups->len);
  set_chip (self->draft_chip, _ ("Drafts"), counts[PHASE_DRAFT]);
  set_chip (self->active_chip, _ ("At work"), counts[PHASE_ACTIVE]);
  set_chip (self->ended_chip, _ ("Ended"), counts[PHASE_ENDED]);
}

static void
fill_rows (NstGroupsList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill_row (self, item);
}

static gboolean
refresh_cb (gpointer data)
{
  NstGroupsList *self = data;

  self->refresh_source = 0;
  if (self->office == NULL)
    return G_SOURCE_REMOVE;
  fill_rows (self);
  update_chips (self);
  update_page (self);
  return G_SOURCE_REMOVE;
}

/* Agreements, marks and teams all show in a row: it is read again after any change. */
static void
store_changed_cb (NstGroupsList *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_cb, self);
}

static void
width_changed_cb (NstGroupsList *self)
{
  double width =
      gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller));
  gboolean narrow = width < WIDTH_OF_BAR;

  if (width < 1 || narrow == self->narrow)
    return;
  self->narrow = narrow;
  store_changed_cb (self);
}

static void
nst_groups_list_dispose (GObject *object)
{
  NstGroupsList *self = NST_GROUPS_LIST (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_GROUPS_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->records);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_groups_list_parent_class)->dispose (object);
}

static void
nst_groups_list_finalize (GObject *object)
{
  g_hash_table_unref (NST_GROUPS_LIST (object)->bound);
  G_OBJECT_CLASS (nst_groups_list_parent_class)->finalize (object);
}

static void
nst_groups_list_class_init (NstGroupsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_groups_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = nst_groups_list_finalize;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", NST_TYPE_GROUPS_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, NST_TYPE_RECORD);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", NST_TYPE_GROUPS_LIST, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (NST_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "groups/nst-groups-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NstGroupsList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsList, all_chip);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsList, draft_chip);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsList, active_chip);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsList, ended_chip);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsList, stack);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsList, scroller);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

static void
nst_groups_list_init (NstGroupsList *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
nst_groups_list_set_office (NstGroupsList *self, NstOffice *office)
{
  g_autoptr (NstQuery) query = NULL;

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), store_changed_cb,
                                          self);
  gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->records);
  g_set_object (&self->office, office);
  if (office == NULL)
    return;

  query = nst_query_new (nst_kinds_find ("group"));
  nst_query_sort (query, "number", FALSE);
  self->records = nst_record_list_new (nst_office_get_store (office), query);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->records)), NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (nst_office_get_store (office), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  update_chips (self);
  filter_changed_cb (self);
  selected_cb (self);
}

NstRecord *
nst_groups_list_get_selected (NstGroupsList *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection)
                                 : NULL;
}

void
nst_groups_list_select (NstGroupsList *self, gint64 group)
{
  guint position;

  if (self->selection == NULL)
    return;
  show_all_cb (self);
  position = nst_record_list_find (self->records, group);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

void
nst_groups_list_focus (NstGroupsList *self)
{
  /* A list that is not on screen would swallow every key. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

void
nst_groups_list_focus_search (NstGroupsList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * nst_groups_list_get_shown:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): its records, as they are filtered now
 */
GListModel *
nst_groups_list_get_shown (NstGroupsList *self)
{
  g_return_val_if_fail (NST_IS_GROUPS_LIST (self), NULL);
  return self->filtered != NULL ? G_LIST_MODEL (self->filtered) : NULL;
}
