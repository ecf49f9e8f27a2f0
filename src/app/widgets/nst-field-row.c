/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a record as a row that is edited in place. */
#include "config.h"

#include "app/widgets/nst-field-row.h"

#include "app/widgets/nst-field-editors.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-finding-watch.h"

#include <glib/gi18n.h>

struct _NstFieldRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *editor;
  GtkWidget *findings;
  NstFieldBinding *binding;
  NstFindingWatch *watch;
  char *refused;
};

G_DEFINE_FINAL_TYPE (NstFieldRow, nst_field_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_findings (NstFieldRow *self)
{
  g_autoptr (GPtrArray) found = NULL;

  /* What was typed and not understood comes first; the rest is about what was there before. */
  if (self->watch != NULL && self->refused == NULL)
    found = nst_finding_watch_list (self->watch, nst_field_row_get_field (self));
  nst_finding_list_fill (GTK_BOX (self->findings), found, NULL);
  if (self->refused == NULL)
    return;
  gtk_box_prepend (GTK_BOX (self->findings), nst_finding_row_new_message (self->refused, NULL));
  gtk_widget_set_visible (self->findings, TRUE);
}

static void
refused_cb (NstFieldRow *self, const char *message)
{
  g_free (self->refused);
  self->refused = g_strdup (message);
  show_findings (self);
}

static void
updated_cb (NstFieldRow *self)
{
  if (self->refused == NULL)
    return;
  g_clear_pointer (&self->refused, g_free);
  show_findings (self);
}

/* The row itself is only a frame: the keyboard goes to the editor in it. */
static gboolean
nst_field_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static GtkTextView *
find_text_view (GtkWidget *widget)
{
  GtkWidget *child;

  if (GTK_IS_TEXT_VIEW (widget))
    return GTK_TEXT_VIEW (widget);
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkTextView *found = find_text_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* All of it is selected, as in an entry: what is typed takes its place. */
static gboolean
focus_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  return gtk_widget_grab_focus (GTK_WIDGET (view));
}

static gboolean
nst_field_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *editor = NST_FIELD_ROW (widget)->editor;
  GtkTextView *view;

  if (ADW_IS_ENTRY_ROW (editor))
    return gtk_widget_grab_focus (editor);
  view = find_text_view (editor);
  if (view != NULL)
    return focus_text (view);
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
nst_field_row_dispose (GObject *object)
{
  NstFieldRow *self = NST_FIELD_ROW (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->binding);

  G_OBJECT_CLASS (nst_field_row_parent_class)->dispose (object);
}

static void
nst_field_row_finalize (GObject *object)
{
  g_free (NST_FIELD_ROW (object)->refused);

  G_OBJECT_CLASS (nst_field_row_parent_class)->finalize (object);
}

static void
nst_field_row_class_init (NstFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_field_row_dispose;
  object_class->finalize = nst_field_row_finalize;
  widget_class->focus = nst_field_row_focus;
  widget_class->grab_focus = nst_field_row_grab_focus;
}

static void
nst_field_row_init (NstFieldRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  self->findings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
}

static void
build (NstFieldRow *self, NstFieldBinding *binding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();

  self->binding = binding;
  self->editor = nst_field_editor_new (binding);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), self->editor);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->findings);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 _ (nst_field_binding_get_field (binding)->label));
  g_signal_connect_object (binding, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (binding, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * nst_field_row_new:
 * @office: at whose base; changes go through it
 * @record: whose field
 * @field: name of the field, also of an extra field of the scheme
 *
 * Returns: (transfer floating) (nullable): a row; %NULL when there is no such field
 */
GtkWidget *
nst_field_row_new (NstOffice *office, NstRecord *record, const char *field)
{
  const NstField *found;
  NstFieldRow *self;

  g_return_val_if_fail (NST_IS_OFFICE (office), NULL);
  g_return_val_if_fail (NST_IS_RECORD (record), NULL);

  found = nst_scheme_find_field_of (nst_office_get_scheme (office), record, field);
  g_return_val_if_fail (found != NULL, NULL);

  self = g_object_new (NST_TYPE_FIELD_ROW, NULL);
  build (self, nst_field_binding_new (office, record, found));
  self->watch = nst_finding_watch_dup (office, record);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show_findings), self,
                           G_CONNECT_SWAPPED);
  show_findings (self);
  return GTK_WIDGET (self);
}

/**
 * nst_field_row_new_free:
 * @office: whose scheme words the codes
 * @field: what is asked for
 * @text: (nullable): canonical text to begin with
 *
 * A row that writes nothing: what a step asks for before it is taken.
 */
GtkWidget *
nst_field_row_new_free (NstOffice *office, const NstField *field, const char *text)
{
  NstFieldRow *self;

  g_return_val_if_fail (NST_IS_OFFICE (office), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (NST_TYPE_FIELD_ROW, NULL);
  build (self, nst_field_binding_new_free (office, field, text));
  gtk_widget_set_visible (self->findings, FALSE);
  return GTK_WIDGET (self);
}

const char *
nst_field_row_get_field (NstFieldRow *self)
{
  g_return_val_if_fail (NST_IS_FIELD_ROW (self), NULL);

  return nst_field_binding_get_field (self->binding)->name;
}

const char *
nst_field_row_get_text (NstFieldRow *self)
{
  g_return_val_if_fail (NST_IS_FIELD_ROW (self), NULL);

  return nst_field_binding_get_text (self->binding);
}

void
nst_field_row_set_label (NstFieldRow *self, const char *label)
{
  g_return_if_fail (NST_IS_FIELD_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->editor), label);
  if (!ADW_IS_ACTION_ROW (self->editor) && !ADW_IS_ENTRY_ROW (self->editor))
    {
      GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self->editor));

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), label);
    }
}

/**
 * nst_field_rows_focus:
 * @list: a widget that holds field rows at any depth
 * @field: name of the field
 *
 * Returns: whether such a row was found and has the keyboard now
 */
gboolean
nst_field_rows_focus (GtkWidget *list, const char *field)
{
  GtkWidget *child = gtk_widget_get_first_child (list);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (NST_IS_FIELD_ROW (child))
        {
          if (g_strcmp0 (nst_field_row_get_field (NST_FIELD_ROW (child)), field) == 0)
            return gtk_widget_grab_focus (child);
        }
      else if (nst_field_rows_focus (child, field))
        return TRUE;
    }
  return FALSE;
}

void
nst_field_rows_fill (GtkListBox *list, NstOffice *office, NstRecord *record,
                     const char *const *fields)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  for (guint i = 0; fields[i] != NULL; i++)
    {
      GtkWidget *row = nst_field_row_new (office, record, fields[i]);

      if (row != NULL)
        gtk_list_box_append (list, row);
    }
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

/* Looks like a row that is edited, without anything to type into. */
static GtkWidget *
make_reading_row (const char *label, const char *shown)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", label, "use-markup", FALSE,
                                 "activatable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (row, "field");
  gtk_widget_add_css_class (box, "field-body");
  gtk_box_append (GTK_BOX (box), make_label (label, "field-title"));
  gtk_box_append (GTK_BOX (box), make_label (*shown != '\0' ? shown : "—", NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown, -1);
  return row;
}

/**
 * nst_field_rows_fill_reading:
 * @list: a list box
 * @office: at whose base
 * @record: a record
 * @fields: names of fields, ends with %NULL
 *
 * Appends rows that are only read: what stands in an approved paper. They do not follow the
 * record; fill the list anew when it has changed.
 */
void
nst_field_rows_fill_reading (GtkListBox *list, NstOffice *office, NstRecord *record,
                             const char *const *fields)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const NstField *field =
          nst_scheme_find_field_of (nst_office_get_scheme (office), record, fields[i]);
      g_autoptr (NstFieldBinding) binding = NULL;
      g_autofree char *shown = NULL;

      if (field == NULL)
        continue;
      binding = nst_field_binding_new (office, record, field);
      shown = nst_field_binding_dup_shown (binding);
      gtk_list_box_append (list, make_reading_row (_ (field->label), shown));
    }
}

/**
 * nst_field_rows_fill_extra:
 * @list: a list box
 * @office: at whose base
 * @record: a record
 *
 * Appends a row for each extra field of the scheme, and for each value of one that only another
 * scheme describes.
 *
 * Returns: how many rows there are; with none the group of @list is better hidden
 */
guint
nst_field_rows_fill_extra (GtkListBox *list, NstOffice *office, NstRecord *record)
{
  g_autoptr (GPtrArray) fields = NULL;
  guint n = 0;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list) && NST_IS_RECORD (record), 0);

  fields = nst_scheme_list_fields (nst_office_get_scheme (office), nst_record_get_kind (record),
                                   record);
  for (guint i = nst_kind_get_n_fields (nst_record_get_kind (record)); i < fields->len; i++, n++)
    {
      const NstField *field = g_ptr_array_index (fields, i);

      gtk_list_box_append (list, nst_field_row_new (office, record, field->name));
    }
  return n;
}
