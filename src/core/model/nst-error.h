/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Error domains by what the caller does next; messages are fit to be shown. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NstInputError:
 * @NST_INPUT_ERROR_INVALID: a value, file or phrase that cannot be understood
 * @NST_INPUT_ERROR_MISSING: something required is not there
 * @NST_INPUT_ERROR_UNKNOWN: no such kind, field, record, code or form
 *
 * What was given is unreadable or invalid and nothing was changed (exit code 3).
 */
typedef enum
{
  NST_INPUT_ERROR_INVALID,
  NST_INPUT_ERROR_MISSING,
  NST_INPUT_ERROR_UNKNOWN,
} NstInputError;

/**
 * NstRuleError:
 * @NST_RULE_ERROR_REFUSED: a rule of the regulation refuses the step
 * @NST_RULE_ERROR_NOT_NOW: the step is not possible in the present state
 *
 * A rule refuses (exit code 1).
 */
typedef enum
{
  NST_RULE_ERROR_REFUSED,
  NST_RULE_ERROR_NOT_NOW,
} NstRuleError;

/**
 * NstStoreError:
 * @NST_STORE_ERROR_OPEN: the base cannot be opened, or is newer than the program
 * @NST_STORE_ERROR_STALE: the record was changed meanwhile
 * @NST_STORE_ERROR_SQL: the base or a file cannot be read or written
 * @NST_STORE_ERROR_IN_USE: refused because other records refer to it
 *
 * The base or a file could not be read or written; nothing was lost (exit code 4).
 */
typedef enum
{
  NST_STORE_ERROR_OPEN,
  NST_STORE_ERROR_STALE,
  NST_STORE_ERROR_SQL,
  NST_STORE_ERROR_IN_USE,
} NstStoreError;

#define NST_INPUT_ERROR (nst_input_error_quark ())
#define NST_RULE_ERROR (nst_rule_error_quark ())
#define NST_STORE_ERROR (nst_store_error_quark ())

GQuark nst_input_error_quark (void);
GQuark nst_rule_error_quark (void);
GQuark nst_store_error_quark (void);

G_END_DECLS
