/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that a template knows at one place, and conditions on them. */
#include "config.h"

#include "documents/nst-scope.h"

#include <string.h>

typedef struct
{
  char *name;
  NstValue *value;
  char *origin;
} Name;

/* Names that stand for one another lead to a field in fewer steps than that. */
#define DEEPEST 8

struct _NstScope
{
  NstValue *root;
  GArray *names;
};

static void
clear_name (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_free (name->origin);
  g_clear_pointer (&name->value, nst_value_unref);
}

/**
 * nst_scope_new:
 * @root: object whose fields are known everywhere
 *
 * Returns: (transfer full): a scope
 */
NstScope *
nst_scope_new (NstValue *root)
{
  NstScope *self = g_new0 (NstScope, 1);

  self->root = nst_value_ref (root);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, clear_name);
  return self;
}

/**
 * nst_scope_free:
 * @self: (nullable): a scope
 */
void
nst_scope_free (NstScope *self)
{
  if (self == NULL)
    return;
  nst_value_unref (self->root);
  g_array_unref (self->names);
  g_free (self);
}

/**
 * nst_scope_push:
 * @self: a scope
 * @name: a further name, hides an older one
 * @value: (nullable) (transfer full): what it means
 */
void
nst_scope_push (NstScope *self, const char *name, NstValue *value)
{
  Name entry = { g_strdup (name), value, NULL };

  g_array_append_val (self->names, entry);
}

/**
 * nst_scope_set_origin:
 * @self: a scope
 * @paths: what the name that was pushed last stands for
 *
 * When it is missing, that says what people call it.
 */
void
nst_scope_set_origin (NstScope *self, const char *paths)
{
  Name *entry = &g_array_index (self->names, Name, self->names->len - 1);

  g_auto (GStrv) parts = g_strsplit (paths, ",", -1);
  guint usual = 0;

  /* Hardly anybody has an acting head: it is the head that is asked for. */
  while (parts[usual] != NULL && parts[usual + 1] != NULL &&
         g_str_has_suffix (g_strstrip (parts[usual]), ".acting"))
    usual++;
  g_free (entry->origin);
  entry->origin = g_strdup (parts[0] != NULL ? g_strstrip (parts[usual]) : NULL);
}

/**
 * nst_scope_get_depth:
 * @self: a scope
 *
 * Returns: to be given to nst_scope_cut()
 */
guint
nst_scope_get_depth (NstScope *self)
{
  return self->names->len;
}

/**
 * nst_scope_cut:
 * @self: a scope
 * @depth: names pushed since are forgotten
 */
void
nst_scope_cut (NstScope *self, guint depth)
{
  g_array_set_size (self->names, depth);
}

/* The object that the first name of a path means; @rest gets what follows it. A path with a
 * colon ("text:regulation.title") is one name: keys of a scheme have full stops in them. */
static NstValue *
dup_first (NstScope *self, const char *path, const char **rest)
{
  const char *dot = strchr (path, ':') == NULL ? strchr (path, '.') : NULL;
  g_autofree char *first = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : g_strdup (path);

  *rest = dot != NULL ? dot + 1 : NULL;
  for (guint i = self->names->len; i-- > 0;)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      if (strcmp (name->name, first) == 0)
        return name->value != NULL ? nst_value_ref (name->value) : NULL;
    }
  return nst_value_dup_field (self->root, first);
}

static NstValue *
dup_one (NstScope *self, const char *path)
{
  const char *rest = NULL;
  g_autoptr (NstValue) first = NULL;

  if (*path != '\0' && strspn (path, "0123456789") == strlen (path))
    return nst_value_new_number (g_ascii_strtoll (path, NULL, 10));
  if (*path == '\'')
    {
      g_autofree char *literal = g_strndup (path + 1, strcspn (path + 1, "'"));

      return nst_value_new_text (literal);
    }
  first = dup_first (self, path, &rest);
  if (first == NULL || rest == NULL)
    return g_steal_pointer (&first);
  return nst_value_dup_path (first, rest);
}

static gboolean
is_empty (const NstValue *value)
{
  if (value == NULL)
    return TRUE;
  if (nst_value_get_type (value) == NST_VALUE_LIST)
    return nst_value_get_length (value) == 0;
  if (nst_value_get_type (value) == NST_VALUE_TEXT)
    return nst_value_get_text (value) == NULL || *nst_value_get_text (value) == '\0';
  return FALSE;
}

/**
 * nst_scope_dup:
 * @self: a scope
 * @paths: a path, or several with commas between them, or digits, or 'a text'
 *
 * Returns: (transfer full) (nullable): the first that is there and not empty
 */
NstValue *
nst_scope_dup (NstScope *self, const char *paths)
{
  g_auto (GStrv) parts = g_strsplit (paths, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (NstValue) value = dup_one (self, g_strstrip (parts[i]));

      if (!is_empty (value))
        return g_steal_pointer (&value);
    }
  return NULL;
}

/* What a name of a template stands for; %NULL when it is not such a name, or is there. */
static const char *
find_origin (NstScope *self, const char *path)
{
  g_autofree char *first = g_strndup (path, strcspn (path, "."));

  for (guint i = self->names->len; i-- > 0;)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      if (strcmp (name->name, first) == 0)
        return name->value == NULL ? name->origin : NULL;
    }
  return NULL;
}

static char *
describe (NstScope *self, const char *path, guint depth)
{
  const char *rest = NULL;
  g_autoptr (NstValue) first = dup_first (self, path, &rest);
  const char *origin = first == NULL && depth < DEEPEST ? find_origin (self, path) : NULL;

  if (origin != NULL)
    {
      g_autofree char *whole =
          rest != NULL ? g_strconcat (origin, ".", rest, NULL) : g_strdup (origin);

      return describe (self, whole, depth + 1);
    }
  if (first == NULL)
    return nst_value_describe_path (self->root, path);
  return nst_value_describe_path (first, rest != NULL ? rest : "");
}

/**
 * nst_scope_describe:
 * @self: a scope
 * @paths: what nst_scope_dup() did not find
 *
 * Returns: (transfer full): what people call it
 */
char *
nst_scope_describe (NstScope *self, const char *paths)
{
  g_auto (GStrv) parts = g_strsplit (paths, ",", 2);

  return describe (self, g_strstrip (parts[0]), 0);
}

static gboolean
compare (const NstValue *value, const char *operator, const char * right)
{
  if (strcmp (operator, "=") == 0 || strcmp (operator, "!=") == 0)
    {
      gboolean same = value != NULL && g_strcmp0 (nst_value_get_code (value), right) == 0;

      return same == (strcmp (operator, "=") == 0);
    }
  {
    gint64 number = value != NULL ? nst_value_get_number (value) : 0;
    gint64 limit = g_ascii_strtoll (right, NULL, 10);

    return strcmp (operator, ">") == 0 && number > limit;
  }
}

static gboolean
test_one (NstScope *self, const char *condition)
{
  g_auto (GStrv) words = g_strsplit (condition, " ", 3);
  guint n = g_strv_length (words);
  g_autoptr (NstValue) value = NULL;

  if (n >= 2 && strcmp (words[0], "not") == 0)
    return !test_one (self, condition + strlen ("not "));
  if (n == 0)
    return FALSE;
  value = nst_scope_dup (self, words[0]);
  if (n == 3)
    {
      g_strdelimit (words[2], "'", ' ');
      return compare (value, words[1], g_strstrip (words[2]));
    }
  if (value == NULL)
    return FALSE;
  if (nst_value_get_type (value) == NST_VALUE_NUMBER)
    return nst_value_get_number (value) != 0;
  return TRUE;
}

static gboolean
test_all (NstScope *self, const char *condition)
{
  g_auto (GStrv) parts = g_strsplit (condition, " and ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!test_one (self, g_strstrip (parts[i])))
        return FALSE;
    }
  return TRUE;
}

/**
 * nst_scope_test:
 * @self: a scope
 * @condition: "path", "not path", "path = 'CODE'", "path > 6", several with " and " or " or "
 *   between them ("and" binds closer)
 *
 * Returns: whether it holds; what is missing or zero does not
 */
gboolean
nst_scope_test (NstScope *self, const char *condition)
{
  g_auto (GStrv) parts = g_strsplit (condition, " or ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (test_all (self, g_strstrip (parts[i])))
        return TRUE;
    }
  return FALSE;
}
