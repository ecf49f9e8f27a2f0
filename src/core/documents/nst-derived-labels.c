/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call the fields that no record keeps. */
#include "config.h"

#include "documents/nst-derived-labels.h"

#include "model/nst-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *label;
} labels[] = {
  { "fio", N_ ("Full name of the person") },
  { "sex-code", N_ ("Sex") },
  { "phones", N_ ("Phone numbers") },
  { "contacts", N_ ("Contacts") },
  { "workplace-gen", N_ ("Organisation") },
  { "acting", N_ ("Acting head") },
  { "members", N_ ("Members of the team") },
  { "leader", N_ ("Team leader") },
  { "contact", N_ ("Contact person") },
  { "experienced-teams", N_ ("Experienced team") },
  { "developing-teams", N_ ("Developing team") },
  { "valid-agreements", N_ ("Agreement") },
  { "operator", N_ ("Operator") },
  { "territory", N_ ("Territory") },
  { "territories", N_ ("Territory") },
  { "program", N_ ("Programme") },
  { "group", N_ ("Mentoring group") },
  { "groups", N_ ("Mentoring groups") },
  { "team", N_ ("Team") },
  { "registry", N_ ("Teams of the territory") },
  { "coordinators", N_ ("Coordinator") },
  { "agreement-due", N_ ("Day by which agreements are made") },
  { "program-due", N_ ("Day by which programmes are made") },
  { "replacement", N_ ("Replacement of a participant") },
  { "order", N_ ("Order") },
  { "months", N_ ("Term, months") },
  { "mark", N_ ("Completion mark") },
  { "number", N_ ("Number") },
  { "next", N_ ("Next activity") },
  { "report-due", N_ ("Report is due on") },
  { "last-report", N_ ("Report") },
  { "done-share", N_ ("Share of activities that are done") },
  { "note-pages", N_ ("Pages of the note") },
  { "trainees", N_ ("Participants of the training") },
  { "trained-share", N_ ("Share of the trained") },
  { "monitoring", N_ ("Answers to the monitoring") },
};

/**
 * nst_derived_labels_find:
 * @name: of a derived field, or of the records of a kind
 *
 * Returns: what people call it, translated; @name when it is no such field
 */
const char *
nst_derived_labels_find (const char *name)
{
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].name, name) == 0)
      return _ (labels[i].label);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i]->plural, name) == 0)
      return g_dgettext (GETTEXT_PACKAGE, kinds[i]->label);
  return name;
}
