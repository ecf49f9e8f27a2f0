/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of a window: its two actions, and a toast after everything that is done. */
#include "config.h"

#include "app/shell/nst-undo.h"

#include <glib/gi18n.h>

/* libadwaita 1.2 crashes when a toast is dismissed while it still slides in or another one
 * slides out: a toast as young as that takes the new words instead. */
#define SLIDE_TIME (800 * G_TIME_SPAN_MILLISECOND)

struct _NstUndo
{
  GObject parent_instance;

  AdwToastOverlay *overlay;
  GSimpleAction *undo;
  GSimpleAction *redo;
  AdwToast *toast;
  gint64 said_at;
  NstOffice *office;
};

G_DEFINE_FINAL_TYPE (NstUndo, nst_undo, G_TYPE_OBJECT)

static void
show_title (GSimpleAction *action, char *title)
{
  g_autofree char *owned = title;

  g_simple_action_set_enabled (action, owned != NULL);
  g_simple_action_set_state (action, g_variant_new_string (owned == NULL ? "" : owned));
}

static void
show_titles (NstUndo *self)
{
  NstStore *store = self->office == NULL ? NULL : nst_office_get_store (self->office);

  show_title (self->undo, store == NULL ? NULL : nst_store_dup_undo_title (store));
  show_title (self->redo, store == NULL ? NULL : nst_store_dup_redo_title (store));
}

static void
applied_cb (NstUndo *self, const char *title, const char *how)
{
  g_autofree char *text = NULL;

  show_titles (self);
  if (g_strcmp0 (how, "undo") == 0)
    {
      text = g_strdup_printf (_ ("Undone: %s"), title);
      nst_undo_say (self, text, _ ("Redo"), "win.redo");
      return;
    }
  text = g_strcmp0 (how, "redo") == 0 ? g_strdup_printf (_ ("Done again: %s"), title)
                                      : g_strdup (title);
  if (g_action_get_enabled (G_ACTION (self->undo)))
    nst_undo_say (self, text, _ ("Undo"), "win.undo");
  else
    nst_undo_say (self, text, NULL, NULL);
}

static void
undo_cb (NstUndo *self)
{
  g_autoptr (GError) error = NULL;

  if (self->office != NULL && !nst_store_undo (nst_office_get_store (self->office), NULL, &error))
    nst_undo_say (self, error->message, NULL, NULL);
  show_titles (self);
}

static void
redo_cb (NstUndo *self)
{
  g_autoptr (GError) error = NULL;

  if (self->office != NULL && !nst_store_redo (nst_office_get_store (self->office), NULL, &error))
    nst_undo_say (self, error->message, NULL, NULL);
  show_titles (self);
}

static void
toast_dismissed_cb (NstUndo *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
nst_undo_dispose (GObject *object)
{
  NstUndo *self = NST_UNDO (object);

  g_clear_object (&self->office);
  g_clear_object (&self->undo);
  g_clear_object (&self->redo);

  G_OBJECT_CLASS (nst_undo_parent_class)->dispose (object);
}

static void
nst_undo_class_init (NstUndoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_undo_dispose;
}

static void
nst_undo_init (NstUndo *self G_GNUC_UNUSED)
{
}

static GSimpleAction *
add_action (NstUndo *self, GActionMap *actions, const char *name, GCallback callback)
{
  GSimpleAction *action = g_simple_action_new_stateful (name, NULL, g_variant_new_string (""));

  g_simple_action_set_enabled (action, FALSE);
  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (actions, G_ACTION (action));
  return action;
}

NstUndo *
nst_undo_new (GActionMap *actions, AdwToastOverlay *overlay)
{
  NstUndo *self = g_object_new (NST_TYPE_UNDO, NULL);

  self->overlay = overlay;
  self->undo = add_action (self, actions, "undo", G_CALLBACK (undo_cb));
  self->redo = add_action (self, actions, "redo", G_CALLBACK (redo_cb));
  return self;
}

void
nst_undo_set_office (NstUndo *self, NstOffice *office)
{
  g_return_if_fail (NST_IS_UNDO (self));

  if (self->office == office)
    return;
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), applied_cb, self);
  g_set_object (&self->office, office);
  if (office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "applied", G_CALLBACK (applied_cb),
                             self, G_CONNECT_SWAPPED);
  show_titles (self);
}

static void
fill_toast (AdwToast *toast, const char *text, const char *button, const char *action_name)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, action_name == NULL ? NULL : button);
  adw_toast_set_action_name (toast, action_name);
}

void
nst_undo_say (NstUndo *self, const char *text, const char *button, const char *action_name)
{
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (NST_IS_UNDO (self));

  if (self->toast != NULL && now - self->said_at < SLIDE_TIME)
    {
      fill_toast (self->toast, text, button, action_name);
      return;
    }
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = adw_toast_new ("");
  self->said_at = now;
  fill_toast (self->toast, text, button, action_name);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, self->toast);
}
