#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates and their classes are paired by stem, and bind what the template holds."""

import os
import re

import common


def check():
    sources = {os.path.basename(path)[:-2]: path for path in common.files(".c", under="src/app/")}
    resources = "".join(common.read(path) for path in common.files(".gresource.xml"))
    for path in common.files(".ui", under="data/ui/"):
        text = common.read(path)
        stem = os.path.basename(path)[:-3]
        if os.path.basename(path) not in resources:
            yield f"{path}: stands in no gresource.xml"
        template = re.search(r'<template class="(\w+)"', text)
        if not template or template.group(1) == "GtkListItem":
            continue
        section = path.split("/")[2]
        if stem not in sources:
            yield f"{path}: there is no src/app/{section}/{stem}.c"
        elif sources[stem].split("/")[2] != section:
            yield f"{path}: its class is {sources[stem]}, in another section"


common.finish(list(check()))
