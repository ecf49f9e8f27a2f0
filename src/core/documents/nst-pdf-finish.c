/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF says to readers and cairo cannot write: language, alternative texts, headers. */
#include "config.h"

#include "documents/nst-pdf-finish.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#if NST_HAVE_QPDF
#include <qpdf/qpdf-c.h>

/* Papers are Russian, whatever language the program speaks to its user. */
#define LANGUAGE "ru-RU"

/* No file of ours is nested that deep. */
#define MAX_DEPTH 64

typedef struct
{
  qpdf_data pdf;
  GPtrArray *alternatives;
  guint n_figures;
} Finish;

static void
put_flag (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh preferences = qpdf_oh_new_dictionary (pdf);

  qpdf_oh_replace_key (pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (pdf, QPDF_TRUE));
  qpdf_oh_replace_key (pdf, root, "/ViewerPreferences", preferences);
}

/* A header cell is that of its column. */
static void
put_scope (qpdf_data pdf, qpdf_oh element)
{
  qpdf_oh attributes = qpdf_oh_new_dictionary (pdf);

  qpdf_oh_replace_key (pdf, attributes, "/O", qpdf_oh_new_name (pdf, "/Table"));
  qpdf_oh_replace_key (pdf, attributes, "/Scope", qpdf_oh_new_name (pdf, "/Column"));
  qpdf_oh_replace_key (pdf, element, "/A", attributes);
}

static void
put_alternative (Finish *self, qpdf_oh element)
{
  if (self->alternatives == NULL || self->n_figures >= self->alternatives->len)
    return;
  qpdf_oh_replace_key (self->pdf, element, "/Alt",
                       qpdf_oh_new_unicode_string (self->pdf,
                                                   g_ptr_array_index (self->alternatives,
                                                                      self->n_figures)));
  self->n_figures++;
}

static void walk (Finish *self, qpdf_oh element, guint depth);

static void
walk_children (Finish *self, qpdf_oh children, guint depth)
{
  if (!qpdf_oh_is_array (self->pdf, children))
    {
      walk (self, children, depth);
      return;
    }
  for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, children); i++)
    {
      qpdf_oh child = qpdf_oh_get_array_item (self->pdf, children, i);

      walk (self, child, depth);
      qpdf_oh_release (self->pdf, child);
    }
}

/* An element of the structure; numbers and references to content have nothing to add. */
static void
walk (Finish *self, qpdf_oh element, guint depth)
{
  if (depth > MAX_DEPTH || !qpdf_oh_is_dictionary (self->pdf, element))
    return;
  if (qpdf_oh_has_key (self->pdf, element, "/S"))
    {
      qpdf_oh type = qpdf_oh_get_key (self->pdf, element, "/S");
      const char *name =
          qpdf_oh_is_name (self->pdf, type) ? qpdf_oh_get_name (self->pdf, type) : "";

      if (strcmp (name, "/TH") == 0)
        put_scope (self->pdf, element);
      else if (strcmp (name, "/Figure") == 0)
        put_alternative (self, element);
      qpdf_oh_release (self->pdf, type);
    }
  if (qpdf_oh_has_key (self->pdf, element, "/K"))
    {
      qpdf_oh children = qpdf_oh_get_key (self->pdf, element, "/K");

      walk_children (self, children, depth + 1);
      qpdf_oh_release (self->pdf, children);
    }
}

static void
enrich (Finish *self)
{
  qpdf_oh root = qpdf_get_root (self->pdf);

  qpdf_oh_replace_key (self->pdf, root, "/Lang",
                       qpdf_oh_new_unicode_string (self->pdf, LANGUAGE));
  put_flag (self->pdf, root);
  if (qpdf_oh_has_key (self->pdf, root, "/StructTreeRoot"))
    walk (self, qpdf_oh_get_key (self->pdf, root, "/StructTreeRoot"), 0);
}

static GBytes *
write_bytes (Finish *self)
{
  if (qpdf_init_write_memory (self->pdf) != QPDF_SUCCESS)
    return NULL;
  /* The same document gives the same bytes (DOCUMENTS 18, C30). */
  qpdf_set_deterministic_ID (self->pdf, QPDF_TRUE);
  /* The tags of a table are many small objects: packed they take a fifth. */
  qpdf_set_object_stream_mode (self->pdf, qpdf_o_generate);
  if (qpdf_write (self->pdf) != QPDF_SUCCESS)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (self->pdf), qpdf_get_buffer_length (self->pdf));
}

/**
 * nst_pdf_finish:
 * @pdf: a whole file, as cairo makes it
 * @alternatives: (nullable) (element-type utf8): what the figures say, in their order
 * @error: (nullable): where to put what went wrong
 *
 * Tells the language, that a window shows the title, which cells are headers of columns, and
 * what figures show. Where the program was built without libqpdf, the file stays as it is.
 *
 * Returns: (transfer full) (nullable): the finished file
 */
GBytes *
nst_pdf_finish (GBytes *pdf, GPtrArray *alternatives, GError **error)
{
  Finish self = { qpdf_init (), alternatives, 0 };
  gsize size = 0;
  const char *data = g_bytes_get_data (pdf, &size);
  GBytes *bytes = NULL;

  qpdf_silence_errors (self.pdf);
  qpdf_set_suppress_warnings (self.pdf, QPDF_TRUE);
  if (qpdf_read_memory (self.pdf, "document", data, size, NULL) == QPDF_SUCCESS)
    {
      enrich (&self);
      bytes = write_bytes (&self);
    }
  if (bytes == NULL)
    g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                 _ ("The PDF cannot be made: %s. Close other programs and try again."),
                 qpdf_get_error_full_text (self.pdf, qpdf_get_error (self.pdf)));
  qpdf_cleanup (&self.pdf);
  return bytes;
}

#else

GBytes *
nst_pdf_finish (GBytes *pdf, GPtrArray *alternatives G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  return g_bytes_ref (pdf);
}

#endif
