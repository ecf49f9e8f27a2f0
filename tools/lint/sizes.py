#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ceilings: lines of a file, of a function, characters of a line."""

import re

import common

FILES = {".c": 700, ".h": 200, ".ui": 350}
TEST = 900
FUNCTION = 80
LINE = 100


def functions(text):
    """(name, first line, length) of each function body of a C file in GNU style."""
    name, start = None, 0
    for number, line in enumerate(text.split("\n"), 1):
        head = re.match(r"([a-z_][a-z0-9_]*) \(", line)
        if head:
            name = head.group(1)
        elif line == "{" and name:
            start = number
        elif line == "}" and start:
            yield name, start, number - start + 1
            name, start = None, 0


def check():
    for path in common.files(".c", ".h", ".ui", ".py"):
        text = common.read(path)
        lines = text.count("\n")
        suffix = path[path.rindex("."):]
        ceiling = TEST if path.startswith("tests/") else FILES.get(suffix, TEST)
        if lines > ceiling:
            yield f"{path}: {lines} lines, the ceiling is {ceiling}: split it by noun"
        if suffix == ".c":
            for name, start, length in functions(text):
                if length > FUNCTION:
                    yield f"{path}:{start}: {name} has {length} lines, the ceiling is {FUNCTION}"
        if suffix in (".c", ".h"):
            for number, line in enumerate(text.split("\n"), 1):
                if len(line) > LINE:
                    yield f"{path}:{number}: {len(line)} characters, the ceiling is {LINE}"


common.finish(list(check()))
