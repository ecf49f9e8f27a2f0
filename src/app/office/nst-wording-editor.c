/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place of a template: its words, the fields that can stand there, the way back. */
#include "config.h"

#include "app/office/nst-wording-editor.h"

#include "app/office/nst-wording-buffer.h"
#include "app/office/nst-wording-difference.h"
#include "app/office/nst-wording-words.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-text-area.h"
#include "app/widgets/nst-ui.h"
#include "app/widgets/nst-wrap-layout.h"
#include "documents/nst-wording-field.h"
#include "documents/nst-wordings.h"

#include <glib/gi18n.h>
#include <string.h>

struct _NstWordingEditor
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *notice;
  GtkLabel *notice_label;
  GtkWidget *keep_button;
  GtkTextView *view;
  GtkLabel *error_label;
  GtkWidget *fields_button;
  GtkPopover *fields_popover;
  GtkSearchEntry *fields_search;
  GtkListBox *fields;
  GtkToggleButton *out_button;
  GtkWidget *restore_button;
  GtkWidget *styles;
  GtkWidget *difference_box;
  GtkLabel *difference;

  GtkTextBuffer *buffer;
  NstOffice *office;
  NstWordingForm *form;
  char *code;
  char *node;
  char *kept; /* what stood there before anybody typed */
  gboolean filling;
  gboolean saving;
  guint idle;
};

enum
{
  TYPED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstWordingEditor, nst_wording_editor, GTK_TYPE_WIDGET)

static NstWordingPlace *
get_place (NstWordingEditor *self)
{
  return self->form != NULL && self->node != NULL ? nst_wording_form_find (self->form, self->node)
                                                  : NULL;
}

static NstScheme *
get_scheme (NstWordingEditor *self)
{
  return nst_office_get_scheme (self->office);
}

static char *
dup_plain (NstWordingEditor *self, const NstWordingPlace *place, const char *text)
{
  g_autoptr (GPtrArray) words =
      nst_wording_words_new (get_scheme (self), self->form, place, text);

  return nst_wording_words_dup_plain (words);
}

/* A field is one word, whatever it is called. */
static char *
dup_words (NstWordingEditor *self, const NstWordingPlace *place, const char *text)
{
  g_autoptr (GPtrArray) words =
      nst_wording_words_new (get_scheme (self), self->form, place, text);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const NstWordingWord *word = g_ptr_array_index (words, i);
      g_autoptr (GString) one = g_string_new (word->text);

      if (word->source != NULL)
        g_string_replace (one, " ", "\u00a0", 0);
      g_string_append_printf (all, word->source != NULL ? " [%s] " : "%s", one->str);
    }
  return g_string_free (all, FALSE);
}

/* Under the words what they were in the pack, and what is different now. */
static void
show_difference (NstWordingEditor *self, const NstWordingPlace *place, const char *text)
{
  const char *other = place->original != NULL ? place->original : place->replaced;
  g_autofree char *before = dup_words (self, place, other);
  g_autofree char *after = dup_words (self, place, text);
  g_autofree char *difference = nst_wording_difference_dup_markup (before, after);
  g_autofree char *markup =
      g_strdup_printf ("<b>%s</b> %s", _ ("Against the original:"), difference);
  gboolean differs = strcmp (other, text) != 0;

  gtk_widget_set_visible (self->difference_box, differs);
  if (differs)
    gtk_label_set_markup (self->difference, markup);
}

static void
show_error (NstWordingEditor *self, const GError *error)
{
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  gtk_label_set_label (self->error_label, error != NULL ? error->message : "");
}

static void
show_notice (NstWordingEditor *self, const NstWordingPlace *place)
{
  g_autofree char *was = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->notice, place->state == NST_WORDING_OUTDATED ||
                                            place->state == NST_WORDING_LOST);
  gtk_widget_set_visible (self->keep_button, place->state == NST_WORDING_OUTDATED);
  if (place->state == NST_WORDING_LOST)
    text = g_strdup (_ ("The regulation no longer has this place: our wording is not printed."));
  else if (place->state == NST_WORDING_OUTDATED)
    {
      was = dup_plain (self, place, place->replaced);
      text = g_strdup_printf (_ ("The original has changed: compare. It was: %s"), was);
    }
  if (text != NULL)
    gtk_label_set_label (self->notice_label, text);
}

static const char *
get_kept (const NstWordingPlace *place)
{
  if (place->text != NULL)
    return place->text;
  return place->original != NULL ? place->original : place->replaced;
}

static void
update (NstWordingEditor *self)
{
  const NstWordingPlace *place = get_place (self);
  g_autofree char *text = nst_wording_editor_dup_text (self);
  gboolean there = place != NULL && place->place != NULL;

  gtk_widget_set_sensitive (self->content, place != NULL);
  if (place == NULL)
    return;
  self->filling = TRUE;
  gtk_text_view_set_editable (self->view, there && !place->left_out);
  gtk_widget_set_sensitive (self->fields_button, there && !place->left_out);
  gtk_widget_set_visible (self->styles, place->attribute == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->out_button),
                          there && (place->left_out || nst_wording_place_may_go (place)));
  gtk_toggle_button_set_active (self->out_button, place->left_out);
  gtk_widget_set_sensitive (self->restore_button, place->state != NST_WORDING_ORIGINAL ||
                                                      g_strcmp0 (text, place->original) != 0);
  show_notice (self, place);
  show_difference (self, place, text);
  self->filling = FALSE;
}

static void
fill (NstWordingEditor *self)
{
  const NstWordingPlace *place = get_place (self);
  g_autoptr (GPtrArray) words = NULL;

  g_clear_pointer (&self->kept, g_free);
  self->filling = TRUE;
  if (place != NULL)
    {
      words = nst_wording_words_new (get_scheme (self), self->form, place, get_kept (place));
      nst_wording_buffer_fill (self->buffer, words);
      self->kept = nst_wording_buffer_dup_text (self->buffer);
    }
  else
    gtk_text_buffer_set_text (self->buffer, "", 0);
  self->filling = FALSE;
  show_error (self, NULL);
  update (self);
}

static gboolean
is_typed (NstWordingEditor *self)
{
  g_autofree char *text = nst_wording_buffer_dup_text (self->buffer);

  return self->kept != NULL && strcmp (text, self->kept) != 0;
}

static void
changed_cb (NstWordingEditor *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->node == NULL)
    return;
  text = nst_wording_editor_dup_text (self);
  nst_wordings_check (self->office, self->code, self->node, text, &error);
  show_error (self, error);
  update (self);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
read_again (NstWordingEditor *self)
{
  g_clear_pointer (&self->form, nst_wording_form_free);
  if (self->office != NULL && self->code != NULL)
    self->form = nst_wordings_read (self->office, get_scheme (self), self->code);
}

/* Undone or changed elsewhere: shown, unless something else is being typed. */
static void
store_changed_cb (NstWordingEditor *self, GVariant *records)
{
  GVariantIter iter;
  const char *kind;
  gint64 id;
  gboolean ours = FALSE;

  g_variant_iter_init (&iter, records);
  while (g_variant_iter_loop (&iter, "(&sx)", &kind, &id))
    ours |= strcmp (kind, "wording") == 0;
  if (!ours)
    return;
  read_again (self);
  if (!self->saving && !is_typed (self))
    fill (self);
}

static void
keep_cb (NstWordingEditor *self)
{
  const NstWordingPlace *place = get_place (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (place == NULL)
    return;
  text = nst_wording_editor_dup_text (self);
  good = place->left_out ? nst_wordings_leave_out (self->office, self->code, self->node, &error)
                         : nst_wordings_set (self->office, self->code, self->node, text, &error);
  if (!good)
    nst_report_error (GTK_WIDGET (self), error);
}

static void
out_cb (NstWordingEditor *self)
{
  g_autoptr (GError) error = NULL;
  gboolean out = gtk_toggle_button_get_active (self->out_button);

  if (self->filling || self->node == NULL)
    return;
  self->saving = TRUE;
  if (!(out ? nst_wordings_leave_out (self->office, self->code, self->node, &error)
            : nst_wordings_restore (self->office, self->code, self->node, &error)))
    nst_report_error (GTK_WIDGET (self), error);
  self->saving = FALSE;
  fill (self);
}

static void
restore_cb (NstWordingEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (self->node == NULL)
    return;
  self->saving = TRUE;
  if (!nst_wordings_restore (self->office, self->code, self->node, &error))
    nst_report_error (GTK_WIDGET (self), error);
  self->saving = FALSE;
  fill (self);
  g_signal_emit (self, signals[TYPED], 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
is_listed (NstWordingEditor *self, const char *label)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->fields, i);

      if (row == NULL)
        return FALSE;
      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "nst-label"), label) == 0)
        return TRUE;
    }
}

static void
add_field (NstWordingEditor *self, const NstWordingPlace *place, const char *field)
{
  g_autofree char *label =
      nst_wording_field_describe (get_scheme (self), self->form, place->names, field);
  g_autofree char *source = g_strdup_printf ("{%s}", field);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *text = gtk_label_new (label);

  if (is_listed (self, label))
    {
      g_object_ref_sink (row);
      g_object_unref (row);
      g_object_ref_sink (text);
      g_object_unref (text);
      return;
    }
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_set_margin_start (text, 8);
  gtk_widget_set_margin_end (text, 8);
  gtk_widget_set_margin_top (text, 5);
  gtk_widget_set_margin_bottom (text, 5);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "nst-source", g_markup_escape_text (source, -1),
                          g_free);
  g_object_set_data_full (G_OBJECT (row), "nst-label", g_steal_pointer (&label), g_free);
  gtk_list_box_append (self->fields, row);
}

static void
list_fields_cb (NstWordingEditor *self)
{
  const NstWordingPlace *place = get_place (self);
  g_autoptr (GPtrArray) fields = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->fields, 0)) != NULL)
    gtk_list_box_remove (self->fields, GTK_WIDGET (row));
  if (place == NULL)
    return;
  fields = nst_wording_field_list (get_scheme (self), self->form, place);
  for (guint i = 0; i < fields->len; i++)
    add_field (self, place, g_ptr_array_index (fields, i));
  gtk_editable_set_text (GTK_EDITABLE (self->fields_search), "");
}

static gboolean
is_found (GtkListBoxRow *row, gpointer data)
{
  NstWordingEditor *self = data;
  g_autofree char *typed =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->fields_search)), -1);
  g_autofree char *label = g_utf8_casefold (g_object_get_data (G_OBJECT (row), "nst-label"), -1);

  return strstr (label, typed) != NULL;
}

static void
field_cb (NstWordingEditor *self, GtkListBoxRow *row)
{
  const char *label = g_object_get_data (G_OBJECT (row), "nst-label");
  const char *source = g_object_get_data (G_OBJECT (row), "nst-source");

  nst_wording_buffer_insert (self->buffer, label, source);
  gtk_popover_popdown (self->fields_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_activate_cb (NstWordingEditor *self)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->fields, i);

      if (row == NULL)
        return;
      if (!gtk_widget_get_child_visible (GTK_WIDGET (row)))
        continue;
      field_cb (self, row);
      return;
    }
}

static void
style_cb (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  NstWordingEditor *self = NST_WORDING_EDITOR (widget);

  nst_wording_buffer_toggle (self->buffer, strchr (action, '.') + 1);
  changed_cb (self);
}

static gboolean
key_cb (NstWordingEditor *self, guint keyval, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (enter && control)
    nst_wording_editor_save (self);
  else if (enter && (state & GDK_SHIFT_MASK) != 0)
    gtk_text_buffer_insert_interactive_at_cursor (self->buffer, "\u2028", -1, TRUE);
  else if (keyval == GDK_KEY_Escape && is_typed (self))
    {
      fill (self);
      g_signal_emit (self, signals[TYPED], 0);
    }
  else if (keyval == GDK_KEY_Escape)
    g_signal_emit (self, signals[LEFT], 0);
  else if (control && (keyval == GDK_KEY_z || keyval == GDK_KEY_Cyrillic_ya) && is_typed (self))
    {
      fill (self);
      g_signal_emit (self, signals[TYPED], 0);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* A list of fields that closes takes the focus along for a moment: only then is it looked. */
static gboolean
focus_gone_cb (gpointer data)
{
  NstWordingEditor *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->idle = 0;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    nst_wording_editor_save (self);
  return G_SOURCE_REMOVE;
}

static void
focus_left_cb (NstWordingEditor *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (focus_gone_cb, self);
}

/* Whoever closes the window or turns away loses nothing that can be printed. */
static void
nst_wording_editor_unmap (GtkWidget *widget)
{
  NstWordingEditor *self = NST_WORDING_EDITOR (widget);
  g_autofree char *text = nst_wording_editor_dup_text (self);

  if (text != NULL && is_typed (self))
    nst_wordings_set (self->office, self->code, self->node, text, NULL);

  GTK_WIDGET_CLASS (nst_wording_editor_parent_class)->unmap (widget);
}

static gboolean
nst_wording_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NST_WORDING_EDITOR (widget)->view));
}

static void
nst_wording_editor_dispose (GObject *object)
{
  NstWordingEditor *self = NST_WORDING_EDITOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->node, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_WORDING_EDITOR);
  g_clear_pointer (&self->form, nst_wording_form_free);
  g_clear_object (&self->office);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->kept, g_free);

  G_OBJECT_CLASS (nst_wording_editor_parent_class)->dispose (object);
}

static void
nst_wording_editor_class_init (NstWordingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_wording_editor_dispose;
  widget_class->grab_focus = nst_wording_editor_grab_focus;
  widget_class->unmap = nst_wording_editor_unmap;
  g_type_ensure (NST_TYPE_TEXT_AREA);
  g_type_ensure (NST_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "office/nst-wording-editor.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, NstWordingEditor, name)
  BIND (content);
  BIND (notice);
  BIND (notice_label);
  BIND (keep_button);
  BIND (view);
  BIND (error_label);
  BIND (fields_button);
  BIND (fields_popover);
  BIND (fields_search);
  BIND (fields);
  BIND (out_button);
  BIND (restore_button);
  BIND (styles);
  BIND (difference_box);
  BIND (difference);
#undef BIND
  gtk_widget_class_install_action (widget_class, "wording.bold", NULL, style_cb);
  gtk_widget_class_install_action (widget_class, "wording.italic", NULL, style_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "wording.bold",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK,
                                       "wording.italic", NULL);
  signals[TYPED] = g_signal_new ("typed", NST_TYPE_WORDING_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", NST_TYPE_WORDING_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
listen (NstWordingEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
nst_wording_editor_init (NstWordingEditor *self)
{
  const GConnectFlags swapped = G_CONNECT_SWAPPED;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  nst_wording_buffer_prepare (self->buffer);
  gtk_list_box_set_filter_func (self->fields, is_found, self, NULL);
  g_signal_connect_object (self->buffer, "end-user-action", G_CALLBACK (changed_cb), self,
                           swapped | G_CONNECT_AFTER);
  g_signal_connect_object (self->keep_button, "clicked", G_CALLBACK (keep_cb), self, swapped);
  g_signal_connect_object (self->out_button, "toggled", G_CALLBACK (out_cb), self, swapped);
  g_signal_connect_object (self->restore_button, "clicked", G_CALLBACK (restore_cb), self,
                           swapped);
  g_signal_connect_object (self->fields_popover, "show", G_CALLBACK (list_fields_cb), self,
                           swapped);
  g_signal_connect_object (self->fields_search, "search-changed",
                           G_CALLBACK (gtk_list_box_invalidate_filter), self->fields, swapped);
  g_signal_connect_object (self->fields_search, "activate", G_CALLBACK (search_activate_cb), self,
                           swapped);
  g_signal_connect_object (self->fields, "row-activated", G_CALLBACK (field_cb), self, swapped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Wording"), -1);
  listen (self);
}

void
nst_wording_editor_show (NstWordingEditor *self, NstOffice *office, const char *form,
                         const char *node)
{
  g_return_if_fail (NST_IS_WORDING_EDITOR (self));

  if (self->office != office)
    {
      if (self->office != NULL)
        g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office),
                                              store_changed_cb, self);
      g_set_object (&self->office, office);
      if (office != NULL)
        g_signal_connect_object (nst_office_get_store (office), "changed",
                                 G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_free (self->code);
  self->code = g_strdup (form);
  g_free (self->node);
  self->node = g_strdup (node);
  read_again (self);
  fill (self);
}

gboolean
nst_wording_editor_save (NstWordingEditor *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good;

  g_return_val_if_fail (NST_IS_WORDING_EDITOR (self), FALSE);

  if (self->node == NULL || !is_typed (self))
    return TRUE;
  text = nst_wording_editor_dup_text (self);
  self->saving = TRUE;
  good = nst_wordings_set (self->office, self->code, self->node, text, &error);
  self->saving = FALSE;
  if (!good)
    {
      nst_report_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  g_free (self->kept);
  self->kept = nst_wording_buffer_dup_text (self->buffer);
  update (self);
  return TRUE;
}

char *
nst_wording_editor_dup_text (NstWordingEditor *self)
{
  const NstWordingPlace *place;

  g_return_val_if_fail (NST_IS_WORDING_EDITOR (self), NULL);

  place = get_place (self);
  if (place == NULL)
    return NULL;
  /* As the template has it, down to its spaces, as long as nobody has typed. */
  return is_typed (self) ? nst_wording_buffer_dup_text (self->buffer)
                         : g_strdup (get_kept (place));
}
