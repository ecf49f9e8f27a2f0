/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agreement in the list: who with whom, the signatures, who is awaited. */
#include "config.h"

#include "app/agreements/nst-agreement-row.h"

#include "app/agreements/nst-signature-segments.h"
#include "app/widgets/nst-program-names.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>

static const char *const tones[] = { "waiting", "good", "bad", "neutral" };

struct _NstAgreementRow
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  GtkLabel *pair;
  GtkLabel *number;
  GtkLabel *territory;
  GtkLabel *wait;
  NstSignatureSegments *segments;
  char *name;
};

G_DEFINE_FINAL_TYPE (NstAgreementRow, nst_agreement_row, GTK_TYPE_WIDGET)

static void
nst_agreement_row_dispose (GObject *object)
{
  NstAgreementRow *self = NST_AGREEMENT_ROW (object);

  g_clear_pointer (&self->name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_AGREEMENT_ROW);
  G_OBJECT_CLASS (nst_agreement_row_parent_class)->dispose (object);
}

static void
nst_agreement_row_class_init (NstAgreementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_agreement_row_dispose;
  g_type_ensure (NST_TYPE_SIGNATURE_SEGMENTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "agreements/nst-agreement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NstAgreementRow, content);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementRow, pair);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementRow, number);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementRow, territory);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementRow, wait);
  gtk_widget_class_bind_template_child (widget_class, NstAgreementRow, segments);
}

static void
nst_agreement_row_init (NstAgreementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nst_agreement_row_new (void)
{
  return g_object_new (NST_TYPE_AGREEMENT_ROW, NULL);
}

static char *
dup_territory (NstOffice *office, NstRecord *agreement)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (office));
  g_autoptr (NstRecord) team = nst_source_dup_ref (source, agreement, "developing");
  g_autoptr (NstRecord) school = NULL;

  if (team != NULL)
    school = nst_source_dup_ref (source, team, "organisation");
  return school != NULL ? g_strdup (nst_record_get_display (school, "territory")) : NULL;
}

/**
 * nst_agreement_dup_pair:
 * @brief: whether to leave out the words that both names share
 *
 * Returns: (transfer full): who learns from whom, in one line
 */
char *
nst_agreement_dup_pair (NstRecord *agreement, gboolean brief)
{
  const char *from = nst_record_get_display (agreement, "experienced");
  const char *to = nst_record_get_display (agreement, "developing");

  if (brief && from != NULL && to != NULL)
    return nst_program_names_dup_brief (from, to);
  return g_strdup_printf ("%s → %s", from != NULL ? from : "…", to != NULL ? to : "…");
}

void
nst_agreement_row_show (NstAgreementRow *self, NstOffice *office, NstRecord *agreement,
                        NstGrammar *grammar)
{
  g_autoptr (NstAgreementStatus) status = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *brief = NULL;
  g_autofree char *number = NULL;
  g_autofree char *territory = NULL;
  g_autofree char *wait = NULL;
  const char *tone;

  g_return_if_fail (NST_IS_AGREEMENT_ROW (self));

  status = nst_agreement_status_new (office, agreement);
  pair = nst_agreement_dup_pair (agreement, FALSE);
  brief = nst_agreement_dup_pair (agreement, TRUE);
  territory = nst_record_get_ref (agreement, "supplements") != 0
                  ? g_strdup (_ ("Supplementary agreement"))
                  : dup_territory (office, agreement);
  wait = nst_agreement_status_dup_text (status, office, agreement, grammar);
  tone = nst_agreement_status_get_tone (status);
  if (nst_record_get_text (agreement, "number") != NULL)
    number = g_strdup_printf ("№\u00a0%s", nst_record_get_text (agreement, "number"));

  gtk_label_set_label (self->pair, brief);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pair), pair);
  gtk_label_set_label (self->number, number != NULL ? number : "");
  gtk_label_set_label (self->territory, territory != NULL ? territory : "");
  gtk_widget_set_visible (GTK_WIDGET (self->territory), territory != NULL);
  gtk_label_set_label (self->wait, wait);
  for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->wait), tones[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->wait), tone);
  nst_signature_segments_set_status (self->segments, status);

  g_free (self->name);
  self->name = g_strdup_printf (nst_record_get_ref (agreement, "supplements") != 0
                                    ? _ ("Supplementary agreement %s, %s, %u of %u signed, %s")
                                    : _ ("Agreement %s, %s, %u of %u signed, %s"),
                                number != NULL ? number : _ ("without a number"), pair,
                                status->n_signed, status->signatures->len, wait);
}

const char *
nst_agreement_row_get_name (NstAgreementRow *self)
{
  g_return_val_if_fail (NST_IS_AGREEMENT_ROW (self), NULL);
  return self->name;
}
