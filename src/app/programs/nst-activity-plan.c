/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Activities come into the plan and leave it, while the plan may be changed. */
#include "config.h"

#include "app/programs/nst-activity-plan.h"

#include "app/widgets/nst-program-names.h"
#include "model/nst-error.h"
#include "model/nst-rank.h"

#include <glib/gi18n.h>

/**
 * nst_activity_plan_is_open:
 * @office: at whose base
 * @program: a programme
 *
 * Returns: whether wording and schedule may be changed: in a draft, and in a new version until
 *   it is approved; never in a version that another one follows
 */
gboolean
nst_activity_plan_is_open (NstOffice *office, NstRecord *program)
{
  g_autoptr (NstRecord) next = NULL;
  const char *state;

  g_return_val_if_fail (NST_IS_OFFICE (office) && NST_IS_RECORD (program), FALSE);

  next = nst_program_names_dup_next (office, program);
  if (next != NULL)
    return FALSE;
  state = nst_record_get_text (program, "state");
  if (state == NULL || g_str_equal (state, "DRAFT"))
    return TRUE;
  return nst_record_get_ref (program, "previous") != 0 &&
         nst_record_get_text (program, "reapproved_on") == NULL;
}

static char *
dup_rank_after (NstSource *source, NstRecord *program, NstRecord *activity)
{
  g_autoptr (GPtrArray) all = nst_source_list_of (source, "activity", "program", program);
  const char *before = nst_record_get_text (activity, "rank");
  const char *after = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const char *rank = nst_record_get_text (g_ptr_array_index (all, i), "rank");

      if (g_strcmp0 (rank, before) > 0 && (after == NULL || g_strcmp0 (rank, after) < 0))
        after = rank;
    }
  return nst_rank_between (before, after);
}

/**
 * nst_activity_plan_add_after:
 * @office: at whose base
 * @activity: the one before the new one, which comes into the same stage
 * @error: return location
 *
 * Returns: id of the new activity, or 0
 */
gint64
nst_activity_plan_add_after (NstOffice *office, NstRecord *activity, GError **error)
{
  NstStore *store = nst_office_get_store (office);
  g_autoptr (NstRecord) program = nst_source_dup_ref (NST_SOURCE (store), activity, "program");
  g_autoptr (NstRecord) stage = nst_source_dup_ref (NST_SOURCE (store), activity, "stage");
  g_autoptr (NstChange) change = nst_change_new (_ ("Activity added"));
  g_autoptr (NstRecord) added = NULL;
  g_autofree char *rank = NULL;

  g_return_val_if_fail (program != NULL, 0);

  rank = dup_rank_after (NST_SOURCE (store), program, activity);
  added = nst_change_add (change, "activity", "rank", rank, "title", _ ("New activity"), NULL);
  nst_change_set_ref (change, added, "program", program);
  if (stage != NULL)
    nst_change_set_ref (change, added, "stage", stage);
  return nst_store_apply (store, change, error) ? nst_record_get_id (added) : 0;
}

/**
 * nst_activity_plan_remove:
 * @office: at whose base
 * @activity: what leaves the plan; one with marks does not
 * @error: return location
 */
gboolean
nst_activity_plan_remove (NstOffice *office, NstRecord *activity, GError **error)
{
  NstStore *store = nst_office_get_store (office);
  g_autoptr (GPtrArray) marks =
      nst_source_list_of (NST_SOURCE (store), "mark", "activity", activity);
  g_autoptr (GPtrArray) files =
      nst_source_list_linked (NST_SOURCE (store), "attachment", "subject", activity);
  g_autoptr (NstChange) change = nst_change_new (_ ("Activity removed"));

  if (marks->len > 0 || files->len > 0)
    {
      g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
                   _ ("“%s” has marks or evidence, so it stays in the plan. Take them away first "
                      "or mark it as not done"),
                   nst_record_get_title (activity));
      return FALSE;
    }
  nst_change_remove (change, activity);
  return nst_store_apply (store, change, error);
}
