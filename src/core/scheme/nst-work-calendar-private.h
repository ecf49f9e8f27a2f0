/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader of calendars fills in. */
#pragma once

#include "scheme/nst-work-calendar.h"

G_BEGIN_DECLS

enum
{
  NST_WORK_DAY_OFF = 1,
  NST_WORK_DAY_WORKED = 2,
};

struct _NstWorkCalendar
{
  GHashTable *years; /* year -> the act that fixes it */
  GHashTable *days;  /* Julian day -> off or worked */
};

G_END_DECLS
