#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Duplicates: one card with all that referred to both, both histories (DOMAIN R98)."""
from cli import DONE, INPUT, USAGE, code, demo, equal, has, main, new_path, ok, test


def twice():
    """Иванова М.И. entered twice: 2 teams and 3 marks on one card, 1 consent on the other."""
    base = demo().copy()
    first = base.add("person", last="Иванова", first="Мария", middle="Ивановна", post="завуч")
    second = base.add("person", last="ИВАНОВА", first="М.", middle="И.", post="учитель",
                      mobile="8 900 000-11-22")
    for team in (1, 2):
        base.add("member", team=team, person=first, function="методист")
    for activity in (1, 2, 3):
        base.add("mark", activity=activity, status="DONE", date="2022-12-20", person=first)
    base.add("consent", person=second, kind="PERSONAL_DATA", date="2022-12-01")
    return base, first, second


def counts(base, person):
    return {kind: len(base.list(kind, "--where", f"person={person}"))
            for kind in ("members", "marks", "consents")}


@test
def merged():
    base, first, second = twice()
    pairs = [(d["first"], d["second"], d["why"]) for d in base.do("merge", "--list", "--json").json]
    equal(pairs, [(first, second, ["name"])], "R98: the pair is found by name and initials")
    before = {h["id"] for h in base.list("history")}
    result = base.do("merge", "person", first, second, "post=заместитель директора")
    equal(counts(base, first), {"members": 2, "marks": 3, "consents": 1},
          "R98: one card with all six")
    person = base.show("person", first)
    equal((person["last"], person["post"], person["mobile"]),
          ("Иванова", "заместитель директора", "8 900 000-11-22"),
          "the first stands, what it lacked comes from the other, a choice is a choice")
    has(result.err, "Surname", "what was decided by default is told")
    code(base.run("show", "person", second), INPUT, "the other card is gone")
    equal([m["gone"] for m in person["mergers"]], [second], "the card says what was joined")
    titles = [h["title"] for h in base.list("history") if h["id"] not in before]
    equal(len(titles), 1, "R98: the merge is one action in the history")
    history = [h["title"] for h in base.do("list", "history", "person", first, "--json").json]
    equal(len(history), 3, "R98: both histories are read from the card: two entered, one joined")
    equal(base.do("merge", "--list", "--json").json, [], "nothing is left to join")
    base.do("check", "--full")


@test
def two_terms():
    """A person who left a team and came again has two rows; one row entered twice has one."""
    base = demo().copy()
    first, second = (base.add("person", last="Иванова", first="Мария") for _ in range(2))
    base.add("member", team=1, person=first, to="2022-03-01", **{"from": "2021-11-01"})
    base.add("member", team=1, person=second, **{"from": "2022-09-01"})
    base.add("member", team=2, person=first, phone="1")
    doubled = base.add("member", team=2, person=second, email="m@example.org")
    base.do("merge", "person", first, second)
    rows = [(m["team"], m["from"], m["to"], m["phone"], m["email"])
            for m in base.list("members", "--where", f"person={first}")]
    equal(sorted(rows, key=str), [(1, "2021-11-01", "2022-03-01", None, None),
                                  (1, "2022-09-01", None, None, None),
                                  (2, None, None, "1", "m@example.org")],
          "R98: no term is lost, a row entered twice becomes one")
    code(base.run("show", "member", doubled), INPUT, "the second of them is gone")
    refused = base.run("add", "merger", f"subject=person/{first}", "gone=1", "gone_uuid=x")
    code(refused, USAGE, "what was joined is noted by joining only")


@test
def identities():
    base, first, second = twice()
    uuid = base.show("person", second)["uuid"]
    base.do("merge", "person", first, second)
    equal(base.show("person", uuid)["id"], first, "the old identity leads to the card that stays")


@test
def undone():
    base, first, second = twice()
    base.do("merge", "person", first, second)
    base.do("undo")
    equal(counts(base, first), {"members": 2, "marks": 3, "consents": 0}, "undo: the first card")
    equal(counts(base, second), {"members": 0, "marks": 0, "consents": 1}, "undo: the second")
    equal(base.show("person", second)["last"], "ИВАНОВА", "with its own values")
    base.do("redo")
    equal(counts(base, first)["consents"], 1, "redo")


@test
def same_row():
    """Who stands in one team twice stands there once afterwards."""
    base, first, second = twice()
    base.add("member", team=1, person=second, email="ivanova@example.org")
    base.do("merge", "person", first, second)
    rows = [m for m in base.list("members", "--where", f"person={first}") if m["team"] == 1]
    equal([(m["function"], m["email"]) for m in rows], [("методист", "ivanova@example.org")],
          "one row with what both knew")


@test
def organisations():
    base = demo().copy()
    other = base.add("organisation", full_name="МКОУ «Песковатская СШ»", kind="SCHOOL",
                     inn="3400000404", site="https://example.org")
    name = base.show("organisation", 4)["short_name"]
    found = base.do("merge", "--list", "organisation", "--json").json
    equal([(d["first"], d["second"]) for d in found], [(4, other)], f"{name} is found twice")
    ok({"inn"} <= set(found[0]["why"]), "by its INN")
    issued = new_path(".pdf")
    base.do("print", "agreement", 1, "--issue", "-o", issued)
    documents = base.list("documents")
    base.do("merge", "organisation", other, 4)
    team = base.show("team", 2)
    equal(team["organisation"], other, "teams follow")
    equal(base.list("documents"), documents, "issued documents are as they were")
    again = new_path(".pdf")
    base.do("print", "document", documents[-1]["id"], "-o", again)
    ok(issued.read_bytes() == again.read_bytes(), "and print as they did")


@test
def refused():
    base = demo().copy()
    code(base.run("merge", "person", 5, 5), INPUT, "a card with itself")
    code(base.run("merge", "team", 1, 2), INPUT, "teams are not joined")
    code(base.run("merge", "person", 5), USAGE, "two records are needed")
    code(base.run("merge", "person", 5, 999), INPUT, "both must be there")
    equal(base.do("merge", "--list").out, "", "the demonstration has no duplicates")


@test
def placeholders():
    """A number typed to fill the field tells nothing of who has it."""
    base = demo().copy()
    for number, last in enumerate(("Ольхова", "Рябинина", "Кленова", "Дубова")):
        base.do("add", "people", f"last={last}", "first=Анна", "middle=Ивановна",
                "mobile=8 (000) 000-00-00")
        if number == 1:
            has(base.do("merge", "--list").out, "Рябинина", "two with one phone may be one")
    equal(base.do("merge", "--list").out, "", "of four with one phone nobody is suspected")


main()
