/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a paper is printed of: all, those of a list, those in a state. */
#include "config.h"

#include "app/office/nst-print-scope.h"

#include <glib/gi18n.h>

static void
free_scope (gpointer data)
{
  NstPrintScope *scope = data;

  g_ptr_array_unref (scope->records);
  g_free (scope->title);
  g_free (scope);
}

static void
add_scope (GPtrArray *scopes, const char *title, GPtrArray *records)
{
  NstPrintScope *scope = g_new0 (NstPrintScope, 1);

  /* Translators: which records are printed, and how many they are: «All (12)» */
  scope->title = g_strdup_printf (_ ("%s (%u)"), title, records->len);
  scope->records = g_ptr_array_ref (records);
  g_ptr_array_add (scopes, scope);
}

static gboolean
has_form (NstOffice *office, NstRecord *record, const char *code)
{
  g_autoptr (GPtrArray) forms = nst_documents_list_forms_of (office, record);

  for (guint i = 0; i < forms->len; i++)
    if (g_strcmp0 (((NstDocumentForm *) forms->pdata[i])->code, code) == 0)
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_all (NstOffice *office, const NstDocumentForm *form)
{
  g_autoptr (GPtrArray) records =
      nst_source_list (NST_SOURCE (nst_office_get_store (office)), form->kind, NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (has_form (office, records->pdata[i], form->code))
      g_ptr_array_add (found, g_object_ref (records->pdata[i]));
  return found;
}

static gboolean
has_record (GPtrArray *records, NstRecord *record)
{
  for (guint i = 0; i < records->len; i++)
    if (nst_record_get_id (records->pdata[i]) == nst_record_get_id (record))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_shown (GListModel *shown, const NstDocumentForm *form, GPtrArray *all)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = shown != NULL ? g_list_model_get_n_items (shown) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NstRecord) record = g_list_model_get_item (shown, i);

      if (g_str_equal (nst_record_get_kind (record)->name, form->kind) &&
          has_record (all, record))
        g_ptr_array_add (found, g_steal_pointer (&record));
    }
  return found;
}

/* One state says no more than all. */
static void
add_states (GPtrArray *scopes, NstOffice *office, GPtrArray *all)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) lists =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  NstRuleContext context;
  guint at;

  nst_office_get_context (office, &context);
  for (guint i = 0; i < all->len; i++)
    {
      const NstLifeState *state = nst_steps_get_state (&context, all->pdata[i]);

      if (state == NULL)
        continue;
      if (!g_ptr_array_find_with_equal_func (titles, state->title, g_str_equal, &at))
        {
          at = titles->len;
          g_ptr_array_add (titles, state->title);
          g_ptr_array_add (lists, g_ptr_array_new_with_free_func (g_object_unref));
        }
      g_ptr_array_add (lists->pdata[at], g_object_ref (all->pdata[i]));
    }
  for (guint i = 0; titles->len > 1 && i < titles->len; i++)
    add_scope (scopes, titles->pdata[i], lists->pdata[i]);
}

/**
 * nst_print_scopes_list:
 * @office: an office
 * @form: what is printed, with the kind that it is printed from
 * @shown: (nullable): a list of records that a person has filtered
 *
 * Returns: (transfer full) (element-type NstPrintScope): what may be chosen
 */
GPtrArray *
nst_print_scopes_list (NstOffice *office, const NstDocumentForm *form, GListModel *shown)
{
  GPtrArray *scopes = g_ptr_array_new_with_free_func (free_scope);
  g_autoptr (GPtrArray) all = list_all (office, form);
  g_autoptr (GPtrArray) some = list_shown (shown, form, all);

  if (all->len == 0)
    return scopes;
  add_scope (scopes, _ ("All"), all);
  if (some->len > 0 && some->len < all->len)
    add_scope (scopes, _ ("As filtered in the list"), some);
  add_states (scopes, office, all);
  return scopes;
}
