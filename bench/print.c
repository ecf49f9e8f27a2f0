/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many agreements as PDF, against cairo alone writing pages that are already laid out. */
#include "config.h"

#include "documents/nst-batch.h"
#include "documents/nst-documents-private.h"
#include "documents/nst-layouter.h"
#include "documents/nst-pages-private.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#define FORM "D3"

static const char *const lasts[] = { "Абрамова", "Белова", "Власова", "Громова", "Дёмина",
                                     "Ершова",   "Жилина", "Зуева",   "Ильина",  "Ковалёва" };
static const char *const firsts[] = { "Анна", "Вера", "Дарья", "Елена", "Нина", "Ольга", "Яна" };
static const char *const middles[] = { "Ивановна", "Петровна", "Сергеевна", "Ильинична" };

static const char *
pick (const char *const *from, guint n, guint i)
{
  return from[i % n];
}

static NstRecord *
add_person (NstChange *change, guint i)
{
  return nst_change_add (change, "person", "last", pick (lasts, G_N_ELEMENTS (lasts), i), "first",
                         pick (firsts, G_N_ELEMENTS (firsts), i / 3), "middle",
                         pick (middles, G_N_ELEMENTS (middles), i / 7), "sex", "f", "post",
                         "директор", "phone", "(84458) 0-00-01", "email", "school@example.org",
                         NULL);
}

static NstRecord *
add_school (NstChange *change, guint i)
{
  g_autofree char *name =
      g_strdup_printf ("Муниципальное казенное общеобразовательное учреждение средняя школа № %u",
                       i + 1);
  g_autofree char *short_name = g_strdup_printf ("МКОУ СШ № %u", i + 1);
  g_autofree char *inn = g_strdup_printf ("34%08u", i);
  NstRecord *school =
      nst_change_add (change, "organisation", "full_name", name, "short_name", short_name, "kind",
                      "SCHOOL", "gram_gender", "n", "inn", inn, "kpp", "340301001", "ogrn",
                      "1023400000000", "legal_address", "404002, г. Дубовка, ул. Школьная, д. 1",
                      "phone", "(84458) 0-00-01", "email", "school@example.org", "place",
                      "г. Дубовка", "signer_basis_gen", "Устава", NULL);
  NstRecord *head = add_person (change, i);

  nst_change_set_ref (change, school, "director", head);
  nst_change_set_ref (change, school, "signer", head);
  nst_change_set_ref (change, head, "organisation", school);
  return school;
}

static NstRecord *
add_team (NstChange *change, guint i, const char *role)
{
  NstRecord *team =
      nst_change_add (change, "team", "role", role, "directions", "DIR_QUALITY", NULL);
  NstRecord *school = add_school (change, i);
  NstRecord *contact = nst_change_add (change, "member", "roles", "CONTACT", NULL);

  nst_change_set_ref (change, team, "organisation", school);
  nst_change_set_ref (change, contact, "team", team);
  nst_change_set_ref (change, contact, "person", add_person (change, i + 5));
  return team;
}

static void
add_participant (NstChange *change, NstRecord *group, NstRecord *team, const char *side)
{
  NstRecord *participant = nst_change_add (change, "participant", "side", side, NULL);

  nst_change_set_ref (change, participant, "group", group);
  nst_change_set_ref (change, participant, "team", team);
}

static void
add_agreement (NstChange *change, guint i, NstRecord *operator)
{
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  NstRecord *experienced = add_team (change, 2 * i, "EXPERIENCED");
  NstRecord *developing = add_team (change, 2 * i + 1, "DEVELOPING");
  NstRecord *group =
      nst_change_add (change, "group", "number", number, "period_start", "2022-01-01",
                      "period_end", "2022-12-31", "directions", "DIR_QUALITY", NULL);
  NstRecord *agreement =
      nst_change_add (change, "agreement", "number", number, "date", "2021-11-19", "place",
                      "г. Волгоград", "start", "2022-01-01", "end", "2022-12-31", NULL);

  nst_change_set_ref (change, group, "coordinator", add_person (change, i + 1));
  add_participant (change, group, experienced, "EXPERIENCED");
  add_participant (change, group, developing, "DEVELOPING");
  nst_change_set_ref (change, agreement, "group", group);
  nst_change_set_ref (change, agreement, "experienced", experienced);
  nst_change_set_ref (change, agreement, "developing", developing);
  nst_change_set_ref (change, agreement, "operator", operator);
}

static NstOffice *
make_office (const char *path, guint count, NstClock *clock)
{
  const char *const schemes[] = { "dubovka-mentoring", NULL };
  g_autoptr (GError) error = NULL;
  NstOffice *office = nst_office_create (path, schemes, "OPERATOR", "bench", clock, &error);
  g_autoptr (NstChange) change = nst_change_new ("bench");
  NstRecord *operator;

  if (office == NULL)
    g_error ("%s", error->message);
  operator= add_school (change, 2 * count + 1);
  for (guint i = 0; i < count; i++)
    add_agreement (change, i, operator);
  if (!nst_store_apply (nst_office_get_store (office), change, &error))
    g_error ("%s", error->message);
  return office;
}

/* Seconds for all of them, written by the program. */
static double
print_all (NstOffice *office, const char *folder, gboolean one_file, guint *n_bytes)
{
  g_autoptr (NstBatch) batch = nst_batch_new (office, NST_DOCUMENT_PDF);
  g_autoptr (GPtrArray) all =
      nst_source_list (NST_SOURCE (nst_office_get_store (office)), "agreement", NULL, NULL);
  g_autofree char *file = g_build_filename (folder, "all.pdf", NULL);
  gint64 start = g_get_monotonic_time ();
  GStatBuf facts = { 0 };

  nst_batch_set_blanks (batch, TRUE);
  for (guint i = 0; i < all->len; i++)
    nst_batch_add (batch, all->pdata[i], FORM);
  if (one_file)
    nst_batch_set_file (batch, file);
  else
    nst_batch_set_folder (batch, folder);
  while (nst_batch_step (batch))
    ;
  if (!nst_batch_finish (batch, NULL) || nst_batch_get_refusals (batch)->len > 0)
    g_error ("not everything was printed");
  *n_bytes = 0;
  for (guint i = 0; i < nst_batch_get_files (batch)->len; i++)
    if (g_stat (nst_batch_get_files (batch)->pdata[i], &facts) == 0)
      *n_bytes += (guint) facts.st_size;
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

typedef struct
{
  const NstTree *tree;
  const char *folder;
  guint first;
  guint end;
  gboolean one_file;
} Share;

/* Cairo alone: no template, no breaking of lines, no tags, outline or pass of libqpdf. */
static gpointer
write_share (gpointer data)
{
  const Share *share = data;
  g_autoptr (NstPages) pages = nst_layouter_run (share->tree);
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;

  for (guint i = share->first; i < share->end; i++)
    {
      if (surface == NULL)
        {
          g_autofree char *path = g_strdup_printf ("%s/floor-%u.pdf", share->folder, i);

          surface = cairo_pdf_surface_create (path, 595.28, 841.89);
          cr = cairo_create (surface);
        }
      for (guint page = 0; page < nst_pages_get_count (pages); page++)
        {
          nst_pages_draw (pages, page, cr);
          cairo_show_page (cr);
        }
      if (share->one_file && i + 1 < share->end)
        continue;
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      g_clear_pointer (&surface, cairo_surface_destroy);
    }
  return NULL;
}

static double
write_floor (const NstTree *tree, const char *folder, guint count, gboolean one_file)
{
  guint n = one_file ? 1 : g_get_num_processors ();
  GThread **threads = g_newa (GThread *, n);
  Share *shares = g_newa (Share, n);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++)
    {
      shares[i] = (Share){ tree, folder, count * i / n, count * (i + 1) / n, one_file };
      threads[i] = g_thread_new ("floor", write_share, &shares[i]);
    }
  for (guint i = 0; i < n; i++)
    g_thread_join (threads[i]);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

/* One agreement after the first: what a click waits for until the preview has its pages. */
static void
print_click (NstOffice *office)
{
  g_autoptr (NstRecord) first =
      nst_source_dup (NST_SOURCE (nst_office_get_store (office)), "agreement", 1);
  g_autoptr (NstRecord) second =
      nst_source_dup (NST_SOURCE (nst_office_get_store (office)), "agreement", 2);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (NstPages) cold = nst_documents_make (office, first, FORM, NULL, NULL);
  gint64 middle = g_get_monotonic_time ();
  g_autoptr (NstPages) warm = nst_documents_make (office, second, FORM, NULL, NULL);
  gint64 end = g_get_monotonic_time ();

  printf ("one agreement laid out: %.1f ms the first time, %.1f ms the next\n",
          (double) (middle - start) / 1000, (double) (end - middle) / 1000);
  g_assert (cold != NULL && warm != NULL);
}

int
main (int argc, char *argv[])
{
  guint count = argc > 1 ? (guint) atoi (argv[1]) : 200;
  g_autofree char *folder = g_dir_make_tmp ("nastavnik-bench-XXXXXX", NULL);
  g_autofree char *base = g_build_filename (folder, "bench.nastavnik", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  GDate *day = g_date_new_dmy (19, 11, 2021);
  g_autoptr (NstClock) clock = nst_clock_new_fixed (day);
  g_autoptr (NstOffice) office = make_office (base, count, clock);
  g_autoptr (NstRecord) sample =
      nst_source_dup (NST_SOURCE (nst_office_get_store (office)), "agreement", 1);
  g_autoptr (NstTree) tree = nst_documents_expand (office, sample, FORM, NULL, NULL, NULL, NULL);
  g_autoptr (NstPages) pages = nst_layouter_run (tree);
  guint n_pages = nst_pages_get_count (pages) * count;

  g_mkdir (out, 0700);
  print_click (office);
  for (guint one_file = 0; one_file < 2; one_file++)
    {
      guint n_bytes = 0;
      double own = print_all (office, out, one_file, &n_bytes);
      double floor;

      empty (out);
      floor = write_floor (tree, out, count, one_file);
      empty (out);
      printf ("%s: %u agreements, %.0f pages/s, floor %.0f pages/s, %.2f of it; %.1f KB each\n",
              one_file ? "one file" : "a file each", count, n_pages / own, n_pages / floor,
              floor / own, n_bytes / 1024.0 / count);
    }
  g_remove (base);
  g_rmdir (out);
  empty (folder);
  g_rmdir (folder);
  g_date_free (day);
  return 0;
}
