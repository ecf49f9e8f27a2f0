/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline stands where its data say: dots in their months, today, the last day. */
#include "config.h"

#include "charts/nst-chart-timeline.h"

#include <string.h>

#include "text/nst-due.h"

#define WIDTH 1120.0

/* The dated rows of the worked example (DOMAIN 9.6) on 01.07.2022, as of DOMAIN 17.4. */
static const struct
{
  guint number;
  const char *due;
  guint done;
  gboolean not_done;
} rows[] = {
  { 1, "Октябрь-ноябрь 2021 г.", 1, FALSE },
  { 2, "Ноябрь 2021 г.", 1, FALSE },
  { 3, "Ноябрь 2021 г.", 1, FALSE },
  { 4, "Ноябрь 2021 г.", 1, FALSE },
  { 5, "Ноябрь 2021 г.", 1, FALSE },
  { 8, "Декабрь 2022 г.", 0, FALSE },
  { 9, "Декабрь 2021 г., апрель, сентябрь, декабрь 2022 г.", 2, FALSE },
  { 10, "Январь 2022 г.", 0, TRUE },
  { 11, "Февраль, май, октябрь 2022 г.", 2, FALSE },
  { 13, "Март, август, ноябрь 2022 г.", 1, FALSE },
  { 14, "Июнь 2022 г.", 1, FALSE },
  { 15, "Ноябрь 2022 г.", 0, FALSE },
  { 16, "Декабрь 2022 г.", 0, FALSE },
  { 17, "Декабрь 2022 г.", 0, FALSE },
  { 18, "Декабрь 2022 г.", 0, FALSE },
};

static void
add_row (NstTimeline *timeline, guint row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstDue) due = nst_due_parse (rows[row].due, &error);
  g_autoptr (GArray) terms = NULL;

  g_assert_no_error (error);
  terms = nst_due_get_terms (due);
  for (guint i = 0; i < terms->len; i++)
    {
      NstTimelineDot dot = { 100 + rows[row].number,
                             rows[row].number,
                             i + 1,
                             (char *) "Мероприятие",
                             g_array_index (terms, NstDueTerm, i).first,
                             g_array_index (terms, NstDueTerm, i).last,
                             NST_ACTIVITY_PLANNED };

      if (rows[row].not_done)
        dot.state = NST_ACTIVITY_NOT_DONE;
      else if (i < rows[row].done)
        dot.state = NST_ACTIVITY_DONE;
      nst_timeline_add_dot (timeline, &dot);
    }
}

static void
add_stage (NstTimeline *timeline, const char *number, const char *title, const char *phrase)
{
  g_autoptr (NstDue) due = nst_due_parse (phrase, NULL);
  g_autoptr (GArray) terms = nst_due_get_terms (due);

  nst_timeline_add_band (timeline, number, title, &g_array_index (terms, NstDueTerm, 0).first,
                         &g_array_index (terms, NstDueTerm, terms->len - 1).last);
}

static NstTimeline *
make_example (void)
{
  NstTimeline *timeline;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, G_DATE_JULY, 2022);
  timeline = nst_timeline_new ("№ 1", &today);
  g_date_set_dmy (&timeline->limit, 16, G_DATE_DECEMBER, 2022);
  timeline->limit_months = 12;
  add_stage (timeline, "I", "Организационный этап", "ноябрь 2021 г.");
  add_stage (timeline, "II", "Практический этап", "декабрь 2021 г. – ноябрь 2022 г.");
  add_stage (timeline, "III", "Заключительный этап", "ноябрь-декабрь 2022 г.");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (timeline, i);
  return timeline;
}

/* 22 dated occurrences (DOMAIN 9.6), on 16 months: October 2021 to January 2023. */
static void
test_axis (void)
{
  g_autoptr (NstTimeline) timeline = make_example ();
  g_autoptr (NstTimelineLayout) layout = nst_timeline_layout_new (timeline, WIDTH, 0, 0);

  g_assert_cmpuint (timeline->dots->len, ==, 22);
  g_assert_cmpuint (layout->dots->len, ==, 22);
  g_assert_cmpuint (layout->months, ==, 16);
  g_assert_cmpint (g_date_get_month (&layout->start), ==, G_DATE_OCTOBER);
  g_assert_cmpuint (g_date_get_year (&layout->start), ==, 2021);
  g_assert_cmpfloat_with_epsilon (layout->month_width, WIDTH / 16, 1e-9);
  /* 1 July begins the tenth month of the axis, 16 December ends after 16 of 31 days. */
  g_assert_cmpfloat_with_epsilon (layout->today_x, 9 * WIDTH / 16, 1e-9);
  g_assert_cmpfloat_with_epsilon (layout->limit_x, (14 + 16 / 31.0) * WIDTH / 16, 1e-9);
}

/* Every dot is in the cell of the month of its last day, and is found under its own centre. */
static void
test_dots (void)
{
  g_autoptr (NstTimeline) timeline = make_example ();
  g_autoptr (NstTimelineLayout) layout = nst_timeline_layout_new (timeline, WIDTH, 0, 0);

  for (guint i = 0; i < layout->dots->len; i++)
    {
      const NstTimelineBox *box = &g_array_index (layout->dots, NstTimelineBox, i);
      const NstTimelineDot *dot = g_ptr_array_index (timeline->dots, box->index);
      int month = g_date_get_year (&dot->last) * 12 + (int) g_date_get_month (&dot->last) -
                  (2021 * 12 + G_DATE_OCTOBER);

      g_assert_cmpfloat (box->x, >, month * layout->month_width);
      g_assert_cmpfloat (box->x, <, (month + 1) * layout->month_width);
      g_assert_cmpint (nst_timeline_layout_hit (layout, box->x, box->y), ==, (int) box->index);
    }
  g_assert_cmpint (nst_timeline_layout_hit (layout, 5, 60), ==, -1);
}

/* Stages that share November 2022 stand in different lanes; the others in the first. */
static void
test_bands (void)
{
  g_autoptr (NstTimeline) timeline = make_example ();
  g_autoptr (NstTimelineLayout) layout = nst_timeline_layout_new (timeline, WIDTH, 0, 0);
  const NstTimelineBox *boxes = (const NstTimelineBox *) (gpointer) layout->bands->data;

  g_assert_cmpuint (layout->bands->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (boxes[0].y, boxes[1].y, 1e-9);
  g_assert_cmpfloat (boxes[2].y, >, boxes[1].y + boxes[1].height);
  g_assert_cmpfloat_with_epsilon (boxes[0].width, WIDTH / 16 - 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (boxes[1].width, 12 * WIDTH / 16 - 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (boxes[2].width, 2 * WIDTH / 16 - 2, 1e-9);
}

/* Where six months are shown, today is in the middle and the axis can be moved to its ends. */
static void
test_narrow (void)
{
  g_autoptr (NstTimeline) timeline = make_example ();
  g_autoptr (NstTimelineLayout) around = nst_timeline_layout_new (timeline, 336, 6, -1);
  g_autoptr (NstTimelineLayout) end = nst_timeline_layout_new (timeline, 336, 6, 1e6);

  g_assert_cmpfloat_with_epsilon (around->today_x, 168, 1e-9);
  g_assert_cmpfloat_with_epsilon (end->offset, 10 * 56, 1e-9);
}

static double
get_pixel (cairo_surface_t *surface, double x, double y, int shift)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * (gsize) x, 4);
  return ((pixel >> shift) & 0xff) / 255.0;
}

/* What is drawn: a done dot is filled green beside its number, one ahead is not filled. */
static void
test_drawing (void)
{
  g_autoptr (NstTimeline) timeline = make_example ();
  g_autoptr (NstTimelineLayout) layout = nst_timeline_layout_new (timeline, WIDTH, 0, 0);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) WIDTH, (int) NST_TIMELINE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  NstChartTheme theme;
  guint done = 0;

  nst_chart_theme_init (&theme, FALSE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  nst_timeline_draw (timeline, layout, cr, &theme, -1);
  cairo_surface_flush (surface);
  for (guint i = 0; i < layout->dots->len; i++)
    {
      const NstTimelineBox *box = &g_array_index (layout->dots, NstTimelineBox, i);
      const NstTimelineDot *dot = g_ptr_array_index (timeline->dots, box->index);
      double green = get_pixel (surface, box->x, box->y - box->width + 2.5, 8);
      double red = get_pixel (surface, box->x, box->y - box->width + 2.5, 16);

      if (dot->state == NST_ACTIVITY_DONE)
        {
          g_assert_cmpfloat (green, >, red + 0.2);
          done++;
        }
      else if (dot->state == NST_ACTIVITY_NOT_DONE)
        g_assert_cmpfloat (red, >, green + 0.3);
      else
        g_assert_cmpfloat (ABS (red - green), <, 0.1);
    }
  g_assert_cmpuint (done, ==, 11);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The words for those who do not see the picture name the same numbers. */
static void
test_summary (void)
{
  g_autoptr (NstTimeline) timeline = make_example ();
  g_autofree char *summary = nst_timeline_dup_summary (timeline);
  g_autofree char *label = nst_timeline_dup_dot_label (timeline, 0);

  g_assert_cmpstr (summary, ==,
                   "Timeline: 3 stages; 11 of 22 dates done, 1 not done or overdue; today is "
                   "01.07.2022; last allowed day 16.12.2022");
  g_assert_cmpstr (label, ==, "1. Мероприятие – ноябрь\302\2402021\302\240г.: done");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/charts/timeline/axis", test_axis);
  g_test_add_func ("/charts/timeline/dots", test_dots);
  g_test_add_func ("/charts/timeline/bands", test_bands);
  g_test_add_func ("/charts/timeline/narrow", test_narrow);
  g_test_add_func ("/charts/timeline/drawing", test_drawing);
  g_test_add_func ("/charts/timeline/summary", test_summary);
  return g_test_run ();
}
