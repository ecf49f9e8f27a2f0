/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sections the window has, and which of them shows a record. */
#include "config.h"

#include "app/shell/nst-sections.h"

#include <glib/gi18n.h>

/* Weak: a section that is not built is simply not there. */
GType nst_today_view_get_type (void) __attribute__ ((weak));
GType nst_teams_view_get_type (void) __attribute__ ((weak));
GType nst_groups_view_get_type (void) __attribute__ ((weak));
GType nst_agreements_view_get_type (void) __attribute__ ((weak));
GType nst_programs_view_get_type (void) __attribute__ ((weak));
GType nst_indicators_view_get_type (void) __attribute__ ((weak));
GType nst_organisation_page_get_type (void) __attribute__ ((weak));
GType nst_duplicates_page_get_type (void) __attribute__ ((weak));
GType nst_year_page_get_type (void) __attribute__ ((weak));
GType nst_numbering_page_get_type (void) __attribute__ ((weak));
GType nst_document_page_get_type (void) __attribute__ ((weak));
GType nst_print_all_page_get_type (void) __attribute__ ((weak));
GType nst_wordings_page_get_type (void) __attribute__ ((weak));
GType nst_backups_page_get_type (void) __attribute__ ((weak));

/* Looked at now and then and left again: the menu leads there, not the sidebar. */
static const NstSectionInfo pages[] = {
  { "organisation", N_ ("Organisation"), NULL, "organisation", nst_organisation_page_get_type },
  { "duplicates", N_ ("Duplicates"), NULL, "", nst_duplicates_page_get_type },
  { "year", N_ ("School year"), NULL, "year", nst_year_page_get_type },
  { "numbering", N_ ("Numbering"), NULL, "series", nst_numbering_page_get_type },
  { "document", N_ ("Document"), NULL, "", nst_document_page_get_type },
  { "print-all", N_ ("Print all"), NULL, "", nst_print_all_page_get_type },
  { "backups", N_ ("Copies of the base"), NULL, "", nst_backups_page_get_type },
  { "wordings", N_ ("Wording of documents"), NULL, "wording", nst_wordings_page_get_type },
};

static const NstSectionInfo all[] = {
  { "today", N_ ("Today"), "nst-today-symbolic", "", nst_today_view_get_type },
  { "teams", N_ ("Teams"), "nst-teams-symbolic", "team member organisation person",
    nst_teams_view_get_type },
  { "groups", N_ ("Groups"), "nst-groups-symbolic",
    "group participant order basis practice survey consultation dissemination",
    nst_groups_view_get_type },
  { "agreements", N_ ("Agreements"), "nst-agreements-symbolic", "agreement signature",
    nst_agreements_view_get_type },
  { "programs", N_ ("Programmes"), "nst-programs-symbolic",
    "program stage activity mark report territory", nst_programs_view_get_type },
  { "indicators", N_ ("Indicators"), "nst-indicators-symbolic", "",
    nst_indicators_view_get_type },
};

static const NstSectionInfo *present[G_N_ELEMENTS (all)];
static guint n_present;

static void
find_present (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].get_type != NULL)
      present[n_present++] = &all[i];
  g_once_init_leave (&done, 1);
}

guint
nst_sections_count (void)
{
  find_present ();
  return n_present;
}

const NstSectionInfo *
nst_sections_get (guint position)
{
  find_present ();
  return position < n_present ? present[position] : NULL;
}

const NstSectionInfo *
nst_sections_find (const char *name)
{
  for (guint i = 0; i < nst_sections_count (); i++)
    if (g_strcmp0 (present[i]->name, name) == 0)
      return present[i];
  return NULL;
}

/**
 * nst_sections_find_page:
 * @name: name of a page
 *
 * Returns: (nullable): the page; %NULL when it is not built
 */
const NstSectionInfo *
nst_sections_find_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0 && pages[i].get_type != NULL)
      return &pages[i];
  return NULL;
}

static const NstSectionInfo *
find_by_kind (const char *kind)
{
  for (guint i = 0; i < nst_sections_count (); i++)
    {
      g_auto (GStrv) kinds = g_strsplit (present[i]->kinds, " ", -1);

      if (g_strv_contains ((const char *const *) kinds, kind))
        return present[i];
    }
  return NULL;
}

/* Where something that has no place of its own is seen: a person as the member of a team,
 * an organisation as its team, a paper as what it is about. */
static const struct
{
  const char *kind;
  const char *by;
  const char *field;
} stand_ins[] = {
  { "person", "member", "person" },
  { "organisation", "team", "organisation" },
};

static NstRecord *
find_stand_in (NstOffice *office, NstRecord *record)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (office));
  const char *kind = nst_record_get_kind (record)->name;

  for (guint i = 0; i < G_N_ELEMENTS (stand_ins); i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (g_strcmp0 (stand_ins[i].kind, kind) != 0)
        continue;
      found = nst_source_list_of (source, stand_ins[i].by, stand_ins[i].field, record);
      if (found != NULL && found->len > 0)
        return g_object_ref (g_ptr_array_index (found, 0));
    }
  return NULL;
}

static NstRecord *
follow_link (NstOffice *office, NstRecord *record)
{
  NstStore *store = nst_office_get_store (office);
  const NstKind *own = nst_record_get_kind (record);
  const NstKind *kind = NULL;
  gint64 id = 0;

  if (nst_kind_find_field (own, "subject") == NULL ||
      !nst_record_get_link (record, "subject", &kind, &id))
    return NULL;
  return nst_store_dup (store, kind, id, NULL);
}

/**
 * nst_sections_resolve:
 * @office: at whose base
 * @record: what is to be seen
 * @shown: (out) (transfer full): what the section is asked to show
 *
 * Returns: (nullable): the section; %NULL when nothing shows such a record
 */
const NstSectionInfo *
nst_sections_resolve (NstOffice *office, NstRecord *record, NstRecord **shown)
{
  g_autoptr (NstRecord) target = NULL;
  const NstSectionInfo *section;

  g_return_val_if_fail (NST_IS_OFFICE (office), NULL);
  g_return_val_if_fail (NST_IS_RECORD (record), NULL);

  target = follow_link (office, record);
  if (target == NULL)
    target = find_stand_in (office, record);
  if (target == NULL)
    target = g_object_ref (record);
  section = find_by_kind (nst_record_get_kind (target)->name);
  if (section != NULL)
    *shown = g_steal_pointer (&target);
  return section;
}
