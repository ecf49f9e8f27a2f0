/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding of a rule where it is broken: what is wrong, what to do, which paragraph. */
#include "config.h"

#include "app/widgets/nst-finding-row.h"

#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>

struct _NstFindingRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *text;
  GtkWidget *remedy;
};

G_DEFINE_FINAL_TYPE (NstFindingRow, nst_finding_row, GTK_TYPE_WIDGET)

static void
nst_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_FINDING_ROW);

  G_OBJECT_CLASS (nst_finding_row_parent_class)->dispose (object);
}

static void
nst_finding_row_class_init (NstFindingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_finding_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "finding");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "widgets/nst-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NstFindingRow, box);
  gtk_widget_class_bind_template_child (widget_class, NstFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, NstFindingRow, text);
  gtk_widget_class_bind_template_child (widget_class, NstFindingRow, remedy);
}

static void
nst_finding_row_init (NstFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_row (const char *tone, const char *icon, const char *word, const char *text,
          const char *remedy, const char *paragraph)
{
  NstFindingRow *self = g_object_new (NST_TYPE_FINDING_ROW, NULL);
  g_autofree char *markup = NULL;

  gtk_widget_add_css_class (GTK_WIDGET (self), tone);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word, -1);
  gtk_widget_set_tooltip_text (self->icon, word);
  gtk_label_set_text (GTK_LABEL (self->text), text == NULL ? "" : text);
  markup =
      g_markup_printf_escaped ("%s%s<span alpha=\"70%%\">%s</span>", remedy == NULL ? "" : remedy,
                               remedy == NULL || paragraph == NULL ? "" : " ",
                               paragraph == NULL ? "" : paragraph);
  gtk_label_set_markup (GTK_LABEL (self->remedy), markup);
  gtk_widget_set_visible (self->remedy, remedy != NULL || paragraph != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text == NULL ? "" : text, -1);
  return GTK_WIDGET (self);
}

/**
 * nst_finding_row_new:
 * @finding: what was found; copied
 */
GtkWidget *
nst_finding_row_new (const NstFinding *finding)
{
  const char *level;
  const char *paragraph;

  g_return_val_if_fail (finding != NULL, NULL);

  level = finding->rule == NULL ? "warning" : finding->rule->level;
  paragraph = finding->rule == NULL ? NULL : finding->rule->paragraph;
  if (nst_finding_is_error (finding))
    return make_row ("error", "dialog-error-symbolic", _ ("Error"), finding->text,
                     finding->remedy, paragraph);
  if (g_strcmp0 (level, "info") == 0)
    return make_row ("info", "dialog-information-symbolic", _ ("Note"), finding->text,
                     finding->remedy, paragraph);
  return make_row ("warning", "dialog-warning-symbolic", _ ("Warning"), finding->text,
                   finding->remedy, paragraph);
}

/**
 * nst_finding_row_new_message:
 * @text: what is wrong
 * @remedy: (nullable): what to do
 */
GtkWidget *
nst_finding_row_new_message (const char *text, const char *remedy)
{
  return make_row ("error", "dialog-error-symbolic", _ ("Error"), text, remedy, NULL);
}

/**
 * nst_finding_list_fill:
 * @box: a vertical box that holds nothing else
 * @findings: (nullable) (element-type NstFinding): what was found
 * @field: (nullable): only those of this field; %NULL for all
 *
 * Returns: how many are shown
 */
guint
nst_finding_list_fill (GtkBox *box, GPtrArray *findings, const char *field)
{
  GtkWidget *child;
  guint count = 0;

  g_return_val_if_fail (GTK_IS_BOX (box), 0);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const NstFinding *finding = g_ptr_array_index (findings, i);

      if (field != NULL && g_strcmp0 (finding->field, field) != 0)
        continue;
      gtk_box_append (box, nst_finding_row_new (finding));
      count++;
    }
  gtk_widget_set_visible (GTK_WIDGET (box), count > 0);
  return count;
}
