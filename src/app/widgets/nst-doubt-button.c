/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form of a name or post to look at, and the place to put it right (DOCUMENTS 15.5). */
#include "config.h"

#include "app/widgets/nst-doubt-button.h"

#include "app/widgets/nst-report.h"

#include <glib/gi18n.h>
#include <string.h>

/* Characters of the phrase that are shown on either side of the form. */
#define AROUND 60

struct _NstDoubtButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *entry;
  NstOffice *office;
  NstDoubt *doubt;
};

G_DEFINE_FINAL_TYPE (NstDoubtButton, nst_doubt_button, GTK_TYPE_WIDGET)

static const char *
get_case_title (const char *field)
{
  static const struct
  {
    const char *suffix;
    const char *title;
  } cases[] = {
    { "_gen", N_ ("Genitive of “%s”") },      { "_dat", N_ ("Dative of “%s”") },
    { "_acc", N_ ("Accusative of “%s”") },    { "_ins", N_ ("Instrumental of “%s”") },
    { "_pre", N_ ("Prepositional of “%s”") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_has_suffix (field, cases[i].suffix))
      return _ (cases[i].title);
  return "“%s”";
}

/* The words around the form, which stands out: «…в лице директора Цоя Ильи…». */
static char *
dup_phrase (const NstDoubt *doubt)
{
  const char *place = doubt->phrase != NULL ? strstr (doubt->phrase, doubt->form) : NULL;
  const char *begin = place;
  const char *end;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (place == NULL)
    return g_markup_printf_escaped ("<b>%s</b>", doubt->form);
  for (guint i = 0; i < AROUND && begin > doubt->phrase; i++)
    begin = g_utf8_prev_char (begin);
  end = place + strlen (doubt->form);
  for (guint i = 0; i < AROUND && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  /* No word is cut. */
  while (begin > doubt->phrase && begin < place && begin[-1] != ' ')
    begin++;
  while (*end != '\0' && *end != ' ' && end > place + strlen (doubt->form))
    end--;
  before = g_strndup (begin, (gsize) (place - begin));
  after = g_strndup (place + strlen (doubt->form), (gsize) (end - place) - strlen (doubt->form));
  return g_markup_printf_escaped ("%s%s<b>%s</b>%s%s", begin > doubt->phrase ? "…" : "", before,
                                  doubt->form, after, *end != '\0' ? "…" : "");
}

static void
remember_cb (NstDoubtButton *self)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  g_autoptr (NstRecord) person = nst_source_dup (source, "person", self->doubt->person);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (GtkWidget) kept G_GNUC_UNUSED = g_object_ref (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (typed[0] == '\0' || person == NULL)
    return;
  gtk_popover_popdown (self->popover);
  if (!nst_office_set (self->office, person, self->doubt->field, typed, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
add_entry (NstDoubtButton *self, GtkBox *box, const char *name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *remember = gtk_button_new_with_mnemonic (_ ("_Remember"));

  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_text (self->entry, self->doubt->form);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_add_css_class (remember, "suggested-action");
  g_signal_connect_object (entry, "activate", G_CALLBACK (remember_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remember, "clicked", G_CALLBACK (remember_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), remember);
  gtk_box_append (box, line);
}

static GtkWidget *
make_content (NstDoubtButton *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  g_autofree char *nominative = g_markup_escape_text (self->doubt->nominative, -1);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *phrase = dup_phrase (self->doubt);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  title = g_strdup_printf (get_case_title (self->doubt->field), nominative);
  name = g_strdup_printf (get_case_title (self->doubt->field), self->doubt->nominative);
#pragma GCC diagnostic pop
  add_label (box, title, "heading");
  add_label (box, phrase, NULL);
  if (self->doubt->person == 0)
    {
      add_label (box,
                 _ ("The name is not that of a person on file: correct it where it is typed"),
                 "dim-label");
      return GTK_WIDGET (box);
    }
  add_entry (self, box, name);
  add_label (box,
             g_str_has_prefix (self->doubt->field, "post_")
                 ? _ ("Right as it is? Press Enter. It holds for all who have this post.")
                 : _ ("Right as it is? Press Enter. It is kept with the person."),
             "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (GTK_WIDGET (box)), "dim-label");
  return GTK_WIDGET (box);
}

/* Made when it is first looked at: a paper may have many doubts. */
static void
popover_wanted_cb (GtkMenuButton *button G_GNUC_UNUSED, gpointer data)
{
  NstDoubtButton *self = data;

  if (self->popover != NULL)
    return;
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, make_content (self));
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
}

static void
nst_doubt_button_dispose (GObject *object)
{
  NstDoubtButton *self = NST_DOUBT_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  self->popover = NULL;
  g_clear_object (&self->office);
  g_clear_pointer (&self->doubt, nst_doubt_free);
  G_OBJECT_CLASS (nst_doubt_button_parent_class)->dispose (object);
}

static void
nst_doubt_button_class_init (NstDoubtButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_doubt_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nst_doubt_button_init (NstDoubtButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_create_popup_func (self->button, popover_wanted_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "remark");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

GtkWidget *
nst_doubt_button_new (NstOffice *office, const NstDoubt *doubt)
{
  NstDoubtButton *self = g_object_new (NST_TYPE_DOUBT_BUTTON, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Check the case: %s"), doubt->form);
  GtkWidget *label = gtk_label_new (doubt->form);

  self->office = g_object_ref (office);
  self->doubt = nst_doubt_copy (doubt);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return GTK_WIDGET (self);
}
