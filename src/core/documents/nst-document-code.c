/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printed code of an issued document (DOMAIN 4.31). */
#include "config.h"

#include "documents/nst-document-code.h"

#include <string.h>

/* No I, L, O, U: they are read as other signs. */
#define ALPHABET "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define BASE 32
#define N_SIGNS 7
#define GROUP 4

/* Finds every wrong sign and nearly all neighbours that changed places. */
static char
get_check_sign (const char *signs)
{
  guint sum = 0;

  for (guint i = 0; i < N_SIGNS; i++)
    sum += (guint) (strchr (ALPHABET, signs[i]) - ALPHABET) * (2 * i + 1);
  return ALPHABET[sum % BASE];
}

/**
 * nst_document_code_new:
 * @seed: anything that no other document has, such as its UUID
 *
 * Returns: (transfer full): eight signs such as "7K3Q-M2XD", the last one a check sign
 */
char *
nst_document_code_new (const char *seed)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char signs[N_SIGNS + 1] = "";

  g_checksum_update (sum, (const guchar *) seed, -1);
  g_checksum_get_digest (sum, digest, &length);
  for (guint i = 0; i < N_SIGNS; i++)
    signs[i] = ALPHABET[digest[i] % BASE];
  return g_strdup_printf ("%.*s-%s%c", GROUP, signs, signs + GROUP, get_check_sign (signs));
}

/**
 * nst_document_code_check:
 * @code: typed or read by a camera
 *
 * Returns: whether it is such a code and its check sign is right
 */
gboolean
nst_document_code_check (const char *code)
{
  char signs[N_SIGNS + 2] = "";
  guint n = 0;

  for (const char *p = code; *p != '\0'; p++)
    {
      char sign = g_ascii_toupper (*p);

      if (sign == '-' && n == GROUP)
        continue;
      if (n > N_SIGNS || strchr (ALPHABET, sign) == NULL)
        return FALSE;
      signs[n++] = sign;
    }
  return n == N_SIGNS + 1 && signs[N_SIGNS] == get_check_sign (signs);
}
