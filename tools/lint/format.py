#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-format decides; only the version that it was agreed with is asked."""

import re
import shutil
import subprocess

import common

AGREED = "14"


def check():
    tool = shutil.which("clang-format-" + AGREED) or shutil.which("clang-format")
    if not tool:
        print("clang-format is not installed: not checked")
        return
    version = subprocess.run([tool, "--version"], capture_output=True, text=True).stdout
    if re.search(r"version (\d+)", version).group(1) != AGREED:
        print(f"not checked: {version.strip()}")
        return
    paths = common.files(".c", ".h", under="src/") + common.files(".c", ".h", under="tests/")
    run = subprocess.run([tool, "--dry-run", "--Werror", *paths], cwd=common.top(),
                         capture_output=True, text=True)
    for line in run.stderr.split("\n"):
        if "error:" in line:
            yield line


common.finish(list(check()))
