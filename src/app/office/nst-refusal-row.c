/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper that could not be printed, and the way to what it lacks. */
#include "config.h"

#include "app/office/nst-refusal-row.h"

#include "app/widgets/nst-document-words.h"
#include "app/widgets/nst-wrap-layout.h"

#include <glib/gi18n.h>

#define TARGET "nst-target"

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_way (const NstDocumentMissing *missing)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (missing->words);
  g_autofree char *name = g_strdup_printf (_ ("Fill in: %s"), missing->words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "remark");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", missing->target);
  return button;
}

static GtkWidget *
make_ways (GPtrArray *missing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (box, nst_wrap_layout_new (6));
  for (guint i = 0; i < missing->len; i++)
    {
      const NstDocumentMissing *one = g_ptr_array_index (missing, i);

      gtk_box_append (GTK_BOX (box),
                      one->target != NULL ? make_way (one) : make_label (one->words, NULL));
    }
  return box;
}

/* Where the first thing that is missing is filled in; without any, the record itself. */
static char *
dup_target (NstRecord *record, GPtrArray *missing)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const NstDocumentMissing *one = g_ptr_array_index (missing, i);

      if (one->target != NULL)
        return g_strdup (one->target);
    }
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, nst_record_get_kind (record)->name,
                          nst_record_get_id (record));
}

static char *
join_words (GPtrArray *missing)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                            ((NstDocumentMissing *) missing->pdata[i])->words);
  return g_string_free (words, FALSE);
}

GtkWidget *
nst_refusal_row_new (NstOffice *office, const NstBatchRefusal *refusal)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *title =
      nst_steps_dup_title (nst_office_get_scheme_of (office, refusal->record), refusal->record);
  g_autoptr (GPtrArray) missing =
      nst_document_list_missing (office, refusal->record, refusal->missing);
  g_autofree char *words = join_words (missing);
  const char *why = refusal->message != NULL ? refusal->message : words;

  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  if (refusal->message != NULL)
    gtk_box_append (GTK_BOX (box), make_label (refusal->message, "dim-label"));
  else
    {
      gtk_box_append (GTK_BOX (box), make_label (_ ("Not filled in:"), "dim-label"));
      gtk_box_append (GTK_BOX (box), make_ways (missing));
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (line, "refusal");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  g_object_set_data_full (G_OBJECT (row), TARGET, dup_target (refusal->record, missing), g_free);
  return row;
}

void
nst_refusal_row_activated (GtkListBox *list, GtkListBoxRow *row)
{
  const char *target = g_object_get_data (G_OBJECT (row), TARGET);

  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (list), "win.open", "s", target);
}
