/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identity of records across offices. */
#include "config.h"

#include "model/nst-uuid.h"

/**
 * nst_uuid_new:
 *
 * Returns: (transfer full): a random UUID in its usual 36 characters
 */
char *
nst_uuid_new (void)
{
  return g_uuid_string_random ();
}

/**
 * nst_uuid_derive:
 * @kind: name of the kind of the link record
 * @first: UUID of one end
 * @second: UUID of the other end
 *
 * Derives the UUID of a link record from both ends, so that two offices that make the
 * same link make the same record (RFC 4122, version 5 by SHA-1).
 *
 * Returns: (transfer full): the UUID
 */
char *
nst_uuid_derive (const char *kind, const char *first, const char *second)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (kind != NULL && first != NULL && second != NULL, NULL);

  g_checksum_update (checksum, (const guchar *) kind, -1);
  g_checksum_update (checksum, (const guchar *) "/", 1);
  g_checksum_update (checksum, (const guchar *) first, -1);
  g_checksum_update (checksum, (const guchar *) "/", 1);
  g_checksum_update (checksum, (const guchar *) second, -1);
  g_checksum_get_digest (checksum, digest, &length);

  digest[6] = (guint8) ((digest[6] & 0x0f) | 0x50);
  digest[8] = (guint8) ((digest[8] & 0x3f) | 0x80);
  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        g_string_append_c (text, '-');
      g_string_append_printf (text, "%02x", digest[i]);
    }
  return g_string_free (text, FALSE);
}
