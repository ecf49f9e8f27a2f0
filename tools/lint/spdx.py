#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each source says its licence in the first lines, and C files what they are for."""

import common

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"


def check():
    for path in common.files(".c", ".h", ".py", "meson.build") + common.files("", under="tools/"):
        if path.endswith((".md", ".png")):
            continue
        lines = common.read(path).split("\n")
        if not any(LICENCE in line for line in lines[:3]):
            yield f"{path}:1: no SPDX line"
        elif path.endswith((".c", ".h")) and not lines[1].startswith("/*"):
            yield f"{path}:2: one line must say what the file is for"


common.finish(list(check()))
