/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Print all: which paper of which records, where to; then how far it is, and what was left out.
 */
#include "config.h"

#include "app/office/nst-print-all-page.h"

#include "app/office/nst-print-run.h"
#include "app/office/nst-print-scope.h"
#include "app/office/nst-refusal-row.h"
#include "app/widgets/nst-document-words.h"
#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-print.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"
#include "app/widgets/nst-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstPrintAllPage
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  NstSectionHeader *header;
  GtkStack *stack;
  AdwComboRow *forms_row;
  AdwComboRow *scopes_row;
  AdwComboRow *places_row;
  GtkSwitch *issue_switch;
  AdwActionRow *issue_row;
  GtkSwitch *blanks_switch;
  GtkButton *start_button;
  GtkLabel *none_label;
  GtkLabel *working_label;
  GtkProgressBar *progress;
  GtkButton *cancel_button;
  GtkImage *done_icon;
  GtkLabel *done_label;
  GtkLabel *place_label;
  GtkButton *folder_button;
  GtkWidget *actions;
  GtkButton *new_button;
  GtkWidget *refusals_box;
  GtkListBox *refusals;

  NstOffice *office;
  GPtrArray *forms;
  GPtrArray *scopes;
  GListModel *shown;
  NstPrintRun *run;
  gboolean filling;
};

/* Where to, as the rows of the combo stand. */
static const struct
{
  NstPrintPlace place;
  NstDocumentFormat format;
  const char *title;
} places[] = {
  { NST_PRINT_PRINTER, NST_DOCUMENT_PDF, N_ ("The printer") },
  { NST_PRINT_ONE_FILE, NST_DOCUMENT_PDF, N_ ("One PDF file") },
  { NST_PRINT_FILES, NST_DOCUMENT_PDF, N_ ("A PDF file each") },
  { NST_PRINT_FILES, NST_DOCUMENT_DOCX, N_ ("A Word file each") },
  { NST_PRINT_FILES, NST_DOCUMENT_ODT, N_ ("A Writer file each") },
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstPrintAllPage, nst_print_all_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static const NstDocumentForm *
get_form (NstPrintAllPage *self)
{
  guint selected = adw_combo_row_get_selected (self->forms_row);

  return self->forms != NULL && selected < self->forms->len ? self->forms->pdata[selected] : NULL;
}

static GPtrArray *
get_records (NstPrintAllPage *self)
{
  guint selected = adw_combo_row_get_selected (self->scopes_row);

  return self->scopes != NULL && selected < self->scopes->len
             ? ((NstPrintScope *) self->scopes->pdata[selected])->records
             : NULL;
}

static guint
get_place (NstPrintAllPage *self)
{
  return MIN (adw_combo_row_get_selected (self->places_row), (guint) G_N_ELEMENTS (places) - 1);
}

static gboolean
is_working (NstPrintAllPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "working") == 0;
}

/* What cannot be chosen together says so; the button says how much it will do. */
static void
update (NstPrintAllPage *self)
{
  GPtrArray *records = get_records (self);
  guint count = records != NULL ? records->len : 0;
  gboolean files = places[get_place (self)].place == NST_PRINT_FILES;
  g_autofree char *label =
      g_strdup_printf (ngettext ("_Print %u document…", "_Print %u documents…", count), count);

  if (self->filling)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->issue_row), files);
  if (!files)
    gtk_switch_set_active (self->issue_switch, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->scopes_row), count > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none_label), count == 0);
  gtk_button_set_label (self->start_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->start_button), count > 0);
}

static void
fill_scopes (NstPrintAllPage *self)
{
  const NstDocumentForm *form = get_form (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (self->filling || form == NULL)
    return;
  self->filling = TRUE;
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  self->scopes = nst_print_scopes_list (self->office, form, self->shown);
  for (guint i = 0; i < self->scopes->len; i++)
    gtk_string_list_append (titles, ((NstPrintScope *) self->scopes->pdata[i])->title);
  adw_combo_row_set_model (self->scopes_row, G_LIST_MODEL (titles));
  /* Who has filtered a list means that one. */
  adw_combo_row_set_selected (self->scopes_row,
                              self->scopes->len > 1 && self->shown != NULL ? 1 : 0);
  self->filling = FALSE;
  update (self);
}

static void
fill_forms (NstPrintAllPage *self, const char *kind)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;
  gboolean found = FALSE;

  self->filling = TRUE;
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  self->forms = nst_documents_list_forms (self->office, NULL);
  for (guint i = 0; i < self->forms->len; i++)
    {
      const NstDocumentForm *form = self->forms->pdata[i];

      gtk_string_list_append (titles, form->title);
      if (!found && g_strcmp0 (form->kind, kind) == 0)
        {
          selected = i;
          found = TRUE;
        }
    }
  adw_combo_row_set_model (self->forms_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->forms_row, selected);
  self->filling = FALSE;
  fill_scopes (self);
}

static void
show_progress_cb (NstPrintAllPage *self)
{
  guint count = nst_print_run_get_count (self->run);
  guint done = nst_print_run_get_done (self->run);
  /* Translators: printing, 12 of 40 */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), done, count);

  gtk_label_set_label (self->working_label, text);
  gtk_progress_bar_set_fraction (self->progress, count > 0 ? (double) done / count : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
fill_refusals (NstPrintAllPage *self, GPtrArray *refusals)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->refusals, 0)) != NULL)
    gtk_list_box_remove (self->refusals, GTK_WIDGET (row));
  for (guint i = 0; i < refusals->len; i++)
    gtk_list_box_append (self->refusals, nst_refusal_row_new (self->office, refusals->pdata[i]));
  gtk_widget_set_visible (self->refusals_box, refusals->len > 0);
}

static void
show_result (NstPrintAllPage *self)
{
  GPtrArray *refusals = nst_print_run_get_refusals (self->run);
  guint made = nst_print_run_get_made (self->run);
  guint count = nst_print_run_get_count (self->run);
  gboolean whole = made == count && !nst_print_run_get_cancelled (self->run);
  const char *path = nst_print_run_get_path (self->run);
  g_autofree char *text = NULL;

  if (nst_print_run_get_cancelled (self->run))
    text = g_strdup_printf (_ ("Cancelled: %u of %u made"), made, count);
  else
    text = g_strdup_printf (_ ("Done: %u of %u"), made, count);
  gtk_label_set_label (self->done_label, text);
  gtk_label_set_label (self->place_label, path != NULL && made > 0 ? path : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), path != NULL && made > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->folder_button), path != NULL && made > 0);
  gtk_image_set_from_icon_name (self->done_icon,
                                whole ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  fill_refusals (self, refusals);
  gtk_stack_set_visible_child_name (self->stack, "done");
  if (refusals->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->refusals), GTK_DIR_TAB_FORWARD);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->folder_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->folder_button));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->new_button));
}

static void
hand_to_printer (NstPrintAllPage *self)
{
  GPtrArray *parts = nst_print_run_get_parts (self->run);
  const NstDocumentForm *form = get_form (self);
  GPtrArray *records = get_records (self);
  NstPrintOptions options = { 0 };

  if (parts->len == 0 || nst_print_run_get_cancelled (self->run))
    return;
  options.title = form != NULL ? form->title : NULL;
  if (form != NULL && records != NULL && records->len > 0)
    options.copies = nst_document_get_copies (self->office, records->pdata[0], form->code);
  options.two_sided = nst_print_is_two_sided (self->office);
  nst_print_parts (GTK_WIDGET (self), parts, &options);
}

static void
finished_cb (NstPrintAllPage *self)
{
  const GError *error = nst_print_run_get_error (self->run);

  if (error != NULL)
    {
      nst_report_error (GTK_WIDGET (self), error);
      gtk_stack_set_visible_child_name (self->stack, "choose");
      return;
    }
  show_result (self);
  if (nst_print_run_get_place (self->run) == NST_PRINT_PRINTER)
    hand_to_printer (self);
}

static void
drop_run (NstPrintAllPage *self)
{
  if (self->run == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->run, self);
  nst_print_run_cancel (self->run);
  g_clear_object (&self->run);
}

static void
start (NstPrintAllPage *self, const char *path)
{
  const NstDocumentForm *form = get_form (self);
  GPtrArray *records = get_records (self);
  guint place = get_place (self);

  if (form == NULL || records == NULL)
    return;
  drop_run (self);
  self->run = nst_print_run_new (self->office, places[place].place, places[place].format, path);
  nst_print_run_set_blanks (self->run, gtk_switch_get_active (self->blanks_switch));
  nst_print_run_set_issue (self->run, gtk_switch_get_active (self->issue_switch));
  for (guint i = 0; i < records->len; i++)
    nst_print_run_add (self->run, records->pdata[i], form->code);
  g_signal_connect_object (self->run, "progress", G_CALLBACK (show_progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  show_progress_cb (self);
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
  nst_print_run_start (self->run);
}

static void
place_chosen_cb (GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    nst_report_note (data, _ ("Choose a place on this computer"));
  else
    start (data, path);
}

static void
start_clicked_cb (NstPrintAllPage *self)
{
  const NstDocumentForm *form = get_form (self);
  NstPrintPlace place = places[get_place (self)].place;

  if (form == NULL)
    return;
  if (place == NST_PRINT_PRINTER)
    start (self, NULL);
  else if (place == NST_PRINT_FILES)
    nst_file_choice_folder (GTK_WIDGET (self), _ ("Folder for the documents"), place_chosen_cb,
                            self);
  else
    {
      g_autofree char *name = g_strdup_printf ("%s.pdf", form->title);

      g_strdelimit (name, "/\\:*?\"<>|", '_');
      nst_file_choice_save (GTK_WIDGET (self), _ ("Save as PDF"), name, place_chosen_cb, self);
    }
}

static void
cancel_clicked_cb (NstPrintAllPage *self)
{
  if (self->run != NULL)
    nst_print_run_cancel (self->run);
}

static void
folder_clicked_cb (NstPrintAllPage *self)
{
  const char *path = self->run != NULL ? nst_print_run_get_path (self->run) : NULL;
  g_autofree char *folder = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  folder = nst_print_run_get_place (self->run) == NST_PRINT_ONE_FILE ? g_path_get_dirname (path)
                                                                     : g_strdup (path);
  uri = g_filename_to_uri (folder, NULL, NULL);
  if (uri != NULL && !g_app_info_launch_default_for_uri (uri, NULL, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

/* Those that were left out, once more: what was missing has perhaps been filled in. */
static void
again_clicked_cb (NstPrintAllPage *self)
{
  g_autoptr (NstPrintRun) last = self->run != NULL ? g_object_ref (self->run) : NULL;
  GPtrArray *refusals = last != NULL ? nst_print_run_get_refusals (last) : NULL;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GPtrArray *records;
  NstPrintScope *scope;

  if (refusals == NULL || self->scopes == NULL)
    return;
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < refusals->len; i++)
    g_ptr_array_add (records, g_object_ref (((NstBatchRefusal *) refusals->pdata[i])->record));
  scope = g_new0 (NstPrintScope, 1);
  scope->title = g_strdup_printf (_ ("Left out before (%u)"), records->len);
  scope->records = records;
  g_ptr_array_add (self->scopes, scope);
  for (guint i = 0; i < self->scopes->len; i++)
    gtk_string_list_append (titles, ((NstPrintScope *) self->scopes->pdata[i])->title);
  self->filling = TRUE;
  adw_combo_row_set_model (self->scopes_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->scopes_row, self->scopes->len - 1);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "choose");
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->start_button));
}

static void
new_clicked_cb (NstPrintAllPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "choose");
  fill_scopes (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->forms_row));
}

static void
escape_cb (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  NstPrintAllPage *self = NST_PRINT_ALL_PAGE (widget);

  if (is_working (self))
    cancel_clicked_cb (self);
  else
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstPrintAllPage *self = NST_PRINT_ALL_PAGE (section);

  drop_run (self);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  g_set_object (&self->office, office);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

/* Who comes back from filling in what was missing finds the rest of the list. */
static gboolean
has_rest (NstPrintAllPage *self)
{
  return self->run != NULL && nst_print_run_get_refusals (self->run)->len > 0 &&
         g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "done") == 0;
}

static void
offer (NstSection *section, const char *kind, GListModel *shown)
{
  NstPrintAllPage *self = NST_PRINT_ALL_PAGE (section);

  if (self->office == NULL || is_working (self) || has_rest (self))
    return;
  g_set_object (&self->shown, shown);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  fill_forms (self, kind);
  gtk_widget_grab_focus (GTK_WIDGET (self->forms_row));
}

/* Ctrl+P is the button of this page. */
static gboolean
print (NstSection *section)
{
  NstPrintAllPage *self = NST_PRINT_ALL_PAGE (section);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "choose") == 0 &&
      gtk_widget_get_sensitive (GTK_WIDGET (self->start_button)))
    start_clicked_cb (self);
  return TRUE;
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->print = print;
  iface->offer = offer;
}

static gboolean
nst_print_all_page_grab_focus (GtkWidget *widget)
{
  NstPrintAllPage *self = NST_PRINT_ALL_PAGE (widget);

  if (is_working (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
  if (has_rest (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->refusals), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->forms_row));
}

static void
nst_print_all_page_dispose (GObject *object)
{
  NstPrintAllPage *self = NST_PRINT_ALL_PAGE (object);

  drop_run (self);
  self->filling = TRUE; /* rows that go tell that nothing is chosen in them */
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_PRINT_ALL_PAGE);
  g_clear_object (&self->shown);
  g_clear_object (&self->office);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);

  G_OBJECT_CLASS (nst_print_all_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, content);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, header);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, forms_row);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, scopes_row);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, places_row);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, issue_switch);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, issue_row);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, blanks_switch);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, none_label);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, working_label);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, progress);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, done_icon);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, done_label);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, place_label);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, folder_button);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, actions);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, refusals_box);
  gtk_widget_class_bind_template_child (widget_class, NstPrintAllPage, refusals);
}

static void
nst_print_all_page_class_init (NstPrintAllPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_print_all_page_dispose;
  widget_class->grab_focus = nst_print_all_page_grab_focus;

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "office/nst-print-all-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, fill_scopes);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, nst_refusal_row_activated);
  gtk_widget_class_install_action (widget_class, "print-all.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "print-all.escape", NULL);
}

static void
nst_print_all_page_init (NstPrintAllPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->actions, nst_wrap_layout_new (6));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_string_list_append (titles, _ (places[i].title));
  adw_combo_row_set_model (self->places_row, G_LIST_MODEL (titles));
  self->filling = FALSE;
  update (self);
}
