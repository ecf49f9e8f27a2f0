/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of what waits; of many lines, one fold a territory or a group, worst first. */
#include "config.h"

#include "app/today/nst-today-folds.h"

#include "app/today/nst-today-row.h"

#include <glib/gi18n.h>

/* So many lines are read at a glance as they are. */
#define MAX_PLAIN 12
/* Of what is folded, so many are shown before it is asked for more. */
#define FEW 10
#define FOLD "nst-fold"
/* Names of folds that are no places: the rest of the folds, and of lines without a place. */
#define MORE_FOLDS "+"
#define NO_PLACE ""

struct _NstTodayFolds
{
  GtkListBox *list;
  NstOffice *office; /* where steps are taken */
  GPtrArray *lines;
  GHashTable *open; /* names of folds that are shown; with a plus: to the last line */
};

/* What is read of a place when it is folded. */
typedef struct
{
  const char *name;
  GPtrArray *lines;
} Fold;

static void
fold_free (Fold *fold)
{
  g_ptr_array_unref (fold->lines);
  g_free (fold);
}

/**
 * nst_today_folds_new:
 * @list: (transfer none): shows the lines; outlives the folds
 *
 * Returns: (transfer full): folds of no lines
 */
NstTodayFolds *
nst_today_folds_new (GtkListBox *list)
{
  NstTodayFolds *self = g_new0 (NstTodayFolds, 1);

  self->list = list;
  self->lines = g_ptr_array_new ();
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
nst_today_folds_free (NstTodayFolds *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->office);
  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->open);
  g_free (self);
}

/**
 * nst_today_folds_set_office:
 * @self: folds
 * @office: (nullable): where the steps of lines that are shown from now on are taken
 */
void
nst_today_folds_set_office (NstTodayFolds *self, NstOffice *office)
{
  g_set_object (&self->office, office);
}

static void
mark_fold (GtkWidget *row, const char *name)
{
  g_object_set_data_full (G_OBJECT (row), FOLD, g_strdup (name), g_free);
}

static void
append_more (NstTodayFolds *self, const char *name, guint rest)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *words = g_strdup_printf (ngettext ("%u more", "%u more", rest), rest);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  mark_fold (row, name);
  gtk_list_box_append (self->list, row);
}

static void
append_line (NstTodayFolds *self, const NstWaiting *waiting)
{
  GtkWidget *row = nst_today_row_new (waiting);

  if (self->office != NULL)
    nst_today_row_offer_step (NST_TODAY_ROW (row), self->office, waiting);
  gtk_list_box_append (self->list, row);
}

static void
append_lines (NstTodayFolds *self, GPtrArray *lines, const char *name)
{
  g_autofree char *rest = g_strdup_printf ("%s%s", MORE_FOLDS, name);
  guint n = lines->len <= FEW + 1 || g_hash_table_contains (self->open, rest) ? lines->len : FEW;

  for (guint i = 0; i < n; i++)
    append_line (self, lines->pdata[i]);
  if (n < lines->len)
    append_more (self, rest, lines->len - n);
}

/* How many of which kind, and what is the worst of them. */
static char *
dup_summary (const Fold *fold)
{
  static const struct
  {
    const char *section;
    const char *title;
  } kinds[] = {
    { "programs", N_ ("Programmes") },
    { "agreements", N_ ("Agreements") },
    { "groups", N_ ("Groups") },
    { "teams", N_ ("Teams") },
  };
  const NstWaiting *worst = fold->lines->pdata[0];
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = 0;

      for (guint j = 0; j < fold->lines->len; j++)
        n += g_strcmp0 (((NstWaiting *) fold->lines->pdata[j])->section, kinds[i].section) == 0;
      if (n > 0)
        g_string_append_printf (text, "%s%s: %u", text->len > 0 ? ", " : "", _ (kinds[i].title),
                                n);
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", worst->title);
  return g_string_free (text, FALSE);
}

static void
append_fold (NstTodayFolds *self, const Fold *fold)
{
  NstWaiting head = *(const NstWaiting *) fold->lines->pdata[0];
  gboolean open = g_hash_table_contains (self->open, fold->name);
  g_autofree char *title = g_strdup_printf ("%s · %u", fold->name, fold->lines->len);
  g_autofree char *summary = dup_summary (fold);
  GtkWidget *row;

  head.record = NULL;
  head.field = NULL;
  head.who = NULL;
  head.mine = FALSE;
  head.title = title;
  head.detail = summary;
  row = nst_today_row_new (&head);
  nst_today_row_set_fold (NST_TODAY_ROW (row), open);
  mark_fold (row, fold->name);
  gtk_list_box_append (self->list, row);
  if (open)
    append_lines (self, fold->lines, fold->name);
}

static const char *
get_place (const NstWaiting *waiting, gboolean by_territory)
{
  const char *place = by_territory ? waiting->territory : waiting->group;

  return place == NULL ? NO_PLACE : place;
}

/* By the worst line; where that is the same, by how many there are. */
static int
compare_folds (gconstpointer a, gconstpointer b)
{
  const Fold *first = *(const Fold *const *) a;
  const Fold *second = *(const Fold *const *) b;
  int order = nst_waiting_compare (first->lines->pdata[0], second->lines->pdata[0]);

  if (order != 0)
    return order;
  return first->lines->len > second->lines->len ? -1 : first->lines->len < second->lines->len;
}

static GPtrArray *
list_folds (GPtrArray *lines, gboolean by_territory)
{
  GPtrArray *folds = g_ptr_array_new_with_free_func ((GDestroyNotify) fold_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *name = get_place (lines->pdata[i], by_territory);
      Fold *fold = g_hash_table_lookup (by_name, name);

      if (fold == NULL)
        {
          fold = g_new0 (Fold, 1);
          fold->name = name;
          fold->lines = g_ptr_array_new ();
          g_hash_table_insert (by_name, (gpointer) name, fold);
          g_ptr_array_add (folds, fold);
        }
      g_ptr_array_add (fold->lines, lines->pdata[i]);
    }
  g_ptr_array_sort (folds, compare_folds);
  return folds;
}

static gboolean
has_territories (GPtrArray *lines)
{
  const char *first = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *name = ((NstWaiting *) lines->pdata[i])->territory;

      if (first == NULL)
        first = name;
      else if (name != NULL && g_strcmp0 (first, name) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
append_folds (NstTodayFolds *self)
{
  g_autoptr (GPtrArray) folds = list_folds (self->lines, has_territories (self->lines));
  gboolean all = g_hash_table_contains (self->open, MORE_FOLDS);
  guint shown = 0;
  guint hidden = 0;

  /* What is of no place is of all of them: it comes before. */
  for (guint i = 0; i < folds->len; i++)
    if (*((Fold *) folds->pdata[i])->name == '\0')
      append_lines (self, ((Fold *) folds->pdata[i])->lines, "/");
  for (guint i = 0; i < folds->len; i++)
    {
      const Fold *fold = folds->pdata[i];

      if (*fold->name == '\0')
        continue;
      if (!all && shown == FEW && folds->len > FEW + 1)
        {
          hidden += fold->lines->len;
          continue;
        }
      append_fold (self, fold);
      shown++;
    }
  if (hidden > 0)
    append_more (self, MORE_FOLDS, hidden);
}

static void
refill (NstTodayFolds *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->lines->len <= MAX_PLAIN)
    for (guint i = 0; i < self->lines->len; i++)
      append_line (self, self->lines->pdata[i]);
  else
    append_folds (self);
}

/**
 * nst_today_folds_show:
 * @self: folds
 * @lines: (element-type NstWaiting): worst first; they stay as long as they are shown
 *
 * What was unfolded stays so.
 */
void
nst_today_folds_show (NstTodayFolds *self, GPtrArray *lines)
{
  g_ptr_array_ref (lines);
  g_ptr_array_unref (self->lines);
  self->lines = lines;
  refill (self);
}

/**
 * nst_today_folds_activate:
 * @self: folds
 * @row: row of their list
 *
 * Returns: whether the row was one that shows or hides others, which is done now
 */
gboolean
nst_today_folds_activate (NstTodayFolds *self, GtkListBoxRow *row)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (row), FOLD));
  int position = gtk_list_box_row_get_index (row);

  if (name == NULL)
    return FALSE;
  if (!g_hash_table_remove (self->open, name))
    g_hash_table_add (self->open, g_strdup (name));
  refill (self);
  /* The same row, or in place of “more” the first of what has come. */
  row = gtk_list_box_get_row_at_index (self->list, position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}
