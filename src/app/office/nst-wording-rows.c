/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the wordings: forms with what is changed in them, places with their words. */
#include "config.h"

#include "app/office/nst-wording-rows.h"

#include "app/office/nst-wording-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define NAME "nst-name"
#define MAIN "nst-main"
#define SIDE "nst-side"
#define TITLE "nst-title"

/* Words with words below or beside them that say what became of them. */
static GtkWidget *
make_row (const char *name, GtkOrientation orientation)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (orientation, orientation == GTK_ORIENTATION_VERTICAL ? 2 : 10);
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *side = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (text), 12);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_xalign (GTK_LABEL (side), 0);
  gtk_widget_set_valign (side, GTK_ALIGN_START);
  gtk_widget_add_css_class (side, "caption");
  gtk_widget_add_css_class (box, "wording-row");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), side);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), NAME, g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (row), MAIN, text);
  g_object_set_data (G_OBJECT (row), SIDE, side);
  return row;
}

static void
set_side (GtkWidget *row, const char *words, const char *tone)
{
  GtkWidget *side = g_object_get_data (G_OBJECT (row), SIDE);

  gtk_label_set_label (GTK_LABEL (side), words);
  gtk_widget_set_visible (side, *words != '\0');
  gtk_widget_remove_css_class (side, "accent");
  gtk_widget_remove_css_class (side, "warning");
  gtk_widget_remove_css_class (side, "dim-label");
  gtk_widget_add_css_class (side, tone);
}

GtkWidget *
nst_wording_form_row_new (const NstDocumentForm *form)
{
  GtkWidget *row = make_row (form->code, GTK_ORIENTATION_VERTICAL);

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), MAIN), form->title);
  g_object_set_data_full (G_OBJECT (row), TITLE, g_strdup (form->title), g_free);
  return row;
}

const char *
nst_wording_form_row_get_code (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), NAME);
}

static guint
count (const NstWordingForm *form, NstWordingState state)
{
  guint n = 0;

  for (guint i = 0; i < form->places->len; i++)
    n += ((const NstWordingPlace *) g_ptr_array_index (form->places, i))->state == state;
  return n;
}

/* How many places are worded otherwise than the pack does. */
guint
nst_wording_count_changed (const NstWordingForm *form)
{
  return form->places->len - count (form, NST_WORDING_ORIGINAL);
}

/* (transfer full): «Version 3 · 2 changed». */
char *
nst_wording_dup_summary (const NstWordingForm *form)
{
  guint changed = nst_wording_count_changed (form);
  guint compare = count (form, NST_WORDING_OUTDATED) + count (form, NST_WORDING_LOST);
  GString *words = g_string_new (NULL);

  if (form->version == 0)
    g_string_append (words, _ ("Original wording"));
  else
    g_string_append_printf (words, _ ("Version %u of our wording"), form->version);
  if (changed > 0)
    g_string_append_printf (words,
                            g_dngettext (GETTEXT_PACKAGE, " · %u place changed",
                                         " · %u places changed", changed),
                            changed);
  if (compare > 0)
    g_string_append_printf (words, " · %s", _ ("the original has changed: compare"));
  return g_string_free (words, FALSE);
}

void
nst_wording_form_row_update (GtkWidget *row, const NstWordingForm *form)
{
  guint changed = nst_wording_count_changed (form);
  gboolean compare = count (form, NST_WORDING_OUTDATED) > 0 || count (form, NST_WORDING_LOST) > 0;
  g_autofree char *summary = nst_wording_dup_summary (form);
  g_autofree char *name =
      g_strdup_printf ("%s. %s", (const char *) g_object_get_data (G_OBJECT (row), TITLE),
                       summary);

  set_side (row, changed > 0 || form->version > 0 ? summary : "",
            compare ? "warning" : (changed > 0 ? "accent" : "dim-label"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
nst_wording_row_new (const char *node)
{
  return make_row (node, GTK_ORIENTATION_HORIZONTAL);
}

const char *
nst_wording_row_get_node (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), NAME);
}

static const char *
get_sort (const NstWordingPlace *place)
{
  if (strcmp (place->element, "cell") == 0)
    return _ ("cell");
  if (strcmp (place->element, "sign1") == 0)
    return _ ("signature");
  if (strcmp (place->element, "figure") == 0)
    return _ ("chart");
  if (strcmp (place->element, "title") == 0 || strcmp (place->element, "h") == 0)
    return _ ("heading");
  return "";
}

static const char *
get_state (const NstWordingPlace *place)
{
  if (place->state == NST_WORDING_LOST)
    return _ ("no longer there");
  if (place->state == NST_WORDING_OUTDATED)
    return _ ("compare");
  if (place->left_out)
    return _ ("not printed");
  return place->state == NST_WORDING_CHANGED ? _ ("changed") : get_sort (place);
}

void
nst_wording_row_update (GtkWidget *row, NstScheme *scheme, const NstWordingForm *form,
                        const NstWordingPlace *place)
{
  const char *text = place->text != NULL ? place->text : place->original;
  g_autoptr (GPtrArray) words =
      nst_wording_words_new (scheme, form, place, text != NULL ? text : place->replaced);
  g_autofree char *markup = nst_wording_words_dup_markup (words);
  g_autofree char *plain = nst_wording_words_dup_plain (words);
  g_autofree char *name = g_strdup_printf ("%s. %s", plain, get_state (place));
  gboolean heading = strcmp (place->element, "h") == 0 || strcmp (place->element, "title") == 0;
  GtkWidget *label = g_object_get_data (G_OBJECT (row), MAIN);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  if (heading)
    gtk_widget_add_css_class (label, "heading");
  if (place->left_out)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  set_side (row, get_state (place),
            place->state == NST_WORDING_ORIGINAL
                ? "dim-label"
                : (place->state == NST_WORDING_CHANGED ? "accent" : "warning"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
