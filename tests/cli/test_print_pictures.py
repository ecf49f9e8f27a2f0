#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printed pages look as they did when a person last looked at them (DOCUMENTS 18, C31).

Only where type is set as it was then: Liberation Serif, Debian 12. With NST_NEW_PICTURES the
pictures are made anew: look at what has changed (tools/print-pictures).
"""
import os
import subprocess
from pathlib import Path

import pictures
from cli import code, demo, equal, main, new_path, ok, skip, test, DONE

FOLDER = Path(__file__).resolve().parent / "pictures"
TODAY = "2023-01-12"
MOST = 0.005
# The form, its record, and the pages that are kept: what they look like differs from all others.
PAPERS = (
    ("D1", "territory", 1, (1,)), ("D2", "office", 1, (1,)), ("D3", "agreement", 1, (1, 5)),
    ("D3a", "agreement", 1, (1,)), ("D4a", "order", 2, (1, 2, 3)), ("D5", "program", 1, (1, 2, 5)),
    ("D6", "report", 1, (1, 4)), ("D7", "report", 2, (1, 2)), ("D8", "group", 1, (1,)),
    ("D9", "territory", 1, (1,)), ("D10", "office", 1, (1, 3, 5)), ("D11", "group", 1, (1,)),
    ("D12", "course", 1, (1,)), ("D25", "territory", 1, (1,)), ("D25a", "office", 1, (1,)),
    ("D26", "office", 1, (1,)), ("D29", "person", 5, (1,)), ("D29a", "person", 5, (1,)),
    ("D30", "member", 1, (1,)), ("D30a", "member", 1, (1,)),
)


def why_not():
    """What is otherwise here than where the pictures were made."""
    version = Path("/etc/debian_version")
    if not version.exists() or not version.read_text().startswith("12"):
        return "not Debian 12"
    found = subprocess.run(["fc-match", "-f", "%{family}", "Liberation Serif"],
                           capture_output=True, check=False).stdout.decode()
    return None if "Liberation Serif" in found else "no Liberation Serif"


@test
def same_pictures():
    why, new = why_not(), "NST_NEW_PICTURES" in os.environ
    if why:
        skip("pages look as they did", why)
        return
    for form, kind, record, numbers in PAPERS:
        path = new_path(".pdf")
        code(demo().run("print", kind, record, "--form", form, "-o", path, today=TODAY), DONE,
             f"print {kind} {record} --form {form}")
        made = pictures.pages(path)
        for number in numbers:
            kept = FOLDER / f"{form}-{number}.png"
            ok(number <= len(made), f"{form} has a page {number}")
            if number > len(made):
                continue
            if new:
                pictures.save(kept, made[number - 1])
            share = pictures.difference(pictures.load(kept), made[number - 1])
            ok(share < MOST, f"{form}, page {number}, looks as it did",
               f"{share:.2%} of it differ; tools/print-pictures makes the pictures anew")


@test
def other_pictures():
    """The comparison sees a line of text that is not there."""
    width, height = 827, 1169
    white = (width, height, pictures.pack(b"\xff" * width * height, width))
    grey = bytearray(b"\xff" * width * height)
    for row in range(300, 318):
        grey[row * width + 120:row * width + 700] = bytes(580)
    line = (width, height, pictures.pack(bytes(grey), width))
    equal(pictures.difference(white, white), 0, "a page is like itself")
    ok(pictures.difference(white, line) > MOST, "a line more is seen")
    equal(pictures.difference(white, (width, 10, [])), 1.0, "another size is another page")
    path = new_path(".png")
    pictures.save(path, line)
    equal(pictures.load(path), line, "what is kept is what was seen")


main()
