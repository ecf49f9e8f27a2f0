/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parses a file of a pack safely, and says in plain words what stopped it. */
#include "config.h"

#include "scheme/nst-pack-parser.h"

#include "scheme/nst-pack.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* What stopped the parsing: the first error, later ones only follow from it. */
typedef struct
{
  gboolean stopped;
  int code;
  int line;
  int opened;
  char *name;
  char *words;
} Stop;

/* Not a code of libxml2, which has no words for it: a document type. */
#define DOCTYPE (-1)

#if LIBXML_VERSION >= 21200
typedef const xmlError XmlError;
#else
typedef xmlError XmlError;
#endif

static void
stop_at_error_cb (void *data, XmlError *error)
{
  xmlParserCtxt *context = data;
  Stop *stop = context->_private;

  if (stop->stopped || error->level < XML_ERR_ERROR)
    return;
  stop->stopped = TRUE;
  stop->code = error->code;
  stop->line = error->line;
  stop->opened = error->int1;
  stop->name = error->str1 != NULL ? g_utf8_make_valid (error->str1, -1) : NULL;
  stop->words = g_strchomp (g_utf8_make_valid (error->message != NULL ? error->message : "", -1));
}

/* A document type could name files and entities: it ends the parsing. */
static void
stop_at_doctype_cb (void *data, const xmlChar *name G_GNUC_UNUSED,
                    const xmlChar *public_id G_GNUC_UNUSED,
                    const xmlChar *system_id G_GNUC_UNUSED)
{
  xmlParserCtxt *context = data;
  Stop *stop = context->_private;

  if (stop->stopped)
    return;
  stop->stopped = TRUE;
  stop->code = DOCTYPE;
  stop->line = context->input != NULL ? context->input->line : 1;
  xmlStopParser (context);
}

/* Elements that do not fit into each other, and a file that ends too early. */
static gboolean
add_element_fault (const Stop *stop, const char *file, GPtrArray *faults)
{
  const char *name = stop->name != NULL ? stop->name : "?";
  char *message;

  if (stop->code == XML_ERR_TAG_NAME_MISMATCH)
    message = g_strdup_printf (
        _ ("this is not well-formed XML: <%s> of line %d is not closed before another end"), name,
        stop->opened);
  else if (stop->code == XML_ERR_TAG_NOT_FINISHED)
    message =
        g_strdup_printf (_ ("this is not well-formed XML: the file ends before <%s> is closed"),
                         name);
  else
    return FALSE;
  nst_fault_add (faults, file, stop->line, message,
                 g_strdup_printf (_ ("Write </%s> where the element ends"), name));
  return TRUE;
}

/* Signs that XML or the encoding does not allow; NULL when it is something else. */
static const char *
get_words (const Stop *stop, const char **remedy)
{
  *remedy = _ ("Close every element and write & as &amp; and < as &lt;");
  switch (stop->code)
    {
    case DOCTYPE:
      *remedy = _ ("Remove the DOCTYPE; packs need none");
      return _ ("a document type (DOCTYPE) is not allowed");
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_I18N_CONV_FAILED:
      *remedy = _ ("Save the file in the encoding UTF-8");
      return _ ("the file is not written in UTF-8");
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      *remedy = _ ("Write the sign itself, or its number such as &#160;");
      return _ ("this is not well-formed XML: a sign is called by a name that XML does not know");
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return _ ("this is not well-formed XML: “&” stands alone");
    case XML_ERR_LT_IN_ATTRIBUTE:
      return _ ("this is not well-formed XML: “<” stands inside an attribute");
    case XML_ERR_ATTRIBUTE_REDEFINED:
      *remedy = _ ("Leave one of the two");
      return _ ("this is not well-formed XML: an attribute is there twice");
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      *remedy = _ ("Write attributes as name=\"value\"");
      return _ ("this is not well-formed XML: an attribute has no value in quotation marks");
    case XML_ERR_DOCUMENT_END:
      *remedy = _ ("Put everything into one first element, and nothing after its end");
      return _ (
          "this is not well-formed XML: something stands after the end of the first element");
    case XML_ERR_DOCUMENT_EMPTY:
      *remedy = _ ("Choose the scheme.xml of a pack");
      return _ ("this is not XML: the file does not begin with an element");
    default:
      return NULL;
    }
}

static void
add_fault (const Stop *stop, const char *file, GPtrArray *faults)
{
  const char *remedy = NULL;
  const char *words = get_words (stop, &remedy);

  if (add_element_fault (stop, file, faults))
    return;
  /* libxml2 tells too deep nesting and other protections only in words. */
  if (words == NULL && stop->words != NULL && strstr (stop->words, "depth") != NULL)
    {
      words = _ ("the elements are nested too deeply");
      remedy = _ ("Leave out what is inside: packs need no more than a few levels");
    }
  nst_fault_add (faults, file, stop->line,
                 words != NULL ? g_strdup (words)
                               : g_strdup_printf (_ ("this is not well-formed XML: %s"),
                                                  stop->words != NULL ? stop->words : "?"),
                 g_strdup (remedy));
}

static gboolean
check_size (gsize size, const char *file, GPtrArray *faults)
{
  if (size > 0 && size <= NST_PACK_MAX_BYTES)
    return TRUE;
  nst_fault_add (faults, file, 0,
                 size == 0 ? g_strdup (_ ("the file is empty"))
                           : g_strdup (_ ("the file is larger than 4 MiB")),
                 g_strdup (_ ("Choose the scheme.xml of a pack")));
  return FALSE;
}

/* A base and a package keep packs as UTF-8, so nothing else comes in. */
static gboolean
check_encoding (const xmlDoc *doc, const char *file, GPtrArray *faults)
{
  const char *encoding = (const char *) doc->encoding;

  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return TRUE;
  nst_fault_add (faults, file, 1,
                 g_strdup_printf (_ ("the file is written in %s, not in UTF-8"), encoding),
                 g_strdup (_ ("Save the file in the encoding UTF-8")));
  return FALSE;
}

/*
 * Parses without network, entities and document type.
 *
 * Returns: (transfer full) (nullable): the XML; NULL and one fault when it is none
 */
xmlDoc *
nst_pack_parse (GBytes *text, const char *file, GPtrArray *faults)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  Stop stop = { FALSE, 0, 1, 0, NULL, NULL };
  xmlParserCtxt *context;
  xmlDoc *doc;

  if (!check_size (size, file, faults))
    return NULL;
  context = xmlNewParserCtxt ();
  context->_private = &stop;
  context->sax->internalSubset = stop_at_doctype_cb;
  context->sax->serror = stop_at_error_cb;
  doc = xmlCtxtReadMemory (context, data, (int) size, file, NULL,
                           XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR |
                               XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  if (doc == NULL || stop.stopped)
    {
      add_fault (&stop, file, faults);
      g_clear_pointer (&doc, xmlFreeDoc);
    }
  else if (!check_encoding (doc, file, faults))
    g_clear_pointer (&doc, xmlFreeDoc);
  xmlFreeParserCtxt (context);
  g_free (stop.name);
  g_free (stop.words);
  return doc;
}
