/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing XML: elements, attributes with units, text without what XML forbids. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NstXml NstXml;

NstXml *nst_xml_new (void);
NstXml *nst_xml_new_part (void);
void nst_xml_free (NstXml *self);
void nst_xml_begin (NstXml *self, const char *name);
void nst_xml_end (NstXml *self);
void nst_xml_set (NstXml *self, const char *name, const char *value);
void nst_xml_set_int (NstXml *self, const char *name, int value);
void nst_xml_set_length (NstXml *self, const char *name, double value, const char *unit);
void nst_xml_put (NstXml *self, const char *name, const char *attribute, const char *value);
void nst_xml_put_int (NstXml *self, const char *name, const char *attribute, int value);
void nst_xml_put_text (NstXml *self, const char *name, const char *text);
void nst_xml_text (NstXml *self, const char *text);
void nst_xml_raw (NstXml *self, const char *markup);
const char *nst_xml_get_markup (NstXml *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstXml, nst_xml_free)

G_END_DECLS
