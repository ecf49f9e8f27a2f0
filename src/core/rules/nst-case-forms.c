/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases of a person's name and post: typed, remembered or derived (DOCUMENTS 15.5). */
#include "config.h"

#include "rules/nst-case-forms.h"

#include <string.h>

#define TYPED_ON "cases_typed_on"

static const char *const codes[] = { "gen", "dat", "acc", "ins", "pre" };

/**
 * nst_case_form_free:
 * @self: (transfer full): a form
 */
void
nst_case_form_free (NstCaseForm *self)
{
  g_free (self->field);
  g_free (self->nominative);
  g_free (self->text);
  g_free (self);
}

static void
free_form (gpointer data)
{
  nst_case_form_free (data);
}

static NstCaseForm *
make_form (NstRecord *person, const char *prefix, const char *nominative, NstCase to)
{
  NstCaseForm *form = g_new0 (NstCaseForm, 1);
  const char *typed;

  form->field = g_strdup_printf ("%s_%s", prefix, codes[to - NST_CASE_GEN]);
  form->nominative = g_strdup (nominative);
  form->to = to;
  typed = nst_record_get_text (person, form->field);
  form->typed = typed != NULL;
  form->text = g_strdup (typed);
  return form;
}

static NstCaseForm *
decline_name (NstGrammar *grammar, NstRecord *person, NstCase to)
{
  const char *last = nst_record_get_text (person, "last");
  const char *first = nst_record_get_text (person, "first");
  const char *middle = nst_record_get_text (person, "middle");
  g_autofree char *name =
      nst_grammar_decline_name (grammar, last, first, middle, NULL, NST_CASE_NOM, NULL);
  NstCaseForm *form = make_form (person, "fio", name, to);

  if (!form->typed)
    form->text =
        nst_grammar_decline_name (grammar, last, first, middle,
                                  nst_record_get_text (person, "sex"), to, &form->sureness);
  return form;
}

static NstCaseForm *
decline_post (NstGrammar *grammar, NstRecord *person, const char *post, NstCase to)
{
  NstCaseForm *form = make_form (person, "post", post, to);

  if (!form->typed)
    form->text = nst_grammar_decline_post (grammar, post, to, &form->sureness);
  return form;
}

/**
 * nst_case_forms_list:
 * @grammar: the rules, with what nst_case_forms_learn() told them
 * @person: a record of kind "person"
 *
 * What a person typed comes before what a colleague's post was given, and that before the rules
 * (DOCUMENTS 15.4). A correction is stored by setting the field of the form; its day is put in
 * by itself.
 *
 * Returns: (transfer full) (element-type NstCaseForm): five forms of the name, from the
 *   genitive on, then five of the post when the person has one
 */
GPtrArray *
nst_case_forms_list (NstGrammar *grammar, NstRecord *person)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (free_form);
  const char *post;

  g_return_val_if_fail (NST_IS_GRAMMAR (grammar) && NST_IS_RECORD (person), forms);

  post = nst_record_get_text (person, "post");
  for (guint to = NST_CASE_GEN; to <= NST_CASE_PRE; to++)
    g_ptr_array_add (forms, decline_name (grammar, person, (NstCase) to));
  for (guint to = NST_CASE_GEN; post != NULL && to <= NST_CASE_PRE; to++)
    g_ptr_array_add (forms, decline_post (grammar, person, post, (NstCase) to));
  return forms;
}

/* The newest word counts: it comes last. */
static int
compare_typed (gconstpointer a, gconstpointer b)
{
  NstRecord *first = *(NstRecord *const *) a;
  NstRecord *second = *(NstRecord *const *) b;
  int order =
      g_strcmp0 (nst_record_get_text (first, TYPED_ON), nst_record_get_text (second, TYPED_ON));

  if (order != 0)
    return order;
  return nst_record_get_id (first) < nst_record_get_id (second) ? -1 : 1;
}

/**
 * nst_case_forms_learn:
 * @grammar: the rules
 * @source: the base
 *
 * A post that was declined by hand for one person is asked for no more (DOCUMENTS 15.6). What
 * was learnt before is forgotten.
 */
void
nst_case_forms_learn (NstGrammar *grammar, NstSource *source)
{
  g_autoptr (GPtrArray) people = NULL;

  g_return_if_fail (NST_IS_GRAMMAR (grammar) && NST_IS_SOURCE (source));

  people = nst_source_list (source, "person", NULL, NULL);
  nst_grammar_forget (grammar);
  g_ptr_array_sort (people, compare_typed);
  for (guint i = 0; i < people->len; i++)
    {
      const char *post = nst_record_get_text (people->pdata[i], "post");

      for (guint c = 0; post != NULL && c < G_N_ELEMENTS (codes); c++)
        {
          g_autofree char *field = g_strconcat ("post_", codes[c], NULL);
          const char *form = nst_record_get_text (people->pdata[i], field);

          if (form != NULL)
            nst_grammar_learn_post (grammar, post, (NstCase) (NST_CASE_GEN + c), form);
        }
    }
}

static gboolean
is_case_form (const NstChangeItem *item)
{
  if (item->op != NST_CHANGE_SET || item->after == NULL ||
      strcmp (nst_record_get_kind (item->record)->name, "person") != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_has_suffix (item->field->name, codes[i]) &&
        (g_str_has_prefix (item->field->name, "fio_") ||
         g_str_has_prefix (item->field->name, "post_")))
      return TRUE;
  return FALSE;
}

/**
 * nst_case_forms_date:
 * @change: before it is applied
 * @today: the day
 *
 * A form that somebody types for a person keeps the day on which it was typed.
 */
void
nst_case_forms_date (NstChange *change, const GDate *today)
{
  GPtrArray *items = nst_change_get_items (change);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      NstChangeItem *item = items->pdata[i];

      if (is_case_form (item) && !g_ptr_array_find (people, item->record, NULL))
        g_ptr_array_add (people, g_object_ref (item->record));
    }
  for (guint i = 0; i < people->len; i++)
    nst_change_set_date (change, people->pdata[i], TYPED_ON, today);
}
