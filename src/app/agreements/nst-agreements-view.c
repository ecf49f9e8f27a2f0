/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of agreements: list, one agreement, its document. */
#include "config.h"

#include "app/agreements/nst-agreements-view.h"

#include "app/agreements/nst-agreement-detail.h"
#include "app/agreements/nst-agreement-list.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-document-preview.h"
#include "app/widgets/nst-pane.h"
#include "app/widgets/nst-print.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstAgreementsView
{
  GtkWidget parent_instance;

  NstSectionHeader *header;
  GtkWidget *back_button;
  GtkWidget *batch_button;
  GtkWidget *print_button;
  GtkStack *stack;
  AdwLeaflet *outer;
  AdwLeaflet *inner;
  NstAgreementList *list;
  NstAgreementDetail *detail;
  NstDocumentPreview *preview;

  NstOffice *office;
  NstRecord *agreement;
  char *scan_hash;
  guint update_source;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstAgreementsView, nst_agreements_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static gboolean
is_on (AdwLeaflet *leaflet, const char *name)
{
  return adw_leaflet_get_folded (leaflet) &&
         g_strcmp0 (adw_leaflet_get_visible_child_name (leaflet), name) == 0;
}

static void
update_header (NstAgreementsView *self)
{
  gboolean back;

  if (self->outer == NULL || self->inner == NULL || self->detail == NULL ||
      gtk_widget_get_width (GTK_WIDGET (self->outer)) == 0)
    return;
  back = is_on (self->outer, "agreement") || is_on (self->inner, "document");
  gtk_widget_set_visible (self->back_button, back);
  /* At 360 px there is room for the way back or for the sections, not for both. */
  g_object_set (self->header, "show-sidebar-button", !back, NULL);
  gtk_widget_set_visible (self->batch_button, !adw_leaflet_get_folded (self->outer));
  /* At 360 px the header has no room for it; the menu has it too. */
  gtk_widget_set_visible (self->print_button, !adw_leaflet_get_folded (self->outer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.back", back);
  g_object_set (self->detail, "show-document-button", adw_leaflet_get_folded (self->inner), NULL);
}

static gboolean
update_cb (gpointer data)
{
  NstAgreementsView *self = data;

  self->update_source = 0;
  update_header (self);
  return G_SOURCE_REMOVE;
}

/* The leaflets fold while they are given their size; then is no time to change the header. */
static void
folded_cb (NstAgreementsView *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

/* A leaflet does not know whether it folds before it has been given its room; until then the
 * wide buttons stay hidden, or they would keep a narrow window from being narrow. */
static gboolean
first_frames_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED,
                 gpointer data G_GNUC_UNUSED)
{
  NstAgreementsView *self = NST_AGREEMENTS_VIEW (widget);

  if (gtk_widget_get_width (GTK_WIDGET (self->outer)) == 0)
    return G_SOURCE_CONTINUE;
  update_header (self);
  return G_SOURCE_REMOVE;
}

static void
nst_agreements_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nst_agreements_view_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, first_frames_cb, NULL, NULL);
}

static void
show_agreement (NstAgreementsView *self, NstRecord *agreement)
{
  gboolean shown = agreement != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.act", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.attach", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.save", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.issue", shown);
  gtk_widget_set_sensitive (self->print_button, shown);
  if (self->agreement == agreement)
    return;
  g_set_object (&self->agreement, agreement);
  g_clear_pointer (&self->scan_hash, g_free);
  nst_document_preview_show (self->preview, self->office, agreement, NULL);
  nst_agreement_detail_show (self->detail, self->office, agreement);
}

static void
agreement_selected_cb (NstAgreementsView *self, NstRecord *agreement)
{
  show_agreement (self, agreement);
}

static void
agreement_activated_cb (NstAgreementsView *self, NstRecord *agreement)
{
  show_agreement (self, agreement);
  adw_leaflet_set_visible_child_name (self->inner, "detail");
  adw_leaflet_set_visible_child_name (self->outer, "agreement");
  nst_agreement_detail_focus (self->detail, NULL);
}

static void
counted_cb (NstAgreementsView *self)
{
  guint total = nst_agreement_list_get_total (self->list);
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;
  GDate today;

  if (self->office == NULL)
    return;
  nst_clock_get_today (nst_office_get_clock (self->office), &today);
  day = nst_date_to_words (&today);
  subtitle = g_strdup_printf (_ ("%s · signed %u of %u"), day,
                              nst_agreement_list_get_n_signed (self->list), total);
  nst_section_header_set_subtitle (self->header, total > 0 ? subtitle : day);
  gtk_stack_set_visible_child_name (self->stack, total > 0 ? "panes" : "empty");
  if (self->agreement != NULL && nst_record_get_stale (self->agreement))
    show_agreement (self, nst_agreement_list_get_selected (self->list));
}

static void
document_wanted_cb (NstAgreementsView *self)
{
  adw_leaflet_set_visible_child_name (self->inner, "document");
}

static void
scan_wanted_cb (NstAgreementsView *self, GBytes *scan)
{
  nst_document_preview_set_scan (self->preview, scan);
  nst_document_preview_show_scan (self->preview);
  document_wanted_cb (self);
}

/* Offers the newest scan beside the document; a page that is being read is left alone. */
static void
detail_shown_cb (NstAgreementsView *self)
{
  g_autoptr (GBytes) scan = nst_agreement_detail_dup_scan (self->detail);
  g_autofree char *hash = NULL;

  if (scan != NULL)
    hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, scan);
  if (g_strcmp0 (hash, self->scan_hash) == 0)
    return;
  g_free (self->scan_hash);
  self->scan_hash = g_steal_pointer (&hash);
  nst_document_preview_set_scan (self->preview, scan);
}

static void
print_waiting (NstAgreementsView *self)
{
  g_autoptr (GPtrArray) waiting = nst_agreement_list_list_waiting (self->list);

  if (waiting->len == 0)
    nst_report_note (GTK_WIDGET (self), _ ("No agreement waits for a signature"));
  else
    nst_print_documents (GTK_WIDGET (self), self->office, waiting, NULL);
}

static void
go_back (NstAgreementsView *self)
{
  if (is_on (self->inner, "document"))
    adw_leaflet_set_visible_child_name (self->inner, "detail");
  else
    adw_leaflet_set_visible_child_name (self->outer, "list");
}

static void
action_activated (GtkWidget *widget, const char *name, GVariant *parameter G_GNUC_UNUSED)
{
  NstAgreementsView *self = NST_AGREEMENTS_VIEW (widget);

  if (g_str_equal (name, "agreements.act"))
    nst_agreement_detail_act (self->detail);
  else if (g_str_equal (name, "agreements.attach"))
    nst_agreement_detail_attach (self->detail);
  else if (g_str_equal (name, "agreements.save"))
    nst_document_preview_save (self->preview);
  else if (g_str_equal (name, "agreements.issue"))
    nst_document_preview_issue (self->preview);
  else if (g_str_equal (name, "agreements.print-waiting"))
    print_waiting (self);
  else if (g_str_equal (name, "agreements.zoom-in"))
    nst_document_preview_zoom (self->preview, 1);
  else if (g_str_equal (name, "agreements.zoom-out"))
    nst_document_preview_zoom (self->preview, -1);
  else if (g_str_equal (name, "agreements.zoom-fit"))
    nst_document_preview_zoom (self->preview, 0);
  else
    go_back (self);
}

static void
nst_agreements_view_dispose (GObject *object)
{
  NstAgreementsView *self = NST_AGREEMENTS_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->office);
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->scan_hash, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_AGREEMENTS_VIEW);
  G_OBJECT_CLASS (nst_agreements_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "agreements.act", 0, 0 },
    { "agreements.attach", GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "agreements.save", 0, 0 },
    { "agreements.issue", 0, 0 },
    { "agreements.print-waiting", 0, 0 },
    { "agreements.zoom-in", GDK_KEY_plus, GDK_CONTROL_MASK },
    { "agreements.zoom-in", GDK_KEY_equal, GDK_CONTROL_MASK },
    { "agreements.zoom-in", GDK_KEY_KP_Add, GDK_CONTROL_MASK },
    { "agreements.zoom-out", GDK_KEY_minus, GDK_CONTROL_MASK },
    { "agreements.zoom-out", GDK_KEY_KP_Subtract, GDK_CONTROL_MASK },
    { "agreements.zoom-fit", GDK_KEY_0, GDK_CONTROL_MASK },
    { "agreements.back", GDK_KEY_Left, GDK_ALT_MASK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (i == 0 || !g_str_equal (actions[i].name, actions[i - 1].name))
        gtk_widget_class_install_action (widget_class, actions[i].name, NULL, action_activated);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
}

static void
nst_agreements_view_class_init (NstAgreementsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_agreements_view_dispose;
  widget_class->map = nst_agreements_view_map;
  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_PANE);
  g_type_ensure (NST_TYPE_AGREEMENT_LIST);
  g_type_ensure (NST_TYPE_AGREEMENT_DETAIL);
  g_type_ensure (NST_TYPE_DOCUMENT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "agreements/nst-agreements-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, header);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, back_button);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, batch_button);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, print_button);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, stack);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, outer);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, inner);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, list);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, detail);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementsView, preview);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, agreement_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, agreement_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, counted_cb);
  gtk_widget_class_bind_template_callback (widget_class, document_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, scan_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, detail_shown_cb);
  install_actions (widget_class);
}

/* The letter works wherever the focus is, also in the sidebar; an entry takes it for itself. */
static gboolean
act_key_cb (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return nst_section_is_shown (NST_SECTION (widget)) &&
         gtk_widget_activate_action_variant (widget, "agreements.act", NULL);
}

static void
add_act_key (NstAgreementsView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *either =
      gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_s, 0),
                                   gtk_keyval_trigger_new (GDK_KEY_Cyrillic_yeru, 0));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (either, gtk_callback_action_new (act_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
nst_agreements_view_init (NstAgreementsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_act_key (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreements.back", FALSE);
  show_agreement (self, NULL);
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstAgreementsView *self = NST_AGREEMENTS_VIEW (section);

  show_agreement (self, NULL);
  g_set_object (&self->office, office);
  nst_agreement_list_set_office (self->list, office);
}

static void
open_record (NstSection *section, NstRecord *record, const char *field)
{
  NstAgreementsView *self = NST_AGREEMENTS_VIEW (section);
  g_autoptr (NstRecord) agreement = NULL;

  if (g_str_equal (nst_record_get_kind (record)->name, "agreement"))
    agreement = g_object_ref (record);
  else if (g_str_equal (nst_record_get_kind (record)->name, "signature"))
    agreement = nst_source_dup_ref (NST_SOURCE (nst_office_get_store (self->office)), record,
                                    "agreement");
  if (agreement == NULL)
    return;
  nst_agreement_list_select (self->list, agreement);
  agreement_activated_cb (self, agreement);
  nst_agreement_detail_focus (self->detail, field);
}

static void
focus_search (NstSection *section)
{
  NstAgreementsView *self = NST_AGREEMENTS_VIEW (section);

  adw_leaflet_set_visible_child_name (self->outer, "list");
  nst_agreement_list_focus_search (self->list);
}

static gboolean
print (NstSection *section)
{
  NstAgreementsView *self = NST_AGREEMENTS_VIEW (section);

  if (self->agreement == NULL)
    return FALSE;
  nst_document_preview_print (self->preview);
  return TRUE;
}

static GListModel *
get_shown (NstSection *section, const char **kind)
{
  *kind = "agreement";
  return nst_agreement_list_get_shown (NST_AGREEMENTS_VIEW (section)->list);
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_record;
  iface->focus_search = focus_search;
  iface->print = print;
  iface->get_shown = get_shown;
}
