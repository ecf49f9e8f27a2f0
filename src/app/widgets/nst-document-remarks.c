/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document lacks and what in it is to be looked at, each a click away from its remedy. */
#include "config.h"

#include "app/widgets/nst-document-remarks.h"

#include "app/widgets/nst-document-words.h"
#include "app/widgets/nst-doubt-button.h"
#include "app/widgets/nst-wrap-layout.h"

#include <glib/gi18n.h>

/* So many are shown at once: the page is what was asked for. */
#define SHOWN 4

struct _NstDocumentRemarks
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkBox *missing;
  GtkBox *doubts;
  char *told; /* what is shown now: the same again is left alone, it may have the keyboard */
  gboolean unfolded;
};

G_DEFINE_FINAL_TYPE (NstDocumentRemarks, nst_document_remarks, GTK_TYPE_WIDGET)

static GtkWidget *
add_line (GtkBox *parent, const char *icon)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 6);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_layout_manager (content, nst_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), content);
  gtk_box_append (parent, line);
  return content;
}

static void
add_words (GtkWidget *content, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 4);
  gtk_box_append (GTK_BOX (content), label);
}

static GtkWidget *
make_remark (const char *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "remark");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return button;
}

static void
add_missing (GtkWidget *content, const NstDocumentMissing *missing)
{
  GtkWidget *button;

  if (missing->target == NULL)
    {
      add_words (content, missing->words);
      return;
    }
  button = make_remark (missing->words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", missing->target);
  gtk_box_append (GTK_BOX (content), button);
}

static void
more_clicked_cb (GtkWidget *more, gpointer data)
{
  NstDocumentRemarks *self = data;
  GtkWidget *child = more;
  GtkWidget *first = gtk_widget_get_next_sibling (more);

  self->unfolded = TRUE;
  while ((child = gtk_widget_get_next_sibling (child)) != NULL)
    gtk_widget_set_visible (child, TRUE);
  if (first != NULL)
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (more, FALSE);
}

/* What comes after the first few waits behind a button that tells how many there are. */
static void
fold (NstDocumentRemarks *self, GtkWidget *content)
{
  GtkWidget *child = gtk_widget_get_first_child (content);
  GtkWidget *last = NULL;
  GtkWidget *more;
  g_autofree char *words = NULL;
  guint count = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child), count++)
    if (count == SHOWN)
      last = child;
  if (self->unfolded || count <= SHOWN + 2)
    return;
  words =
      g_strdup_printf (ngettext ("%u more…", "%u more…", count - SHOWN - 1), count - SHOWN - 1);
  more = make_remark (words);
  g_signal_connect_object (more, "clicked", G_CALLBACK (more_clicked_cb), self, 0);
  gtk_box_insert_child_after (GTK_BOX (content), more, last);
  for (child = gtk_widget_get_next_sibling (more); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, FALSE);
}

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
update (NstDocumentRemarks *self)
{
  gboolean missing = gtk_widget_get_first_child (GTK_WIDGET (self->missing)) != NULL;
  gboolean doubts = gtk_widget_get_first_child (GTK_WIDGET (self->doubts)) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing);
  gtk_widget_set_visible (GTK_WIDGET (self->doubts), doubts);
  gtk_revealer_set_reveal_child (self->revealer, missing || doubts);
}

static char *
dup_told (NstRecord *record, GPtrArray *missing)
{
  GString *told = g_string_new (NULL);

  g_string_append_printf (told, "%s/%" G_GINT64_FORMAT, nst_record_get_kind (record)->name,
                          nst_record_get_id (record));
  for (guint i = 0; i < missing->len; i++)
    {
      const NstDocumentMissing *one = g_ptr_array_index (missing, i);

      g_string_append_printf (told, "\n%s\t%s", one->words, one->target);
    }
  return g_string_free (told, FALSE);
}

void
nst_document_remarks_set_missing (NstDocumentRemarks *self, NstOffice *office, NstRecord *record,
                                  GPtrArray *missing)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *told = NULL;
  GtkWidget *content;

  g_return_if_fail (NST_IS_DOCUMENT_REMARKS (self));

  if (record != NULL)
    {
      found = nst_document_list_missing (office, record, missing);
      told = dup_told (record, found);
    }
  if (g_strcmp0 (told, self->told) == 0)
    return;
  g_free (self->told);
  self->told = g_steal_pointer (&told);
  empty (self->missing);
  if (found != NULL && found->len > 0)
    {
      content = add_line (self->missing, "dialog-warning-symbolic");
      /* Translators: before the fields of a document that print as an empty rule */
      add_words (content, _ ("A blank will be printed for what is not known yet:"));
      for (guint i = 0; i < found->len; i++)
        add_missing (content, g_ptr_array_index (found, i));
      fold (self, content);
    }
  update (self);
}

void
nst_document_remarks_set_doubts (NstDocumentRemarks *self, NstOffice *office, GPtrArray *doubts)
{
  GtkWidget *content;

  g_return_if_fail (NST_IS_DOCUMENT_REMARKS (self));

  empty (self->doubts);
  if (doubts != NULL && doubts->len > 0)
    {
      content = add_line (self->doubts, "tools-check-spelling-symbolic");
      add_words (content, _ ("Check the case:"));
      for (guint i = 0; i < doubts->len; i++)
        gtk_box_append (GTK_BOX (content),
                        nst_doubt_button_new (office, g_ptr_array_index (doubts, i)));
      fold (self, content);
    }
  update (self);
}

static void
nst_document_remarks_dispose (GObject *object)
{
  NstDocumentRemarks *self = NST_DOCUMENT_REMARKS (object);

  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;
  g_clear_pointer (&self->told, g_free);
  G_OBJECT_CLASS (nst_document_remarks_parent_class)->dispose (object);
}

static void
nst_document_remarks_class_init (NstDocumentRemarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_document_remarks_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nst_document_remarks_init (NstDocumentRemarks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->missing = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->doubts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->missing));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->doubts));
  gtk_widget_add_css_class (box, "missing-bar");
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, box);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
}

GtkWidget *
nst_document_remarks_new (void)
{
  return g_object_new (NST_TYPE_DOCUMENT_REMARKS, NULL);
}
