/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ZIP file of parts, as Word and Writer keep their documents. */
#include "config.h"

#include "documents/nst-office-file.h"

#include "model/nst-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Of the ZIP format (APPNOTE 4.3): how long the fixed parts of headers are, where fields stand.
 */
#define LOCAL_SIZE 30
#define LOCAL_FLAGS 6
#define LOCAL_TIME 10
#define LOCAL_CHECK 14
#define LOCAL_EXTRA 28
#define CENTRAL_SIZE 46
#define CENTRAL_FLAGS 8
#define CENTRAL_TIME 12
#define CENTRAL_CHECK 16
#define CENTRAL_LENGTH 20
#define CENTRAL_NAME 28
#define CENTRAL_OFFSET 42
#define END_SIZE 22
#define END_COUNT 10
#define END_OFFSET 16

#define LENGTH_AT_END 0x0008
#define DESCRIPTOR_SIZE 16

struct _NstOfficeFile
{
  struct archive *archive;
  GByteArray *bytes;
  guint32 day;
  gboolean typed;
  gboolean failed;
};

static la_ssize_t
append_cb (struct archive *archive G_GNUC_UNUSED, void *data, const void *part, size_t length)
{
  g_byte_array_append (data, part, (guint) length);
  return (la_ssize_t) length;
}

/* A day as ZIP writes it, at midnight; 1 January 1980 when there is none. */
static guint32
read_day (const char *date)
{
  guint year = 1980;
  guint month = 1;
  guint day = 1;

  if (date != NULL && sscanf (date, "%4u-%2u-%2u", &year, &month, &day) == 3 && year >= 1980 &&
      year < 2108)
    return ((year - 1980) << 9 | month << 5 | day) << 16;
  return (1 << 5 | 1) << 16;
}

/**
 * nst_office_file_new:
 * @date: (nullable): day that its parts bear, YYYY-MM-DD
 *
 * Returns: (transfer full): a file without parts
 */
NstOfficeFile *
nst_office_file_new (const char *date)
{
  NstOfficeFile *self = g_new0 (NstOfficeFile, 1);

  self->archive = archive_write_new ();
  self->bytes = g_byte_array_new ();
  self->day = read_day (date);
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_per_block (self->archive, 0);
  self->failed =
      archive_write_open (self->archive, self->bytes, NULL, append_cb, NULL) != ARCHIVE_OK;
  return self;
}

/**
 * nst_office_file_free:
 * @self: (nullable): a file
 */
void
nst_office_file_free (NstOfficeFile *self)
{
  if (self == NULL)
    return;
  archive_write_free (self->archive);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static void
add (NstOfficeFile *self, const char *name, const void *content, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  self->failed |= archive_write_header (self->archive, entry) != ARCHIVE_OK ||
                  archive_write_data (self->archive, content, size) != (la_ssize_t) size ||
                  archive_write_finish_entry (self->archive) != ARCHIVE_OK;
  archive_entry_free (entry);
}

/**
 * nst_office_file_add:
 * @self: a file
 * @name: of the part: "word/document.xml"
 * @content: text
 */
void
nst_office_file_add (NstOfficeFile *self, const char *name, const char *content)
{
  add (self, name, content, strlen (content));
}

/**
 * nst_office_file_take:
 * @self: a file
 * @name: of the part
 * @xml: (transfer full): its content
 */
void
nst_office_file_take (NstOfficeFile *self, const char *name, NstXml *xml)
{
  nst_office_file_add (self, name, nst_xml_get_markup (xml));
  nst_xml_free (xml);
}

/**
 * nst_office_file_add_bytes:
 * @self: a file
 * @name: of the part
 * @content: a picture
 */
void
nst_office_file_add_bytes (NstOfficeFile *self, const char *name, GBytes *content)
{
  gsize size = 0;
  const void *data = g_bytes_get_data (content, &size);

  add (self, name, data, size);
}

/**
 * nst_office_file_store:
 * @self: a file without parts
 * @name: of the first part
 * @content: what it says, not compressed
 *
 * Tells the type of the file to those who read only its first bytes (ODF 1.2, part 3, 3.3).
 */
void
nst_office_file_store (NstOfficeFile *self, const char *name, const char *content)
{
  archive_write_zip_set_compression_store (self->archive);
  nst_office_file_add (self, name, content);
  archive_write_zip_set_compression_deflate (self->archive);
  self->typed = TRUE;
}

static guint
get16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

static guint32
get32 (const guint8 *at)
{
  return get16 (at) | (guint32) get16 (at + 2) << 16;
}

static void
put16 (guint8 *at, guint value)
{
  at[0] = value & 0xff;
  at[1] = value >> 8 & 0xff;
}

static void
put32 (guint8 *at, guint32 value)
{
  put16 (at, value & 0xffff);
  put16 (at + 2, value >> 16);
}

/* libarchive gives each part extra fields and writes its length behind it. The part that tells
 * the type may have neither: they are cut out. How many bytes less there are now is returned. */
static guint
plain_first (NstOfficeFile *self, guint8 *central)
{
  guint8 *local = self->bytes->data;
  guint extra = get16 (local + LOCAL_EXTRA);
  guint content = LOCAL_SIZE + get16 (central + CENTRAL_NAME);
  guint length = get32 (central + CENTRAL_LENGTH);
  gboolean behind = (get16 (local + LOCAL_FLAGS) & LENGTH_AT_END) != 0;

  put16 (local + LOCAL_FLAGS, get16 (local + LOCAL_FLAGS) & ~(guint) LENGTH_AT_END);
  put16 (central + CENTRAL_FLAGS, get16 (central + CENTRAL_FLAGS) & ~(guint) LENGTH_AT_END);
  memcpy (local + LOCAL_CHECK, central + CENTRAL_CHECK, 12);
  put16 (local + LOCAL_EXTRA, 0);
  if (behind)
    g_byte_array_remove_range (self->bytes, content + extra + length, DESCRIPTOR_SIZE);
  g_byte_array_remove_range (self->bytes, content, extra);
  return extra + (behind ? DESCRIPTOR_SIZE : 0);
}

/* Gives all parts the same day, whatever zone the clock is set to. */
static void
mend_headers (NstOfficeFile *self)
{
  guint8 *end = self->bytes->data + self->bytes->len - END_SIZE;
  guint count = get16 (end + END_COUNT);
  guint32 at = get32 (end + END_OFFSET);
  guint less = self->typed ? plain_first (self, self->bytes->data + at) : 0;

  at -= less;
  put32 (self->bytes->data + self->bytes->len - END_SIZE + END_OFFSET, at);
  for (guint i = 0; i < count; i++)
    {
      guint8 *central = self->bytes->data + at;
      guint32 offset = get32 (central + CENTRAL_OFFSET) - (i > 0 ? less : 0);

      put32 (central + CENTRAL_OFFSET, offset);
      put32 (central + CENTRAL_TIME, self->day);
      put32 (self->bytes->data + offset + LOCAL_TIME, self->day);
      at += CENTRAL_SIZE + get16 (central + CENTRAL_NAME) + get16 (central + CENTRAL_NAME + 2) +
            get16 (central + CENTRAL_NAME + 4);
    }
}

/**
 * nst_office_file_finish:
 * @self: a file
 * @error: (nullable): where to put what went wrong
 *
 * The same parts and day give the same bytes.
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
nst_office_file_finish (NstOfficeFile *self, GError **error)
{
  self->failed |= archive_write_close (self->archive) != ARCHIVE_OK;
  if (self->failed)
    {
      const char *cause = archive_error_string (self->archive);

      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("The file cannot be made: %s. Close other programs and try again."),
                   cause != NULL ? cause : "");
      return NULL;
    }
  mend_headers (self);
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
