#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command: help, exit codes, what goes to which stream, and what it prints."""
import csv
import json
import shutil
import sqlite3

from cli import (DATA, DONE, FOLDER, INPUT, REFUSED, STORE, USAGE, Base, code, demo, empty, equal,
                 has, main, new_path, ok, run, test)
from fields import FIELDS

COMMANDS = ("init schemes scheme list show add set remove do undo redo rules print chart "
            "indicators check backup restore").split()
# Words after the command that nobody understands, and those that want more words.
WRONG = {
    "init": ["surplus"], "schemes": ["surplus"], "scheme": ["look", "x"], "list": [],
    "show": ["team"], "add": ["team"], "set": ["team", "1"], "remove": ["team"],
    "do": ["sign-agreement"], "undo": ["many"], "redo": ["0"], "rules": ["team"],
    "print": ["agreement", "1"], "chart": ["timeline"], "indicators": ["surplus"],
    "check": ["surplus"], "backup": ["a", "b"], "restore": [],
}
# Each command that opens a base, in words that are right.
OPENING = {
    "list": ["teams"], "show": ["team", "1"], "add": ["person", "last=Иванова"],
    "set": ["person", "1", "note=Есть"], "remove": ["person", "1"],
    "do": ["submit-team", "1"], "undo": [], "redo": [], "rules": [],
    "print": ["agreement", "1", "-o", "x.pdf"], "chart": ["timeline", "-o", "x.svg"],
    "indicators": [], "check": [], "backup": ["copy.nastavnik"],
}


@test
def help_of_each_command():
    everything = run("--help")
    code(everything, DONE, "--help")
    for command in COMMANDS:
        has(everything.out, f"\n  {command} ", f"--help lists {command}")
        result = run(command, "--help")
        code(result, DONE, f"{command} --help")
        equal(result.err, "", f"{command} --help says nothing on standard error")
        has(result.out, f"nastavnik-cli {command}", f"{command} --help: arguments")
        has(result.out, "Exit codes: 0 done; 1 refused", f"{command} --help: exit codes")
        has(result.out, "Example: nastavnik-cli", f"{command} --help: an example")
    has(run("--version").out, "nastavnik-cli 0.1.0", "--version")


@test
def wrong_usage():
    """Exit code 2, something on standard error and nothing on standard output."""
    base = demo()
    for command in COMMANDS:
        for words in (WRONG[command], ["--bogus"]):
            result = base.run(command, *words)
            code(result, USAGE, f"{command} {' '.join(words)}: wrong usage")
            equal(result.out, "", f"{command} {' '.join(words)}: no result")
    for words in ([], ["bogus"], ["--bogus", "list", "teams"]):
        code(run(*words), USAGE, f"nastavnik-cli {' '.join(words)}: wrong usage")
    has(run("bogus").err, "bogus", "the unknown command is named")


@test
def unknown_names():
    base = demo()
    for words, name in ((["list", "teapots"], "teapots"), (["show", "teapot", 1], "teapot"),
                        (["list", "teams", "--where", "colour=red"], "colour"),
                        (["list", "teams", "--sort", "colour"], "colour"),
                        (["set", "team", 1, "colour=red"], "colour"),
                        (["add", "team", "colour=red"], "colour"),
                        (["set", "team", 1, "note"], "note"),
                        (["do", "fly", 1], "fly"),
                        (["do", "submit-team", 1, "colour=red"], "colour"),
                        (["set", "team", 1, "state=DRAFT"], "state"),
                        (["print", "agreement", 1, "--form", "D99", "-o", "x.pdf"], "D99"),
                        (["print", "team", 1, "-o", "x.pdf"], "team"),
                        (["print", "agreement", 1, "-o", "x.txt"], ".pdf"),
                        (["chart", "teapot", "-o", "x.svg"], "teapot"),
                        (["chart", "timeline", "-o", "x.bmp"], "bmp"),
                        (["list", "teams", "--json", "--csv"], "--csv"),
                        (["list", "teams", "--limit", "0"], "limit"),
                        (["list", "history", "--sort", "day"], "history"),
                        (["add", "office", "name=x"], "office"),
                        (["remove", "office", 1], "office")):
        result = base.run(*words)
        said = " ".join(map(str, words))
        code(result, USAGE, f"{said}: wrong usage")
        has(result.err, name, f"{said}: the message names it")
        equal(result.out, "", f"{said}: no result")
    ok(not (FOLDER / "x.pdf").exists() and not (FOLDER / "x.svg").exists(),
       "no file is made by a wrong command")


@test
def invalid_input():
    """Exit code 3: nothing was changed."""
    base = demo("2021-11-09").copy()
    before = base.do("list", "history", "--json").out
    for words, part in ((["set", "person", 8, "birth_date=31.02.1970"], "birth_date"),
                        (["set", "territory", 1, "schools_total=много"], "schools_total"),
                        (["set", "team", 1, "role=TEAPOT"], "TEAPOT"),
                        (["set", "team", 1, "organisation=99"], "99"),
                        (["set", "team", 1, "organisation="], "organisation"),
                        (["add", "person", "first=Анна"], "last"),
                        (["show", "team", 99], "99"), (["show", "agreement", "14-Б"], "14-Б"),
                        (["show", "team", "00000000-0000-4000-8000-000000000000"], "0000"),
                        (["set", "team", 99, "note=x"], "99"), (["remove", "team", 99], "99"),
                        (["do", "form-group", 1, "--for", "RECTOR"], "number"),
                        (["do", "form-group", 1, "number=1", "--person", 99], "99"),
                        (["do", "form-group", 1, "number=1", "--on", "31.02.2021"], "--on"),
                        (["do", "form-group", 99, "number=1"], "99"),
                        (["list", "orders", "--where", "date=вчера"], "date")):
        result = base.run(*words)
        said = " ".join(map(str, words))
        code(result, INPUT, f"{said}: invalid")
        has(result.err, part, f"{said}: the message names it")
        equal(result.out, "", f"{said}: no result")
    equal(base.do("list", "history", "--json").out, before, "nothing was changed")
    code(base.run("list", "teams", today="2022-02-30"), INPUT, "--today 2022-02-30: invalid")
    pack = new_path(".xml")
    pack.write_text("<scheme id='x' version='1'>\n  <title>X</title>\n  <teapot/>\n</scheme>\n")
    result = run("scheme", "check", pack)
    code(result, INPUT, "scheme check: a pack with faults")
    has(result.out, f"{pack}:3: ", "scheme check: a fault with file and line")
    has(result.out, "teapot", "scheme check: names what is wrong")
    pack.write_text("<scheme>\n  <title>&</title>\n")
    result = run("scheme", "check", pack)
    code(result, INPUT, "scheme check: not XML")
    has(result.out, f"{pack}:2: ", "scheme check: where it is not XML")
    for words in (["--role", "TEAPOT"], ["--scheme", "teapot"], ["--demo", "teapot"],
                  ["--demo", "dubovka", "--until", "вчера"]):
        path = new_path()
        code(run("--base", path, "init", *words), INPUT, f"init {' '.join(words)}: unknown")
        ok(not path.exists(), f"init {' '.join(words)}: no base is left")


@test
def bases_that_cannot_be_opened():
    """Exit code 4: missing, not a base, newer, damaged."""
    missing, text, newer = new_path(), new_path(), demo("2021-10-25").copy()
    text.write_text("Это не база.\n" * 400)
    with sqlite3.connect(newer.path) as raw:
        raw.execute("PRAGMA user_version = 999")
    raw.close()
    other = new_path()
    with sqlite3.connect(other) as raw:
        raw.execute("CREATE TABLE t (x)")
    raw.close()
    for command, words in OPENING.items():
        code(run("--base", missing, command, *words), STORE, f"{command}: no such base")
    ok(not missing.exists(), "a missing base is not made by opening it")
    for path, what in ((text, "a text"), (newer.path, "a newer base"), (other, "another base"),
                       (FOLDER, "a folder"), (text / "x", "a file in a file")):
        before = path.read_bytes() if path.is_file() else None
        result = run("--base", path, "list", "teams")
        code(result, STORE, f"{what} is not opened")
        has(result.err, str(path), f"{what}: the message names the file")
        if before is not None:
            equal(path.read_bytes(), before, f"{what} is left as it was")
    with sqlite3.connect(other) as raw:
        equal(raw.execute("SELECT name FROM sqlite_master").fetchall(), [("t",)],
              "another base gets no tables of ours")
    raw.close()
    has(run("--base", newer.path, "list", "teams").err, "newer", "a newer base is told so")


@test
def damaged_base():
    base = demo("2021-11-30").copy()
    code(base.run("check"), DONE, "check: a sound base")
    full = base.run("check", "--full")
    code(full, DONE, "check --full: a sound base")
    has(full.err, "is sound", "check: it says so")
    data = bytearray(base.path.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    for page in range(3, len(data) // size):
        data[page * size:page * size + 64] = b"\xa5" * 64
    base.path.write_bytes(data)
    code(base.run("check", "--full"), STORE, "check --full: a damaged base")


@test
def files_that_cannot_be_written():
    base = demo()
    folder = FOLDER / "no such folder"
    file = new_path(".txt")
    file.write_text("x")
    for words in (["backup"], ["print", "agreement", 1, "-o"], ["chart", "timeline", "-o"]):
        for where in (folder, file):
            name = {"backup": "b.nastavnik", "print": "p.pdf", "chart": "c.svg"}[words[0]]
            result = base.run(*words, where / name)
            code(result, STORE, f"{words[0]}: {where.name}/{name} cannot be written")
            ok(not (where / name).exists(), f"{words[0]}: no file is left")
    ok(not folder.exists(), "no folder is made either")
    copy = new_path()
    copy.write_text("mine")
    code(base.run("backup", copy), STORE, "backup does not overwrite")
    equal(copy.read_text(), "mine", "backup leaves the file as it was")
    code(run("--base", file / "x.nastavnik", "init"), STORE, "init: a folder that is a file")


@test
def init():
    path = new_path()
    result = run("--base", path, "init", "--role", "MUNICIPAL_CURATOR", "--name", "Отдел")
    code(result, DONE, "init")
    equal(result.out, "", "init: no result on standard output")
    has(result.err, str(path), "init: names the base on standard error")
    card = Base(path).list("offices")
    equal([(c["name"], c["role"]) for c in card], [("Отдел", "MUNICIPAL_CURATOR")],
          "init: the office has the name and role")
    before = path.read_bytes()
    for words in ([], ["--demo", "dubovka"]):
        code(run("--base", path, "init", *words), STORE, f"init {words}: does not overwrite")
    equal(path.read_bytes(), before, "init: the existing base is as it was")
    equal(run("-q", "--base", new_path(), "init").err, "", "--quiet: nothing is said")
    code(run("init"), DONE, "init without --base: the default base")
    ok((FOLDER / "home/nastavnik/office.nastavnik").exists(), "it is in the user's data folder")
    code(run("list", "teams"), DONE, "and is opened without --base")
    code(run("--base", new_path(), "init", "--until", "2022-01-01"), USAGE,
         "--until without --demo")
    offices = demo("2021-10-25").list("offices")
    equal([o["demo"] for o in offices], [True], "a demonstration says that it is one")


@test
def schemes():
    packs = {p["id"]: p for p in run("schemes", "--json").json}
    ok({"dubovka-mentoring", "volgograd-mentoring"} <= set(packs), "schemes: both team schemes")
    roles = [r["code"] for r in packs["dubovka-mentoring"]["roles"]]
    for role in ("OPERATOR", "COORDINATOR", "MUNICIPAL_CURATOR", "RECTOR", "TEAM_LEADER"):
        ok(role in roles, f"schemes --json: role {role}")
    for key in ("id", "version", "title", "summary", "subject_kind", "roles"):
        ok(key in packs["dubovka-mentoring"], f"schemes --json: key {key}")
    lines = run("schemes").lines
    ok(any(line.startswith("dubovka-mentoring  ") for line in lines), "schemes: a line a pack")
    for pack in packs:
        code(run("scheme", "check", DATA / "schemes" / pack), DONE, f"scheme check: {pack}")


@test
def json_keys():
    """id, uuid, and the fields by their names in the field table."""
    base = demo()
    for plural, names in FIELDS.items():
        records = base.list(plural)
        ok(isinstance(records, list), f"list {plural} --json: an array")
        for record in records[:1]:
            missing = [n for n in ["id", "uuid", "title", *names] if n not in record]
            equal(missing, [], f"list {plural} --json: every field")
            ok(isinstance(record["id"], int), f"list {plural}: id is a number")
    person = base.show("person", 8)
    equal((person["last"], person["organisation"], person["sex"]), ("Лугова", 4, "f"),
          "text, reference and code")
    ok(person["birth_date"] is None, "an unknown value is null")
    mandatory = base.list("courses", "--where", "hours=18")[0]["mandatory"]
    ok(mandatory is True, "a truth value is true or false")
    equal(base.show("team", 1)["directions"], ["DIR_QUALITY"], "codes are an array")
    group = base.show("group", 1)
    for part in ("participants",):
        ok(isinstance(group[part], list) and group[part], f"show group: {part}")
    program = base.show("program", 1)
    for part in ("stages", "activities", "findings", "progress", "state_now"):
        ok(part in program, f"show program: {part}")
    ok("marks" in program["activities"][0], "show program: marks of each activity")
    keys = {"rule", "level", "kind", "id", "title", "field", "text", "remedy", "paragraph"}
    equal(set(base.do("rules", "--json").json[0]), keys, "rules --json: keys")
    steps = base.do("do", "--list", "program", 1, "--json").json
    equal(set(steps[0]), {"kind", "step", "title", "who", "asks", "guards", "possible",
                          "why_not"}, "do --list --json: keys")
    has(run("--base", base.path, "list", "people", "--json").out, "Лугова",
        "JSON writes letters, not escapes")


@test
def list_options():
    base = demo()
    equal([t["role"] for t in base.list("teams", "--where", "role=EXPERIENCED")],
          ["EXPERIENCED"], "--where by a code")
    equal([t["role"] for t in base.list("teams", "--where",
                                        "role=Опытная управленческая команда")],
          ["EXPERIENCED"], "--where by the wording")
    equal([o["number"] for o in base.list("orders", "--where", "date=10.11.2021")], ["1-М"],
          "--where by a day")
    equal(len(base.list("members", "--where", "team=2")), 4, "--where by a reference")
    equal(len(base.list("members", "--where", "team=2", "--where", "roles=LEADER")), 1,
          "--where twice: both hold")
    equal([p["last"] for p in base.list("people", "--search", "лугов")], ["Лугова"],
          "--search finds by the beginning, whatever the case")
    equal([p["last"] for p in base.list("people", "--search", "Ирина Лугова")], ["Лугова"],
          "--search finds by several words")
    equal(base.list("people", "--search", "Несуществующая"), [], "--search may find nothing")
    names = [p["first"] for p in base.list("people", "--sort", "first")]
    equal(names, sorted(names), "--sort by a field")
    equal(len(names), 11, "eleven people")
    equal(len(base.list("people", "--limit", 3)), 3, "--limit")
    equal(base.list("person"), base.list("people"), "a kind in singular and in plural")
    table = base.do("list", "people", "--limit", 2).lines
    equal(len(table), 3, "a table: a header and a line a record")
    ok(table[0].startswith("id "), "a table: the first column is the id")
    equal(base.do("list", "teams").err, "", "a list says nothing on standard error")


@test
def list_as_csv():
    base = demo("2021-11-30").copy()
    base.set("person", 8, note="Кавычка \" и запятая, и\nстрока")
    result = base.run("list", "people", "--where", "last=Лугова", "--csv")
    code(result, DONE, "--csv")
    rows = list(csv.reader(result.out.splitlines(keepends=True)))
    equal(rows[0], ["id", "uuid", *FIELDS["people"]], "--csv: a header")
    equal(rows[1][rows[0].index("note")], "Кавычка \" и запятая, и\nстрока", "--csv: quoted")
    equal(rows[1][0], "8", "--csv: the id")
    rows = list(csv.reader(base.do("list", "history", "--csv").lines))
    equal(rows[0], "id day at title kind undone party person recorder".split(),
          "list history --csv: a header")


@test
def show_by_every_name():
    base = demo()
    first = base.show("agreement", 1)
    equal(base.show("agreement", first["uuid"]), first, "by UUID")
    equal(base.show("agreements", 1), first, "by a kind in the plural")
    changed = demo("2021-11-18").copy()
    changed.set("agreement", 1, number="14-Б")
    equal(changed.show("agreement", "14-Б")["id"], 1, "an agreement by its number")
    changed.set("agreement", 1, number="77")
    equal(changed.show("agreement", "77")["id"], 1, "a number of digits, no such id")
    changed = base.copy()
    equal(base.show("order", "1-М")["kind"], "ASSIGNMENT", "an order by its number")
    changed.set("order", 1, number="1-М")
    result = changed.run("show", "order", "1-М")
    code(result, INPUT, "two orders of one number")
    has(result.err, "several", "it is told that there are several")
    text = base.do("show", "program", 1).out
    has(text, "(goals): Выстроить", "show without --json: fields by label and name")
    has(text, "01.01.2022", "days are written by dots")
    has(text, "Заключение 3-х стороннего соглашения", "with what belongs to it")
    has(base.do("show", "report", 1).out, "Информационная справка", "codes by their wording")


@test
def add_set_remove():
    base = empty("2022-03-01")
    result = base.run("add", "person", "last=Иванова", "first=Мария", "birth_date=05.03.1980")
    code(result, DONE, "add")
    equal((result.out, result.err), ("1\n", ""), "add prints the id and nothing else")
    person = base.show("person", 1)
    equal((person["last"], person["birth_date"]), ("Иванова", "1980-03-05"), "add: the fields")
    result = base.run("set", "person", 1, "last=Петрова", "note=Новая фамилия")
    equal((result.code, result.out, result.err), (DONE, "", ""), "set says nothing")
    changed = base.show("person", 1)
    equal((changed["last"], changed["note"], changed["first"], changed["uuid"]),
          ("Петрова", "Новая фамилия", "Мария", person["uuid"]), "set: these fields only")
    base.set("person", 1, note="")
    equal(base.show("person", 1)["note"], None, "FIELD= makes a field unknown")
    base.do("remove", "person", 1)
    equal(base.list("people"), [], "remove")
    equal(base.add("person", last="Сидорова") > 1, True, "a number is not used again")


@test
def remove_is_refused():
    """R87: with who uses it."""
    base = demo()
    for kind, record, user in (("person", 8, "МКОУ Песковатская СШ"),
                               ("organisation", 3, "Воронцова"), ("team", 1, "Participant")):
        result = base.run("remove", kind, record)
        code(result, REFUSED, f"remove {kind} {record} is refused")
        has(result.err, user, f"remove {kind}: it tells who uses it")
    equal(base.show("person", 8)["last"], "Лугова", "nothing is removed")


@test
def do_list():
    base = demo("2021-12-10")
    steps = base.do("do", "--list", "program", 1, "--json").json
    possible = [s["possible"] for s in steps]
    equal(possible, sorted(possible, reverse=True), "do --list KIND ID: possible ones first")
    now = {s["step"] for s in steps if s["possible"]}
    ok({"approve-program", "return-program"} <= now, "an agreed programme can be approved")
    ok("send-program" not in now, "and not be sent yet")
    later = next(s for s in steps if s["step"] == "send-program")
    ok(later["why_not"], "what is not possible says why")
    guards = next(s for s in steps if s["step"] == "approve-program")["guards"].split()
    equal(guards, ["R21", "R25", "R27", "R28"], "guards are listed")
    everything = {s["step"] for s in base.do("do", "--list", "--json").json}
    for step in ("form-group send-agreement sign-agreement approve-program return-program "
                 "complete-activity extend-program end-program replace-team").split():
        ok(step in everything, f"do --list: {step}")
    has(base.do("do", "--list").out, "approve-program", "do --list as text")
    changed = base.copy()
    result = changed.run("do", "send-program", 1, "--for", "MUNICIPAL_CURATOR")
    code(result, REFUSED, "a step out of turn is refused")
    result = changed.run("do", "approve-program", 1, "--for", "OPERATOR")
    code(result, REFUSED, "a step of another party is refused")
    result = changed.run("do", "approve-program", 1, "--for", "MUNICIPAL_CURATOR", "--person",
                         4, "--on", "2021-12-17", today="2021-12-20")
    code(result, DONE, "a step on an earlier day")
    equal(result.out, "", "do: no result on standard output")
    ok(result.err, "do: says what was done on standard error")
    equal(changed.show("program", 1)["approved_on"], "2021-12-17", "recorded with that day")
    code(changed.run("do", "send-program", 1, "--on", "2022-01-01", today="2021-12-20"), INPUT,
         "a step is not recorded for a day to come")


@test
def undo_and_redo():
    base = empty("2022-03-01")
    code(base.run("redo"), REFUSED, "nothing to do again")
    for name in ("Иванова", "Петрова", "Сидорова"):
        base.add("person", last=name)

    def last_names():
        return sorted(p["last"] for p in base.list("people"))

    result = base.run("undo")
    code(result, DONE, "undo in another process")
    ok("Person" in result.err and result.out == "", "undo tells what was undone")
    equal(last_names(), ["Иванова", "Петрова"], "undo: the last action")
    base.do("undo", 2)
    equal(last_names(), [], "undo 2: both before it")
    base.do("redo", 2)
    equal(last_names(), ["Иванова", "Петрова"], "redo 2")
    code(base.run("redo", 2), REFUSED, "redo 2 when there is one")
    equal(last_names(), ["Иванова", "Петрова"], "does nothing: all or none")
    code(base.run("undo", 9), REFUSED, "undo 9 when there are two")
    equal(last_names(), ["Иванова", "Петрова"], "does nothing either")
    base.do("redo")
    equal(last_names(), ["Иванова", "Петрова", "Сидорова"], "redo")
    base.do("undo")
    base.add("person", last="Орлова")
    code(base.run("redo"), REFUSED, "after another action there is nothing to do again")
    equal(last_names(), ["Иванова", "Орлова", "Петрова"], "and nothing is changed")
    base.set("person", 1, first="Анна")
    base.do("undo")
    equal(base.show("person", 1)["first"], None, "undo of a changed field")
    whole = demo("2021-11-10").copy()
    whole.do("undo", 2)
    equal((whole.list("agreements"), whole.list("programs")), ([], []),
          "undo takes back a whole step with all that it made")
    equal(whole.show("group", 1)["state_now"], "DRAFT", "the group is a draft again")
    whole.do("redo")
    equal(whole.show("group", 1)["state_now"], "FORMED", "redo makes all of it again")
    sealed = demo("2021-11-19").copy()
    result = sealed.run("undo")
    code(result, REFUSED, "what has been sent cannot be undone")
    equal(sealed.show("agreement", 1)["state_now"], "SENT", "it stays sent")


@test
def history():
    base = demo()
    entries = base.list("history")
    for key in ("id office sequence day at title kind undone party person recorder").split():
        ok(key in entries[0], f"list history --json: key {key}")
    steps = [e for e in entries if "утверждена" in e["title"]]
    equal([(e["day"], e["party"], e["person"], e["recorder"]) for e in steps],
          [("2021-12-17", "MUNICIPAL_CURATOR", "Гордеева Лидия Степановна",
            "ГАУ ДПО «ВГАПО»")], "the approval has actor and recorder")
    equal(len(base.list("history", "--limit", 5)), 5, "list history --limit")
    ok(entries[0]["id"] > entries[-1]["id"], "the newest first")
    changed = base.copy()
    changed.do("undo")
    newest = changed.list("history")
    undone = [e for e in newest if e["undone"]]
    ok(undone and undone[0]["title"] == entries[0]["title"], "an undone action says so")
    has(base.do("list", "history").out, "Гордеева Лидия Степановна", "as a table")


@test
def today():
    base = demo()
    equal(base.show("program", 1, today="2023-01-10")["state_now"], "CLOSED", "--today")
    early = demo("2021-12-20")
    equal(early.show("program", 1, today="2021-12-31")["state_now"], "SENT_TO_OPERATOR",
          "--today 2021-12-31: sent")
    equal(early.show("program", 1, today="2022-01-01")["state_now"], "IN_PROGRESS",
          "--today 2022-01-01: it runs, though nobody did anything")
    equal(early.show("program", 1, today="01.01.2022")["state_now"], "IN_PROGRESS",
          "--today takes 01.01.2022 too")
    changed = early.copy()
    changed.today = "2022-02-03"
    changed.add("person", last="Новикова")
    equal(changed.list("history")[0]["day"], "2022-02-03", "history has the day")


@test
def language_of_the_environment():
    """UTF-8 goes in and out where there is no locale."""
    base = demo("2021-11-30").copy()
    result = base.run("list", "people", "--search", "Лугова", "--json", locale="C")
    code(result, DONE, "LC_ALL=C: Russian words in")
    equal([p["first"] for p in json.loads(result.out)], ["Ирина"], "LC_ALL=C: JSON in UTF-8")
    has(base.run("list", "people", locale="C").out, "Лугова", "LC_ALL=C: a table in UTF-8")
    has(base.run("rules", locale="POSIX").out, "→", "LC_ALL=POSIX: findings in UTF-8")
    code(base.run("set", "person", 8, "note=Ёлка «тест»", locale="C"), DONE, "LC_ALL=C: set")
    equal(base.show("person", 8)["note"], "Ёлка «тест»", "LC_ALL=C: kept as typed")
    result = base.run("show", "person", "Ёж", locale="C")
    has(result.err, "Ёж", "LC_ALL=C: messages in UTF-8")


@test
def rules_as_text():
    base = demo("2021-12-20")
    result = base.run("rules", "program", 1)
    code(result, DONE, "rules: findings are a result, not a failure")
    has(result.out, "R22 [warning]", "rules: number and level")
    has(result.out, "→ ", "rules: the remedy")
    has(result.out, "Алгоритм, п. 5", "rules: the paragraph")
    none = empty("2022-03-01").run("rules")
    equal((none.code, none.out), (DONE, ""), "rules: nothing broken, no result")
    equal(empty("2022-03-01").do("rules", "--json").json, [], "rules --json: an empty array")


@test
def backup():
    base = demo("2021-11-30")
    path = new_path()
    result = base.run("backup", path)
    equal((result.code, result.out), (DONE, ""), "backup")
    copy = Base(path, base.today)
    equal(copy.show("program", 1), base.show("program", 1), "the copy has the same content")
    code(copy.run("check", "--full"), DONE, "the copy is sound")
    left = [p.name for p in FOLDER.iterdir() if p.name.startswith(path.name) and p != path]
    equal([n for n in left if not n.endswith(("-wal", "-shm"))], [], "nothing is left beside it")


@test
def a_result_that_does_not_arrive():
    with open("/dev/full", "wb") as full:
        result = demo().run("list", "people", "--json", output=full)
    code(result, STORE, "a full disk is an error, not a success")


@test
def nothing_beside_a_base():
    """A closed base is one file: it can be copied as such."""
    base = demo("2021-11-30").copy()
    base.add("person", last="Новикова")
    ok(not base.path.with_name(base.path.name + "-wal").exists(), "no journal is left")
    shutil.copyfile(base.path, base.path.with_suffix(".copy"))
    copy = Base(base.path.with_suffix(".copy"), base.today)
    equal(len(copy.list("people", "--search", "Новикова")), 1, "the copy has the last change")


main()
