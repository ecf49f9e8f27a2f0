/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each thing waits: its territory, and its group. */
#include "config.h"

#include "app/today/nst-waiting.h"

#include "rules/nst-group-sides.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a record belongs to, up to a group or an organisation. */
static const struct
{
  const char *kind;
  const char *owner;
} owners[] = {
  { "activity", "program" },    { "report", "program" },  { "stage", "program" },
  { "program", "group" },       { "agreement", "group" }, { "signature", "agreement" },
  { "participant", "group" },   { "member", "team" },     { "team", "organisation" },
  { "person", "organisation" },
};

static const char *
find_owner (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    if (strcmp (owners[i].kind, kind) == 0)
      return owners[i].owner;
  return NULL;
}

static NstRecord *
dup_top (NstSource *source, NstRecord *record)
{
  NstRecord *top = g_object_ref (record);
  const char *owner;

  while ((owner = find_owner (nst_record_get_kind (top)->name)) != NULL)
    {
      NstRecord *next = nst_source_dup_ref (source, top, owner);

      if (next == NULL)
        break;
      g_object_unref (top);
      top = next;
    }
  return top;
}

static NstRecord *
dup_territory (const NstRuleContext *context, NstRecord *top)
{
  const char *kind = nst_record_get_kind (top)->name;

  if (strcmp (kind, "territory") == 0)
    return g_object_ref (top);
  if (strcmp (kind, "group") == 0)
    return nst_group_sides_dup_territory (context, top);
  if (strcmp (kind, "organisation") == 0 || strcmp (kind, "program") == 0)
    return nst_source_dup_ref (context->source, top, "territory");
  return NULL;
}

/**
 * nst_waiting_dup_territory:
 * @context: scheme, source and the day
 * @record: what something waits on
 *
 * Returns: (transfer full) (nullable): name of the territory that it is in
 */
char *
nst_waiting_dup_territory (const NstRuleContext *context, NstRecord *record)
{
  g_autoptr (NstRecord) top = dup_top (context->source, record);
  g_autoptr (NstRecord) territory = dup_territory (context, top);

  return territory != NULL ? g_strdup (nst_record_get_title (territory)) : NULL;
}

/**
 * nst_waiting_find_places:
 * @context: scheme, source and the day
 * @found: (element-type NstWaiting): what waits
 *
 * Tells each line its territory, unless it knows, and its group, unless it stands for many.
 */
void
nst_waiting_find_places (const NstRuleContext *context, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      NstWaiting *waiting = g_ptr_array_index (found, i);
      g_autoptr (NstRecord) top = NULL;

      if (waiting->record == NULL)
        continue;
      if (waiting->territory == NULL)
        waiting->territory = nst_waiting_dup_territory (context, waiting->record);
      top = dup_top (context->source, waiting->record);
      if (!waiting->many && strcmp (nst_record_get_kind (top)->name, "group") == 0)
        waiting->group = g_strdup_printf (_ ("Group %s"), nst_record_get_title (top));
    }
}
