/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office at work: its base, its schemes, its clock, and the steps people take. */
#include "config.h"

#include "store/nst-office.h"

#include "model/nst-error.h"
#include "rules/nst-case-forms.h"
#include "rules/nst-gate.h"
#include "rules/nst-kept-source.h"
#include "rules/nst-rule-scheme.h"
#include "rules/nst-typed.h"
#include "scheme/nst-scheme-loader.h"
#include "store/nst-backups.h"
#include "store/nst-scheme-shelf.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Ids of the schemes that the office follows, one a line; the first is the main one. */
#define SETTING_SCHEMES "schemes"
/* Role and level of the office that keeps the register. */
#define OPERATOR "OPERATOR"

struct _NstOffice
{
  GObject parent_instance;

  NstStore *store;
  NstClock *clock;
  NstKeptSource *kept; /* for as long as nothing changes */
  GPtrArray *schemes;
  NstSchemeShelf *shelf;
};

G_DEFINE_FINAL_TYPE (NstOffice, nst_office, G_TYPE_OBJECT)

static void
nst_office_finalize (GObject *object)
{
  NstOffice *self = NST_OFFICE (object);

  if (self->store != NULL)
    nst_store_set_gate (self->store, NULL, NULL);
  g_ptr_array_unref (self->schemes);
  g_clear_pointer (&self->shelf, nst_scheme_shelf_free);
  g_clear_object (&self->kept);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (nst_office_parent_class)->finalize (object);
}

static void
nst_office_class_init (NstOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_office_finalize;
}

static void
nst_office_init (NstOffice *self)
{
  self->schemes = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Loads from the base's own copies. A newer installed version joins them: new records follow
 * it, programmes keep the one that they were made with. */
static gboolean
load_schemes (NstOffice *self, GError **error)
{
  g_autofree char *setting = nst_store_dup_setting (self->store, SETTING_SCHEMES);
  g_auto (GStrv) ids = g_strsplit (setting != NULL ? setting : "", "\n", -1);

  self->shelf = nst_scheme_shelf_new (self->store);
  for (guint i = 0; ids[i] != NULL && ids[i][0] != '\0'; i++)
    {
      NstScheme *scheme = nst_scheme_shelf_follow (self->shelf, ids[i], error);

      if (scheme == NULL)
        return FALSE;
      g_ptr_array_add (self->schemes, g_object_ref (scheme));
    }
  nst_scheme_shelf_introduce (self->shelf);
  if (self->schemes->len > 0)
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
               _ ("The base %s names no scheme; it was not made by this program."),
               nst_store_get_path (self->store));
  return FALSE;
}

static char *
dup_default_scheme (GError **error)
{
  g_auto (GStrv) ids = nst_scheme_list_installed ();

  if (ids != NULL && ids[0] != NULL)
    return g_strdup (ids[0]);
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
               _ ("No scheme is installed; install Nastavnik anew."));
  return NULL;
}

/* The operator's, by whatever code the pack has for it; a pack may also name no roles at all. */
static const char *
get_default_role (NstScheme *scheme)
{
  NstCatalogue *roles = nst_scheme_get_catalogue (scheme, "role");
  guint n = roles != NULL ? nst_catalogue_get_size (roles) : 0;

  if (n == 0 || nst_catalogue_find (roles, OPERATOR) != NULL)
    return OPERATOR;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (nst_catalogue_get_nth (roles, i)->level, OPERATOR) == 0)
      return nst_catalogue_get_nth (roles, i)->code;
  return nst_catalogue_get_nth (roles, 0)->code;
}

static gboolean
is_role (NstScheme *scheme, const char *role)
{
  NstCatalogue *roles = nst_scheme_get_catalogue (scheme, "role");

  return roles == NULL || nst_catalogue_get_size (roles) == 0 ||
         nst_catalogue_find (roles, role) != NULL;
}

static gboolean
add_card (NstOffice *self, const char *role, const char *name, GError **error)
{
  NstScheme *scheme = nst_office_get_scheme (self);
  g_autoptr (NstChange) change = nst_change_new (_ ("Make the office"));
  g_autofree char *title = NULL;
  g_autoptr (NstRecord) card = NULL;

  if (role == NULL)
    role = get_default_role (scheme);
  title = nst_scheme_dup_title_of (scheme, "role", role);
  if (!is_role (scheme, role))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("The scheme knows no role “%s”; “schemes --json” lists the roles."), role);
      return FALSE;
    }
  card = nst_change_add (change, "office", "name",
                         name != NULL ? name : (title != NULL ? title : role), "role", role,
                         "scheme", nst_scheme_get_id (scheme), NULL);
  return nst_store_apply (self->store, change, error);
}

static gboolean
judge (NstStore *store G_GNUC_UNUSED, NstChange *change, gpointer user_data, GError **error)
{
  NstRuleContext context;

  nst_office_get_context (user_data, &context);
  nst_case_forms_date (change, &context.today);
  return nst_gate_check (&context, change, error);
}

static void
look_ended_cb (NstOffice *self)
{
  g_clear_object (&self->kept);
}

static void
introduce (NstOffice *self)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (self);

  /* Before: what is kept would all be read anew. After: somebody may have looked meanwhile. */
  g_signal_connect_object (self->store, "changing", G_CALLBACK (look_ended_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (look_ended_cb), self,
                           G_CONNECT_SWAPPED);

  if (card != NULL)
    nst_store_set_recorder (self->store, nst_record_get_text (card, "role"),
                            nst_record_get_text (card, "name"));
  nst_store_set_gate (self->store, judge, self);
}

static gboolean
fill_new (NstOffice *self, const char *const *schemes, const char *role, const char *name,
          GError **error)
{
  g_autofree char *fallback = NULL;
  g_autofree char *setting = NULL;

  if (schemes != NULL && schemes[0] != NULL)
    setting = g_strjoinv ("\n", (char **) schemes);
  else
    {
      fallback = dup_default_scheme (error);
      if (fallback == NULL)
        return FALSE;
      setting = g_strdup (fallback);
    }
  return nst_store_set_setting (self->store, SETTING_SCHEMES, setting, error) &&
         load_schemes (self, error) && add_card (self, role, name, error);
}

/**
 * nst_office_create:
 * @path: where the base shall be; nothing may be there yet
 * @schemes: (nullable): ids of the schemes to follow, the main one first
 * @role: (nullable): code of the office's role, the operator's when %NULL
 * @name: (nullable): what the office is called, the role's wording when %NULL
 * @clock: what day it is
 * @error: %NST_INPUT_ERROR for a scheme or role that is not known, %NST_STORE_ERROR
 *
 * Makes a base that keeps its own copies of the packs it uses. No half-made base is left.
 *
 * Returns: (transfer full): the office
 */
NstOffice *
nst_office_create (const char *path, const char *const *schemes, const char *role,
                   const char *name, NstClock *clock, GError **error)
{
  g_autoptr (NstOffice) self = g_object_new (NST_TYPE_OFFICE, NULL);

  self->clock = g_object_ref (clock);
  self->store = nst_store_create (path, clock, error);
  if (self->store == NULL)
    return NULL;
  if (!fill_new (self, schemes, role, name, error))
    {
      g_clear_object (&self->store);
      g_unlink (path);
      return NULL;
    }
  introduce (self);
  return g_steal_pointer (&self);
}

/**
 * nst_office_open:
 * @path: a base
 * @clock: what day it is
 * @error: %NST_STORE_ERROR
 *
 * Returns: (transfer full): the office
 */
NstOffice *
nst_office_open (const char *path, NstClock *clock, GError **error)
{
  g_autoptr (NstOffice) self = g_object_new (NST_TYPE_OFFICE, NULL);

  self->clock = g_object_ref (clock);
  self->store = nst_store_open (path, clock, error);
  if (self->store == NULL || !load_schemes (self, error))
    return NULL;
  introduce (self);
  return g_steal_pointer (&self);
}

/**
 * nst_office_dup_default_path:
 *
 * Returns: (transfer full): where the office's base is unless told otherwise
 */
char *
nst_office_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "nastavnik", "office.nastavnik", NULL);
}

/**
 * nst_office_get_store:
 * @self: an office
 *
 * Returns: (transfer none): its base
 */
NstStore *
nst_office_get_store (NstOffice *self)
{
  g_return_val_if_fail (NST_IS_OFFICE (self), NULL);

  return self->store;
}

/**
 * nst_office_get_clock:
 * @self: an office
 *
 * Returns: (transfer none): its clock
 */
NstClock *
nst_office_get_clock (NstOffice *self)
{
  g_return_val_if_fail (NST_IS_OFFICE (self), NULL);

  return self->clock;
}

/**
 * nst_office_get_scheme:
 * @self: an office
 *
 * Returns: (transfer none): the scheme that it follows in the first place
 */
NstScheme *
nst_office_get_scheme (NstOffice *self)
{
  g_return_val_if_fail (NST_IS_OFFICE (self), NULL);

  return self->schemes->len > 0 ? self->schemes->pdata[0] : NULL;
}

/**
 * nst_office_get_schemes:
 * @self: an office
 *
 * Returns: (transfer none) (element-type NstScheme): all schemes that it follows
 */
GPtrArray *
nst_office_get_schemes (NstOffice *self)
{
  g_return_val_if_fail (NST_IS_OFFICE (self), NULL);

  return self->schemes;
}

/**
 * nst_office_get_version:
 * @self: an office
 * @id: of a scheme
 * @version: (nullable): a version that the base keeps; %NULL for the newest
 * @error: %NST_INPUT_ERROR_UNKNOWN when it keeps none such
 *
 * Returns: (transfer none) (nullable): the scheme in that version; it lives with the office
 */
NstScheme *
nst_office_get_version (NstOffice *self, const char *id, const char *version, GError **error)
{
  g_return_val_if_fail (NST_IS_OFFICE (self) && id != NULL, NULL);

  return nst_scheme_shelf_get (self->shelf, id, version, error);
}

/**
 * nst_office_get_scheme_of:
 * @self: an office
 * @record: (nullable): a record
 *
 * Returns: (transfer none): the scheme that the record is shown, judged and printed by: for a
 *   programme and what belongs to it the version that it was made with, else the office's
 */
NstScheme *
nst_office_get_scheme_of (NstOffice *self, NstRecord *record)
{
  NstRuleContext context;

  g_return_val_if_fail (NST_IS_OFFICE (self), NULL);

  nst_office_get_context (self, &context);
  return nst_rule_scheme_of (&context, record);
}

/**
 * nst_office_get_context:
 * @self: an office
 * @context: (out caller-allocates): scheme, source and the clock's day, borrowed
 */
void
nst_office_get_context (NstOffice *self, NstRuleContext *context)
{
  g_return_if_fail (NST_IS_OFFICE (self) && context != NULL);

  context->scheme = nst_office_get_scheme (self);
  context->source = NST_SOURCE (self->store);
  nst_clock_get_today (self->clock, &context->today);
}

/**
 * nst_office_get_look:
 * @self: an office
 * @context: (out caller-allocates): scheme, source and the clock's day, borrowed
 *
 * For a look at much of the base, such as a list of everything with what is said of each: the
 * source keeps what it has read until something changes, whoever looks. Not to be held past
 * the return to the main loop.
 */
void
nst_office_get_look (NstOffice *self, NstRuleContext *context)
{
  g_return_if_fail (NST_IS_OFFICE (self) && context != NULL);

  nst_office_get_context (self, context);
  if (self->kept == NULL)
    self->kept = nst_kept_source_new (context->source);
  context->source = NST_SOURCE (self->kept);
}

/**
 * nst_office_dup_card:
 * @self: an office
 *
 * Returns: (transfer full) (nullable): the record that describes the office itself
 */
NstRecord *
nst_office_dup_card (NstOffice *self)
{
  g_autoptr (GPtrArray) cards = NULL;

  g_return_val_if_fail (NST_IS_OFFICE (self), NULL);

  cards = nst_source_list (NST_SOURCE (self->store), "office", NULL, NULL);
  return cards->len > 0 ? g_object_ref (cards->pdata[0]) : NULL;
}

/**
 * nst_office_is_demo:
 * @self: an office
 *
 * Returns: whether it holds demonstration data; such an office holds all roles
 */
gboolean
nst_office_is_demo (NstOffice *self)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (self);

  return card != NULL && nst_record_get_bool (card, "demo");
}

/* What moves so much at once that a copy of the state before is worth its while. */
static gboolean
keep_before (NstOffice *self, NstRecord *record, GError **error)
{
  return g_strcmp0 (nst_record_get_kind (record)->name, "year") != 0 ||
         nst_backups_keep_before (nst_store_get_path (self->store), self->clock, NST_BACKUP_YEAR,
                                  error);
}

/**
 * nst_office_do:
 * @self: an office
 * @record: on which record
 * @step: code of a step of its life cycle
 * @args: (nullable): what was given for it
 * @done: (out) (optional) (transfer full): what has been done
 * @error: %NST_RULE_ERROR with the words of what refuses, %NST_INPUT_ERROR, %NST_STORE_ERROR
 *
 * Takes a step of a life cycle: planned by the rules, written through the store's door. Before
 * a step of a school year a copy of the base is kept.
 *
 * Returns: %TRUE when it is done; nothing is changed otherwise
 */
gboolean
nst_office_do (NstOffice *self, NstRecord *record, const char *step, NstStepArgs *args,
               NstChange **done, GError **error)
{
  g_autoptr (NstChange) change = NULL;
  NstRuleContext context;

  g_return_val_if_fail (NST_IS_OFFICE (self) && NST_IS_RECORD (record), FALSE);

  nst_office_get_context (self, &context);
  change = nst_steps_plan (&context, record, step, args, error);
  if (change == NULL || !keep_before (self, record, error) ||
      !nst_store_apply (self->store, change, error))
    return FALSE;
  if (done != NULL)
    *done = g_steal_pointer (&change);
  return TRUE;
}

static gboolean
is_typed (const NstField *field, GError **error)
{
  if (!(field->flags & NST_FIELD_STEP))
    return TRUE;
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
               _ ("“%s” (%s) is not typed: it changes with the steps; “do --list” shows them."),
               _ (field->label), field->name);
  return FALSE;
}

/**
 * nst_office_set:
 * @self: an office
 * @record: a record
 * @field: name of a field, also of an extra field of the scheme
 * @typed: (nullable): what a person typed; nothing makes the field unknown
 * @error: %NST_INPUT_ERROR when it is not understood, %NST_RULE_ERROR for a field that only
 *   steps change, %NST_STORE_ERROR
 *
 * One field as a change of its own, named after it: days as 31.12.2022, codes or their
 * wording, schedules as phrases.
 *
 * Returns: %TRUE when it is done
 */
gboolean
nst_office_set (NstOffice *self, NstRecord *record, const char *field, const char *typed,
                GError **error)
{
  const NstKind *kind = nst_record_get_kind (record);
  const NstField *found =
      nst_scheme_find_field_of (nst_office_get_scheme_of (self, record), record, field);
  g_autoptr (NstChange) change = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *called = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (NST_IS_OFFICE (self), FALSE);

  if (found == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("%s has no field “%s”; “show” lists the fields."), _ (kind->label), field);
      return FALSE;
    }
  if (!is_typed (found, error) ||
      !nst_typed_parse (nst_office_get_scheme_of (self, record), found, typed, &canonical, error))
    return FALSE;
  called = nst_steps_dup_title (nst_office_get_scheme_of (self, record), record);
  title = g_strdup_printf (_ ("Change: %s — %s"), called, _ (found->label));
  change = nst_change_new (title);
  nst_change_set_field (change, record, found, canonical);
  return nst_store_apply (self->store, change, error);
}
