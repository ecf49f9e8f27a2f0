/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes one JSON document.
 *
 * The only JSON of the program is what this command line prints, so a writer of this size
 * does: json-glib would be a library more to build for the sandboxed package. */
#include "config.h"

#include "cli/nst-json.h"

struct _NstJson
{
  GString *text;
  guint depth;
  gboolean first; /* nothing stands yet in the innermost object or array */
};

NstJson *
nst_json_new (void)
{
  NstJson *self = g_new0 (NstJson, 1);

  self->text = g_string_new (NULL);
  self->first = TRUE;
  return self;
}

void
nst_json_free (NstJson *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
new_line (NstJson *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
append_string (NstJson *self, const char *text)
{
  g_string_append_c (self->text, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c == '"' || c == '\\')
        g_string_append_printf (self->text, "\\%c", c);
      else if (c == '\n')
        g_string_append (self->text, "\\n");
      else if (c < 0x20)
        g_string_append_printf (self->text, "\\u%04x", c);
      else
        g_string_append_c (self->text, (char) c);
    }
  g_string_append_c (self->text, '"');
}

/* What stands before a value: a comma, a line of its own, its key. */
static void
begin_value (NstJson *self, const char *key)
{
  if (!self->first)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    new_line (self);
  self->first = FALSE;
  if (key == NULL)
    return;
  append_string (self, key);
  g_string_append (self->text, ": ");
}

static void
begin (NstJson *self, const char *key, char bracket)
{
  begin_value (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->first = TRUE;
}

static void
end (NstJson *self, char bracket)
{
  self->depth--;
  if (!self->first)
    new_line (self);
  g_string_append_c (self->text, bracket);
  self->first = FALSE;
}

/* @key is NULL inside an array and for the whole document. */
void
nst_json_begin_object (NstJson *self, const char *key)
{
  begin (self, key, '{');
}

void
nst_json_end_object (NstJson *self)
{
  end (self, '}');
}

void
nst_json_begin_array (NstJson *self, const char *key)
{
  begin (self, key, '[');
}

void
nst_json_end_array (NstJson *self)
{
  end (self, ']');
}

/* NULL is written as null. */
void
nst_json_add_text (NstJson *self, const char *key, const char *text)
{
  begin_value (self, key);
  if (text == NULL)
    g_string_append (self->text, "null");
  else
    append_string (self, text);
}

void
nst_json_add_int (NstJson *self, const char *key, gint64 value)
{
  begin_value (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
nst_json_add_bool (NstJson *self, const char *key, gboolean value)
{
  begin_value (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

/* A number with exactly one decimal: 944 is 94.4. */
void
nst_json_add_tenths (NstJson *self, const char *key, gint64 tenths)
{
  begin_value (self, key);
  g_string_append_printf (self->text, "%s%" G_GINT64_FORMAT ".%d", tenths < 0 ? "-" : "",
                          ABS (tenths) / 10, (int) (ABS (tenths) % 10));
}

const char *
nst_json_get_text (NstJson *self)
{
  return self->text->str;
}
