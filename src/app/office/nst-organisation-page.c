/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of an organisation: its names, its head, its requisites, and what they were earlier.
 */
#include "config.h"

#include "app/office/nst-organisation-page.h"

#include "app/office/nst-dated-form.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"
#include "model/nst-values.h"

#include <glib/gi18n.h>

/* Of fields that are kept by date only those that change by a paper of their own. */
static const struct
{
  const char *title;
  const char *fields[8];
  const char *dated[6];
} groups[] = {
  { N_ ("Names"),
    { "full_name", "short_name", "kind", "territory", NULL },
    { "full_name", "short_name", NULL } },
  { N_ ("Head"),
    { "director", "signer", "signer_basis_gen", "acting_head", "acting_from", "acting_to",
      "acting_basis", NULL },
    { "director", "signer", "signer_basis_gen", NULL } },
  { N_ ("Contacts"),
    { "phone", "email", "site", "place", "legal_address", NULL },
    { "place", "legal_address", NULL } },
  { N_ ("Requisites"),
    { "inn", "kpp", "ogrn", "parent_body", "uses_stamp", NULL },
    { "inn", "kpp", "ogrn", "parent_body", NULL } },
};

#define N_GROUPS G_N_ELEMENTS (groups)
/* So few earlier values need not be folded away. */
#define FEW 3

struct _NstOrganisationPage
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  NstSectionHeader *header;
  GtkStack *stack;
  GtkListBox *choice;
  GtkBox *groups;
  GtkListBox *lists[N_GROUPS];
  GtkWidget *formers[N_GROUPS];

  NstOffice *office;
  NstRecord *organisation;
  gboolean own;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstOrganisationPage, nst_organisation_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    if (GTK_IS_LIST_BOX (box))
      gtk_list_box_remove (GTK_LIST_BOX (box), child);
    else
      gtk_box_remove (GTK_BOX (box), child);
}

/* "Full name, 01.09.2015 – 31.08.2021, order № 5": how long it was valid and why it ended. */
static char *
dup_when (const NstField *field, const NstDatedValue *value)
{
  g_autofree char *from = nst_date_text_to_label (value->from);
  g_autofree char *until = nst_date_text_to_label (value->until);
  g_autofree char *term = value->from != NULL ? g_strdup_printf ("%s – %s", from, until)
                                              : g_strdup_printf (_ ("until %s"), until);

  if (value->basis == NULL)
    return g_strdup_printf ("%s · %s", _ (field->label), term);
  return g_strdup_printf ("%s · %s · %s", _ (field->label), term, value->basis);
}

static guint
add_formers (NstOrganisationPage *self, AdwExpanderRow *expander, const char *name)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  const NstField *field = nst_kind_find_field (nst_record_get_kind (self->organisation), name);
  g_autoptr (GPtrArray) values = nst_values_list (source, self->organisation, name);
  guint n = 0;

  /* The last one is the present value. */
  for (guint i = values->len - 1; i > 0; i--, n++)
    {
      const NstDatedValue *value = g_ptr_array_index (values, i - 1);
      g_autofree char *when = dup_when (field, value);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     value->shown == NULL ? _ ("Not known") : value->shown);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_expander_row_add_row (expander, row);
    }
  return n;
}

static void
fill_formers (NstOrganisationPage *self, guint group)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *count = NULL;
  guint n = 0;

  if (self->formers[group] != NULL)
    gtk_list_box_remove (self->lists[group], self->formers[group]);
  self->formers[group] = NULL;
  for (guint i = 0; groups[group].dated[i] != NULL; i++)
    n += add_formers (self, ADW_EXPANDER_ROW (expander), groups[group].dated[i]);
  g_object_ref_sink (expander);
  if (n > 0)
    {
      count = g_strdup_printf ("%u", n);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Earlier"));
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), count);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), n <= FEW);
      gtk_list_box_append (self->lists[group], expander);
      self->formers[group] = expander;
    }
  g_object_unref (expander);
}

static GtkWidget *
make_group (NstOrganisationPage *self, const char *title, GtkListBox **list, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  *list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (*list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (*list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (bar), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (bar), button);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*list));
  gtk_box_append (self->groups, box);
  return box;
}

static GtkWidget *
make_dated_button (NstOrganisationPage *self, guint group)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name =
      g_strdup_printf (_ ("%s: change from a day on"), _ (groups[group].title));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Change from a day on…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button),
                               nst_dated_form_new (self->office, self->organisation,
                                                   groups[group].dated));
  gtk_widget_add_css_class (button, "flat");
  /* The keyboard comes to the button inside, which its own label would name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
fill_card (NstOrganisationPage *self)
{
  static const char *const last[] = { "note", NULL };
  GtkListBox *list;

  for (guint i = 0; i < N_GROUPS; i++)
    {
      make_group (self, _ (groups[i].title), &self->lists[i], make_dated_button (self, i));
      nst_field_rows_fill (self->lists[i], self->office, self->organisation, groups[i].fields);
      fill_formers (self, i);
    }
  make_group (self, _ ("More"), &list, NULL);
  nst_field_rows_fill_extra (list, self->office, self->organisation);
  nst_field_rows_fill (list, self->office, self->organisation, last);
}

static void
show_organisation (NstOrganisationPage *self, NstRecord *organisation)
{
  g_autoptr (NstRecord) card = NULL;

  clear (GTK_WIDGET (self->groups));
  clear (GTK_WIDGET (self->choice));
  for (guint i = 0; i < N_GROUPS; i++)
    self->formers[i] = NULL;
  g_set_object (&self->organisation, organisation);
  nst_section_header_set_title (self->header,
                                self->own ? _ ("Our organisation") : _ ("Organisation"));
  nst_section_header_set_subtitle (self->header, organisation == NULL
                                                     ? NULL
                                                     : nst_record_get_title (organisation));
  gtk_stack_set_visible_child_name (self->stack, organisation == NULL ? "none" : "card");
  if (organisation != NULL)
    {
      fill_card (self);
      return;
    }
  card = nst_office_dup_card (self->office);
  if (card != NULL)
    gtk_list_box_append (self->choice, nst_field_row_new (self->office, card, "organisation"));
}

static NstRecord *
dup_own (NstOrganisationPage *self)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (self->office);

  return card == NULL ? NULL
                      : nst_source_dup_ref (NST_SOURCE (nst_office_get_store (self->office)),
                                            card, "organisation");
}

static gboolean
is_same (NstRecord *first, NstRecord *second)
{
  return first != NULL && second != NULL &&
         nst_record_get_id (first) == nst_record_get_id (second);
}

/* The rows follow the record by themselves; what was earlier does not. */
static void
changed_cb (NstOrganisationPage *self)
{
  g_autoptr (NstRecord) own = self->own ? dup_own (self) : NULL;

  if (self->own && own != self->organisation && !is_same (own, self->organisation))
    {
      show_organisation (self, own);
      return;
    }
  if (self->organisation == NULL || nst_record_get_stale (self->organisation))
    return;
  nst_section_header_set_subtitle (self->header, nst_record_get_title (self->organisation));
  for (guint i = 0; i < N_GROUPS; i++)
    fill_formers (self, i);
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstOrganisationPage *self = NST_ORGANISATION_PAGE (section);

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), changed_cb, self);
  g_set_object (&self->office, office);
  if (office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (changed_cb),
                             self, G_CONNECT_SWAPPED);
}

/* Without a record: the organisation that this office is. */
static void
open_record (NstSection *section, NstRecord *record, const char *field)
{
  NstOrganisationPage *self = NST_ORGANISATION_PAGE (section);
  g_autoptr (NstRecord) own = record == NULL ? dup_own (self) : NULL;

  self->own = record == NULL;
  show_organisation (self, record != NULL ? record : own);
  if (field != NULL)
    nst_field_rows_focus (GTK_WIDGET (self->groups), field);
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_record;
}

static gboolean
nst_organisation_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (NST_ORGANISATION_PAGE (widget)->stack),
                                 GTK_DIR_TAB_FORWARD);
}

static void
nst_organisation_page_dispose (GObject *object)
{
  NstOrganisationPage *self = NST_ORGANISATION_PAGE (object);

  g_clear_object (&self->organisation);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_ORGANISATION_PAGE);

  G_OBJECT_CLASS (nst_organisation_page_parent_class)->dispose (object);
}

static void
nst_organisation_page_class_init (NstOrganisationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_organisation_page_dispose;
  widget_class->grab_focus = nst_organisation_page_grab_focus;

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "office/nst-organisation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NstOrganisationPage, content);
  gtk_widget_class_bind_template_child (widget_class, NstOrganisationPage, header);
  gtk_widget_class_bind_template_child (widget_class, NstOrganisationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NstOrganisationPage, choice);
  gtk_widget_class_bind_template_child (widget_class, NstOrganisationPage, groups);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
nst_organisation_page_init (NstOrganisationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
