/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which editor a field gets. */
#include "config.h"

#include "app/widgets/nst-field-editors.h"

#include <glib/gi18n.h>

static GtkWidget *
make_editor (NstFieldBinding *binding)
{
  const NstField *field = nst_field_binding_get_field (binding);
  const gboolean fixed = (field->flags & (NST_FIELD_STEP | NST_FIELD_INTERNAL)) != 0;

  /* What a step asks for is typed, although forms only show it. */
  if (fixed && nst_field_binding_get_record (binding) != NULL)
    return nst_field_fact_new (binding);
  switch (field->type)
    {
    case NST_FIELD_TYPE_DATE:
      return nst_field_date_new (binding);
    case NST_FIELD_TYPE_TEXT:
    case NST_FIELD_TYPE_LIST:
      return nst_field_text_new (binding);
    case NST_FIELD_TYPE_BOOL:
      return nst_field_switch_new (binding);
    case NST_FIELD_TYPE_CODE:
      return nst_field_combo_new (binding);
    case NST_FIELD_TYPE_CODES:
      return nst_field_tags_new (binding);
    case NST_FIELD_TYPE_REF:
      return nst_field_reference_new (binding);
    case NST_FIELD_TYPE_LINK:
    case NST_FIELD_TYPE_RANK:
      return nst_field_fact_new (binding);
    case NST_FIELD_TYPE_STRING:
    case NST_FIELD_TYPE_INT:
    case NST_FIELD_TYPE_DUE:
    default:
      return nst_field_entry_new (binding);
    }
}

/**
 * nst_field_editor_new:
 * @binding: the field; kept by its editor
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *
nst_field_editor_new (NstFieldBinding *binding)
{
  GtkWidget *editor = make_editor (binding);

  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (nst_field_binding_get_field (binding)->label), -1);
  return editor;
}
