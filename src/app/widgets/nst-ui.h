/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the window's templates lie among the resources. */
#pragma once

#define NST_RESOURCES "/io/github/nastavnik/Nastavnik/"
#define NST_UI NST_RESOURCES "ui/"
