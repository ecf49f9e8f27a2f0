# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: the files of the tree, and how faults are told."""

import os
import subprocess
import sys


def top():
    return os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else
                           os.path.join(os.path.dirname(__file__), "..", ".."))


def files(*suffixes, under=""):
    """Paths relative to the top, of tracked and new files that are not ignored."""
    root = top()
    if os.path.isdir(os.path.join(root, ".git")):
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard", "-z"],
            cwd=root, check=True, capture_output=True).stdout.decode().split("\0")
    else:
        listed = [os.path.relpath(os.path.join(folder, name), root)
                  for folder, _, names in os.walk(root) for name in names
                  if "/build" not in folder]
    return sorted(path for path in set(listed)
                  if path.startswith(under) and path.endswith(suffixes)
                  and os.path.isfile(os.path.join(root, path)))


def read(path):
    with open(os.path.join(top(), path), encoding="utf-8") as file:
        return file.read()


def finish(faults):
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)
