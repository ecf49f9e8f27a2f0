/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells people on their desktop what is due, once a day, while the program runs. */
#include "config.h"

#include "app/shell/nst-reminder.h"

#include "app/today/nst-waiting.h"
#include "app/widgets/nst-date.h"

#include <glib/gi18n.h>

#define GROUP "reminders"
#define LAST_GROUP "last"
#define NOTIFICATION "deadlines"
/* A night's sleep of the computer is noticed so soon after it. */
#define LOOK_SECONDS 300
#define MAX_LINES 4

struct _NstReminder
{
  GObject parent_instance;

  GApplication *application;
  NstOffice *office;
  gboolean always;
  gboolean enabled;
  GDate day;
  GHashTable *told;
  guint timer;
  guint soon;
};

static guint new_day_signal;

G_DEFINE_FINAL_TYPE (NstReminder, nst_reminder, G_TYPE_OBJECT)

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "nastavnik", "reminders.ini", NULL);
}

static GKeyFile *
load (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = dup_path ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

/* What cannot be written is told a second time tomorrow at worst. */
static void
save (GKeyFile *file)
{
  g_autofree char *path = dup_path ();
  g_autofree char *dir = g_path_get_dirname (path);

  if (g_mkdir_with_parents (dir, 0700) == 0)
    g_key_file_save_to_file (file, path, NULL);
}

/* Bases are told apart by their place, which is not for others to read. */
static char *
dup_base_key (NstReminder *self)
{
  const char *path = nst_store_get_path (nst_office_get_store (self->office));

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
}

static gboolean
read_last (NstReminder *self, GDate *last)
{
  g_autoptr (GKeyFile) file = load ();
  g_autofree char *key = dup_base_key (self);
  g_autofree char *text = g_key_file_get_string (file, LAST_GROUP, key, NULL);

  return nst_date_from_text (last, text);
}

static void
write_last (NstReminder *self, const GDate *day)
{
  g_autoptr (GKeyFile) file = load ();
  g_autofree char *key = dup_base_key (self);
  g_autofree char *text = nst_date_to_text (day);

  g_key_file_set_string (file, LAST_GROUP, key, text);
  save (file);
}

static GPtrArray *
list_ours (NstReminder *self, const GDate *since)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (self->office);
  GPtrArray *found;
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  found = nst_deadlines_list_reminders (&context, since, &context.today);
  for (guint i = found->len; i > 0; i--)
    if (card == NULL || !nst_waiting_is_ours (card, found->pdata[i - 1]))
      g_ptr_array_remove_index (found, i - 1);
  return found;
}

static const char *
get_title (const NstDeadline *deadline)
{
  return deadline->text->short_title != NULL ? deadline->text->short_title : deadline->title;
}

static char *
dup_line (const NstDeadline *deadline)
{
  g_autofree char *day = nst_date_to_label (&deadline->due);

  if (deadline->state == NST_DEADLINE_OVERDUE)
    return g_strdup_printf (_ ("%s (%s), was due %s"), get_title (deadline), deadline->subject,
                            day);
  return g_strdup_printf (_ ("%s (%s), due %s"), get_title (deadline), deadline->subject, day);
}

static char *
dup_body (GPtrArray *found)
{
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *line = NULL;

      if (i == MAX_LINES - 1 && found->len > MAX_LINES)
        {
          guint rest = found->len - i;

          g_string_append_printf (body, ngettext ("\nand %u more", "\nand %u more", rest), rest);
          break;
        }
      line = dup_line (found->pdata[i]);
      g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (body, FALSE);
}

static void
tell (NstReminder *self, GPtrArray *found)
{
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u matter is due", "%u matters are due", found->len),
                       found->len);
  g_autofree char *body = dup_body (found);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.today");
  g_hash_table_remove_all (self->told);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (self->told, g_strdup (((NstDeadline *) found->pdata[i])->key));
  g_application_send_notification (self->application, NOTIFICATION, notification);
}

static void
withdraw (NstReminder *self)
{
  if (g_hash_table_size (self->told) == 0)
    return;
  g_hash_table_remove_all (self->told);
  g_application_withdraw_notification (self->application, NOTIFICATION);
}

static void
remind (NstReminder *self)
{
  g_autoptr (GPtrArray) found = NULL;
  NstRuleContext context;
  gboolean known;
  GDate last;

  if (!self->enabled ||
      (nst_clock_is_fixed (nst_office_get_clock (self->office)) && !self->always))
    return;
  nst_office_get_context (self->office, &context);
  known = read_last (self, &last);
  if (known && g_date_compare (&last, &context.today) >= 0)
    return;
  found = list_ours (self, known ? &last : NULL);
  write_last (self, &context.today);
  if (found->len > 0)
    tell (self, found);
}

static void
look (NstReminder *self)
{
  NstRuleContext context;
  gboolean another;

  if (self->office == NULL)
    return;
  nst_office_get_context (self->office, &context);
  another = g_date_valid (&self->day) && g_date_compare (&self->day, &context.today) != 0;
  self->day = context.today;
  if (another)
    g_signal_emit (self, new_day_signal, 0);
  remind (self);
}

static gboolean
timer_cb (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

/* Nothing of what was told is open any more. */
static gboolean
is_all_done (NstReminder *self)
{
  g_autoptr (GPtrArray) found = NULL;
  NstRuleContext context;
  GDate until;

  nst_office_get_context (self->office, &context);
  until = context.today;
  g_date_add_days (&until, 366);
  found = nst_deadlines_list (&context, &until);
  for (guint i = 0; i < found->len; i++)
    {
      const NstDeadline *deadline = g_ptr_array_index (found, i);

      if (nst_deadline_is_open (deadline) && g_hash_table_contains (self->told, deadline->key))
        return FALSE;
    }
  return TRUE;
}

static gboolean
soon_cb (gpointer data)
{
  NstReminder *self = data;

  self->soon = 0;
  if (self->office == NULL)
    return G_SOURCE_REMOVE;
  if (g_hash_table_size (self->told) > 0 && is_all_done (self))
    withdraw (self);
  look (self);
  return G_SOURCE_REMOVE;
}

/* After everything that a person looks at. */
static void
queue_look (NstReminder *self)
{
  if (self->soon == 0)
    self->soon = g_timeout_add_full (G_PRIORITY_LOW, 500, soon_cb, self, NULL);
}

static void
nst_reminder_dispose (GObject *object)
{
  NstReminder *self = NST_REMINDER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_object (&self->office);
  g_clear_pointer (&self->told, g_hash_table_unref);

  G_OBJECT_CLASS (nst_reminder_parent_class)->dispose (object);
}

static void
nst_reminder_class_init (NstReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_reminder_dispose;
  new_day_signal = g_signal_new ("new-day", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
nst_reminder_init (NstReminder *self)
{
  g_autoptr (GKeyFile) file = load ();

  self->enabled = !g_key_file_has_key (file, GROUP, "enabled", NULL) ||
                  g_key_file_get_boolean (file, GROUP, "enabled", NULL);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_date_clear (&self->day, 1);
  self->timer = g_timeout_add_seconds (LOOK_SECONDS, timer_cb, self);
}

NstReminder *
nst_reminder_new (GApplication *application)
{
  NstReminder *self = g_object_new (NST_TYPE_REMINDER, NULL);

  self->application = application;
  return self;
}

void
nst_reminder_set_office (NstReminder *self, NstOffice *office)
{
  g_return_if_fail (NST_IS_REMINDER (self));

  if (self->office == office)
    return;
  withdraw (self);
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_look, self);
  g_set_object (&self->office, office);
  g_date_clear (&self->day, 1);
  if (office == NULL)
    return;
  g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_look),
                           self, G_CONNECT_SWAPPED);
  queue_look (self);
}

void
nst_reminder_set_always (NstReminder *self, gboolean always)
{
  g_return_if_fail (NST_IS_REMINDER (self));

  self->always = always;
}

gboolean
nst_reminder_get_enabled (NstReminder *self)
{
  g_return_val_if_fail (NST_IS_REMINDER (self), FALSE);

  return self->enabled;
}

void
nst_reminder_set_enabled (NstReminder *self, gboolean enabled)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_if_fail (NST_IS_REMINDER (self));

  if (self->enabled == enabled)
    return;
  self->enabled = enabled;
  file = load ();
  g_key_file_set_boolean (file, GROUP, "enabled", enabled);
  save (file);
  if (enabled)
    queue_look (self);
  else
    withdraw (self);
}
