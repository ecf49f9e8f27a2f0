# SPDX-License-Identifier: GPL-3.0-or-later
"""Kept copies: made, listed, previewed, restored and taken back; a damaged one is refused.

Usage: test_backups.py NASTAVNIK-CLI
"""
from cli import (DONE, FOLDER, INPUT, USAGE, Base, code, copies, demo, empty, equal, has, main, new_path, ok,
                 test)

DAY = "2022-07-01"


def kept(base, *words):
    return base.do("backup", "--list", "--json", *words).json


def everything(base):
    """What a person can see of the base."""
    kinds = ("organisations", "people", "teams", "groups", "agreements", "programs", "activities",
             "documents", "history")
    return {kind: base.list(kind) for kind in kinds}


@test
def without_a_file():
    """A copy is kept, and told of in words and as data."""
    base = empty(DAY)
    base.add("person", last="Лугова", first="И.", middle="Д.")
    equal(kept(base), [], "there is none in the beginning")
    code(base.run("backup"), DONE, "one is kept")
    one = kept(base)[0]
    equal((one["number"], one["day"], one["reason"]), (1, DAY, "hand"), "it is described")
    equal(one["holds"], {"team": 0, "group": 0, "agreement": 0, "program": 0, "document": 0},
          "so is what it holds")
    has(base.do("backup", "--list").out, DAY, "the list is for people too")
    code(base.run("backup", "--json"), USAGE, "nothing is listed without --list")
    code(base.run("restore"), USAGE, "restore needs to know which")
    code(base.run("restore", "7"), INPUT, "a number that is not there is refused")


@test
def there_and_back():
    """Restoring gives exactly the state then; the state before can be taken back."""
    base = demo("2022-07-01").copy()
    base.do("backup")
    then = everything(base)
    person = base.add("person", last="Лугова", first="И.", middle="Д.")
    base.set("person", person, post="директор")
    later = everything(base)
    preview = base.do("restore", "1", "--dry-run", "--json").json
    equal(len(preview["lost"]), 2, "the preview tells what would be lost")
    equal(preview["regained"], [], "nothing would come back")
    equal(preview["holds"], preview["holds_now"], "the figures stand beside each other")
    equal(everything(base), later, "the preview changes nothing")
    has(base.do("restore", "1", "--dry-run").out, "Would be lost", "it is for people too")
    code(base.run("restore", "1"), DONE, "it is restored")
    equal(everything(base), then, "all is as it was then")
    equal(copies(base.path), ["restore", "hand"], "the state before is kept")
    equal(len(base.do("restore", "2", "--dry-run", "--json").json["regained"]), 2,
          "the preview tells what would come back")
    code(base.run("restore", "2"), DONE, "it is taken back")
    equal(everything(base), later, "all is as it was before")
    code(base.run("check", "--full"), DONE, "the base is sound")


@test
def from_a_file():
    """A copy that was carried elsewhere is restored by its name."""
    base = demo("2022-07-01").copy()
    then = everything(base)
    path = new_path()
    base.do("backup", path)
    other = empty(DAY)
    code(other.run("restore", path), DONE, "it is restored into another base")
    equal(everything(other), then, "with all that it holds")
    equal(copies(other.path), ["restore"], "what it held before can be taken back")


@test
def damaged():
    """A damaged copy is refused in words, and the base stays."""
    base = demo("2022-07-01").copy()
    base.do("backup")
    path = kept(base)[0]["path"]
    with open(path, "r+b") as file:
        file.seek(20000)
        file.write(b"spoilt")
    then = everything(base)
    refused = base.run("restore", "1")
    code(refused, INPUT, "it is refused")
    has(refused.err, "damaged", "it is said why")
    code(base.run("restore", "1", "--dry-run"), INPUT, "also in the preview")
    text = new_path()
    text.write_text("not a base")
    code(base.run("restore", text), INPUT, "a file that is no base is refused")
    code(base.run("restore", new_path()), INPUT, "so is one that is not there")
    equal(everything(base), then, "nothing was changed")


@test
def damaged_base():
    """The base is beyond repair: its copies are found by its place and it comes back."""
    base = demo("2022-07-01").copy()
    then = everything(base)
    base.do("backup")
    base.path.write_bytes(b"no base any more" * 1000)
    ok(base.run("check").code != DONE, "it does not open")
    code(base.run("restore", "1"), DONE, "the copy is restored")
    equal(everything(base), then, "with all that it held")
    ok(base.path.with_name(base.path.name + ".damaged-1").exists(), "the damaged file is put aside")


@test
def moving():
    """To another computer as docs/moving.md tells: all is there, papers print byte by byte."""
    then = demo("2022-07-01").copy()
    paper, again, carried = new_path(".pdf"), new_path(".pdf"), new_path()
    then.do("print", "agreement", 1, "--issue", "-o", paper, home="old")
    number = then.list("documents")[0]["id"]
    then.do("backup", carried, home="old")
    there = Base(FOLDER / "new" / "office.nastavnik", DAY)
    there.path.parent.mkdir()
    code(there.run("restore", carried, home="new"), DONE, "the new computer takes the copy")
    equal(everything(there), everything(then), "all is there, with the history")
    code(there.run("print", "document", number, "-o", again, home="new"), DONE, "a reprint")
    equal(again.read_bytes(), paper.read_bytes(), "the paper has the same bytes as on the old one")
    code(there.run("check", "--full", home="new"), DONE, "the base is sound")


@test
def before_a_year():
    """A copy is kept before a school year is closed."""
    base = empty("2022-06-15")
    year = base.add("year", number="2021/22")
    base.do("do", "close-year", year)
    equal(copies(base.path), ["year"], "one is kept")


main()
