/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on a programme (DOMAIN 4.15). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_REPORT (nst_report_get_type ())
G_DECLARE_FINAL_TYPE (NstReport, nst_report, NST, REPORT, NstRecord)

extern const NstKind nst_report_kind;

G_END_DECLS
