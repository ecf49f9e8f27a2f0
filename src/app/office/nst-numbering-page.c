/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the office numbers its papers: pattern, next number, what is missing or there twice. */
#include "config.h"

#include "app/office/nst-numbering-page.h"

#include "app/office/nst-series-card.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"
#include "rules/nst-numbering.h"

#include <stdlib.h>

struct _NstNumberingPage
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  NstSectionHeader *header;
  GtkDropDown *years;
  GtkBox *cards;
  GtkListBox *papers;

  NstOffice *office;
  int year;
  char *filled; /* which cards there are */
  gboolean filling;
  guint idle;
};

/* A sort of paper with the organisations that number it. */
typedef struct
{
  char *paper;
  GArray *offices;
} Sort;

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstNumberingPage, nst_numbering_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static void
sort_free (Sort *sort)
{
  g_free (sort->paper);
  g_array_unref (sort->offices);
  g_free (sort);
}

static Sort *
take_sort (GPtrArray *sorts, const char *paper)
{
  Sort *sort;

  for (guint i = 0; i < sorts->len; i++)
    if (g_strcmp0 (((Sort *) sorts->pdata[i])->paper, paper) == 0)
      return sorts->pdata[i];
  sort = g_new0 (Sort, 1);
  sort->paper = g_strdup (paper);
  sort->offices = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (sorts, sort);
  return sort;
}

/* Agreements and orders always; documents of a form as soon as there is one, or a setting. */
static GPtrArray *
list_sorts (NstNumberingPage *self, const NstRuleContext *context)
{
  GPtrArray *sorts = g_ptr_array_new_with_free_func ((GDestroyNotify) sort_free);
  g_autoptr (GPtrArray) used = nst_numbering_list (context, self->year);
  g_autoptr (GPtrArray) settings = nst_source_list (context->source, "series", NULL, NULL);
  g_autoptr (NstRecord) card = nst_office_dup_card (self->office);
  gint64 own = card != NULL ? nst_record_get_ref (card, "organisation") : 0;

  take_sort (sorts, "agreement");
  take_sort (sorts, "order");
  for (guint i = 0; i < used->len; i++)
    {
      const NstNumberSeries *series = used->pdata[i];

      g_array_append_val (take_sort (sorts, series->paper)->offices, series->office);
    }
  for (guint i = 0; i < settings->len; i++)
    if (nst_numbering_is_paper (context, nst_record_get_text (settings->pdata[i], "paper")))
      take_sort (sorts, nst_record_get_text (settings->pdata[i], "paper"));
  for (guint i = 0; i < sorts->len; i++)
    if (((Sort *) sorts->pdata[i])->offices->len == 0)
      g_array_append_val (((Sort *) sorts->pdata[i])->offices, own);
  return sorts;
}

static char *
make_key (NstNumberingPage *self, GPtrArray *sorts)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%d", self->year);
  for (guint i = 0; i < sorts->len; i++)
    {
      const Sort *sort = sorts->pdata[i];

      g_string_append_printf (key, "\n%s", sort->paper);
      for (guint j = 0; j < sort->offices->len; j++)
        g_string_append_printf (key, " %" G_GINT64_FORMAT,
                                g_array_index (sort->offices, gint64, j));
    }
  return g_string_free (key, FALSE);
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

static void
take_year (GArray *years, gint64 number)
{
  int year = (int) number;

  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return;
  if (year > 0)
    g_array_append_val (years, year);
}

/* This year and all in which a paper is dated, the newest first. */
static GArray *
list_years (NstNumberingPage *self, const NstRuleContext *context)
{
  static const char *const kinds[] = { "agreement", "order", "document" };
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  GDate date;

  take_year (years, g_date_get_year (&context->today));
  take_year (years, self->year);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) papers = nst_source_list (context->source, kinds[i], NULL, NULL);

      for (guint j = 0; j < papers->len; j++)
        if (nst_record_get_date (papers->pdata[j], "date", &date))
          take_year (years, g_date_get_year (&date));
    }
  g_array_sort (years, compare_down);
  return years;
}

static void
fill_years (NstNumberingPage *self, const NstRuleContext *context)
{
  g_autoptr (GArray) years = list_years (self, context);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *word = g_strdup_printf ("%d", g_array_index (years, int, i));

      gtk_string_list_append (words, word);
      if (g_array_index (years, int, i) == self->year)
        chosen = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->years, chosen);
  self->filling = FALSE;
}

/* What holds for all papers of the office. */
static void
fill_papers (NstNumberingPage *self)
{
  static const char *const fields[] = { "standard", "two_sided", "no_codes", NULL };
  g_autoptr (NstRecord) card = nst_office_dup_card (self->office);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->papers))) != NULL)
    gtk_list_box_remove (self->papers, child);
  if (card != NULL)
    nst_field_rows_fill (self->papers, self->office, card, fields);
}

/* The cards stay as long as they are the same: whoever types in one goes on typing. */
static void
fill (NstNumberingPage *self)
{
  g_autoptr (GPtrArray) sorts = NULL;
  g_autofree char *key = NULL;
  NstRuleContext context;
  GtkWidget *child;

  nst_office_get_context (self->office, &context);
  if (self->year == 0)
    self->year = g_date_get_year (&context.today);
  sorts = list_sorts (self, &context);
  key = make_key (self, sorts);
  child = gtk_widget_get_first_child (GTK_WIDGET (self->cards));
  if (g_strcmp0 (self->filled, key) == 0)
    {
      for (; child != NULL; child = gtk_widget_get_next_sibling (child))
        nst_series_card_refresh (NST_SERIES_CARD (child));
      return;
    }
  g_free (self->filled);
  self->filled = g_steal_pointer (&key);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  fill_years (self, &context);
  fill_papers (self);
  for (guint i = 0; i < sorts->len; i++)
    {
      const Sort *sort = sorts->pdata[i];

      gtk_box_append (self->cards,
                      nst_series_card_new (self->office, sort->paper, self->year, sort->offices));
    }
}

static gboolean
idle_cb (gpointer data)
{
  NstNumberingPage *self = data;

  self->idle = 0;
  if (self->office != NULL)
    fill (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fill (NstNumberingPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
year_cb (NstNumberingPage *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->years);

  if (self->filling || chosen == NULL)
    return;
  self->year = atoi (gtk_string_object_get_string (chosen));
  queue_fill (self);
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstNumberingPage *self = NST_NUMBERING_PAGE (section);

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_fill, self);
  g_set_object (&self->office, office);
  g_clear_pointer (&self->filled, g_free);
  self->year = 0;
  if (office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_fill),
                             self, G_CONNECT_SWAPPED);
}

static void
open_numbering (NstSection *section, NstRecord *record G_GNUC_UNUSED,
                const char *field G_GNUC_UNUSED)
{
  NstNumberingPage *self = NST_NUMBERING_PAGE (section);

  g_clear_pointer (&self->filled, g_free);
  self->year = 0;
  fill (self);
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_numbering;
}

static gboolean
nst_numbering_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NST_NUMBERING_PAGE (widget)->years));
}

static void
nst_numbering_page_dispose (GObject *object)
{
  NstNumberingPage *self = NST_NUMBERING_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_NUMBERING_PAGE);
  g_clear_object (&self->office);
  g_clear_pointer (&self->filled, g_free);

  G_OBJECT_CLASS (nst_numbering_page_parent_class)->dispose (object);
}

static void
nst_numbering_page_class_init (NstNumberingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_numbering_page_dispose;
  widget_class->grab_focus = nst_numbering_page_grab_focus;

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "office/nst-numbering-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NstNumberingPage, content);
  gtk_widget_class_bind_template_child (widget_class, NstNumberingPage, header);
  gtk_widget_class_bind_template_child (widget_class, NstNumberingPage, years);
  gtk_widget_class_bind_template_child (widget_class, NstNumberingPage, cards);
  gtk_widget_class_bind_template_child (widget_class, NstNumberingPage, papers);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
nst_numbering_page_init (NstNumberingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->years, "notify::selected", G_CALLBACK (year_cb), self,
                           G_CONNECT_SWAPPED);
}
