/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cards side by side, and which of their values the joined one has. */
#include "config.h"

#include "app/office/nst-comparison.h"

#include "app/widgets/nst-field-binding.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"
#include "rules/nst-merge.h"

#include <glib/gi18n.h>

struct _NstComparison
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  GtkBox *rows;
  GtkWidget *join_button;
  GtkWidget *first_choice;

  NstOffice *office;
  NstRecord *keep;
  NstRecord *gone;
  GHashTable *choices;
};

static guint joined_signal;

G_DEFINE_FINAL_TYPE (NstComparison, nst_comparison, GTK_TYPE_WIDGET)

static char *
dup_shown (NstComparison *self, NstRecord *record, const NstField *field)
{
  g_autoptr (NstFieldBinding) binding = nst_field_binding_new (self->office, record, field);

  return nst_field_binding_dup_shown (binding);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Only what the person turned to differs from what stands anyway. */
static void
toggled_cb (GtkCheckButton *check, gpointer data)
{
  NstComparison *self = data;
  const char *field = g_object_get_data (G_OBJECT (check), "field");

  if (gtk_check_button_get_active (check))
    g_hash_table_insert (self->choices, g_strdup (field),
                         g_strdup (nst_record_get_text (self->gone, field)));
  else
    g_hash_table_remove (self->choices, field);
}

static GtkWidget *
make_choice (const NstField *field, const char *shown, GtkWidget *group)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", _ (field->label), shown);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), make_label (shown, NULL));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), group == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return check;
}

static void
add_row (NstComparison *self, const char *title, GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (title != NULL)
    {
      GtkWidget *label = make_label (title, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_box_append (GTK_BOX (pair), first);
  gtk_box_append (GTK_BOX (pair), second);
  gtk_box_append (GTK_BOX (box), pair);
  gtk_widget_add_css_class (box, "pair");
  if (title != NULL)
    gtk_box_append (self->rows, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (self->rows, box);
}

static gboolean
is_conflict (GArray *conflicts, const NstField *field)
{
  for (guint i = 0; i < conflicts->len; i++)
    if (g_array_index (conflicts, NstMergeConflict, i).field == field)
      return TRUE;
  return FALSE;
}

static void
add_field (NstComparison *self, const NstField *field, gboolean conflict)
{
  g_autofree char *kept = dup_shown (self, self->keep, field);
  g_autofree char *gone = dup_shown (self, self->gone, field);
  GtkWidget *first;
  GtkWidget *second;

  if (*kept == '\0' && *gone == '\0')
    return;
  if (!conflict)
    {
      add_row (self, _ (field->label), make_label (*kept == '\0' ? "–" : kept, NULL),
               make_label (*gone == '\0' ? "–" : gone, NULL));
      return;
    }
  first = make_choice (field, kept, NULL);
  if (self->first_choice == NULL)
    self->first_choice = first;
  second = make_choice (field, gone, first);
  g_object_set_data (G_OBJECT (second), "field", (gpointer) field->name);
  g_signal_connect_object (second, "toggled", G_CALLBACK (toggled_cb), self, 0);
  add_row (self, _ (field->label), first, second);
}

static void
fill (NstComparison *self)
{
  const NstKind *kind = nst_record_get_kind (self->keep);
  g_autoptr (GArray) conflicts = nst_merge_list_conflicts (self->keep, self->gone);
  GtkWidget *row;

  self->first_choice = NULL;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  add_row (self, NULL, make_label (nst_record_get_title (self->keep), "heading"),
           make_label (nst_record_get_title (self->gone), "heading"));
  /* What is to be decided comes first. */
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (is_conflict (conflicts, field))
      add_field (self, field, TRUE);
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (!is_conflict (conflicts, field) && (field->flags & NST_FIELD_INTERNAL) == 0)
      add_field (self, field, FALSE);
}

static void
join_cb (NstComparison *self)
{
  g_autoptr (NstChange) change = NULL;
  g_autoptr (GError) error = NULL;
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  change = nst_merge_plan (&context, self->keep, self->gone, self->choices, &error);
  if (change != NULL && nst_store_apply (nst_office_get_store (self->office), change, &error))
    g_signal_emit (self, joined_signal, 0);
  else
    nst_report_error (GTK_WIDGET (self), error);
}

static gboolean
nst_comparison_grab_focus (GtkWidget *widget)
{
  NstComparison *self = NST_COMPARISON (widget);

  return gtk_widget_grab_focus (self->first_choice != NULL ? self->first_choice
                                                           : self->join_button);
}

static void
nst_comparison_dispose (GObject *object)
{
  NstComparison *self = NST_COMPARISON (object);

  g_clear_object (&self->keep);
  g_clear_object (&self->gone);
  g_clear_object (&self->office);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_COMPARISON);

  G_OBJECT_CLASS (nst_comparison_parent_class)->dispose (object);
}

static void
nst_comparison_class_init (NstComparisonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_comparison_dispose;
  widget_class->grab_focus = nst_comparison_grab_focus;
  joined_signal = g_signal_new ("joined", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "office/nst-comparison.ui");
  gtk_widget_class_bind_template_child (widget_class, NstComparison, content);
  gtk_widget_class_bind_template_child (widget_class, NstComparison, rows);
  gtk_widget_class_bind_template_child (widget_class, NstComparison, join_button);
  gtk_widget_class_bind_template_callback (widget_class, join_cb);
}

static void
nst_comparison_init (NstComparison *self)
{
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nst_comparison_show:
 * @self: the comparison
 * @office: at whose base
 * @keep: the card that stays
 * @gone: the one that is the same
 */
void
nst_comparison_show (NstComparison *self, NstOffice *office, NstRecord *keep, NstRecord *gone)
{
  g_return_if_fail (NST_IS_COMPARISON (self));
  g_return_if_fail (NST_IS_RECORD (keep) && NST_IS_RECORD (gone));

  g_set_object (&self->office, office);
  g_set_object (&self->keep, keep);
  g_set_object (&self->gone, gone);
  g_hash_table_remove_all (self->choices);
  fill (self);
}
