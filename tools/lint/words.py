#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No name of a region, regulation, direction, form or stage in C; nothing left open."""

import re

import common

REGULATION = re.compile(
    r"дубов|волгогр|томск|сургут|вгапо|песковат|горнобалык|траектори|менторств|ментор\b|"
    r"супервизи|опытн\w+ (управленческ|команд)|развивающ|dubovka|volgograd|tomsk|surgut|"
    r"DIR_[A-Z]|ФГОС|организационный этап|практический этап|заключительный этап", re.I)
OPEN = re.compile(r"\b(TODO|FIXME|XXX)\b")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def check():
    for path in common.files(".c", ".h", under="src/"):
        for number, line in enumerate(common.read(path).split("\n"), 1):
            if OPEN.search(line):
                yield f"{path}:{number}: left open"
            if line.lstrip().startswith(("*", "/*")):
                continue
            for text in STRING.findall(line):
                if REGULATION.search(text):
                    yield f"{path}:{number}: regulation belongs in a pack: {text}"


common.finish(list(check()))
