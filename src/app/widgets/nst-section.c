/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the main window asks of each of its sections. */
#include "config.h"

#include "app/widgets/nst-section.h"

G_DEFINE_INTERFACE (NstSection, nst_section, GTK_TYPE_WIDGET)

static void
nst_section_default_init (NstSectionInterface *iface G_GNUC_UNUSED)
{
}

void
nst_section_set_office (NstSection *self, NstOffice *office)
{
  NstSectionInterface *iface;

  g_return_if_fail (NST_IS_SECTION (self));

  iface = NST_SECTION_GET_IFACE (self);
  if (iface->set_office != NULL)
    iface->set_office (self, office);
}

void
nst_section_open (NstSection *self, NstRecord *record, const char *field)
{
  NstSectionInterface *iface;

  g_return_if_fail (NST_IS_SECTION (self));
  g_return_if_fail (record == NULL || NST_IS_RECORD (record));

  iface = NST_SECTION_GET_IFACE (self);
  if (iface->open != NULL)
    iface->open (self, record, field);
}

void
nst_section_focus_search (NstSection *self)
{
  NstSectionInterface *iface;

  g_return_if_fail (NST_IS_SECTION (self));

  iface = NST_SECTION_GET_IFACE (self);
  if (iface->focus_search != NULL)
    iface->focus_search (self);
}

gboolean
nst_section_print (NstSection *self)
{
  NstSectionInterface *iface;

  g_return_val_if_fail (NST_IS_SECTION (self), FALSE);

  iface = NST_SECTION_GET_IFACE (self);
  return iface->print != NULL && iface->print (self);
}

NstRecord *
nst_section_get_record (NstSection *self)
{
  NstSectionInterface *iface;

  g_return_val_if_fail (NST_IS_SECTION (self), NULL);

  iface = NST_SECTION_GET_IFACE (self);
  return iface->get_record != NULL ? iface->get_record (self) : NULL;
}

GListModel *
nst_section_get_shown (NstSection *self, const char **kind)
{
  NstSectionInterface *iface;

  g_return_val_if_fail (NST_IS_SECTION (self), NULL);

  *kind = NULL;
  iface = NST_SECTION_GET_IFACE (self);
  return iface->get_shown != NULL ? iface->get_shown (self, kind) : NULL;
}

void
nst_section_offer (NstSection *self, const char *kind, GListModel *shown)
{
  NstSectionInterface *iface;

  g_return_if_fail (NST_IS_SECTION (self));

  iface = NST_SECTION_GET_IFACE (self);
  if (iface->offer != NULL)
    iface->offer (self, kind, shown);
}

/**
 * nst_section_is_shown:
 * @self: a section
 *
 * A section that fades out is still on screen, but the keys are meant for the one that comes.
 *
 * Returns: whether the section is what a person has chosen to see
 */
gboolean
nst_section_is_shown (NstSection *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *parent;

  g_return_val_if_fail (NST_IS_SECTION (self), FALSE);

  parent = gtk_widget_get_parent (widget);
  return gtk_widget_get_mapped (widget) &&
         (!GTK_IS_STACK (parent) || gtk_stack_get_visible_child (GTK_STACK (parent)) == widget);
}
