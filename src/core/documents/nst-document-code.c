/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printed code of an issued document and of its pages (DOMAIN 4.31). */
#include "config.h"

#include "documents/nst-document-code.h"

#include <string.h>

/* No I, L, O, U: they are read as other signs. */
#define ALPHABET "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define BASE 32
#define GROUP 4

/* Of a document: seven signs and their check sign. */
#define N_CODE 8
/* Of a page: base 4, document 8, version 1, page 2, check sign. */
#define N_PAGE 16
#define AT_VERSION 12
#define AT_PAGE 13

static guint
get_value (char sign)
{
  return (guint) (strchr (ALPHABET, sign) - ALPHABET);
}

/* Finds every wrong sign and nearly all neighbours that changed places. */
static char
get_check_sign (const char *signs, guint n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += get_value (signs[i]) * (2 * i + 1);
  return ALPHABET[sum % BASE];
}

static void
hash (const char *seed, char *signs, guint n)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (sum, (const guchar *) seed, -1);
  g_checksum_get_digest (sum, digest, &length);
  for (guint i = 0; i < n; i++)
    signs[i] = ALPHABET[digest[i] % BASE];
  signs[n] = '\0';
}

/* The signs without the lines between groups; FALSE unless there are so many. */
static gboolean
read_signs (const char *text, char *signs, guint n)
{
  guint found = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      char sign = g_ascii_toupper (*p);

      if (sign == '-' && found > 0 && found % GROUP == 0)
        continue;
      if (found == n || strchr (ALPHABET, sign) == NULL)
        return FALSE;
      signs[found++] = sign;
    }
  signs[found] = '\0';
  return found == n && signs[n - 1] == get_check_sign (signs, n - 1);
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
  char signs[N_CODE] = "";

  hash (seed, signs, N_CODE - 1);
  return g_strdup_printf ("%.*s-%s%c", GROUP, signs, signs + GROUP,
                          get_check_sign (signs, N_CODE - 1));
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
  char signs[N_CODE + 1] = "";

  return read_signs (code, signs, N_CODE);
}

/**
 * nst_document_code_dup_base:
 * @seed: what no other base has, such as the UUID of its office
 *
 * Returns: (transfer full): four signs that tell bases apart on paper
 */
char *
nst_document_code_dup_base (const char *seed)
{
  char signs[GROUP + 1] = "";

  hash (seed, signs, GROUP);
  return g_strdup (signs);
}

/**
 * nst_page_code_print:
 * @self: of which page
 *
 * A page above 1023 or a version above 31 is printed as the highest that has a place.
 *
 * Returns: (transfer full): four groups of four signs, the last sign a check sign:
 *   "4T7Q-7K3Q-M2XD-102S"
 */
char *
nst_page_code_print (const NstPageCode *self)
{
  char signs[N_PAGE + 1] = "";
  guint version = MIN (self->version, BASE - 1);
  guint page = MIN (self->page, BASE * BASE - 1);

  memcpy (signs, self->base, GROUP);
  memcpy (signs + GROUP, self->code, GROUP);
  memcpy (signs + 2 * GROUP, self->code + GROUP + 1, GROUP);
  signs[AT_VERSION] = ALPHABET[version];
  signs[AT_PAGE] = ALPHABET[page / BASE];
  signs[AT_PAGE + 1] = ALPHABET[page % BASE];
  signs[N_PAGE - 1] = get_check_sign (signs, N_PAGE - 1);
  return g_strdup_printf ("%.4s-%.4s-%.4s-%.4s", signs, signs + 4, signs + 8, signs + 12);
}

/**
 * nst_page_code_parse:
 * @self: (out caller-allocates): what it says
 * @text: typed, with or without lines, or read from a scan
 *
 * Returns: whether it is the code of a page, its check signs right
 */
gboolean
nst_page_code_parse (NstPageCode *self, const char *text)
{
  char signs[N_PAGE + 1] = "";

  if (!read_signs (text, signs, N_PAGE))
    return FALSE;
  g_snprintf (self->base, sizeof self->base, "%.4s", signs);
  g_snprintf (self->code, sizeof self->code, "%.4s-%.4s", signs + GROUP, signs + 2 * GROUP);
  self->version = get_value (signs[AT_VERSION]);
  self->page = get_value (signs[AT_PAGE]) * BASE + get_value (signs[AT_PAGE + 1]);
  return nst_document_code_check (self->code);
}
