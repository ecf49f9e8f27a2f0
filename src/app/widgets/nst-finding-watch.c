/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of one record, kept fresh and shared by everything that shows them. */
#include "config.h"

#include "app/widgets/nst-finding-watch.h"

struct _NstFindingWatch
{
  GObject parent_instance;

  NstOffice *office;
  NstRecord *record;
  GPtrArray *findings;
  guint idle;
};

static guint changed_signal;
static GQuark watch_quark;

G_DEFINE_FINAL_TYPE (NstFindingWatch, nst_finding_watch, G_TYPE_OBJECT)

static void
check (NstFindingWatch *self)
{
  NstRuleContext context;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  if (nst_record_get_stale (self->record))
    return;
  nst_office_get_context (self->office, &context);
  self->findings = nst_rules_check (&context, self->record);
}

static gboolean
idle_cb (gpointer data)
{
  NstFindingWatch *self = data;

  self->idle = 0;
  check (self);
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (NstFindingWatch *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
nst_finding_watch_dispose (GObject *object)
{
  NstFindingWatch *self = NST_FINDING_WATCH (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->record != NULL)
    g_object_set_qdata (G_OBJECT (self->record), watch_quark, NULL);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (nst_finding_watch_parent_class)->dispose (object);
}

static void
nst_finding_watch_class_init (NstFindingWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_finding_watch_dispose;
  watch_quark = g_quark_from_static_string ("nst-finding-watch");
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
nst_finding_watch_init (NstFindingWatch *self G_GNUC_UNUSED)
{
}

/**
 * nst_finding_watch_dup:
 * @office: at whose base
 * @record: what is watched
 *
 * Returns: (transfer full): the one watch of @record
 */
NstFindingWatch *
nst_finding_watch_dup (NstOffice *office, NstRecord *record)
{
  NstFindingWatch *self;

  g_return_val_if_fail (NST_IS_OFFICE (office), NULL);
  g_return_val_if_fail (NST_IS_RECORD (record), NULL);

  g_type_ensure (NST_TYPE_FINDING_WATCH);
  self = watch_quark == 0 ? NULL : g_object_get_qdata (G_OBJECT (record), watch_quark);
  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (NST_TYPE_FINDING_WATCH, NULL);
  self->office = g_object_ref (office);
  self->record = g_object_ref (record);
  g_object_set_qdata (G_OBJECT (record), watch_quark, self);
  g_signal_connect_object (nst_office_get_store (office), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  check (self);
  return self;
}

GPtrArray *
nst_finding_watch_get_all (NstFindingWatch *self)
{
  g_return_val_if_fail (NST_IS_FINDING_WATCH (self), NULL);

  return self->findings;
}

/**
 * nst_finding_watch_list:
 * @self: the watch
 * @field: (nullable): only about this field; %NULL for all of the record's own
 *
 * Returns: (transfer container) (element-type NstFinding): borrowed until "changed"
 */
GPtrArray *
nst_finding_watch_list (NstFindingWatch *self, const char *field)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (NST_IS_FINDING_WATCH (self), found);

  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
    {
      NstFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->record != self->record)
        continue;
      if (field == NULL || g_strcmp0 (finding->field, field) == 0)
        g_ptr_array_add (found, finding);
    }
  return found;
}
