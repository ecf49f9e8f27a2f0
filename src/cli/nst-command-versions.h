/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schemes versions, compare, move: versions of a pack side by side. */
#pragma once

#include "cli/nst-cli.h"

G_BEGIN_DECLS

gboolean nst_command_versions (NstCli *cli, int argc, char **argv, gboolean json, GError **error);

G_END_DECLS
