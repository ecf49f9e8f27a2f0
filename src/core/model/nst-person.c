/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who takes part, signs or answers (DOMAIN 4.4). */
#include "config.h"

#include "model/nst-person.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const NstField fields[] = {
  NST_FIELD_STRING (1, "last",
                    N_("Surname"),
                    NST_FIELD_REQUIRED | NST_FIELD_PERSONAL | NST_FIELD_SEARCH | NST_FIELD_DATED),
  NST_FIELD_STRING (1, "first",
                    N_("First name"), NST_FIELD_PERSONAL | NST_FIELD_SEARCH | NST_FIELD_DATED),
  NST_FIELD_STRING (1, "middle",
                    N_("Patronymic"), NST_FIELD_PERSONAL | NST_FIELD_SEARCH | NST_FIELD_DATED),
  NST_FIELD_CODE (1, "sex", "sex", N_("Sex"), NST_FIELD_PERSONAL),
  NST_FIELD_STRING (1, "post", N_("Post"), NST_FIELD_SEARCH | NST_FIELD_DATED),
  NST_FIELD_REF (1, "organisation", "organisation", N_("Organisation"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "phone", N_("Work phone"), NST_FIELD_PERSONAL),
  NST_FIELD_STRING (1, "mobile", N_("Mobile phone"), NST_FIELD_PERSONAL | NST_FIELD_SEARCH),
  NST_FIELD_STRING (1, "email", N_("E-mail"), NST_FIELD_PERSONAL | NST_FIELD_SEARCH),
  NST_FIELD_DATE (1, "birth_date", N_("Date of birth"), NST_FIELD_PERSONAL),
  NST_FIELD_STRING (1, "platform_email", N_("E-mail for the platform"), NST_FIELD_PERSONAL),
  NST_FIELD_DATE (1, "platform_registered_on", N_("Registered on the platform"), 0),
  NST_FIELD_DATE (1, "platform_joined_on", N_("Joined the community"), 0),
  NST_FIELD_DATE (1, "head_since", N_("Head since"), 0),
  NST_FIELD_DATE (1, "reserve_since", N_("In the reserve since"), 0),
  NST_FIELD_STRING (1, "fio_gen", N_("Name in the genitive"), NST_FIELD_PERSONAL | NST_FIELD_DATED),
  NST_FIELD_STRING (1, "fio_dat", N_("Name in the dative"), NST_FIELD_PERSONAL | NST_FIELD_DATED),
  NST_FIELD_STRING (1, "fio_acc",
                    N_("Name in the accusative"), NST_FIELD_PERSONAL | NST_FIELD_DATED),
  NST_FIELD_STRING (1, "fio_ins",
                    N_("Name in the instrumental"), NST_FIELD_PERSONAL | NST_FIELD_DATED),
  NST_FIELD_STRING (1, "fio_pre",
                    N_("Name in the prepositional"), NST_FIELD_PERSONAL | NST_FIELD_DATED),
  NST_FIELD_STRING (1, "post_gen", N_("Post in the genitive"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "post_dat", N_("Post in the dative"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "post_acc", N_("Post in the accusative"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "post_ins", N_("Post in the instrumental"), NST_FIELD_DATED),
  NST_FIELD_STRING (1, "post_pre", N_("Post in the prepositional"), NST_FIELD_DATED),
  NST_FIELD_DATE (1, "cases_typed_on", N_("Cases typed on"), 0),
  NST_FIELD_TEXT (1, "note", N_("Note"), NST_FIELD_PERSONAL),
  NST_FIELD_END
};
/* clang-format on */

const NstKind nst_person_kind = {
  .name = "person",
  .plural = "people",
  .label = N_ ("Person"),
  .title = "{last} {first} {middle}",
  .order = "last",
  .fields = fields,
  .get_type = nst_person_get_type,
};

struct _NstPerson
{
  NstRecord parent_instance;
};

NST_DEFINE_RECORD (NstPerson, nst_person, nst_person_kind)
