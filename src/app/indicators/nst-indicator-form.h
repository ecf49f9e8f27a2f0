/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button with a form for what people say of an indicator: value, target, supposition. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NstIndicatorPlace:
 * @code: of the indicator; borrowed
 * @year: the year
 * @territory: number of a territory; 0 for the whole office
 * @scenario: number of the scenario that is supposed in; 0 for facts
 * @target: whether the target is supposed
 */
typedef struct
{
  const char *code;
  guint year;
  gint64 territory;
  gint64 scenario;
  gboolean target;
} NstIndicatorPlace;

#define NST_TYPE_INDICATOR_FORM (nst_indicator_form_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorForm, nst_indicator_form, NST, INDICATOR_FORM, GtkWidget)

/* @kind: "indicator_value", "indicator_target", "scenario_value" or "scenario"; @id: of the
 * record that is changed, or 0. */
GtkWidget *nst_indicator_form_new (NstOffice *office, const char *kind,
                                   const NstIndicatorPlace *place, gint64 id);

G_END_DECLS
