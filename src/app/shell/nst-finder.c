/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds any person, organisation, team, group, agreement, programme or activity. */
#include "config.h"

#include "app/shell/nst-finder.h"

#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"
#include "store/nst-query.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How many of a kind are listed: enough to see, few enough to read. */
#define LIMIT 6

struct _NstFinder
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkStack *stack;
  GtkListBox *list;

  NstOffice *office;
};

static const struct
{
  const char *kind;
  const char *icon;
} places[] = {
  { "person", "avatar-default-symbolic" },    { "organisation", "nst-organisation-symbolic" },
  { "team", "nst-teams-symbolic" },           { "group", "nst-groups-symbolic" },
  { "agreement", "nst-agreements-symbolic" }, { "program", "nst-programs-symbolic" },
  { "activity", "object-select-symbolic" },   { "practice", "nst-groups-symbolic" },
  { "survey", "nst-groups-symbolic" },        { "consultation", "nst-groups-symbolic" },
};

G_DEFINE_FINAL_TYPE (NstFinder, nst_finder, GTK_TYPE_POPOVER)

static GtkWidget *
make_row (NstRecord *record, const char *icon)
{
  const NstKind *kind = nst_record_get_kind (record);
  const NstField *owner = nst_kind_get_owner (kind);
  const char *where = owner == NULL ? NULL : nst_record_get_display (record, owner->name);
  g_autofree char *subtitle = NULL;
  GtkWidget *row = adw_action_row_new ();

  subtitle = where == NULL || *where == '\0'
                 ? g_strdup (_ (kind->label))
                 : g_strdup_printf ("%s · %s", _ (kind->label), where);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nst_record_get_title (record));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  return row;
}

static void
add_found (NstFinder *self, guint place, const char *words)
{
  NstStore *store = nst_office_get_store (self->office);
  const NstKind *kind = nst_kinds_find (places[place].kind);
  g_autoptr (NstQuery) query = nst_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  nst_query_search (query, words);
  nst_query_limit (query, LIMIT);
  ids = nst_query_run (query, store, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (NstRecord) record =
          nst_store_dup (store, kind, g_array_index (ids, gint64, i), NULL);

      if (record != NULL && !nst_record_get_stale (record))
        gtk_list_box_append (self->list, make_row (record, places[place].icon));
    }
}

static void
search_changed_cb (NstFinder *self)
{
  const char *words = gtk_editable_get_text (self->entry);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->office == NULL || *words == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "hint");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_found (self, i, words);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  gtk_stack_set_visible_child_name (self->stack, row == NULL ? "nothing" : "found");
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
row_activated_cb (NstFinder *self, GtkListBoxRow *row)
{
  g_autoptr (NstRecord) record = g_object_ref (g_object_get_data (G_OBJECT (row), "record"));

  gtk_popover_popdown (GTK_POPOVER (self));
  nst_report_open (GTK_WIDGET (self), nst_record_get_kind (record)->name,
                   nst_record_get_id (record), NULL);
}

static void
entry_activated_cb (NstFinder *self)
{
  GtkListBoxRow *row;

  /* The entry waits a moment before it searches; Enter does not. */
  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    {
      search_changed_cb (self);
      row = gtk_list_box_get_selected_row (self->list);
    }
  if (row != NULL)
    row_activated_cb (self, row);
}

/* The keyboard stays in the entry, so the list does not scroll by itself. */
static void
scroll_to (NstFinder *self, GtkWidget *row)
{
  GtkWidget *scrolled =
      gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);
  double y = 0;

  if (!gtk_widget_translate_coordinates (row, GTK_WIDGET (self->list), 0, 0, NULL, &y))
    return;
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                             y, y + gtk_widget_get_height (row));
}

static gboolean
key_pressed_cb (NstFinder *self, guint keyval, guint code G_GNUC_UNUSED,
                GdkModifierType state G_GNUC_UNUSED)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *next;
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  next = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (next == NULL)
    return GDK_EVENT_STOP;
  gtk_list_box_select_row (self->list, next);
  scroll_to (self, GTK_WIDGET (next));
  return GDK_EVENT_STOP;
}

static void
shown_cb (NstFinder *self)
{
  gtk_editable_set_text (self->entry, "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
nst_finder_dispose (GObject *object)
{
  g_clear_object (&NST_FINDER (object)->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_FINDER);

  G_OBJECT_CLASS (nst_finder_parent_class)->dispose (object);
}

static void
nst_finder_class_init (NstFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_finder_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "shell/nst-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, NstFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, NstFinder, stack);
  gtk_widget_class_bind_template_child (widget_class, NstFinder, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
nst_finder_init (NstFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nst_finder_new (void)
{
  return g_object_new (NST_TYPE_FINDER, NULL);
}

void
nst_finder_set_office (NstFinder *self, NstOffice *office)
{
  g_return_if_fail (NST_IS_FINDER (self));

  g_set_object (&self->office, office);
}
