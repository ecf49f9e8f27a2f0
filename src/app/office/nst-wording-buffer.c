/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a template in a text buffer: what is not typed goes as a whole or stays. */
#include "config.h"

#include "app/office/nst-wording-buffer.h"

#include "app/office/nst-wording-words.h"

#include <string.h>

/* On the tag of a chip: what the template has there, and which beginning belongs to which end. */
#define SOURCE "nst-source"
#define PAIR "nst-pair"
#define BOLD "bold"
#define ITALIC "italic"
/* On the buffer: where the cursor was, and that it is being put somewhere else. */
#define BEFORE "nst-before"
#define BUSY "nst-busy"

static gboolean
is_busy (GtkTextBuffer *buffer)
{
  return g_object_get_data (G_OBJECT (buffer), BUSY) != NULL;
}

static void
set_busy (GtkTextBuffer *buffer, gboolean busy)
{
  g_object_set_data (G_OBJECT (buffer), BUSY, GINT_TO_POINTER (busy));
}

static GtkTextTag *
find_chip (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *i = tags; i != NULL; i = i->next)
    if (g_object_get_data (i->data, SOURCE) != NULL)
      return i->data;
  return NULL;
}

/* The chip that a place is inside of: between two of its letters, not at its ends. */
static GtkTextTag *
find_around (const GtkTextIter *iter)
{
  GtkTextTag *tag = find_chip (iter);

  return tag != NULL && !gtk_text_iter_starts_tag (iter, tag) ? tag : NULL;
}

static void
move_to_start (GtkTextIter *iter)
{
  GtkTextTag *tag = find_around (iter);

  if (tag != NULL)
    gtk_text_iter_backward_to_tag_toggle (iter, tag);
}

static void
move_to_end (GtkTextIter *iter)
{
  GtkTextTag *tag = find_around (iter);

  if (tag != NULL)
    gtk_text_iter_forward_to_tag_toggle (iter, tag);
}

static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *where, const char *text G_GNUC_UNUSED,
                int length G_GNUC_UNUSED)
{
  if (!is_busy (buffer))
    move_to_end (where);
}

static void
delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  if (is_busy (buffer))
    return;
  move_to_start (start);
  move_to_end (end);
}

/* The cursor passes a chip in one step, in the way that it goes. */
static void
mark_set_cb (GtkTextBuffer *buffer, const GtkTextIter *where, GtkTextMark *mark)
{
  int before = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (buffer), BEFORE));
  GtkTextIter iter = *where;

  if (mark != gtk_text_buffer_get_insert (buffer) || is_busy (buffer))
    return;
  if (find_around (&iter) != NULL)
    {
      if (gtk_text_iter_get_offset (&iter) > before)
        move_to_end (&iter);
      else
        move_to_start (&iter);
      set_busy (buffer, TRUE);
      if (gtk_text_buffer_get_has_selection (buffer))
        gtk_text_buffer_move_mark (buffer, mark, &iter);
      else
        gtk_text_buffer_place_cursor (buffer, &iter);
      set_busy (buffer, FALSE);
    }
  g_object_set_data (G_OBJECT (buffer), BEFORE,
                     GINT_TO_POINTER (gtk_text_iter_get_offset (&iter)));
}

/* Calls for each chip, from the start on. */
static void
walk_chips (GtkTextBuffer *buffer,
            void (*each) (GtkTextBuffer *, GtkTextTag *, GtkTextIter *, GHashTable *),
            GHashTable *data)
{
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  while (!gtk_text_iter_is_end (&iter))
    {
      GtkTextTag *tag = find_chip (&iter);

      if (tag != NULL && gtk_text_iter_starts_tag (&iter, tag))
        each (buffer, tag, &iter, data);
      if (!gtk_text_iter_forward_to_tag_toggle (&iter, NULL))
        return;
    }
}

static void
count_chip (GtkTextBuffer *buffer G_GNUC_UNUSED, GtkTextTag *tag, GtkTextIter *iter G_GNUC_UNUSED,
            GHashTable *counts)
{
  gpointer pair = g_object_get_data (G_OBJECT (tag), PAIR);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pair));

  g_hash_table_insert (counts, pair, GUINT_TO_POINTER (count + 1));
}

static void
drop_chip (GtkTextBuffer *buffer, GtkTextTag *tag, GtkTextIter *iter, GHashTable *counts)
{
  gpointer pair = g_object_get_data (G_OBJECT (tag), PAIR);
  GtkTextIter end = *iter;

  if (pair == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (counts, pair)) == 2)
    return;
  gtk_text_iter_forward_to_tag_toggle (&end, tag);
  gtk_text_buffer_delete (buffer, iter, &end);
}

/* A beginning without its end, or the other way round, goes too; the words between stay. */
static void
end_user_action_cb (GtkTextBuffer *buffer)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  walk_chips (buffer, count_chip, counts);
  walk_chips (buffer, drop_chip, counts);
}

/* Makes a fresh buffer one of a template. */
void
nst_wording_buffer_prepare (GtkTextBuffer *buffer)
{
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_create_tag (buffer, BOLD, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, ITALIC, "style", PANGO_STYLE_ITALIC, NULL);
  g_signal_connect (buffer, "insert-text", G_CALLBACK (insert_text_cb), NULL);
  g_signal_connect (buffer, "delete-range", G_CALLBACK (delete_range_cb), NULL);
  g_signal_connect_after (buffer, "mark-set", G_CALLBACK (mark_set_cb), NULL);
  g_signal_connect_after (buffer, "end-user-action", G_CALLBACK (end_user_action_cb), NULL);
}

static void
add_chip (GtkTextBuffer *buffer, GtkTextIter *iter, const char *label, const char *source,
          guint pair)
{
  static const GdkRGBA back = { 0.21f, 0.52f, 0.89f, 0.18f };
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &back, NULL);
  g_autofree char *shown = g_strdup_printf ("\u202f%s\u202f", label);
  int start = gtk_text_iter_get_offset (iter);
  GtkTextIter from;

  g_object_set_data_full (G_OBJECT (tag), SOURCE, g_strdup (source), g_free);
  g_object_set_data (G_OBJECT (tag), PAIR, GUINT_TO_POINTER (pair));
  gtk_text_buffer_insert (buffer, iter, shown, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_apply_tag (buffer, tag, &from, iter);
}

static void
add_style (GtkTextBuffer *buffer, const GtkTextIter *end, int start, const char *style)
{
  GtkTextIter from;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_apply_tag_by_name (buffer, style, &from, end);
}

static void
drop_tag_cb (GtkTextTag *tag, gpointer data)
{
  if (g_object_get_data (G_OBJECT (tag), SOURCE) != NULL)
    g_ptr_array_add (data, tag);
}

static void
clear (GtkTextBuffer *buffer)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  g_autoptr (GPtrArray) chips = g_ptr_array_new ();

  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_tag_table_foreach (table, drop_tag_cb, chips);
  for (guint i = 0; i < chips->len; i++)
    gtk_text_tag_table_remove (table, chips->pdata[i]);
}

/* @words: element-type NstWordingWord */
void
nst_wording_buffer_fill (GtkTextBuffer *buffer, GPtrArray *words)
{
  GtkTextIter iter;

  set_busy (buffer, TRUE);
  clear (buffer);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  for (guint i = 0; i < words->len; i++)
    {
      const NstWordingWord *word = g_ptr_array_index (words, i);
      int start = gtk_text_iter_get_offset (&iter);

      if (word->source != NULL)
        add_chip (buffer, &iter, word->text, word->source, word->depth);
      else
        gtk_text_buffer_insert (buffer, &iter, word->text, -1);
      if (word->bold)
        add_style (buffer, &iter, start, BOLD);
      if (word->italic)
        add_style (buffer, &iter, start, ITALIC);
    }
  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  set_busy (buffer, FALSE);
  g_object_set_data (G_OBJECT (buffer), BEFORE, NULL);
}

static void
add_letter (GString *text, gunichar c)
{
  switch (c)
    {
    case '\n':
      g_string_append (text, "\u2029");
      break;
    case 0x2028:
      g_string_append (text, "<br/>");
      break;
    case '&':
      g_string_append (text, "&amp;");
      break;
    case '<':
      g_string_append (text, "&lt;");
      break;
    case '>':
      g_string_append (text, "&gt;");
      break;
    default:
      g_string_append_unichar (text, c);
    }
}

static gboolean
has_style (GtkTextBuffer *buffer, const GtkTextIter *iter, const char *style)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), style);

  return gtk_text_iter_has_tag (iter, tag);
}

/* Italic inside of bold; both end before a beginning or end, so that all fit into each other. */
static void
set_styles (GString *text, gboolean *bold, gboolean *italic, gboolean new_bold,
            gboolean new_italic)
{
  if (*italic && (!new_italic || *bold != new_bold))
    {
      g_string_append (text, "</i>");
      *italic = FALSE;
    }
  if (*bold && !new_bold)
    g_string_append (text, "</b>");
  if (!*bold && new_bold)
    g_string_append (text, "<b>");
  if (!*italic && new_italic)
    g_string_append (text, "<i>");
  *bold = new_bold;
  *italic = new_italic;
}

/* (transfer full): what the template would have. */
char *
nst_wording_buffer_dup_text (GtkTextBuffer *buffer)
{
  GString *text = g_string_new (NULL);
  gboolean bold = FALSE;
  gboolean italic = FALSE;
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  while (!gtk_text_iter_is_end (&iter))
    {
      GtkTextTag *chip = find_chip (&iter);
      gboolean pair = chip != NULL && g_object_get_data (G_OBJECT (chip), PAIR) != NULL;

      set_styles (text, &bold, &italic, !pair && has_style (buffer, &iter, BOLD),
                  !pair && has_style (buffer, &iter, ITALIC));
      if (chip == NULL)
        {
          add_letter (text, gtk_text_iter_get_char (&iter));
          gtk_text_iter_forward_char (&iter);
          continue;
        }
      g_string_append (text, g_object_get_data (G_OBJECT (chip), SOURCE));
      gtk_text_iter_forward_to_tag_toggle (&iter, chip);
    }
  set_styles (text, &bold, &italic, FALSE, FALSE);
  return g_string_free (text, FALSE);
}

/* A field at the cursor, which then stands behind it. */
void
nst_wording_buffer_insert (GtkTextBuffer *buffer, const char *label, const char *source)
{
  GtkTextIter iter;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  move_to_end (&iter);
  set_busy (buffer, TRUE);
  add_chip (buffer, &iter, label, source, 0);
  gtk_text_buffer_place_cursor (buffer, &iter);
  set_busy (buffer, FALSE);
  gtk_text_buffer_end_user_action (buffer);
}

/* "bold" or "italic" for what is selected, or no longer. */
void
nst_wording_buffer_toggle (GtkTextBuffer *buffer, const char *style)
{
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  gtk_text_buffer_begin_user_action (buffer);
  if (has_style (buffer, &start, style))
    gtk_text_buffer_remove_tag_by_name (buffer, style, &start, &end);
  else
    gtk_text_buffer_apply_tag_by_name (buffer, style, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
}
