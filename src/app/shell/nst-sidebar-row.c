/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One section in the sidebar. */
#include "config.h"

#include "app/shell/nst-sidebar-row.h"

#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>

struct _NstSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *badge;

  const NstSectionInfo *section;
};

G_DEFINE_FINAL_TYPE (NstSidebarRow, nst_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
nst_sidebar_row_class_init (NstSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "shell/nst-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NstSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, NstSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, NstSidebarRow, badge);
}

static void
nst_sidebar_row_init (NstSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nst_sidebar_row_new (const NstSectionInfo *section, guint number)
{
  NstSidebarRow *self = g_object_new (NST_TYPE_SIDEBAR_ROW, NULL);
  g_autofree char *tooltip = NULL;

  self->section = section;
  gtk_image_set_from_icon_name (self->icon, section->icon);
  gtk_label_set_text (self->title, _ (section->title));
  tooltip = g_strdup_printf ("%s (Alt+%u)", _ (section->title), number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (section->title), -1);
  return GTK_WIDGET (self);
}

const char *
nst_sidebar_row_get_section (NstSidebarRow *self)
{
  g_return_val_if_fail (NST_IS_SIDEBAR_ROW (self), NULL);

  return self->section->name;
}

void
nst_sidebar_row_set_badge (NstSidebarRow *self, guint mine, guint others)
{
  const guint count = mine > 0 ? mine : others;
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *words = NULL;

  g_return_if_fail (NST_IS_SIDEBAR_ROW (self));

  gtk_label_set_text (self->badge, number);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), count > 0);
  if (mine > 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->badge), "mine");
      words =
          g_strdup_printf (ngettext ("%u thing waits for you", "%u things wait for you", mine),
                           mine);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->badge), "mine");
      words = g_strdup_printf (ngettext ("%u thing waits for others", "%u things wait for others",
                                         others),
                               others);
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge), count > 0 ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  count > 0 ? words : "", -1);
}
