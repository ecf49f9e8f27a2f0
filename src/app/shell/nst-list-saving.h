/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a section shows as a file for Excel or Calc. */
#pragma once

#include "app/shell/nst-window.h"

G_BEGIN_DECLS

void nst_list_saving_ask (NstWindow *window);

G_END_DECLS
