/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as it will be printed, with what is still missing in it. */
#include "config.h"

#include "app/widgets/nst-document-preview.h"

#include "app/widgets/nst-document-words.h"
#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-page-area.h"
#include "app/widgets/nst-print.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstDocumentPreview
{
  GtkWidget parent_instance;

  GtkBox *kinds;
  GtkToggleButton *paper_toggle;
  GtkToggleButton *scan_toggle;
  GtkToggleButton *both_toggle;
  GtkDropDown *forms;
  GtkLabel *page_label;
  GtkLabel *zoom_label;
  GtkButton *print_button;
  GtkRevealer *issued_bar;
  GtkLabel *issued_label;
  GtkRevealer *missing_bar;
  GtkLabel *missing_label;
  GtkStack *stack;
  NstPageArea *paper;
  NstPageArea *scan;
  AdwStatusPage *failed_page;

  NstOffice *office;
  NstRecord *record;
  NstRecord *issued;
  GPtrArray *choices;
  NstPages *pages;
  GBytes *pdf;
  GBytes *scan_bytes;
  char *form;
  gboolean as_draft;
  gboolean filling;
  guint make_id;
  gulong changed_id;
};

enum
{
  PROP_HAS_PRINT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NstDocumentPreview, nst_document_preview, GTK_TYPE_WIDGET)

static NstPageArea *
get_area (NstDocumentPreview *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->paper)) ? self->paper : self->scan;
}

static void
area_moved_cb (NstDocumentPreview *self)
{
  NstPageArea *area = get_area (self);
  guint count = nst_page_area_get_n_pages (area);
  guint page = nst_page_area_get_page (area);
  /* Translators: page 1 of 4 */
  g_autofree char *pages = g_strdup_printf (_ ("%u of %u"), page + 1, count);
  g_autofree char *percent = g_strdup_printf ("%u\u00a0%%", nst_page_area_get_percent (area));

  gtk_label_set_label (self->page_label, count > 0 ? pages : "");
  gtk_label_set_label (self->zoom_label, count > 0 ? percent : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-page", page + 1 < count);
}

static void
kind_toggled_cb (NstDocumentPreview *self)
{
  gboolean scan = gtk_toggle_button_get_active (self->scan_toggle);
  gboolean both = gtk_toggle_button_get_active (self->both_toggle);

  if (self->scan_bytes == NULL)
    scan = both = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->paper), !scan);
  gtk_widget_set_visible (GTK_WIDGET (self->scan), scan || both);
  area_moved_cb (self);
}

static void
show_missing (NstDocumentPreview *self, GPtrArray *missing)
{
  g_autofree char *markup = NULL;

  if (self->record != NULL)
    markup = nst_document_dup_missing (self->office, self->record, missing);
  if (markup != NULL)
    gtk_label_set_markup (self->missing_label, markup);
  gtk_revealer_set_reveal_child (self->missing_bar, markup != NULL);
}

static void
show_issued (NstDocumentPreview *self)
{
  g_autofree char *markup = NULL;

  gtk_revealer_set_reveal_child (self->issued_bar, self->issued != NULL);
  if (self->issued == NULL)
    return;
  markup = nst_document_dup_issued (self->issued, self->as_draft);
  gtk_label_set_markup (self->issued_label, markup);
}

static gboolean
make_pdf (NstDocumentPreview *self, GPtrArray **missing, GError **error)
{
  g_clear_object (&self->pages);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  if (self->issued != NULL && !self->as_draft)
    self->pdf = nst_documents_get_issued (self->office, self->issued, error);
  else
    {
      self->pages = nst_documents_make (self->office, self->record, self->form, missing, error);
      if (self->pages != NULL)
        self->pdf = nst_pages_to_pdf (self->pages, error);
    }
  return self->pdf != NULL && nst_page_area_set_bytes (self->paper, self->pdf, error);
}

static void
make (NstDocumentPreview *self)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  gboolean possible;

  possible = self->record != NULL && self->form != NULL && !nst_record_get_stale (self->record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.issue", possible);
  g_clear_object (&self->issued);
  if (!possible)
    {
      nst_page_area_clear (self->paper);
      gtk_revealer_set_reveal_child (self->missing_bar, FALSE);
      gtk_revealer_set_reveal_child (self->issued_bar, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  self->issued = nst_document_find_issued (self->office, self->record, self->form);
  if (make_pdf (self, &missing, &error))
    gtk_stack_set_visible_child_name (self->stack, "pages");
  else
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, text);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  show_missing (self, missing);
  show_issued (self);
}

static gboolean
make_idle_cb (gpointer data)
{
  NstDocumentPreview *self = data;

  self->make_id = 0;
  make (self);
  return G_SOURCE_REMOVE;
}

/* After the frame that shows what was just done; a hidden preview waits until it is shown. */
static void
queue_make (NstDocumentPreview *self)
{
  if (self->make_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->make_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, make_idle_cb, self, NULL);
}

static void
fill_forms (NstDocumentPreview *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  if (self->record != NULL)
    self->choices = nst_documents_list_forms_of (self->office, self->record);
  for (guint i = 0; self->choices != NULL && i < self->choices->len; i++)
    {
      const NstDocumentForm *form = g_ptr_array_index (self->choices, i);

      gtk_string_list_append (titles, form->title);
      if (g_strcmp0 (form->code, self->form) == 0)
        selected = i;
      if (self->form == NULL)
        self->form = g_strdup (form->code);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->forms, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->forms, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->forms),
                          self->choices != NULL && self->choices->len > 1);
}

static void
form_selected_cb (NstDocumentPreview *self)
{
  guint selected = gtk_drop_down_get_selected (self->forms);
  const NstDocumentForm *form;

  if (self->filling || self->choices == NULL || selected >= self->choices->len)
    return;
  form = g_ptr_array_index (self->choices, selected);
  g_free (self->form);
  self->form = g_strdup (form->code);
  self->as_draft = FALSE;
  nst_page_area_set_page (self->paper, 0); /* another document begins at its beginning */
  queue_make (self);
}

static gboolean
missing_activated_cb (GtkLabel *label G_GNUC_UNUSED, const char *target, NstDocumentPreview *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", target);
  return TRUE;
}

static gboolean
issued_activated_cb (GtkLabel *label G_GNUC_UNUSED, const char *target G_GNUC_UNUSED,
                     NstDocumentPreview *self)
{
  self->as_draft = !self->as_draft;
  queue_make (self);
  return TRUE;
}

static void
save_chosen_cb (GFile *file, gpointer data)
{
  NstDocumentPreview *self = data;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  /* A frozen copy is kept as it left the house, a draft as it is shown. */
  if (path == NULL)
    saved = g_file_replace_contents (file, g_bytes_get_data (self->pdf, NULL),
                                     g_bytes_get_size (self->pdf), NULL, FALSE,
                                     G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error);
  else if (self->pages != NULL)
    saved = nst_pages_save_pdf (self->pages, path, &error);
  else
    saved = g_file_set_contents (path, g_bytes_get_data (self->pdf, NULL),
                                 (gssize) g_bytes_get_size (self->pdf), &error);
  if (!saved)
    nst_report_error (GTK_WIDGET (self), error);
  else
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), name);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.note", "s", text);
    }
}

static void
action_activated (GtkWidget *widget, const char *name, GVariant *parameter G_GNUC_UNUSED)
{
  NstDocumentPreview *self = NST_DOCUMENT_PREVIEW (widget);

  if (g_str_equal (name, "preview.print"))
    nst_document_preview_print (self);
  else if (g_str_equal (name, "preview.save"))
    nst_document_preview_save (self);
  else if (g_str_equal (name, "preview.issue"))
    nst_document_preview_issue (self);
  else if (g_str_equal (name, "preview.next-page"))
    nst_document_preview_turn (self, 1);
  else if (g_str_equal (name, "preview.previous-page"))
    nst_document_preview_turn (self, -1);
  else if (g_str_equal (name, "preview.zoom-in"))
    nst_document_preview_zoom (self, 1);
  else if (g_str_equal (name, "preview.zoom-out"))
    nst_document_preview_zoom (self, -1);
  else
    nst_document_preview_zoom (self, 0);
}

static void
set_office (NstDocumentPreview *self, NstOffice *office)
{
  if (self->office == office)
    return;
  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, nst_office_get_store (self->office));
  g_set_object (&self->office, office);
  if (office != NULL)
    self->changed_id = g_signal_connect_swapped (nst_office_get_store (office), "changed",
                                                 G_CALLBACK (queue_make), self);
}

static void
nst_document_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nst_document_preview_parent_class)->map (widget);
  queue_make (NST_DOCUMENT_PREVIEW (widget));
}

static void
nst_document_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NstDocumentPreview *self = NST_DOCUMENT_PREVIEW (object);

  if (id == PROP_HAS_PRINT)
    g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->print_button)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nst_document_preview_set_property (GObject *object, guint id, const GValue *value,
                                   GParamSpec *pspec)
{
  NstDocumentPreview *self = NST_DOCUMENT_PREVIEW (object);

  if (id == PROP_HAS_PRINT)
    gtk_widget_set_visible (GTK_WIDGET (self->print_button), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nst_document_preview_dispose (GObject *object)
{
  NstDocumentPreview *self = NST_DOCUMENT_PREVIEW (object);

  g_clear_handle_id (&self->make_id, g_source_remove);
  set_office (self, NULL);
  g_clear_object (&self->record);
  g_clear_object (&self->issued);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->scan_bytes, g_bytes_unref);
  g_clear_pointer (&self->form, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_DOCUMENT_PREVIEW);
  G_OBJECT_CLASS (nst_document_preview_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const char *const names[] = { "preview.print",     "preview.save",          "preview.issue",
                                "preview.next-page", "preview.previous-page", "preview.zoom-in",
                                "preview.zoom-out",  "preview.zoom-fit" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, action_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK,
                                       "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK,
                                       "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK,
                                       "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK,
                                       "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK,
                                       "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK,
                                       "preview.zoom-fit", NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, kinds);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, paper_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, scan_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, both_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, forms);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, print_button);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, issued_bar);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, issued_label);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, missing_bar);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, missing_label);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, scan);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, area_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, missing_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, issued_activated_cb);
}

static void
nst_document_preview_class_init (NstDocumentPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_document_preview_dispose;
  object_class->get_property = nst_document_preview_get_property;
  object_class->set_property = nst_document_preview_set_property;
  widget_class->map = nst_document_preview_map;

  props[PROP_HAS_PRINT] = g_param_spec_boolean ("has-print", NULL, NULL, TRUE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (NST_TYPE_PAGE_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "widgets/nst-document-preview.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
nst_document_preview_init (NstDocumentPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make (self);
}

GtkWidget *
nst_document_preview_new (void)
{
  return g_object_new (NST_TYPE_DOCUMENT_PREVIEW, NULL);
}

void
nst_document_preview_show (NstDocumentPreview *self, NstOffice *office, NstRecord *record,
                           const char *form)
{
  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  set_office (self, office);
  g_set_object (&self->record, record);
  g_free (self->form);
  self->form = g_strdup (form);
  self->as_draft = FALSE;
  nst_document_preview_set_scan (self, NULL);
  fill_forms (self);
  if (record == NULL)
    make (self);
  else
    queue_make (self);
}

void
nst_document_preview_set_scan (NstDocumentPreview *self, GBytes *scan)
{
  g_autoptr (GBytes) kept = scan != NULL ? g_bytes_ref (scan) : NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  if (scan == NULL)
    nst_page_area_clear (self->scan);
  else if (!nst_page_area_set_bytes (self->scan, scan, &error))
    g_clear_pointer (&kept, g_bytes_unref);
  g_clear_pointer (&self->scan_bytes, g_bytes_unref);
  self->scan_bytes = g_steal_pointer (&kept);
  if (self->scan_bytes == NULL)
    gtk_toggle_button_set_active (self->paper_toggle, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), self->scan_bytes != NULL);
  kind_toggled_cb (self);
}

void
nst_document_preview_show_scan (NstDocumentPreview *self)
{
  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  if (self->scan_bytes != NULL)
    gtk_toggle_button_set_active (self->scan_toggle, TRUE);
}

void
nst_document_preview_turn (NstDocumentPreview *self, int pages)
{
  NstPageArea *area;
  int page;

  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  area = get_area (self);
  page = (int) nst_page_area_get_page (area) + pages;
  if (page >= 0)
    nst_page_area_set_page (area, (guint) page);
}

void
nst_document_preview_zoom (NstDocumentPreview *self, int steps)
{
  NstPageArea *areas[2];

  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  areas[0] = self->paper;
  areas[1] = self->scan;
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      if (steps == 0)
        nst_page_area_fit (areas[i]);
      else
        nst_page_area_zoom (areas[i], steps);
    }
}

void
nst_document_preview_print (NstDocumentPreview *self)
{
  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  if (self->record == NULL)
    return;
  if (self->issued != NULL && !self->as_draft && self->pdf != NULL)
    nst_print_pdf (GTK_WIDGET (self), self->pdf, nst_record_get_title (self->issued));
  else
    nst_print_document (GTK_WIDGET (self), self->office, self->record, self->form);
}

void
nst_document_preview_save (NstDocumentPreview *self)
{
  g_autofree char *name = NULL;

  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  if (self->pdf == NULL)
    return;
  name = nst_documents_dup_file_name (self->office, self->record, self->form);
  nst_file_choice_save (GTK_WIDGET (self), _ ("Save as PDF"), name, save_chosen_cb, self);
}

void
nst_document_preview_issue (NstDocumentPreview *self)
{
  g_autoptr (NstRecord) document = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  if (self->record == NULL)
    return;
  self->as_draft = FALSE;
  document = nst_documents_issue (self->office, self->record, self->form, &error);
  if (document == NULL)
    nst_report_error (GTK_WIDGET (self), error);
  queue_make (self);
}
