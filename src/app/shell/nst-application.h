/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: its options, its base, its one window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_APPLICATION (nst_application_get_type ())
G_DECLARE_FINAL_TYPE (NstApplication, nst_application, NST, APPLICATION, AdwApplication)

NstApplication *nst_application_new (void);

G_END_DECLS
