/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window's actions and keys do. */
#include "config.h"

#include "app/shell/nst-window-actions.h"

#include "app/shell/nst-list-saving.h"
#include "app/shell/nst-sections.h"
#include "app/widgets/nst-file-choice.h"
#include "documents/nst-documents.h"

#include <glib/gi18n.h>
#include <string.h>

static void
section_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  nst_window_show_section (data, g_variant_get_string (parameter, NULL));
}

static void
section_state_cb (GSimpleAction *action, GVariant *state, gpointer data G_GNUC_UNUSED)
{
  g_simple_action_set_state (action, state);
}

static void
open_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  NstWindow *self = data;
  g_auto (GStrv) parts = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  const NstKind *kind;
  const char *slash;
  g_autofree char *name = NULL;

  parts = g_strsplit (g_variant_get_string (parameter, NULL), "#", 2);
  slash = parts[0] == NULL ? NULL : strchr (parts[0], '/');
  if (slash == NULL)
    return;
  name = g_strndup (parts[0], (gsize) (slash - parts[0]));
  kind = nst_kinds_find (name);
  if (kind == NULL)
    return;
  record = nst_store_dup (nst_office_get_store (nst_window_get_office (self)), kind,
                          g_ascii_strtoll (slash + 1, NULL, 10), &error);
  if (record == NULL)
    nst_window_say (self, error == NULL ? _ ("This is no longer on file") : error->message);
  else
    nst_window_open_record (self, record, parts[1]);
}

static void
say_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  nst_window_say (data, g_variant_get_string (parameter, NULL));
}

/* The papers of a record, with the window for themselves; %FALSE when it has none. */
static gboolean
show_papers (NstWindow *self, NstRecord *record, const char *form)
{
  g_autoptr (GPtrArray) forms =
      nst_documents_list_forms_of (nst_window_get_office (self), record);
  NstSection *page;

  if (forms->len == 0)
    return FALSE;
  nst_window_show_page (self, "document", record);
  page = nst_window_get_section (self);
  if (page != NULL && form != NULL)
    nst_section_open (page, record, form);
  return TRUE;
}

/* Of which kind the record is and which one; NULL when it is no longer there. */
static NstRecord *
dup_named (NstWindow *self, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);
  const NstKind *kind = parts[0] != NULL ? nst_kinds_find (parts[0]) : NULL;

  if (kind == NULL || parts[1] == NULL)
    return NULL;
  return nst_store_dup (nst_office_get_store (nst_window_get_office (self)), kind,
                        g_ascii_strtoll (parts[1], NULL, 10), NULL);
}

/* "agreement/5", or with the form: "agreement/5#D3". */
static void
document_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "#", 2);
  g_autoptr (NstRecord) record = parts[0] != NULL ? dup_named (data, parts[0]) : NULL;

  if (record == NULL)
    nst_window_say (data, _ ("This is no longer on file"));
  else if (!show_papers (data, record, parts[1]))
    nst_window_say (data, _ ("There is no document of this"));
}

static void
print_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  NstSection *section = nst_window_get_section (data);
  g_autoptr (NstRecord) record = NULL;
  const char *kind = NULL;

  if (section == NULL || nst_section_print (section))
    return;
  g_set_object (&record, nst_section_get_record (section));
  /* Where there is no list to choose from, the papers are those of the office itself. */
  if (record == NULL && nst_section_get_shown (section, &kind) == NULL)
    record = nst_office_dup_card (nst_window_get_office (data));
  if (record == NULL || !show_papers (data, record, NULL))
    nst_window_say (data, _ ("Nothing to print here: choose a group or open an agreement or a "
                             "programme"));
}

/* Proposes papers of a kind, or of what the section shows. */
static void
print_all_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  NstSection *section = nst_window_get_section (data);
  const char *wanted = g_variant_get_string (parameter, NULL);
  const char *kind = NULL;
  g_autoptr (GListModel) shown = NULL;
  NstSection *page;

  if (section != NULL)
    g_set_object (&shown, nst_section_get_shown (section, &kind));
  nst_window_show_page (data, "print-all", NULL);
  page = nst_window_get_section (data);
  if (page != NULL && page != section)
    nst_section_offer (page, wanted[0] != '\0' ? wanted : kind, shown);
}

static void
save_list_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
              gpointer data)
{
  nst_list_saving_ask (data);
}

static void
search_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  NstSection *section = nst_window_get_section (data);

  if (section != NULL)
    nst_section_focus_search (section);
}

static void
find_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  nst_window_show_finder (data);
}

static void
toggle_sidebar_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
                   gpointer data)
{
  nst_window_toggle_sidebar (data);
}

static void
next_pane_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
              gpointer data)
{
  nst_window_next_pane (data);
}

static void
nth_section_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  const NstSectionInfo *info = nst_sections_get ((guint) g_variant_get_int32 (parameter) - 1);

  if (info != NULL)
    nst_window_show_section (data, info->name);
}

static void
copy_chosen_cb (GFile *file, gpointer data)
{
  NstWindow *self = data;
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      nst_window_say (self, _ ("A copy can only be saved on this computer"));
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "app.write-copy", "^ay", path);
}

static void
copy_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  NstStore *store = nst_office_get_store (nst_window_get_office (data));
  g_autofree char *name = g_path_get_basename (nst_store_get_path (store));

  nst_file_choice_save (GTK_WIDGET (data), _ ("Save a copy"), name, copy_chosen_cb, data);
}

/* "year", or with the record that it shows: "organisation/7". */
static void
page_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "/", 2);
  NstOffice *office = nst_window_get_office (data);
  g_autoptr (NstRecord) record = NULL;

  if (parts[0] == NULL || office == NULL)
    return;
  if (parts[1] != NULL)
    record = nst_source_dup (NST_SOURCE (nst_office_get_store (office)), parts[0],
                             g_ascii_strtoll (parts[1], NULL, 10));
  nst_window_show_page (data, parts[0], record);
}

static void
back_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  nst_window_go_back (data);
}

static const GActionEntry entries[] = {
  { "section", section_cb, "s", "''", section_state_cb, { 0 } },
  { "nth-section", nth_section_cb, "i", NULL, NULL, { 0 } },
  { "open", open_cb, "s", NULL, NULL, { 0 } },
  { "report", say_cb, "s", NULL, NULL, { 0 } },
  { "note", say_cb, "s", NULL, NULL, { 0 } },
  { "print", print_cb, NULL, NULL, NULL, { 0 } },
  { "print-all", print_all_cb, "s", NULL, NULL, { 0 } },
  { "save-list", save_list_cb, NULL, NULL, NULL, { 0 } },
  { "document", document_cb, "s", NULL, NULL, { 0 } },
  { "search", search_cb, NULL, NULL, NULL, { 0 } },
  { "find", find_cb, NULL, NULL, NULL, { 0 } },
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "page", page_cb, "s", NULL, NULL, { 0 } },
  { "back", back_cb, NULL, NULL, NULL, { 0 } },
  { "toggle-sidebar", toggle_sidebar_cb, NULL, NULL, NULL, { 0 } },
  { "next-pane", next_pane_cb, NULL, NULL, NULL, { 0 } },
};

/* Said by everybody, also when no base is open. */
static const char *const always[] = { "report", "note", NULL };

/**
 * nst_window_actions_bind_keys:
 * @widget_class: class of the window
 *
 * Keys are bindings of the window's class, not accelerators of the application: these would
 * come before the widget that has the focus, and Ctrl+Z in an entry takes back its typing.
 */
void
nst_window_actions_bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
    { GDK_KEY_k, GDK_CONTROL_MASK, "win.find" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.search" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "win.print" },
    { GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.save-list" },
    { GDK_KEY_F6, 0, "win.next-pane" },
    { GDK_KEY_F9, 0, "win.toggle-sidebar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.print-all", "s", "");
  for (int i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (guint) i, GDK_ALT_MASK,
                                         "win.nth-section", "i", i);
}

void
nst_window_actions_add (NstWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
nst_window_actions_set_enabled (NstWindow *self, gboolean enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!g_strv_contains (always, entries[i].name))
      g_simple_action_set_enabled (
          G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)),
          enabled);
}
