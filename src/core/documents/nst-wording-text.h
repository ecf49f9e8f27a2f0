/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in one place of a template, as a line of XML with one space between words. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

char *nst_wording_text_from_node (const xmlNode *node, const char *attribute);
xmlDoc *nst_wording_text_parse (const char *text, GPtrArray *faults);
char *nst_wording_text_dup_plain (const xmlNode *node);
void nst_wording_text_put (xmlNode *node, const char *attribute, const char *text);
double nst_wording_text_compare (const char *one, const char *other);

G_END_DECLS
