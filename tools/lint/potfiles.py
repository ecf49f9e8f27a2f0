#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file with strings for people, and ru.po is complete."""

import os
import re
import subprocess
import sys

import common

MARKED = re.compile(r'\b(N?C?_|g_dngettext|ngettext|g_dgettext|dcgettext)\s*\(\s*"|'
                    r'\bg_dngettext \(GETTEXT_PACKAGE|\bngettext \(|translatable="yes"')


def has_strings(path):
    text = common.read(path)
    if path.endswith((".desktop.in", ".metainfo.xml.in")):
        return True
    return MARKED.search(text) is not None


def expected():
    return [path for path in
            common.files(".c", ".h", under="src/") + common.files(".ui", under="data/ui/") +
            common.files(".desktop.in", ".metainfo.xml.in", under="data/")
            if has_strings(path)]


def check():
    listed = [line for line in common.read("po/POTFILES.in").split("\n")
              if line and not line.startswith("#")]
    for path in sorted(set(expected()) - set(listed)):
        yield f"po/POTFILES.in: {path} is missing (run tools/po-update)"
    for path in sorted(set(listed) - set(expected())):
        yield f"po/POTFILES.in: {path} has no strings or is not there (run tools/po-update)"
    if os.path.isfile(os.path.join(common.top(), "po/ru.po")):
        run = subprocess.run(["msgfmt", "--check", "--statistics", "-o", os.devnull, "po/ru.po"],
                             cwd=common.top(), capture_output=True, text=True,
                             env={**os.environ, "LC_ALL": "C"})
        if run.returncode != 0 or "untranslated" in run.stderr or "fuzzy" in run.stderr:
            yield f"po/ru.po: {run.stderr.strip()}"


if sys.argv[-1] == "--list":
    print("\n".join(sorted(expected())))
else:
    common.finish(list(check()))
