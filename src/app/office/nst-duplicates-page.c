/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People and organisations that were probably entered twice. */
#include "config.h"

#include "app/office/nst-duplicates-page.h"

#include "app/office/nst-comparison.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"
#include "rules/nst-merge.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const struct
{
  const char *kind;
  const char *title;
} kinds[] = {
  { "person", N_ ("People") },
  { "organisation", N_ ("Organisations") },
};

struct _NstDuplicatesPage
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  NstSectionHeader *header;
  GtkStack *stack;
  GtkBox *lists;
  NstComparison *comparison;

  NstOffice *office;
  guint idle;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstDuplicatesPage, nst_duplicates_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static void
show_pair (NstDuplicatesPage *self, NstRecord *keep, NstRecord *gone)
{
  nst_comparison_show (self->comparison, self->office, keep, gone);
  gtk_stack_set_visible_child_name (self->stack, "comparison");
  gtk_widget_grab_focus (GTK_WIDGET (self->comparison));
}

static void
row_activated_cb (NstDuplicatesPage *self, GtkListBoxRow *row)
{
  show_pair (self, g_object_get_data (G_OBJECT (row), "first"),
             g_object_get_data (G_OBJECT (row), "second"));
}

/* Which fields agree, as people call them. */
static char *
dup_why (const NstDuplicate *duplicate)
{
  const NstKind *kind = nst_record_get_kind (duplicate->first);
  GString *text = g_string_new (NULL);

  for (guint i = 0; duplicate->why[i] != NULL; i++)
    {
      const NstField *field = nst_kind_find_field (kind, duplicate->why[i]);
      g_autofree char *lower = NULL;

      /* Of an organisation the agreeing name is one of its fields. */
      if (field == NULL)
        field = nst_kind_find_field (kind, "full_name");
      if (field == NULL)
        lower = g_strdup (_ ("name"));
      else if (g_str_equal (field->name, "inn"))
        lower = g_strdup (_ (field->label));
      else
        lower = g_utf8_strdown (_ (field->label), -1);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", lower);
    }
  g_string_prepend (text, _ ("The same: "));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (const NstDuplicate *duplicate)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("%s – %s", nst_record_get_title (duplicate->first),
                                            nst_record_get_title (duplicate->second));
  g_autofree char *why = dup_why (duplicate);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "first", g_object_ref (duplicate->first),
                          g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "second", g_object_ref (duplicate->second),
                          g_object_unref);
  return row;
}

static void
add_list (NstDuplicatesPage *self, const char *title, GPtrArray *found)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (found->pdata[i]));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->lists, box);
}

static void
fill (NstDuplicatesPage *self)
{
  NstRuleContext context;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))) != NULL)
    gtk_box_remove (self->lists, child);
  nst_office_get_context (self->office, &context);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) found =
          nst_merge_list_duplicates (&context, nst_kinds_find (kinds[i].kind));

      if (found->len > 0)
        add_list (self, _ (kinds[i].title), found);
      n += found->len;
    }
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

static gboolean
idle_cb (gpointer data)
{
  NstDuplicatesPage *self = data;

  self->idle = 0;
  if (self->office == NULL)
    return G_SOURCE_REMOVE;
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* What is compared may just have gone; whoever looks elsewhere is not disturbed. */
static void
queue_fill (NstDuplicatesPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
joined_cb (NstDuplicatesPage *self)
{
  queue_fill (self);
}

static void
back_cb (NstDuplicatesPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "comparison") != 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  back_cb (NST_DUPLICATES_PAGE (widget));
  return TRUE;
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstDuplicatesPage *self = NST_DUPLICATES_PAGE (section);

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_fill, self);
  g_set_object (&self->office, office);
  if (office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_fill),
                             self, G_CONNECT_SWAPPED);
}

static void
open_list (NstSection *section, NstRecord *record G_GNUC_UNUSED, const char *field G_GNUC_UNUSED)
{
  fill (NST_DUPLICATES_PAGE (section));
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_list;
}

static gboolean
nst_duplicates_page_grab_focus (GtkWidget *widget)
{
  NstDuplicatesPage *self = NST_DUPLICATES_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (GTK_WIDGET (self->header), GTK_DIR_TAB_FORWARD);
}

static void
nst_duplicates_page_dispose (GObject *object)
{
  NstDuplicatesPage *self = NST_DUPLICATES_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_DUPLICATES_PAGE);

  G_OBJECT_CLASS (nst_duplicates_page_parent_class)->dispose (object);
}

static void
nst_duplicates_page_class_init (NstDuplicatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_duplicates_page_dispose;
  widget_class->grab_focus = nst_duplicates_page_grab_focus;

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_COMPARISON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "office/nst-duplicates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NstDuplicatesPage, content);
  gtk_widget_class_bind_template_child (widget_class, NstDuplicatesPage, header);
  gtk_widget_class_bind_template_child (widget_class, NstDuplicatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NstDuplicatesPage, lists);
  gtk_widget_class_bind_template_child (widget_class, NstDuplicatesPage, comparison);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, joined_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
nst_duplicates_page_init (NstDuplicatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
