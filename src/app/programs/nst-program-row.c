/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One programme in the list: who with whom, when, how far, in which state. */
#include "config.h"

#include "app/programs/nst-program-row.h"

#include "app/widgets/nst-flip-box.h"
#include "app/widgets/nst-program-names.h"
#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-ui.h"
#include "text/nst-russian.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstProgramRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *overdue;
  GtkLabel *count;
  GtkLevelBar *bar;
  GtkLabel *percent;
  NstStatePill *pill;
};

G_DEFINE_FINAL_TYPE (NstProgramRow, nst_program_row, GTK_TYPE_WIDGET)

static void
nst_program_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_PROGRAM_ROW);
  G_OBJECT_CLASS (nst_program_row_parent_class)->dispose (object);
}

static void
nst_program_row_class_init (NstProgramRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_FLIP_BOX);
  g_type_ensure (NST_TYPE_STATE_PILL);
  G_OBJECT_CLASS (klass)->dispose = nst_program_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-program-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NstProgramRow, content);
  gtk_widget_class_bind_template_child (widget_class, NstProgramRow, title);
  gtk_widget_class_bind_template_child (widget_class, NstProgramRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NstProgramRow, overdue);
  gtk_widget_class_bind_template_child (widget_class, NstProgramRow, count);
  gtk_widget_class_bind_template_child (widget_class, NstProgramRow, bar);
  gtk_widget_class_bind_template_child (widget_class, NstProgramRow, percent);
  gtk_widget_class_bind_template_child (widget_class, NstProgramRow, pill);
}

static void
nst_program_row_init (NstProgramRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nst_program_row_new (void)
{
  return g_object_new (NST_TYPE_PROGRAM_ROW, NULL);
}

/**
 * nst_program_row_show:
 * @self: the row
 * @office: at whose base
 * @program: what it shows
 */
char *
nst_program_row_show (NstProgramRow *self, NstOffice *office, NstRecord *program)
{
  g_autoptr (NstProgress) progress = NULL;
  g_autofree char *title = nst_program_names_dup_pair (office, program);
  g_autofree char *period = nst_program_names_dup_period (program);
  g_autofree char *version = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *count = NULL;
  g_autofree char *overdue = NULL;
  const char *group = nst_record_get_display (program, "group");
  const NstLifeState *state;
  NstRuleContext context;

  nst_office_get_look (office, &context);
  progress = nst_progress_new (&context, program);
  state = nst_steps_get_state (&context, program);
  if (nst_record_get_int (program, "version") > 1)
    version = g_strdup_printf (_ ("version %d"), (int) nst_record_get_int (program, "version"));
  subtitle = g_strjoin (" · ", group != NULL ? group : period, group != NULL ? period : version,
                        group != NULL ? version : NULL, NULL);
  percent = nst_russian_percent (progress->permille);
  count = g_strdup_printf (_ ("%u of %u done"), progress->done, progress->total);
  overdue = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u overdue", "%u overdue",
                                          progress->overdue),
                             progress->overdue);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->percent, percent);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->overdue, overdue);
  gtk_widget_set_visible (GTK_WIDGET (self->overdue), progress->overdue > 0);
  gtk_level_bar_set_value (self->bar, progress->permille / 1000.0);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), state != NULL);
  if (state != NULL)
    nst_state_pill_set_state (self->pill, state);
  return g_strjoin (", ", title, state != NULL ? state->title : "", percent, count,
                    progress->overdue > 0 ? overdue : NULL, NULL);
}
