/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number series: one for each office, sort of paper and year (DOMAIN 4.32). */
#include "config.h"

#include "rules/nst-numbering.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DOCUMENT "document"
#define PLAIN "{n}"
/* What is longer is no number of a series but a code that was typed as one. */
#define GREATEST G_GINT64_CONSTANT (999999999)

/* Papers with a register of their own: their kind, and who issues them. */
static const struct
{
  const char *kind;
  const char *office;
} papers[] = {
  { "agreement", "operator" },
  { "order", "issuer" },
};

static const char *
find_office_field (const char *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (strcmp (papers[i].kind, paper) == 0)
      return papers[i].office;
  return NULL;
}

/* What the office has said of the series itself: for the year, else for all years, else for the
 * year before that is nearest: as papers were numbered, so they go on. */
static NstRecord *
find_setting (const NstRuleContext *context, const char *paper, int year)
{
  g_autoptr (GPtrArray) settings = nst_source_list (context->source, "series", "paper", paper);
  NstRecord *found = NULL;
  gint64 best = -1;

  for (guint i = 0; i < settings->len; i++)
    {
      gint64 of = nst_record_get_int (settings->pdata[i], "year");
      gint64 rank = of == year ? G_MAXINT64 : (of == 0 ? G_MAXINT64 - 1 : of);

      if (of > year || rank <= best)
        continue;
      best = rank;
      found = settings->pdata[i];
    }
  return found != NULL ? g_object_ref (found) : NULL;
}

/* The first number is that of one year, or of every year. */
static gint64
get_first (NstRecord *setting, int year)
{
  gint64 of = setting != NULL ? nst_record_get_int (setting, "year") : -1;

  return of == 0 || of == year ? nst_record_get_int (setting, "first") : 0;
}

static char *
dup_pattern (const NstRuleContext *context, const char *paper, NstRecord *setting)
{
  const char *own = setting != NULL ? nst_record_get_text (setting, "pattern") : NULL;
  g_autofree char *key = g_strconcat ("number.", paper, NULL);
  const char *wording = NULL;

  g_strdelimit (key, "/", '.');
  if (context->scheme != NULL)
    wording = nst_scheme_get_text (context->scheme, key);
  return g_strdup (own != NULL ? own : (wording != NULL ? wording : PLAIN));
}

/**
 * nst_numbering_new:
 * @context: scheme, source and the day
 * @paper: "agreement", "order", or "document/FORM"
 * @office: local id of the organisation that issues it, or 0
 * @year: a year
 *
 * The pattern is the office's own (a record of kind "series"), else the pack's (its text
 * "number.PAPER"), else the bare number.
 *
 * Returns: (transfer full): the series
 */
NstNumberSeries *
nst_numbering_new (const NstRuleContext *context, const char *paper, gint64 office, int year)
{
  g_autoptr (NstRecord) setting = find_setting (context, paper, year);
  NstNumberSeries *self = g_new0 (NstNumberSeries, 1);

  self->paper = g_strdup (paper);
  self->office = office;
  self->year = year;
  self->pattern = dup_pattern (context, paper, setting);
  self->first = get_first (setting, year);
  self->by_hand = setting != NULL && nst_numbering_has_own_number (paper) &&
                  nst_record_get_bool (setting, "by_hand");
  return self;
}

/* A document of a form carries the number of the paper that it prints, where that has one. */
static gboolean
is_of_paper (NstRecord *document)
{
  const NstKind *kind = NULL;
  gint64 id = 0;

  return nst_record_get_link (document, "subject", &kind, &id) &&
         find_office_field (kind->name) != NULL;
}

/**
 * nst_numbering_of:
 * @context: scheme, source and the day
 * @record: an agreement, an order or a document
 *
 * Returns: (transfer full) (nullable): the series that its number belongs to, by its date or,
 *   while it has none, by the context's day; %NULL when it is not numbered in one
 */
NstNumberSeries *
nst_numbering_of (const NstRuleContext *context, NstRecord *record)
{
  const char *kind = nst_record_get_kind (record)->name;
  const char *office = find_office_field (kind);
  g_autofree char *paper = NULL;
  GDate day = context->today;

  if (office == NULL && (strcmp (kind, DOCUMENT) != 0 || is_of_paper (record)))
    return NULL;
  if (!nst_record_get_date (record, "date", &day))
    day = context->today;
  if (office != NULL)
    return nst_numbering_new (context, kind, nst_record_get_ref (record, office),
                              g_date_get_year (&day));
  paper = g_strdup_printf ("%s/%s", DOCUMENT, nst_record_get_text (record, "form"));
  return nst_numbering_new (context, paper, 0, g_date_get_year (&day));
}

/**
 * nst_numbering_free:
 * @self: (nullable): a series
 */
void
nst_numbering_free (NstNumberSeries *self)
{
  if (self == NULL)
    return;
  g_free (self->paper);
  g_free (self->pattern);
  g_free (self);
}

/* Where the number stands in the pattern, and how many digits it has at least. */
static gboolean
find_place (const char *pattern, const char **start, const char **end)
{
  const char *open = strstr (pattern, "{n");
  const char *close = open != NULL ? strchr (open, '}') : NULL;

  if (close == NULL || strspn (open + 1, "n") != (gsize) (close - open - 1))
    return FALSE;
  *start = open;
  *end = close + 1;
  return TRUE;
}

static char *
put_year (const char *text, gsize length, int year)
{
  g_autoptr (GString) part = g_string_new_len (text, (gssize) length);
  g_autofree char *whole = g_strdup_printf ("%04d", year);
  g_autofree char *half = g_strdup_printf ("%02d", year % 100);

  g_string_replace (part, "{yyyy}", whole, 0);
  g_string_replace (part, "{yy}", half, 0);
  return g_strdup (part->str);
}

/* What stands before and after the number. */
static int
part_pattern (const NstNumberSeries *self, char **before, char **after)
{
  const char *start = NULL;
  const char *end = NULL;

  if (!find_place (self->pattern, &start, &end))
    {
      *before = g_strdup ("");
      *after = g_strdup ("");
      return 1;
    }
  *before = put_year (self->pattern, (gsize) (start - self->pattern), self->year);
  *after = put_year (end, strlen (end), self->year);
  return (int) (end - start) - 2;
}

/**
 * nst_numbering_is_pattern:
 * @text: what a person types as one
 *
 * Returns: whether it has a place for the number
 */
gboolean
nst_numbering_is_pattern (const char *text)
{
  const char *start = NULL;
  const char *end = NULL;

  return find_place (text, &start, &end);
}

/**
 * nst_numbering_format:
 * @self: a series
 * @number: a number
 *
 * Returns: (transfer full): the number as the papers carry it
 */
char *
nst_numbering_format (const NstNumberSeries *self, gint64 number)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int width = part_pattern (self, &before, &after);

  return g_strdup_printf ("%s%0*" G_GINT64_FORMAT "%s", before, width, number, after);
}

/**
 * nst_numbering_read:
 * @self: a series
 * @text: (nullable): number of a paper
 * @number: (out): its number in the series
 *
 * A number that was typed in another form counts by its leading digits.
 *
 * Returns: whether there is one
 */
gboolean
nst_numbering_read (const NstNumberSeries *self, const char *text, gint64 *number)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  char *end = NULL;

  if (text == NULL)
    return FALSE;
  part_pattern (self, &before, &after);
  if (g_str_has_prefix (text, before))
    {
      *number = g_ascii_strtoll (text + strlen (before), &end, 10);
      if (*number > 0 && strcmp (end, after) == 0)
        return *number <= GREATEST;
    }
  *number = g_ascii_strtoll (text, NULL, 10);
  return *number > 0 && *number <= GREATEST;
}

static GPtrArray *
list_candidates (const NstRuleContext *context, const NstNumberSeries *self)
{
  const char *field = find_office_field (self->paper);
  g_autofree char *office = NULL;

  if (g_str_has_prefix (self->paper, DOCUMENT "/"))
    return nst_source_list (context->source, DOCUMENT, "form",
                            self->paper + strlen (DOCUMENT "/"));
  if (field == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  office = self->office != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, self->office) : NULL;
  return nst_source_list (context->source, self->paper, field, office);
}

/**
 * nst_numbering_list_papers:
 * @context: scheme, source and the day
 * @self: a series
 *
 * Returns: (transfer full) (element-type NstRecord): what has a number in the series
 */
GPtrArray *
nst_numbering_list_papers (const NstRuleContext *context, const NstNumberSeries *self)
{
  g_autoptr (GPtrArray) all = list_candidates (context, self);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean documents = g_str_has_prefix (self->paper, DOCUMENT "/");
  gint64 number;
  GDate date;

  for (guint i = 0; i < all->len; i++)
    if (nst_record_get_date (all->pdata[i], "date", &date) &&
        g_date_get_year (&date) == self->year &&
        nst_numbering_read (self, nst_record_get_text (all->pdata[i], "number"), &number) &&
        !(documents && is_of_paper (all->pdata[i])))
      g_ptr_array_add (found, g_object_ref (all->pdata[i]));
  return found;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Numbers that are taken, in order. */
static GArray *
list_numbers (const NstRuleContext *context, const NstNumberSeries *self)
{
  g_autoptr (GPtrArray) found = nst_numbering_list_papers (context, self);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < found->len; i++)
    {
      gint64 number = 0;

      if (nst_numbering_read (self, nst_record_get_text (found->pdata[i], "number"), &number))
        g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

/**
 * nst_numbering_next:
 * @context: scheme, source and the day
 * @self: a series
 *
 * Returns: (transfer full): the number to offer: one more than the greatest taken
 */
char *
nst_numbering_next (const NstRuleContext *context, const NstNumberSeries *self)
{
  g_autoptr (GArray) numbers = list_numbers (context, self);
  gint64 next = MAX (self->first, 1);

  if (numbers->len > 0)
    next = MAX (next, g_array_index (numbers, gint64, numbers->len - 1) + 1);
  return nst_numbering_format (self, next);
}

static void
append_gap (const NstNumberSeries *self, GString *gaps, gint64 from, gint64 to)
{
  g_autofree char *first = nst_numbering_format (self, from);
  g_autofree char *last = nst_numbering_format (self, to);

  if (from > to)
    return;
  if (gaps->len > 0)
    g_string_append (gaps, ", ");
  g_string_append (gaps, first);
  if (from < to)
    g_string_append_printf (gaps, "–%s", last);
}

/**
 * nst_numbering_dup_gaps:
 * @context: scheme, source and the day
 * @self: a series
 * @before: a number: only the gap right before it; 0 for all gaps
 *
 * A series begins with its first number where the office has told it, else with the smallest
 * taken: an office may have begun to keep its papers here in the middle of a year.
 *
 * Returns: (transfer full) (nullable): the numbers that are missing (R97): "15, 18–20"
 */
char *
nst_numbering_dup_gaps (const NstRuleContext *context, const NstNumberSeries *self, gint64 before)
{
  g_autoptr (GArray) numbers = list_numbers (context, self);
  g_autoptr (GString) gaps = g_string_new (NULL);
  gint64 last = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      gint64 from = last > 0 ? last + 1 : self->first;

      /* To go on with another number was the office's wish. */
      if (self->first > from && number >= self->first)
        from = self->first;
      if (from > 0 && (before == 0 || number == before))
        append_gap (self, gaps, from, number - 1);
      last = number;
    }
  return gaps->len > 0 ? g_strdup (gaps->str) : NULL;
}

/**
 * nst_numbering_dup_twice:
 * @context: scheme, source and the day
 * @self: a series
 *
 * None is given twice at the door (R96); joined organisations and older bases may have some.
 *
 * Returns: (transfer full) (nullable): the numbers that several papers carry: "15, 18"
 */
char *
nst_numbering_dup_twice (const NstRuleContext *context, const NstNumberSeries *self)
{
  g_autoptr (GArray) numbers = list_numbers (context, self);
  g_autoptr (GString) twice = g_string_new (NULL);

  for (guint i = 1; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);

      if (number == g_array_index (numbers, gint64, i - 1) &&
          (i == 1 || number != g_array_index (numbers, gint64, i - 2)))
        append_gap (self, twice, number, number);
    }
  return twice->len > 0 ? g_strdup (twice->str) : NULL;
}

/**
 * nst_numbering_has_own_number:
 * @paper: a sort of paper
 *
 * Returns: whether a person can type its number, as that of an agreement or an order; a document
 *   of a form gets it when it is issued
 */
gboolean
nst_numbering_has_own_number (const char *paper)
{
  return find_office_field (paper) != NULL;
}

/**
 * nst_numbering_is_paper:
 * @context: scheme, source and the day
 * @paper: what a person takes for a sort of paper
 *
 * Returns: whether papers are numbered so
 */
gboolean
nst_numbering_is_paper (const NstRuleContext *context, const char *paper)
{
  g_autofree char *title = nst_numbering_dup_title (context, paper);

  return title != NULL;
}

/**
 * nst_numbering_dup_title:
 * @context: scheme, source and the day
 * @paper: a sort of paper
 *
 * Returns: (transfer full) (nullable): what people call it; %NULL when there is no such paper
 */
char *
nst_numbering_dup_title (const NstRuleContext *context, const char *paper)
{
  const char *form =
      g_str_has_prefix (paper, DOCUMENT "/") ? paper + strlen (DOCUMENT "/") : NULL;
  NstCatalogue *forms = nst_scheme_get_catalogue (context->scheme, "document-form");
  const NstCatalogueEntry *entry = NULL;

  if (find_office_field (paper) != NULL)
    return g_strdup (_ (nst_kinds_find (paper)->label));
  if (form != NULL && forms != NULL)
    entry = nst_catalogue_find (forms, form);
  if (entry != NULL)
    return g_strdup (entry->title);
  return form != NULL && nst_scheme_get_document (context->scheme, form) != NULL ? g_strdup (form)
                                                                                 : NULL;
}

/**
 * nst_numbering_set:
 * @context: scheme, source and the day
 * @change: gets what is changed
 * @self: a series
 * @field: "pattern", "first" or "by_hand"
 * @text: (nullable): canonical text of its value
 *
 * The setting is that of the series' year; what held for the year before goes on in it.
 */
void
nst_numbering_set (const NstRuleContext *context, NstChange *change, const NstNumberSeries *self,
                   const char *field, const char *text)
{
  g_autoptr (NstRecord) setting = find_setting (context, self->paper, self->year);
  g_autoptr (NstRecord) own = NULL;

  if (setting != NULL && nst_record_get_int (setting, "year") == self->year)
    {
      nst_change_set (change, setting, field, text);
      return;
    }
  own = nst_change_add (change, "series", "paper", self->paper, NULL);
  nst_change_set_int (change, own, "year", self->year);
  if (setting != NULL)
    {
      nst_change_set (change, own, "pattern", nst_record_get_text (setting, "pattern"));
      nst_change_set (change, own, "by_hand", nst_record_get_text (setting, "by_hand"));
      if (self->first > 0)
        nst_change_set_int (change, own, "first", self->first);
    }
  nst_change_set (change, own, field, text);
}

static void
add_series (const NstRuleContext *context, GPtrArray *list, NstRecord *record, int year)
{
  NstNumberSeries *series = nst_numbering_of (context, record);

  if (series == NULL || series->year != year)
    {
      nst_numbering_free (series);
      return;
    }
  for (guint i = 0; i < list->len; i++)
    {
      NstNumberSeries *other = list->pdata[i];

      if (other->office == series->office && strcmp (other->paper, series->paper) == 0)
        {
          nst_numbering_free (series);
          return;
        }
    }
  g_ptr_array_add (list, series);
}

/* Whether the paper is numbered in the year: a cheap look before its series is made. */
static gboolean
is_numbered_in (NstRecord *record, int year)
{
  GDate date;

  return nst_record_get_text (record, "number") != NULL &&
         nst_record_get_date (record, "date", &date) && g_date_get_year (&date) == year;
}

/**
 * nst_numbering_list:
 * @context: scheme, source and the day
 * @year: a year
 *
 * Returns: (transfer full) (element-type NstNumberSeries): the series that papers of the year
 *   are numbered in
 */
GPtrArray *
nst_numbering_list (const NstRuleContext *context, int year)
{
  static const char *const kinds[] = { "agreement", "order", DOCUMENT };
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_numbering_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records = nst_source_list (context->source, kinds[i], NULL, NULL);

      for (guint j = 0; j < records->len; j++)
        if (is_numbered_in (records->pdata[j], year))
          add_series (context, list, records->pdata[j], year);
    }
  return list;
}
