/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A typed full name as the fields of a person. */
#include "config.h"

#include "app/widgets/nst-person-name.h"

NstRecord *
nst_person_name_add (NstChange *change, const char *typed)
{
  static const char *const fields[] = { "last", "first", "middle" };
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);
  NstRecord *person = nst_change_add (change, "person", NULL);
  guint field = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (field < G_N_ELEMENTS (fields))
        {
          nst_change_set (change, person, fields[field++], words[i]);
        }
      else
        {
          /* A patronymic of two words stays one patronymic. */
          g_autofree char *longer =
              g_strconcat (nst_record_get_text (person, "middle"), " ", words[i], NULL);

          nst_change_set (change, person, "middle", longer);
        }
    }
  return person;
}
