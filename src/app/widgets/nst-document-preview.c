/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as it will be printed, with what is still missing in it. */
#include "config.h"

#include "app/widgets/nst-document-preview.h"

#include "app/widgets/nst-document-output.h"
#include "app/widgets/nst-document-remarks.h"
#include "app/widgets/nst-document-words.h"
#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-page-desk.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstDocumentPreview
{
  GtkWidget parent_instance;

  GtkBox *choices;
  GtkBox *kinds;
  GtkToggleButton *paper_toggle;
  GtkToggleButton *scan_toggle;
  GtkToggleButton *both_toggle;
  GtkDropDown *forms;
  GtkButton *print_button;
  GtkRevealer *issued_bar;
  GtkLabel *issued_label;
  NstDocumentRemarks *remarks;
  GtkStack *stack;
  NstPageDesk *desk;
  AdwStatusPage *failed_page;

  NstOffice *office;
  NstRecord *record;
  NstRecord *issued;
  GPtrArray *forms_there;
  GBytes *scan_bytes;
  GPtrArray *missing; /* as nst_documents_make() names it */
  char *form;
  NstDocumentFormat save_format;
  gboolean as_draft;
  gboolean wants_focus;
  gboolean filling;
  gboolean whole;
  guint make_id;
  guint doubts_id;
  gulong changed_id;
};

enum
{
  PROP_HAS_PRINT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NstDocumentPreview, nst_document_preview, GTK_TYPE_WIDGET)

static void
kind_toggled_cb (NstDocumentPreview *self)
{
  gboolean scan = gtk_toggle_button_get_active (self->scan_toggle);
  gboolean both = gtk_toggle_button_get_active (self->both_toggle);

  if (self->scan_bytes == NULL)
    scan = both = FALSE;
  nst_page_desk_choose (self->desk, !scan, scan || both);
}

/* The row of choices is there as long as there is one. */
static void
update_choices (NstDocumentPreview *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->choices),
                          gtk_widget_get_visible (GTK_WIDGET (self->kinds)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->forms)));
}

/* The frozen copy that is shown, or NULL for a draft. */
static NstRecord *
get_frozen (NstDocumentPreview *self)
{
  return self->as_draft ? NULL : self->issued;
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Who has settled one doubt comes to the next, and after the last one to the page. */
static gboolean
doubts_idle_cb (gpointer data)
{
  NstDocumentPreview *self = data;
  GtkWidget *remarks = GTK_WIDGET (self->remarks);
  gboolean had_focus = has_focus (remarks);
  g_autoptr (GPtrArray) doubts = NULL;

  self->doubts_id = 0;
  doubts = nst_documents_list_doubts (self->office, self->record, self->form, NULL);
  if (had_focus)
    nst_page_desk_focus (self->desk);
  nst_document_remarks_set_doubts (self->remarks, self->office, doubts);
  if (had_focus && doubts != NULL && doubts->len > 0)
    gtk_widget_child_focus (remarks, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* First the page, then what is to be said of it: doubts need the paper filled in once more. */
static void
queue_doubts (NstDocumentPreview *self, gboolean any)
{
  g_clear_handle_id (&self->doubts_id, g_source_remove);
  if (any)
    self->doubts_id = g_idle_add_full (G_PRIORITY_LOW, doubts_idle_cb, self, NULL);
  else
    nst_document_remarks_set_doubts (self->remarks, NULL, NULL);
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

/* A draft is drawn as it was laid out; only what has been issued is a file. */
static gboolean
show_pages (NstDocumentPreview *self, GPtrArray **missing, GError **error)
{
  NstRecord *frozen = get_frozen (self);
  g_autoptr (NstPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (frozen != NULL)
    {
      pdf = nst_documents_get_issued (self->office, frozen, error);
      return pdf != NULL &&
             nst_page_area_set_bytes (nst_page_desk_get_paper (self->desk), pdf, error);
    }
  pages = nst_documents_make (self->office, self->record, self->form, missing, error);
  if (pages == NULL)
    return FALSE;
  nst_page_area_set_pages (nst_page_desk_get_paper (self->desk), pages);
  return TRUE;
}

static void
show_nothing (NstDocumentPreview *self)
{
  nst_page_area_clear (nst_page_desk_get_paper (self->desk));
  nst_document_remarks_set_missing (self->remarks, NULL, NULL, NULL);
  queue_doubts (self, FALSE);
  gtk_revealer_set_reveal_child (self->issued_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  nst_page_desk_refresh (self->desk);
}

static void
make (NstDocumentPreview *self)
{
  static const char *const needing[] = { "preview.print",    "preview.save", "preview.save-docx",
                                         "preview.save-odt", "preview.mail", "preview.issue",
                                         "preview.widen" };
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  gboolean possible;
  gboolean made;

  possible = self->record != NULL && self->form != NULL && !nst_record_get_stale (self->record);
  for (gsize i = 0; i < G_N_ELEMENTS (needing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), needing[i],
                                   possible && (!self->whole ||
                                                !g_str_equal (needing[i], "preview.widen")));
  g_clear_object (&self->issued);
  if (!possible)
    {
      show_nothing (self);
      return;
    }

  self->issued = nst_document_find_issued (self->office, self->record, self->form);
  made = show_pages (self, &missing, &error);
  if (made)
    gtk_stack_set_visible_child_name (self->stack, "pages");
  else
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, text);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  nst_page_desk_refresh (self->desk);
  nst_document_remarks_set_missing (self->remarks, self->office, self->record, missing);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  self->missing = missing != NULL ? g_ptr_array_ref (missing) : NULL;
  queue_doubts (self, made && get_frozen (self) == NULL);
  show_issued (self);
}

static gboolean
make_idle_cb (gpointer data)
{
  NstDocumentPreview *self = data;

  self->make_id = 0;
  make (self);
  if (self->wants_focus)
    nst_page_desk_focus (self->desk);
  self->wants_focus = FALSE;
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

  g_clear_pointer (&self->forms_there, g_ptr_array_unref);
  if (self->record != NULL)
    self->forms_there = nst_documents_list_forms_of (self->office, self->record);
  for (guint i = 0; self->forms_there != NULL && i < self->forms_there->len; i++)
    {
      const NstDocumentForm *form = g_ptr_array_index (self->forms_there, i);

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
                          self->forms_there != NULL && self->forms_there->len > 1);
  update_choices (self);
}

static void
form_selected_cb (NstDocumentPreview *self)
{
  guint selected = gtk_drop_down_get_selected (self->forms);
  const NstDocumentForm *form;

  if (self->filling || self->forms_there == NULL || selected >= self->forms_there->len)
    return;
  form = g_ptr_array_index (self->forms_there, selected);
  g_free (self->form);
  self->form = g_strdup (form->code);
  self->as_draft = FALSE;
  nst_page_area_set_page (nst_page_desk_get_paper (self->desk),
                          0); /* another document begins at its beginning */
  queue_make (self);
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
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (self->record == NULL)
    return;
  bytes = nst_document_output_make (self->office, self->record, self->form, self->save_format,
                                    get_frozen (self), &error);
  if (bytes == NULL)
    nst_report_error (GTK_WIDGET (self), error);
  else
    nst_document_output_write (GTK_WIDGET (self), file, bytes);
}

static void
widen (NstDocumentPreview *self)
{
  g_autofree char *target =
      g_strdup_printf ("%s/%" G_GINT64_FORMAT "#%s", nst_record_get_kind (self->record)->name,
                       nst_record_get_id (self->record), self->form);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.document", "s", target);
}

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter G_GNUC_UNUSED)
{
  NstDocumentPreview *self = NST_DOCUMENT_PREVIEW (widget);

  if (g_str_equal (name, "preview.print"))
    nst_document_preview_print (self);
  else if (g_str_equal (name, "preview.save"))
    nst_document_preview_save_as (self, NST_DOCUMENT_PDF);
  else if (g_str_equal (name, "preview.save-docx"))
    nst_document_preview_save_as (self, NST_DOCUMENT_DOCX);
  else if (g_str_equal (name, "preview.save-odt"))
    nst_document_preview_save_as (self, NST_DOCUMENT_ODT);
  else if (g_str_equal (name, "preview.mail"))
    nst_document_preview_mail (self);
  else if (g_str_equal (name, "preview.issue"))
    nst_document_preview_issue (self);
  else if (self->record != NULL)
    widen (self);
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

/* The page that is seen; one that is still being made gets the keyboard when it is there. */
static gboolean
nst_document_preview_grab_focus (GtkWidget *widget)
{
  NstDocumentPreview *self = NST_DOCUMENT_PREVIEW (widget);

  self->wants_focus = self->make_id != 0 || !nst_page_desk_focus (self->desk);
  return TRUE;
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
  g_clear_handle_id (&self->doubts_id, g_source_remove);
  set_office (self, NULL);
  g_clear_object (&self->record);
  g_clear_object (&self->issued);
  g_clear_pointer (&self->forms_there, g_ptr_array_unref);
  g_clear_pointer (&self->scan_bytes, g_bytes_unref);
  g_clear_pointer (&self->form, g_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_DOCUMENT_PREVIEW);
  G_OBJECT_CLASS (nst_document_preview_parent_class)->dispose (object);
}

/* A rule on the page was clicked: to the field whose value should stand there. */
static void
missing_cb (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  NstDocumentPreview *self = NST_DOCUMENT_PREVIEW (widget);
  guint position = g_variant_get_uint32 (parameter);
  g_autoptr (GPtrArray) found = NULL;
  const NstDocumentMissing *missing;

  if (self->record == NULL || self->missing == NULL || position >= self->missing->len)
    return;
  found = nst_document_list_missing (self->office, self->record, self->missing);
  missing = g_ptr_array_index (found, position);
  if (missing->target != NULL)
    gtk_widget_activate_action (widget, "win.open", "s", missing->target);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "preview.print",    "preview.save", "preview.save-docx",
                                       "preview.save-odt", "preview.mail", "preview.issue",
                                       "preview.widen" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "preview.missing", "u", missing_cb);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, choices);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, kinds);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, paper_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, scan_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, both_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, forms);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, print_button);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, issued_bar);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, issued_label);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, remarks);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, desk);
  gtk_widget_class_bind_template_child (widget_class, NstDocumentPreview, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_selected_cb);
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
  widget_class->grab_focus = nst_document_preview_grab_focus;

  props[PROP_HAS_PRINT] = g_param_spec_boolean ("has-print", NULL, NULL, TRUE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (NST_TYPE_PAGE_DESK);
  g_type_ensure (NST_TYPE_DOCUMENT_REMARKS);
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
    nst_page_area_clear (nst_page_desk_get_scan (self->desk));
  else if (!nst_page_area_set_bytes (nst_page_desk_get_scan (self->desk), scan, &error))
    g_clear_pointer (&kept, g_bytes_unref);
  g_clear_pointer (&self->scan_bytes, g_bytes_unref);
  self->scan_bytes = g_steal_pointer (&kept);
  if (self->scan_bytes == NULL)
    gtk_toggle_button_set_active (self->paper_toggle, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), self->scan_bytes != NULL);
  update_choices (self);
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
nst_document_preview_zoom (NstDocumentPreview *self, int steps)
{
  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));
  nst_page_desk_zoom (self->desk, steps);
}

void
nst_document_preview_print (NstDocumentPreview *self)
{
  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  if (self->record != NULL)
    nst_document_output_print (GTK_WIDGET (self), self->office, self->record, self->form,
                               get_frozen (self));
}

void
nst_document_preview_save (NstDocumentPreview *self)
{
  nst_document_preview_save_as (self, NST_DOCUMENT_PDF);
}

void
nst_document_preview_save_as (NstDocumentPreview *self, NstDocumentFormat format)
{
  const char *const titles[] = { _ ("Save as PDF"), _ ("Save for Word"), _ ("Save for Writer") };
  g_autofree char *name = NULL;

  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  if (self->record == NULL)
    return;
  self->save_format = format;
  name = nst_documents_dup_file_name_as (self->office, self->record, self->form, format);
  nst_file_choice_save (GTK_WIDGET (self), titles[format], name, save_chosen_cb, self);
}

void
nst_document_preview_mail (NstDocumentPreview *self)
{
  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  if (self->record != NULL)
    nst_document_output_mail (GTK_WIDGET (self), self->office, self->record, self->form,
                              get_frozen (self));
}

/**
 * nst_document_preview_set_whole:
 * @self: a preview
 *
 * It has the window for itself: there is no larger place that it could be shown in.
 */
void
nst_document_preview_set_whole (NstDocumentPreview *self)
{
  g_return_if_fail (NST_IS_DOCUMENT_PREVIEW (self));

  self->whole = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.widen", FALSE);
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
