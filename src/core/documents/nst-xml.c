/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing XML: elements, attributes with units, text without what XML forbids. */
#include "config.h"

#include "documents/nst-xml.h"

#include <string.h>

/* With libxml2's own writer a long table takes twice the time (bench/docx.c). */
struct _NstXml
{
  char *text;
  gsize length;
  gsize room;
  GPtrArray *open;
  gboolean in_tag;
};

/* There is room for the end of the text, too. */
static void
put (NstXml *self, const char *text, gsize length)
{
  if (self->length + length >= self->room)
    {
      self->room = (self->length + length + 1) * 2;
      self->text = g_realloc (self->text, self->room);
    }
  memcpy (self->text + self->length, text, length);
  self->length += length;
}

static void
put_string (NstXml *self, const char *text)
{
  put (self, text, strlen (text));
}

/**
 * nst_xml_new:
 *
 * Returns: (transfer full): a writer of elements that will stand in a part
 */
NstXml *
nst_xml_new (void)
{
  NstXml *self = g_new0 (NstXml, 1);

  self->room = 256;
  self->text = g_malloc (self->room);
  self->open = g_ptr_array_new ();
  return self;
}

/**
 * nst_xml_new_part:
 *
 * Returns: (transfer full): a writer of a whole file
 */
NstXml *
nst_xml_new_part (void)
{
  NstXml *self = nst_xml_new ();

  put_string (self, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  return self;
}

/**
 * nst_xml_free:
 * @self: (nullable): a writer
 */
void
nst_xml_free (NstXml *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_ptr_array_unref (self->open);
  g_free (self);
}

static void
end_tag (NstXml *self)
{
  if (self->in_tag)
    put (self, ">", 1);
  self->in_tag = FALSE;
}

/**
 * nst_xml_begin:
 * @self: a writer
 * @name: (transfer none): of an element, a constant; attributes follow, then its content
 */
void
nst_xml_begin (NstXml *self, const char *name)
{
  end_tag (self);
  put (self, "<", 1);
  put_string (self, name);
  g_ptr_array_add (self->open, (gpointer) name);
  self->in_tag = TRUE;
}

/**
 * nst_xml_end:
 * @self: a writer
 *
 * The element begun last ends.
 */
void
nst_xml_end (NstXml *self)
{
  const char *name;

  g_return_if_fail (self->open->len > 0);
  name = g_ptr_array_steal_index (self->open, self->open->len - 1);
  if (self->in_tag)
    put (self, "/>", 2);
  else
    {
      put (self, "</", 2);
      put_string (self, name);
      put (self, ">", 1);
    }
  self->in_tag = FALSE;
}

/* XML 1.0 has no other control characters, and no way to write them; U+FFFE and U+FFFF are no
 * characters at all. */
static gsize
get_forbidden (const char *p)
{
  if ((guchar) *p < 0x20 && *p != '\t' && *p != '\n')
    return 1;
  return strncmp (p, "\xef\xbf\xbe", 3) == 0 || strncmp (p, "\xef\xbf\xbf", 3) == 0 ? 3 : 0;
}

static gboolean
is_plain (char c)
{
  return (guchar) c >= 0x20 && c != '&' && c != '<' && c != '>' && c != '"' && c != '\xef';
}

static void
append (NstXml *self, const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      const char *start = p;

      while (is_plain (*p))
        p++;
      put (self, start, (gsize) (p - start));
      if (*p == '\0')
        return;
      if (*p == '&')
        put (self, "&amp;", 5);
      else if (*p == '<')
        put (self, "&lt;", 4);
      else if (*p == '>')
        put (self, "&gt;", 4);
      else if (*p == '"')
        put (self, "&quot;", 6);
      else if (get_forbidden (p) == 0)
        put (self, p, 1);
      p += MAX (get_forbidden (p), 1);
    }
}

/**
 * nst_xml_set:
 * @self: a writer
 * @name: of an attribute
 * @value: (nullable): %NULL for none
 */
void
nst_xml_set (NstXml *self, const char *name, const char *value)
{
  if (value == NULL)
    return;
  put (self, " ", 1);
  put_string (self, name);
  put (self, "=\"", 2);
  append (self, value);
  put (self, "\"", 1);
}

/**
 * nst_xml_set_int:
 * @self: a writer
 * @name: of an attribute
 * @value: a whole number
 */
void
nst_xml_set_int (NstXml *self, const char *name, int value)
{
  char text[16];
  char *p = text + sizeof text - 1;
  guint rest = value < 0 ? -(guint) value : (guint) value;

  *p = '\0';
  do
    {
      *--p = (char) ('0' + rest % 10);
      rest /= 10;
    }
  while (rest > 0);
  if (value < 0)
    *--p = '-';
  nst_xml_set (self, name, p);
}

/**
 * nst_xml_set_length:
 * @self: a writer
 * @name: of an attribute
 * @value: how long
 * @unit: "mm" or "pt"
 */
void
nst_xml_set_length (NstXml *self, const char *name, double value, const char *unit)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE + 4];

  g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", value);
  g_strlcat (text, unit, sizeof text);
  nst_xml_set (self, name, text);
}

/**
 * nst_xml_put:
 * @self: a writer
 * @name: of an element without content
 * @attribute: (nullable): its only one
 * @value: (nullable): of the attribute
 */
void
nst_xml_put (NstXml *self, const char *name, const char *attribute, const char *value)
{
  nst_xml_begin (self, name);
  if (attribute != NULL)
    nst_xml_set (self, attribute, value);
  nst_xml_end (self);
}

/**
 * nst_xml_put_int:
 * @self: a writer
 * @name: of an element without content
 * @attribute: its only one
 * @value: of the attribute
 */
void
nst_xml_put_int (NstXml *self, const char *name, const char *attribute, int value)
{
  nst_xml_begin (self, name);
  nst_xml_set_int (self, attribute, value);
  nst_xml_end (self);
}

/**
 * nst_xml_put_text:
 * @self: a writer
 * @name: of an element
 * @text: (nullable): its content; %NULL for no element at all
 */
void
nst_xml_put_text (NstXml *self, const char *name, const char *text)
{
  if (text == NULL)
    return;
  nst_xml_begin (self, name);
  nst_xml_text (self, text);
  nst_xml_end (self);
}

/**
 * nst_xml_text:
 * @self: a writer
 * @text: content of the element begun last
 */
void
nst_xml_text (NstXml *self, const char *text)
{
  end_tag (self);
  append (self, text);
}

/**
 * nst_xml_raw:
 * @self: a writer
 * @markup: elements written before
 */
void
nst_xml_raw (NstXml *self, const char *markup)
{
  end_tag (self);
  put_string (self, markup);
}

/**
 * nst_xml_get_markup:
 * @self: a writer whose elements have all ended
 *
 * Returns: (transfer none): what was written
 */
const char *
nst_xml_get_markup (NstXml *self)
{
  g_return_val_if_fail (self->open->len == 0, "");
  self->text[self->length] = '\0';
  return self->text;
}
