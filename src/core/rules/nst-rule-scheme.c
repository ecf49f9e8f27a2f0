/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By which scheme, in which version, a record is judged, shown and printed (DOMAIN R80). */
#include "config.h"

#include "rules/nst-rule-scheme.h"

#include "scheme/nst-scheme-version.h"

#include <string.h>

/* The programme that a record is, or belongs to. */
static NstRecord *
dup_program (const NstRuleContext *context, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_autoptr (NstRecord) activity = NULL;

  if (strcmp (kind->name, "program") == 0)
    return g_object_ref (record);
  if (nst_kind_find_field (kind, "program") != NULL)
    return nst_source_dup_ref (context->source, record, "program");
  if (strcmp (kind->name, "mark") != 0)
    return NULL;
  activity = nst_source_dup_ref (context->source, record, "activity");
  return activity != NULL ? nst_source_dup_ref (context->source, activity, "program") : NULL;
}

/**
 * nst_rule_scheme_of:
 * @context: scheme, source and the day
 * @record: a record
 *
 * A programme keeps the version of the scheme that it was made with, and what belongs to it
 * follows it; all else follows the office's scheme, in its newest version.
 *
 * Returns: (transfer none): the scheme of the record
 */
NstScheme *
nst_rule_scheme_of (const NstRuleContext *context, NstRecord *record)
{
  g_autoptr (NstRecord) program = NULL;

  if (record == NULL || !nst_scheme_has_family (context->scheme))
    return context->scheme;
  program = dup_program (context, record);
  if (program == NULL)
    return context->scheme;
  return nst_scheme_find_version (context->scheme, nst_record_get_text (program, "scheme"),
                                  nst_record_get_text (program, "scheme_version"));
}

/**
 * nst_rule_scheme_enter:
 * @context: scheme, source and the day
 * @record: a record
 * @own: (out caller-allocates): gets the context with the record's own scheme
 *
 * Returns: (transfer none): @own, or @context when the record follows its scheme
 */
const NstRuleContext *
nst_rule_scheme_enter (const NstRuleContext *context, NstRecord *record, NstRuleContext *own)
{
  NstScheme *scheme = nst_rule_scheme_of (context, record);

  if (scheme == context->scheme)
    return context;
  *own = *context;
  own->scheme = scheme;
  return own;
}
