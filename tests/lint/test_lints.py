#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each lint finds a planted fault and passes a tree without one."""

import os
import subprocess
import sys
import tempfile

HEAD = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n/* For a test. */\n"

# lint: (path, content in order, content with a fault)
CASES = {
    "arrows": ("src/core/model/a.c", '#include "model/b.h"\n', '#include "store/b.h"\n'),
    "arrows gtk": ("src/core/model/a.c", "", "#include <gtk/gtk.h>\n"),
    "sizes file": ("src/core/model/a.c", "\n" * 600, "\n" * 701),
    "sizes function": ("src/core/model/a.c", "a (void)\n{\n}\n", "a (void)\n{\n" + "  x;\n" * 80 + "}\n"),
    "sizes line": ("src/core/model/a.c", "a" * 100 + "\n", "a" * 101 + "\n"),
    "sql": ("src/app/a/a.c", 'f ("select this");\n', 'f ("SELECT id FROM team");\n'),
    "sql sqlite": ("src/core/store/a.c", "f ();\n", "sqlite3_open ();\n"),
    "pairs": ("data/ui/a/a.gresource.xml", "<file>nst-a.ui</file>", "<file>nst-b.ui</file>"),
    "spdx": ("src/core/model/a.c", None, "int a;\n"),
    "words": ("src/core/model/a.c", 'f ("word");\n', 'f ("Дубовский район");\n'),
    "words open": ("src/core/model/a.c", "", "/* TODO: later */\n"),
}
UI = '<template class="NstA" parent="GtkWidget"></template>\n'


def run(lints, lint, path, content):
    with tempfile.TemporaryDirectory() as top:
        extra = {}
        if lint == "pairs":
            extra = {"data/ui/a/nst-a.ui": UI, "src/app/a/nst-a.c": HEAD}
        if content is None:
            content = ""
        elif path.endswith(".c") and lint != "spdx":
            content = HEAD + content
        else:
            content = content
        if lint == "spdx" and not content:
            content = HEAD
        for name, text in {**extra, path: content}.items():
            os.makedirs(os.path.dirname(os.path.join(top, name)), exist_ok=True)
            with open(os.path.join(top, name), "w", encoding="utf-8") as file:
                file.write(text)
        return subprocess.run([sys.executable, os.path.join(lints, lint + ".py"), top],
                              capture_output=True, text=True)


def main():
    lints = sys.argv[1]
    print(f"1..{len(CASES)}")
    failed = 0
    for number, (name, (path, good, bad)) in enumerate(CASES.items(), 1):
        lint = name.split()[0]
        fine = run(lints, lint, path, good)
        fault = run(lints, lint, path, bad)
        ok = fine.returncode == 0 and fault.returncode == 1 and fault.stderr != ""
        failed += not ok
        print(f"{'ok' if ok else 'not ok'} {number} - {name}")
        if not ok:
            print(f"# in order: {fine.returncode} {fine.stderr}")
            print(f"# with a fault: {fault.returncode} {fault.stderr}")
    sys.exit(1 if failed else 0)


main()
