/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Courses of a team: who of its members is trained, ticked in place. */
#include "config.h"

#include "app/teams/nst-courses-box.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-record-entry.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

struct _NstCoursesBox
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *team;
  GPtrArray *rows;
  gint64 opened; /* course whose row is open, or 0 */

  GtkLabel *count_label;
  GtkPopover *popover;
  NstRecordEntry *course_entry;
  AdwEntryRow *hours_entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NstCoursesBox, nst_courses_box, GTK_TYPE_WIDGET)

static const char *const course_fields[] = { "title", "provider", "hours", "start", "end", NULL };

static NstSource *
get_source (NstCoursesBox *self)
{
  return NST_SOURCE (nst_office_get_store (self->office));
}

static NstRecord *
dup_training (NstCoursesBox *self, NstRecord *course, gint64 person)
{
  g_autoptr (GPtrArray) trainings =
      nst_source_list_of (get_source (self), "training", "course", course);

  for (guint i = 0; i < trainings->len; i++)
    if (nst_record_get_ref (trainings->pdata[i], "person") == person)
      return g_object_ref (trainings->pdata[i]);
  return NULL;
}

/* The course's last day when it is over, else today. */
static void
get_completion_day (NstCoursesBox *self, NstRecord *course, GDate *day)
{
  GDate today;

  nst_clock_get_today (nst_office_get_clock (self->office), &today);
  if (!nst_record_get_date (course, "end", day) || g_date_compare (day, &today) > 0)
    *day = today;
}

static void
trained_toggled_cb (GtkCheckButton *check, NstCoursesBox *self)
{
  NstRecord *course = g_object_get_data (G_OBJECT (check), "nst-course");
  NstRecord *member = g_object_get_data (G_OBJECT (check), "nst-member");
  gint64 person = nst_record_get_ref (member, "person");
  gboolean trained = gtk_check_button_get_active (check);
  g_autoptr (NstRecord) training = dup_training (self, course, person);
  g_autofree char *title =
      g_strdup_printf (trained ? _ ("%s is trained") : _ ("%s is not trained"),
                       nst_record_get_display (member, "person"));
  g_autoptr (NstChange) change = nst_change_new (title);
  g_autoptr (GError) error = NULL;
  GDate day;

  if (training == NULL)
    {
      training = nst_change_add (change, "training", NULL);
      nst_change_set_ref (change, training, "course", course);
      nst_change_set_int (change, training, "person", person);
    }
  get_completion_day (self, course, &day);
  nst_change_set_date (change, training, "completed_on", trained ? &day : NULL);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static GtkWidget *
new_member_row (NstCoursesBox *self, NstRecord *course, NstRecord *member, gboolean *trained)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autoptr (NstRecord) training =
      dup_training (self, course, nst_record_get_ref (member, "person"));
  GDate day;

  *trained = training != NULL && nst_record_get_date (training, "completed_on", &day);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 nst_record_get_display (member, "person"));
  if (*trained)
    {
      g_autofree char *label = nst_date_to_label (&day);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), label);
    }
  else
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("not trained"));
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), *trained);
  g_object_set_data_full (G_OBJECT (check), "nst-course", g_object_ref (course), g_object_unref);
  g_object_set_data_full (G_OBJECT (check), "nst-member", g_object_ref (member), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (trained_toggled_cb), self, 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static void
describe_course (GtkWidget *row, NstRecord *course)
{
  const char *provider = nst_record_get_text (course, "provider");
  gint64 hours = nst_record_get_int (course, "hours");
  g_autoptr (GString) text = g_string_new (provider);
  GDate start, end;

  if (hours > 0)
    {
      g_autofree char *length = g_strdup_printf (_ ("%d h"), (int) hours);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", length);
    }
  if (nst_record_get_date (course, "start", &start) && nst_record_get_date (course, "end", &end))
    {
      g_autofree char *from = nst_date_to_label (&start);
      g_autofree char *to = nst_date_to_label (&end);

      g_string_append_printf (text, "%s%s – %s", text->len > 0 ? " · " : "", from, to);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nst_record_get_title (course));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text->str);
}

/* The course stays for other teams; who of this one was put down for it goes. */
static void
remove_clicked_cb (NstCoursesBox *self, GtkWidget *button)
{
  NstRecord *course = g_object_get_data (G_OBJECT (button), "nst-course");
  g_autoptr (GPtrArray) members =
      nst_source_list_of (get_source (self), "member", "team", self->team);
  g_autoptr (NstChange) change = nst_change_new (_ ("Take the team off a course"));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      g_autoptr (NstRecord) training =
          dup_training (self, course, nst_record_get_ref (members->pdata[i], "person"));

      if (training != NULL)
        nst_change_remove (change, training);
    }
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
append_details (NstCoursesBox *self, GtkWidget *row, NstRecord *course)
{
  GtkWidget *line = adw_preferences_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Take the team off the course"));

  for (guint i = 0; course_fields[i] != NULL; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              nst_field_row_new (self->office, course, course_fields[i]));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 6);
  gtk_widget_set_margin_end (button, 6);
  g_object_set_data_full (G_OBJECT (button), "nst-course", g_object_ref (course), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
}

static void
opened_cb (GtkWidget *row, GParamSpec *pspec G_GNUC_UNUSED, NstCoursesBox *self)
{
  NstRecord *course = g_object_get_data (G_OBJECT (row), "nst-course");

  self->opened =
      adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) ? nst_record_get_id (course) : 0;
}

static void
append_course (NstCoursesBox *self, NstRecord *course, GPtrArray *members)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *pill;
  g_autofree char *share = NULL;
  guint done = 0;

  describe_course (row, course);
  for (guint i = 0; i < members->len; i++)
    {
      gboolean trained;

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                new_member_row (self, course, members->pdata[i], &trained));
      done += trained ? 1 : 0;
    }
  append_details (self, row, course);
  share = done == members->len && done > 0 ? g_strdup (_ ("the whole team"))
                                           : g_strdup_printf (_ ("%u of %u"), done, members->len);
  pill = nst_state_pill_new (share, done == members->len && done > 0 ? "good" : "waiting");
  nst_state_pill_set_whole (NST_STATE_PILL (pill));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), pill);
  g_object_set_data_full (G_OBJECT (row), "nst-course", g_object_ref (course), g_object_unref);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 self->opened == nst_record_get_id (course));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (opened_cb), self, 0);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

/* Courses that somebody of the team was put down for, and those that all have to take. */
static GPtrArray *
list_courses (NstCoursesBox *self, GPtrArray *members, guint *trained)
{
  g_autoptr (GPtrArray) all = nst_source_list (get_source (self), "course", NULL, NULL);
  GPtrArray *courses = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      gboolean ours = nst_record_get_bool (all->pdata[i], "mandatory");

      for (guint k = 0; k < members->len; k++)
        {
          g_autoptr (NstRecord) training =
              dup_training (self, all->pdata[i],
                            nst_record_get_ref (members->pdata[k], "person"));

          if (training == NULL)
            continue;
          ours = TRUE;
          if (nst_record_get_date (training, "completed_on", NULL))
            g_hash_table_add (people, members->pdata[k]);
        }
      if (ours)
        g_ptr_array_add (courses, g_object_ref (all->pdata[i]));
    }
  *trained = g_hash_table_size (people);
  return courses;
}

static void
fill (NstCoursesBox *self)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) courses = NULL;
  g_autofree char *count = NULL;
  gint64 opened = self->opened;
  guint trained;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (self->team == NULL)
    return;
  self->opened = opened;
  members = nst_source_list_of (get_source (self), "member", "team", self->team);
  courses = list_courses (self, members, &trained);
  for (guint i = 0; i < courses->len; i++)
    append_course (self, courses->pdata[i], members);
  count =
      courses->len > 0 ? g_strdup_printf (_ ("%u of %u"), trained, members->len) : g_strdup ("");
  gtk_label_set_text (self->count_label, count);
}

/* A field of a course that is edited in its row must not lose the keyboard. */
static void
describe_courses (NstCoursesBox *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      NstRecord *course = g_object_get_data (self->rows->pdata[i], "nst-course");

      if (!nst_record_get_stale (course))
        describe_course (self->rows->pdata[i], course);
    }
}

/* Ticking a row changes the list that the tick is in: it is made anew afterwards. */
static gboolean
fill_later_cb (gpointer data)
{
  NstCoursesBox *self = data;

  if (self->office != NULL)
    fill (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (NstStore *store G_GNUC_UNUSED, GVariant *changed, NstCoursesBox *self)
{
  GVariantIter iter;
  const char *kind;
  gint64 id;
  gboolean ours = FALSE;

  g_variant_iter_init (&iter, changed);
  while (g_variant_iter_next (&iter, "(&sx)", &kind, &id))
    ours = ours || g_str_equal (kind, "training") || g_str_equal (kind, "member") ||
           g_str_equal (kind, "person");
  if (!ours)
    describe_courses (self);
  else
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_later_cb, g_object_ref (self), g_object_unref);
}

static void
add_shown_cb (NstCoursesBox *self)
{
  nst_record_entry_set_record (self->course_entry, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->hours_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->course_entry));
}

static void
add_cb (NstCoursesBox *self)
{
  g_autofree char *typed = nst_record_entry_dup_text (self->course_entry);
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) course = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GError) error = NULL;

  if (typed == NULL)
    return;
  change = nst_change_new (_ ("Put the team down for a course"));
  if (nst_record_entry_get_record (self->course_entry) != NULL)
    course = g_object_ref (nst_record_entry_get_record (self->course_entry));
  else
    course = nst_change_add (change, "course", "title", typed, "hours",
                             gtk_editable_get_text (GTK_EDITABLE (self->hours_entry)), NULL);
  members = nst_source_list_of (get_source (self), "member", "team", self->team);
  for (guint i = 0; i < members->len; i++)
    {
      gint64 person = nst_record_get_ref (members->pdata[i], "person");
      g_autoptr (NstRecord) known =
          nst_record_get_id (course) > 0 ? dup_training (self, course, person) : NULL;
      g_autoptr (NstRecord) training = NULL;

      if (known != NULL)
        continue;
      training = nst_change_add (change, "training", NULL);
      nst_change_set_ref (change, training, "course", course);
      nst_change_set_int (change, training, "person", person);
    }
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
  else
    gtk_popover_popdown (self->popover);
}

static void
nst_courses_box_dispose (GObject *object)
{
  NstCoursesBox *self = NST_COURSES_BOX (object);

  nst_template_dispose (GTK_WIDGET (self), NST_TYPE_COURSES_BOX);
  g_clear_object (&self->team);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_courses_box_parent_class)->dispose (object);
}

static void
nst_courses_box_finalize (GObject *object)
{
  g_ptr_array_unref (NST_COURSES_BOX (object)->rows);
  G_OBJECT_CLASS (nst_courses_box_parent_class)->finalize (object);
}

static void
nst_courses_box_class_init (NstCoursesBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_RECORD_ENTRY);
  G_OBJECT_CLASS (klass)->dispose = nst_courses_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = nst_courses_box_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "teams/nst-courses-box.ui");
  gtk_widget_class_bind_template_child (widget_class, NstCoursesBox, count_label);
  gtk_widget_class_bind_template_child (widget_class, NstCoursesBox, popover);
  gtk_widget_class_bind_template_child (widget_class, NstCoursesBox, course_entry);
  gtk_widget_class_bind_template_child (widget_class, NstCoursesBox, hours_entry);
  gtk_widget_class_bind_template_child (widget_class, NstCoursesBox, list);
  gtk_widget_class_bind_template_callback (widget_class, add_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
nst_courses_box_init (NstCoursesBox *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_courses_box_set_team (NstCoursesBox *self, NstOffice *office, NstRecord *team)
{
  if (g_set_object (&self->office, office) && office != NULL)
    {
      g_signal_connect_object (nst_office_get_store (office), "changed",
                               G_CALLBACK (store_changed_cb), self, 0);
      nst_record_entry_set_kind (self->course_entry, office, "course");
    }
  if (g_set_object (&self->team, team))
    self->opened = 0;
  fill (self);
}
