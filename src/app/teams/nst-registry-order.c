/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the education authority by which a team is put forward (DOMAIN 5.1). */
#include "config.h"

#include "app/teams/nst-registry-order.h"

#include "app/widgets/nst-date-button.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

struct _NstRegistryOrder
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *team;
  NstRecord *order;

  GtkPopover *popover;
  AdwEntryRow *number_row;
  NstDateButton *date_button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NstRegistryOrder, nst_registry_order, GTK_TYPE_WIDGET)

static const char *const order_fields[] = { "number", "date", "signer", NULL };

static NstSource *
get_source (NstRegistryOrder *self)
{
  return NST_SOURCE (nst_office_get_store (self->office));
}

/* The education authority of the team's district. */
static NstRecord *
dup_authority (NstRegistryOrder *self)
{
  g_autoptr (NstRecord) organisation =
      nst_source_dup_ref (get_source (self), self->team, "organisation");
  g_autoptr (NstRecord) territory =
      organisation != NULL ? nst_source_dup_ref (get_source (self), organisation, "territory")
                           : NULL;

  return territory != NULL ? nst_source_dup_ref (get_source (self), territory, "authority")
                           : NULL;
}

static gboolean
is_of (NstRecord *order, NstRecord *authority)
{
  gint64 issuer = nst_record_get_ref (order, "issuer");

  return g_strcmp0 (nst_record_get_text (order, "kind"), "REGISTRY") == 0 &&
         issuer == (authority != NULL ? nst_record_get_id (authority) : 0);
}

/* One order puts forward all teams of a district: the last one is proposed for the next team. */
static NstRecord *
dup_last (NstRegistryOrder *self)
{
  g_autoptr (NstRecord) authority = dup_authority (self);
  g_autoptr (GPtrArray) orders = nst_source_list (get_source (self), "order", NULL, NULL);
  NstRecord *last = NULL;

  for (guint i = 0; i < orders->len; i++)
    if (is_of (orders->pdata[i], authority) &&
        (last == NULL || g_strcmp0 (nst_record_get_text (orders->pdata[i], "date"),
                                    nst_record_get_text (last, "date")) >= 0))
      last = orders->pdata[i];
  return last != NULL ? g_object_ref (last) : NULL;
}

static NstRecord *
dup_known (NstRegistryOrder *self, const char *number, const char *date)
{
  g_autoptr (NstRecord) authority = dup_authority (self);
  g_autoptr (GPtrArray) orders = nst_source_list (get_source (self), "order", "number", number);

  for (guint i = 0; i < orders->len; i++)
    if (is_of (orders->pdata[i], authority) &&
        g_strcmp0 (nst_record_get_text (orders->pdata[i], "date"), date) == 0)
      return g_object_ref (orders->pdata[i]);
  return NULL;
}

static void
fill (NstRegistryOrder *self)
{
  g_autoptr (NstRecord) order =
      self->team != NULL ? nst_source_dup_ref (get_source (self), self->team, "registry_order")
                         : NULL;
  GtkListBoxRow *row;

  if (order == self->order)
    return;
  g_set_object (&self->order, order);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (order != NULL)
    nst_field_rows_fill (self->list, self->office, order, order_fields);
}

static void
store_changed_cb (NstRegistryOrder *self)
{
  if (self->team != NULL && !nst_record_get_stale (self->team))
    fill (self);
}

static void
shown_cb (NstRegistryOrder *self)
{
  g_autoptr (NstRecord) last = dup_last (self);
  const char *number = last != NULL ? nst_record_get_text (last, "number") : NULL;
  g_autofree char *day = NULL;
  GDate today;

  nst_clock_get_today (nst_office_get_clock (self->office), &today);
  if (last != NULL)
    day = g_strdup (nst_record_get_text (last, "date"));
  if (day == NULL)
    day = nst_date_to_text (&today);
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), number != NULL ? number : "");
  nst_date_button_set_date (self->date_button, day);
  gtk_widget_grab_focus (GTK_WIDGET (self->number_row));
}

static NstRecord *
add_order (NstRegistryOrder *self, NstChange *change, const char *number, const char *date)
{
  g_autoptr (NstRecord) authority = dup_authority (self);
  NstRecord *order =
      nst_change_add (change, "order", "kind", "REGISTRY", "number", number, "date", date, NULL);

  if (authority != NULL)
    nst_change_set_ref (change, order, "issuer", authority);
  return order;
}

static void
record_cb (NstRegistryOrder *self)
{
  g_autofree char *number =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number_row))));
  const char *date = nst_date_button_get_date (self->date_button);
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) order = NULL;
  g_autoptr (GError) error = NULL;

  if (number[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->number_row));
      return;
    }
  change = nst_change_new (_ ("Record the registry order"));
  order = dup_known (self, number, date);
  if (order == NULL)
    order = add_order (self, change, number, date);
  nst_change_set_ref (change, self->team, "registry_order", order);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
  else
    gtk_popover_popdown (self->popover);
}

static void
nst_registry_order_dispose (GObject *object)
{
  NstRegistryOrder *self = NST_REGISTRY_ORDER (object);

  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_REGISTRY_ORDER);
  g_clear_object (&self->order);
  g_clear_object (&self->team);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_registry_order_parent_class)->dispose (object);
}

static void
nst_registry_order_class_init (NstRegistryOrderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_DATE_BUTTON);
  G_OBJECT_CLASS (klass)->dispose = nst_registry_order_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "teams/nst-registry-order.ui");
  gtk_widget_class_bind_template_child (widget_class, NstRegistryOrder, popover);
  gtk_widget_class_bind_template_child (widget_class, NstRegistryOrder, number_row);
  gtk_widget_class_bind_template_child (widget_class, NstRegistryOrder, date_button);
  gtk_widget_class_bind_template_child (widget_class, NstRegistryOrder, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
}

static void
nst_registry_order_init (NstRegistryOrder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_registry_order_set_team (NstRegistryOrder *self, NstOffice *office, NstRecord *team)
{
  if (g_set_object (&self->office, office) && office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed",
                             G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->team, team);
  if (office != NULL)
    fill (self);
}
