/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People and organisations that were probably entered twice (R98). */
#include "config.h"

#include "rules/nst-merge.h"

#include "text/nst-russian.h"

#include <string.h>

#define PHONE_DIGITS 10

/* A number that more have than this is a switchboard, or was typed to fill the field. */
#define MANY 3

/* Records that have the same value of one kind. */
typedef struct
{
  const char *why;
  GPtrArray *records; /* NstRecord */
} Bucket;

/* What records are compared by: collected in one pass over all of them. */
typedef struct
{
  GHashTable *keys;   /* "why:key" -> Bucket, not owned */
  GPtrArray *buckets; /* Bucket, in the order of their first records */
  GHashTable *pairs;  /* "id/id" -> NstDuplicate, not owned */
  GPtrArray *found;
} Search;

static void
free_duplicate (gpointer data)
{
  NstDuplicate *duplicate = data;

  g_object_unref (duplicate->first);
  g_object_unref (duplicate->second);
  g_strfreev (duplicate->why);
  g_free (duplicate);
}

/* Letters and digits only: quotes, full stops and spaces are typed differently each time. */
static char *
dup_key (const char *text)
{
  g_autofree char *folded = nst_russian_fold (text != NULL ? text : "");
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_string_free (key, FALSE);
}

/* The last ten digits: +7 and 8 are the same. */
static char *
dup_phone (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (digits->len > PHONE_DIGITS)
    g_string_erase (digits, 0, (gssize) (digits->len - PHONE_DIGITS));
  if (digits->len < PHONE_DIGITS)
    g_string_truncate (digits, 0);
  return g_string_free (digits, FALSE);
}

static void
add_reason (NstDuplicate *duplicate, const char *why)
{
  guint n = g_strv_length (duplicate->why);

  if (g_strv_contains ((const char *const *) duplicate->why, why))
    return;
  duplicate->why = g_renew (char *, duplicate->why, n + 2);
  duplicate->why[n] = g_strdup (why);
  duplicate->why[n + 1] = NULL;
}

static void
add_pair (Search *search, NstRecord *first, NstRecord *second, const char *why)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                          nst_record_get_id (first), nst_record_get_id (second));
  NstDuplicate *duplicate = g_hash_table_lookup (search->pairs, key);

  if (duplicate == NULL)
    {
      duplicate = g_new0 (NstDuplicate, 1);
      duplicate->first = g_object_ref (first);
      duplicate->second = g_object_ref (second);
      duplicate->why = g_new0 (char *, 1);
      g_ptr_array_add (search->found, duplicate);
      g_hash_table_insert (search->pairs, g_steal_pointer (&key), duplicate);
    }
  add_reason (duplicate, why);
}

/* A name, or only its first letter where initials were typed: "М.", "М. И.". */
static char *
dup_given (const char *text)
{
  g_autofree char *key = dup_key (text);

  if (text == NULL || strchr (text, '.') == NULL || key[0] == '\0')
    return g_steal_pointer (&key);
  return g_strndup (key, (gsize) (g_utf8_next_char (key) - key));
}

/* Surname and the first letter of the name. */
static char *
dup_name (NstRecord *person)
{
  g_autofree char *last = dup_key (nst_record_get_text (person, "last"));
  g_autofree char *first = dup_key (nst_record_get_text (person, "first"));
  gsize length = first[0] != '\0' ? (gsize) (g_utf8_next_char (first) - first) : 0;

  return g_strdup_printf ("%s %.*s", last, (int) length, first);
}

/* A name and its initial, or a name that is not known, do not speak against each other. */
static gboolean
may_be_same (const char *first, const char *second)
{
  g_autofree char *a = dup_given (first);
  g_autofree char *b = dup_given (second);

  return g_str_has_prefix (a, b) ? g_utf8_strlen (b, -1) <= 1 || strcmp (a, b) == 0
                                 : g_str_has_prefix (b, a) && g_utf8_strlen (a, -1) <= 1;
}

static gboolean
is_same_person (NstRecord *first, NstRecord *second)
{
  return may_be_same (nst_record_get_text (first, "first"),
                      nst_record_get_text (second, "first")) &&
         may_be_same (nst_record_get_text (first, "middle"),
                      nst_record_get_text (second, "middle"));
}

/* Schools of two districts may share a name and a number. */
static gboolean
is_same_place (NstRecord *first, NstRecord *second)
{
  gint64 a = nst_record_get_ref (first, "territory");
  gint64 b = nst_record_get_ref (second, "territory");

  return a == 0 || b == 0 || a == b;
}

static gboolean
agrees (NstRecord *first, NstRecord *second, const char *why)
{
  gboolean person = strcmp (nst_record_get_kind (first)->name, "person") == 0;

  if (strcmp (why, "name") == 0)
    return person ? is_same_person (first, second) : is_same_place (first, second);
  /* A school's people share its phone and its mailbox. */
  if (person && strcmp (why, "mobile") != 0)
    return g_strcmp0 (nst_record_get_text (first, "last"),
                      nst_record_get_text (second, "last")) == 0 &&
           is_same_person (first, second);
  return TRUE;
}

static void
look (Search *search, NstRecord *record, const char *why, char *key)
{
  g_autofree char *taken = key;
  g_autofree char *full = g_strdup_printf ("%s:%s", why, taken);
  Bucket *bucket;

  if (taken[0] == '\0')
    return;
  bucket = g_hash_table_lookup (search->keys, full);
  if (bucket == NULL)
    {
      bucket = g_new0 (Bucket, 1);
      bucket->why = why;
      bucket->records = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (search->buckets, bucket);
      g_hash_table_insert (search->keys, g_steal_pointer (&full), bucket);
    }
  g_ptr_array_add (bucket->records, g_object_ref (record));
}

static void
free_bucket (gpointer data)
{
  Bucket *bucket = data;

  g_ptr_array_unref (bucket->records);
  g_free (bucket);
}

static gboolean
is_contact (const char *why)
{
  return strcmp (why, "mobile") == 0 || strcmp (why, "phone") == 0 || strcmp (why, "email") == 0;
}

static void
pair_up (Search *search, const Bucket *bucket)
{
  const GPtrArray *records = bucket->records;

  if (records->len > MANY && is_contact (bucket->why))
    return;
  for (guint i = 1; i < records->len; i++)
    for (guint k = 0; k < i; k++)
      if (agrees (records->pdata[k], records->pdata[i], bucket->why))
        add_pair (search, records->pdata[k], records->pdata[i], bucket->why);
}

static void
look_at_person (Search *search, NstRecord *person)
{
  look (search, person, "name", dup_name (person));
  look (search, person, "mobile", dup_phone (nst_record_get_text (person, "mobile")));
  look (search, person, "phone", dup_phone (nst_record_get_text (person, "phone")));
  look (search, person, "email", dup_key (nst_record_get_text (person, "email")));
}

static void
look_at_organisation (Search *search, NstRecord *organisation)
{
  const char *full = nst_record_get_text (organisation, "full_name");
  const char *brief = nst_record_get_text (organisation, "short_name");

  look (search, organisation, "name", dup_key (full));
  if (brief != NULL && g_strcmp0 (full, brief) != 0)
    look (search, organisation, "name", dup_key (brief));
  look (search, organisation, "inn", dup_key (nst_record_get_text (organisation, "inn")));
  look (search, organisation, "phone", dup_phone (nst_record_get_text (organisation, "phone")));
  look (search, organisation, "email", dup_key (nst_record_get_text (organisation, "email")));
}

/**
 * nst_merge_list_duplicates:
 * @context: scheme, source and the day
 * @kind: people or organisations
 *
 * One pass: names are compared folded and without punctuation, initials stand for names,
 * phones by their last ten digits. What people of one school share (its phone, its mailbox)
 * says nothing by itself, nor does a number that many have.
 *
 * Returns: (transfer full) (element-type NstDuplicate): pairs that are probably one
 */
GPtrArray *
nst_merge_list_duplicates (const NstRuleContext *context, const NstKind *kind)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) buckets = g_ptr_array_new_with_free_func (free_bucket);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { keys, buckets, pairs, g_ptr_array_new_with_free_func (free_duplicate) };
  g_autoptr (GPtrArray) records = NULL;

  if (!nst_merge_is_possible (kind))
    return search.found;
  records = nst_source_list (context->source, kind->name, NULL, NULL);
  for (guint i = 0; i < records->len; i++)
    if (strcmp (kind->name, "person") == 0)
      look_at_person (&search, records->pdata[i]);
    else
      look_at_organisation (&search, records->pdata[i]);
  for (guint i = 0; i < buckets->len; i++)
    pair_up (&search, buckets->pdata[i]);
  return search.found;
}
