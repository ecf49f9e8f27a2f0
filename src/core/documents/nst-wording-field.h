/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields, conditions and lists of a template in the words of people. */
#pragma once

#include "documents/nst-wording-form.h"
#include "scheme/nst-scheme.h"

G_BEGIN_DECLS

char *nst_wording_field_describe (NstScheme *scheme, const NstWordingForm *form,
                                  const NstWordingName *names, const char *field);
char *nst_wording_field_describe_test (NstScheme *scheme, const NstWordingForm *form,
                                       const NstWordingName *names, const char *condition);
GPtrArray *nst_wording_field_list (NstScheme *scheme, const NstWordingForm *form,
                                   const NstWordingPlace *place);

G_END_DECLS
