/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of a template where words stand, each with a name that lasts. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * NstWordingState:
 * @NST_WORDING_ORIGINAL: as the pack words it
 * @NST_WORDING_CHANGED: as the office words it
 * @NST_WORDING_OUTDATED: as the office words it, and the pack has worded it anew since
 * @NST_WORDING_LOST: the office's words for a place that the pack no longer has
 */
typedef enum
{
  NST_WORDING_ORIGINAL,
  NST_WORDING_CHANGED,
  NST_WORDING_OUTDATED,
  NST_WORDING_LOST,
} NstWordingState;

/**
 * NstWordingName:
 * @outer: (nullable): what was known before
 * @name: of a let or a for-each
 * @path: what it stands for
 */
typedef struct _NstWordingName NstWordingName;
struct _NstWordingName
{
  const NstWordingName *outer;
  char *name;
  char *path;
};

/**
 * NstWordingPlace:
 * @node: its name: "p.7", "table.1/row.2/cell.1", "sign1.1@post", "use.parties.1#preamble"
 * @element: "p", "h", "title", "cell", "ends", "sign1" or "figure"
 * @attribute: (nullable): which attribute holds the words; %NULL: they stand inside
 * @needs: (nullable): paths of fields that must not be removed
 * @original: (nullable): words of the pack; %NULL when the place is lost
 * @replaced: (nullable): words of the pack that the office has replaced
 * @text: (nullable): words of the office
 * @left_out: whether the office does not print it
 * @version: of the template that brought the office's words
 * @state: what all that means
 * @record: local id of the record that keeps it, or 0
 * @place: (nullable): the element
 * @names: (nullable): what is known there
 */
typedef struct
{
  char *node;
  char *element;
  const char *attribute;
  char *needs;
  char *original;
  char *replaced;
  char *text;
  gboolean left_out;
  guint version;
  NstWordingState state;
  gint64 record;
  xmlNode *place;
  const NstWordingName *names;
} NstWordingPlace;

/**
 * NstWordingForm:
 * @document: the template
 * @places: (element-type NstWordingPlace): in the order of the paper; lost ones at the end
 * @version: of the office's wording; 0 as long as nothing was ever changed
 */
typedef struct
{
  xmlNode *document;
  GPtrArray *places;
  guint version;
  GPtrArray *names;
} NstWordingForm;

NstWordingForm *nst_wording_form_new (xmlNode *document);
void nst_wording_form_free (NstWordingForm *self);
NstWordingPlace *nst_wording_form_find (const NstWordingForm *self, const char *node);
NstWordingPlace *nst_wording_form_add_lost (NstWordingForm *self, const char *node);
gboolean nst_wording_place_may_go (const NstWordingPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstWordingForm, nst_wording_form_free)

G_END_DECLS
