#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes follow the arrows between rooms; no GTK in the core."""

import re

import common

ROOMS = ["model", "text", "scheme", "rules", "store", "indicators", "charts", "documents",
         "import", "exchange"]
WINDOW = re.compile(r'#include [<"](gtk/|gdk/|adwaita|gsk/|adw)')
INCLUDE = re.compile(r'#include "([a-z]+)/')


def check():
    for path in common.files(".c", ".h", under="src/"):
        parts = path.split("/")
        core = parts[1] == "core"
        for number, line in enumerate(common.read(path).split("\n"), 1):
            if core and WINDOW.match(line):
                yield f"{path}:{number}: the core builds without GTK"
            include = INCLUDE.match(line)
            if not include:
                continue
            room = include.group(1)
            if core:
                if room not in ROOMS or ROOMS.index(room) > ROOMS.index(parts[2]):
                    yield f"{path}:{number}: {parts[2]} must not include {room}"
            elif parts[1] == "cli" and room == "app":
                yield f"{path}:{number}: the command line must not include the window"
            elif parts[1] == "app" and room == "cli":
                yield f"{path}:{number}: the window must not include the command line"


common.finish(list(check()))
