/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programmes of an office: what needs attention first, with search. */
#include "config.h"

#include "app/programs/nst-programs-list.h"

#include "app/programs/nst-program-facts.h"
#include "app/programs/nst-program-row.h"
#include "app/widgets/nst-program-names.h"
#include "app/widgets/nst-row-name.h"
#include "app/widgets/nst-ui.h"
#include "app/widgets/nst-wrap-layout.h"
#include "model/nst-program.h"
#include "rules/nst-group-sides.h"
#include "store/nst-record-list.h"
#include "text/nst-russian.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _NstProgramsList
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkEditable *search;
  GtkToggleButton *running_chip;
  GtkToggleButton *late_chip;
  GtkToggleButton *ended_chip;
  GtkToggleButton *all_chip;
  GtkStack *stack;
  GtkListView *list;

  NstOffice *office;
  NstRecordList *records;
  NstProgramFacts *facts;
  GtkFilter *filter;
  GtkSorter *sorter;
  GListModel *shown;
  GHashTable *bound; /* GtkListItem: what has to follow the base */
  guint idle;
};

enum
{
  ACTIVATED,
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstProgramsList, nst_programs_list, GTK_TYPE_WIDGET)

static void
show_item (NstProgramsList *self, GtkListItem *item)
{
  NstRecord *program = gtk_list_item_get_item (item);
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  if (program == NULL || nst_record_get_stale (program) || self->office == NULL)
    return;
  name = nst_program_row_show (NST_PROGRAM_ROW (gtk_list_item_get_child (item)), self->office,
                               program);
  place = g_strdup_printf (_ ("%u of %u"), gtk_list_item_get_position (item) + 1,
                           g_list_model_get_n_items (self->shown));
  nst_row_set_name (item, name, place);
}

static void
setup_cb (NstProgramsList *self G_GNUC_UNUSED, GtkListItem *item)
{
  gtk_list_item_set_child (item, nst_program_row_new ());
}

static void
bind_cb (NstProgramsList *self, GtkListItem *item)
{
  g_hash_table_add (self->bound, item);
  show_item (self, item);
}

static void
unbind_cb (NstProgramsList *self, GtkListItem *item)
{
  g_hash_table_remove (self->bound, item);
}

static void
activate_cb (NstProgramsList *self, guint position)
{
  g_autoptr (NstRecord) program = g_list_model_get_item (self->shown, position);

  if (program != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, program);
}

static void
show_state (NstProgramsList *self)
{
  gboolean found = g_list_model_get_n_items (self->shown) > 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "nothing");
}

static gboolean
is_chosen (NstProgramsList *self, const NstProgramFact *fact)
{
  if (gtk_toggle_button_get_active (self->running_chip))
    return !fact->ended;
  if (gtk_toggle_button_get_active (self->late_chip))
    return fact->overdue > 0;
  return !gtk_toggle_button_get_active (self->ended_chip) || fact->ended;
}

static char *
dup_territory (NstProgramsList *self, NstRecord *program)
{
  g_autoptr (NstRecord) group = NULL;
  g_autoptr (NstRecord) territory = NULL;
  NstRuleContext context;

  nst_office_get_look (self->office, &context);
  group = nst_source_dup_ref (context.source, program, "group");
  territory = group != NULL ? nst_group_sides_dup_territory (&context, group)
                            : nst_source_dup_ref (context.source, program, "territory");
  return g_strdup (territory != NULL ? nst_record_get_title (territory) : "");
}

/* Words of the title, the group, the goals and the territory. */
static gboolean
has_words (NstProgramsList *self, NstRecord *program, const char *wanted)
{
  g_autofree char *pair = nst_program_names_dup_pair (self->office, program);
  g_autofree char *territory = dup_territory (self, program);
  const char *goals = nst_record_get_text (program, "goals");
  g_autofree char *text = g_strjoin (" ", pair, nst_record_get_title (program), territory,
                                     goals != NULL ? goals : "", NULL);
  g_autofree char *folded = nst_russian_fold (text);
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* A version that was replaced is not shown; who searches, searches among all. */
static gboolean
match (gpointer item, gpointer data)
{
  NstProgramsList *self = data;
  g_autofree char *wanted = nst_russian_fold (gtk_editable_get_text (self->search));
  const NstProgramFact *fact;

  if (nst_record_get_stale (item))
    return FALSE;
  fact = nst_program_facts_get (self->facts, item);
  if (fact->replaced)
    return FALSE;
  return *wanted != '\0' ? has_words (self, item, wanted) : is_chosen (self, fact);
}

static int
compare (gconstpointer first, gconstpointer second, gpointer data)
{
  NstProgramsList *self = data;

  return nst_program_facts_compare (self->facts, NST_RECORD ((gpointer) first),
                                    NST_RECORD ((gpointer) second));
}

static void
set_chip (GtkToggleButton *chip, const char *words, guint count)
{
  g_autofree char *label = g_strdup_printf ("%s\u00a0%u", words, count);

  gtk_button_set_label (GTK_BUTTON (chip), label);
}

/* Gives how many are running. */
static guint
count (NstProgramsList *self)
{
  g_autoptr (GPtrArray) all =
      nst_source_list (NST_SOURCE (nst_office_get_store (self->office)), "program", NULL, NULL);
  guint total = 0;
  guint late = 0;
  guint ended = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const NstProgramFact *fact = nst_program_facts_get (self->facts, all->pdata[i]);

      if (fact->replaced)
        continue;
      total++;
      late += fact->overdue > 0;
      ended += fact->ended;
    }
  set_chip (self->running_chip, C_ ("programs", "Running"), total - ended);
  set_chip (self->late_chip, C_ ("programs", "Late"), late);
  set_chip (self->ended_chip, C_ ("programs", "Ended"), ended);
  set_chip (self->all_chip, C_ ("programs", "All"), total);
  return total - ended;
}

static guint
renew_facts (NstProgramsList *self)
{
  g_clear_pointer (&self->facts, nst_program_facts_free);
  self->facts = nst_program_facts_new (self->office);
  return count (self);
}

static void
chip_toggled_cb (NstProgramsList *self)
{
  if (self->filter == NULL)
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
search_changed_cb (NstProgramsList *self)
{
  if (self->filter == NULL)
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
search_stopped_cb (NstProgramsList *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static gboolean
refresh_cb (gpointer data)
{
  NstProgramsList *self = data;
  GHashTableIter iter;
  gpointer item;

  self->idle = 0;
  renew_facts (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_item (self, item);
  show_state (self);
  g_signal_emit (self, signals[COUNTED], 0);
  return G_SOURCE_REMOVE;
}

/* Under an open programme the list has time: what was marked there is shown first. */
static void
queue_refresh (NstProgramsList *self)
{
  if (self->idle != 0)
    return;
  self->idle = gtk_widget_get_mapped (GTK_WIDGET (self))
                   ? g_idle_add (refresh_cb, self)
                   : g_timeout_add_full (G_PRIORITY_LOW, 400, refresh_cb, self, NULL);
}

static void
nst_programs_list_dispose (GObject *object)
{
  NstProgramsList *self = NST_PROGRAMS_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->records);
  g_clear_pointer (&self->facts, nst_program_facts_free);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_PROGRAMS_LIST);
  g_clear_pointer (&self->bound, g_hash_table_unref);
  G_OBJECT_CLASS (nst_programs_list_parent_class)->dispose (object);
}

static void
nst_programs_list_class_init (NstProgramsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_programs_list_dispose;
  g_type_ensure (NST_TYPE_WRAP_LAYOUT);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, NST_TYPE_RECORD);
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-programs-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NstProgramsList, content);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsList, search);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsList, running_chip);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsList, late_chip);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsList, ended_chip);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsList, all_chip);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsList, stack);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsList, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
nst_programs_list_init (NstProgramsList *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_models (NstProgramsList *self)
{
  g_autoptr (NstQuery) query = nst_query_new (&nst_program_kind);
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;

  self->records = nst_record_list_new (nst_office_get_store (self->office), query);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->records)),
                                        g_object_ref (self->filter));
  self->shown = G_LIST_MODEL (
      gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter)));
  selection = gtk_single_selection_new (g_object_ref (self->shown));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * nst_programs_list_set_office:
 * @self: the list
 * @office: (nullable): whose programmes are shown
 */
void
nst_programs_list_set_office (NstProgramsList *self, NstOffice *office)
{
  g_return_if_fail (NST_IS_PROGRAMS_LIST (self));

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->records);
  g_clear_pointer (&self->facts, nst_program_facts_free);
  g_set_object (&self->office, office);
  if (office == NULL)
    return;
  /* Where all has ended, that is what there is to see. */
  gtk_toggle_button_set_active (renew_facts (self) > 0 ? self->running_chip : self->all_chip,
                                TRUE);
  make_models (self);
  g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_refresh),
                           self, G_CONNECT_SWAPPED);
  show_state (self);
  g_signal_emit (self, signals[COUNTED], 0);
}

guint
nst_programs_list_get_total (NstProgramsList *self)
{
  return self->records != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->records)) : 0;
}

NstRecord *
nst_programs_list_dup_only (NstProgramsList *self)
{
  if (self->shown == NULL || g_list_model_get_n_items (self->shown) != 1)
    return NULL;
  return g_list_model_get_item (self->shown, 0);
}

void
nst_programs_list_focus_search (NstProgramsList *self)
{
  g_return_if_fail (NST_IS_PROGRAMS_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * nst_programs_list_search:
 * @self: the list
 * @words: what is searched for, as if it were typed
 */
void
nst_programs_list_search (NstProgramsList *self, const char *words)
{
  g_return_if_fail (NST_IS_PROGRAMS_LIST (self));

  gtk_editable_set_text (self->search, words);
  nst_programs_list_focus_search (self);
}

/**
 * nst_programs_list_get_shown:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): its records, as they are filtered now
 */
GListModel *
nst_programs_list_get_shown (NstProgramsList *self)
{
  g_return_val_if_fail (NST_IS_PROGRAMS_LIST (self), NULL);
  return self->shown;
}
