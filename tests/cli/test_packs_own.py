#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs with extra fields, with codes of their own, and with nothing at all (DOMAIN 7)."""
import csv
import gzip
import io
import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import cli
from cli import (DONE, FOLDER, INPUT, REFUSED, USAGE, Base, code, copies, empty, equal, has, main,
                 new_path, ok, run, test)

OWN = Path(__file__).resolve().parents[1] / "data" / "own-codes"


def data_with(*packs):
    """A data folder with the installed packs and these."""
    folder = new_path("-data")
    (folder / "schemes").mkdir(parents=True)
    for path in cli.DATA.iterdir():
        if path.name != "schemes":
            os.symlink(path, folder / path.name)
    for path in (*(cli.DATA / "schemes").iterdir(), *packs):
        os.symlink(path, folder / "schemes" / path.name)
    return folder


cli.DATA = data_with(*OWN.iterdir())


def team():
    """A base with a school and its team, which has values of extra fields."""
    base = empty("2022-02-01", "own-codes")
    base.add("organisation", full_name="Кванториум «Гранит»", kind="QUANTORIUM")
    base.add("team", organisation=1, role="EXPERIENCED", directions="DIR_ENGINEERING",
             **{"x-motto": "Ёжики идут первыми", "x-size": "007", "x-met_on": "05.02.2022",
                "x-climate": "Тёплый", "x-seasons": "WARM; Холодный", "x-sings": "да",
                "x-ready": "Декабрь 2021 г."})
    return base


@test
def values_of_each_type():
    """What is typed becomes canonical as in fields of the program (section 4, types)."""
    base = team()
    shown = base.show("team", 1)
    equal({name: value for name, value in shown.items() if name.startswith("x-")},
          {"x-motto": "Ёжики идут первыми", "x-story": None, "x-size": 7, "x-met_on": "2022-02-05",
           "x-sings": True, "x-climate": "WARM", "x-seasons": ["WARM", "COLD"],
           "x-ready": "month:2021-12" if shown["x-ready"].startswith("month") else "2021-12"},
          "values of every type come back canonical")
    text = base.do("show", "team", 1).out
    for line in ("Девиз команды (x-motto): Ёжики идут первыми", "Первая встреча (x-met_on): 05.02.2022",
                 "Климат (x-climate): Тёплый", "Сезоны (x-seasons): Тёплый; Холодный"):
        has(text, line, f"show tells {line}")


@test
def wrong_values():
    base = team()
    for field, value in (("x-size", "семь"), ("x-met_on", "31.02.2022"), ("x-sings", "может"),
                         ("x-climate", "MILD"), ("x-ready", "когда-нибудь")):
        result = base.run("set", "team", 1, f"{field}={value}")
        code(result, INPUT, f"{field}={value} is refused")
    code(base.run("set", "team", 1, "x-nothing=1"), USAGE, "a field that the pack does not define")
    code(base.run("set", "organisation", 1, "x-motto=1"), USAGE, "a field of another kind of record")
    code(base.run("add", "course", "title=Курс"), INPUT, "a required extra field is missing")
    base.add("course", title="Курс", **{"x-room": "12"})
    code(base.run("set", "course", 1, "x-room="), INPUT, "a required extra field is emptied")
    equal(base.show("course", 1)["x-room"], "12", "and keeps its value")


@test
def undo_and_history():
    """Each field is a line of the change; creation and removal carry the values along."""
    base = team()
    base.set("team", 1, **{"x-motto": "Вперёд", "evidence": "Победы"})
    base.do("undo")
    shown = base.show("team", 1)
    equal((shown["x-motto"], shown["evidence"]), ("Ёжики идут первыми", None), "undone")
    base.do("redo")
    equal(base.show("team", 1)["x-motto"], "Вперёд", "done again")
    base.set("team", 1, **{"x-motto": ""})
    equal(base.show("team", 1)["x-motto"], None, "a value can be taken away")
    base.do("undo", 2)
    before = base.show("team", 1)
    base.do("remove", "team", 1)
    equal(base.list("teams"), [], "removed")
    base.do("undo")
    equal(base.show("team", 1), before, "undo brings the record back with its extra fields")
    base.do("undo")
    base.do("redo")
    equal(base.show("team", 1), before, "and so does making it again")
    code(base.run("check", "--full"), DONE, "the base is sound")
    copy = new_path()
    base.do("backup", copy)
    equal(Base(copy, base.today).show("team", 1)["x-motto"], "Ёжики идут первыми", "backed up")


@test
def lists():
    base = team()
    for motto, size in (("Арбуз", "10"), ("Яблоко", "2")):
        base.add("team", organisation=1, role="DEVELOPING", **{"x-motto": motto, "x-size": size})

    def ids(*words):
        return [row["id"] for row in base.list("teams", *words)]

    equal(ids("--where", "x-climate=WARM"), [1], "by code")
    equal(ids("--where", "x-seasons=Холодный"), [1], "one of several codes, by its wording")
    equal(ids("--where", "x-size=2"), [3], "by number")
    equal(ids("--where", "x-climate="), [2, 3], "by what is unknown")
    equal(ids("--sort", "x-size"), [3, 1, 2], "sorted as numbers: 2, 7, 10")
    equal(ids("--sort", "x-motto"), [2, 1, 3], "sorted in Russian: Арбуз, Ёжики, Яблоко")
    equal(ids("--search", "ежик"), [1], "found by a text")
    equal(ids("--search", "warm"), [], "not found by a code")
    base.set("team", 1, **{"x-motto": "Сурки"})
    equal((ids("--search", "ежик"), ids("--search", "сурк")), ([], [1]), "search follows a change")
    base.do("undo")
    equal(ids("--search", "ежик"), [1], "and its undoing")
    code(base.run("list", "teams", "--where", "x-nothing=1"), USAGE, "an unknown field")
    code(base.run("list", "teams", "--sort", "x-nothing "), USAGE, "nor to sort by")
    rows = list(csv.DictReader(io.StringIO(base.do("list", "teams", "--csv").out)))
    equal([row["x-motto"] for row in rows], ["Ёжики идут первыми", "Арбуз", "Яблоко"], "in CSV")


@test
def printed():
    base = team()
    path = FOLDER / "card.pdf"
    code(base.run("print", "team", 1, "-o", path), DONE, "the card is printed")
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True,
                          check=True).stdout if shutil.which("pdftotext") else None
    for words in ("Ёжики идут первыми", "Тёплый", "5 февраля 2022"):
        ok(text is None or words in re.sub(r"\s+", " ", text), f"it says {words}", text)


@test
def another_pack():
    """A value stays where another pack does not know its field (DOMAIN 7)."""
    base = team()
    follow(base, "fewer-codes")
    shown = base.show("team", 1)
    equal((shown["x-motto"], shown["x-size"]), ("Ёжики идут первыми", "7"), "the values are there")
    has(base.do("show", "team", 1).out, "x-motto (x-motto): Ёжики идут первыми", "and shown")
    base.set("team", 1, **{"x-motto": "Иначе", "x-size": "много"})
    equal(base.show("team", 1)["x-motto"], "Иначе", "they can be put right")
    base.do("undo")
    follow(base, "own-codes")
    equal(base.show("team", 1)["x-size"], 7, "and the first pack finds them again")


def follow(base, scheme):
    """Makes the base follow another pack."""
    with sqlite3.connect(base.path) as db:
        db.execute("UPDATE setting SET value = ? WHERE key = 'schemes'", (scheme,))
    db.close()


@test
def older_base():
    """A base of version 1, before there were extra fields, gets them."""
    path = new_path()
    with gzip.open(OWN.parent / "office-v1.nastavnik.gz") as packed:
        path.write_bytes(packed.read())
    base = Base(path, "2023-01-10")
    teams = base.list("teams")
    ok(copies(path) == ["migration"], "a copy is kept")
    follow(base, "own-codes")
    base.set("team", teams[0]["id"], **{"x-motto": "Ёжики"})
    equal([row["id"] for row in base.list("teams", "--search", "ежики")], [teams[0]["id"]],
          "a value is kept and found")
    code(base.run("check", "--full"), DONE, "the base is sound")


@test
def taken_over():
    base = empty("2022-02-01", "borrowed-codes")
    base.add("organisation", full_name="Школа", kind="SCHOOL")
    base.add("team", organisation=1, role="EXPERIENCED",
             **{"x-motto": "Раз\nдва", "x-climate": "COLD"})
    base.add("group", number="1", year=2022, **{"x-tent": "Зелёная"})
    equal(base.show("team", 1)["x-motto"], "Раз\nдва", "worded anew, now of several lines")
    equal(base.show("group", 1)["x-tent"], "Зелёная", "one of its own")
    code(base.run("set", "team", 1, "x-size=1"), USAGE, "what is not taken over is not there")


@test
def own_states():
    """An own state counts as the built-in one that it names, also by way of another."""
    base = team()
    base.do("do", "submit-team", 1, "--for", "TOWN_METHODIST")
    base.do("do", "register-team", 1, "--for", "OPERATOR")
    shown = base.show("team", 1)
    equal((shown["state"], shown["state_now"]), ("ON_PROBATION", "ON_PROBATION"), "the own state")
    has(base.do("show", "team", 1).out, "На испытании", "is shown by its wording")
    equal([row["id"] for row in base.list("teams", "--where", "state=На испытании")], [1],
          "and listed by it")
    offers = base.do("do", "--list", "team", 1).out
    has(offers, "hold-team", "a step from REGISTERED is offered")
    base.do("do", "hold-team", 1, "--for", "TOWN_METHODIST")
    equal(base.show("team", 1)["state_now"], "ON_HOLD", "and taken")
    base.add("organisation", full_name="Школа", kind="SCHOOL")
    base.add("team", organisation=2, role="DEVELOPING", directions="DIR_ENGINEERING")
    base.add("group", number="1", year=2022, operator=1)
    for side, number in (("EXPERIENCED", 1), ("DEVELOPING", 2)):
        base.add("participant", group=1, side=side, team=number, consent_on="2022-02-01")
    form = ("do", "form-group", 1, "number=1", "--for", "OPERATOR")
    code(base.run(*form), REFUSED, "a group is not formed with a draft")
    base.do("do", "submit-team", 2, "--for", "TOWN_METHODIST")
    base.do("do", "register-team", 2, "--for", "OPERATOR")
    base.do(*form)
    equal([row["state"] for row in base.list("teams")], ["ASSIGNED", "ASSIGNED"],
          "teams on probation and on hold count as registered")


@test
def own_kinds_and_roles():
    base = team()
    equal(base.list("offices")[0]["role"], "OPERATOR", "the office has the operator's role")
    has(base.do("show", "organisation", 1).out, "Кванториум", "an own kind of organisation")
    base.add("order", kind="HONOUR", number="1", date="2022-02-01")
    has(base.do("show", "order", 1).out, "О чествовании команды", "of order")
    base.add("attachment", kind="Видеозапись", subject="team/1", file_name="Кино.mp4",
             sha256="0" * 64)
    equal(base.list("attachments")[0]["kind"], "VIDEO", "of attachment")
    result = base.run("do", "submit-team", 1, "--for", "MUNICIPAL_CURATOR")
    code(result, REFUSED, "a role that only other packs know may not act")
    has(result.err, "Методист города", "who may is named by the pack's wording")
    town = new_path()
    code(run("--base", town, "init", "--scheme", "own-codes", "--role", "TOWN_METHODIST"), DONE,
         "an office of an own role")
    equal(Base(town, "2022-02-01").list("offices")[0]["name"], "Методист города", "is called so")
    result = run("--base", new_path(), "init", "--scheme", "own-codes", "--role", "RECTOR")
    code(result, INPUT, "a role that the pack does not know")
    base.set("team", 1, directions="")
    code(base.run("do", "submit-team", 1, "--for", "TOWN_METHODIST"), REFUSED,
         "its rules guard its steps")
    equal(list(base.rules()), ["R2"], "and are reported")


@test
def nothing_at_all():
    """The program must run with an empty part (DOMAIN 7): here every part is empty."""
    path = new_path()
    code(run("--base", path, "init", "--scheme", "empty"), DONE, "init")
    base = Base(path, "2022-01-10")
    base.add("organisation", full_name="Школа", kind="SCHOOL")
    base.add("team", organisation=1, role="EXPERIENCED", year=2022, directions="Своё")
    base.add("group", number="1", year=2022, operator=1, directions="Своё")
    base.add("participant", group=1, side="EXPERIENCED", team=1)
    base.add("program", group=1, start="2022-01-01", end="2022-12-31")
    base.add("stage", program=1, title="Этап", due="Февраль 2022 г.")
    base.add("activity", program=1, stage=1, title="Дело", due="Февраль 2022 г.")
    for kind in ("team", "group", "program", "stage", "activity"):
        for words in (("show", kind, 1), ("show", kind, 1, "--json"), ("list", kind),
                      ("rules", kind, 1), ("do", "--list", kind, 1)):
            result = base.run(*words)
            code(result, DONE, " ".join(str(word) for word in words))
            ok(result.err in ("", "Nothing is broken.\n"), "and nothing strange is said", result)
            ok("(null)" not in result.out, "nor a hole printed", result)
    equal(base.rules(), {}, "no rules, no findings")
    forms = {line.split()[0] for line in base.do("print", "--list").lines}
    equal(forms, {"D26", "D29", "D29a", "D29b", "D29c", "D30", "D30a"},
          "only the documents that all regulations share")
    equal(base.do("indicators", "--json").json, [], "no indicators")
    for name in ("timeline", "stages", "states", "months", "indicators"):
        code(base.run("chart", name, "-o", FOLDER / f"{name}.svg"), DONE, f"chart {name}")
    if "\n  deadlines " in run("--help").out:
        code(base.run("deadlines"), DONE, "deadlines")
    code(base.run("print", "team", 1, "-o", FOLDER / "x.pdf"), USAGE, "no form to print by")
    code(base.run("do", "submit-team", 1), USAGE, "no such step")
    code(base.run("check", "--full"), DONE, "the base is sound")


if __name__ == "__main__":
    main()
