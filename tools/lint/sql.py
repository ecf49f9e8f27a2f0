#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""SQL lives in src/core/store only, SQLite's own calls in files that say so."""

import re

import common

SQL = re.compile(r'"\s*(SELECT .* FROM|INSERT (OR \w+ )?INTO|UPDATE .* SET|DELETE FROM|'
                 r'CREATE (TABLE|INDEX|VIRTUAL)|PRAGMA |BEGIN IMMEDIATE)', re.S)


def check():
    for path in common.files(".c", ".h", under="src/"):
        text = common.read(path)
        store = path.startswith("src/core/store/")
        for match in SQL.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            if not store:
                yield f"{path}:{line}: SQL outside the store"
            elif match.group(1).startswith("PRAGMA") and "sqlite" not in path:
                yield f"{path}:{line}: a pragma belongs in a file named -sqlite"
        if "sqlite3_" in text and not (store and "sqlite" in path):
            yield f"{path}: SQLite's own calls belong in src/core/store/*sqlite*"


common.finish(list(check()))
