/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in the working group of a team (DOMAIN 4.6). */
#include "config.h"

#include "model/nst-member.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_REF (1, "team", "team", N_("Team"), NST_FIELD_REQUIRED | NST_FIELD_OWNER),
  NST_FIELD_REF (1, "person", "person", N_("Person"), NST_FIELD_REQUIRED | NST_FIELD_SEARCH),
  NST_FIELD_RANK (1, "rank", N_("Position in the list"), 0),
  NST_FIELD_STRING (1, "function", N_("Function"), 0),
  NST_FIELD_CODES (1, "roles", "member-role", N_("Roles"), 0),
  NST_FIELD_STRING (1, "phone", N_("Phone"), NST_FIELD_PERSONAL),
  NST_FIELD_STRING (1, "email", N_("E-mail"), NST_FIELD_PERSONAL),
  NST_FIELD_DATE (1, "from", N_("From"), 0),
  NST_FIELD_DATE (1, "to", N_("Until"), 0),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_member_kind = {
  .name = "member",
  .plural = "members",
  .label = N_ ("Team member"),
  .title = "{person}",
  .order = "rank",
  .fields = fields,
  .get_type = nst_member_get_type,
};

struct _NstMember
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstMember, nst_member, nst_member_kind)
