/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What values of packs look like, in plain words. */
#include "config.h"

#include "scheme/nst-pack-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *type;
  const char *words;
} types[] = {
  { "pack.type", N_ ("Latin letters, digits, “-” and “_”") },
  { "version.type", N_ ("numbers with full stops between them, such as 2024.1") },
  { "words.type", N_ ("some words") },
  { "code.type", N_ ("one word without spaces") },
  { "optional-code.type", N_ ("one word without spaces, or nothing") },
  { "codes.type", N_ ("words with spaces between them") },
  { "field-code.type", N_ ("at most 48 Latin letters, digits, “-” and “_”") },
  { "rule.type", N_ ("the letter R and a number, such as R21, or R21a for a further case") },
  { "levels.type",
    N_ ("REGION, OPERATOR, MUNICIPAL or ORGANISATION, several with one space between them") },
  { "month.type", N_ ("a year and a month, such as 2021-12") },
  { "offsets.type", N_ ("whole numbers with spaces between them, such as -1 0 3") },
  { "number.type", N_ ("a number such as 12 or 12.5") },
  { "count.type", N_ ("a whole number from 1 to 99") },
  { "widths.type", N_ ("numbers with spaces between them, such as 10 60 100") },
};

/*
 * @type: (nullable): name of a define of pack.rng
 *
 * Returns: (nullable): what such a value looks like; NULL when the grammar lists the values
 */
const char *
nst_pack_words_of_type (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].type, type) == 0)
      return _ (types[i].words);
  return NULL;
}
