/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreements of an office, the most urgent first. */
#include "config.h"

#include "app/agreements/nst-agreement-list.h"

#include "app/agreements/nst-agreement-row.h"
#include "app/agreements/nst-agreement-status.h"
#include "app/widgets/nst-row-name.h"
#include "app/widgets/nst-ui.h"
#include "model/nst-agreement.h"
#include "store/nst-record-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstAgreementList
{
  GtkWidget parent_instance;

  GtkSearchEntry *search;
  GtkToggleButton *waiting_chip;
  GtkToggleButton *force_chip;
  GtkToggleButton *all_chip;
  GtkStack *stack;
  GtkListView *list_view;

  NstOffice *office;
  NstGrammar *grammar;
  NstRecordList *records;
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSingleSelection *selection;
  GHashTable *statuses;
  GPtrArray *bound;
  gulong changed_id;
  guint refresh_id;
  guint total;
  guint n_signed;
  gint64 wanted;
  gboolean fresh;
};

/* Instead of an id: whichever comes first. */
#define WANTED_FIRST (-1)

enum
{
  SELECTED,
  ACTIVATED,
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstAgreementList, nst_agreement_list, GTK_TYPE_WIDGET)

/* Worked out once until something changes: sorting asks for it again and again. */
static NstAgreementStatus *
get_status (NstAgreementList *self, NstRecord *agreement)
{
  gint64 id = nst_record_get_id (agreement);
  NstAgreementStatus *status = g_hash_table_lookup (self->statuses, &id);

  if (status == NULL)
    {
      status = nst_agreement_status_new (self->office, agreement);
      g_hash_table_insert (self->statuses, g_memdup2 (&id, sizeof id), status);
    }
  return status;
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  NstAgreementList *self = data;
  NstAgreementStatus *status;

  if (gtk_toggle_button_get_active (self->all_chip))
    return TRUE;
  status = get_status (self, item);
  if (gtk_toggle_button_get_active (self->force_chip))
    return g_strcmp0 (status->state, "IN_FORCE") == 0;
  return status->wait != NST_AGREEMENT_WAIT_NOTHING;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  NstAgreementList *self = data;
  NstRecord *first = NST_RECORD ((gpointer) a);
  NstRecord *second = NST_RECORD ((gpointer) b);
  int order = nst_agreement_status_compare (get_status (self, first), get_status (self, second));

  if (order != 0)
    return order;
  order =
      g_strcmp0 (nst_record_get_text (first, "number"), nst_record_get_text (second, "number"));
  if (order != 0)
    return order;
  return nst_record_get_id (first) < nst_record_get_id (second) ? -1 : 1;
}

static void
bind_row (NstAgreementList *self, GtkListItem *item)
{
  NstAgreementRow *row = NST_AGREEMENT_ROW (gtk_list_item_get_child (item));
  g_autofree char *place = NULL;

  nst_agreement_row_show (row, self->office, gtk_list_item_get_item (item), self->grammar);
  place = g_strdup_printf (_ ("%u of %u"), gtk_list_item_get_position (item) + 1,
                           g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  nst_row_set_name (item, nst_agreement_row_get_name (row), place);
}

static void
row_setup_cb (NstAgreementList *self G_GNUC_UNUSED, GtkListItem *item)
{
  gtk_list_item_set_child (item, nst_agreement_row_new ());
}

static void
row_bound_cb (NstAgreementList *self, GtkListItem *item)
{
  g_ptr_array_add (self->bound, item);
  bind_row (self, item);
}

static void
row_unbound_cb (NstAgreementList *self, GtkListItem *item)
{
  if (self->bound != NULL)
    g_ptr_array_remove_fast (self->bound, item);
}

static void
row_activated_cb (NstAgreementList *self, guint position)
{
  g_autoptr (NstRecord) agreement =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (agreement != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, agreement);
}

static void
set_chip (GtkToggleButton *chip, const char *words, guint count)
{
  g_autofree char *label = g_strdup_printf ("%s\u00a0%u", words, count);

  gtk_button_set_label (GTK_BUTTON (chip), label);
}

static void
count (NstAgreementList *self)
{
  g_autoptr (GPtrArray) all =
      nst_source_list (NST_SOURCE (nst_office_get_store (self->office)), "agreement", NULL, NULL);
  guint waiting = 0;
  guint force = 0;

  self->total = all != NULL ? all->len : 0;
  self->n_signed = 0;
  for (guint i = 0; i < self->total; i++)
    {
      NstAgreementStatus *status = get_status (self, g_ptr_array_index (all, i));

      waiting += status->wait != NST_AGREEMENT_WAIT_NOTHING;
      force += g_strcmp0 (status->state, "IN_FORCE") == 0;
      self->n_signed +=
          status->signatures->len > 0 && status->n_signed == status->signatures->len;
    }
  set_chip (self->waiting_chip, C_ ("agreements", "Waiting"), waiting);
  set_chip (self->force_chip, C_ ("agreements", "In force"), force);
  set_chip (self->all_chip, C_ ("agreements", "All"), self->total);
  if (self->fresh && waiting == 0)
    gtk_toggle_button_set_active (self->all_chip, TRUE);
  self->fresh = FALSE;
  g_signal_emit (self, signals[COUNTED], 0);
}

/* A list that is still being read gets its selection when the rows have come. */
static void
select_wanted (NstAgreementList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint items = g_list_model_get_n_items (model);

  for (guint i = 0; self->wanted != 0 && i < items; i++)
    {
      g_autoptr (NstRecord) item = g_list_model_get_item (model, i);

      if (self->wanted != WANTED_FIRST && nst_record_get_id (item) != self->wanted)
        continue;
      self->wanted = 0;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", i);
    }
}

static void
items_changed_cb (NstAgreementList *self)
{
  guint items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, items > 0 ? "list" : "nothing");
  select_wanted (self);
}

static gboolean
refresh_idle_cb (gpointer data)
{
  NstAgreementList *self = data;

  self->refresh_id = 0;
  g_hash_table_remove_all (self->statuses);
  count (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < self->bound->len; i++)
    bind_row (self, g_ptr_array_index (self->bound, i));
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (NstAgreementList *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_idle_cb, self, NULL);
}

static void
chip_toggled_cb (NstAgreementList *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
search_changed_cb (NstAgreementList *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (NstQuery) query = NULL;

  if (self->records == NULL)
    return;
  query = nst_query_new (&nst_agreement_kind);
  if (*words != '\0')
    {
      nst_query_search (query, words);
      gtk_toggle_button_set_active (self->all_chip, TRUE);
    }
  nst_record_list_set_query (self->records, query);
}

static void
search_stopped_cb (NstAgreementList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
selection_changed_cb (NstAgreementList *self)
{
  NstRecord *agreement = gtk_single_selection_get_selected_item (self->selection);

  /* What was open stays open when the filter lets it go: nobody likes a page pulled away. */
  if (agreement != NULL)
    g_signal_emit (self, signals[SELECTED], 0, agreement);
}

static void
make_models (NstAgreementList *self)
{
  g_autoptr (NstQuery) query = nst_query_new (&nst_agreement_kind);
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->records = nst_record_list_new (nst_office_get_store (self->office), query);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->records)),
                                        g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  /* After the view: it cannot select a row that it has not yet heard of. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
drop_office (NstAgreementList *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, nst_office_get_store (self->office));
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->records);
  g_clear_object (&self->office);
  g_hash_table_remove_all (self->statuses);
}

static void
nst_agreement_list_dispose (GObject *object)
{
  NstAgreementList *self = NST_AGREEMENT_LIST (object);

  drop_office (self);
  g_clear_object (&self->grammar);
  g_clear_pointer (&self->bound, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_AGREEMENT_LIST);
  G_OBJECT_CLASS (nst_agreement_list_parent_class)->dispose (object);
}

static void
nst_agreement_list_finalize (GObject *object)
{
  g_hash_table_unref (NST_AGREEMENT_LIST (object)->statuses);
  G_OBJECT_CLASS (nst_agreement_list_parent_class)->finalize (object);
}

static void
nst_agreement_list_class_init (NstAgreementListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_agreement_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = nst_agreement_list_finalize;
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, NST_TYPE_RECORD);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, NST_TYPE_RECORD);
  signals[COUNTED] =
      g_signal_new ("counted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "agreements/nst-agreement-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NstAgreementList, search);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementList, waiting_chip);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementList, force_chip);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementList, all_chip);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementList, stack);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, chip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bound_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbound_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
nst_agreement_list_init (NstAgreementList *self)
{
  self->statuses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) nst_agreement_status_free);
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Without it a post stands in the nominative, which is no reason to show an error. */
  self->grammar = nst_grammar_new (NULL);
}

void
nst_agreement_list_set_office (NstAgreementList *self, NstOffice *office)
{
  g_return_if_fail (NST_IS_AGREEMENT_LIST (self));

  drop_office (self);
  if (office == NULL)
    return;
  self->office = g_object_ref (office);
  self->fresh = TRUE;
  gtk_toggle_button_set_active (self->waiting_chip, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  make_models (self);
  count (self);
  self->changed_id = g_signal_connect_swapped (nst_office_get_store (office), "changed",
                                               G_CALLBACK (queue_refresh), self);
  self->wanted = WANTED_FIRST;
  items_changed_cb (self);
}

/**
 * nst_agreement_list_select:
 *
 * Shows @agreement also when the chips or the search would hide it.
 */
void
nst_agreement_list_select (NstAgreementList *self, NstRecord *agreement)
{
  g_return_if_fail (NST_IS_AGREEMENT_LIST (self));

  if (self->selection == NULL)
    return;
  if (!is_shown (agreement, self))
    gtk_toggle_button_set_active (self->all_chip, TRUE);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->wanted = nst_record_get_id (agreement);
  select_wanted (self);
}

NstRecord *
nst_agreement_list_get_selected (NstAgreementList *self)
{
  g_return_val_if_fail (NST_IS_AGREEMENT_LIST (self), NULL);

  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection)
                                 : NULL;
}

void
nst_agreement_list_focus_search (NstAgreementList *self)
{
  g_return_if_fail (NST_IS_AGREEMENT_LIST (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

guint
nst_agreement_list_get_total (NstAgreementList *self)
{
  g_return_val_if_fail (NST_IS_AGREEMENT_LIST (self), 0);
  return self->total;
}

guint
nst_agreement_list_get_n_signed (NstAgreementList *self)
{
  g_return_val_if_fail (NST_IS_AGREEMENT_LIST (self), 0);
  return self->n_signed;
}

GPtrArray *
nst_agreement_list_list_waiting (NstAgreementList *self)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);
  guint items;

  g_return_val_if_fail (NST_IS_AGREEMENT_LIST (self), NULL);

  items = self->records != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->records)) : 0;
  for (guint i = 0; i < items; i++)
    {
      g_autoptr (NstRecord) agreement = g_list_model_get_item (G_LIST_MODEL (self->records), i);
      NstAgreementStatus *status = get_status (self, agreement);

      if (status->wait == NST_AGREEMENT_WAIT_SEND || status->wait == NST_AGREEMENT_WAIT_SIGN)
        g_ptr_array_add (waiting, g_steal_pointer (&agreement));
    }
  return g_steal_pointer (&waiting);
}

/**
 * nst_agreement_list_get_shown:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): its agreements, as they are filtered and sorted now
 */
GListModel *
nst_agreement_list_get_shown (NstAgreementList *self)
{
  g_return_val_if_fail (NST_IS_AGREEMENT_LIST (self), NULL);
  return self->selection != NULL ? G_LIST_MODEL (self->selection) : NULL;
}
