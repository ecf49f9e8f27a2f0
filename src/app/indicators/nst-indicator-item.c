/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the table of indicators. */
#include "config.h"

#include "app/indicators/nst-indicator-item.h"

#include <glib/gi18n.h>

struct _NstIndicatorItem
{
  GObject parent_instance;

  char *cells[NST_INDICATOR_N_COLUMNS];
  NstIndicatorValue *value;
  NstRecord *program;
};

G_DEFINE_FINAL_TYPE (NstIndicatorItem, nst_indicator_item, G_TYPE_OBJECT)

static void
nst_indicator_item_finalize (GObject *object)
{
  NstIndicatorItem *self = NST_INDICATOR_ITEM (object);

  for (guint i = 0; i < NST_INDICATOR_N_COLUMNS; i++)
    g_free (self->cells[i]);
  nst_indicator_value_free (self->value);
  g_clear_object (&self->program);
  G_OBJECT_CLASS (nst_indicator_item_parent_class)->finalize (object);
}

static void
nst_indicator_item_class_init (NstIndicatorItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_indicator_item_finalize;
}

static void
nst_indicator_item_init (NstIndicatorItem *self G_GNUC_UNUSED)
{
}

/**
 * nst_indicator_item_new:
 * @subject: what the value is about
 * @program: (nullable): the programme that it is about
 * @value: the value; copied
 */
NstIndicatorItem *
nst_indicator_item_new (const char *subject, NstRecord *program, const NstIndicatorValue *value)
{
  NstIndicatorItem *self = g_object_new (NST_TYPE_INDICATOR_ITEM, NULL);
  g_autofree char *label = nst_indicator_value_dup_label (value);

  self->value = nst_indicator_value_copy (value);
  g_set_object (&self->program, program);

  self->cells[0] = g_strdup (subject);
  self->cells[1] = g_strdup (value->code);
  self->cells[2] = g_strdup (value->title);
  self->cells[3] =
      value->by_hand ? g_strdup_printf (_ ("%s, by hand"), label) : g_steal_pointer (&label);
  self->cells[4] = nst_indicator_value_dup_numbers (value);
  self->cells[5] = nst_indicator_value_dup_target (value);
  self->cells[6] = g_strdup (nst_indicator_verdict_get_title (value->verdict));
  return self;
}

void
nst_indicator_item_set_fact (NstIndicatorItem *self, const NstIndicatorValue *fact)
{
  g_autofree char *label = NULL;
  g_autofree char *before = NULL;

  g_return_if_fail (NST_IS_INDICATOR_ITEM (self) && fact != NULL);

  if (!self->value->supposed)
    return;
  label = nst_indicator_value_dup_label (self->value);
  before = nst_indicator_value_dup_label (fact);
  g_free (self->cells[3]);
  self->cells[3] = g_strdup_printf (_ ("%s; what if: %s"), before, label);
}

const NstIndicatorValue *
nst_indicator_item_get_value (NstIndicatorItem *self)
{
  g_return_val_if_fail (NST_IS_INDICATOR_ITEM (self), NULL);

  return self->value;
}

NstRecord *
nst_indicator_item_get_program (NstIndicatorItem *self)
{
  g_return_val_if_fail (NST_IS_INDICATOR_ITEM (self), NULL);

  return self->program;
}

/* Beside the words, for those who do not read them. */
const char *
nst_indicator_item_get_verdict_icon (NstIndicatorVerdict verdict)
{
  switch (verdict)
    {
    case NST_INDICATOR_MEETS:
      return "object-select-symbolic";
    case NST_INDICATOR_MISSES:
      return "dialog-warning-symbolic";
    case NST_INDICATOR_NO_DATA:
      return "content-loading-symbolic";
    case NST_INDICATOR_NO_TARGET:
    default:
      return "list-remove-symbolic";
    }
}

const char *
nst_indicator_item_get_cell (NstIndicatorItem *self, guint column)
{
  g_return_val_if_fail (NST_IS_INDICATOR_ITEM (self), NULL);
  g_return_val_if_fail (column < NST_INDICATOR_N_COLUMNS, NULL);

  return self->cells[column] != NULL ? self->cells[column] : "–";
}

const char *
nst_indicator_item_get_heading (guint column)
{
  static const char *const headings[] = { N_ ("Programme"), N_ ("Code"),    N_ ("Indicator"),
                                          N_ ("Value"),     N_ ("Counted"), N_ ("Target"),
                                          N_ ("Verdict") };

  g_return_val_if_fail (column < NST_INDICATOR_N_COLUMNS, NULL);

  return _ (headings[column]);
}
