/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three small bars: who has signed and who is awaited. */
#include "config.h"

#include "app/agreements/nst-signature-segments.h"

#include <glib/gi18n.h>

struct _NstSignatureSegments
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NstSignatureSegments, nst_signature_segments, GTK_TYPE_WIDGET)

static void
clear (NstSignatureSegments *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
nst_signature_segments_dispose (GObject *object)
{
  clear (NST_SIGNATURE_SEGMENTS (object));
  G_OBJECT_CLASS (nst_signature_segments_parent_class)->dispose (object);
}

static void
nst_signature_segments_class_init (NstSignatureSegmentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_signature_segments_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "segments");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nst_signature_segments_init (NstSignatureSegments *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

void
nst_signature_segments_set_status (NstSignatureSegments *self, NstAgreementStatus *status)
{
  g_autofree char *text = NULL;

  g_return_if_fail (NST_IS_SIGNATURE_SEGMENTS (self));

  clear (self);
  for (guint i = 0; i < status->signatures->len; i++)
    {
      NstRecord *signature = g_ptr_array_index (status->signatures, i);
      GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      GDate date;

      gtk_widget_add_css_class (bar, "segment");
      if (nst_record_get_date (signature, "signed_on", &date))
        gtk_widget_add_css_class (bar, "signed");
      else if (signature == status->awaited && status->wait == NST_AGREEMENT_WAIT_SIGN)
        gtk_widget_add_css_class (bar, "awaited");
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_widget_set_parent (bar, GTK_WIDGET (self));
    }
  text = g_strdup_printf (_ ("%u of %u signed"), status->n_signed, status->signatures->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
