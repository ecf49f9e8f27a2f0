/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of one record, with the window for themselves. */
#include "config.h"

#include "app/office/nst-document-page.h"

#include "app/widgets/nst-document-preview.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>

struct _NstDocumentPage
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  NstSectionHeader *header;
  NstDocumentPreview *preview;

  NstOffice *office;
  NstRecord *record;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstDocumentPage, nst_document_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static void
set_office (NstSection *section, NstOffice *office)
{
  NstDocumentPage *self = NST_DOCUMENT_PAGE (section);

  g_clear_object (&self->record);
  g_set_object (&self->office, office);
  nst_document_preview_show (self->preview, office, NULL, NULL);
}

/* @field is the code of a form here; NULL: the usual one. */
static void
open_document (NstSection *section, NstRecord *record, const char *form)
{
  NstDocumentPage *self = NST_DOCUMENT_PAGE (section);
  g_autofree char *title = NULL;

  if (record == NULL || self->office == NULL)
    return;
  g_set_object (&self->record, record);
  title = nst_steps_dup_title (nst_office_get_scheme_of (self->office, record), record);
  nst_section_header_set_title (self->header, title);
  nst_section_header_set_subtitle (self->header,
                                   g_dgettext (GETTEXT_PACKAGE,
                                               nst_record_get_kind (record)->label));
  nst_document_preview_show (self->preview, self->office, record, form);
  nst_document_preview_set_whole (self->preview);
}

static gboolean
print (NstSection *section)
{
  NstDocumentPage *self = NST_DOCUMENT_PAGE (section);

  if (self->record == NULL)
    return FALSE;
  nst_document_preview_print (self->preview);
  return TRUE;
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_document;
  iface->print = print;
}

static gboolean
nst_document_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NST_DOCUMENT_PAGE (widget)->preview));
}

static void
nst_document_page_dispose (GObject *object)
{
  NstDocumentPage *self = NST_DOCUMENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_DOCUMENT_PAGE);
  g_clear_object (&self->record);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (nst_document_page_parent_class)->dispose (object);
}

static void
nst_document_page_class_init (NstDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_document_page_dispose;
  widget_class->grab_focus = nst_document_page_grab_focus;

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_DOCUMENT_PREVIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "office/nst-document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPage, content);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPage, header);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPage, preview);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back",
                                       NULL);
}

static void
nst_document_page_init (NstDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nst_document_preview_set_whole (self->preview);
}
