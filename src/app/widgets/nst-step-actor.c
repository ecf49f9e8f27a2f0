/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes a step: the office itself, or another party whose paper it holds. */
#include "config.h"

#include "app/widgets/nst-step-actor.h"

#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-record-entry.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-step-person.h"
#include "model/nst-error.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const char *const suffixes[] = { "pdf", "png", "jpg", "jpeg", "tif", "tiff", NULL };

struct _NstStepActor
{
  GObject parent_instance;

  NstOffice *office;
  NstRecord *record;
  const NstLifeStep *step;
  GtkListBox *list; /* that holds the rows, and us */
  AdwComboRow *party_row;
  NstRecordEntry *person_row;
  AdwActionRow *paper_row;
  GBytes *paper;
  char *paper_name;
  gboolean proposed;
};

G_DEFINE_FINAL_TYPE (NstStepActor, nst_step_actor, G_TYPE_OBJECT)

static gboolean
is_side (NstScheme *scheme, const char *code)
{
  NstCatalogue *sides = nst_scheme_get_catalogue (scheme, "team-role");

  return sides != NULL && nst_catalogue_find (sides, code) != NULL;
}

static gboolean
is_role_of (NstOffice *office, const char *code)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (office);

  return card != NULL && g_strcmp0 (nst_record_get_text (card, "role"), code) == 0;
}

gboolean
nst_step_actor_is_ours (NstOffice *office, const NstLifeStep *step)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (office);
  const char *role = card != NULL ? nst_record_get_text (card, "role") : NULL;

  return step->who == NULL || step->who[0] == NULL || role == NULL ||
         g_strv_contains ((const char *const *) step->who, role);
}

/* Of several sides nobody knows which one it was; another office's step wants its person. */
gboolean
nst_step_actor_is_needed (NstOffice *office, const NstLifeStep *step)
{
  NstScheme *scheme = nst_office_get_scheme (office);
  guint sides = 0;
  guint n = 0;

  for (; step->who != NULL && step->who[n] != NULL; n++)
    sides += is_side (scheme, step->who[n]) ? 1 : 0;
  if (n > 1 && sides == n)
    return TRUE;
  return !nst_step_actor_is_ours (office, step) && !nst_office_is_demo (office);
}

static NstRecord *
dup_holder (NstOffice *office)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (office);

  return card != NULL
             ? nst_source_dup_ref (NST_SOURCE (nst_office_get_store (office)), card, "person")
             : NULL;
}

const char *
nst_step_actor_get_own_party (NstOffice *office, NstRecord *record, const NstLifeStep *step)
{
  const char *side;

  if (step == NULL || step->who == NULL || step->who[0] == NULL)
    return NULL;
  side = nst_step_person_get_own_side (office, record);
  if (side != NULL && g_strv_contains ((const char *const *) step->who, side))
    return side;
  for (guint i = 0; step->who[i] != NULL; i++)
    if (is_role_of (office, step->who[i]))
      return step->who[i];
  return NULL;
}

NstStepArgs *
nst_step_actor_own_args (NstOffice *office, NstRecord *record, const NstLifeStep *step)
{
  const char *party = nst_step_actor_get_own_party (office, record, step);
  NstStepArgs *args = nst_step_args_new ();
  g_autoptr (NstRecord) person = NULL;

  if (party == NULL)
    return args;
  nst_step_args_set_party (args, party);
  person = dup_holder (office);
  if (person != NULL)
    nst_step_args_set_person (args, nst_record_get_id (person));
  return args;
}

static char *
dup_title (NstScheme *scheme, const char *code)
{
  NstCatalogue *roles = nst_scheme_get_catalogue (scheme, "role");
  gboolean role = roles != NULL && nst_catalogue_find (roles, code) != NULL;

  return nst_scheme_dup_title_of (scheme, role ? "role" : "party", code);
}

char *
nst_step_actor_dup_who (NstOffice *office, const NstLifeStep *step)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; step->who != NULL && step->who[i] != NULL; i++)
    {
      g_autofree char *title = dup_title (nst_office_get_scheme (office), step->who[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", title);
    }
  return g_string_free (words, FALSE);
}

static const char *
get_party (NstStepActor *self)
{
  guint selected = adw_combo_row_get_selected (self->party_row);

  return selected < g_strv_length (self->step->who) ? self->step->who[selected] : NULL;
}

/* For its own side the office acts itself; for others whoever is likely to. */
static NstRecord *
dup_person (NstStepActor *self)
{
  const char *own = nst_step_actor_get_own_party (self->office, self->record, self->step);
  NstRecord *person = NULL;

  if (own != NULL && g_strcmp0 (own, get_party (self)) == 0)
    person = dup_holder (self->office);
  return person != NULL ? person
                        : nst_step_person_dup (self->office, self->record, get_party (self));
}

static void
propose_person (NstStepActor *self)
{
  g_autoptr (NstRecord) person = dup_person (self);

  nst_record_entry_set_record (self->person_row, person);
}

/* Whether only the state of things speaks against this party, as when it has acted already. */
static gboolean
can_act (NstStepActor *self, const char *party)
{
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  g_autoptr (NstChange) change = NULL;
  g_autoptr (GError) error = NULL;
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  nst_step_args_set_party (args, party);
  change = nst_steps_plan (&context, self->record, self->step->code, args, &error);
  return change != NULL || error->domain != NST_RULE_ERROR;
}

/* The office's own party, else the first that can act. */
static guint
find_party (NstStepActor *self)
{
  const char *own = nst_step_actor_get_own_party (self->office, self->record, self->step);
  guint n = g_strv_length (self->step->who);

  for (guint i = 0; own != NULL && i < n; i++)
    if (g_str_equal (self->step->who[i], own) && can_act (self, own))
      return i;
  for (guint i = 0; i < n; i++)
    if (can_act (self, self->step->who[i]))
      return i;
  return 0;
}

void
nst_step_actor_propose (NstStepActor *self)
{
  if (self->proposed)
    return;
  self->proposed = TRUE;
  adw_combo_row_set_selected (self->party_row, find_party (self));
  propose_person (self);
}

void
nst_step_actor_set (NstStepActor *self, const char *party, NstRecord *person)
{
  self->proposed = TRUE;
  for (guint i = 0; self->step->who[i] != NULL; i++)
    if (g_strcmp0 (self->step->who[i], party) == 0)
      adw_combo_row_set_selected (self->party_row, i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->party_row), FALSE);
  nst_record_entry_set_record (self->person_row, person);
}

static void
show_paper (NstStepActor *self)
{
  adw_action_row_set_subtitle (self->paper_row,
                               self->paper != NULL ? self->paper_name : _ ("Not attached"));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NstStepActor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (self->paper_row == NULL)
    return;
  if (bytes == NULL)
    {
      nst_report_error (GTK_WIDGET (self->paper_row), error);
      return;
    }
  g_clear_pointer (&self->paper, g_bytes_unref);
  g_free (self->paper_name);
  self->paper = g_steal_pointer (&bytes);
  self->paper_name = g_file_get_basename (G_FILE (source));
  show_paper (self);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  NstStepActor *self = data;
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self->paper_row), GTK_TYPE_POPOVER);

  g_file_load_bytes_async (file, NULL, read_cb, g_object_ref (self));
  /* The dialog has taken the focus, and the form has gone with it. */
  if (popover != NULL)
    gtk_popover_popup (GTK_POPOVER (popover));
}

static void
choose_cb (NstStepActor *self)
{
  nst_file_choice_open (GTK_WIDGET (self->paper_row), _ ("Attach the paper"),
                        _ ("Scans (PDF and pictures)"), suffixes, chosen_cb, self);
}

static void
list_gone_cb (NstStepActor *self)
{
  self->paper_row = NULL;
}

static void
add_paper_row (NstStepActor *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Choose…"));

  self->paper_row = ADW_ACTION_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Paper that tells of it"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "destroy", G_CALLBACK (list_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  show_paper (self);
}

static void
add_party_row (NstStepActor *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; self->step->who[i] != NULL; i++)
    {
      g_autofree char *title =
          dup_title (nst_office_get_scheme (self->office), self->step->who[i]);

      gtk_string_list_append (titles, title);
    }
  self->party_row = ADW_COMBO_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("On whose behalf"));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (propose_person), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
nst_step_actor_finalize (GObject *object)
{
  NstStepActor *self = NST_STEP_ACTOR (object);

  g_clear_object (&self->office);
  g_clear_object (&self->record);
  g_clear_pointer (&self->paper, g_bytes_unref);
  g_free (self->paper_name);

  G_OBJECT_CLASS (nst_step_actor_parent_class)->finalize (object);
}

static void
nst_step_actor_class_init (NstStepActorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_step_actor_finalize;
}

static void
nst_step_actor_init (NstStepActor *self G_GNUC_UNUSED)
{
}

/**
 * nst_step_actor_new:
 * @office: at whose base
 * @record: on which record
 * @step: which somebody may take by its `who`
 * @list: gets the rows
 */
NstStepActor *
nst_step_actor_new (NstOffice *office, NstRecord *record, const NstLifeStep *step,
                    GtkListBox *list)
{
  NstStepActor *self = g_object_new (NST_TYPE_STEP_ACTOR, NULL);

  self->office = g_object_ref (office);
  self->record = g_object_ref (record);
  self->step = step;
  self->list = list;
  self->person_row = NST_RECORD_ENTRY (g_object_new (NST_TYPE_RECORD_ENTRY, NULL));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->person_row), _ ("Who acted"));
  nst_record_entry_set_kind (self->person_row, office, "person");
  add_party_row (self);
  gtk_list_box_append (list, GTK_WIDGET (self->person_row));
  add_paper_row (self);
  return self;
}

gboolean
nst_step_actor_fill (NstStepActor *self, NstStepArgs *args, GError **error)
{
  g_autofree char *typed = nst_record_entry_dup_text (self->person_row);
  NstRecord *person = nst_record_entry_get_record (self->person_row);

  nst_step_args_set_party (args, get_party (self));
  if (person != NULL)
    nst_step_args_set_person (args, nst_record_get_id (person));
  else if (typed != NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s” is nobody of this base: choose a person of the list or leave the "
                      "field empty"),
                   typed);
      return FALSE;
    }
  return TRUE;
}

void
nst_step_actor_attach (NstStepActor *self, NstChange *change)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *type = NULL;
  g_autofree char *media_type = NULL;
  g_autoptr (NstRecord) attachment = NULL;
  GDate today;

  if (self->paper == NULL)
    return;
  sha256 = nst_change_attach (change, self->paper);
  type = g_content_type_guess (self->paper_name, g_bytes_get_data (self->paper, NULL),
                               g_bytes_get_size (self->paper), NULL);
  media_type = g_content_type_get_mime_type (type);
  nst_clock_get_today (nst_office_get_clock (self->office), &today);
  attachment =
      nst_change_add (change, "attachment", "title", self->step->title, "file_name",
                      self->paper_name, "sha256", sha256, "media_type", media_type, NULL);
  nst_change_set_int (change, attachment, "size", (gint64) g_bytes_get_size (self->paper));
  nst_change_set_date (change, attachment, "date", &today);
  nst_change_set_link (change, attachment, "subject", self->record);
}
