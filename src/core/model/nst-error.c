/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Error domains by what the caller does next. */
#include "config.h"

#include "model/nst-error.h"

G_DEFINE_QUARK (nst - input - error - quark, nst_input_error)
G_DEFINE_QUARK (nst - rule - error - quark, nst_rule_error)
G_DEFINE_QUARK (nst - store - error - quark, nst_store_error)
