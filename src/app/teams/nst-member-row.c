/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person of a working group; opened, its fields are edited in place. */
#include "config.h"

#include "app/teams/nst-member-row.h"

#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-initials.h"

#include <glib/gi18n-lib.h>

#define NO_BREAK_SPACE "\302\240"

struct _NstMemberRow
{
  AdwExpanderRow parent_instance;

  NstOffice *office;
  NstRecord *member;
  GtkWidget *avatar;
  GtkWidget *courses; /* "✓ 18 h" */
  GtkWidget *hours;
  GtkWidget *menu_button;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (NstMemberRow, nst_member_row, ADW_TYPE_EXPANDER_ROW)

static const char *const member_fields[] = { "function", "roles", "phone", "email",
                                             "from",     "to",    NULL };
static const char *const person_fields[] = { "last", "first", "middle", "post", NULL };

static void
append_fields (NstMemberRow *self, NstRecord *record, const char *const *fields)
{
  for (guint i = 0; record != NULL && fields[i] != NULL; i++)
    {
      GtkWidget *row = nst_field_row_new (self->office, record, fields[i]);

      if (row != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
}

/* Nobody pays for rows of people that are not opened. */
static void
expanded_cb (NstMemberRow *self)
{
  g_autoptr (NstRecord) person = NULL;

  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  person = nst_source_dup_ref (NST_SOURCE (nst_office_get_store (self->office)), self->member,
                               "person");
  append_fields (self, self->member, member_fields);
  append_fields (self, person, person_fields);
}

static char *
dup_phone (NstMemberRow *self)
{
  g_autoptr (NstRecord) person =
      nst_source_dup_ref (NST_SOURCE (nst_office_get_store (self->office)), self->member,
                          "person");
  const char *phone = nst_record_get_text (self->member, "phone");
  g_auto (GStrv) words = NULL;

  if (phone == NULL && person != NULL)
    phone = nst_record_get_text (person, "mobile");
  if (phone == NULL && person != NULL)
    phone = nst_record_get_text (person, "phone");
  if (phone == NULL)
    return NULL;
  words = g_strsplit (phone, " ", -1);
  return g_strjoinv (NO_BREAK_SPACE, words);
}

/* The function in the person's own words, else the roles in the regulation's. */
static char *
dup_function (NstMemberRow *self)
{
  const char *function = nst_record_get_text (self->member, "function");
  g_auto (GStrv) roles = NULL;
  g_autoptr (GString) text = NULL;

  if (function != NULL)
    return g_strdup (function);
  roles = nst_record_dup_list (self->member, "roles");
  text = g_string_new (NULL);
  for (guint i = 0; roles[i] != NULL; i++)
    {
      g_autofree char *title =
          nst_scheme_dup_title_of (nst_office_get_scheme (self->office), "member-role", roles[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", title != NULL ? title : roles[i]);
    }
  return g_strdup (text->len > 0 ? text->str : _ ("Function not named"));
}

static gint64
sum_hours (NstMemberRow *self, gboolean *trained)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  g_autofree char *person =
      g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_ref (self->member, "person"));
  g_autoptr (GPtrArray) trainings = nst_source_list (source, "training", "person", person);
  gint64 hours = 0;

  *trained = FALSE;
  for (guint i = 0; i < trainings->len; i++)
    {
      g_autoptr (NstRecord) course = nst_source_dup_ref (source, trainings->pdata[i], "course");

      if (!nst_record_get_date (trainings->pdata[i], "completed_on", NULL) || course == NULL)
        continue;
      *trained = TRUE;
      hours += nst_record_get_int (course, "hours");
    }
  return hours;
}

static void
nst_member_row_dispose (GObject *object)
{
  NstMemberRow *self = NST_MEMBER_ROW (object);

  g_clear_object (&self->member);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_member_row_parent_class)->dispose (object);
}

static void
nst_member_row_class_init (NstMemberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_member_row_dispose;
}

static GMenuModel *
build_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_append (menu, _ ("Leads the working group"), "member.leader");
  g_menu_append (menu, _ ("Contact person"), "member.contact");
  g_menu_append (last, _ ("Remove from the team"), "member.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

static void
nst_member_row_init (NstMemberRow *self)
{
  g_autoptr (GMenuModel) menu = build_menu ();

  self->avatar = adw_avatar_new (32, NULL, TRUE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->avatar);
  /* An icon: many fonts have no check mark. */
  self->courses = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->hours = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (self->courses),
                  gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (self->courses), self->hours);
  gtk_widget_add_css_class (self->courses, "success");
  gtk_widget_add_css_class (self->courses, "numeric");
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->menu_button);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->courses);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
nst_member_row_new (NstOffice *office, NstRecord *member)
{
  NstMemberRow *self = g_object_new (NST_TYPE_MEMBER_ROW, NULL);

  self->office = g_object_ref (office);
  self->member = g_object_ref (member);
  return GTK_WIDGET (self);
}

NstRecord *
nst_member_row_get_member (NstMemberRow *self)
{
  return self->member;
}

gboolean
nst_member_row_has_role (NstMemberRow *self, const char *role)
{
  g_auto (GStrv) roles = nst_record_dup_list (self->member, "roles");

  return g_strv_contains ((const char *const *) roles, role);
}

void
nst_member_row_update (NstMemberRow *self, guint position, guint count)
{
  const char *name = nst_record_get_display (self->member, "person");
  g_autofree char *function = dup_function (self);
  g_autofree char *phone = dup_phone (self);
  g_autofree char *second =
      phone != NULL ? g_strdup_printf ("%s · %s", function, phone) : g_strdup (function);
  g_autofree char *place = g_strdup_printf (_ ("%u of %u"), position + 1, count);
  g_autofree char *initials = nst_initials_dup_words (name);
  g_autofree char *hours = NULL;
  gboolean trained;
  gint64 sum = sum_hours (self, &trained);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), second);
  adw_avatar_set_text (ADW_AVATAR (self->avatar), initials);
  hours = g_strdup_printf (_ ("%d h"), (int) sum);
  gtk_label_set_text (GTK_LABEL (self->hours), hours);
  gtk_widget_set_visible (self->hours, sum > 0);
  gtk_widget_set_tooltip_text (self->courses, _ ("Courses completed"));
  gtk_widget_set_visible (self->courses, trained);
  gtk_widget_set_tooltip_text (self->menu_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
}

void
nst_member_row_edit (NstMemberRow *self, const char *field)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (field == NULL || !nst_field_rows_focus (GTK_WIDGET (self), field))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
